package org.cxkit.metrics.consistency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * How much of the variance of answers lies between groups: the one-way analysis of variance and the intraclass
 * correlation told from it.
 *
 * <p>{@code icc = (MSB - MSW) / (MSB + (n0 - 1) MSW)} with {@code n0 = (n - sum(n_j^2) / n) / (k - 1)}: 1 where each
 * group is of one mind, 0 where groups differ no more than chance makes them; it may be negative, and is then told as
 * such. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: A. Donner, "A Review of Inference Procedures for the Intraclass Correlation Coefficient in the One-Way
 * Random Effects Model", International Statistical Review 54(1), 1986.
 *
 * @param groups how many groups with answers, the {@code k} of the formulas
 * @param responses how many answers, the {@code n} of the formulas
 * @param sizePairs the sum of {@code n_i n_j} over all pairs of groups, {@code (n^2 - sum(n_j^2)) / 2}
 * @param betweenSquares the sum of squares between groups, in the unit of the scores squared
 * @param withinSquares the sum of squares within groups, in the unit of the scores squared
 * @param missing answers that were not given
 * @param invalid answers that were no rating
 */
public record IntraclassCorrelation(
        int groups,
        long responses,
        double sizePairs,
        double betweenSquares,
        double withinSquares,
        long missing,
        long invalid)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is negative or not finite, there are fewer answers than groups, or the
     *     pairs of sizes are too few for them
     */
    public IntraclassCorrelation {
        if (groups < 0 || responses < groups || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException("wanted at least one response for each group and no negative count, got "
                    + groups + " groups, " + responses + " responses, " + missing + " missing, " + invalid
                    + " invalid");
        }
        for (double sum : new double[] {sizePairs, betweenSquares, withinSquares}) {
            if (!(sum >= 0 && sum < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("sums of squares must be finite and not negative, got " + sum);
            }
        }
        // of groups of at least one answer each the typical size is above 1, unless all are of one
        if (groups > 1 && !(2 * (sizePairs / responses) / (groups - 1) > (responses == groups ? 1 - 1e-9 : 1))) {
            throw new IllegalArgumentException(
                    "no " + groups + " groups of " + responses + " responses have the pairs of sizes " + sizePairs);
        }
    }

    /**
     * {@return the correlation of answers of one group, by a scoring}
     *
     * @param scoring what each rating is worth
     * @param groups the answers of each group; groups without a rating count for nothing but their missing answers
     * @param <K> the type of the keys of the groups
     * @throws IllegalArgumentException if the scoring is of another scale
     */
    public static <K extends Comparable<? super K>> IntraclassCorrelation of(
            Scoring scoring, Grouped<K, RatingTally> groups) {
        RatingTally total = groups.total();
        List<RatingTally> answered = new ArrayList<>();
        for (RatingTally tally : groups.asMap().values()) {
            if (tally.valid() > 0) {
                answered.add(tally);
            }
        }
        double mean = answered.isEmpty() ? 0 : scoring.mean(total);
        double between = 0;
        double within = 0;
        double before = 0;
        double pairs = 0; // not by the squared sizes, from which they would cancel
        for (RatingTally tally : answered) {
            double n = tally.valid();
            double distance = scoring.mean(tally) - mean;
            between += n * distance * distance;
            within += n * scoring.variance(tally);
            pairs += before * n;
            before += n;
        }
        return new IntraclassCorrelation(
                answered.size(), total.valid(), pairs, between, within, total.missing(), total.invalid());
    }

    /** {@return the mean square between groups; no data for fewer than two groups} */
    public Outcome<Double> meanSquareBetween() {
        return groups < 2 ? Outcome.noData("fewer than two groups") : Outcome.of(betweenSquares / (groups - 1));
    }

    /** {@return the mean square within groups; no data if no group has two answers} */
    public Outcome<Double> meanSquareWithin() {
        return responses == groups
                ? Outcome.noData("no group with two responses")
                : Outcome.of(withinSquares / (responses - groups));
    }

    /** {@return the size of a group that the formulas use for groups of different sizes; no data below two groups} */
    public Outcome<Double> typicalSize() {
        return meanSquareBetween().map(unused -> size());
    }

    /**
     * {@return the ratio of the mean squares, compared with the F distribution; no data for fewer than two groups,
     * where no group has two answers, or where nothing varies within the groups}
     */
    public Outcome<Double> f() {
        if (!(meanSquareBetween() instanceof Outcome.Value<Double> between)) {
            return meanSquareBetween();
        }
        return meanSquareWithin() instanceof Outcome.Value<Double> within && within.value() == 0
                ? Outcome.noData("nothing varies within the groups")
                : meanSquareWithin().map(within -> between.value() / within);
    }

    /** {@return the probability of such a ratio, or a larger one, if groups did not differ; no data where there is no ratio} */
    public Outcome<Double> pValue() {
        return f().map(f -> PValue.of(
                FDistribution.of(groups - 1, (double) responses - groups).survivalProbability(f)));
    }

    /**
     * {@return the variance between groups, {@code (MSB - MSW) / n0}; may be negative; no data for fewer than two
     * groups, or where no group has two answers}
     */
    public Outcome<Double> varianceBetween() {
        return difference().map(difference -> difference / size());
    }

    /**
     * {@return the intraclass correlation, at most 1; no data for fewer than two groups, where no group has two
     * answers, or where all answers are the same}
     */
    public Outcome<Double> icc() {
        if (!(varianceBetween() instanceof Outcome.Value<Double> between)) {
            return varianceBetween();
        }
        double all = between.value() + withinSquares / (responses - groups);
        return all == 0 ? Outcome.noData("all answers are the same") : Outcome.of(between.value() / all);
    }

    /**
     * {@return the confidence interval of the correlation, exact for groups of one size and normal answers; no data for
     * fewer than two groups, where no group has two answers, or where nothing varies within the groups}
     *
     * <p>Source: J. D. Thomas, R. A. Hultquist, "Interval Estimation for the Unbalanced Case of the One-Way Random
     * Effects Model", Annals of Statistics 6(3), 1978.
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Outcome<Interval> interval(double level) {
        double tail = Normal.tail(level);
        double below = groups - 1;
        double above = responses - groups;
        return f().map(f -> {
            double low = f / FDistribution.of(below, above).inverseSurvivalProbability(tail);
            double high = f * FDistribution.of(above, below).inverseSurvivalProbability(tail);
            double n0 = size();
            double icc = (f - 1) / (f - 1 + n0);
            return new Interval(
                    icc,
                    icc,
                    (low - 1) / (low - 1 + n0),
                    (high - 1) / (high - 1 + n0),
                    level,
                    "Thomas-Hultquist",
                    false);
        });
    }

    /**
     * {@return how far the mean of a group tells groups apart, {@code (MSB - MSW) / MSB}; may be negative; no data for
     * fewer than two groups, where the means of all groups are the same, or where no group has two answers}
     */
    public Outcome<Double> reliability() {
        if (groups > 1 && betweenSquares == 0) {
            return Outcome.noData("groups do not differ");
        }
        return difference().map(difference -> difference / betweenSquares * (groups - 1));
    }

    /**
     * {@return how much larger the variance of the overall mean is than of as many independent answers:
     * {@code 1 + (n / k - 1) icc}; no data for fewer than two groups, where no group has two answers, or where all
     * answers are the same}
     */
    public Outcome<Double> designEffect() {
        return icc().map(icc -> 1 + ((double) responses / groups - 1) * icc);
    }

    private Outcome<Double> difference() {
        if (!(meanSquareBetween() instanceof Outcome.Value<Double> between)) {
            return meanSquareBetween();
        }
        return meanSquareWithin().map(within -> between.value() - within);
    }

    private double size() {
        return 2 * (sizePairs / responses) / (groups - 1);
    }

    @Override
    public String toString() {
        String value = icc() instanceof Outcome.Value<Double> icc
                ? Sentence.number(icc.value(), 3)
                        + interval(Sentence.LEVEL)
                                .toOptional()
                                .map(interval -> " " + interval.inBrackets(3))
                                .orElse("")
                : icc().toString();
        return "intraclass correlation " + value + ", " + Sentence.count(groups, "group") + ", n " + responses
                + Sentence.dirty(missing, invalid);
    }
}
