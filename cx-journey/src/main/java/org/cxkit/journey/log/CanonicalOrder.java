package org.cxkit.journey.log;

import java.util.Arrays;
import org.cxkit.core.column.Symbols;

/**
 * Puts coded events into canonical order: by case, then instant, then arrival.
 *
 * <p>Events that stand in that order already are only copied. Others are dealt to their cases by counting, which keeps
 * arrival order and moves no objects; then the few cases whose instants are not in order are sorted one by one.
 */
final class CanonicalOrder {
    private static final int INSERTION_LIMIT = 24;

    private CanonicalOrder() {}

    /** For codes given in order of arrival, all of which occur: dictionaries are put into the order of the text. */
    static EventLog byText(EventColumns in, Symbols caseIds, Symbols activities, Symbols channels) {
        return arrange(in, Recoding.sorted(caseIds), Recoding.sorted(activities), Recoding.sorted(channels));
    }

    /** For codes whose order is the caller's, some of which may not occur: those are dropped. */
    static EventLog byCode(EventColumns in, Symbols caseIds, Symbols activities, Symbols channels) {
        return arrange(
                in,
                Recoding.used(caseIds, in.cases, in.size),
                Recoding.used(activities, in.activities, in.size),
                Recoding.used(channels, in.channels, Math.min(in.channels.length, in.size)));
    }

    private static EventLog arrange(EventColumns in, Recoding cases, Recoding activities, Recoding channels) {
        int[] offsets = offsets(in, cases);
        int channelRows = in.hasChannels() && channels.symbols.size() > 0 ? in.size : 0;
        if (cases.identity() && inOrder(in)) {
            return new EventLog(
                    cases.symbols,
                    activities.symbols,
                    channels.symbols,
                    offsets,
                    activities.column(in.activities, in.size),
                    Arrays.copyOf(in.micros, in.size),
                    channels.column(in.channels, channelRows));
        }
        int[] activityColumn = new int[in.size];
        long[] microsColumn = new long[in.size];
        int[] channelColumn = new int[channelRows];
        int[] next = offsets.clone();
        for (int i = 0; i < in.size; i++) {
            int to = next[cases.code(in.cases[i])]++;
            activityColumn[to] = activities.code(in.activities[i]);
            microsColumn[to] = in.micros[i];
            if (channelRows > 0) {
                channelColumn[to] = channels.code(in.channels[i]);
            }
        }
        for (int c = 0; c + 1 < offsets.length; c++) {
            sortByInstant(offsets[c], offsets[c + 1], activityColumn, microsColumn, channelColumn);
        }
        return new EventLog(
                cases.symbols,
                activities.symbols,
                channels.symbols,
                offsets,
                activityColumn,
                microsColumn,
                channelColumn);
    }

    private static int[] offsets(EventColumns in, Recoding cases) {
        int[] offsets = new int[cases.symbols.size() + 1];
        for (int i = 0; i < in.size; i++) {
            offsets[cases.code(in.cases[i]) + 1]++;
        }
        for (int c = 1; c < offsets.length; c++) {
            offsets[c] += offsets[c - 1];
        }
        return offsets;
    }

    private static boolean inOrder(EventColumns in) {
        for (int i = 1; i < in.size; i++) {
            int step = Integer.compare(in.cases[i - 1], in.cases[i]);
            if (step > 0 || (step == 0 && in.micros[i - 1] > in.micros[i])) {
                return false;
            }
        }
        return true;
    }

    private static void sortByInstant(int from, int to, int[] activities, long[] micros, int[] channels) {
        int sorted = from + 1;
        while (sorted < to && micros[sorted - 1] <= micros[sorted]) {
            sorted++;
        }
        if (sorted >= to) {
            return;
        }
        if (to - from <= INSERTION_LIMIT) {
            insert(from, sorted, to, activities, micros, channels);
        } else {
            int[] order = StableSort.order(micros, from, to);
            permute(micros, from, order);
            permute(activities, from, order);
            if (channels.length > 0) {
                permute(channels, from, order);
            }
        }
    }

    /** Inserts the events from {@code sorted} on into those before, which are in order. */
    private static void insert(int from, int sorted, int to, int[] activities, long[] micros, int[] channels) {
        for (int i = sorted; i < to; i++) {
            long instant = micros[i];
            int activity = activities[i];
            int channel = channels.length > 0 ? channels[i] : 0;
            int at = i;
            while (at > from && micros[at - 1] > instant) {
                micros[at] = micros[at - 1];
                activities[at] = activities[at - 1];
                if (channels.length > 0) {
                    channels[at] = channels[at - 1];
                }
                at--;
            }
            micros[at] = instant;
            activities[at] = activity;
            if (channels.length > 0) {
                channels[at] = channel;
            }
        }
    }

    private static void permute(long[] column, int from, int[] order) {
        long[] old = Arrays.copyOfRange(column, from, from + order.length);
        for (int i = 0; i < order.length; i++) {
            column[from + i] = old[order[i]];
        }
    }

    private static void permute(int[] column, int from, int[] order) {
        int[] old = Arrays.copyOfRange(column, from, from + order.length);
        for (int i = 0; i < order.length; i++) {
            column[from + i] = old[order[i]];
        }
    }
}
