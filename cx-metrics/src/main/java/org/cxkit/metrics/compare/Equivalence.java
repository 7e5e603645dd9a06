package org.cxkit.metrics.compare;

import java.io.Serializable;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.wording.Sentence;

/**
 * The test of whether a quantity is so near to 0 that it makes no difference: two one-sided tests, TOST.
 *
 * <p>That a difference is not significant does not show that two touchpoints are alike, few answers do it as well. Here
 * the burden is turned round: what is tested is that the quantity is at least a margin away from 0, above or below, and
 * only where both are rejected the two are equivalent. Immutable, value-based and thread-safe.
 *
 * <p>Source: D. J. Schuirmann, "A Comparison of the Two One-Sided Tests Procedure and the Power Approach for Assessing
 * the Equivalence of Average Bioavailability", Journal of Pharmacokinetics and Biopharmaceutics 15(6), 1987.
 *
 * @param test the test of the quantity against 0
 * @param margin how far from 0 still is as good as 0, above zero, in the unit of the quantity
 * @param n the answers of all sides together, 0 where a test was asked that does not know them
 * @param missing answers that were not given, of all sides together, not negative
 * @param invalid answers that were none, of all sides together, not negative
 */
public record Equivalence(TestResult test, double margin, long n, long missing, long invalid) implements Serializable {

    private static final double USUAL_ALPHA = 0.05;

    /**
     * Checks the margin and the counts.
     *
     * @throws IllegalArgumentException if the margin is not above zero or a count is negative
     */
    public Equivalence {
        if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a margin must be above zero and finite, got " + margin);
        }
        if (n < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: n=" + n + ", missing=" + missing + ", invalid=" + invalid);
        }
    }

    /**
     * {@return the same test with the answers it is about}
     *
     * @param answers the answers of all sides together, not negative
     * @param notGiven answers that were not given, not negative
     * @param none answers that were none, not negative
     * @throws IllegalArgumentException if a count is negative
     */
    public Equivalence withCounts(long answers, long notGiven, long none) {
        return new Equivalence(test, margin, answers, notGiven, none);
    }

    /** {@return the larger p-value of the two one-sided tests, from 0 to 1; no data if the standard error is 0} */
    public Outcome<Double> pValue() {
        return test.statistic(-margin).map(aboveLow -> {
            double belowHigh = (margin - test.centre()) / test.standardError();
            return PValue.of(Math.max(test.above(aboveLow), test.above(belowHigh)));
        });
    }

    /**
     * {@return whether equivalence is shown; no data if the standard error is 0}
     *
     * <p>So it is exactly where the {@link #interval} is within the margin on both sides.
     *
     * @param alpha how often it may be shown falsely, above 0 and below 0.5
     * @throws IllegalArgumentException if {@code alpha} is out of its range
     */
    public Outcome<Boolean> shown(double alpha) {
        requireAlpha(alpha);
        return pValue().map(p -> p < alpha);
    }

    /**
     * {@return the interval of the quantity at the level {@code 1 - 2 alpha}, which belongs to this test}
     *
     * @param alpha how often equivalence may be shown falsely, above 0 and below 0.5
     * @throws IllegalArgumentException if {@code alpha} is out of its range
     */
    public Interval interval(double alpha) {
        return test.interval(1 - 2 * requireAlpha(alpha));
    }

    private static double requireAlpha(double alpha) {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must be above 0 and below 0.5, got " + alpha);
        }
        return alpha;
    }

    /** {@return a sentence with the p-value, the margin, the 90 % interval and the counts where they are known} */
    @Override
    public String toString() {
        return "equivalence within " + Sentence.number(margin, 4) + ": " + Sentence.pValue(pValue()) + ", "
                + Sentence.number(test.estimate(), 4) + " "
                + interval(USUAL_ALPHA).inBrackets(4)
                + (n == 0 ? "" : ", n " + n) + Sentence.dirty(missing, invalid);
    }
}
