package org.cxkit.metrics.live;

import org.jspecify.annotations.Nullable;

/**
 * A handle through which one thread records into a {@link RatingMonitor} as fast as it can add one to a number of its
 * own.
 *
 * <p>No lock, no atomic instruction and no allocation for an answer; memory is made when a period or a segment is
 * written to for the first time. What is recorded counts in the monitor at once, and stays when the handle is closed.
 *
 * <p>Not thread-safe: confined to one thread. Other threads may read the monitor, or record through handles of their
 * own, at the same time.
 */
public final class RatingWriter implements AutoCloseable {
    private final RatingMonitor monitor;
    private @Nullable Cells cells;

    RatingWriter(RatingMonitor monitor, Cells cells) {
        this.monitor = monitor;
        this.cells = cells;
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
        open().record(segment, rating);
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
        if (!open().record(segment, rating, micros)) {
            monitor.late(segment, micros);
        }
    }

    private Cells open() {
        Cells mine = cells;
        if (mine == null) {
            throw new IllegalStateException("this writer is closed");
        }
        return mine;
    }

    /** Gives the memory of this handle back for the next one; the counts stay. Does nothing the second time. */
    @Override
    public void close() {
        Cells mine = cells;
        if (mine != null) {
            cells = null;
            monitor.takeBack(mine);
        }
    }
}
