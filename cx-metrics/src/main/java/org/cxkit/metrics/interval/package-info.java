/** Confidence intervals, each under the name of its method. */
package org.cxkit.metrics.interval;
