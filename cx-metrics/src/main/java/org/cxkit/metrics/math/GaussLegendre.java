package org.cxkit.metrics.math;

/**
 * The points and weights at which a sum is the integral of every polynomial up to degree {@code 2 n - 1}.
 *
 * <p>Source: P. J. Davis, P. Rabinowitz, "Methods of Numerical Integration", 2nd edition, Academic Press, 1984.
 */
public final class GaussLegendre {
    /** Newton's method doubles its correct digits each time, from some three at the start. */
    private static final int STEPS = 5;

    private final double[] points;
    private final double[] weights;

    /**
     * Places the points.
     *
     * @param n how many, at least 1
     * @param from the lower end
     * @param to the upper end
     */
    public GaussLegendre(int n, double from, double to) {
        points = new double[n];
        weights = new double[n];
        double half = (to - from) / 2;
        for (int i = 0; i < n; i++) {
            double x = -Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            for (int step = 0; step < STEPS; step++) {
                double p = 1;
                double before = 0;
                for (int j = 1; j <= n; j++) {
                    double next = ((2 * j - 1) * x * p - (j - 1) * before) / j;
                    before = p;
                    p = next;
                }
                slope = n * (x * p - before) / (x * x - 1);
                x -= p / slope;
            }
            points[i] = from + half * (1 + x);
            weights[i] = 2 * half / ((1 - x * x) * slope * slope);
        }
    }

    /** {@return the number of points} */
    public int size() {
        return points.length;
    }

    /** {@return a point, rising with its index} */
    public double point(int i) {
        return points[i];
    }

    /** {@return the weight of a point} */
    public double weight(int i) {
        return weights[i];
    }
}
