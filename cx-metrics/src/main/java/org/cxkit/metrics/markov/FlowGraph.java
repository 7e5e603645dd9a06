package org.cxkit.metrics.markov;

import java.util.Arrays;
import java.util.List;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.path.Journeys;

/**
 * The chain as weights: how much goes from state to state, starts and ends there. Immutable once made.
 *
 * <p>Transitions of state {@code s} are those from {@code firstMove[s]} to {@code firstMove[s + 1] - 1}, by name of where
 * they go; a state's transition to itself is among them.
 */
final class FlowGraph {
    final int order;
    final String[] names;
    final long[] keys;
    final double[] starts;
    final double[] conversions;
    final double[] valueMinor;
    final double[] lost;
    final int[] firstMove;
    final int[] to;
    final double[] moved;
    final String currency;
    final double totalConversions;
    final double totalLost;
    final double totalValueMinor;

    private FlowGraph(TransitionCounts counts, double[][] weights, double[] moved) {
        order = counts.order;
        names = counts.names;
        currency = counts.currency;
        int n = counts.states.size();
        keys = new long[n];
        for (int state = 0; state < n; state++) {
            keys[state] = counts.states.key(state);
        }
        starts = weights[TransitionCounts.STARTS];
        conversions = weights[TransitionCounts.CONVERSIONS];
        valueMinor = weights[TransitionCounts.VALUE_MINOR];
        lost = weights[TransitionCounts.LOST];
        this.moved = moved;
        firstMove = new int[n + 1];
        to = new int[counts.moves.size()];
        boolean stateIsChannel = order == 1 && n == names.length;
        for (int move = 0; move < to.length; move++) {
            firstMove[counts.leaves(move) + 1] = move + 1;
            to[move] = stateIsChannel ? counts.goesTo(move) : counts.target(move);
        }
        for (int state = 0; state < n; state++) {
            firstMove[state + 1] = Math.max(firstMove[state + 1], firstMove[state]);
        }
        totalConversions = sum(conversions);
        totalLost = sum(lost);
        totalValueMinor = sum(valueMinor);
    }

    private static double sum(double[] weights) {
        double[] sum = CompensatedSum.zeros(1);
        for (double weight : weights) {
            CompensatedSum.add(sum, 0, weight);
        }
        return CompensatedSum.of(sum, 0);
    }

    static FlowGraph of(TransitionCounts counts) {
        double[][] weights = new double[TransitionCounts.COUNTS][];
        for (int count = 0; count < weights.length; count++) {
            weights[count] = reals(counts.counts[count], counts.states.size());
        }
        return new FlowGraph(counts, weights, reals(counts.moved, counts.moves.size()));
    }

    private static double[] reals(long[] counts, int size) {
        double[] reals = new double[size];
        for (int i = 0; i < size; i++) {
            reals[i] = counts[i];
        }
        return reals;
    }

    /** {@return the graph of journeys that may be fractions: the states are found first, then weighed} */
    static FlowGraph ofFractions(Journeys journeys, int order) {
        TransitionCounts seen =
                new TransitionCounts(order, journeys.channels().names().toArray(new String[0]));
        StateWalk finds = new StateWalk(seen, journeys, seen.names);
        for (int row = 0; row < journeys.size(); row++) {
            if (journeys.conversions(row) + journeys.lost(row) > 0 && journeys.length(row) > 0) {
                finds.along(row);
                seen.counts[TransitionCounts.STARTS][finds.first] = 1;
                seen.counts[TransitionCounts.CONVERSIONS][finds.last] = 1;
                for (int i = 0; i < finds.steps; i++) {
                    seen.moved[finds.trail[i]] = 1;
                }
            }
        }
        TransitionCounts counts = seen.canonical();
        counts.currency =
                journeys.currency().map(money -> money.getCurrencyCode()).orElse("");
        double[][] weights = new double[TransitionCounts.COUNTS][];
        Arrays.setAll(weights, count -> CompensatedSum.zeros(counts.states.size()));
        double[] moved = CompensatedSum.zeros(counts.moves.size());
        StateWalk weighs = new StateWalk(counts, journeys, seen.names);
        for (int row = 0; row < journeys.size(); row++) {
            double weight = journeys.conversions(row) + journeys.lost(row);
            if (weight > 0 && journeys.length(row) > 0) {
                weighs.along(row);
                CompensatedSum.add(weights[TransitionCounts.STARTS], weighs.first, weight);
                CompensatedSum.add(weights[TransitionCounts.CONVERSIONS], weighs.last, journeys.conversions(row));
                CompensatedSum.add(
                        weights[TransitionCounts.VALUE_MINOR], weighs.last, (double) journeys.valueMinor(row));
                CompensatedSum.add(weights[TransitionCounts.LOST], weighs.last, journeys.lost(row));
                for (int i = 0; i < weighs.steps; i++) {
                    CompensatedSum.add(moved, weighs.trail[i], weight);
                }
            }
        }
        Arrays.setAll(weights, count -> rounded(weights[count]));
        return new FlowGraph(counts, weights, rounded(moved));
    }

    private static double[] rounded(double[] sums) {
        double[] rounded = new double[sums.length / 2];
        Arrays.setAll(rounded, i -> CompensatedSum.of(sums, i));
        return rounded;
    }

    int size() {
        return keys.length;
    }

    boolean valued() {
        return totalValueMinor > 0;
    }

    String name(int state) {
        return StateKey.text(keys[state], names);
    }

    /** {@return for each channel the states that contain it} */
    int[][] statesByChannel() {
        int[][] states = new int[names.length][order == 1 ? 1 : 8];
        int[] sizes = new int[names.length];
        for (int state = 0; state < keys.length; state++) {
            int length = StateKey.length(keys[state]);
            for (int touch = 0; touch < length; touch++) {
                int code = StateKey.code(keys[state], touch);
                int size = sizes[code];
                if (size == 0 || states[code][size - 1] != state) {
                    states[code] = size < states[code].length ? states[code] : Arrays.copyOf(states[code], size * 2);
                    states[code][size] = state;
                    sizes[code]++;
                }
            }
        }
        for (int code = 0; code < sizes.length; code++) {
            states[code] = sizes[code] == states[code].length ? states[code] : Arrays.copyOf(states[code], sizes[code]);
        }
        return states;
    }

    /** {@return the states that contain these channels one right after the other} */
    int[] statesWith(List<String> sequence) {
        int[] codes = new int[sequence.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Arrays.binarySearch(names, sequence.get(i));
        }
        int[] states = new int[keys.length];
        int size = 0;
        for (int state = 0; state < keys.length; state++) {
            if (StateKey.contains(keys[state], codes)) {
                states[size++] = state;
            }
        }
        return Arrays.copyOf(states, size);
    }
}
