package org.cxkit.metrics.compare;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * The difference of the means of two independent groups, tested without assuming that they vary alike.
 *
 * <p>The unit is that of the answers. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: B. L. Welch, "The Generalization of 'Student's' Problem when Several Different Population Variances are
 * Involved", Biometrika 34(1-2), 1947; F. E. Satterthwaite, "An Approximate Distribution of Estimates of Variance
 * Components", Biometrics Bulletin 2(6), 1946.
 *
 * @param first the first group
 * @param second the second group
 */
public record MeanDifference(Sample first, Sample second) implements Difference, Serializable {

    /** Checks that both are there. */
    public MeanDifference {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /**
     * {@return the difference of the mean ratings of two groups, as they were given}
     *
     * @param first the first group
     * @param second the second group, on the same scale
     * @throws IllegalArgumentException if the scales differ; the message names both
     */
    public static MeanDifference of(RatingTally first, RatingTally second) {
        if (!first.scale().equals(second.scale())) {
            throw new IllegalArgumentException(
                    "means on different scales do not compare: " + first.scale() + " and " + second.scale());
        }
        return new MeanDifference(Sample.of(first), Sample.of(second));
    }

    @Override
    public double value() {
        return second.requireMean() - first.requireMean();
    }

    @Override
    public boolean testable() {
        return first.n() > 1 && second.n() > 1;
    }

    /**
     * {@return Welch's test, with the degrees of freedom of Welch and Satterthwaite}
     *
     * @throws IllegalStateException if a group has fewer than two answers
     */
    public TestResult test() {
        double ofFirst = first.squaredError();
        double ofSecond = second.squaredError();
        double sum = ofFirst + ofSecond;
        if (sum == 0) {
            return TestResult.z(value(), 0, "Welch t");
        }
        // each part over the sum, so that no square underflows
        double freedom = 1
                / (square(ofFirst / sum) / (double) (first.n() - 1)
                        + square(ofSecond / sum) / (double) (second.n() - 1));
        return TestResult.t(value(), Math.sqrt(sum), freedom, "Welch t");
    }

    private static double square(double x) {
        return x * x;
    }

    /** {@return the p-value of Welch's test; no data if neither group varies} */
    @Override
    public Outcome<Double> pValue() {
        return test().pValue();
    }

    /** {@return Welch's interval, of no width if neither group varies, within what the answers can differ} */
    @Override
    public Interval interval(double level) {
        return test().interval(level).clampedTo(second.lowest() - first.highest(), second.highest() - first.lowest());
    }

    @Override
    public Equivalence equivalence(double margin) {
        return test().equivalence(margin)
                .withCounts(
                        Math.addExact(first.n(), second.n()),
                        Math.addExact(first.missing(), second.missing()),
                        Math.addExact(first.invalid(), second.invalid()));
    }

    /** {@return a sentence with both means, the difference, its interval, p and the counts} */
    @Override
    public String toString() {
        if (first.n() == 0 || second.n() == 0) {
            return "difference of means undefined, n " + first.n() + " and " + second.n() + dirty();
        }
        String tested =
                testable() ? " " + interval(Sentence.LEVEL).inBrackets(2) + ", " + Sentence.pValue(pValue()) : "";
        return "mean " + Sentence.number(first.mean(), 2) + " to " + Sentence.number(second.mean(), 2)
                + ": difference " + Sentence.number(value(), 2) + tested + ", n " + first.n() + " and " + second.n()
                + dirty();
    }

    private String dirty() {
        return Sentence.dirty(
                Math.addExact(first.missing(), second.missing()), Math.addExact(first.invalid(), second.invalid()));
    }
}
