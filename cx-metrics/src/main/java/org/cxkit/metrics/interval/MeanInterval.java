package org.cxkit.metrics.interval;

import org.cxkit.metrics.math.Student;

/**
 * The interval for a mean.
 *
 * <p>Source: Student (W. S. Gosset), "The Probable Error of a Mean", Biometrika 6(1), 1908.
 */
public final class MeanInterval {

    private MeanInterval() {}

    /**
     * {@return Student's interval for the mean: {@code mean ± t sd / sqrt(n)}, with {@code n - 1} degrees of freedom}
     *
     * @param mean the mean of the sample
     * @param sd the standard deviation of the sample, with {@code n - 1} below, not negative
     * @param n the size of the sample, at least 2
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public static Interval t(double mean, double sd, long n, double level) {
        if (n < 2 || !(sd >= 0)) {
            throw new IllegalArgumentException(
                    "wanted at least 2 answers and a standard deviation that is not negative, got " + n + " and " + sd);
        }
        return ofError(mean, sd / Math.sqrt((double) n), n - 1.0, level);
    }

    /**
     * {@return Student's interval for an estimate: {@code estimate ± t error}}
     *
     * @param estimate the estimate, finite
     * @param error its standard error, not negative
     * @param degreesOfFreedom of the standard error, above 0
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public static Interval ofError(double estimate, double error, double degreesOfFreedom, double level) {
        if (!(error >= 0)) {
            throw new IllegalArgumentException("wanted a standard error that is not negative, got " + error);
        }
        double half = Student.t(level, degreesOfFreedom) * error;
        return Interval.of(estimate, estimate, estimate - half, estimate + half, level, "t");
    }
}
