package org.cxkit.metrics.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one writer: for each segment and period one for each rating, one for missing and one for invalid
 * answers.
 *
 * <p>One thread at a time writes; who hands the cells on to another thread orders the two. Any thread reads at any
 * time, through {@link #ring()}, and says so in {@code readers} before: what a reader may hold is only ever counted up,
 * never moved or cleared, so it sees each answer once.
 */
final class Cells {
    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);

    /** Longs left free at both ends of an array, so that two writers do not share a cache line. */
    static final int PAD = 8;

    private final RatingCells layout;
    private final Segments segments;
    private final LiveClock clock;
    private final AtomicInteger readers;

    private volatile Ring ring = new Ring();
    private volatile @Nullable RatingWriter writer;

    // What the last change of the ring left over: the next one is made from it, so that a period that ends while nobody
    // reads costs no memory. Of the writer alone.
    private @Nullable Ring spareRing;
    private Ring.@Nullable Bucket spareBucket;

    Cells(RatingCells layout, Segments segments, LiveClock clock, AtomicInteger readers) {
        this.layout = layout;
        this.segments = segments;
        this.clock = clock;
        this.readers = readers;
    }

    RatingCells layout() {
        return layout;
    }

    Ring ring() {
        return ring;
    }

    /** Says who writes here from now on. */
    void hand(RatingWriter to) {
        writer = to;
    }

    /** Tells who writes here that time moved on; for any thread. */
    void timeMoved() {
        RatingWriter told = writer;
        if (told != null) {
            told.timeMoved();
        }
    }

    /** The number of segments, if there is one with the index. */
    int require(int segment) {
        return segments.require(segment);
    }

    /** Where to count an answer of the time, or null if it is late. */
    Ring.@Nullable Bucket bucket(long micros, int registered) {
        clock.reach(micros);
        return micros < clock.oldestFrom() ? null : bucketWithRoom(micros, registered);
    }

    /** Where to count an answer of the newest period. */
    Ring.Bucket newestBucket(int registered) {
        Ring.Bucket bucket;
        do { // until time did not move on between the two: an answer without a time is never late
            bucket = bucket(clock.now(), registered);
        } while (bucket == null);
        return bucket;
    }

    /** Where to count late answers. */
    long[] late(int registered) {
        if (ring.late.length < length(registered)) {
            ring = ring.withLate(grown(ring.late, registered));
        }
        return ring.late;
    }

    private Ring.Bucket bucketWithRoom(long micros, int registered) {
        Ring.Bucket bucket = ring.at(micros);
        if (bucket == null) {
            bucket = newBucket(clock.periods().number(micros), registered);
        } else if (bucket.counts.length < length(registered)) {
            bucket = new Ring.Bucket(bucket.from, bucket.to, grown(bucket.counts, registered));
        } else {
            return bucket;
        }
        publishWith(bucket);
        return bucket;
    }

    private Ring.Bucket newBucket(long number, int registered) {
        long from = clock.periods().from(number);
        long to = clock.periods().from(number + 1);
        Ring.Bucket spare = spareBucket;
        if (spare == null || spare.counts.length < length(registered)) {
            return new Ring.Bucket(from, to, grown(new long[0], registered));
        }
        spareBucket = null;
        spare.become(from, to);
        return spare;
    }

    /**
     * Publishes another ring, and keeps what is over of the old one if nobody can hold it: a reader counts itself
     * before it asks for the ring, so one who is not seen here finds the new one.
     */
    private void publishWith(Ring.Bucket bucket) {
        Ring old = ring;
        Ring next = spareRing == null ? new Ring() : spareRing;
        spareRing = null;
        Ring.Bucket expired = next.become(old, bucket, clock.oldestFrom());
        ring = next;
        if (readers.get() == 0) {
            spareRing = old;
            spareBucket = expired == null ? spareBucket : expired;
        }
    }

    private long[] grown(long[] old, int registered) {
        return Arrays.copyOf(old, length(segments.room(registered)));
    }

    private int length(int registered) {
        return PAD + (registered << layout.shift()) + PAD;
    }

    /** Takes over counts that were restored; called before any other thread knows of these cells. */
    void restore(Ring restored) {
        ring = restored;
    }

    static void increment(long[] counts, int index) {
        // opaque: a reader sees whole numbers that only rise, and nothing else need be ordered
        COUNTS.setOpaque(counts, index, counts[index] + 1);
    }

    static long read(long[] counts, int index) {
        return (long) COUNTS.getOpaque(counts, index);
    }
}
