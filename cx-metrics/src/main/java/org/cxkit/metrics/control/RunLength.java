package org.cxkit.metrics.control;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.cxkit.metrics.math.AbsorbingChain;
import org.cxkit.metrics.math.GaussLegendre;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.ReflectedWalk;
import org.cxkit.metrics.math.Roots;

/**
 * The average run length of charts: how many periods, or answers, pass on average until the first signal.
 *
 * <p>Long is good while all is normal (shift 0), short is good after a change. Shifts are in standard errors of the mean
 * of a period, whose distribution is taken to be normal; charts of answers one by one are told without that. Run
 * lengths are from the start of the chart, at least 1; none is told longer than 1e300. All methods are pure and
 * thread-safe.
 *
 * <p>Source: S. V. Crowder, "A Simple Method for Studying Run-Length Distributions of Exponentially Weighted Moving
 * Average Charts", Technometrics 29(4), 1987, and C. S. Van Dobben de Bruyn, "Cumulative Sum Tests", Griffin, 1968, for
 * the integral equations, solved by Gauss-Legendre collocation; D. Brook, D. A. Evans, "An Approach to the Probability
 * Distribution of CUSUM Run Length", Biometrika 59(3), 1972, for discrete scores.
 */
public final class RunLength {
    /** Points of the quadrature for each standard error: run lengths are then good to some 1e-10. */
    private static final int POINTS_PER_ERROR = 4;

    private static final int FEWEST_POINTS = 24;
    /** The time grows with the cube of the points; wider designs are of no use. */
    private static final double MOST_ERRORS = 144;

    /** The longest run that a design is asked for: beyond, limits are no longer told from each other. */
    private static final double LONGEST = 1e9;
    /** The probability of a signal below which nothing is told from nothing: no run is told longer than its inverse. */
    private static final double RAREST = 1e-300;

    private RunLength() {}

    /**
     * {@return the run length of a chart of means with limits on both sides}
     *
     * @param width the distance of the limits in standard errors, above 0
     * @param shift the shift of the mean, in standard errors
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double shewhart(double width, double shift) {
        Baseline.requirePositive("the width of limits", width);
        requireFinite(shift);
        return 1 / Math.max(RAREST, Normal.below(-width - shift) + Normal.below(shift - width));
    }

    /**
     * {@return the run length of the sum of rises alone}
     *
     * @param reference the reference value, not negative
     * @param limit the limit, above 0 and at most 144
     * @param headStart what the sum starts from, 0 to the limit
     * @param shift the shift of the mean, in standard errors; that of falls is its negative
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double cusumOneSided(double reference, double limit, double headStart, double shift) {
        requireDesign(reference, limit, headStart);
        requireFinite(shift);
        return new Sum(reference, limit, shift).from(headStart);
    }

    /**
     * {@return the run length of a {@link Cusum}, which takes the sums of rises and of falls}
     *
     * @param reference the reference value, not negative
     * @param limit the limit, above 0 and at most 144
     * @param headStart what the sums start from, 0 to half the limit and the reference; from further on one sum may
     *     signal before the other has run out, and the run lengths of both no longer tell that of the chart
     * @param shift the shift of the mean, in standard errors
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double cusum(double reference, double limit, double headStart, double shift) {
        requireDesign(reference, limit, headStart);
        if (headStart > limit / 2 + reference) {
            throw new IllegalArgumentException("the head start must be at most half the limit and the reference, "
                    + (limit / 2 + reference) + ", for a run length, got " + headStart);
        }
        requireFinite(shift);
        Sum rises = new Sum(reference, limit, shift);
        Sum falls = new Sum(reference, limit, -shift);
        double up = rises.from(0);
        double down = falls.from(0);
        double first = down / (up + down); // how much sooner the rises are seen; no product of two long runs
        return rises.from(headStart) * first + falls.from(headStart) * (up / (up + down)) - up * first;
    }

    /**
     * {@return the limit of a {@link Cusum} without a head start that has this run length while all is normal}
     *
     * @param reference the reference value, not negative
     * @param runLength the run length, above that of a limit next to 0, at most 1e9
     * @throws IllegalArgumentException if an argument is out of its range, or the limit would be above 144
     */
    public static double cusumLimit(double reference, double runLength) {
        return limit(limit -> cusum(reference, limit, 0, 0), runLength);
    }

    /**
     * {@return the run length of an {@link Ewma} with limits at their width after many periods}
     *
     * @param lambda the weight of the last period, above 0 and at most 1
     * @param width the distance of the limits in standard deviations of the average, above 0; with small weights so
     *     narrow that the limits are at most 144 steps of the average apart, a step being lambda standard errors
     * @param shift the shift of the mean, in standard errors
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double ewma(double lambda, double width, double shift) {
        if (!(lambda > 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda must be above 0 and at most 1, got " + lambda);
        }
        Baseline.requirePositive("the width of limits", width);
        requireFinite(shift);
        if (lambda == 1) {
            return shewhart(width, shift);
        }
        double end = width * Math.sqrt(lambda / (2 - lambda));
        double errors = 2 * end / lambda;
        requireNarrow("lambda " + lambda + " and width " + width, errors);
        GaussLegendre points = new GaussLegendre(points(errors), -end, end);
        int n = points.size();
        double[][] moves = new double[n][n];
        double[] signals = new double[n];
        for (int i = 0; i < n; i++) {
            double kept = (1 - lambda) * points.point(i);
            for (int j = 0; j < n; j++) {
                moves[i][j] = points.weight(j) * density((points.point(j) - kept) / lambda - shift) / lambda;
            }
            signals[i] = beyond(-end, end, kept + lambda * shift, lambda);
        }
        double[] lengths = AbsorbingChain.meanSteps(moves, signals);
        double fromCentre = 1;
        for (int j = 0; j < n; j++) {
            fromCentre += points.weight(j) * density(points.point(j) / lambda - shift) / lambda * lengths[j];
        }
        return Math.min(1 / RAREST, fromCentre);
    }

    /** The probability that a normal variable is not between the limits. */
    private static double beyond(double lower, double upper, double mean, double sd) {
        return Math.max(RAREST, Normal.below((lower - mean) / sd) + Normal.below((mean - upper) / sd));
    }

    private static void requireNarrow(String design, double errors) {
        if (errors > MOST_ERRORS) {
            throw new IllegalArgumentException(
                    "limits must be at most " + MOST_ERRORS + " standard errors apart for a run length, got " + design);
        }
    }

    /**
     * {@return the width of the limits of an {@link Ewma} that has this run length while all is normal}
     *
     * @param lambda the weight of the last period, above 0 and at most 1
     * @param runLength the run length, at least that of the width 0.001, which is some 1.0013 for lambda 0.2 and longer
     *     for a smaller lambda; at most 1e9
     * @throws IllegalArgumentException if an argument is out of its range, or the width would be, see {@link #ewma}
     */
    public static double ewmaWidth(double lambda, double runLength) {
        return limit(width -> ewma(lambda, width, 0), runLength);
    }

    /**
     * {@return the run length of an {@link LlrCusum}, in answers}
     *
     * @param ratio the change to be seen
     * @param limit the limit, above 0
     * @param shares the probability of each score that the answers really have: those of the ratio while all is normal,
     *     or those after the change
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double llr(LogLikelihoodRatio ratio, double limit, List<Double> shares) {
        return Math.min(1 / RAREST, walk(ratio, limit).meanSteps(probabilities(ratio, shares)));
    }

    private static ReflectedWalk walk(LogLikelihoodRatio ratio, double limit) {
        return new ReflectedWalk(ratio.weights(), Baseline.requirePositive("the limit", limit), Cusum.ZERO);
    }

    private static double[] probabilities(LogLikelihoodRatio ratio, List<Double> shares) {
        return LogLikelihoodRatio.requireShares("shares", ratio.what(), shares).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /**
     * {@return the probability that an {@link LlrCusum} signals within some answers, from 0 to 1: of a false alarm, where
     * all is normal}
     *
     * @param ratio the change to be seen
     * @param limit the limit, above 0
     * @param shares the probability of each score that the answers really have
     * @param answers how many answers, not negative
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double llrWithin(LogLikelihoodRatio ratio, double limit, List<Double> shares, int answers) {
        if (answers < 0) {
            throw new IllegalArgumentException("the number of answers must not be negative, got " + answers);
        }
        return walk(ratio, limit).endsWithin(answers, probabilities(ratio, shares));
    }

    /**
     * {@return the least limit of an {@link LlrCusum} that has at least this run length while all is normal}
     *
     * <p>The run length rises with the limit by jumps, as scores are whole: that of the limit may be longer than asked
     * for, and a limit lower by 1e-5 of it has a shorter one. Where every limit has it, the limit is next to 0: each rise
     * signals.
     *
     * @param ratio the change to be seen
     * @param runLength the run length in answers, at least 1 and at most 1e9
     * @throws IllegalArgumentException if the run length is out of its range
     */
    public static double llrLimit(LogLikelihoodRatio ratio, double runLength) {
        requireLength(runLength);
        if (llr(ratio, Cusum.ZERO, ratio.normal()) >= runLength) {
            return Cusum.ZERO; // no limit has a shorter run: one that halves it finds no end
        }
        double high = 1;
        while (llr(ratio, high, ratio.normal()) < runLength) {
            high *= 2;
        }
        double low = 0;
        while (high - low > 1e-5 * high) {
            double middle = (low + high) / 2;
            if (llr(ratio, middle, ratio.normal()) < runLength) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The limit at which a run length that rises with it is the one that is asked for. */
    private static double limit(DoubleUnaryOperator lengthOf, double runLength) {
        requireLength(runLength);
        double low = 1e-3;
        if (lengthOf.applyAsDouble(low) > runLength) {
            throw new IllegalArgumentException("no limit has so short a run length, got " + runLength
                    + ": it is at least " + lengthOf.applyAsDouble(0.001));
        }
        double high = 1;
        while (lengthOf.applyAsDouble(high) < runLength) {
            low = high;
            high *= 1.5;
        }
        return Roots.between(limit -> Math.log(lengthOf.applyAsDouble(limit) / runLength), low, high, 1e-12);
    }

    private static void requireLength(double runLength) {
        if (!(runLength >= 1 && runLength <= LONGEST)) {
            throw new IllegalArgumentException("a run length must be 1 to 1e9, got " + runLength);
        }
    }

    private static void requireFinite(double shift) {
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException("a shift must be finite, got " + shift);
        }
    }

    private static void requireDesign(double reference, double limit, double headStart) {
        Cusum unused = Cusum.of(
                        Baseline.given(Characteristic.NET_SHARE, 0, 1), reference, limit, Cusum.AfterSignal.CONTINUE)
                .withHeadStart(headStart);
        requireNarrow("the limit " + limit, limit);
    }

    private static int points(double errors) {
        return FEWEST_POINTS + (int) Math.ceil(POINTS_PER_ERROR * errors);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The run lengths of one sum from wherever it starts: an integral equation with an atom at 0. */
    private static final class Sum {
        private final double drift;
        private final GaussLegendre points;
        private final double[] lengths;

        Sum(double reference, double limit, double shift) {
            drift = shift - reference;
            points = new GaussLegendre(points(limit), 0, limit);
            int n = points.size();
            double[][] moves = new double[n + 1][n + 1];
            double[] signals = new double[n + 1];
            for (int i = 0; i <= n; i++) {
                double start = i == n ? 0 : points.point(i);
                for (int j = 0; j <= n; j++) {
                    moves[i][j] = step(start, j);
                }
                signals[i] = Math.max(RAREST, Normal.below(start + drift - limit));
            }
            lengths = AbsorbingChain.meanSteps(moves, signals);
        }

        /** The probability, or its density times its weight, to go to a point; the last one is 0. */
        private double step(double start, int j) {
            return j == points.size()
                    ? Normal.below(-start - drift)
                    : points.weight(j) * density(points.point(j) - start - drift);
        }

        double from(double start) {
            double length = 1;
            for (int j = 0; j < lengths.length; j++) {
                length += step(start, j) * lengths[j];
            }
            return Math.min(1 / RAREST, length);
        }
    }
}
