package org.cxkit.metrics.math;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How often each row counts in one replicate of a Poisson bootstrap: told from the seed, the row's key and the number of
 * the replicate alone, so that it does not depend on which other rows there are.
 *
 * <p>Random bits are those of SplitMix64, begun at a mix of the three. Source: G. L. Steele, D. Lea, C. H. Flood, "Fast
 * Splittable Pseudorandom Number Generators", OOPSLA, 2014. Not thread-safe.
 */
public final class PoissonResample {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** More draws than these are drawn at once, by the inverse of their distribution. */
    private static final long SINGLY = 32;

    /** Of a mean above this the distribution is normal to a thousandth of its spread, and its inverse is no int for long. */
    private static final double NORMAL = 1e6;

    private final long start;
    private long state;

    /** Sets the random bits of a replicate. */
    public PoissonResample(long seed, int replicate) {
        start = mix(mix(seed + GOLDEN) + GOLDEN * (replicate + 1L));
    }

    /** Turns to the row of this key. */
    public PoissonResample row(long key) {
        state = mix(start ^ mix(key + GOLDEN));
        return this;
    }

    /** {@return the sum of a Poisson number of mean 1 for each of so many, and of that part of one for a fraction} */
    public double draw(double many) {
        if (many == 0) {
            return 0;
        }
        double whole = Math.floor(many);
        if (many != whole) {
            return draw(whole) + (many - whole) * poisson();
        }
        if (many > NORMAL) {
            double z = Normal.upperQuantile(uniform() + 0x1p-54);
            return Math.max(0, Math.rint(many + Math.sqrt(many) * z));
        }
        if (many > SINGLY) {
            return PoissonDistribution.of(many).inverseCumulativeProbability(uniform());
        }
        int sum = 0;
        for (int i = 0; i < many; i++) {
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

    /** {@return the bits mixed, each of them changed by each: a good hash} */
    public static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
