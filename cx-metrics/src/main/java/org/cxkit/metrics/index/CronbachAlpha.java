package org.cxkit.metrics.index;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.Beta;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.moments.MomentsTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * Cronbach's alpha: how consistently several questions measure one thing, so that an index may be made of them.
 *
 * <p>{@code k / (k - 1) · (1 - Σ var(item) / var(total))}, with sample variances over complete rows. At most 1; below 0
 * where items work against each other, most often because one was not turned round. Immutable, value-based and
 * thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: L. J. Cronbach, "Coefficient Alpha and the Internal Structure of Tests", Psychometrika 16(3), 1951.
 *
 * @param items the names of the questions, at least two
 * @param alpha the coefficient, at most 1
 * @param ifDeleted the coefficient without each item in turn, in their order; no data for one without which the total
 *     of the others is constant; empty where there are only two
 * @param n the number of complete rows, at least two
 * @param incomplete the number of rows that lacked an answer, which count for nothing else
 * @param excluded the number of rows of weight 0, which count for nothing else
 * @param invalid the number of rows with a rating off its scale, or a value or weight out of its range, which count for
 *     nothing else
 */
public record CronbachAlpha(
        List<String> items,
        double alpha,
        List<Outcome<Double>> ifDeleted,
        long n,
        long incomplete,
        long excluded,
        long invalid)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there are too few items or rows, if there is not a coefficient without each
     *     item, or if one is above 1
     */
    public CronbachAlpha {
        items = List.copyOf(items);
        ifDeleted = ifDeleted.stream()
                .map(each -> each.map(CronbachAlpha::requireAlpha))
                .toList();
        if (items.size() < 2 || n < 2 || incomplete < 0 || excluded < 0 || invalid < 0) {
            throw new IllegalArgumentException("alpha takes at least two items and two complete rows, got " + items
                    + " and " + Sentence.count(n, "row") + ", " + incomplete + " incomplete, " + excluded
                    + " of weight 0, " + invalid + " invalid");
        }
        if (ifDeleted.size() != (items.size() == 2 ? 0 : items.size())) {
            throw new IllegalArgumentException("wanted an alpha without each of " + items + ", got " + ifDeleted);
        }
        alpha = requireAlpha(alpha);
    }

    private static double requireAlpha(double alpha) {
        if (!(alpha > Double.NEGATIVE_INFINITY && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be a number not above 1, got " + alpha);
        }
        return alpha + 0.0; // no -0.0
    }

    /**
     * {@return the consistency of all variables of a tally}
     *
     * @param moments the answers, all turned the same way round
     * @throws IllegalArgumentException if there are fewer than two variables or complete rows, or naming the items
     *     whose total is constant
     */
    public static CronbachAlpha of(MomentsTally moments) {
        return of(moments, moments.variables());
    }

    /**
     * {@return the consistency of some variables of a tally}
     *
     * @param moments the answers, all turned the same way round
     * @param items the names of the questions, at least two of the variables
     * @throws IllegalArgumentException if there are fewer than two items or complete rows, if there is no such
     *     variable or one comes twice, or naming the items whose total is constant
     */
    public static CronbachAlpha of(MomentsTally moments, List<String> items) {
        if (items.size() < 2 || items.stream().distinct().count() < items.size() || moments.n() < 2) {
            throw new IllegalArgumentException("alpha takes at least two different items and two complete rows, got "
                    + items + " and " + Sentence.count(moments.n(), "row")
                    + Sentence.leftOut(moments.incomplete(), moments.excluded(), moments.invalid()));
        }
        List<Outcome<Double>> ifDeleted = new ArrayList<>();
        for (int i = 0; i < items.size() && items.size() > 2; i++) {
            List<String> rest = new ArrayList<>(items);
            rest.remove(i);
            ifDeleted.add(alpha(moments, rest));
        }
        double all = alpha(moments, items)
                .toOptional()
                .orElseThrow(
                        () -> new IllegalArgumentException("alpha is undefined where the total is constant: " + items));
        return new CronbachAlpha(
                items, all, ifDeleted, moments.n(), moments.incomplete(), moments.excluded(), moments.invalid());
    }

    private static Outcome<Double> alpha(MomentsTally moments, List<String> items) {
        double own = 0;
        double total = 0;
        for (String item : items) {
            own += moments.variance(item);
            for (String other : items) {
                total += moments.covariance(item, other);
            }
        }
        double k = items.size();
        // a total that never varies keeps no more than the rounding of what cancels
        if (!(total > 1e-12 * own)) {
            return Outcome.noData("the total of " + String.join(", ", items) + " is constant");
        }
        return Outcome.of(Math.min(1, k / (k - 1) * (1 - own / total)));
    }

    /**
     * {@return the item without which the others are the most consistent; the first of equal ones}
     *
     * @throws IllegalStateException if there are only two items, or alpha is undefined without any of them
     */
    public String weakest() {
        if (ifDeleted.isEmpty()) {
            throw new IllegalStateException("alpha takes two items: none of " + items + " can be left out");
        }
        double most = ifDeleted.stream()
                .flatMap(each -> each.toOptional().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow(() ->
                        new IllegalStateException("alpha is undefined without any of " + items + ": " + ifDeleted));
        return items.get(ifDeleted.indexOf(Outcome.of(most)));
    }

    /** {@return the 95 % interval of alpha} */
    public Interval interval() {
        return interval(Sentence.LEVEL);
    }

    /**
     * {@return Feldt's interval of alpha}
     *
     * <p>{@code 1 - (1 - α) F} at the quantiles of the F distribution with {@code n - 1} and {@code (n - 1) (k - 1)}
     * degrees of freedom. Supposes rows that count alike, answers near a normal distribution, and items whose true
     * scores differ by no more than a constant.
     *
     * <p>Source: L. S. Feldt, "The Approximate Sampling Distribution of Kuder-Richardson Reliability Coefficient
     * Twenty", Psychometrika 30(3), 1965.
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        Probability.level(level);
        double rows = n - 1.0;
        double others = items.size() - 1.0;
        // F of rows and others rows degrees of freedom is others times a ratio of the two parts of a Beta variable,
        // whose quantiles are told for any number of rows
        Beta part = new Beta(rows / 2, rows * others / 2);
        Beta rest = new Beta(rows * others / 2, rows / 2);
        double tail = (1 - level) / 2;
        double upper = others * part.upperQuantile(tail) / rest.lowerQuantile(tail);
        double lower = others * part.lowerQuantile(tail) / rest.upperQuantile(tail);
        return new Interval(alpha, alpha, 1 - (1 - alpha) * upper, 1 - (1 - alpha) * lower, level, "Feldt", false);
    }

    /** {@return a sentence with alpha, its interval, the counts and alpha without each item} */
    @Override
    public String toString() {
        StringBuilder without = new StringBuilder();
        for (int i = 0; i < ifDeleted.size(); i++) {
            without.append(i == 0 ? "; without " : ", ")
                    .append(items.get(i))
                    .append(' ')
                    .append(ifDeleted.get(i).map(each -> Sentence.number(each, 3)));
        }
        return "alpha " + Sentence.number(alpha, 3) + " " + interval().inBrackets(3) + ", "
                + items.size() + " items, n " + n + Sentence.leftOut(incomplete, excluded, invalid)
                + without;
    }
}
