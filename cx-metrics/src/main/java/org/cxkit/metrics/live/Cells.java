package org.cxkit.metrics.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The counts of one writer: for each segment and period one for each rating, one for missing and one for invalid
 * answers.
 *
 * <p>One thread at a time writes; who hands the cells on to another thread orders the two. Any thread reads at any
 * time, through {@link #ring()}: what is published there is only ever counted up, never moved or cleared, so a reader
 * sees each answer once.
 */
final class Cells {
    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);

    /** Longs left free at both ends of an array, so that two writers do not share a cache line. */
    static final int PAD = 8;

    private final RatingCells layout;
    private final Segments segments;
    private final LiveClock clock;

    // of the layout, and of the period written to last, where most answers go: side by side for the usual case
    private final int min;
    private final int points;
    private final int shift;
    private int limit;
    private long from;
    private long span;
    private long[] counts = new long[0];

    private volatile Ring ring = Ring.EMPTY;

    Cells(RatingCells layout, Segments segments, LiveClock clock) {
        this.layout = layout;
        this.segments = segments;
        this.clock = clock;
        this.min = layout.scale().min();
        this.points = layout.scale().points();
        this.shift = layout.shift();
    }

    Ring ring() {
        return ring;
    }

    /** Counts one answer in the newest period. */
    void record(int segment, int rating) {
        int cell = rating - min;
        if (Integer.compareUnsigned(cell, points) < 0
                && Integer.compareUnsigned(segment, limit) < 0
                && from == clock.newestFrom()) {
            increment(counts, segment, cell);
        } else {
            boolean unused = recordElsewhere(segment, layout.cell(rating), clock.now());
        }
    }

    /** Counts one answer, and says whether its period is still held; otherwise the answer is counted as late. */
    boolean record(int segment, int rating, long micros) {
        int cell = rating - min;
        if (Integer.compareUnsigned(cell, points) < 0
                && Integer.compareUnsigned(segment, limit) < 0
                && Long.compareUnsigned(micros - from, span) < 0
                && from >= clock.oldestFrom()) {
            increment(counts, segment, cell);
            return true;
        }
        return recordElsewhere(segment, layout.cell(rating), micros);
    }

    private boolean recordElsewhere(int segment, int cell, long micros) {
        int registered = segments.require(segment);
        clock.reach(micros);
        if (micros < clock.oldestFrom()) {
            if (ring.late.length < length(registered)) {
                ring = ring.withLate(grown(ring.late, registered));
            }
            increment(ring.late, segment, cell);
            return false;
        }
        Ring.Bucket bucket = bucketWithRoom(micros, registered);
        from = bucket.from;
        span = bucket.to - bucket.from; // unsigned
        counts = bucket.counts;
        limit = registered;
        increment(counts, segment, cell);
        return true;
    }

    private Ring.Bucket bucketWithRoom(long micros, int registered) {
        Ring.Bucket bucket = ring.at(micros);
        if (bucket == null) {
            long number = clock.periods().number(micros);
            bucket = new Ring.Bucket(
                    clock.periods().from(number), clock.periods().from(number + 1), grown(new long[0], registered));
        } else if (bucket.counts.length < length(registered)) {
            bucket = new Ring.Bucket(bucket.from, bucket.to, grown(bucket.counts, registered));
        } else {
            return bucket;
        }
        ring = ring.with(bucket, clock.oldestFrom());
        return bucket;
    }

    private long[] grown(long[] old, int registered) {
        return Arrays.copyOf(old, length(segments.room(registered)));
    }

    private int length(int registered) {
        return PAD + (registered << shift) + PAD;
    }

    /** Takes over counts that were restored; called before any other thread knows of these cells. */
    void restore(Ring restored) {
        ring = restored;
    }

    private void increment(long[] counts, int segment, int cell) {
        int index = PAD + (segment << shift) + cell;
        // opaque: a reader sees whole numbers that only rise, and nothing else need be ordered
        COUNTS.setOpaque(counts, index, counts[index] + 1);
    }

    static long read(long[] counts, int index) {
        return (long) COUNTS.getOpaque(counts, index);
    }
}
