package org.cxkit.metrics.control;

import java.util.Optional;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.wording.Sentence;

/**
 * Two cumulative sums, one of rises and one of falls: the fastest way to see a lasting shift of a known size.
 *
 * <p>With {@code z = (mean - centre) / (spread / sqrt(n))}, the {@linkplain Baseline#spread() spread} being that of the
 * baseline, the sums are {@code max(0, sum + z - reference)} and {@code max(0, sum - z - reference)}; a sum above the
 * limit signals. The change point is estimated as the first period after the signalling sum was last 0, where up to
 * 1e-12 counts as 0. Not thread-safe.
 *
 * <p>Source: E. S. Page, "Continuous Inspection Schemes", Biometrika 41(1-2), 1954; J. M. Lucas, R. B. Crosier, "Fast
 * Initial Response for CUSUM Quality-Control Schemes", Technometrics 24(3), 1982, for the head start.
 */
public final class Cusum implements PeriodChart {
    /** A sum up to this is rounding error left over from a sum of 0. */
    static final double ZERO = 1e-12;

    private static final String NAME = "CUSUM";

    /** What becomes of the sums after a signal. */
    public enum AfterSignal {
        /** They go on, and signal again until they fall below the limit. */
        CONTINUE,
        /** They start over with the next period, from the head start. */
        RESTART
    }

    private final Baseline baseline;
    private final double reference;
    private final double limit;
    private final double headStart;
    private final AfterSignal afterSignal;
    private final Run rises = new Run();
    private final Run falls = new Run();
    private long periods;
    private double rising;
    private double falling;
    private boolean signals;
    private boolean restart;

    private Cusum(Baseline baseline, double reference, double limit, double headStart, AfterSignal afterSignal) {
        if (!(reference >= 0 && reference < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the reference must not be negative and finite, got " + reference);
        }
        Baseline.requirePositive("the limit", limit);
        if (!(headStart >= 0 && headStart <= limit)) {
            throw new IllegalArgumentException(
                    "the head start must be within 0.." + limit + ", the limit, got " + headStart);
        }
        this.baseline = baseline;
        this.reference = reference;
        this.limit = limit;
        this.headStart = headStart;
        this.afterSignal = afterSignal;
        this.rising = headStart;
        this.falling = headStart;
    }

    /**
     * {@return a chart that has seen no period}
     *
     * @param baseline what is normal
     * @param reference half the shift to be seen, in standard errors of the mean of a period, not negative; usually 0.5
     * @param limit a sum above it signals, above 0; see {@link RunLength#cusumLimit}
     * @param afterSignal what becomes of the sums after a signal
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Cusum of(Baseline baseline, double reference, double limit, AfterSignal afterSignal) {
        return new Cusum(baseline, reference, limit, 0, afterSignal);
    }

    /**
     * {@return a chart of this design that has seen no period and starts on the way to a signal, so that it soon sees
     * what is amiss from the beginning}
     *
     * @param start what both sums start from, at most the limit; usually half of it
     * @throws IllegalArgumentException if the start is out of its range
     */
    public Cusum withHeadStart(double start) {
        return new Cusum(baseline, reference, limit, start, afterSignal);
    }

    @Override
    public boolean update(double mean, long n) {
        boolean answered = baseline.what().answered(mean, n);
        if (restart && answered) {
            rising = headStart;
            falling = headStart;
            rises.restart(periods);
            falls.restart(periods);
            restart = false;
        }
        if (answered) {
            double z = (mean - baseline.centre()) / (baseline.spread() / Math.sqrt((double) n));
            rising = Math.max(0, rising + z - reference);
            falling = Math.max(0, falling - z - reference);
            rises.add(mean, n);
            falls.add(mean, n);
        }
        periods++;
        if (rising <= ZERO) {
            rises.restart(periods);
        }
        if (falling <= ZERO) {
            falls.restart(periods);
        }
        signals = answered && (rising > limit || falling > limit);
        restart |= signals && afterSignal == AfterSignal.RESTART;
        return signals;
    }

    /** {@return the sum of rises, not negative} */
    public double rising() {
        return rising;
    }

    /** {@return the sum of falls, not negative} */
    public double falling() {
        return falling;
    }

    /** {@return the larger sum, the sum of falls as a negative number} */
    @Override
    public double statistic() {
        return rising >= falling ? rising : -falling;
    }

    /** {@return minus the limit, for the sum of falls as a negative number} */
    @Override
    public double lower() {
        return -limit;
    }

    /** {@return the limit, for the sum of rises} */
    @Override
    public double upper() {
        return limit;
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
        return Optional.of(
                rising >= falling
                        ? rises.signal(baseline, NAME, Signal.Direction.UP, periods - 1)
                        : falls.signal(baseline, NAME, Signal.Direction.DOWN, periods - 1));
    }

    @Override
    public Cusum copy() {
        Cusum copy = withHeadStart(headStart);
        copy.rises.set(rises);
        copy.falls.set(falls);
        copy.periods = periods;
        copy.rising = rising;
        copy.falling = falling;
        copy.signals = signals;
        copy.restart = restart;
        return copy;
    }

    @Override
    public void writeTo(ByteWriter out) {
        baseline.what().writeDesign(out, NAME, design());
        out.count(periods).real(rising).real(falling).count(signals ? 1 : 0).count(restart ? 1 : 0);
        rises.writeTo(out);
        falls.writeTo(out);
    }

    @Override
    public void readFrom(ByteReader in) {
        baseline.what().requireDesign(in, NAME, design());
        periods = in.count();
        rising = in.real();
        falling = in.real();
        signals = in.count(1) == 1;
        restart = in.count(1) == 1;
        rises.readFrom(in);
        falls.readFrom(in);
    }

    private double[] design() {
        return new double[] {
            baseline.centre(),
            baseline.spread(),
            reference,
            limit,
            headStart,
            afterSignal == AfterSignal.CONTINUE ? 0 : 1
        };
    }

    @Override
    public String toString() {
        return NAME + " of " + baseline + ", reference " + reference + ", limit " + limit + ": rising " + rising
                + ", falling " + falling + " after " + Sentence.count(periods, "period");
    }
}
