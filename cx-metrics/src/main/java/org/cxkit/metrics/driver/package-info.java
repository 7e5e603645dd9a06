/** What drives a metric: how much each of several ratings contributes to explaining another. */
package org.cxkit.metrics.driver;
