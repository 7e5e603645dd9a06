package org.cxkit.journey.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A smooth curve through points that never overshoots them: between two points it stays between their values.
 *
 * <p>Source: F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on Numerical
 * Analysis 17(2), 1980. The tangents are the mean of the neighbouring slopes, zero at a local extreme, and scaled back
 * into the circle of radius three.
 */
final class MonotoneCurve {

    /** One cubic Bézier piece, from the first to the last of four points. */
    record Piece(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {

        /** {@return the height at the share t of the piece, from 0 to 1} */
        double at(double t) {
            double s = 1 - t;
            return s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3;
        }

        /** {@return the two halves before and after the share t, by de Casteljau's construction} */
        List<Piece> split(double t) {
            double ax = mix(x0, x1, t);
            double ay = mix(y0, y1, t);
            double bx = mix(x1, x2, t);
            double by = mix(y1, y2, t);
            double cx = mix(x2, x3, t);
            double cy = mix(y2, y3, t);
            double dx = mix(ax, bx, t);
            double dy = mix(ay, by, t);
            double ex = mix(bx, cx, t);
            double ey = mix(by, cy, t);
            double fx = mix(dx, ex, t);
            double fy = mix(dy, ey, t);
            return List.of(new Piece(x0, y0, ax, ay, dx, dy, fx, fy), new Piece(fx, fy, ex, ey, cx, cy, x3, y3));
        }

        private static double mix(double from, double to, double t) {
            return from + (to - from) * t;
        }
    }

    private MonotoneCurve() {}

    /**
     * {@return the pieces of the curve, one fewer than points}
     *
     * @param x ascending
     * @param y as many values
     */
    static List<Piece> through(double[] x, double[] y) {
        double[] tangents = tangents(x, y);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < x.length; i++) {
            double third = (x[i + 1] - x[i]) / 3;
            pieces.add(new Piece(
                    x[i],
                    y[i],
                    x[i] + third,
                    y[i] + tangents[i] * third,
                    x[i + 1] - third,
                    y[i + 1] - tangents[i + 1] * third,
                    x[i + 1],
                    y[i + 1]));
        }
        return pieces;
    }

    private static double[] tangents(double[] x, double[] y) {
        int n = x.length;
        double[] slopes = new double[Math.max(0, n - 1)];
        for (int i = 0; i + 1 < n; i++) {
            slopes[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        }
        double[] tangents = new double[n];
        for (int i = 0; i < n; i++) {
            double before = i == 0 ? (n > 1 ? slopes[0] : 0) : slopes[i - 1];
            double after = i == n - 1 ? before : slopes[i];
            tangents[i] = before * after <= 0 ? 0 : (before + after) / 2;
        }
        for (int i = 0; i + 1 < n; i++) {
            if (slopes[i] == 0) {
                continue;
            }
            double a = tangents[i] / slopes[i];
            double b = tangents[i + 1] / slopes[i];
            double radius = Math.sqrt(a * a + b * b);
            if (radius > 3) {
                tangents[i] = 3 * a / radius * slopes[i];
                tangents[i + 1] = 3 * b / radius * slopes[i];
            }
        }
        return tangents;
    }

    /** {@return the same curve in pieces of which each is wholly at or above, or wholly at or below zero} */
    static List<Piece> splitAtZero(List<Piece> pieces) {
        List<Piece> split = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.y0() * piece.y3() >= 0) {
                split.add(piece);
            } else {
                split.addAll(piece.split(zero(piece)));
            }
        }
        return split;
    }

    /** A piece is monotone, so halving the interval finds its only crossing. */
    private static double zero(Piece piece) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 40; i++) {
            double mid = (low + high) / 2;
            if (piece.at(mid) * piece.y0() > 0) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }
}
