/** Intervals for shares and means, each under the name of its method, with the sample that a width needs. */
package org.cxkit.metrics.interval;
