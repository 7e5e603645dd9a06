package org.cxkit.metrics.interval;

import org.cxkit.metrics.math.Normal;

/**
 * The methods that give an interval for a net share: the share of pluses less the share of minuses, as in NPS.
 *
 * <p>Limits are those of the literature and may leave [-1, 1]: clamp them where they are shown. A net share is the
 * mean of answers that count as -1, 0 or +1; with population variance {@code v = (plus + minus) / n - share^2}.
 */
public enum NetShareInterval {
    /** The estimate and its standard error: {@code share ± z sqrt(v / n)}. Far too narrow for few answers. */
    WALD("Wald") {
        @Override
        Interval limits(double minus, double zero, double plus, double level) {
            return about((plus - minus) / (minus + zero + plus), minus, zero, plus, level, title());
        }
    },
    /**
     * Wald's formula after adding three answers: 3/4 of a plus, 3/2 of a zero, 3/4 of a minus.
     *
     * <p>Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016.
     */
    ADJUSTED_WALD("adjusted Wald") {
        @Override
        Interval limits(double minus, double zero, double plus, double level) {
            double estimate = (plus - minus) / (minus + zero + plus);
            return about(estimate, minus + 0.75, zero + 1.5, plus + 0.75, level, title());
        }
    };

    private final String title;

    NetShareInterval(String title) {
        this.title = title;
    }

    /** {@return the name of the method, as a reader knows it} */
    public String title() {
        return title;
    }

    /**
     * {@return the interval for the net share, on the scale from -1 to 1}
     *
     * @param minus how many answers count as -1, not negative; need not be a whole number where answers have weights
     * @param zero how many answers count as 0, not negative
     * @param plus how many answers count as +1, not negative
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if a count is negative, all are zero, or the level is outside of its range
     */
    public Interval of(double minus, double zero, double plus, double level) {
        double n = minus + zero + plus;
        if (!(minus >= 0 && zero >= 0 && plus >= 0 && n > 0 && n < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("wanted counts that are not negative, and not all zero, got " + minus
                    + ", " + zero + " and " + plus);
        }
        return limits(minus, zero, plus, Interval.requireLevel(level));
    }

    abstract Interval limits(double minus, double zero, double plus, double level);

    private static Interval about(
            double estimate, double minus, double zero, double plus, double level, String method) {
        double n = minus + zero + plus;
        double centre = (plus - minus) / n;
        // the three deviations, not E(x^2) - E(x)^2: no cancellation where nearly all say the same
        double variance = (plus * square(1 - centre) + zero * square(centre) + minus * square(1 + centre)) / n;
        double half = Normal.z(level) * Math.sqrt(variance / n);
        return Interval.of(estimate, centre, centre - half, centre + half, level, method);
    }

    private static double square(double x) {
        return x * x;
    }
}
