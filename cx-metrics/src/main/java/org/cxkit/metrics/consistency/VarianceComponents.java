package org.cxkit.metrics.consistency;

import java.io.Serializable;
import java.util.Optional;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * The variance of answers between and within groups, by restricted maximum likelihood; never negative.
 *
 * <p>{@link IntraclassCorrelation} tells the same from the analysis of variance, which may be negative and then says
 * that groups are more alike than chance would make them. Immutable, value-based and thread-safe; {@code toString} is
 * a sentence.
 *
 * <p>Source: S. R. Searle, G. Casella, C. E. McCulloch, "Variance Components", Wiley, 1992, chapter 6.
 *
 * @param between the variance of the true means of groups, in the unit of the scores squared, at least 0
 * @param within the variance of answers in a group, in the unit of the scores squared, at least 0
 * @param groups the number of groups with answers, not negative
 * @param responses the number of valid answers, not negative
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 */
public record VarianceComponents(double between, double within, int groups, long responses, long missing, long invalid)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is negative or a variance not finite
     */
    public VarianceComponents {
        if (!(between >= 0 && within >= 0 && between + within < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "variances must be finite and not negative, got " + between + " between and " + within + " within");
        }
        if (groups < 0 || responses < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException("counts must not be negative: groups=" + groups + ", responses="
                    + responses + ", missing=" + missing + ", invalid=" + invalid);
        }
    }

    /**
     * {@return the components of the answers of groups, by a scoring}
     *
     * <p>No data for fewer than two groups with answers, where no group has two, or where nothing varies within the
     * groups.
     *
     * @param scoring what each rating is worth
     * @param groups the answers of each group
     * @param <K> the type of the keys of the groups
     * @throws IllegalArgumentException if the scoring is of another scale
     */
    public static <K extends Comparable<? super K>> Outcome<VarianceComponents> of(
            Scoring scoring, Grouped<K, RatingTally> groups) {
        IntraclassCorrelation anova = IntraclassCorrelation.of(scoring, groups);
        Optional<Double> within = anova.meanSquareWithin().toOptional();
        if (anova.groups() < 2) {
            return Outcome.noData("fewer than two groups");
        }
        if (within.isEmpty() || within.get() == 0) {
            return Outcome.noData("nothing varies within the groups");
        }
        OneWayLikelihood likelihood = OneWayLikelihood.of(scoring, groups, anova.withinSquares());
        double ratio = likelihood.best();
        double sigma2 = likelihood.within(ratio);
        return Outcome.of(new VarianceComponents(
                ratio * sigma2, sigma2, anova.groups(), anova.responses(), anova.missing(), anova.invalid()));
    }

    /** {@return the share of the variance that is between groups, from 0 to 1; no data where nothing varies} */
    public Outcome<Double> icc() {
        double all = between + within;
        return all == 0 ? Outcome.noData("nothing varies") : Outcome.of(between / all);
    }

    /** {@return a sentence with both variances, the share that is between groups, and the counts} */
    @Override
    public String toString() {
        String share = icc().toOptional()
                .map(icc -> ", " + Sentence.number(100 * icc, 1) + " % of it between groups")
                .orElse("");
        return "variance " + Sentence.number(between, 3) + " between and " + Sentence.number(within, 3) + " within"
                + share + ", " + Sentence.count(groups, "group") + ", n " + responses
                + Sentence.dirty(missing, invalid);
    }
}
