package org.cxkit.metrics.markov;

import static org.cxkit.metrics.markov.StateElimination.CONVERSIONS;
import static org.cxkit.metrics.markov.StateElimination.STATES;
import static org.cxkit.metrics.markov.StateElimination.VALUE;

import java.util.Arrays;

/**
 * Removal effects by elimination of states, without a subtraction, so that each is accurate to some roundings however
 * small it is and however long journeys go in circles.
 *
 * <p>States that no removal removes are eliminated, then the removals are halved, and so on, until the states of one
 * are left: what reaches them first from the start, times what they convert, is what is lost without them. About
 * {@code n^3} products for all removals, where a solution for each takes {@code n^3/3}.
 */
final class RemovalElimination {
    private final FlowGraph graph;
    private final int[][] removed;
    private final double[] conversions;
    private final double[] values;
    private final int[] marks;
    private int mark;
    private final double[][] levels;
    private final StateElimination elimination;

    private RemovalElimination(FlowGraph graph, int[][] removed) {
        this.graph = graph;
        this.removed = removed;
        conversions = new double[removed.length];
        values = new double[removed.length];
        marks = new int[graph.size()];
        elimination = new StateElimination(graph);
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
        double[] root = elimination.matrix(states);
        elimination.eliminate(root, stride, states, states.length, kept);
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
        for (int i = 0; i < size; i++) {
            kept += marks[states[i]] == mark ? 1 : 0;
        }
        int keep = 0;
        int drop = kept;
        for (int i = 0; i < size; i++) {
            order[marks[states[i]] == mark ? keep++ : drop++] = i;
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
        for (int row = 0; row <= size; row++) {
            int source = row == 0 ? 0 : (1 + order[row - 1]) * stride;
            int target = row * width;
            int same = kept > 0 && order[kept - 1] == kept - 1 ? width : STATES;
            System.arraycopy(matrix, source, part, target, same);
            for (int i = same - STATES; i < size; i++) {
                part[target + STATES + i] = matrix[source + STATES + order[i]];
            }
        }
        int[] names = new int[size];
        for (int i = 0; i < size; i++) {
            names[i] = states[order[i]];
        }
        elimination.eliminate(part, width, names, size, kept);
        split(part, width, names, kept, from, to, level + 1);
    }

    /** Only states that one removal removes are left. */
    private void tell(double[] matrix, int stride, int[] states, int size, int removal) {
        if (size == 1) { // as always in order 1
            elimination.out(matrix, stride, states, 0);
            share(removal, matrix[STATES] / elimination.outs[0], matrix[stride + CONVERSIONS], matrix[stride + VALUE]);
            return;
        }
        double[] reached = Arrays.copyOfRange(matrix, STATES, STATES + size);
        elimination.eliminate(matrix, stride, states, size, 0);
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
            converts[state] = converted / elimination.outs[state];
            yields[state] = value / elimination.outs[state];
            lostConversions += reached[state] * converts[state];
            lostValue += reached[state] * yields[state];
        }
        share(removal, 1, lostConversions, lostValue);
    }

    private void share(int removal, double times, double lostConversions, double lostValue) {
        conversions[removal] = times * lostConversions / graph.totalConversions;
        values[removal] = graph.valued() ? times * lostValue / graph.totalValueMinor : 0;
    }
}
