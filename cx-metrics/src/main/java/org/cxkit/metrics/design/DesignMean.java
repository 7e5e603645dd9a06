package org.cxkit.metrics.design;

import java.io.Serializable;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.SurveyInterval;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * A mean of weighted answers with the standard error of the design they were drawn by.
 *
 * <p>The linearised error: the residuals {@code w (x - mean)} are summed by unit, and the variance of these sums within
 * the strata is that of the mean. A cluster whose answers are all missing, invalid or of weight 0 was drawn, and has
 * the sum 0; people drawn one by one who did not respond are not among the units. The unit of the mean is that of the
 * {@link Scoring}: a share for 0 and 1, points for NPS. Immutable, value-based and thread-safe; {@code toString} is a
 * sentence.
 *
 * <p>Source: D. A. Binder, "On the Variances of Asymptotically Normal Estimators from Complex Surveys", International
 * Statistical Review 51(3), 1983; T. Lumley, "Complex Surveys", Wiley, 2010, for units without a response.
 *
 * @param mean the mean, with the errors that know of the weights alone
 * @param standardError of the mean by the design, not negative
 * @param units how many units were drawn, above 0: clusters, those without a response too, and responses that were
 *     drawn one by one
 * @param strata from how many strata, above 0 and at most as many
 */
public record DesignMean(WeightedMean mean, double standardError, long units, int strata) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the standard error is negative or not finite, or there are fewer units than
     *     strata
     */
    public DesignMean {
        if (!(standardError >= 0 && standardError < Double.POSITIVE_INFINITY) || strata < 1 || units < strata) {
            throw new IllegalArgumentException("wanted a standard error that is not negative and at least one unit for"
                    + " each stratum, got " + standardError + ", " + units + " units and " + strata + " strata");
        }
        standardError = standardError + 0.0;
    }

    /**
     * {@return the mean of what the answers are worth, in the unit of the scores}
     *
     * @param design how the units were drawn
     * @param scoring what each rating is worth
     * @param units the tally of each unit
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the scoring is of another scale, or the design does not fit the units; the
     *     message names the stratum
     */
    public static DesignMean of(SamplingDesign design, Scoring scoring, Grouped<SamplingUnit, WeightedTally> units) {
        return design.mean(scoring, units);
    }

    /** {@return the mean itself} */
    public double value() {
        return mean.value();
    }

    /** {@return the degrees of freedom of the standard error: units less strata} */
    public long degreesOfFreedom() {
        return units - strata;
    }

    /**
     * {@return the design effect: how many times the variance is that of a simple random sample of the same n; none
     * for fewer than two responses, or if all are the same}
     */
    public Outcome<Double> designEffect() {
        if (mean.sample().n() < 2) {
            return Outcome.noData("fewer than two responses");
        }
        double simple = mean.variance() / (mean.sample().n() - 1);
        return simple == 0
                ? Outcome.noData("all responses are the same")
                : Outcome.of(standardError * standardError / simple);
    }

    /**
     * {@return the t interval of the mean, within what an answer can be worth}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are not more units than strata
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        return MeanInterval.ofError(value(), standardError, (double) requireFreedom(), level)
                .clampedTo(mean.lowest(), mean.highest());
    }

    /**
     * {@return the interval of a share, within 0 to 1}
     *
     * <p>A share is the mean of answers that are worth from 0 to 1; a net share, of answers worth -1 too, is none.
     *
     * @param method the method
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are not more units than strata
     * @throws IllegalArgumentException if this is no share, the level is outside of its range, or the method is
     *     undefined for the share
     */
    public Interval interval(SurveyInterval method, double level) {
        if (!(mean.lowest() >= 0 && mean.highest() <= 1)) {
            throw new IllegalArgumentException("wanted a share, of answers worth from 0 to 1, got answers worth from "
                    + mean.lowest() + " to " + mean.highest());
        }
        return method.of(value(), standardError, requireFreedom(), mean.sample().n(), level)
                .clampedTo(0, 1);
    }

    private long requireFreedom() {
        if (units == strata) {
            throw new IllegalStateException("an interval needs more units than strata, got " + this);
        }
        return degreesOfFreedom();
    }

    /** {@return a sentence with the mean, its 95 % interval where there is one, the counts and the design} */
    @Override
    public String toString() {
        String interval = units == strata ? "" : " " + interval(Sentence.LEVEL).inBrackets(3);
        return "weighted mean " + Sentence.number(value(), 3) + interval + ", " + drawn()
                + Sentence.dirty(mean.zeroWeight(), mean.missing(), mean.invalid());
    }

    /** How many answers from how many units and strata. */
    String drawn() {
        return mean.sample() + " from " + Sentence.count(units, "unit") + " in " + strata
                + (strata == 1 ? " stratum" : " strata");
    }
}
