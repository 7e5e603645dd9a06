package org.cxkit.benchmarks;

import java.util.Arrays;

/**
 * What each contestant of {@link DirectlyFollowsBenchmark} must tell: how often one activity directly follows
 * another, and how long that took in sum.
 */
public final class EdgeTotals {

    private final long[] counts = new long[EventOrder.ACTIVITIES * EventOrder.ACTIVITIES];
    private final long[] waitMicros = new long[EventOrder.ACTIVITIES * EventOrder.ACTIVITIES];

    void add(int from, int to, long count, long micros) {
        int edge = from * EventOrder.ACTIVITIES + to;
        counts[edge] += count;
        waitMicros[edge] += micros;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EdgeTotals that
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(waitMicros, that.waitMicros);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Arrays.hashCode(waitMicros);
    }

    @Override
    public String toString() {
        return Arrays.stream(counts).sum() + " steps over "
                + Arrays.stream(counts).filter(count -> count > 0).count() + " edges, "
                + Arrays.stream(waitMicros).sum() + " microseconds";
    }
}
