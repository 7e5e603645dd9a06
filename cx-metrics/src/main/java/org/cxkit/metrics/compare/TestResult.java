package org.cxkit.metrics.compare;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.math.Student;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A test of whether a quantity is 0, by how many standard errors its estimate is away from it.
 *
 * <p>The quantity is signed: a difference, a change, a gap to a benchmark, a slope. Test and {@link #interval} are two
 * views of the same figures: {@code p < alpha} exactly where the interval at {@code 1 - alpha} leaves 0 out. Immutable,
 * value-based and thread-safe; {@code toString} is such as {@code 0.1000 (z 0.9578, p 0.3382, Wald)}.
 *
 * @param estimate the point estimate, in the unit of the quantity
 * @param centre what the method tests, the estimate itself where it does not adjust
 * @param standardError of the centre, not negative; 0 where nothing varies, and then there is no test
 * @param degreesOfFreedom of Student's distribution, above 0; null for the normal one
 * @param method the name of the test, such as {@code Welch t}
 */
public record TestResult(
        double estimate,
        double centre,
        double standardError,
        @Nullable Double degreesOfFreedom,
        String method) implements Serializable {

    /** No p-value is told smaller: one below 1e-300 is told as 1e-300, never as 0. */
    public static final double SMALLEST_P = PValue.SMALLEST;

    /**
     * Checks the numbers, and makes -0.0 of each 0.0.
     *
     * @throws IllegalArgumentException if a number is not finite, the standard error negative, or the degrees of
     *     freedom not above 0
     */
    public TestResult {
        Objects.requireNonNull(method, "method");
        boolean freedom = degreesOfFreedom == null || (degreesOfFreedom > 0 && Double.isFinite(degreesOfFreedom));
        if (!Double.isFinite(estimate) || !Double.isFinite(centre) || !Double.isFinite(standardError)) {
            throw new IllegalArgumentException("a test needs finite numbers, got the estimate " + estimate
                    + ", the centre " + centre + " and the standard error " + standardError);
        }
        if (standardError < 0 || !freedom) {
            throw new IllegalArgumentException("a test needs a standard error of at least 0 and degrees of freedom"
                    + " above 0, got " + standardError + " and " + degreesOfFreedom);
        }
        estimate = estimate + 0.0;
        centre = centre + 0.0;
        standardError = standardError + 0.0;
    }

    /** A test against the normal distribution whose method does not adjust the estimate. */
    static TestResult z(double estimate, double standardError, String method) {
        return new TestResult(estimate, estimate, standardError, null, method);
    }

    /**
     * {@return the test of an estimate against Student's distribution}
     *
     * @param estimate the point estimate
     * @param standardError its standard error, not negative
     * @param degreesOfFreedom above 0
     * @param method the name of the test
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static TestResult t(double estimate, double standardError, double degreesOfFreedom, String method) {
        return new TestResult(estimate, estimate, standardError, degreesOfFreedom, method);
    }

    /**
     * {@return the same test in another unit}
     *
     * @param factor how many new units there are to one of the old, above zero: 100 from shares to points
     * @throws IllegalArgumentException if the factor is not above zero
     */
    public TestResult times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("a unit must be above zero, got " + factor);
        }
        return new TestResult(factor * estimate, factor * centre, factor * standardError, degreesOfFreedom, method);
    }

    /** {@return the centre over its standard error, z or t; no data if the standard error is 0} */
    public Outcome<Double> statistic() {
        return statistic(0);
    }

    /** How many standard errors the centre is above a value. */
    Outcome<Double> statistic(double value) {
        return standardError == 0
                ? Outcome.noData("the standard error is 0")
                : Outcome.of((centre - value) / standardError);
    }

    /**
     * {@return the two-sided p-value, from {@link #SMALLEST_P} to 1; no data if the standard error is 0}
     *
     * <p>Told from the tail itself, never as 1 less a probability, so that a small one keeps its digits.
     */
    public Outcome<Double> pValue() {
        return statistic().map(statistic -> PValue.of(2 * above(Math.abs(statistic))));
    }

    /** The probability to be above a statistic where the quantity is 0. */
    double above(double statistic) {
        return degreesOfFreedom == null ? Normal.below(-statistic) : Student.above(statistic, degreesOfFreedom);
    }

    /**
     * {@return the values that this test does not reject: {@code centre ± quantile * standardError}}
     *
     * <p>Of no width if the standard error is 0. Not clamped to what is possible.
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval interval(double level) {
        double quantile = degreesOfFreedom == null ? Normal.z(level) : Student.t(level, degreesOfFreedom);
        double half = quantile * standardError;
        return new Interval(estimate, centre, centre - half, centre + half, level, method, false);
    }

    /**
     * {@return the test of whether the quantity is as good as 0, which a large p-value never shows}
     *
     * @param margin how far from 0 still is as good as 0, above zero, in the unit of the quantity
     * @throws IllegalArgumentException if the margin is not above zero
     */
    public Equivalence equivalence(double margin) {
        return new Equivalence(this, margin, 0, 0, 0);
    }

    /** {@return the estimate, the statistic, the p-value and the method} */
    @Override
    public String toString() {
        String statistic = statistic()
                .map(value -> String.format(Locale.ROOT, "%s %.4f, ", degreesOfFreedom == null ? "z" : "t", value))
                .toOptional()
                .orElse("");
        return String.format(Locale.ROOT, "%.4f (%s%s, %s)", estimate, statistic, Sentence.pValue(pValue()), method);
    }
}
