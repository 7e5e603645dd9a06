package org.cxkit.metrics.markov;

/** What is lost by each of some removals, as shares of all from 0 to 1; those of the value are 0 where there is none. */
final class RemovalShares {
    final double[] conversions;
    final double[] values;

    RemovalShares(double[] conversions, double[] values) {
        this.conversions = conversions;
        this.values = values;
    }
}
