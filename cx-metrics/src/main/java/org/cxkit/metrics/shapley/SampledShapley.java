package org.cxkit.metrics.shapley;

import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * The Shapley value estimated from random orders of the channels.
 *
 * <p>Each random order is also taken backwards, which cancels much of the chance; the standard error is that of the
 * mean of such pairs, which are independent. What the channels of one order gain adds up to the worth of all less that
 * of none, whatever the order, and so does the mean.
 */
final class SampledShapley {
    private final Players players;
    private final ChannelGame game;
    private final int[] order;
    final double withNone;
    final double withAll;
    final double[] credit;
    final double[] standardError;

    SampledShapley(Players players, ChannelGame game, int pairs, long seed) {
        this.players = players;
        this.game = game;
        int channels = players.size();
        order = new int[channels];
        BitSet all = new BitSet();
        for (int i = 0; i < channels; i++) {
            order[i] = i;
            all.set(i);
        }
        withNone = players.worth(game, new BitSet());
        withAll = players.worth(game, all);
        credit = new double[channels];
        standardError = new double[channels];
        sample(pairs, new SplittableRandom(seed));
    }

    private void sample(int pairs, SplittableRandom random) {
        for (int pair = 1; pair <= pairs; pair++) {
            shuffle(random);
            double[] gains = new double[order.length];
            addGains(gains);
            reverse();
            addGains(gains);
            for (int i = 0; i < gains.length; i++) {
                double shift = gains[i] / 2 - credit[i];
                credit[i] += shift / pair;
                standardError[i] += shift * (gains[i] / 2 - credit[i]);
            }
        }
        for (int i = 0; i < standardError.length; i++) {
            standardError[i] = Math.sqrt(standardError[i] / (pairs - 1) / pairs);
        }
    }

    private void shuffle(SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            swap(i, random.nextInt(i + 1));
        }
    }

    private void reverse() {
        for (int i = 0; i < order.length / 2; i++) {
            swap(i, order.length - 1 - i);
        }
    }

    private void swap(int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    /** Adds to each channel what it adds to those before it. */
    private void addGains(double[] gains) {
        BitSet members = new BitSet();
        double before = withNone;
        for (int i = 0; i < order.length; i++) {
            members.set(order[i]);
            boolean all = i == order.length - 1;
            double after = all ? withAll : players.worth(game, (BitSet) members.clone());
            gains[order[i]] += after - before;
            before = after;
        }
    }
}
