/** Differences between groups, benchmarks and treatments, each tested and with its interval. */
package org.cxkit.metrics.compare;
