package org.cxkit.metrics.markov;

import java.io.Serial;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Removal effects of chains with many states by sweeps over their transitions, for many removals at once.
 *
 * <p>What a journey in a state has yet to lose by a removal is what it yields if the removal removes the state, and
 * otherwise the mean of what it has to lose in the states that follow. All terms are positive and all figures rise to
 * their limit, so small effects keep their digits. States are taken in the order of their distance from the ends, and
 * each uses what was just told of the others (Gauss and Seidel), until what is still to come is at most 1e-13 of every
 * figure, by the rate at which its growth falls.
 */
final class RemovalIteration {
    /** Chains that take more sweeps mix so slowly that elimination is better. */
    static final int MAX_SWEEPS = 1000;

    private static final double TOLERANCE = 1e-13;
    /** Growth is looked at only so often, as that costs as much as a sweep. */
    private static final int LOOK_EVERY = 6;
    /** Columns at once, so that those of some thousand states stay in the cache. */
    private static final int COLUMNS = 64;

    private static final long MAX_CELLS = 1 << 25;

    private static final int[] NONE = {};

    private final FlowGraph graph;
    private final int[] sweep;
    private final double[] chances;
    private double residual;

    private RemovalIteration(FlowGraph graph) {
        this.graph = graph;
        this.sweep = sweep(graph);
        this.chances = new double[graph.to.length];
        for (int state = 0; state < graph.size(); state++) {
            double out = out(state);
            for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
                chances[move] = graph.to[move] == state ? 0 : graph.moved[move] / out;
            }
        }
    }

    private double out(int state) {
        double out = graph.conversions[state] + graph.lost[state];
        for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
            out += graph.to[move] == state ? 0 : graph.moved[move];
        }
        return out;
    }

    /**
     * {@return the share of the conversions and of the value that is lost by each removal}
     *
     * @param graph the chain, in which something converts
     * @param removed for each removal the states that it removes
     * @param maxSweeps the most sweeps over all transitions for a group of removals
     * @throws IllegalArgumentException if a state leads to no end
     * @throws UnsettledException if so many sweeps are not enough
     */
    static RemovalShares of(FlowGraph graph, int[][] removed, int maxSweeps) throws UnsettledException {
        RemovalIteration iteration = new RemovalIteration(graph);
        double[] conversions = iteration.lost(graph.conversions, graph.totalConversions, removed, maxSweeps);
        double[] values = graph.valued()
                ? iteration.lost(graph.valueMinor, graph.totalValueMinor, removed, maxSweeps)
                : new double[removed.length];
        return new RemovalShares(conversions, values);
    }

    private double[] lost(double[] amounts, double total, int[][] removed, int maxSweeps) throws UnsettledException {
        double[] gains = new double[graph.size()];
        for (int state = 0; state < gains.length; state++) {
            gains[state] = amounts[state] / out(state);
        }
        double[] yields = new double[graph.size()];
        settle(yields, 1, gains, null, maxSweeps);
        double[] lost = new double[removed.length];
        int columns = (int) Math.max(1, Math.min(COLUMNS, MAX_CELLS / Math.max(1, graph.size())));
        for (int from = 0; from < removed.length; from += columns) {
            int width = Math.min(columns, removed.length - from);
            double[] still = new double[graph.size() * width];
            settle(still, width, yields, removersOf(removed, from, from + width), maxSweeps);
            for (int state = 0; state < graph.size(); state++) {
                for (int column = 0; column < width; column++) {
                    lost[from + column] += graph.starts[state] * still[state * width + column] / total;
                }
            }
        }
        return lost;
    }

    /** {@return for each state the removals, counted from the first one, that remove it} */
    private int[][] removersOf(int[][] removed, int from, int to) {
        int[][] removers = new int[graph.size()][0];
        for (int removal = from; removal < to; removal++) {
            for (int state : removed[removal]) {
                removers[state] = Arrays.copyOf(removers[state], removers[state].length + 1);
                removers[state][removers[state].length - 1] = removal - from;
            }
        }
        return removers;
    }

    /**
     * Sweeps until the figures, some columns for each state, have settled.
     *
     * @param fixed what a state has in the columns that remove it; without removers, what it has besides
     * @param removers for each state the columns that remove it, which may be none of any state
     */
    private void settle(double[] figures, int width, double[] fixed, int @Nullable [][] removers, int maxSweeps)
            throws UnsettledException {
        double[] row = new double[width];
        double before = 0;
        for (int done = 1; done <= maxSweeps; done++) {
            boolean look = done % LOOK_EVERY == 0;
            double growth = 0;
            for (int state : sweep) {
                Arrays.fill(row, removers == null ? fixed[state] : 0);
                addMean(row, figures, width, state);
                for (int column : removers == null ? NONE : removers[state]) {
                    row[column] = fixed[state];
                }
                if (look) {
                    growth = Math.max(growth, growth(row, figures, state * width));
                }
                System.arraycopy(row, 0, figures, state * width, width);
            }
            if (look && settled(growth, before)) {
                return;
            }
            before = look ? growth : before;
        }
        throw new UnsettledException(graph.size(), maxSweeps, residual);
    }

    private void addMean(double[] row, double[] figures, int width, int state) {
        int move = graph.firstMove[state];
        int end = graph.firstMove[state + 1];
        for (; move + 3 < end; move += 4) {
            int a = graph.to[move] * width;
            int b = graph.to[move + 1] * width;
            int c = graph.to[move + 2] * width;
            int d = graph.to[move + 3] * width;
            double pa = chances[move];
            double pb = chances[move + 1];
            double pc = chances[move + 2];
            double pd = chances[move + 3];
            for (int i = 0; i < width; i++) {
                row[i] += pa * figures[a + i] + pb * figures[b + i] + pc * figures[c + i] + pd * figures[d + i];
            }
        }
        for (; move < end; move++) {
            int a = graph.to[move] * width;
            double pa = chances[move];
            for (int i = 0; i < width; i++) {
                row[i] += pa * figures[a + i];
            }
        }
    }

    /** {@return the greatest growth of a figure, relative to itself} */
    private static double growth(double[] row, double[] figures, int at) {
        double growth = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] > 0) {
                growth = Math.max(growth, (row[i] - figures[at + i]) / row[i]);
            }
        }
        return growth;
    }

    /** What is still to come is a geometric series, whose ratio is told from the last two looks. */
    private boolean settled(double growth, double before) {
        residual = growth;
        if (growth == 0) {
            return true;
        }
        double ratio = before == 0 ? 1 : Math.pow(growth / before, 1.0 / LOOK_EVERY);
        return ratio < 1 && growth * ratio / (1 - ratio) <= TOLERANCE;
    }

    /** States by their distance from the ends: no journey is lost or converts without passing the nearer ones. */
    private static int[] sweep(FlowGraph graph) {
        int[] counts = new int[graph.size() + 1];
        for (int to : graph.to) {
            counts[to + 1]++;
        }
        for (int state = 0; state < graph.size(); state++) {
            counts[state + 1] += counts[state];
        }
        int[] from = new int[graph.to.length];
        int[] next = counts.clone();
        boolean[] met = new boolean[graph.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int state = 0; state < graph.size(); state++) {
            for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
                from[next[graph.to[move]]++] = state;
            }
            if (graph.conversions[state] + graph.lost[state] > 0) {
                met[state] = true;
                queue.add(state);
            }
        }
        int[] sweep = new int[graph.size()];
        int size = 0;
        while (!queue.isEmpty()) {
            int state = queue.remove();
            sweep[size++] = state;
            for (int i = counts[state]; i < counts[state + 1]; i++) {
                if (!met[from[i]]) {
                    met[from[i]] = true;
                    queue.add(from[i]);
                }
            }
        }
        for (int state = 0; state < met.length; state++) {
            if (!met[state]) {
                throw new IllegalArgumentException("no end can be reached from the state " + graph.name(state));
            }
        }
        return sweep;
    }

    /** The figures had not settled after so many sweeps. */
    static final class UnsettledException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        UnsettledException(int states, int sweeps, double residual) {
            super("a chain of " + states + " states has not settled after " + sweeps
                    + " sweeps, its relative residual is " + residual
                    + ": choose a smaller order, or fewer channels");
        }
    }
}
