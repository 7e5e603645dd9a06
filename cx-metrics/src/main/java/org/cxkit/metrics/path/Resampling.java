package org.cxkit.metrics.path;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How often each row counts in one replicate of a Poisson bootstrap: told from the seed, the row's key and the number of
 * the replicate alone, so that it does not depend on which other rows there are.
 *
 * <p>Random bits are those of SplitMix64, begun at a mix of the three. Source: G. L. Steele, D. Lea, C. H. Flood, "Fast
 * Splittable Pseudorandom Number Generators", OOPSLA, 2014.
 */
final class Resampling {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** More draws than these are drawn at once, by the inverse of their distribution. */
    private static final long SINGLY = 32;

    private final long start;
    private long state;

    Resampling(long seed, int replicate) {
        start = mix(mix(seed + GOLDEN) + GOLDEN * (replicate + 1L));
    }

    /** {@return the outcomes of the rows, each drawn as often as chance has it} */
    OutcomeColumn of(Journeys journeys) {
        int rows = journeys.size();
        double[] conversions = new double[rows];
        double[] lost = new double[rows];
        long[] minor = new long[rows];
        for (int row = 0; row < rows; row++) {
            state = mix(start ^ mix(journeys.key(row) + GOLDEN));
            double converted = journeys.conversions(row);
            conversions[row] = draw(converted);
            lost[row] = draw(journeys.lost(row));
            if (converted > 0) {
                minor[row] = Math.round(journeys.valueMinor(row) * (conversions[row] / converted));
            }
        }
        OutcomeColumn drawn = OutcomeColumn.of(conversions, lost);
        return journeys.currency()
                .map(money -> drawn.withValue(money.getCurrencyCode(), minor))
                .orElse(drawn);
    }

    /** {@return the sum of a Poisson number of mean 1 for each of the journeys; a fraction counts as one journey} */
    private double draw(double journeys) {
        if (journeys == 0) {
            return 0;
        }
        if (journeys != Math.rint(journeys)) {
            return journeys * poisson();
        }
        if (journeys > SINGLY) {
            return PoissonDistribution.of(journeys).inverseCumulativeProbability(uniform());
        }
        int sum = 0;
        for (int i = 0; i < journeys; i++) {
            sum += poisson();
        }
        return sum;
    }

    /** {@return a Poisson number of mean 1, by adding up its probabilities} */
    private int poisson() {
        double left = uniform();
        double probability = Math.exp(-1);
        int number = 0;
        while (left >= probability && number < SINGLY) {
            left -= probability;
            probability /= ++number;
        }
        return number;
    }

    /** {@return a number from 0 to below 1, a multiple of 2^-53} */
    private double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
