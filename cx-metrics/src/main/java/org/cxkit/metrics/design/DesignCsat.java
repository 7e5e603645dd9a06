package org.cxkit.metrics.design;

import java.io.Serializable;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.SurveyInterval;
import org.cxkit.metrics.weight.WeightedCsat;
import org.cxkit.metrics.weight.WeightedTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * Customer satisfaction of weighted answers with the standard error of the design they were drawn by.
 *
 * <p>The value is the share of the top boxes of {@link WeightedCsat}, from 0 to 1; strata, clusters and finite
 * populations alter its error alone. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: see {@link DesignMean}.
 *
 * @param weighted the share with the errors that know of the weights alone
 * @param standardError of the share by the design, not negative
 * @param units how many units were drawn, above 0: clusters, those without a response too, and responses that were
 *     drawn one by one
 * @param strata from how many strata, above 0 and at most as many
 */
public record DesignCsat(WeightedCsat weighted, double standardError, long units, int strata) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the standard error is negative or not finite, or there are fewer units than
     *     strata
     */
    public DesignCsat {
        DesignMean unused = new DesignMean(weighted.estimate(), standardError, units, strata);
    }

    /**
     * {@return the satisfaction of units drawn from large populations, in the usual boxes of their scale}
     *
     * @param units the tally of each unit
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the scale has no usual boxes, or naming a stratum with a single unit
     */
    public static DesignCsat of(Grouped<SamplingUnit, WeightedTally> units) {
        return of(SamplingDesign.LARGE_POPULATION, Boxes.usual(units.total().scale()), units);
    }

    /**
     * {@return the satisfaction of units drawn by a design}
     *
     * @param design how the units were drawn
     * @param boxes how many ratings count as satisfied and as dissatisfied
     * @param units the tally of each unit
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the boxes overlap, or the design does not fit the units; the message names
     *     the stratum
     */
    public static DesignCsat of(SamplingDesign design, Boxes boxes, Grouped<SamplingUnit, WeightedTally> units) {
        WeightedCsat weighted = WeightedCsat.of(boxes, units.total());
        DesignMean share = design.mean(Scoring.topBox(weighted.scale(), boxes), units);
        return new DesignCsat(weighted, share.standardError(), share.units(), share.strata());
    }

    /** {@return the share of the top boxes with its standard error, from 0 to 1} */
    public DesignMean estimate() {
        return new DesignMean(weighted.estimate(), standardError, units, strata);
    }

    /** {@return the weighted share of responses in the top boxes, from 0 to 1} */
    public double share() {
        return weighted.share();
    }

    /**
     * {@return the 95 % interval of Korn and Graubard for the share, within 0 to 1}
     *
     * @throws IllegalStateException if there are not more units than strata
     */
    public Interval interval() {
        return interval(SurveyInterval.BETA, Sentence.LEVEL);
    }

    /**
     * {@return the interval of the share by a method, within 0 to 1}
     *
     * @param method the method
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are not more units than strata
     * @throws IllegalArgumentException if the level is outside of its range, or the method is undefined for the share
     */
    public Interval interval(SurveyInterval method, double level) {
        return estimate().interval(method, level);
    }

    /** {@return a sentence with the share in per cent, its 95 % interval where there is one, n and the design} */
    @Override
    public String toString() {
        String interval = units == strata ? "" : " " + interval().times(100).inBrackets(1);
        return "weighted CSAT " + Sentence.number(100 * share(), 1) + " %" + interval + ", "
                + estimate().drawn() + ", top " + weighted.boxes().top() + " of " + weighted.scale()
                + Sentence.dirty(weighted.zeroWeight(), weighted.missing(), weighted.invalid());
    }
}
