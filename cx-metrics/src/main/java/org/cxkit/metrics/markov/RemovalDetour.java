package org.cxkit.metrics.markov;

import java.util.Arrays;

/**
 * Removal effects where journeys are not lost that come to what is removed, but begin again or go elsewhere.
 *
 * <p>States that stay are eliminated without a subtraction, as in {@link StateElimination}, until only the start is left:
 * what it sends to the ends is what becomes of a journey. {@code n^3/3} products for each removal.
 */
final class RemovalDetour {
    private static final int VALUE = 0;
    private static final int LOST = 1;
    private static final int CONVERSIONS = 2;
    /** Where journeys go that begin again. */
    private static final int AGAIN = 3;

    private static final int STATES = 4;
    private static final int GONE = -1;

    private final FlowGraph graph;
    private final ChannelRemoval removal;
    private final int[] places;

    RemovalDetour(FlowGraph graph, ChannelRemoval removal) {
        this.graph = graph;
        this.removal = removal;
        this.places = new int[graph.size()];
    }

    /** {@return the share of the conversions and of the value that is lost by each removal; negative for a gain} */
    RemovalShares shares(int[][] removed) {
        RemovalShares shares = new RemovalShares(new double[removed.length], new double[removed.length]);
        double journeys = graph.totalConversions + graph.totalLost;
        for (int i = 0; i < removed.length; i++) {
            if (removed[i].length == 0) {
                continue; // nothing is lost
            }
            double[] ends = ends(removed[i]);
            double left = ends[CONVERSIONS] + ends[LOST];
            shares.conversions[i] = lost(ends[CONVERSIONS] / graph.totalConversions, left / journeys);
            shares.values[i] = graph.valued() ? lost(ends[VALUE] / graph.totalValueMinor, left / journeys) : 0;
        }
        return shares;
    }

    /** {@return what is lost by a journey: all of it if none is left} */
    private static double lost(double amount, double journeys) {
        return amount == 0 ? 1 : 1 - amount / journeys;
    }

    private double[] ends(int[] removed) {
        double[][] rows = rows(removed);
        for (int state = rows.length - 2; state >= 0; state--) {
            double[] mine = rows[1 + state];
            double out = out(mine, state);
            for (int row = 0; row <= state; row++) {
                double part = rows[row][STATES + state] / out;
                if (part > 0) {
                    for (int i = 0; i < STATES + state; i++) {
                        rows[row][i] += part * mine[i];
                    }
                }
            }
        }
        return rows[0];
    }

    /** {@return what leaves a state for those before it and the ends; what can go nowhere is lost} */
    private static double out(double[] row, int state) {
        double out = 0;
        for (int i = LOST; i < STATES + state; i++) {
            out += row[i];
        }
        if (out == 0) {
            row[LOST] = 1;
            return 1;
        }
        return out;
    }

    /** {@return a row for the start and for each state that stays, with what goes to the ends and to each such state} */
    private double[][] rows(int[] removed) {
        Arrays.fill(places, 0);
        for (int state : removed) {
            places[state] = GONE;
        }
        int kept = 0;
        for (int state = 0; state < places.length; state++) {
            places[state] = places[state] == GONE ? GONE : kept++;
        }
        double[][] rows = new double[1 + kept][STATES + kept];
        for (int state = 0; state < places.length; state++) {
            send(rows[0], state, graph.starts[state]);
            if (places[state] != GONE) {
                double[] row = rows[1 + places[state]];
                row[VALUE] = graph.valueMinor[state];
                row[LOST] = graph.lost[state];
                row[CONVERSIONS] = graph.conversions[state];
                for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
                    send(row, graph.to[move], graph.moved[move]);
                }
            }
        }
        return rows;
    }

    private void send(double[] row, int state, double amount) {
        if (places[state] != GONE) {
            row[STATES + places[state]] = amount;
        } else if (removal == ChannelRemoval.TO_START) {
            row[AGAIN] += amount;
        }
    }
}
