package org.cxkit.metrics.math;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A random walk of discrete steps that is held at 0 from below, until it exceeds a limit: a Markov chain.
 *
 * <p>The states are values that the walk takes, those after few steps first, so that common paths are walked exactly, and
 * where these are too many a grid. A path that leads to any other value goes to the states next to it, with probabilities that keep the mean. States are
 * eliminated without a subtraction, hence without cancellation, however long the walk lasts.
 *
 * <p>Source: D. Brook, D. A. Evans, "An Approach to the Probability Distribution of CUSUM Run Length", Biometrika 59(3),
 * 1972, for the chain; W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative Analysis and Steady State
 * Distributions for Markov Chains", Operations Research 33(5), 1985, for the elimination.
 */
public final class ReflectedWalk {
    private static final int END = -1;
    private static final int MOST_STATES = 1000;
    private static final int FEWEST_STATES = 200;

    /** What the elimination may cost; steps that are long against the limit need fewer states. */
    private static final double COST = 2e6;

    /** Values so near to each other, in parts of the limit, are one: they differ by rounding. */
    private static final double SAME = 1e-11;
    /** What is left of the walk by then adds nothing to a sum of nearly 1. */
    private static final double NOTHING = 1e-17;

    private final double[] steps;
    private final double limit;
    private final double zero;
    private final double[] states; // rising, the first is 0

    // where step s leads to from state i, at i * steps.length + s: the state below, or END, and the part that goes
    // above
    private final int[] below;
    private final double[] above;

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
        this.states = states();
        this.below = new int[states.length * steps.length];
        this.above = new double[below.length];
        for (int move = 0; move < below.length; move++) {
            double to = states[move / steps.length] + steps[move % steps.length];
            below[move] = to > limit ? END : below(to);
            above[move] = to > limit ? 0 : partAbove(to, below[move]);
        }
    }

    private double[] states() {
        NavigableSet<Double> found = new TreeSet<>();
        ArrayDeque<Double> next = new ArrayDeque<>();
        found.add(0.0);
        next.add(0.0);
        int most = mostStates();
        while (!next.isEmpty() && found.size() < most) {
            double from = next.remove();
            for (double step : steps) {
                double to = from + step;
                if (to > zero && to <= limit && add(found, to)) {
                    next.add(to);
                }
            }
        }
        for (int i = 1; i <= most && !next.isEmpty(); i++) {
            add(found, limit * i / most);
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private int mostStates() {
        double up = 0;
        double down = 0;
        for (double step : steps) {
            up = Math.max(up, step);
            down = Math.max(down, -step);
        }
        double band = Math.min(1, up / limit) * Math.min(1, down / limit);
        return (int) Math.min(MOST_STATES, Math.max(FEWEST_STATES, Math.cbrt(COST / band)));
    }

    private boolean add(NavigableSet<Double> found, double value) {
        Double nearest = found.ceiling(value - SAME * limit);
        return (nearest == null || nearest > value + SAME * limit) && found.add(value);
    }

    /**
     * {@return the mean number of steps from 0 until the walk is above the limit}
     *
     * @param probabilities the probability of each step
     */
    public double meanSteps(double... probabilities) {
        double[] end = new double[states.length];
        double[] time = new double[states.length];
        Arrays.fill(time, 1);
        Band moves = new Band(states.length, reach(-1), reach(1));
        for (int move = 0; move < below.length; move++) {
            int from = move / steps.length;
            double probability = probabilities[move % steps.length];
            if (below[move] == END) {
                end[from] += probability;
            } else {
                moves.add(from, below[move], (1 - above[move]) * probability);
                if (above[move] > 0) {
                    moves.add(from, below[move] + 1, above[move] * probability);
                }
            }
        }
        for (int k = states.length - 1; k > 0; k--) {
            moves.eliminate(k, end, time);
        }
        return time[0] / end[0];
    }

    /**
     * {@return the probability that the walk, from 0, is above the limit after at most some steps}
     *
     * @param count how many steps, not negative
     * @param probabilities the probability of each step
     */
    public double endsWithin(int count, double... probabilities) {
        double[] at = new double[states.length];
        at[0] = 1;
        double ended = 0;
        for (int n = 0; n < count && Arrays.stream(at).sum() > NOTHING; n++) {
            double[] next = new double[states.length];
            for (int move = 0; move < below.length; move++) {
                double moved = at[move / steps.length] * probabilities[move % steps.length];
                if (below[move] == END) {
                    ended += moved;
                } else {
                    next[below[move]] += (1 - above[move]) * moved;
                    if (above[move] > 0) {
                        next[below[move] + 1] += above[move] * moved;
                    }
                }
            }
            at = next;
        }
        return Math.min(1, ended);
    }

    /** How many states a step goes at most: up with a sign of 1, down with -1. */
    private int reach(int sign) {
        int reach = 0;
        for (int move = 0; move < below.length; move++) {
            if (below[move] != END) {
                int part = above[move] > 0 ? 1 : 0;
                int from = move / steps.length;
                reach = Math.max(reach, Math.max(sign * (below[move] - from), sign * (below[move] + part - from)));
            }
        }
        return reach;
    }

    /** The highest state that is not above a value, with some room for rounding. */
    private int below(double value) {
        if (value <= zero) {
            return 0;
        }
        int found = Arrays.binarySearch(states, value + SAME * limit);
        return found >= 0 ? found : -found - 2;
    }

    /** Which part of a value goes to the state above it. */
    private double partAbove(double value, int below) {
        double beyond = value - states[below];
        boolean exact = beyond <= SAME * limit;
        return exact || below + 1 == states.length ? 0 : beyond / (states[below + 1] - states[below]);
    }

    /** The probabilities to move between states that are not far from each other. */
    private static final class Band {
        private final int down;
        private final int up;
        private final double[][] moves;

        Band(int states, int down, int up) {
            this.down = down;
            this.up = up;
            this.moves = new double[states][down + up + 1];
        }

        void add(int from, int to, double probability) {
            moves[from][to - from + down] += probability;
        }

        /** Lets the walk pass through state k without stopping there; the states above it are gone already. */
        void eliminate(int k, double[] end, double[] time) {
            int low = Math.max(0, k - down);
            double[] onward = moves[k];
            double leaves = end[k];
            for (int j = low; j < k; j++) {
                leaves += onward[j - k + down];
            }
            for (int i = Math.max(0, k - up); i < k; i++) {
                double part = moves[i][k - i + down] / leaves;
                if (part > 0) {
                    for (int j = low; j < k; j++) {
                        moves[i][j - i + down] += part * onward[j - k + down];
                    }
                    end[i] += part * end[k];
                    time[i] += part * time[k];
                }
            }
        }
    }
}
