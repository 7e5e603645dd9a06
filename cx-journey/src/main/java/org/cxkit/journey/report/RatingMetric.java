package org.cxkit.journey.report;

import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;

/** Which metric a report tells from the answers to a question. */
public enum RatingMetric {
    /** Net Promoter Score in points from -100 to 100, with the adjusted Wald interval. */
    NPS("NPS", "") {
        @Override
        Interval tell(RatingTally tally) {
            return Nps.of(tally).interval();
        }
    },
    /** The share of answers in the top boxes in per cent, with the Wilson interval. */
    CSAT("satisfied", "%") {
        @Override
        Interval tell(RatingTally tally) {
            return Csat.of(tally).interval().times(100);
        }
    },
    /** The share of answers that call it easy in per cent, with the Wilson interval. */
    CES("found it easy", "%") {
        @Override
        Interval tell(RatingTally tally) {
            return Ces.of(tally).easyInterval(LEVEL).times(100);
        }
    };

    private static final double LEVEL = 0.95;

    private final String title;
    private final String unit;

    RatingMetric(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** {@return what the figure is called in a table} */
    public String title() {
        return title;
    }

    /** {@return the sign written behind the figure; empty for points} */
    public String unit() {
        return unit;
    }

    /** {@return the least that is possible} */
    public double least() {
        return this == NPS ? -100 : 0;
    }

    /**
     * {@return the figure with its 95 % interval, in the unit of the metric; no data if there is no valid answer}
     *
     * @param tally the answers, on a scale that the metric knows
     */
    public Outcome<Interval> of(RatingTally tally) {
        return tally.valid() == 0 ? Outcome.noData("no valid answers") : Outcome.of(tell(tally));
    }

    abstract Interval tell(RatingTally tally);
}
