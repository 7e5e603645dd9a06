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
        0.9914553711208126,
        0.9491079123427585,
        0.8648644233597691,
        0.7415311855993945,
        0.5860872354676911,
        0.4058451513773972,
        0.20778495500789848
    };

    private static final double[] KRONROD = {
        0.022935322010529224,
        0.06309209262997856,
        0.10479001032225019,
        0.14065325971552592,
        0.1690047266392679,
        0.19035057806478542,
        0.20443294007529889
    };

    private static final double KRONROD_MIDDLE = 0.20948214108472782;

    private static final double[] GAUSS = {0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0};

    private static final double GAUSS_MIDDLE = 0.4179591836734694;

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
