package org.cxkit.benchmarks;

import java.util.Arrays;

/** What each contestant of {@link GroupByBenchmark} must tell: promoters, passives, detractors and missing answers. */
public final class SegmentCounts {

    private final long[] counts;

    SegmentCounts(int segments) {
        this.counts = new long[4 * segments];
    }

    /** Adds a number of answers with a rating, or with {@code RatingShape.NO_ANSWER}. */
    void add(int segment, int rating, long n) {
        counts[4 * segment + (rating < 0 ? 3 : rating >= 9 ? 0 : rating >= 7 ? 1 : 2)] += n;
    }

    void set(int segment, long promoters, long passives, long detractors, long missing) {
        counts[4 * segment] = promoters;
        counts[4 * segment + 1] = passives;
        counts[4 * segment + 2] = detractors;
        counts[4 * segment + 3] = missing;
    }

    /** {@return the number of all answers} */
    long total() {
        return Arrays.stream(counts).sum();
    }

    /** {@return the number of missing answers} */
    long missing() {
        long missing = 0;
        for (int i = 3; i < counts.length; i += 4) {
            missing += counts[i];
        }
        return missing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentCounts that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }
}
