package org.cxkit.metrics.attribution;

import java.util.Arrays;
import org.cxkit.metrics.path.Journeys;

/**
 * Counts where channels stand in the paths of many journeys: the loop behind {@link PathSummary}.
 *
 * <p>Two things would make the processor guess, and wrong for many a row: whether a journey converted, and how long its
 * path is. So the converted rows of a block are listed first, without a branch; and a path is counted by four touches at
 * a time, those behind its end into cells that nobody reads. A cell has conversions in its low bits and their value in
 * the others, so that one addition does for both, and is emptied before either can run over
 * (AttributionBenchmark.library, PathSummaryBenchmark.summary).
 */
final class PositionKernel {
    /** Paths of up to this many touches are counted by four. */
    static final int MEDIUM = 32;

    /** One cell can take fewer than this many conversions, the bits above them {@link #MOST_MINOR}. */
    static final long MOST_CONVERSIONS = 1L << 24;

    static final long MOST_MINOR = Long.MAX_VALUE / MOST_CONVERSIONS;

    private static final int STEP = 4;
    private static final int SIX = 6;
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
    /** By length, place and channel; length 0 is read by nobody. */
    private final long[] places;
    /** By number of distinct channels, for each six channels in turn, by which of the six are there. */
    private final long[] sets;
    /** How many times six channels there are. */
    private final int sixes;

    private long conversionsInCells;
    private long minorInCells;

    private final int[] seen;
    private int mark;

    private PositionKernel(Journeys journeys, boolean counting) {
        this.journeys = journeys;
        this.counting = counting;
        this.channels = journeys.channels().size();
        this.counts = new PositionCounts(channels);
        this.touches = new long[4 * channels];
        this.seen = new int[channels];
        this.sixes = (channels + SIX - 1) / SIX;
        boolean inCells = channels <= MOST_IN_A_WORD;
        this.places = new long[inCells ? (MEDIUM + 1) * Positions.PLACES * channels : 0];
        this.sets = new long[inCells ? ((Math.min(MEDIUM, channels) + 1) * sixes) << SIX : 0];
        for (int length = 1; length <= MEDIUM; length++) {
            for (int i = 0; i < length; i++) {
                cells[length * MEDIUM + i] = cell(length, Positions.place(i, length));
            }
        }
    }

    private int cell(int length, int place) {
        return (length * Positions.PLACES + place) * channels;
    }

    /** {@return the counts of a range of rows, all of them whole numbers} */
    static PositionCounts count(Journeys journeys, int from, int to) {
        return count(journeys, from, to, true);
    }

    /** {@return the counts of all rows but for their touches and losses, which give no credit} */
    static PositionCounts credited(Journeys journeys) {
        return count(journeys, 0, journeys.size(), false);
    }

    private static PositionCounts count(Journeys journeys, int from, int to, boolean counting) {
        PositionKernel kernel = new PositionKernel(journeys, counting);
        for (int row = from; row < to; ) {
            row = kernel.addBlock(row, to);
        }
        if (counting) {
            kernel.addLost(from, to);
        }
        kernel.emptyCells();
        return kernel.counts;
    }

    private void addLost(int from, int to) {
        if (journeys.single()) {
            counts.lost = to - from - counts.conversions;
        } else {
            for (int row = from; row < to; row++) {
                counts.lost = Math.addExact(counts.lost, journeys.wholeLost(row));
            }
        }
        for (int i = 0; i < touches.length; i++) {
            int code = i % channels;
            counts.touches[code] = Math.addExact(counts.touches[code], touches[i]);
        }
    }

    /** Adds rows until their touches fill the block, and says where to go on. */
    private int addBlock(int from, int to) {
        int base = journeys.start(from);
        int end = Math.min(to, from + BLOCK);
        int rows = 0;
        int row = from;
        while (row < end && journeys.end(row) - base <= BLOCK) {
            converted[rows] = row;
            rows += (int) (-journeys.wholeConversions(row) >>> 63); // 1 if there is any, else 0
            row++;
        }
        if (row == from) {
            addVeryLong(from);
            return from + 1;
        }
        journeys.copyTouches(base, journeys.end(row - 1), codes);
        if (counting && journeys.single()) {
            countTouches(journeys.end(row - 1) - base);
        } else if (counting) {
            countTouches(from, row, base);
        }
        for (int i = 0; i < rows; i++) {
            add(converted[i], codes, journeys.start(converted[i]) - base);
        }
        return row;
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

    private void add(int row, int[] path, int at) {
        int length = journeys.length(row);
        long amount = journeys.wholeConversions(row);
        long minor = journeys.valueMinor(row);
        // exact totals; after that nothing else, which is a part of them, can leave the range of a long
        counts.conversions = Math.addExact(counts.conversions, amount);
        counts.valueMinor = Math.addExact(counts.valueMinor, minor);
        if (length == 0
                || length > MEDIUM
                || channels > MOST_IN_A_WORD
                || amount >= MOST_CONVERSIONS
                || minor > MOST_MINOR) {
            addLong(counts.places, path, at, length, amount);
            addLong(counts.placesOfValue, path, at, length, minor);
            return;
        }
        if (conversionsInCells + amount >= MOST_CONVERSIONS || minorInCells + minor > MOST_MINOR) {
            emptyCells();
        }
        conversionsInCells += amount;
        minorInCells += minor;
        addToCells(at, length, minor * MOST_CONVERSIONS + amount);
    }

    private void addToCells(int at, int length, long both) {
        long mask = 0;
        for (int from = 0; from < length; from += STEP) {
            for (int i = from; i < from + STEP; i++) {
                int code = codes[at + i];
                places[cells[length * MEDIUM + i] + code] += both;
                mask |= (1L << code) & (long) (i - length) >> Integer.SIZE; // all ones where i < length, else 0
            }
        }
        int set = (Long.bitCount(mask) * sixes) << SIX;
        for (int six = 0; six < sixes; six++) {
            sets[set + (int) (mask & (1 << SIX) - 1)] += both;
            mask >>>= SIX;
            set += 1 << SIX;
        }
    }

    private void emptyCells() {
        for (int cell = Positions.PLACES * channels; cell < places.length; cell++) {
            long both = places[cell];
            int length = cell / (Positions.PLACES * channels);
            int place = cell / channels % Positions.PLACES;
            counts.places.add(length, place, cell % channels, both % MOST_CONVERSIONS);
            counts.placesOfValue.add(length, place, cell % channels, both / MOST_CONVERSIONS);
        }
        for (int set = 0; set < sets.length; set++) {
            long both = sets[set];
            int level = (set >> SIX) / sixes;
            int first = (set >> SIX) % sixes * SIX;
            for (int there = both == 0 ? 0 : set & (1 << SIX) - 1; there != 0; there &= there - 1) {
                int code = first + Integer.numberOfTrailingZeros(there);
                counts.places.addDistinct(level, code, both % MOST_CONVERSIONS);
                counts.placesOfValue.addDistinct(level, code, both / MOST_CONVERSIONS);
            }
        }
        Arrays.fill(places, 0);
        Arrays.fill(sets, 0);
        conversionsInCells = 0;
        minorInCells = 0;
    }

    private void addVeryLong(int row) {
        int[] path = new int[journeys.length(row)];
        journeys.copyTouches(journeys.start(row), journeys.end(row), path);
        if (counting) {
            long weight = Math.addExact(journeys.wholeConversions(row), journeys.wholeLost(row));
            for (int code : path) {
                touches[code] = Math.addExact(touches[code], weight);
            }
        }
        add(row, path, 0);
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
}
