package org.cxkit.metrics.buying;

/**
 * Integrals over the Gamma distribution of rates and the Beta distribution of leaving, on a plain grid of logarithms and
 * log-odds: the obvious slow way, for parameters that are neither tiny nor huge.
 */
final class PriorIntegral {
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;

    PriorIntegral(double r, double alpha, double a, double b) {
        this.r = r;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
    }

    /** A function of the rate and of the probability to leave. */
    interface OfCustomer {
        double of(double rate, double leave);
    }

    /** {@return the mean over customers} */
    double mean(OfCustomer function) {
        return sum(function) / sum((rate, leave) -> 1);
    }

    /** The rule of trapezia: for smooth functions that vanish at both ends nothing is better. */
    private double sum(OfCustomer function) {
        double sum = 0;
        for (double v = -45 / r; v < Math.log(r + 60); v += 0.15) {
            double rate = Math.exp(v) / alpha;
            double weight = Math.exp(r * v - alpha * rate);
            for (double u = -45 / a - 3; u < 45 / b + 3; u += 0.3) {
                double leave = 1 / (1 + Math.exp(-u));
                double density = Math.exp(-a * Math.log1p(Math.exp(-u)) - b * Math.log1p(Math.exp(u)));
                sum += weight * density * function.of(rate, leave);
            }
        }
        return sum;
    }
}
