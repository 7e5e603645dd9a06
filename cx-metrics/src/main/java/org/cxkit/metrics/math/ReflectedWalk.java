package org.cxkit.metrics.math;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * A random walk of discrete steps that is held at 0 from below, until it exceeds a limit: a Markov chain.
 *
 * <p>The states are values that the walk takes, the first that is found in each of some thousand cells of equal width, so
 * that the common paths are walked exactly and only the long ones are rounded. States are eliminated without a
 * subtraction, hence without cancellation, however long the walk lasts.
 *
 * <p>Source: D. Brook, D. A. Evans, "An Approach to the Probability Distribution of CUSUM Run Length", Biometrika 59(3),
 * 1972, for the chain; W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative Analysis and Steady State
 * Distributions for Markov Chains", Operations Research 33(5), 1985, for the elimination.
 */
public final class ReflectedWalk {
    private static final int CELLS = 1 << 10;
    private static final int NONE = -1;

    private final double[] steps;
    private final double limit;
    private final double zero;

    /** The states in rising order, the first being 0; and the number of the state of each cell. */
    private final double[] states;

    private final int[] stateOfCell;

    /**
     * Finds the states.
     *
     * @param steps the steps the walk can take, at least one of them above 0
     * @param limit the walk ends when it is above this; above 0
     * @param zero a value up to this is 0, not negative
     */
    public ReflectedWalk(double[] steps, double limit, double zero) {
        this.steps = steps.clone();
        this.limit = limit;
        this.zero = zero;
        double[] found = new double[CELLS];
        Arrays.fill(found, Double.NaN);
        ArrayDeque<Double> next = new ArrayDeque<>();
        next.add(0.0);
        while (!next.isEmpty()) {
            double from = next.remove();
            for (double step : steps) {
                double to = from + step;
                if (to > zero && to <= limit && Double.isNaN(found[cell(to)])) {
                    found[cell(to)] = to;
                    next.add(to);
                }
            }
        }
        this.stateOfCell = new int[CELLS];
        double[] rising = new double[CELLS + 1];
        int count = 1;
        for (int cell = 0; cell < CELLS; cell++) {
            stateOfCell[cell] = NONE;
            if (!Double.isNaN(found[cell])) {
                stateOfCell[cell] = count;
                rising[count++] = found[cell];
            }
        }
        this.states = Arrays.copyOf(rising, count);
    }

    private int cell(double value) {
        return Math.min(CELLS - 1, (int) (value / limit * CELLS));
    }

    /** {@return the state after a step, or {@link #NONE} if the walk has ended} */
    private int after(int state, double step) {
        double to = states[state] + step;
        if (to > limit) {
            return NONE;
        }
        return to <= zero ? 0 : stateOfCell[cell(to)];
    }

    /**
     * {@return the mean number of steps from 0 until the walk is above the limit}
     *
     * @param probabilities the probability of each step
     */
    public double meanSteps(double... probabilities) {
        int n = states.length;
        int down = 0;
        int up = 0;
        for (int i = 0; i < n; i++) {
            for (double step : steps) {
                int to = after(i, step);
                if (to != NONE) {
                    down = Math.max(down, i - to);
                    up = Math.max(up, to - i);
                }
            }
        }
        double[][] moves = new double[n][down + up + 1]; // moves[i][j - i + down] from state i to j
        double[] end = new double[n];
        double[] time = new double[n];
        Arrays.fill(time, 1);
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < steps.length; s++) {
                int to = after(i, steps[s]);
                if (to == NONE) {
                    end[i] += probabilities[s];
                } else {
                    moves[i][to - i + down] += probabilities[s];
                }
            }
        }
        for (int k = n - 1; k > 0; k--) {
            eliminate(moves, end, time, k, down, up);
        }
        return time[0] / end[0];
    }

    /** Lets the walk pass through state k without stopping there; the states above it are gone already. */
    private static void eliminate(double[][] moves, double[] end, double[] time, int k, int down, int up) {
        int low = Math.max(0, k - down);
        double leaves = end[k];
        for (int j = low; j < k; j++) {
            leaves += moves[k][j - k + down];
        }
        for (int i = Math.max(0, k - up); i < k; i++) {
            double share = moves[i][k - i + down] / leaves;
            if (share > 0) {
                for (int j = Math.max(low, i - down); j < k; j++) {
                    moves[i][j - i + down] += share * moves[k][j - k + down];
                }
                end[i] += share * end[k];
                time[i] += share * time[k];
            }
        }
    }
}
