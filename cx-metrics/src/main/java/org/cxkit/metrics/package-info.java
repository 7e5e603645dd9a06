/** The contract of the engine: accumulators merge, tallies are immutable, a result about nothing or too few says so. */
package org.cxkit.metrics;
