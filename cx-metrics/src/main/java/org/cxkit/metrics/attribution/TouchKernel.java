package org.cxkit.metrics.attribution;

import org.cxkit.metrics.path.Journeys;

/** Counts the touches of many journeys by channel, each as often as its row was travelled. */
final class TouchKernel {
    /** With up to this many channels the counts of all pairs stay in the nearest cache. */
    private static final int FEW = 64;

    private TouchKernel() {}

    /** Adds the touches of a range of rows. */
    static void count(Journeys journeys, int from, int to, long[] counts) {
        if (from == to) {
            return;
        }
        if (journeys.single()) {
            countOnce(journeys, journeys.start(from), journeys.end(to - 1), counts);
            return;
        }
        for (int row = from; row < to; row++) {
            long weight = Math.addExact(journeys.wholeConversions(row), journeys.wholeLost(row));
            for (int touch = journeys.start(row); touch < journeys.end(row); touch++) {
                int code = journeys.touch(touch);
                counts[code] = Math.addExact(counts[code], weight);
            }
        }
    }

    private static void countOnce(Journeys journeys, int from, int to, long[] counts) {
        int touch = from;
        if (counts.length <= FEW) {
            touch += (to - from) & -2;
            countPairs(journeys, from, touch, counts);
        }
        for (; touch < to; touch++) {
            counts[journeys.touch(touch)]++;
        }
    }

    /** Counts an even number of touches, two at a time: half the additions, and they seldom wait for each other. */
    private static void countPairs(Journeys journeys, int from, int to, long[] counts) {
        int channels = counts.length;
        int[] pairs = new int[channels * channels];
        for (int touch = from; touch < to; touch += 2) {
            pairs[journeys.touch(touch) * channels + journeys.touch(touch + 1)]++;
        }
        for (int pair = 0; pair < pairs.length; pair++) {
            counts[pair / channels] += pairs[pair];
            counts[pair % channels] += pairs[pair];
        }
    }
}
