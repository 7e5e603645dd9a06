package org.cxkit.metrics.markov;

import java.util.Arrays;
import org.cxkit.metrics.path.Journeys;

/**
 * Counts rows that are one journey each in a flat table of states by channels.
 *
 * <p>States are told as if all touches were one long journey; then each row marks the few touches that open it, whose
 * state reaches into the row before. So pairs of a state and the next touch are counted in one loop over all touches,
 * without a branch that depends on the data.
 */
final class SingleJourneyKernel {
    private static final int MAX_CELLS = 1 << 22;
    private static final int ROWS = 2048;

    private final Journeys journeys;
    private final int order;
    private final int channels;
    /** Where states of each length start; those as long as the order are first. */
    private final int[] offsets;

    /** Stands for the state before the touches that open a journey, which make no move. */
    private final int opening;

    private final int[] pairs;
    private final int[] starts;
    private final int[] ends;
    private final long[] values;
    private int[] codes = new int[ROWS * 8];
    private int[] states = new int[ROWS * 8 + 1];
    private final int[] untouched = new int[2];
    private long untouchedValue;

    private SingleJourneyKernel(Journeys journeys, int order) {
        this.journeys = journeys;
        this.order = order;
        this.channels = journeys.channels().size();
        this.offsets = new int[order + 1];
        int full = 1;
        int size = 0;
        for (int length = 0; length < order; length++) {
            offsets[length] = size;
            size += full;
            full *= channels;
        }
        for (int length = 0; length < order; length++) {
            offsets[length] += full;
        }
        opening = full;
        pairs = new int[(full + 1) * channels];
        starts = new int[full + size];
        ends = new int[2 * (full + size)];
        values = new long[journeys.currency().isPresent() ? full + size : 0];
    }

    /** {@return whether the rows are single journeys, and enough to be worth a table} */
    static boolean serves(Journeys journeys, int from, int to, int order) {
        long cells = 1;
        for (int i = 0; i <= order && cells <= MAX_CELLS; i++) {
            cells *= Math.max(1, journeys.channels().size());
        }
        return from < to
                && journeys.single()
                && cells <= Math.min(MAX_CELLS, journeys.end(to - 1) - journeys.start(from));
    }

    static void count(Journeys journeys, int from, int to, TransitionCounts into) {
        SingleJourneyKernel kernel = new SingleJourneyKernel(journeys, into.order);
        for (int row = from; row < to; row += ROWS) {
            kernel.block(row, Math.min(to, row + ROWS));
        }
        kernel.pour(into);
    }

    private void block(int from, int to) {
        int begin = journeys.start(from);
        int length = journeys.end(to - 1) - begin;
        if (length > codes.length) {
            codes = new int[length * 2];
            states = new int[length * 2 + 1];
        }
        journeys.copyTouches(begin, begin + length, codes);
        fillStates(codes, states, length, order, channels);
        for (int row = from; row < to; row++) {
            int start = journeys.start(row) - begin;
            int end = journeys.end(row) - begin;
            int converted = (int) journeys.conversions(row);
            int openers = Math.min(order, end - start);
            if (openers == order) {
                starts[states[start + order]]++;
                end(states[end], converted, row);
            } else if (openers > 0) {
                int state = shortState(start, end);
                starts[state]++;
                end(state, converted, row);
            } else {
                untouched[converted]++;
                untouchedValue = Math.addExact(untouchedValue, journeys.valueMinor(row));
            }
            for (int i = start; i < start + openers; i++) {
                states[i] = opening;
            }
        }
        countPairs(codes, states, length, channels, pairs);
    }

    private void end(int state, int converted, int row) {
        ends[2 * state + converted]++;
        if (values.length > 0) {
            values[state] = Math.addExact(values[state], journeys.valueMinor(row));
        }
    }

    private int shortState(int start, int end) {
        int state = 0;
        for (int i = start; i < end; i++) {
            state = state * channels + codes[i];
        }
        return offsets[end - start] + state;
    }

    /** The state before each touch; that after touch i is at i + 1. One loop for each touch of a state: they vectorise. */
    private static void fillStates(int[] codes, int[] states, int length, int order, int channels) {
        states[0] = 0;
        if (order == 1) {
            System.arraycopy(codes, 0, states, 1, length);
            return;
        }
        Arrays.fill(states, 0, length + 1, 0);
        for (int back = order - 1; back >= 0; back--) {
            for (int i = back; i < length; i++) {
                states[i + 1] = states[i + 1] * channels + codes[i - back];
            }
        }
    }

    private static void countPairs(int[] codes, int[] states, int length, int channels, int[] pairs) {
        for (int i = 0; i < length; i++) {
            pairs[states[i] * channels + codes[i]]++;
        }
    }

    private void pour(TransitionCounts into) {
        for (int state = 0; state < starts.length; state++) {
            int at = -1;
            if (starts[state] + ends[2 * state] + ends[2 * state + 1] > 0) {
                at = into.state(key(state));
                into.add(TransitionCounts.STARTS, at, starts[state]);
                into.add(TransitionCounts.LOST, at, ends[2 * state]);
                into.add(TransitionCounts.CONVERSIONS, at, ends[2 * state + 1]);
                if (values.length > 0 && values[state] > 0) {
                    into.addValue(at, values[state], journeys);
                }
            }
            for (int code = 0; state < opening && code < channels; code++) {
                int count = pairs[state * channels + code];
                if (count > 0) {
                    at = at < 0 ? into.state(key(state)) : at;
                    int move = into.move(at, code);
                    into.moved[move] = count;
                }
            }
        }
        into.add(TransitionCounts.LOST, -1, untouched[0]);
        into.add(TransitionCounts.CONVERSIONS, -1, untouched[1]);
        if (untouchedValue > 0) {
            into.addValue(-1, untouchedValue, journeys);
        }
    }

    private long key(int state) {
        int length = order;
        int rest = state;
        if (state >= offsets[0]) {
            length = order - 1;
            while (state < offsets[length]) {
                length--;
            }
            rest = state - offsets[length];
        }
        long key = 0;
        for (int touch = 0; touch < length; touch++) {
            key |= (long) (rest % channels + 1) << (StateKey.BITS * touch);
            rest /= channels;
        }
        return key;
    }
}
