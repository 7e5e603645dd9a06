package org.cxkit.metrics.interval;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.wording.Sentence;

/**
 * A confidence interval, with the method it comes from.
 *
 * <p>The unit is that of the estimate. Limits are as the method gives them, until {@link #clampedTo} keeps them
 * within what is possible. Immutable, value-based and thread-safe; {@code toString} is such as
 * {@code 0.3968 to 0.8922 (95 %, Wilson)}.
 *
 * @param estimate the point estimate; not all methods give an interval that contains it
 * @param centre what the method puts in the middle, before any clamping; the estimate itself where it does not adjust
 * @param low the lower limit
 * @param high the upper limit, not below the lower
 * @param level the confidence level, above 0 and below 1
 * @param method the name of the method, such as {@code Wilson}
 * @param clamped whether a limit was moved to the end of what is possible
 */
public record Interval(
        double estimate, double centre, double low, double high, double level, String method, boolean clamped)
        implements Serializable {

    /** How far apart two computations of the same limit may be. */
    private static final double ROUNDING = 2e-15;

    /**
     * Checks the numbers, and makes -0.0 of each 0.0.
     *
     * @throws IllegalArgumentException if a number is not finite, the limits are not in order, or the level is not
     *     between 0 and 1
     */
    public Interval {
        if (!Double.isFinite(estimate) || !Double.isFinite(centre) || !Double.isFinite(high - low) || low > high) {
            throw new IllegalArgumentException("an interval needs finite limits in order, got " + low + " to " + high
                    + " for the estimate " + estimate + " about " + centre);
        }
        Probability.level(level);
        estimate = estimate + 0.0;
        centre = centre + 0.0;
        low = low + 0.0;
        high = high + 0.0;
    }

    /** An interval as its method gives it; limits so near that rounding has crossed them are put in order. */
    static Interval of(double estimate, double centre, double low, double high, double level, String method) {
        if (low > high && low - high <= ROUNDING * Math.max(1, Math.abs(low))) {
            return new Interval(estimate, centre, high, low, level, method, false);
        }
        return new Interval(estimate, centre, low, high, level, method, false);
    }

    /**
     * {@return this interval, with limits outside of what is possible moved to its ends}
     *
     * @param lowest the least that is possible
     * @param highest the most that is possible
     * @throws IllegalArgumentException if these are not in order
     */
    public Interval clampedTo(double lowest, double highest) {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("wanted ends in order, got " + lowest + " to " + highest);
        }
        double newLow = Math.min(Math.max(low, lowest), highest);
        double newHigh = Math.max(Math.min(high, highest), lowest);
        boolean moved = newLow != low || newHigh != high;
        return moved ? new Interval(estimate, centre, newLow, newHigh, level, method, true) : this;
    }

    /**
     * {@return this interval in another unit}
     *
     * @param factor how many new units there are to one of the old, above zero: 100 from shares to points
     * @throws IllegalArgumentException if the factor is not above zero
     */
    public Interval times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("a unit must be above zero, got " + factor);
        }
        return new Interval(factor * estimate, factor * centre, factor * low, factor * high, level, method, clamped);
    }

    /** {@return half the distance of the limits, in the unit of the estimate} */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /**
     * {@return whether the value is within the limits, both included}
     *
     * @param value any number
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** {@return the confidence level in per cent, such as {@code 95 %} or {@code 99.9 %}} */
    public String levelPercent() {
        return new BigDecimal(Double.toString(level))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /**
     * {@return the level and the limits in brackets, such as {@code (95 % -29.4 to 65.8)}; limits half away from zero}
     *
     * @param digits digits after the decimal point, not negative
     */
    public String inBrackets(int digits) {
        return "(" + levelPercent() + " " + Sentence.number(low, digits) + " to " + Sentence.number(high, digits) + ")";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f to %.4f (%s, %s)", low, high, levelPercent(), method);
    }
}
