package org.cxkit.metrics.joint;

import java.io.Serializable;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Difference;
import org.cxkit.metrics.compare.Equivalence;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.ShareDifference;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How many more want something than get it: 71 % want it, 29 % get it, a gap of 42 points.
 *
 * <p>The share of the wanting less that of the receiving, from -1 to 1. Where the same respondents answered both
 * questions they are compared pair by pair, else the two groups are compared as independent ones. Immutable,
 * value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param wanted those who want it, of all who were asked
 * @param received those who get it, of all who were asked
 * @param pairs what the respondents who answered both questions said, received first, then wanted; null where there is
 *     none
 */
public record ExpectationGap(
        Share wanted, Share received, @Nullable ShareChange pairs) implements Difference, Serializable {

    /**
     * Checks that there are pairs, if any are given.
     *
     * @throws IllegalArgumentException if there are pairs, but nobody in them
     */
    public ExpectationGap {
        if (pairs != null && pairs.pairs() == 0) {
            throw new IllegalArgumentException("wanted at least one pair, or null for none");
        }
    }

    /**
     * {@return the gap between two groups of which nobody is known to be in both}
     *
     * @param wanted those who want it
     * @param received those who get it
     */
    public static ExpectationGap of(Share wanted, Share received) {
        return new ExpectationGap(wanted, received, null);
    }

    /**
     * {@return the gap in the answers to two questions, pair by pair where a respondent answered both}
     *
     * <p>Only the top boxes count; the bottom ones may overlap them.
     *
     * @param wanted how many ratings say that it is wanted, from the good end of the first scale
     * @param received how many ratings say that it is received, from the good end of the second scale
     * @param answers what is wanted, then what is received; a yes or no is a rating from 0 to 1
     * @throws IllegalArgumentException if the top boxes leave no rating of a scale out
     */
    public static ExpectationGap of(Boxes wanted, Boxes received, JointTally answers) {
        ShareChange pairs = ShareChange.of(received, wanted, answers.swapped());
        return new ExpectationGap(
                top(wanted, answers.first()), top(received, answers.second()), pairs.pairs() == 0 ? null : pairs);
    }

    /** The share in the top boxes, whatever the bottom ones: one is left, and no gap is told from it. */
    private static Share top(Boxes boxes, RatingTally tally) {
        return Share.of(Csat.of(new Boxes(boxes.top(), 1), tally));
    }

    /** {@return the difference of the pairs where there are any, else that of the two groups} */
    public Difference difference() {
        return pairs == null ? new ShareDifference(received, wanted) : pairs;
    }

    @Override
    public double value() {
        return difference().value();
    }

    @Override
    public boolean testable() {
        return difference().testable();
    }

    @Override
    public Outcome<Double> pValue() {
        return difference().pValue();
    }

    @Override
    public Interval interval(double level) {
        return difference().interval(level);
    }

    @Override
    public Equivalence equivalence(double margin) {
        return difference().equivalence(margin);
    }

    /** {@return a sentence with both shares, the gap, and the counts of each and of the pairs} */
    @Override
    public String toString() {
        return "wanted " + wanted + "; received " + received + "; gap "
                + (testable()
                        ? Sentence.number(100 * value(), 1) + " points "
                                + interval(Sentence.LEVEL).times(100).inBrackets(1) + ", "
                                + Sentence.pValue(pValue())
                        : "undefined")
                + (pairs == null
                        ? ", not paired"
                        : ", " + Sentence.count(pairs.pairs(), "pair")
                                + Sentence.dirty(pairs.missing(), pairs.invalid()));
    }
}
