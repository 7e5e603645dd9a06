package org.cxkit.metrics.driver;

import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.WeightedCsat;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedTally;

/**
 * How well a driver is done, told from its ratings: 0 is all worst, 1 is all best.
 *
 * <p>Ratings with weights give the same as ratings without where all weights are equal.
 */
public enum Performance {
    /**
     * Where the mean stands between the worst rating of the scale and the best, with Student's interval; where ratings
     * have weights, by the linearised standard error. For ratings on any scale.
     */
    MEAN {
        @Override
        Interval measure(RatingTally ratings, double level) {
            RatingTally rising = ratings.scale().lowIsGood() ? ratings.reversed() : ratings;
            double mean = rising.mean() - rising.scale().min();
            double points = rising.scale().points() - 1.0;
            return MeanInterval.t(mean / points, rising.sd() / points, rising.valid(), level)
                    .clampedTo(0, 1);
        }

        @Override
        Interval measure(WeightedTally ratings, double level) {
            RatingScale scale = ratings.scale();
            WeightedMean mean = WeightedMean.of(Scoring.mean(scale), ratings);
            double points = scale.points() - 1.0;
            double done = scale.lowIsGood() ? scale.max() - mean.value() : mean.value() - scale.min();
            return MeanInterval.ofError(
                            done / points, mean.linearisedError() / points, (double) mean.degreesOfFreedom(), level)
                    .clampedTo(0, 1);
        }
    },

    /**
     * The share of ratings in the usual top boxes of the scale, with Wilson's interval; where ratings have weights,
     * among as many as the effective n. For ratings on scales of 3 to 7 or 10 points: others have no usual boxes, and
     * are refused.
     */
    TOP_BOX {
        @Override
        Interval measure(RatingTally ratings, double level) {
            return Csat.of(ratings).interval(level);
        }

        @Override
        Interval measure(WeightedTally ratings, double level) {
            return WeightedCsat.of(ratings).interval(ProportionInterval.WILSON, level);
        }
    };

    abstract Interval measure(RatingTally ratings, double level);

    abstract Interval measure(WeightedTally ratings, double level);
}
