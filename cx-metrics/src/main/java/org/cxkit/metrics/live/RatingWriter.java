package org.cxkit.metrics.live;

import org.jspecify.annotations.Nullable;

/**
 * A handle through which one thread records into a {@link RatingMonitor} as fast as it can add one to a number of its
 * own.
 *
 * <p>No lock, no atomic instruction and no allocation for an answer; memory is made when a segment is written to for
 * the first time, and for a period when none that expired can be used again. What is recorded counts in the monitor at
 * once, and stays when the handle is closed.
 *
 * <p>Not thread-safe: confined to one thread. Other threads may read the monitor, or record through handles of their
 * own, at the same time.
 */
public final class RatingWriter implements AutoCloseable {
    private final RatingMonitor monitor;
    private final LiveClock clock;
    private @Nullable Cells cells;

    // All that the usual answer needs is here, and not in the cells or the clock: each hop is a tenth of the time
    // (LiveMonitorBenchmark). The period is the one written to last.
    private final int min;
    private final int points;
    private final int shift;
    private long from;
    private long to;
    private long[] counts = new long[0];

    // Segments below may be counted in that period without a further look: by an answer with a time, and by one of the
    // newest period. Other threads set both to 0 when time moves on, so that no answer need ask the clock.
    private volatile int limit;
    private volatile int limitOfNewest;

    RatingWriter(RatingMonitor monitor, Cells cells) {
        this.monitor = monitor;
        this.clock = monitor.clock();
        this.cells = cells;
        RatingCells layout = cells.layout();
        this.min = layout.scale().min();
        this.points = layout.scale().points();
        this.shift = layout.shift();
    }

    /**
     * Records an answer in the newest period of the monitor.
     *
     * @param segment the index that {@link RatingMonitor#segment} gave
     * @param rating a rating on the scale, or {@code Integer.MIN_VALUE} for a missing answer
     * @throws IllegalArgumentException if there is no such segment, or if the rating is off the scale of a strict
     *     monitor
     * @throws IllegalStateException if no time is known yet, or this is closed
     */
    public void record(int segment, int rating) {
        int cell = rating - min;
        if (cell >= 0 && cell < points && segment >= 0 && segment < limitOfNewest) {
            Cells.increment(counts, index(segment, cell));
        } else {
            Cells mine = open();
            int index = index(segment, mine.layout().cell(rating));
            int registered = mine.require(segment);
            recordIn(mine.newestBucket(registered), registered, index);
        }
    }

    /**
     * Records an answer in the period of its time.
     *
     * @param segment the index that {@link RatingMonitor#segment} gave
     * @param rating a rating on the scale, or {@code Integer.MIN_VALUE} for a missing answer
     * @param micros when it was given, in microseconds since 1970-01-01T00:00Z
     * @throws IllegalArgumentException if there is no such segment, if the rating is off the scale of a strict
     *     monitor, or if the time would move the window out of the years 1000 to 9000
     * @throws IllegalStateException if this is closed
     */
    public void record(int segment, int rating, long micros) {
        if (!countAgain(segment, rating, micros) && !countAnywhere(segment, rating, micros)) {
            monitor.late(segment, micros);
        }
    }

    /**
     * Counts one answer, and says whether its period is still held; otherwise the answer is counted as late.
     *
     * <p>The check of {@link #countAgain} stands here again, since the shared door is slower by a tenth if it calls it
     * (LiveMonitorBenchmark.sharedRotating).
     */
    boolean recordIfHeld(int segment, int rating, long micros) {
        int cell = rating - min;
        if (segment >= 0 && segment < limit && cell >= 0 && cell < points && micros >= from && micros < to) {
            Cells.increment(counts, index(segment, cell));
            return true;
        }
        return countAnywhere(segment, rating, micros);
    }

    /**
     * Counts an answer of the period written to last, and says whether it is one. A method of its own, small enough to be
     * compiled in place, and one unsigned comparison of the time instead of two: together a third of the time
     * (LiveMonitorBenchmark.ownHandleRotating).
     */
    private boolean countAgain(int segment, int rating, long micros) {
        int cell = rating - min;
        if (cell >= 0
                && cell < points
                && segment >= 0
                && segment < limit
                && Long.compareUnsigned(micros - from, to - from) < 0) {
            Cells.increment(counts, index(segment, cell));
            return true;
        }
        return false;
    }

    private boolean countAnywhere(int segment, int rating, long micros) {
        Cells mine = open();
        int index = index(segment, mine.layout().cell(rating));
        int registered = mine.require(segment);
        Ring.Bucket bucket = mine.bucket(micros, registered);
        if (bucket == null) {
            Cells.increment(mine.late(registered), index);
            return false;
        }
        recordIn(bucket, registered, index);
        return true;
    }

    private int index(int segment, int cell) {
        return Cells.PAD + (segment << shift) + cell;
    }

    private Cells open() {
        Cells mine = cells;
        if (mine == null) {
            throw new IllegalStateException("this writer is closed");
        }
        return mine;
    }

    private void recordIn(Ring.Bucket bucket, int registered, int index) {
        Cells.increment(bucket.counts, index);
        from = bucket.from;
        to = bucket.to;
        counts = bucket.counts;
        allow(registered);
    }

    /**
     * Lets the next answers pass, and only then asks the clock: who moves time on first moves the clock and then calls
     * {@link #timeMoved}, so if that 0 came too early to stay, the clock is seen to have moved.
     */
    private void allow(int registered) {
        if (limit != registered) {
            limit = registered;
        }
        if (limitOfNewest != registered) {
            limitOfNewest = registered;
        }
        if (from < clock.oldestFrom()) {
            limit = 0;
        }
        if (from != clock.newestFrom()) {
            limitOfNewest = 0;
        }
    }

    /** Makes the next answer ask the clock; for any thread. */
    void timeMoved() {
        limit = 0;
        limitOfNewest = 0;
    }

    /** Gives the memory of this handle back for the next one; the counts stay. Does nothing the second time. */
    @Override
    public void close() {
        Cells mine = cells;
        if (mine != null) {
            cells = null;
            timeMoved();
            monitor.takeBack(mine);
        }
    }
}
