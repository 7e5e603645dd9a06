package org.cxkit.metrics.value;

import java.io.Serializable;
import java.util.Currency;
import java.util.Objects;
import org.cxkit.core.rating.Band;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Difference;
import org.cxkit.metrics.compare.Equivalence;
import org.cxkit.metrics.compare.MeanDifference;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.wording.Sentence;

/**
 * How much more a promoter is worth than a detractor: the revenue at stake in the score.
 *
 * <p>The mean value of promoters less that of detractors, in units of the currency, tested by Welch's t. It says that
 * value goes with the score, not that the score makes it. Immutable, value-based and thread-safe; {@code toString} is a
 * sentence.
 *
 * <p>Source: F. F. Reichheld, R. Markey, "The Ultimate Question 2.0", Harvard Business Review Press, 2011, for the
 * comparison of the two groups.
 *
 * @param currency the currency of the values
 * @param promoters the values of promoters
 * @param passives the values of passives
 * @param detractors the values of detractors
 */
public record ValueGap(Currency currency, Sample promoters, Sample passives, Sample detractors)
        implements Difference, Serializable {

    /** From all detractors to all promoters, in points. */
    private static final int POINTS_APART = 200;

    /** Checks that all are there. */
    public ValueGap {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(promoters, "promoters");
        Objects.requireNonNull(passives, "passives");
        Objects.requireNonNull(detractors, "detractors");
    }

    /**
     * {@return the gap in the values of customers by their band}
     *
     * @param values the values of each band, such as {@code Grouped.by(band, ValueAccumulator.collector(currency))}
     */
    public static ValueGap of(Grouped<Band, ValueTally> values) {
        return new ValueGap(
                values.empty().currency(),
                sample(values, Band.PROMOTER),
                sample(values, Band.PASSIVE),
                sample(values, Band.DETRACTOR));
    }

    private static Sample sample(Grouped<Band, ValueTally> values, Band band) {
        return values.tally(band).sample();
    }

    /** {@return the difference of the means, the promoters second} */
    public MeanDifference difference() {
        return new MeanDifference(detractors, promoters);
    }

    @Override
    public double value() {
        return difference().value();
    }

    @Override
    public boolean testable() {
        return difference().testable();
    }

    /** {@return the p-value of Welch's test; no data if neither group varies} */
    @Override
    public Outcome<Double> pValue() {
        return difference().pValue();
    }

    /** {@return Welch's interval of the gap, in units of the currency} */
    @Override
    public Interval interval(double level) {
        return difference().interval(level);
    }

    @Override
    public Equivalence equivalence(double margin) {
        return difference().equivalence(margin);
    }

    /**
     * {@return what one point of NPS goes with, in units of the currency, for all customers together}
     *
     * <p>One point more is one in 200 of the customers turned from detractors to promoters: {@code customers * gap /
     * 200}, if they come to be worth as much as the others there.
     *
     * @param customers how many customers the score stands for, above zero; 1 for the value of a point by customer
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are fewer than two promoters or two detractors
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public Interval perPoint(long customers, double level) {
        if (customers < 1) {
            throw new IllegalArgumentException("the number of customers must be above zero, got " + customers);
        }
        return interval(level).times((double) customers / POINTS_APART);
    }

    /** {@return a sentence with both means, the gap, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", n " + Sentence.count(promoters.n(), "promoter") + " and "
                + Sentence.count(detractors.n(), "detractor")
                + Sentence.dirty(
                        Math.addExact(promoters.missing(), Math.addExact(passives.missing(), detractors.missing())), 0);
        if (!testable()) {
            return "value gap not told" + counted;
        }
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return "a promoter is worth " + Sentence.number(promoters.mean(), digits) + " " + currency + ", a detractor "
                + Sentence.number(detractors.mean(), digits) + ": gap " + Sentence.number(value(), digits) + " "
                + interval(Sentence.LEVEL).inBrackets(digits) + ", " + Sentence.pValue(pValue()) + counted;
    }
}
