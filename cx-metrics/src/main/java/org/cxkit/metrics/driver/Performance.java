package org.cxkit.metrics.driver;

import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.RatingTally;

/** How well a driver is done, told from its ratings on any scale: 0 is all worst, 1 is all best. */
public enum Performance {
    /** Where the mean stands between the worst rating of the scale and the best, with Student's interval. */
    MEAN {
        @Override
        Interval measure(RatingTally ratings, double level) {
            RatingTally rising = ratings.scale().lowIsGood() ? ratings.reversed() : ratings;
            double mean = rising.mean() - rising.scale().min();
            double points = rising.scale().points() - 1.0;
            return MeanInterval.t(mean / points, rising.sd() / points, rising.valid(), level)
                    .clampedTo(0, 1);
        }
    },

    /** The share of ratings in the usual top boxes of the scale, with Wilson's interval. */
    TOP_BOX {
        @Override
        Interval measure(RatingTally ratings, double level) {
            return Csat.of(ratings).interval(level);
        }
    };

    abstract Interval measure(RatingTally ratings, double level);
}
