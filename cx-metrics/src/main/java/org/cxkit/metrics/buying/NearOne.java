package org.cxkit.metrics.buying;

/** Logarithms and powers near 1, where the plain formulas cancel. */
final class NearOne {

    private NearOne() {}

    /**
     * {@return {@code ln(1 + x)}, some times faster than {@link Math#log1p}}
     *
     * <p>Source: W. Kahan, in D. Goldberg, "What Every Computer Scientist Should Know About Floating-Point Arithmetic",
     * ACM Computing Surveys 23(1), 1991, theorem 4.
     *
     * @param x not negative, finite
     */
    static double log(double x) {
        double sum = 1 + x;
        return sum == 1 ? x : Math.log(sum) * (x / (sum - 1));
    }

    /** {@return {@code (e^x - 1) / x}, 1 at 0; exact by the same thought, as far from 0 the difference is} */
    static double growth(double x) {
        double power = Math.exp(x);
        if (power == 1) {
            return 1;
        }
        return (power - 1) / (Math.abs(x) < 1 ? Math.log(power) : x);
    }
}
