package org.cxkit.metrics.markov;

/**
 * The removal effect of each state of a chain, from the diagonal of one inverse, without a subtraction.
 *
 * <p>With {@code M} the matrix of what leaves each state, less what it sends to the others, and {@code N} its inverse, a
 * journey that comes to state {@code k} is there {@code N(k,k)} times as often as it is first. As many journeys leave a
 * state as come to it, so the sum of the starts over {@code N} is 1 for each state, and what is lost without {@code k} is
 * {@code h(k) / N(k,k)}, with {@code h = N r} what is yielded from each state. {@code n^3} products, where a solution for
 * each state takes {@code n^4/3}.
 *
 * <p>The inverse takes the place of the matrix, state by state (Gauss-Jordan): what a row has for the state is sent on to
 * where that leads, {@code w(i, j) += w(i, s) w(s, j) / out(s)}, with {@code out(s)} the sum of what leaves {@code s} for
 * the states to come and the ends. All entries are kept without their sign, which is known: those for the states done
 * are of the inverse and positive, the others of a matrix like {@code M}. So sums have positive terms alone, and each
 * entry is right to some roundings.
 *
 * <p>Source: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative Analysis and Steady State Distributions for
 * Markov Chains", Operations Research 33(5), 1985.
 */
final class RemovalInverse {
    /** How many states are done at once: rows that change are read and written that many times less. */
    private static final int BLOCK = 4;

    private final FlowGraph graph;
    private final int n;
    private final int conversions;
    private final int value;
    /** For each state what goes to each state, and to the ends. */
    private final double[][] rows;

    private RemovalInverse(FlowGraph graph) {
        this.graph = graph;
        n = graph.size();
        int lost = n;
        conversions = n + 1;
        value = n + 2;
        rows = new double[n][n + 3];
        for (int state = 0; state < n; state++) {
            double[] row = rows[state];
            for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
                row[graph.to[move]] = graph.moved[move];
            }
            row[lost] = graph.lost[state];
            row[conversions] = graph.conversions[state];
            row[value] = graph.valueMinor[state];
        }
    }

    /**
     * {@return the share of the conversions and of the value that is lost by the removal of each state}
     *
     * @param graph the chain, in which something converts
     * @throws IllegalArgumentException if a state leads to no end
     */
    static RemovalShares of(FlowGraph graph) {
        RemovalInverse inverse = new RemovalInverse(graph);
        inverse.invert();
        return inverse.shares();
    }

    private RemovalShares shares() {
        RemovalShares shares = new RemovalShares(new double[n], new double[n]);
        for (int state = 0; state < n; state++) {
            double[] row = rows[state];
            shares.conversions[state] = row[conversions] / (row[state] * graph.totalConversions);
            shares.values[state] = graph.valued() ? row[value] / (row[state] * graph.totalValueMinor) : 0;
        }
        return shares;
    }

    private void invert() {
        int first = 0;
        for (; first + BLOCK <= n; first += BLOCK) {
            for (int state = first; state < first + BLOCK; state++) {
                invert(state, first, first + BLOCK);
            }
            sendOn(first, 0, first);
            sendOn(first, first + BLOCK, n);
        }
        for (; first < n; first++) {
            invert(first, 0, n);
        }
    }

    /** Does one state, for a range of rows that includes its own. */
    private void invert(int state, int from, int to) {
        double[] mine = rows[state];
        double share = 1 / out(state);
        mine[state] = 1;
        for (int j = 0; j < mine.length; j++) {
            mine[j] *= share;
        }
        for (int i = from; i < to; i++) {
            double part = rows[i][state];
            if (i != state && part != 0) {
                rows[i][state] = 0;
                add(rows[i], part, mine);
            }
        }
    }

    private static void add(double[] row, double part, double[] mine) {
        for (int j = 0; j < row.length; j++) {
            row[j] += part * mine[j];
        }
    }

    private double out(int state) {
        double[] row = rows[state];
        double out = 0;
        for (int j = state + 1; j < value; j++) {
            out += row[j];
        }
        if (!(out > 0)) {
            throw new IllegalArgumentException("no end can be reached from the state " + graph.name(state));
        }
        return out;
    }

    /** Sends on what a range of rows has for the states of a block, which are done among themselves. */
    private void sendOn(int first, int from, int to) {
        double[] a = rows[first];
        double[] b = rows[first + 1];
        double[] c = rows[first + 2];
        double[] d = rows[first + 3];
        for (int i = from; i < to; i++) {
            double[] row = rows[i];
            double fa = row[first];
            double fb = row[first + 1];
            double fc = row[first + 2];
            double fd = row[first + 3];
            row[first] = 0;
            row[first + 1] = 0;
            row[first + 2] = 0;
            row[first + 3] = 0;
            add(row, fa, a, fb, b, fc, c, fd, d);
        }
    }

    private static void add(
            double[] row, double fa, double[] a, double fb, double[] b, double fc, double[] c, double fd, double[] d) {
        for (int j = 0; j < row.length; j++) {
            row[j] += fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }
}
