package org.cxkit.metrics.spend;

import java.io.Serializable;
import java.util.Locale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.CorrelationInterval;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.wording.Sentence;

/**
 * How the number of repeat purchases of customers and their mean spend in one go together.
 *
 * <p>The Gamma-Gamma model takes them to be independent: a correlation far from 0 says that it does not fit. Immutable,
 * value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param customers customers who spent something in repeat purchases, not negative
 * @param withoutRepeat customers left out for want of a repeat purchase, not negative
 * @param withoutSpend customers left out because their repeat purchases came to nothing or less, not negative
 * @param pearson the linear correlation, from -1 to 1; no data for fewer than 2 customers, or where all bought equally
 *     often or spent the same
 */
public record SpendCorrelation(long customers, long withoutRepeat, long withoutSpend, Outcome<Double> pearson)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a count is negative or the correlation not from -1 to 1
     */
    public SpendCorrelation {
        if (customers < 0 || withoutRepeat < 0 || withoutSpend < 0) {
            throw new IllegalArgumentException("counts must not be negative: customers=" + customers
                    + ", withoutRepeat=" + withoutRepeat + ", withoutSpend=" + withoutSpend);
        }
        if (pearson instanceof Outcome.Value<Double> found && !(Math.abs(found.value()) <= 1)) {
            throw new IllegalArgumentException("a correlation must be from -1 to 1, got " + found.value());
        }
    }

    /**
     * {@return the correlation of frequency and mean spend}
     *
     * @param tally customers with their repeat purchases and what they spent in them
     */
    public static SpendCorrelation of(SpendTally tally) {
        return new SpendCorrelation(tally.customers(), tally.withoutRepeat(), tally.withoutSpend(), pearson(tally));
    }

    private static Outcome<Double> pearson(SpendTally tally) {
        if (tally.customers() < 2) {
            return Outcome.noData("at least 2 customers with repeat spend wanted, got " + tally.customers());
        }
        double n = tally.customers();
        double meanX = 0;
        double meanSpend = 0;
        for (int i = 0; i < tally.pairs(); i++) {
            meanX += tally.customers(i) * (tally.frequency(i) / n);
            meanSpend += tally.customers(i) * (spend(tally, i) / n);
        }
        double ofX = 0;
        double ofSpend = 0;
        double together = 0;
        boolean sameX = true;
        boolean sameSpend = true;
        for (int i = 0; i < tally.pairs(); i++) {
            double x = tally.frequency(i) - meanX;
            double spend = spend(tally, i) - meanSpend;
            ofX += tally.customers(i) * (x * x);
            ofSpend += tally.customers(i) * (spend * spend);
            together += tally.customers(i) * (x * spend);
            sameX &= tally.frequency(i) == tally.frequency(0);
            sameSpend &= spend(tally, i) == spend(tally, 0);
        }
        if (sameX || sameSpend) {
            return Outcome.noData("all customers bought equally often or spent the same");
        }
        double r = together / Math.sqrt(ofX) / Math.sqrt(ofSpend);
        return Outcome.of(Math.max(-1, Math.min(1, r)) + 0.0);
    }

    private static double spend(SpendTally tally, int index) {
        return (double) tally.totalMinor(index) / tally.frequency(index);
    }

    /**
     * {@return Fisher's interval of the correlation; no data for fewer than four customers or a perfect correlation}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Outcome<Interval> interval(double level) {
        return CorrelationInterval.fisher(pearson, customers, level);
    }

    /** {@return a sentence with the correlation, its interval and the counts} */
    @Override
    public String toString() {
        String value = pearson.map(r -> String.format(Locale.ROOT, "%.3f", r))
                .toOptional()
                .orElse("undefined");
        String interval = interval(Sentence.LEVEL)
                .map(found -> " " + found.inBrackets(3))
                .toOptional()
                .orElse("");
        return "correlation of frequency and spend " + value + interval + ", " + Sentence.count(customers, "customer")
                + ", " + withoutRepeat + " without a repeat purchase and " + withoutSpend
                + " without repeat spend left out";
    }
}
