package org.cxkit.metrics.math;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrates over all numbers a function that rises to one peak and then falls, given by its logarithm: it may be of
 * any height, as narrow or as wide as it likes, and fall as slowly as an exponential function with any rate.
 */
public final class LogIntegral {
    /** What lies so far below the peak is less than a rounding error of the integral. */
    private static final double NOTHING = 45;

    /** Where the function has fallen by so much, its peak is wide. */
    private static final double NEAR = 0.5;

    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    /** By then the ends of a bracket are neighbours. */
    private static final int MOST_STEPS = 2000;

    /** The rule that counts is far better than this: it is what a rule of half its points differs by. */
    private static final double TOLERANCE = 1e-12;

    private final DoubleUnaryOperator log;
    private double low;
    private double peak;
    private double high;
    private double most;

    private LogIntegral(DoubleUnaryOperator log, double start) {
        this.log = log;
        peak = start;
        most = log.applyAsDouble(start);
        bracket();
        narrow();
    }

    /**
     * {@return the logarithm of the integral over all numbers}
     *
     * @param log the logarithm of the function, never positive infinity or NaN, not rising on one side of its peak and
     *     not falling on the other
     * @param start somewhere near the peak
     */
    public static double of(DoubleUnaryOperator log, double start) {
        LogIntegral at = new LogIntegral(log, start);
        return at.most
                + Math.log(Quadrature.integral(x -> Math.exp(log.applyAsDouble(x) - at.most), TOLERANCE, at.points()));
    }

    /** Goes uphill until it goes down again. */
    private void bracket() {
        low = peak - 1;
        high = peak + 1;
        double step = 2;
        for (double next = log.applyAsDouble(low); next > most; next = log.applyAsDouble(low)) {
            high = peak;
            peak = low;
            most = next;
            low -= step;
            step *= 2;
        }
        for (double next = log.applyAsDouble(high); next > most; next = log.applyAsDouble(high)) {
            low = peak;
            peak = high;
            most = next;
            high += step;
            step *= 2;
        }
    }

    /** Narrows the bracket by the golden section until the function hardly falls within it. */
    private void narrow() {
        double atLow = log.applyAsDouble(low);
        double atHigh = log.applyAsDouble(high);
        for (int i = 0; i < MOST_STEPS && most - Math.min(atLow, atHigh) > NEAR; i++) {
            boolean right = high - peak > peak - low;
            double x = peak + GOLDEN * ((right ? high : low) - peak);
            double found = log.applyAsDouble(x);
            boolean higher = found > most;
            if (higher == right) {
                low = higher ? peak : x;
                atLow = higher ? most : found;
            } else {
                high = higher ? peak : x;
                atHigh = higher ? most : found;
            }
            if (higher) {
                peak = x;
                most = found;
            }
        }
    }

    /** {@return the peak, and points at doubled distances on both sides until nothing is left} */
    private double[] points() {
        List<Double> points = new ArrayList<>();
        side(low - peak, points);
        Collections.reverse(points);
        points.add(peak);
        side(high - peak, points);
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void side(double first, List<Double> points) {
        double step = first;
        while (true) {
            double x = peak + step;
            points.add(x);
            if (!(log.applyAsDouble(x) > most - NOTHING)) {
                return;
            }
            step *= 2;
        }
    }
}
