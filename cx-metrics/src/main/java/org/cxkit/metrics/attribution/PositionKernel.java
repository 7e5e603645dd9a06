package org.cxkit.metrics.attribution;

import org.cxkit.metrics.path.Journeys;

/**
 * Counts where channels stand in the paths of many journeys: the loop behind {@link PathSummary}.
 *
 * <p>A path of up to eight touches is counted by eight increments without a branch, each in the cell of its length,
 * position and channel; those behind its end count a touch of the next path in a cell that nobody reads. A loop over the
 * touches would end at another place for each path, and the processor would guess wrong for most
 * (AttributionBenchmark.summary).
 */
final class PositionKernel {
    /** Paths of up to this many touches go the fast way. */
    static final int SHORT = 8;

    private static final int BLOCK = 4096;
    private static final int MOST_IN_A_WORD = 64;

    private final Journeys journeys;
    private final int channels;
    private final boolean valued;
    private final int[] codes = new int[BLOCK + SHORT];

    // [length][position][channel], and [distinct channels][channel] where cell 0 of level 0 takes what is not the first
    private final long[] places;
    private final long[] placesOfValue;
    private final long[] distinct;
    private final long[] distinctOfValue;

    private final PositionCounts counts;
    private final long[] touches;
    private final int[] seen;
    private int mark;

    private PositionKernel(Journeys journeys) {
        this.journeys = journeys;
        this.channels = journeys.channels().size();
        this.valued = journeys.currency().isPresent();
        this.counts = new PositionCounts(channels);
        this.touches = counts.touches;
        this.seen = new int[channels];
        int cells = channels <= MOST_IN_A_WORD ? (SHORT + 1) * channels : 0;
        places = new long[cells * SHORT];
        distinct = new long[cells];
        placesOfValue = new long[valued ? cells * SHORT : 0];
        distinctOfValue = new long[valued ? cells : 0];
    }

    /** {@return the counts of a range of rows, all of them whole numbers} */
    static PositionCounts count(Journeys journeys, int from, int to) {
        PositionKernel kernel = new PositionKernel(journeys);
        kernel.addTotals(from, to);
        int row = from;
        while (row < to) {
            int last = row;
            int start = journeys.start(row);
            while (last < to && journeys.end(last) - start <= BLOCK) {
                last++;
            }
            if (last == row) {
                kernel.addLong(row++);
            } else {
                kernel.addBlock(row, last);
                row = last;
            }
        }
        kernel.fold();
        return kernel.counts;
    }

    /** Adds the totals, exactly; after that no cell, which is a part of a total, can leave the range of a long. */
    private void addTotals(int from, int to) {
        for (int row = from; row < to; row++) {
            counts.conversions = Math.addExact(counts.conversions, (long) journeys.conversions(row));
            counts.lost = Math.addExact(counts.lost, (long) journeys.lost(row));
            counts.valueMinor = Math.addExact(counts.valueMinor, journeys.valueMinor(row));
        }
    }

    private void addBlock(int from, int to) {
        int base = journeys.start(from);
        journeys.copyTouches(base, journeys.end(to - 1), codes);
        countTouches(from, to, base);
        for (int row = from; row < to; row++) {
            long amount = (long) journeys.conversions(row);
            if (amount != 0) {
                int length = journeys.length(row);
                int at = journeys.start(row) - base;
                long worth = valued ? journeys.valueMinor(row) : 0;
                if (length > SHORT || length == 0 || channels > MOST_IN_A_WORD) {
                    addSlowly(codes, at, length, amount, worth);
                } else {
                    addShort(at, length, amount);
                    if (worth != 0) {
                        addValue(at, length, worth);
                    }
                }
            }
        }
    }

    private void countTouches(int from, int to, int base) {
        if (journeys.single()) {
            int end = journeys.end(to - 1) - base;
            for (int i = 0; i < end; i++) {
                touches[codes[i]]++;
            }
            return;
        }
        for (int row = from; row < to; row++) {
            long weight = (long) journeys.conversions(row) + (long) journeys.lost(row);
            for (int i = journeys.start(row) - base; i < journeys.end(row) - base; i++) {
                touches[codes[i]] = Math.addExact(touches[codes[i]], weight);
            }
        }
    }

    private void addShort(int at, int length, long amount) {
        int row = length * SHORT * channels;
        long mask = 0;
        for (int i = 0; i < SHORT; i++) {
            int code = codes[at + i];
            places[row + i * channels + code] += amount;
            mask |= i < length ? 1L << code : 0;
        }
        int level = Long.bitCount(mask) * channels;
        for (int i = 0; i < SHORT; i++) {
            long bit = 1L << codes[at + i];
            distinct[(mask & bit) != 0 && i < length ? level + codes[at + i] : 0] += amount;
            mask &= ~bit;
        }
    }

    private void addValue(int at, int length, long amount) {
        int row = length * SHORT * channels;
        long mask = 0;
        for (int i = 0; i < length; i++) {
            placesOfValue[row + i * channels + codes[at + i]] += amount;
            mask |= 1L << codes[at + i];
        }
        int level = Long.bitCount(mask) * channels;
        for (; mask != 0; mask &= mask - 1) {
            distinctOfValue[level + Long.numberOfTrailingZeros(mask)] += amount;
        }
    }

    private void addLong(int row) {
        int[] path = new int[journeys.length(row)];
        journeys.copyTouches(journeys.start(row), journeys.end(row), path);
        long amount = (long) journeys.conversions(row);
        long weight = Math.addExact(amount, (long) journeys.lost(row));
        for (int code : path) {
            touches[code] = Math.addExact(touches[code], weight);
        }
        if (amount != 0) {
            addSlowly(path, 0, path.length, amount, journeys.valueMinor(row));
        }
    }

    private void addSlowly(int[] path, int at, int length, long amount, long worth) {
        if (length == 0) {
            counts.places.addUntouched(amount);
            counts.placesOfValue.addUntouched(worth);
            return;
        }
        mark++;
        int distinctChannels = 0;
        for (int i = 0; i < length; i++) {
            int code = path[at + i];
            int place = Positions.place(i, length);
            counts.places.add(length, place, code, amount);
            counts.placesOfValue.add(length, place, code, worth);
            distinctChannels += seen[code] == mark ? 0 : 1;
            seen[code] = mark;
        }
        for (int i = 0; i < length; i++) {
            int code = path[at + i];
            if (seen[code] == mark) {
                counts.places.addDistinct(distinctChannels, code, amount);
                counts.placesOfValue.addDistinct(distinctChannels, code, worth);
                seen[code] = 0;
            }
        }
    }

    private void fold() {
        fold(places, distinct, counts.places);
        fold(placesOfValue, distinctOfValue, counts.placesOfValue);
    }

    private void fold(long[] cells, long[] sets, PositionTable into) {
        if (cells.length == 0) {
            return;
        }
        for (int length = 1; length <= SHORT; length++) {
            for (int i = 0; i < length; i++) {
                int place = Positions.place(i, length);
                for (int code = 0; code < channels; code++) {
                    into.add(length, place, code, cells[(length * SHORT + i) * channels + code]);
                }
            }
            for (int code = 0; code < channels; code++) {
                into.addDistinct(length, code, sets[length * channels + code]);
            }
        }
    }
}
