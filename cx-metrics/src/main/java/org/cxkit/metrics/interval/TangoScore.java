package org.cxkit.metrics.interval;

import java.util.function.DoubleUnaryOperator;
import org.cxkit.metrics.math.Roots;

/**
 * The limits of Tango's score interval: the net shares {@code d} with {@code |T(d)| <= z}, where
 * {@code T(d) = (share - d) / sqrt(v(d) / n)} and {@code v(d)} is the variance of an answer under the most likely
 * shares whose net share is {@code d}.
 *
 * <p>The root of {@code share - d - z sqrt(v(d) / n)} is found instead, which needs no division; to the last places.
 */
final class TangoScore {
    /** Far below the last place of a limit that is not tiny itself. */
    private static final double TOLERANCE = 1e-17;

    private static final double NEAR_THE_END = -0.5;

    private TangoScore() {}

    /** {@return the lower limit; the upper one is that of the mirrored counts, mirrored} */
    static double lower(double minus, double zero, double plus, double z) {
        double n = minus + zero + plus;
        double down = minus / n;
        double up = plus / n;
        double perAnswer = z / Math.sqrt(n);
        // of answers that are all the same the variance at the estimate is 0: the equation has a closed solution
        if (down == 1) {
            return -1;
        }
        if (up == 1) {
            return (1 - perAnswer * perAnswer) / (1 + perAnswer * perAnswer);
        }
        if (down == 0 && up == 0) {
            return -perAnswer * perAnswer / (1 + perAnswer * perAnswer);
        }
        double share = (plus - minus) / n;
        double others = (zero + plus) / n;
        DoubleUnaryOperator variance =
                share < NEAR_THE_END ? d -> varianceByTheEnd(others, up, 1 + d) : d -> varianceInside(down, up, d);
        // at -1 the variance is 0, at the estimate the distance: the signs differ
        return Roots.between(d -> share - d - perAnswer * Math.sqrt(variance.applyAsDouble(d)), -1, share, TOLERANCE);
    }

    /** {@return the variance of an answer under the most likely shares whose net share is d} */
    private static double varianceInside(double down, double up, double d) {
        double b = (2 - up + down) * d - down - up;
        double minusC = down * d * (1 - d);
        double root = Math.sqrt(Math.max(0, b * b + 8 * minusC));
        // the form of the solution that subtracts nothing
        double most = b > 0 ? 2 * minusC / (b + root) : (root - b) / 4;
        double q = Math.min(Math.max(most, Math.max(0, -d)), (1 - d) / 2);
        // at least the extremes that a net share of d needs
        return Math.max(2 * q + d * (1 - d), Math.abs(d) * (1 - Math.abs(d)));
    }

    /**
     * {@return the same by the distance of d from -1}
     *
     * <p>Nearly all answers are minuses: the form above would subtract what is nearly 4 from 4 under its root. Here the
     * constants have cancelled each other on paper; {@code others} is what is no minus.
     */
    private static double varianceByTheEnd(double others, double up, double distance) {
        double linear = 4 * (2 * up - others * (1 + others + up));
        double square = 1 + (others + up) * (others + up) + 2 * others - 6 * up;
        double more = distance * (linear + distance * square);
        double root = Math.sqrt(Math.max(0, 4 * others * others + more));
        double variance = more / (2 * (root + 2 * others)) + distance * ((3 + others + up) / 2 - distance);
        return Math.max(variance, distance * (1 - distance));
    }
}
