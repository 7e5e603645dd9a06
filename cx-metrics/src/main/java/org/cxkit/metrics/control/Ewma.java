package org.cxkit.metrics.control;

import java.util.Optional;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.wording.Sentence;

/**
 * A moving average that forgets exponentially, and sees small lasting shifts that single periods hide.
 *
 * <p>{@code z = lambda * mean + (1 - lambda) * z}, from the centre on. Its limits follow the variance that it really
 * has when periods differ in size, {@code lambda² spread² / n + (1 - lambda)² * variance}, the
 * {@linkplain Baseline#spread() spread} being that of the baseline. The change point is estimated as the first period
 * after the average was last at the centre or on the other side of it. Not thread-safe.
 *
 * <p>Source: S. W. Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics 1(3), 1959; K.
 * Nishina, "A Comparison of Control Charts from the Viewpoint of Change-Point Estimation", Quality and Reliability
 * Engineering International 8(6), 1992, for the change point.
 */
public final class Ewma implements PeriodChart {
    private static final String NAME = "EWMA";

    /** The variance that the limits are drawn by. */
    public enum Variance {
        /** That of the average itself. */
        EXACT,
        /**
         * That of an average of periods that all had the size of the last one, as R package qcc has it. Wrong where sizes
         * differ, and here only to compare.
         */
        QCC_COMPATIBLE
    }

    private final Baseline baseline;
    private final double lambda;
    private final double width;
    private final Variance drawnBy;
    private final Run run = new Run();
    private long periods;
    private double z;
    private double variance;
    private double weightOfStart;
    private double half;
    private boolean signals;

    private Ewma(Baseline baseline, double lambda, double width, Variance drawnBy) {
        if (!(lambda > 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda must be above 0 and at most 1, got " + lambda);
        }
        this.baseline = baseline;
        this.lambda = lambda;
        this.width = Baseline.requirePositive("the width of limits", width);
        this.drawnBy = drawnBy;
        this.z = baseline.centre();
        this.weightOfStart = 1;
    }

    /**
     * {@return a chart that has seen no period}
     *
     * @param baseline what is normal
     * @param lambda the weight of the last period, above 0 and at most 1; 0.05 to 0.25 are usual
     * @param width the distance of the limits in standard deviations of the average, above 0; see
     *     {@link RunLength#ewmaWidth}
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Ewma of(Baseline baseline, double lambda, double width) {
        return of(baseline, lambda, width, Variance.EXACT);
    }

    /**
     * {@return a chart that has seen no period}
     *
     * @param baseline what is normal
     * @param lambda the weight of the last period, above 0 and at most 1
     * @param width the distance of the limits in standard deviations of the average, above 0
     * @param drawnBy the variance that the limits are drawn by
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Ewma of(Baseline baseline, double lambda, double width, Variance drawnBy) {
        return new Ewma(baseline, lambda, width, drawnBy);
    }

    @Override
    public boolean update(double mean, long n) {
        if (!baseline.what().answered(mean, n)) {
            periods++;
            signals = false;
            return false;
        }
        double before = z - baseline.centre();
        double keep = 1 - lambda;
        z = lambda * mean + keep * z;
        double last = baseline.spread() * baseline.spread() / n;
        variance = lambda * lambda * last + keep * keep * variance;
        weightOfStart *= keep * keep;
        half = width
                * (drawnBy == Variance.EXACT ? sigma() : Math.sqrt(last * lambda / (2 - lambda) * (1 - weightOfStart)));
        double after = z - baseline.centre();
        if (before * after <= 0) {
            run.restart(periods);
        }
        run.add(mean, n);
        signals = z > baseline.centre() + half || z < baseline.centre() - half;
        periods++;
        return signals;
    }

    /** {@return the moving average; the centre before any period} */
    @Override
    public double statistic() {
        return z;
    }

    /** {@return the standard deviation of the moving average, not negative; 0 before any period} */
    public double sigma() {
        return Math.sqrt(variance);
    }

    @Override
    public double lower() {
        return baseline.what().clamped(baseline.centre() - half);
    }

    @Override
    public double upper() {
        return baseline.what().clamped(baseline.centre() + half);
    }

    @Override
    public Baseline baseline() {
        return baseline;
    }

    @Override
    public long periods() {
        return periods;
    }

    @Override
    public Optional<Signal> signal() {
        if (!signals) {
            return Optional.empty();
        }
        Signal.Direction direction = z > baseline.centre() ? Signal.Direction.UP : Signal.Direction.DOWN;
        return Optional.of(run.signal(baseline, NAME, direction, periods - 1));
    }

    @Override
    public Ewma copy() {
        Ewma copy = new Ewma(baseline, lambda, width, drawnBy);
        copy.run.set(run);
        copy.periods = periods;
        copy.z = z;
        copy.variance = variance;
        copy.weightOfStart = weightOfStart;
        copy.half = half;
        copy.signals = signals;
        return copy;
    }

    @Override
    public void writeTo(ByteWriter out) {
        baseline.what().writeDesign(out, NAME, design());
        out.count(periods).real(z).real(variance).real(weightOfStart).real(half).count(signals ? 1 : 0);
        run.writeTo(out);
    }

    @Override
    public void readFrom(ByteReader in) {
        baseline.what().requireDesign(in, NAME, design());
        periods = in.count();
        z = in.real();
        variance = in.real();
        weightOfStart = in.real();
        half = in.real();
        signals = in.count(1) == 1;
        run.readFrom(in);
    }

    private double[] design() {
        return new double[] {baseline.centre(), baseline.spread(), lambda, width, drawnBy == Variance.EXACT ? 0 : 1};
    }

    @Override
    public String toString() {
        return NAME + " of " + baseline + ", lambda " + lambda + ", width " + width + ": " + z + " after "
                + Sentence.count(periods, "period");
    }
}
