package org.cxkit.metrics.live;
/**
 * How far time has moved, as answers and {@code advance} told it; it never goes back.
 *
 * <p>Thread-safe: read without a lock, moved on under one.
 */
final class LiveClock {
    private final Periods periods;
    private final Runnable moved;
    private long newest = Long.MIN_VALUE;
    private volatile long newestFrom = Long.MIN_VALUE;
    private volatile long newestTo = Long.MIN_VALUE;
    private volatile long oldestFrom = Long.MIN_VALUE;

    /** A clock that runs {@code moved} whenever it moved, before {@link #reach} returns to anybody. */
    LiveClock(Periods periods, Runnable moved) {
        this.periods = periods;
        this.moved = moved;
        if (periods.endless()) {
            newest = 0;
            newestTo = periods.from(1);
        }
    }

    Periods periods() {
        return periods;
    }

    /** The start of the oldest period that is held. */
    long oldestFrom() {
        return oldestFrom;
    }

    /** The start of the newest period; {@code Long.MIN_VALUE} while no time is known, and of the endless one. */
    long newestFrom() {
        return newestFrom;
    }

    /** The start of the newest period, whose end is {@code Long.MIN_VALUE} while no time is known. */
    long now() {
        if (newestTo == Long.MIN_VALUE) {
            throw new IllegalStateException("no time is known yet: record with a time, or advance");
        }
        return newestFrom;
    }

    /** Moves time on, if this is later than all before. */
    void reach(long micros) {
        if (micros >= newestTo) {
            moveTo(periods.number(micros));
        }
    }

    private synchronized void moveTo(long number) {
        if (number > newest) {
            long from = periods.from(number);
            long to = periods.from(number + 1);
            oldestFrom = periods.from(number - periods.held() + 1);
            newestFrom = from;
            moved.run();
            newestTo = to; // last: who finds it has reached its time is sure that all were told
            newest = number;
        }
    }

    /** The number of the newest period, or {@code Long.MIN_VALUE} while no time is known. */
    synchronized long newest() {
        return newest;
    }

    void restore(long number) {
        if (number != Long.MIN_VALUE) {
            reach(periods.from(number));
            if (newest() != number) {
                throw new IllegalArgumentException("no period has the number " + number);
            }
        }
    }
}
