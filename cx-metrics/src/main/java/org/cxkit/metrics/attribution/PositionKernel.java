package org.cxkit.metrics.attribution;

import org.cxkit.metrics.path.Journeys;

/**
 * Counts where channels stand in the paths of many journeys: the loop behind {@link PathSummary}.
 *
 * <p>Two things would make the processor guess, and wrong for many a row: whether a journey converted, and how long its
 * path is. So the converted rows of a block are listed first, without a branch; and a path is counted by four touches at
 * a time, those behind its end into cells that nobody reads (AttributionBenchmark.library, PathSummaryBenchmark.summary).
 */
final class PositionKernel {
    /** Paths of up to this many touches are counted by four. */
    static final int MEDIUM = 32;

    private static final int STEP = 4;
    private static final int BLOCK = 4096;
    private static final int MOST_IN_A_WORD = 64;

    private final Journeys journeys;
    private final boolean counting;
    private final int channels;
    private final PositionCounts counts;
    private final int[] codes = new int[BLOCK + MEDIUM];
    private final int[] converted = new int[BLOCK];

    // touches by channel, in four parts so that one increment need not wait for the one before
    private final long[] touches;
    /** For each length up to MEDIUM and touch the first of its cells in {@code places}; 0 behind the end. */
    private final int[] cells = new int[(MEDIUM + 1) * MEDIUM];
    /** Conversions and value in turn by length, place and channel; length 0 is read by nobody. */
    private final long[] places;
    /** Conversions and value in turn by number of distinct channels and channel; number 0 is read by nobody. */
    private final long[] distinct;

    private final int[] seen;
    private int mark;

    private PositionKernel(Journeys journeys, boolean counting) {
        this.journeys = journeys;
        this.counting = counting;
        this.channels = journeys.channels().size();
        this.counts = new PositionCounts(channels);
        this.touches = new long[4 * channels];
        this.seen = new int[channels];
        int levels = channels <= MOST_IN_A_WORD ? 2 * (MEDIUM + 1) : 0;
        this.places = new long[levels * Positions.PLACES * channels];
        this.distinct = new long[levels * Math.max(STEP, channels)];
        for (int length = 1; length <= MEDIUM; length++) {
            for (int i = 0; i < length; i++) {
                cells[length * MEDIUM + i] = cell(length, Positions.place(i, length), 0);
            }
        }
    }

    private int cell(int length, int place, int code) {
        return 2 * ((length * Positions.PLACES + place) * channels + code);
    }

    private int distinctCell(int level, int code) {
        return 2 * (level * Math.max(STEP, channels) + code);
    }

    /** {@return the counts of a range of rows, all of them whole numbers} */
    static PositionCounts count(Journeys journeys, int from, int to) {
        return count(journeys, from, to, true);
    }

    /** {@return the counts of all rows without their touches: enough for credit, and most rows are lost} */
    static PositionCounts credited(Journeys journeys) {
        return count(journeys, 0, journeys.size(), false);
    }

    private static PositionCounts count(Journeys journeys, int from, int to, boolean touches) {
        PositionKernel kernel = new PositionKernel(journeys, touches);
        kernel.addTotals(from, to);
        int row = from;
        while (row < to) {
            int last = row;
            int end = Math.min(to, row + BLOCK);
            int start = journeys.start(row);
            while (last < end && journeys.end(last) - start <= BLOCK) {
                last++;
            }
            if (last == row) {
                kernel.addVeryLong(row++);
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
        long conversions = 0;
        long lost = 0;
        long minor = 0;
        for (int row = from; row < to; row++) {
            conversions = Math.addExact(conversions, journeys.wholeConversions(row));
        }
        for (int row = from; row < to && !journeys.single(); row++) {
            lost = Math.addExact(lost, journeys.wholeLost(row));
        }
        for (int row = from; row < to; row++) {
            minor = Math.addExact(minor, journeys.valueMinor(row));
        }
        counts.conversions = conversions;
        counts.lost = journeys.single() ? to - from - conversions : lost;
        counts.valueMinor = minor;
    }

    private void addBlock(int from, int to) {
        int base = journeys.start(from);
        journeys.copyTouches(base, journeys.end(to - 1), codes);
        if (counting && journeys.single()) {
            countTouches(journeys.end(to - 1) - base);
        } else if (counting) {
            countTouches(from, to, base);
        }
        int rows = 0;
        for (int row = from; row < to; row++) {
            converted[rows] = row;
            rows += (int) (-journeys.wholeConversions(row) >>> 63); // 1 if there is any, else 0
        }
        for (int i = 0; i < rows; i++) {
            int row = converted[i];
            int at = journeys.start(row) - base;
            int length = journeys.end(row) - base - at;
            long amount = journeys.wholeConversions(row);
            if (length == 0 || length > MEDIUM || channels > MOST_IN_A_WORD) {
                addLong(counts.places, codes, at, length, amount);
                addLong(counts.placesOfValue, codes, at, length, journeys.valueMinor(row));
            } else {
                add(at, length, amount, journeys.valueMinor(row));
            }
        }
    }

    private void add(int at, int length, long amount, long worth) {
        long mask = 0;
        for (int from = 0; from < length; from += STEP) {
            for (int step = 0; step < STEP; step++) {
                int i = from + step;
                int code = codes[at + i];
                int cell = cells[length * MEDIUM + i] + 2 * code;
                places[cell] += amount;
                places[cell + 1] += worth;
                mask |= (1L << code) & (long) (i - length) >> Integer.SIZE; // all ones where i < length, else 0
            }
        }
        int level = distinctCell(Long.bitCount(mask), 0);
        for (int from = 0; from < length; from += STEP) {
            for (int step = 0; step < STEP; step++) {
                int code = codes[at + from + step];
                int fresh = -(int) (mask >>> code & 1); // all ones where the channel comes for the first time, else 0
                int cell = 2 * step + (level + 2 * code - 2 * step & fresh);
                distinct[cell] += amount;
                distinct[cell + 1] += worth;
                mask &= ~(1L << code);
            }
        }
    }

    private void countTouches(int to) {
        int i = 0;
        for (; i < to - 3; i += 4) {
            touches[codes[i]]++;
            touches[channels + codes[i + 1]]++;
            touches[2 * channels + codes[i + 2]]++;
            touches[3 * channels + codes[i + 3]]++;
        }
        for (; i < to; i++) {
            touches[codes[i]]++;
        }
    }

    private void countTouches(int from, int to, int base) {
        for (int row = from; row < to; row++) {
            long weight = Math.addExact(journeys.wholeConversions(row), journeys.wholeLost(row));
            for (int i = journeys.start(row) - base; i < journeys.end(row) - base; i++) {
                touches[codes[i]] = Math.addExact(touches[codes[i]], weight);
            }
        }
    }

    private void addVeryLong(int row) {
        int[] path = new int[journeys.length(row)];
        journeys.copyTouches(journeys.start(row), journeys.end(row), path);
        long amount = journeys.wholeConversions(row);
        long weight = Math.addExact(amount, journeys.wholeLost(row));
        for (int code : path) {
            touches[code] = Math.addExact(touches[code], weight);
        }
        addLong(counts.places, path, 0, path.length, amount);
        addLong(counts.placesOfValue, path, 0, path.length, journeys.valueMinor(row));
    }

    private void addLong(PositionTable table, int[] path, int at, int length, long amount) {
        if (length == 0) {
            table.addUntouched(amount);
            return;
        }
        mark++;
        int distinct = 0;
        for (int i = at; i < at + length; i++) {
            table.add(length, Positions.place(i - at, length), path[i], amount);
            distinct += seen[path[i]] == mark ? 0 : 1;
            seen[path[i]] = mark;
        }
        for (int i = at; i < at + length; i++) {
            if (seen[path[i]] == mark) {
                table.addDistinct(distinct, path[i], amount);
                seen[path[i]] = 0;
            }
        }
    }

    private void fold() {
        for (int code = 0; code < channels; code++) {
            for (int part = 0; part < 4; part++) {
                counts.touches[code] = Math.addExact(counts.touches[code], touches[part * channels + code]);
            }
        }
        for (int length = 1; length <= MEDIUM && places.length > 0; length++) {
            for (int code = 0; code < channels; code++) {
                for (int place = 0; place < Positions.PLACES; place++) {
                    int cell = cell(length, place, code);
                    counts.places.add(length, place, code, places[cell]);
                    counts.placesOfValue.add(length, place, code, places[cell + 1]);
                }
                int cell = distinctCell(length, code);
                counts.places.addDistinct(length, code, distinct[cell]);
                counts.placesOfValue.addDistinct(length, code, distinct[cell + 1]);
            }
        }
    }
}
