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
    /** Paths of up to this many touches go without a branch, those of up to this many with one loop. */
    static final int SHORT = 8;

    static final int MEDIUM = 32;

    private static final int BLOCK = 4096;
    private static final int MOST_IN_A_WORD = 64;

    private final Journeys journeys;
    private final int channels;
    private final PositionCounts counts;
    private final int[] codes = new int[BLOCK + SHORT];

    // touches by channel, in four parts so that one increment need not wait for the one before
    private final long[] touches;
    private final Cells conversions;
    private final Cells value;
    private final int[] seen;
    private int mark;

    /** The sums of one amount. */
    private static final class Cells {
        /** By length up to SHORT, position and channel. */
        final long[] positions;
        /** By length up to MEDIUM, place and channel. */
        final long[] places;
        /** By number of distinct channels and channel; before them a cell for each position that is not counted. */
        final long[] distinct;

        Cells(int channels) {
            positions = new long[(SHORT + 1) * SHORT * channels];
            places = new long[(MEDIUM + 1) * Positions.PLACES * channels];
            distinct = new long[SHORT + (MEDIUM + 1) * channels];
        }
    }

    private PositionKernel(Journeys journeys) {
        this.journeys = journeys;
        this.channels = journeys.channels().size();
        this.counts = new PositionCounts(channels);
        this.touches = new long[4 * channels];
        this.seen = new int[channels];
        int used = channels <= MOST_IN_A_WORD ? channels : 0;
        this.conversions = new Cells(used);
        this.value = new Cells(journeys.currency().isPresent() ? used : 0);
    }

    /** {@return the counts of a range of rows, all of them whole numbers} */
    static PositionCounts count(Journeys journeys, int from, int to) {
        PositionKernel kernel = new PositionKernel(journeys);
        kernel.addTotals(from, to);
        int row = from;
        while (row < to) {
            int start = journeys.start(row);
            int last = row;
            while (last < to && journeys.end(last) - start <= BLOCK) {
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
        for (int row = from; row < to; row++) {
            counts.conversions = Math.addExact(counts.conversions, journeys.wholeConversions(row));
            counts.lost = Math.addExact(counts.lost, journeys.wholeLost(row));
        }
        for (int row = from; row < to && journeys.currency().isPresent(); row++) {
            counts.valueMinor = Math.addExact(counts.valueMinor, journeys.valueMinor(row));
        }
    }

    private void addBlock(int from, int to) {
        int base = journeys.start(from);
        journeys.copyTouches(base, journeys.end(to - 1), codes);
        if (journeys.single()) {
            countTouches(journeys.end(to - 1) - base);
        } else {
            countTouches(from, to, base);
        }
        int at = 0;
        for (int row = from; row < to; row++) {
            int next = journeys.end(row) - base;
            long amount = journeys.wholeConversions(row);
            if (amount != 0) {
                add(at, next - at, amount);
                long worth = journeys.valueMinor(row);
                if (worth != 0) {
                    addValue(at, next - at, worth);
                }
            }
            at = next;
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

    private void add(int at, int length, long amount) {
        if (length == 0 || length > MEDIUM || channels > MOST_IN_A_WORD) {
            addLong(counts.places, codes, at, length, amount);
        } else if (length <= SHORT) {
            addShort(at, length, amount);
        } else {
            addMedium(conversions, at, length, amount);
        }
    }

    private void addValue(int at, int length, long amount) {
        if (length == 0 || length > MEDIUM || channels > MOST_IN_A_WORD) {
            addLong(counts.placesOfValue, codes, at, length, amount);
        } else {
            addMedium(value, at, length, amount);
        }
    }

    private void addShort(int at, int length, long amount) {
        int cell = length * SHORT * channels;
        long mask = 0;
        for (int i = 0; i < SHORT; i++) {
            int code = codes[at + i];
            conversions.positions[cell + i * channels + code] += amount;
            mask |= (1L << code) & (long) (i - length) >> Integer.SIZE; // all ones where i < length, else 0
        }
        int level = SHORT + Long.bitCount(mask) * channels;
        for (int i = 0; i < SHORT; i++) {
            int code = codes[at + i];
            int first = -(int) (mask >>> code & 1); // all ones where the channel comes for the first time, else 0
            conversions.distinct[i + (level + code - i & first)] += amount;
            mask &= ~(1L << code);
        }
    }

    private void addMedium(Cells cells, int at, int length, long amount) {
        int middle = (length * Positions.PLACES + Positions.MIDDLE) * channels;
        long mask = 0;
        for (int i = 0; i < length; i++) {
            cells.places[middle + codes[at + i]] += amount;
            mask |= 1L << codes[at + i];
        }
        move(cells.places, middle, Positions.FIRST - Positions.MIDDLE, codes[at], amount);
        if (length > 1) {
            move(cells.places, middle, Positions.LAST - Positions.MIDDLE, codes[at + length - 1], amount);
        }
        int level = SHORT + Long.bitCount(mask) * channels;
        for (; mask != 0; mask &= mask - 1) {
            cells.distinct[level + Long.numberOfTrailingZeros(mask)] += amount;
        }
    }

    private void move(long[] places, int middle, int step, int code, long amount) {
        places[middle + code] -= amount;
        places[middle + step * channels + code] += amount;
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
        fold(conversions, counts.places);
        fold(value, counts.placesOfValue);
    }

    private void fold(Cells cells, PositionTable into) {
        for (int code = 0; code < channels && cells.places.length > 0; code++) {
            for (int length = 1; length <= MEDIUM; length++) {
                for (int i = 0; i < length && length <= SHORT; i++) {
                    long amount = cells.positions[(length * SHORT + i) * channels + code];
                    into.add(length, Positions.place(i, length), code, amount);
                }
                for (int place = 0; place < Positions.PLACES; place++) {
                    into.add(length, place, code, cells.places[(length * Positions.PLACES + place) * channels + code]);
                }
                into.addDistinct(length, code, cells.distinct[SHORT + length * channels + code]);
            }
        }
    }
}
