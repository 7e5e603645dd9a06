package org.cxkit.metrics.interval;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.cxkit.metrics.math.Beta;
import org.cxkit.metrics.math.Quadrature;

/**
 * The tails of the difference of two shares of a Dirichlet distribution, {@code P(plus - minus > t)} and its
 * complement, each without subtracting the other from 1.
 *
 * <p>The sum {@code m} of both shares is a Beta variable, and so is the part of it that is minus, independent of
 * {@code m}: the tail at {@code t >= 0} is the mean over {@code m > t} of the probability that this part is below
 * {@code (m - t) / 2m}. Both factors are bounded and smooth in the logit of {@code m}, over which it is integrated.
 */
final class DirichletContrast {
    /** The error allowed of a probability, relative to it. */
    private static final double TOLERANCE = 1e-12;

    /** The noise of the Beta distributions for each answer behind them, which no halving takes away (measured). */
    private static final double NOISE = 3e-18;

    /** The noise of more answers is no more. */
    private static final double MANY = 1e12;

    /** Beyond this part of the distance from t to 1 the sum of the shares counts as 1. */
    private static final double ONE = 1e-18;

    /** How many standard deviations from its centre a peak ends, and where it changes most. */
    private static final double[] DEVIATIONS = {-40, -12, -6, -3, 0, 3, 6, 12, 40};

    /** Powers of which the distance from t goes: what may happen right after t, happens in its logarithm. */
    private static final double GRADE = 1.0 / 16;

    private static final int GRADES = 14;

    private final double minus;
    private final double zero;
    private final double plus;
    private final Beta sum;
    private final Beta rest;
    private final Beta part;
    private final Beta otherPart;

    DirichletContrast(double minus, double zero, double plus) {
        this.minus = minus;
        this.zero = zero;
        this.plus = plus;
        this.sum = new Beta(minus + plus, zero);
        this.rest = new Beta(zero, minus + plus);
        this.part = new Beta(minus, plus);
        this.otherPart = new Beta(plus, minus);
    }

    /** {@return the probability that the difference is above t, which is from 0 to 1} */
    double above(double t) {
        if (t == 0) {
            return part.below(0.5);
        }
        return t == 1 ? 0 : tail(t, (beyond, m) -> part.below(beyond / (2 * m)));
    }

    /** {@return the probability that the difference is below t, which is from 0 to 1} */
    double below(double t) {
        if (t == 0) {
            return otherPart.below(0.5);
        }
        return t == 1 ? 1 : sum.below(t) + tail(t, (beyond, m) -> otherPart.below((m + t) / (2 * m)));
    }

    /**
     * {@return the mean of a probability over the sums m of the shares above t}
     *
     * @param probability of the distance of m from t, and of m
     */
    private double tail(double t, DoubleBinaryOperator probability) {
        double restAtOne = (1 - t) * ONE;
        double from = Math.log(t / (1 - t));
        double to = -Math.log(restAtOne);
        DoubleUnaryOperator integrand = logit -> {
            double m = 1 / (1 + Math.exp(-logit));
            double left = 1 / (1 + Math.exp(logit));
            // from the nearer end: a small share must keep its digits
            double weight = m * left * (m <= left ? sum.density(m) : rest.density(left));
            double beyond = Math.max(0, m <= left ? m - t : 1 - t - left);
            return weight > 0 ? weight * probability.applyAsDouble(beyond, m) : 0;
        };
        double tolerance = TOLERANCE + NOISE * Math.min(minus + zero + plus, MANY);
        double atOne = rest.below(restAtOne) * probability.applyAsDouble(1 - t, 1);
        return Math.min(1, Quadrature.integral(integrand, tolerance, points(t, from, to)) + atOne);
    }

    /** {@return where the integrand may change fast, in order: about the peak of m, where the part takes over, at t} */
    private double[] points(double t, double from, double to) {
        double[] points = new double[2 * DEVIATIONS.length + GRADES + 2];
        int n = 0;
        double peak = Math.log((minus + plus) / zero);
        double peakWidth = Math.sqrt(1 / (minus + plus) + 1 / zero);
        double partMean = minus / (minus + plus);
        double partWidth = Math.sqrt(partMean * (plus / (minus + plus)) / (minus + plus + 1));
        for (double deviation : DEVIATIONS) {
            points[n++] = peak + deviation * peakWidth;
            double split = t / (1 - 2 * (partMean + deviation * partWidth));
            points[n++] = split > t && split < 1 ? Math.log(split / (1 - split)) : from;
        }
        double distance = to - from;
        for (int grade = 0; grade < GRADES; grade++) {
            distance *= GRADE;
            points[n++] = from + distance;
        }
        points[n++] = from;
        points[n++] = to;
        return Arrays.stream(points, 0, n)
                .map(point -> Math.min(Math.max(point, from), to))
                .sorted()
                .distinct()
                .toArray();
    }
}
