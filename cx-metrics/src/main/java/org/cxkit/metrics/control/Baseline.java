package org.cxkit.metrics.control;

import java.io.Serializable;
import org.cxkit.metrics.wording.Sentence;

/**
 * What is normal for a metric: the only thing of phase I that the charts of phase II take.
 *
 * <p>It comes from the data of a {@link Calibration}, or is {@link #given}. Immutable, value-based and thread-safe.
 *
 * <p>Source: D. C. Montgomery, "Introduction to Statistical Quality Control", 7th edition, Wiley, 2013.
 *
 * @param what the metric
 * @param centre its mean when all is normal, in the unit of the scores and within their range
 * @param sd the standard deviation of one answer, in the unit of the scores, from 1e-50 to 1e50
 * @param inflation how many times wider than by chance alone the metric varies from period to period: Laney's sigma z
 *     for p′ charts, else 1; from 1e-50 to 1e50
 */
public record Baseline(Characteristic what, double centre, double sd, double inflation) implements Serializable {
    private static final double LEAST = 1e-50;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the centre is out of the range of the scores, or another number is not from
     *     1e-50 to 1e50
     */
    public Baseline {
        centre = what.require(centre) + 0.0;
        requireTellable("the standard deviation of " + what, sd);
        requireTellable("the inflation of " + what, inflation);
    }

    /**
     * {@return a baseline that is known from elsewhere, such as a target}
     *
     * @param what the metric
     * @param centre its mean when all is normal, within the range of the scores
     * @param sd the standard deviation of one answer, from 1e-50 to 1e50
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Baseline given(Characteristic what, double centre, double sd) {
        return new Baseline(what, centre, sd, 1);
    }

    /** Numbers of which no product and no quotient leaves the range of a double. */
    private static void requireTellable(String name, double value) {
        if (!(value >= LEAST && value <= 1 / LEAST)) {
            throw new IllegalArgumentException(name + " must be from 1e-50 to 1e50, got " + value);
        }
    }

    static double requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be above 0 and finite, got " + value);
        }
        return value;
    }

    /** {@return the standard deviation of one answer, times the inflation} */
    public double spread() {
        return sd * inflation;
    }

    /**
     * {@return the limits of the mean of a period: {@code centre ± width * spread / sqrt(n)}, not clamped}
     *
     * @param n the answers of the period, at least 1
     * @param width the distance of the limits in standard errors, above 0; usually 3
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public Limits limits(long n, double width) {
        if (n < 1) {
            throw new IllegalArgumentException("limits need at least 1 answer, got " + n);
        }
        double half = requirePositive("the width of limits", width) * spread() / Math.sqrt((double) n);
        return new Limits(centre - half, centre + half);
    }

    /**
     * Control limits, in the unit of the statistic of their chart; a statistic beyond one of them signals, one on it
     * does not.
     *
     * @param lower the lower limit
     * @param upper the upper limit, not below the lower
     */
    public record Limits(double lower, double upper) implements Serializable {

        /**
         * Checks that the limits are finite and in order.
         *
         * @throws IllegalArgumentException if they are not
         */
        public Limits {
            if (!(lower <= upper) || !Double.isFinite(upper - lower)) {
                throw new IllegalArgumentException("limits must be finite and in order, got " + lower + " to " + upper);
            }
            lower = lower + 0.0;
            upper = upper + 0.0;
        }

        @Override
        public String toString() {
            return Sentence.number(lower, 4) + " to " + Sentence.number(upper, 4);
        }
    }

    @Override
    public String toString() {
        return what + " " + Sentence.number(centre, 4) + ", standard deviation " + Sentence.number(sd, 4)
                + (inflation == 1 ? "" : " times " + Sentence.number(inflation, 4));
    }
}
