package org.cxkit.metrics.attribution;

import org.cxkit.metrics.path.Journeys;

/** Counts the touches of many journeys by channel, each as often as its row was travelled. */
final class TouchKernel {
    /** Touches counted in turn into counts of their own, so that one increment need not wait for the one before. */
    private static final int TURNS = 4;

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
        int channels = counts.length;
        long[] inTurn = new long[TURNS * channels];
        int touch = from;
        for (; touch <= to - TURNS; touch += TURNS) {
            inTurn[journeys.touch(touch)]++;
            inTurn[channels + journeys.touch(touch + 1)]++;
            inTurn[2 * channels + journeys.touch(touch + 2)]++;
            inTurn[3 * channels + journeys.touch(touch + 3)]++;
        }
        for (; touch < to; touch++) {
            inTurn[journeys.touch(touch)]++;
        }
        for (int i = 0; i < inTurn.length; i++) {
            counts[i % channels] += inTurn[i];
        }
    }
}
