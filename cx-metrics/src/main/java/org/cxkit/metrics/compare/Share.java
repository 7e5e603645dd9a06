package org.cxkit.metrics.compare;

import java.io.Serializable;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Fraction;
import org.cxkit.metrics.wording.Sentence;

/**
 * How many of how many: the satisfied, the churned, the escalated, the automated.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param count how many, not negative, at most {@code n}
 * @param n of how many, not negative
 * @param missing those of whom it is not known, not negative
 * @param invalid answers that were none, not negative
 */
public record Share(long count, long n, long missing, long invalid) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative or there are more than n
     */
    public Share {
        if (count < 0 || count > n || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException("wanted from 0 to n, and counts that are not negative: count=" + count
                    + ", n=" + n + ", missing=" + missing + ", invalid=" + invalid);
        }
    }

    /**
     * {@return a share of which all is known}
     *
     * @param count how many, not negative, at most {@code n}
     * @param n of how many
     */
    public static Share of(long count, long n) {
        return new Share(count, n, 0, 0);
    }

    /**
     * {@return the share of the satisfied}
     *
     * @param csat their satisfaction
     */
    public static Share of(Csat csat) {
        return new Share(csat.top(), csat.responses(), csat.missing(), csat.invalid());
    }

    /**
     * {@return the share, from 0 to 1}
     *
     * @throws IllegalStateException if it is of none
     */
    public double value() {
        return fraction().toDouble();
    }

    Fraction fraction() {
        if (n == 0) {
            throw Sentence.undefined("a share");
        }
        return Fraction.of(count, n);
    }

    /** Its variance {@code p (1 - p)}, exactly 0 at the ends. */
    double variance() {
        return Fraction.of(count, n).toDouble() * Fraction.of(n - count, n).toDouble();
    }

    /**
     * {@return the Wilson interval of the share, within 0 to 1}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if it is of none
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval interval(double level) {
        if (n == 0) {
            throw Sentence.undefined("the interval of a share");
        }
        return ProportionInterval.WILSON.of((double) count, (double) n, level).clampedTo(0, 1);
    }

    /** {@return the share in per cent, its interval and the counts} */
    @Override
    public String toString() {
        String share = n == 0
                ? "undefined"
                : Sentence.number(100 * value(), 1) + " % "
                        + interval(Sentence.LEVEL).times(100).inBrackets(1);
        return share + ", " + count + " of n " + n + Sentence.dirty(missing, invalid);
    }
}
