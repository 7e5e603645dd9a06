package org.cxkit.metrics.math;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrates a function that is finite and continuous, by halving where the rule of 15 points is worst.
 *
 * <p>Source: A. S. Kronrod, "Nodes and Weights of Quadrature Formulas", 1965; R. Piessens, E. de Doncker-Kapenga, C.
 * W. Überhuber, D. K. Kahaner, "QUADPACK", 1983.
 */
public final class Quadrature {
    /** The points right of the middle, from the outside in; every second one is a point of Gauss. */
    private static final double[] NODES = {
        0.991455371120812639206854697526329,
        0.949107912342758524526189684047851,
        0.864864423359769072789712788640926,
        0.741531185599394439863864773280788,
        0.586087235467691130294144691693829,
        0.405845151377397166906606412076961,
        0.207784955007898467600689403773245
    };

    private static final double[] KRONROD = {
        0.022935322010529224963732008058970,
        0.063092092629978553290700663189204,
        0.104790010322250183839876322541518,
        0.140653259715525918745189590510238,
        0.169004726639267902826583426598550,
        0.190350578064785409913256402421014,
        0.204432940075298892414161999234649
    };

    private static final double KRONROD_MIDDLE = 0.209482141084727828012999174891714;

    private static final double[] GAUSS = {
        0,
        0.129484966168869693270611432679082,
        0,
        0.279705391489276667901467771423780,
        0,
        0.381830050505118944950369775488975,
        0
    };

    private static final double GAUSS_MIDDLE = 0.417959183673469387755102040816327;

    /** What so many halvings do not settle is the noise of the function. */
    private static final int HALVINGS = 300;

    private Quadrature() {}

    /**
     * {@return the integral from the first to the last of the points}
     *
     * <p>The function is looked at between all points before any halving, so give the points where it changes most:
     * a peak that falls between all looks is not seen. The error allowed is what a rule of 7 points may differ by from
     * the rule of 15 that counts, whose error is far smaller.
     *
     * @param f the function, finite between the points
     * @param tolerance the error allowed, relative to the integral of a function that is not negative
     * @param points at least two, in order; not altered
     */
    public static double integral(DoubleUnaryOperator f, double tolerance, double... points) {
        PriorityQueue<Look> looks = new PriorityQueue<>(Comparator.comparingDouble(look -> -look.difference));
        double sum = 0;
        double difference = 0;
        for (int i = 1; i < points.length; i++) {
            Look look = Look.at(f, points[i - 1], points[i]);
            looks.add(look);
            sum += look.integral;
            difference += look.difference;
        }
        for (int i = 0; i < HALVINGS && difference > tolerance * Math.abs(sum); i++) {
            Look worst = looks.remove();
            double middle = worst.from + (worst.to - worst.from) / 2;
            Look left = Look.at(f, worst.from, middle);
            Look right = Look.at(f, middle, worst.to);
            looks.add(left);
            looks.add(right);
            sum += left.integral + right.integral - worst.integral;
            difference += left.difference + right.difference - worst.difference;
        }
        return looks.stream().mapToDouble(Look::integral).sum();
    }

    /** An interval, its integral by the rule of 15 points, and how far that of the 7 points among them is from it. */
    private record Look(double from, double to, double integral, double difference) {
        static Look at(DoubleUnaryOperator f, double from, double to) {
            double half = (to - from) / 2;
            double middle = from + half;
            double atMiddle = f.applyAsDouble(middle);
            double kronrod = KRONROD_MIDDLE * atMiddle;
            double gauss = GAUSS_MIDDLE * atMiddle;
            for (int i = 0; i < NODES.length; i++) {
                double both = f.applyAsDouble(middle - half * NODES[i]) + f.applyAsDouble(middle + half * NODES[i]);
                kronrod += KRONROD[i] * both;
                gauss += GAUSS[i] * both;
            }
            return new Look(from, to, kronrod * half, Math.abs(kronrod - gauss) * half);
        }
    }
}
