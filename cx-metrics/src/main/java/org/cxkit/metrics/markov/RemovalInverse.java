package org.cxkit.metrics.markov;

import static org.cxkit.metrics.markov.StateElimination.CONVERSIONS;
import static org.cxkit.metrics.markov.StateElimination.STATES;
import static org.cxkit.metrics.markov.StateElimination.VALUE;

import java.util.Arrays;

/**
 * The removal effect of each state of a chain, from the diagonal of one inverse, without a subtraction.
 *
 * <p>With {@code M} the matrix of what leaves each state, less what it sends to the others, and {@code N} its inverse, a
 * journey that comes to state {@code k} is there {@code N(k,k)} times as often as it is first. As many journeys leave a
 * state as come to it, so the sum of the starts over {@code N} is 1 for each state, and what is lost without {@code k} is
 * {@code h(k) / N(k,k)}, with {@code h = N r} what is yielded from each state. Elimination gives {@code M = (I - F)(D -
 * G)} with {@code F} above and {@code G} below the diagonal, none negative, so the inverses of both factors are sums of
 * positive terms. {@code 2/3 n^3} products, where a solution for each state takes {@code n^4/3}.
 */
final class RemovalInverse {
    private RemovalInverse() {}

    /**
     * {@return the share of the conversions and of the value that is lost by the removal of each state}
     *
     * @param graph the chain, in which something converts
     * @throws IllegalArgumentException if a state leads to no end
     */
    static RemovalShares of(FlowGraph graph) {
        int n = graph.size();
        int[] states = new int[n];
        Arrays.setAll(states, state -> state);
        StateElimination elimination = new StateElimination(graph);
        double[] matrix = elimination.matrix(states);
        int stride = STATES + n;
        elimination.eliminate(matrix, stride, states, n, 0);
        double[] outs = elimination.outs;
        double[][] above = new double[n][n];
        double[][] below = new double[n][n];
        double[] row = new double[n];
        RemovalShares shares = new RemovalShares(new double[n], new double[n]);
        double[] converts = new double[n];
        double[] yields = new double[n];
        for (int k = 0; k < n; k++) {
            int at = (1 + k) * stride;
            System.arraycopy(matrix, at + STATES, row, 0, k);
            addRows(below[k], row, below, k);
            double converted = matrix[at + CONVERSIONS];
            double value = matrix[at + VALUE];
            for (int m = 0; m < k; m++) {
                converted += row[m] * converts[m];
                value += row[m] * yields[m];
                row[m] = matrix[(1 + m) * stride + STATES + k];
            }
            converts[k] = converted / outs[k];
            yields[k] = value / outs[k];
            addRows(above[k], row, above, k);
            below[k][k] = 1;
            above[k][k] = 1;
            double diagonal = scaledProduct(below[k], above[k], k + 1, 1 / outs[k]);
            shares.conversions[k] = converts[k] / (diagonal * graph.totalConversions);
            shares.values[k] = graph.valued() ? yields[k] / (diagonal * graph.totalValueMinor) : 0;
        }
        return shares;
    }

    /** Scales the first row, and tells the product of both. */
    private static double scaledProduct(double[] row, double[] other, int size, double scale) {
        for (int i = 0; i < size; i++) {
            row[i] *= scale;
        }
        double even = 0;
        double odd = 0;
        for (int i = 0; i + 1 < size; i += 2) {
            even += row[i] * other[i];
            odd += row[i + 1] * other[i + 1];
        }
        return even + odd + (size % 2 == 0 ? 0 : row[size - 1] * other[size - 1]);
    }

    /** Adds the first rows of a triangle, each times its factor; four at once, as each reads and writes the sum. */
    private static void addRows(double[] sum, double[] factors, double[][] rows, int size) {
        int m = 0;
        for (; m + 3 < size; m += 4) {
            addFour(sum, factors, rows, m);
        }
        for (; m < size; m++) {
            double factor = factors[m];
            double[] one = rows[m];
            for (int i = 0; i <= m; i++) {
                sum[i] += factor * one[i];
            }
        }
    }

    private static void addFour(double[] sum, double[] factors, double[][] rows, int m) {
        double fa = factors[m];
        double fb = factors[m + 1];
        double fc = factors[m + 2];
        double fd = factors[m + 3];
        double[] a = rows[m];
        double[] b = rows[m + 1];
        double[] c = rows[m + 2];
        double[] d = rows[m + 3];
        for (int i = 0; i < m + 4; i++) {
            sum[i] += fa * a[i] + fb * b[i] + fc * c[i] + fd * d[i];
        }
    }
}
