package org.cxkit.metrics.buying;

/**
 * The probabilities of {@link NextIsDeath} for some R and all ratios within a range, by polynomials.
 *
 * <p>Over the logarithm of the ratio the probability is a mean of logistic curves, so it is analytic up to a distance of
 * pi from the real line and never changes faster than itself: over pieces this short, polynomials through so many points
 * of Chebyshev are right to the last digits, and so are those through its derivatives. Immutable and thread-safe.
 *
 * <p>Source: L. N. Trefethen, Approximation Theory and Approximation Practice, 2013, theorem 8.2.
 */
final class NextIsDeathTable {
    private static final double LONGEST = 0.6;

    private static final double SHORTEST = 1e-3;

    /** The natural logarithm of the error of a polynomial that is none, relative to the probability. */
    private static final double EXACT = 36;

    private final double low;
    private final double length;
    private final int pieces;
    private final int points;
    private final int width;

    /** By R, piece, degree and value. */
    private final double[] coefficients;

    /**
     * Makes the table.
     *
     * @param shapes all R, rising
     * @param s the shape of the death rate
     * @param low the logarithm of the least ratio
     * @param high the logarithm of the greatest
     * @param derivatives whether derivatives are wanted too
     */
    NextIsDeathTable(double[] shapes, double s, double low, double high, boolean derivatives) {
        this.low = low;
        pieces = (int) Math.max(1, Math.ceil((high - low) / LONGEST));
        length = Math.max(high - low, SHORTEST) / pieces;
        // what is analytic up to so many half lengths away is met with an error that falls by this factor a degree
        double away = 2 * Math.PI / length;
        points = (int) Math.ceil(EXACT / Math.log(away + Math.sqrt(1 + away * away)));
        width = derivatives ? NextIsDeath.VALUES : 1;
        coefficients = new double[shapes.length * pieces * points * width];
        for (int piece = 0; piece < pieces; piece++) {
            for (int point = 0; point < points; point++) {
                double[] values = new double[shapes.length * width];
                double at = low + (piece + (1 + Math.cos(angle(point))) / 2) * length;
                NextIsDeath.write(shapes, s, at, values, width);
                for (int shape = 0; shape < shapes.length; shape++) {
                    add(values, shape, piece, point);
                }
            }
        }
    }

    private double angle(int point) {
        return Math.PI * (point + 0.5) / points;
    }

    private void add(double[] values, int shape, int piece, int point) {
        int start = (shape * pieces + piece) * points * width;
        for (int degree = 0; degree < points; degree++) {
            double share = (degree == 0 ? 1.0 : 2.0) / points * Math.cos(degree * angle(point));
            for (int value = 0; value < width; value++) {
                coefficients[start + degree * width + value] += share * values[shape * width + value];
            }
        }
    }

    /** {@return the probability for the R of this index at this logarithm of the ratio} */
    double probability(int shape, double logRatio) {
        int piece = piece(logRatio);
        double u = within(piece, logRatio);
        int at = (shape * pieces + piece) * points * width;
        double before = 1;
        double now = u;
        double sum = coefficients[at] + u * coefficients[at + width];
        for (int degree = 2; degree < points; degree++) {
            double next = 2 * u * now - before;
            before = now;
            now = next;
            sum += next * coefficients[at + degree * width];
        }
        return sum;
    }

    /** Writes the probability and its derivatives; one variable a value, so that the sums stay in registers. */
    void write(int shape, double logRatio, double[] values) {
        int piece = piece(logRatio);
        double u = within(piece, logRatio);
        int at = (shape * pieces + piece) * points * NextIsDeath.VALUES;
        double[] c = coefficients;
        double now = 1;
        double next = u;
        double q = 0;
        double r = 0;
        double s = 0;
        double l = 0;
        double rr = 0;
        double rs = 0;
        double rl = 0;
        double ss = 0;
        double sl = 0;
        double ll = 0;
        for (int degree = 0; degree < points; degree++, at += NextIsDeath.VALUES) {
            q += now * c[at];
            r += now * c[at + NextIsDeath.R];
            s += now * c[at + NextIsDeath.S];
            l += now * c[at + NextIsDeath.L];
            rr += now * c[at + NextIsDeath.RR];
            rs += now * c[at + NextIsDeath.RS];
            rl += now * c[at + NextIsDeath.RL];
            ss += now * c[at + NextIsDeath.SS];
            sl += now * c[at + NextIsDeath.SL];
            ll += now * c[at + NextIsDeath.LL];
            double after = 2 * u * next - now;
            now = next;
            next = after;
        }
        values[NextIsDeath.Q] = q;
        values[NextIsDeath.R] = r;
        values[NextIsDeath.S] = s;
        values[NextIsDeath.L] = l;
        values[NextIsDeath.RR] = rr;
        values[NextIsDeath.RS] = rs;
        values[NextIsDeath.RL] = rl;
        values[NextIsDeath.SS] = ss;
        values[NextIsDeath.SL] = sl;
        values[NextIsDeath.LL] = ll;
    }

    private int piece(double logRatio) {
        return (int) Math.min(pieces - 1, Math.max(0, (logRatio - low) / length));
    }

    /** {@return where in the piece, from -1 to 1} */
    private double within(int piece, double logRatio) {
        return 2 * ((logRatio - low) / length - piece) - 1;
    }
}
