package org.cxkit.metrics.shapley;

import org.cxkit.metrics.math.CompensatedSum;

/**
 * The exact Shapley value from the worth of every set, in time and memory linear in the number of sets.
 *
 * <p>A channel gets {@code Σ w(|S|) (v(S + channel) - v(S))} over the sets S without it. Each set therefore counts with
 * two weights: as one that the channel has joined, and as one that it joins. Both are kept side by side and folded in
 * half once for each channel: what is left are sums over the sets that differ in the channels still to come. A fold
 * subtracts before it adds, so that a channel that adds nothing has exactly 0. The sets are taken in blocks that stay in
 * the nearest cache: {@code ShapleyBenchmark} shows what that gains over the loop of the definition.
 */
final class ExactShapley {
    /** So many channels make a block. */
    private static final int LOW = 8;

    private ExactShapley() {}

    /**
     * {@return the Shapley value of each channel}
     *
     * @param worth the worth of each set by bit mask, a power of two of them; not altered
     */
    static double[] credit(double[] worth) {
        int channels = Integer.numberOfTrailingZeros(worth.length);
        int low = Math.min(channels, LOW);
        int block = 1 << low;
        int blocks = worth.length / block;
        double[][] weights = blockWeights(weights(channels), channels - low, block);
        double[] joined = new double[block];
        double[] joining = new double[block];
        double[] joinedByBlock = new double[blocks];
        double[] joiningByBlock = new double[blocks];
        double[] sums = CompensatedSum.zeros(channels);
        for (int b = 0; b < blocks; b++) {
            int outside = Integer.bitCount(b);
            weigh(worth, b * block, weights[outside], joined);
            weigh(worth, b * block, weights[outside + 1], joining);
            fold(joined, joining, low, 0, sums);
            joinedByBlock[b] = joined[0];
            joiningByBlock[b] = joining[0];
        }
        fold(joinedByBlock, joiningByBlock, channels - low, low, sums);
        double[] credit = new double[channels];
        for (int i = 0; i < channels; i++) {
            credit[i] = CompensatedSum.of(sums, i) + 0.0;
        }
        return credit;
    }

    /** {@return by size plus 1 the share of all orders in which a channel joins one set of that size: 0 at both ends} */
    private static double[] weights(int channels) {
        double[] weights = new double[channels + 2];
        double sets = 1; // that many of one size among the other channels
        for (int size = 0; size < channels; size++) {
            weights[size + 1] = 1 / (channels * sets);
            sets = sets * (channels - 1 - size) / (size + 1);
        }
        return weights;
    }

    /** {@return those weights for each set of a block, by the number of channels outside of it} */
    private static double[][] blockWeights(double[] weights, int high, int block) {
        double[][] spread = new double[high + 2][block];
        for (int size = 0; size < spread.length; size++) {
            for (int mask = 0; mask < block; mask++) {
                spread[size][mask] = weights[size + Integer.bitCount(mask)];
            }
        }
        return spread;
    }

    private static void weigh(double[] worth, int from, double[] weights, double[] weighed) {
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] = weights[i] * worth[from + i];
        }
    }

    /** Adds to each channel what it gains, those of the highest bits first; the arrays are folded to one element. */
    private static void fold(double[] joined, double[] joining, int bits, int first, double[] sums) {
        for (int bit = bits - 1; bit >= 0; bit--) {
            int half = 1 << bit;
            double gain = 0;
            for (int i = 0; i < half; i++) {
                gain += joined[half + i] - joining[i];
            }
            CompensatedSum.add(sums, first + bit, gain);
            for (int i = 0; i < half; i++) {
                joined[i] += joined[half + i];
                joining[i] += joining[half + i];
            }
        }
    }
}
