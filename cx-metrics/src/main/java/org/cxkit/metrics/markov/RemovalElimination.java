package org.cxkit.metrics.markov;

import java.util.Arrays;

/**
 * Removal effects by elimination of states, without a subtraction, so that each is accurate to some roundings however
 * small it is and however long journeys go in circles.
 *
 * <p>To eliminate a state, what goes into it is sent on to where it leads: {@code w(i, j) += w(i, s) w(s, j) / out(s)},
 * with {@code out(s)} the sum of what leaves {@code s} for other states and ends. For all removals at once: states that
 * none of them removes are eliminated, then the removals are halved, and so on, until the states of one are left: what
 * reaches them first from the start, times what they convert, is what is lost without them. {@code 7/9 n^3} products for
 * order 1, where a solution for each removal takes {@code n^4/3}.
 *
 * <p>Source: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative Analysis and Steady State Distributions for
 * Markov Chains", Operations Research 33(5), 1985.
 */
final class RemovalElimination {
    private static final int VALUE = 0;
    private static final int LOST = 1;
    private static final int CONVERSIONS = 2;
    private static final int STATES = 3;

    /** How many states are eliminated at once: rows that change are read and written that many times less. */
    private static final int BLOCK = 4;

    private final FlowGraph graph;
    private final int[][] removed;
    private final double[] conversions;
    private final double[] values;
    private final int[] marks;
    private int mark;
    private final double[][] levels;
    private final double[][] pivots;
    private final double[] outs;

    private RemovalElimination(FlowGraph graph, int[][] removed) {
        this.graph = graph;
        this.removed = removed;
        conversions = new double[removed.length];
        values = new double[removed.length];
        marks = new int[graph.size()];
        pivots = new double[BLOCK][STATES + graph.size()];
        outs = new double[graph.size()];
        levels = new double[34 - Integer.numberOfLeadingZeros(removed.length)][0];
    }

    /**
     * {@return the share of the conversions and of the value that is lost by each removal}
     *
     * @param graph the chain, in which something converts
     * @param removed for each removal the states that it removes
     * @throws IllegalArgumentException if a state leads to no end
     */
    static RemovalShares of(FlowGraph graph, int[][] removed) {
        RemovalElimination elimination = new RemovalElimination(graph, removed);
        elimination.all();
        return new RemovalShares(elimination.conversions, elimination.values);
    }

    private void all() {
        if (removed.length == 0) {
            return;
        }
        int[] identity = new int[graph.size()];
        Arrays.setAll(identity, state -> state);
        int[] states = new int[graph.size()];
        int kept = keptFirst(identity, graph.size(), 0, removed.length, states);
        int stride = STATES + states.length;
        double[] root = new double[(states.length + 1) * stride];
        int[] places = new int[states.length];
        for (int i = 0; i < states.length; i++) {
            places[states[i]] = i;
        }
        for (int state = 0; state < states.length; state++) {
            int row = (1 + places[state]) * stride;
            root[STATES + places[state]] = graph.starts[state];
            root[row + VALUE] = graph.valueMinor[state];
            root[row + LOST] = graph.lost[state];
            root[row + CONVERSIONS] = graph.conversions[state];
            for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
                root[row + STATES + places[graph.to[move]]] = graph.moved[move];
            }
        }
        eliminate(root, stride, states, states.length, kept);
        split(root, stride, states, kept, 0, removed.length, 0);
    }

    /** Fills in the indexes, those of states that one of the removals removes first, and tells how many these are. */
    private int keptFirst(int[] states, int size, int from, int to, int[] order) {
        mark++;
        for (int removal = from; removal < to; removal++) {
            for (int state : removed[removal]) {
                marks[state] = mark;
            }
        }
        int kept = 0;
        int dropped = size;
        for (int i = 0; i < size; i++) {
            if (marks[states[i]] == mark) {
                order[kept++] = i;
            } else {
                order[--dropped] = i;
            }
        }
        return kept;
    }

    /** A matrix has a row for the start and for each state, with what goes to the ends and to each state. */
    private void split(double[] matrix, int stride, int[] states, int size, int from, int to, int level) {
        if (to - from == 1) {
            tell(matrix, stride, states, size, from);
            return;
        }
        int half = (from + to) >>> 1;
        part(matrix, stride, states, size, from, half, level);
        part(matrix, stride, states, size, half, to, level);
    }

    private void part(double[] matrix, int stride, int[] states, int size, int from, int to, int level) {
        int[] order = new int[size];
        int kept = keptFirst(states, size, from, to, order);
        int width = STATES + size;
        if (levels[level].length < (size + 1) * width) {
            levels[level] = new double[(size + 1) * width];
        }
        double[] part = levels[level];
        int[] names = new int[size];
        for (int row = 0; row <= size; row++) {
            int source = row == 0 ? 0 : (1 + order[row - 1]) * stride;
            int target = row * width;
            part[target + VALUE] = matrix[source + VALUE];
            part[target + LOST] = matrix[source + LOST];
            part[target + CONVERSIONS] = matrix[source + CONVERSIONS];
            for (int i = 0; i < size; i++) {
                part[target + STATES + i] = matrix[source + STATES + order[i]];
            }
        }
        for (int i = 0; i < size; i++) {
            names[i] = states[order[i]];
        }
        eliminate(part, width, names, size, kept);
        split(part, width, names, kept, from, to, level + 1);
    }

    /** Only states that one removal removes are left. */
    private void tell(double[] matrix, int stride, int[] states, int size, int removal) {
        double[] reached = Arrays.copyOfRange(matrix, STATES, STATES + size);
        eliminate(matrix, stride, states, size, 0);
        double[] converts = new double[size];
        double[] yields = new double[size];
        double lostConversions = 0;
        double lostValue = 0;
        for (int state = 0; state < size; state++) {
            int row = (1 + state) * stride;
            double converted = matrix[row + CONVERSIONS];
            double value = matrix[row + VALUE];
            for (int next = 0; next < state; next++) {
                converted += matrix[row + STATES + next] * converts[next];
                value += matrix[row + STATES + next] * yields[next];
            }
            converts[state] = converted / outs[state];
            yields[state] = value / outs[state];
            lostConversions += reached[state] * converts[state];
            lostValue += reached[state] * yields[state];
        }
        conversions[removal] = lostConversions / graph.totalConversions;
        values[removal] = graph.valued() ? lostValue / graph.totalValueMinor : 0;
    }

    /** Eliminates the last states down to those kept; their rows stay as they were when it was their turn. */
    private void eliminate(double[] matrix, int stride, int[] states, int size, int kept) {
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

    private void out(double[] matrix, int stride, int[] states, int state) {
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
        for (int row = fromRow; row < toRow; row++) {
            int at = row * stride;
            double part = matrix[at + width] / outs[state];
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
        for (int row = 0; row <= first; row++) {
            int at = row * stride;
            int into = at + width;
            double f3 = matrix[into + 3] / outs[first + 3];
            double f2 = (matrix[into + 2] + f3 * p3[width + 2]) / outs[first + 2];
            double f1 = (matrix[into + 1] + f3 * p3[width + 1] + f2 * p2[width + 1]) / outs[first + 1];
            double f0 = (matrix[into] + f3 * p3[width] + f2 * p2[width] + f1 * p1[width]) / outs[first];
            for (int i = 0; i < width; i++) {
                matrix[at + i] += f0 * p0[i] + f1 * p1[i] + f2 * p2[i] + f3 * p3[i];
            }
        }
    }
}
