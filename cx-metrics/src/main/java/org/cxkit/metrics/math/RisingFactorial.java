package org.cxkit.metrics.math;

/**
 * The rising factorial {@code p (p + 1) ... (p + n - 1)}, also {@code Gamma(p + n) / Gamma(p)}, by its logarithm and
 * the derivatives of that with respect to p; made for n that rise step by step.
 *
 * <p>A sum over the factors, which loses nothing however large p is; the differences of Stirling's series beyond so
 * many of them. Not thread-safe.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 6.1.22, 6.1.41 and 6.3.18.
 */
public final class RisingFactorial {
    /** So far up, the term after the first of Stirling's series is below a rounding error. */
    private static final int SUMMED = 1 << 13;

    private final double p;
    private int summed;
    private double log;
    private double first;
    private double second;
    private double restOfLog;
    private double restOfFirst;
    private double restOfSecond;

    /** The factorial of no factors, 1, that starts at {@code p} above 0. */
    public RisingFactorial(double p) {
        this.p = p;
    }

    /** {@return the logarithm of the product of {@code n} factors, n not negative, from p above 0 on} */
    public static double log(double p, int n) {
        RisingFactorial factorial = new RisingFactorial(p);
        factorial.to(n);
        return factorial.log();
    }

    /**
     * {@return the logarithm of the ratio of two rising factorials of {@code n} factors each}
     *
     * <p>The ratio may be near 1 where both are huge: no factor is rounded before it is divided.
     *
     * @param p where the upper one starts, above 0
     * @param q where the lower one starts, above 0
     * @param n how many factors, not negative
     */
    public static double logRatio(double p, double q, int n) {
        double log = 0;
        for (int i = 0; i < Math.min(n, SUMMED); i++) {
            double more = (p - q) / (q + i);
            log += Math.abs(more) < 0.5 ? Math.log1p(more) : Math.log((p + i) / (q + i));
        }
        return n > SUMMED ? log + further(p, q, n) : log;
    }

    /** The rest of the ratio. Both factorials are as far apart at the end as at the start: n would round that off. */
    private static double further(double p, double q, int n) {
        double apart = Math.abs(p - q);
        double low = Math.min(p, q);
        double log = GammaDifference.log(low + n, apart) - GammaDifference.log(low + SUMMED, apart);
        return p >= q ? log : -log;
    }

    /** Multiplies until there are {@code n} factors, not fewer than before. */
    public void to(int n) {
        for (; summed < Math.min(n, SUMMED); summed++) {
            double factor = p + summed;
            log += Math.log(factor);
            first += 1 / factor;
            second -= 1 / (factor * factor);
        }
        if (n > summed) {
            stirling(p + summed, n - summed);
        }
    }

    private void stirling(double from, double factors) {
        double to = from + factors;
        double inverse = 1 / to - 1 / from;
        double squares = inverse * (1 / to + 1 / from);
        double growth = Math.log1p(factors / from);
        restOfLog = (from - 0.5) * growth + factors * Math.log(to) - factors + inverse / 12;
        restOfFirst = growth - inverse / 2 - squares / 12;
        restOfSecond = inverse + squares / 2 + (1 / (to * to * to) - 1 / (from * from * from)) / 6;
    }

    /** {@return the logarithm} */
    public double log() {
        return log + restOfLog;
    }

    /** {@return the derivative of the logarithm: a difference of two digamma functions} */
    public double first() {
        return first + restOfFirst;
    }

    /** {@return the second derivative of the logarithm, negative: a difference of two trigamma functions} */
    public double second() {
        return second + restOfSecond;
    }
}
