package org.cxkit.metrics.markov;

/**
 * Elimination of states without a subtraction.
 *
 * <p>To eliminate a state, what goes into it is sent on to where it leads: {@code w(i, j) += w(i, s) w(s, j) / out(s)},
 * with {@code out(s)} the sum of what leaves {@code s} for other states and ends. A matrix has a row for the start and
 * one for each state, with what goes to the ends and to each state. Not thread-safe.
 *
 * <p>Source: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative Analysis and Steady State Distributions for
 * Markov Chains", Operations Research 33(5), 1985.
 */
final class StateElimination {
    static final int VALUE = 0;
    static final int LOST = 1;
    static final int CONVERSIONS = 2;
    static final int STATES = 3;

    /** How many states are eliminated at once: rows that change are read and written that many times less. */
    private static final int BLOCK = 4;

    /** What left each state when it was its turn. */
    final double[] outs;

    private final FlowGraph graph;
    private final double[][] pivots;

    StateElimination(FlowGraph graph) {
        this.graph = graph;
        pivots = new double[BLOCK][STATES + graph.size()];
        outs = new double[graph.size()];
    }

    /** {@return the matrix of the graph, with states in this order} */
    double[] matrix(int[] states) {
        int stride = STATES + states.length;
        double[] matrix = new double[(states.length + 1) * stride];
        int[] places = new int[states.length];
        for (int i = 0; i < states.length; i++) {
            places[states[i]] = i;
        }
        for (int state = 0; state < states.length; state++) {
            int row = (1 + places[state]) * stride;
            matrix[STATES + places[state]] = graph.starts[state];
            matrix[row + VALUE] = graph.valueMinor[state];
            matrix[row + LOST] = graph.lost[state];
            matrix[row + CONVERSIONS] = graph.conversions[state];
            for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
                matrix[row + STATES + places[graph.to[move]]] = graph.moved[move];
            }
        }
        return matrix;
    }

    /**
     * Eliminates the last states down to those kept. Their rows stay as they were when it was their turn; what the rows
     * before them had for them stays as a share of {@code outs}.
     */
    void eliminate(double[] matrix, int stride, int[] states, int size, int kept) {
        int last = size;
        while (last - kept >= BLOCK) {
            for (int i = 1; i <= BLOCK; i++) {
                out(matrix, stride, states, last - i);
                eliminateOne(matrix, stride, last - i, last - BLOCK + 1, last - i + 1);
            }
            eliminateBlock(matrix, stride, last - BLOCK);
            last -= BLOCK;
        }
        while (last > kept) {
            last--;
            out(matrix, stride, states, last);
            eliminateOne(matrix, stride, last, 0, last + 1);
        }
    }

    void out(double[] matrix, int stride, int[] states, int state) {
        int from = (1 + state) * stride + LOST;
        double a = 0;
        double b = 0;
        int i = from;
        for (; i + 1 < from + STATES - LOST + state; i += 2) {
            a += matrix[i];
            b += matrix[i + 1];
        }
        if (i < from + STATES - LOST + state) {
            a += matrix[i];
        }
        outs[state] = a + b;
        if (!(outs[state] > 0)) {
            throw new IllegalArgumentException("no end can be reached from the state " + graph.name(states[state]));
        }
    }

    /** Sends on what these rows have for the state. */
    private void eliminateOne(double[] matrix, int stride, int state, int fromRow, int toRow) {
        double[] pivot = pivots[0];
        int width = STATES + state;
        System.arraycopy(matrix, (1 + state) * stride, pivot, 0, width);
        double share = 1 / outs[state];
        for (int row = fromRow; row < toRow; row++) {
            int at = row * stride;
            double part = matrix[at + width] * share;
            matrix[at + width] = part;
            if (part != 0) {
                for (int i = 0; i < width; i++) {
                    matrix[at + i] += part * pivot[i];
                }
            }
        }
    }

    /** Sends on what all rows above have for four states, which have sent on to each other already. */
    private void eliminateBlock(double[] matrix, int stride, int first) {
        double[] p0 = pivots[0];
        double[] p1 = pivots[1];
        double[] p2 = pivots[2];
        double[] p3 = pivots[3];
        int width = STATES + first;
        int pivotRow = (1 + first) * stride;
        System.arraycopy(matrix, pivotRow, p0, 0, width);
        System.arraycopy(matrix, pivotRow + stride, p1, 0, width + 1);
        System.arraycopy(matrix, pivotRow + 2 * stride, p2, 0, width + 2);
        System.arraycopy(matrix, pivotRow + 3 * stride, p3, 0, width + 3);
        double s0 = 1 / outs[first];
        double s1 = 1 / outs[first + 1];
        double s2 = 1 / outs[first + 2];
        double s3 = 1 / outs[first + 3];
        for (int row = 0; row <= first; row++) {
            int at = row * stride;
            int into = at + width;
            double f3 = matrix[into + 3] * s3;
            double f2 = (matrix[into + 2] + f3 * p3[width + 2]) * s2;
            double f1 = (matrix[into + 1] + f3 * p3[width + 1] + f2 * p2[width + 1]) * s1;
            double f0 = (matrix[into] + f3 * p3[width] + f2 * p2[width] + f1 * p1[width]) * s0;
            matrix[into] = f0;
            matrix[into + 1] = f1;
            matrix[into + 2] = f2;
            matrix[into + 3] = f3;
            for (int i = 0; i < width; i++) {
                matrix[at + i] += f0 * p0[i] + f1 * p1[i] + f2 * p2[i] + f3 * p3[i];
            }
        }
    }
}
