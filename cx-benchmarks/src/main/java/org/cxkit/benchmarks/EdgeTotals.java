package org.cxkit.benchmarks;

import java.util.Arrays;

/**
 * What each contestant of {@link DirectlyFollowsBenchmark} must tell: how often one activity directly follows
 * another, how long that took in sum, and in the median.
 */
public final class EdgeTotals {

    private static final int EDGES = EventOrder.ACTIVITIES * EventOrder.ACTIVITIES;

    private final long[] counts = new long[EDGES];
    private final long[] waitMicros = new long[EDGES];
    private final long[] twiceMedianMicros = new long[EDGES];

    /** Sets one edge; the median is told twofold, as the mean of the two middle waits can be half a microsecond. */
    void set(int from, int to, long count, long micros, long twiceMedian) {
        int edge = from * EventOrder.ACTIVITIES + to;
        counts[edge] = count;
        waitMicros[edge] = micros;
        twiceMedianMicros[edge] = twiceMedian;
    }

    /** {@return the same counts and sums, no medians} */
    EdgeTotals withoutMedians() {
        EdgeTotals totals = new EdgeTotals();
        System.arraycopy(counts, 0, totals.counts, 0, EDGES);
        System.arraycopy(waitMicros, 0, totals.waitMicros, 0, EDGES);
        return totals;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EdgeTotals that
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(waitMicros, that.waitMicros)
                && Arrays.equals(twiceMedianMicros, that.twiceMedianMicros);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Arrays.hashCode(waitMicros);
    }

    @Override
    public String toString() {
        return Arrays.stream(counts).sum() + " steps over "
                + Arrays.stream(counts).filter(count -> count > 0).count() + " edges, "
                + Arrays.stream(waitMicros).sum() + " microseconds, medians "
                + Arrays.stream(twiceMedianMicros).sum() / 2;
    }
}
