package org.cxkit.metrics.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/**
 * A few sets of cells that any thread may record into, each by one thread at a time.
 *
 * <p>A thread tries the set its own number leads to, and where another thread is at it, the next one; so it waits
 * only when as many threads as there are sets record in the same nanoseconds. Thread-safe.
 */
final class Stripes {
    private static final VarHandle BUSY = MethodHandles.arrayElementVarHandle(int[].class);

    /** Ints from one lock to the next: two cache lines, since processors fetch them in pairs. */
    private static final int SPREAD = 32;

    private static final int MOST = 64;

    private final RatingWriter[] writers;
    private final int[] busy;

    Stripes(Supplier<RatingWriter> newWriter) {
        int sets = Math.min(MOST, Integer.highestOneBit(4 * Runtime.getRuntime().availableProcessors() - 1));
        this.writers = new RatingWriter[sets];
        this.busy = new int[(sets + 1) * SPREAD];
        for (int i = 0; i < sets; i++) {
            writers[i] = newWriter.get();
        }
    }

    /** Counts one answer in the newest period. */
    void record(int segment, int rating) {
        int set = take();
        try {
            writers[set].record(segment, rating);
        } finally {
            giveBack(set);
        }
    }

    /** Counts one answer, and says whether its period is still held. */
    boolean record(int segment, int rating, long micros) {
        int set = take();
        try {
            return writers[set].recordIfHeld(segment, rating, micros);
        } finally {
            giveBack(set);
        }
    }

    private int take() {
        int set = (int) Thread.currentThread().getId() & (writers.length - 1);
        while (!BUSY.compareAndSet(busy, (set + 1) * SPREAD, 0, 1)) {
            set = (set + 1) & (writers.length - 1);
            Thread.onSpinWait();
        }
        return set;
    }

    private void giveBack(int set) {
        BUSY.setRelease(busy, (set + 1) * SPREAD, 0);
    }
}
