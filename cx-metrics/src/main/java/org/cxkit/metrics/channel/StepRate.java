package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.util.Locale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.wording.Sentence;

/**
 * How many of one stage of a funnel there are for those of the stage before.
 *
 * <p>The rate is {@code reached / base}. It can exceed 1 where the two are counted by different dates or channels;
 * then it is no proportion and has no interval. Immutable, value-based and thread-safe.
 *
 * <p>Source of the interval: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal
 * of the American Statistical Association 22(158), 1927.
 *
 * @param reached the count of the stage, not negative
 * @param base the count of the stage before, not negative
 */
public record StepRate(long reached, long base) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public StepRate {
        if (reached < 0 || base < 0) {
            throw new IllegalArgumentException("counts must not be negative: reached=" + reached + ", base=" + base);
        }
    }

    /** {@return the rate; no data where the base is 0} */
    public Outcome<Double> rate() {
        return base == 0 ? Outcome.noData("the stage before is empty") : Outcome.of((double) reached / base);
    }

    /** {@return the 95 % Wilson interval of the rate; no data where the base is 0 or the rate exceeds 1} */
    public Outcome<Interval> interval() {
        return interval(0.95);
    }

    /**
     * {@return the Wilson interval of the rate; no data where the base is 0 or the rate exceeds 1}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of range
     */
    public Outcome<Interval> interval(double level) {
        if (base == 0) {
            return Outcome.noData("the stage before is empty");
        }
        return reached > base
                ? Outcome.noData("more than the stage before, so no proportion")
                : Outcome.of(ProportionInterval.WILSON.of((double) reached, (double) base, level));
    }

    /** {@return such as {@code 25.0 % (4.6 to 69.9)}, the 95 % Wilson interval in brackets} */
    String percent() {
        String limits = interval()
                .toOptional()
                .map(found -> Sentence.number(100 * found.low(), 1) + " to " + Sentence.number(100 * found.high(), 1))
                .orElse("no interval");
        return rate().toOptional()
                .map(rate -> Sentence.number(100 * rate, 1) + " % (" + limits + ")")
                .orElse("no rate");
    }

    /** {@return such as {@code 25.0 % (1 of 4)}} */
    @Override
    public String toString() {
        return rate().toOptional()
                        .map(rate -> String.format(Locale.ROOT, "%.1f %%", 100 * rate))
                        .orElse("no rate") + " (" + reached + " of " + base + ")";
    }
}
