/** The contract of the engine: accumulators merge, tallies are immutable, a result about nothing says so. */
package org.cxkit.metrics;
