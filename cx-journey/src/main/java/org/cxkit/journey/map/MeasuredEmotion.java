package org.cxkit.journey.map;

import java.io.Serializable;

/**
 * How customers said they felt at a step: the mean of their answers on the emotion scale, with its interval.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param mean from -2 to +2
 * @param low the low end of the interval, at most the mean
 * @param high the high end of the interval, at least the mean
 * @param responses how many answers stand behind it, at least 1
 */
public record MeasuredEmotion(double mean, double low, double high, long responses) implements Serializable {

    /**
     * Checks scale and order.
     *
     * @throws IllegalArgumentException if not -2 &lt;= low &lt;= mean &lt;= high &lt;= 2, or there is no response
     */
    public MeasuredEmotion {
        if (!(-2 <= low && low <= mean && mean <= high && high <= 2)) {
            throw new IllegalArgumentException("measured emotion wants -2 <= low <= mean <= high <= 2, got low " + low
                    + ", mean " + mean + ", high " + high);
        }
        if (responses < 1) {
            throw new IllegalArgumentException("measured emotion wants at least 1 response, got " + responses);
        }
    }

    /**
     * {@return the measured emotion from a mean on another scale, mapped linearly so that its ends become -2 and +2; the
     * ends of the interval are first cut to the scale}
     *
     * @param mean on the scale
     * @param low the low end of the interval, at most the mean
     * @param high the high end of the interval, at least the mean
     * @param responses how many answers, at least 1
     * @param scaleMin the worst answer, such as 1
     * @param scaleMax the best answer, such as 5
     * @throws IllegalArgumentException if the scale is empty, the mean is off it, or the interval does not hold the mean
     */
    public static MeasuredEmotion onScale(
            double mean, double low, double high, long responses, double scaleMin, double scaleMax) {
        if (!(scaleMin < scaleMax)) {
            throw new IllegalArgumentException("a scale wants min < max, got " + scaleMin + " to " + scaleMax);
        }
        return new MeasuredEmotion(
                map(mean, scaleMin, scaleMax),
                map(Math.max(low, scaleMin), scaleMin, scaleMax),
                map(Math.min(high, scaleMax), scaleMin, scaleMax),
                responses);
    }

    private static double map(double value, double min, double max) {
        return -2 + 4 * (value - min) / (max - min);
    }
}
