package org.cxkit.metrics.control;

import java.io.Serializable;
import org.cxkit.metrics.wording.Sentence;

/**
 * That a chart says something changed: which way, since when, and by how much.
 *
 * <p>Periods, or answers where a chart takes them one by one, are numbered from 0 in the order they came in, those
 * without answers too. Immutable, value-based and thread-safe.
 *
 * @param what the metric
 * @param rule the rule that signals, such as {@code CUSUM}
 * @param direction the way the metric went
 * @param since the estimated change point: the first period after the change
 * @param at the period that signals, not before {@code since}
 * @param shift the estimated change, in the unit of the metric: the mean of all answers since the change point minus the
 *     normal one; a rule that lets a large period count for less than all its answers may go the other way
 * @param n the answers since the change point, at least 1
 */
public record Signal(Characteristic what, String rule, Direction direction, long since, long at, double shift, long n)
        implements Serializable {

    private static final int WIDE = 100;

    /** The way a metric went. */
    public enum Direction {
        /** The metric rose. */
        UP,
        /** The metric fell. */
        DOWN
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the change is not before its signal, or there are no answers behind it
     */
    public Signal {
        if (since < 0 || at < since || n < 1 || !Double.isFinite(shift)) {
            throw new IllegalArgumentException("a signal needs 0 <= since <= at, a finite shift and answers, got since "
                    + since + ", at " + at + ", shift " + shift + ", n " + n);
        }
        shift = shift + 0.0;
    }

    /** {@return how many periods, or answers, the change has lasted up to the signal, at least 1} */
    public long length() {
        return at - since + 1;
    }

    /** Whether the mean went the other way than what the rule adds up. */
    boolean isAgainstTheMean() {
        return direction == Direction.UP ? shift < 0 : shift > 0;
    }

    /**
     * {@return what went which way and by how much, such as {@code NPS down by 40.0}; where the mean went the other way,
     * {@code NPS signals down (mean up by 0.4)}}
     */
    public String change() {
        int digits = what.highest() - what.lowest() < WIDE ? 4 : 1; // shares and points
        String way = direction == Direction.UP ? "up" : "down";
        String by = " by " + Sentence.number(Math.abs(shift), digits);
        return isAgainstTheMean()
                ? what + " signals " + way + " (mean " + (shift > 0 ? "up" : "down") + by + ")"
                : what + " " + way + by;
    }

    /** {@return a sentence that says which way, by how much and since when} */
    @Override
    public String toString() {
        return change() + " since " + since + ", seen at " + at + " (" + rule + "), n " + n;
    }
}
