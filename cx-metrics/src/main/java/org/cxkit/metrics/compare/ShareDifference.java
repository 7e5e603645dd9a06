package org.cxkit.metrics.compare;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.wording.Sentence;

/**
 * The difference of two shares of independent groups, such as CSAT, churn or escalations before and after.
 *
 * <p>From -1 to 1, the second less the first. The test is the score test, the interval Newcombe's: each is the better
 * one for its purpose, and near the threshold one may speak where the other does not. Immutable, value-based and
 * thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: R. G. Newcombe, "Interval Estimation for the Difference Between Independent Proportions: Comparison of
 * Eleven Methods", Statistics in Medicine 17(8), 1998, method 10; A. Agresti, B. Caffo, "Simple and Effective
 * Confidence Intervals for Proportions and Differences of Proportions Result from Adding Two Successes and Two
 * Failures", The American Statistician 54(4), 2000, for equivalence.
 *
 * @param first the first group
 * @param second the second group
 */
public record ShareDifference(Share first, Share second) implements Difference, Serializable {

    /** Checks that both are there. */
    public ShareDifference {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /**
     * {@return the difference of the satisfaction of two groups}
     *
     * @param first the first group
     * @param second the second group, with the same scale and boxes
     * @throws IllegalArgumentException if the scales or the boxes differ; the message names both
     */
    public static ShareDifference of(Csat first, Csat second) {
        if (!first.scale().equals(second.scale()) || !first.boxes().equals(second.boxes())) {
            throw new IllegalArgumentException("satisfaction by different questions does not compare: " + first.boxes()
                    + " on " + first.scale() + " and " + second.boxes() + " on " + second.scale());
        }
        return new ShareDifference(Share.of(first), Share.of(second));
    }

    @Override
    public double value() {
        return second.fraction().minus(first.fraction()).toDouble();
    }

    @Override
    public boolean testable() {
        return first.n() > 0 && second.n() > 0;
    }

    /**
     * {@return the score test, with the standard error of one share for both:
     * {@code sqrt(p (1 - p) (1 / n1 + 1 / n2))}}
     *
     * @throws IllegalStateException if a group is empty
     * @throws ArithmeticException if both groups together leave the range of a long
     */
    public TestResult test() {
        double difference = value();
        Share both = Share.of(Math.addExact(first.count(), second.count()), Math.addExact(first.n(), second.n()));
        double parts = 1.0 / (double) first.n() + 1.0 / (double) second.n();
        return TestResult.z(difference, Math.sqrt(both.variance() * parts), "score z");
    }

    /**
     * {@return Wald's test after adding a success and a failure to each group, after Agresti and Caffo}
     *
     * @throws IllegalStateException if a group is empty
     */
    public TestResult adjustedTest() {
        double n1 = (double) first.n() + 2;
        double n2 = (double) second.n() + 2;
        double p1 = ((double) first.count() + 1) / n1;
        double p2 = ((double) second.count() + 1) / n2;
        double variance = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2;
        return new TestResult(value(), p2 - p1, Math.sqrt(variance), null, "Agresti-Caffo");
    }

    /** {@return the p-value of the score test; no data where both shares are 0 or both 1} */
    @Override
    public Outcome<Double> pValue() {
        return test().pValue();
    }

    /** {@return Newcombe's hybrid score interval, within -1 to 1} */
    @Override
    public Interval interval(double level) {
        return Mover.of(first.interval(level), second.interval(level), "Newcombe")
                .clampedTo(-1, 1);
    }

    /** {@return the two one-sided tests by {@link #adjustedTest}} */
    @Override
    public Equivalence equivalence(double margin) {
        return adjustedTest()
                .equivalence(margin)
                .withCounts(
                        Math.addExact(first.n(), second.n()),
                        Math.addExact(first.missing(), second.missing()),
                        Math.addExact(first.invalid(), second.invalid()));
    }

    /**
     * {@return how many fewer cases the second group had than it would have had with the share of the first}
     *
     * <p>With the share of escalations before an intervention and after it: how many escalations it prevented. The
     * estimate is {@code n2 (p1 - p2)}, below 0 where there were more.
     *
     * @param level the confidence level of Newcombe's interval, above 0 and below 1
     * @throws IllegalStateException if a group is empty
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval prevented(double level) {
        Interval more = interval(level).times((double) second.n());
        return new Interval(
                -more.estimate(), -more.centre(), -more.high(), -more.low(), level, more.method(), more.clamped());
    }

    /** {@return a sentence with both shares, the difference in points, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", n " + first.n() + " and " + second.n()
                + Sentence.dirty(
                        Math.addExact(first.missing(), second.missing()),
                        Math.addExact(first.invalid(), second.invalid()));
        if (!testable()) {
            return "difference of shares undefined" + counted;
        }
        return Sentence.number(100 * first.value(), 1) + " % to " + Sentence.number(100 * second.value(), 1)
                + " %: difference " + Sentence.number(100 * value(), 1) + " points "
                + interval(Sentence.LEVEL).times(100).inBrackets(1) + ", " + Sentence.pValue(pValue())
                + counted;
    }
}
