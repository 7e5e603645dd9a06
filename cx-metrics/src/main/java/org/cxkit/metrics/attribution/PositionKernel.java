package org.cxkit.metrics.attribution;

import java.util.Arrays;
import org.cxkit.metrics.path.Journeys;

/**
 * Counts where channels stand in the paths of many journeys: the loop behind {@link PathSummary}.
 *
 * <p>Two things would make the processor guess, and wrong for many a row: whether a journey converted, and how long its
 * path is. So the converted rows of a block are listed first, without a branch, and those of one length counted together;
 * that alone halves the time (AttributionBenchmark.library). Each touch of a length has cells of its own, so that the
 * additions of one row never wait for each other.
 *
 * <p>A cell has conversions in its low bits and their value in the others, so that one addition does for both, and is
 * emptied before either can run over.
 */
final class PositionKernel {
    /** One cell can take fewer than this many conversions, the bits above them {@link #MOST_MINOR}. */
    static final long MOST_CONVERSIONS = 1L << 24;

    static final long MOST_MINOR = Long.MAX_VALUE / MOST_CONVERSIONS;

    /** Rows with so much or more go by the cells, which would have to be emptied every few of them. */
    static final long MANY_CONVERSIONS = MOST_CONVERSIONS >>> 8;

    static final long MUCH_MINOR = MOST_MINOR >>> 8;

    private static final int LONGEST = 32;
    private static final int MOST_IN_A_WORD = 64;
    private static final int FEW = 12;
    private static final int BLOCK = 2048;
    private static final int NONE = -1;

    private final Journeys journeys;
    private final int channels;
    private final PositionCounts counts;

    /** The converted rows of a block, where they start, what they add to a cell, and after each the next of its length. */
    private final int[] rows = new int[BLOCK];

    private final int[] starts = new int[BLOCK];
    private final long[] amounts = new long[BLOCK];
    private final int[] next = new int[BLOCK];
    /** For each length the first row of its list. */
    private final int[] heads = new int[LONGEST + 1];

    /** For each length, by touch and channel; none where there are too many channels. */
    private final long[][] places;
    /** By the set of channels of a path, where channels are few. */
    private final long[] sets;
    /** By the number of distinct channels and channel, where they are more. */
    private final long[] distinct;

    private long conversionsInCells;
    private long minorInCells;

    private final int[] seen;
    private int mark;

    private PositionKernel(Journeys journeys) {
        this.journeys = journeys;
        this.channels = journeys.channels().size();
        this.counts = new PositionCounts(channels);
        this.seen = new int[channels];
        this.places = new long[channels <= MOST_IN_A_WORD ? LONGEST + 1 : 0][0];
        this.sets = new long[channels <= FEW ? 1 << channels : 0];
        this.distinct = new long[channels <= FEW || channels > MOST_IN_A_WORD ? 0 : (LONGEST + 1) * channels];
        Arrays.fill(heads, NONE);
    }

    /** {@return the counts of a range of rows, all of them whole numbers} */
    static PositionCounts count(Journeys journeys, int from, int to) {
        PositionCounts counts = credited(journeys, from, to);
        TouchKernel.count(journeys, from, to, counts.touches);
        counts.lost = journeys.single() ? to - from - counts.conversions : lost(journeys, from, to);
        return counts;
    }

    private static long lost(Journeys journeys, int from, int to) {
        long lost = 0;
        for (int row = from; row < to; row++) {
            lost = Math.addExact(lost, journeys.wholeLost(row));
        }
        return lost;
    }

    /** {@return the counts of a range of rows but for their touches and losses, which give no credit} */
    static PositionCounts credited(Journeys journeys, int from, int to) {
        PositionKernel kernel = new PositionKernel(journeys);
        for (int row = from; row < to; row += Math.min(to - row, BLOCK)) {
            kernel.list(kernel.converted(row, Math.min(to - row, BLOCK)));
        }
        kernel.emptyCells();
        return kernel.counts;
    }

    /** Writes down which rows converted, for what value, and says how many did. */
    private int converted(int from, int size) {
        int listed = 0;
        for (int row = from; row < from + size; row++) {
            rows[listed] = row;
            amounts[listed] = journeys.valueMinor(row); // of each row, so that memory is read in its order
            listed += (int) (-journeys.wholeConversions(row) >>> 63); // 1 if there is any, else 0
        }
        return listed;
    }

    /** Adds the first {@code listed} of the rows written down: from the last, since lists begin with what came last. */
    private void list(int listed) {
        for (int i = listed - 1; i >= 0; i--) {
            int length = journeys.length(rows[i]);
            long conversions = journeys.wholeConversions(rows[i]);
            long minor = amounts[i];
            if (length == 0
                    || length >= heads.length
                    || places.length == 0
                    || conversions >= MANY_CONVERSIONS
                    || minor >= MUCH_MINOR) {
                addApart(rows[i], conversions, minor);
                continue;
            }
            if (conversionsInCells + conversions >= MOST_CONVERSIONS || minorInCells + minor > MOST_MINOR) {
                addListed();
                emptyCells();
            }
            conversionsInCells += conversions;
            minorInCells += minor;
            starts[i] = journeys.start(rows[i]);
            amounts[i] = minor * MOST_CONVERSIONS + conversions;
            next[i] = heads[length];
            heads[length] = i;
        }
        addListed();
    }

    private void addListed() {
        for (int length = 1; length < heads.length; length++) {
            if (heads[length] != NONE) {
                if (places[length].length == 0) {
                    places[length] = new long[length * channels];
                }
                if (sets.length > 0) {
                    addBySet(length, places[length]);
                } else {
                    addByNumber(length, places[length]);
                }
                heads[length] = NONE;
            }
        }
    }

    private void addBySet(int length, long[] cells) {
        for (int i = heads[length]; i != NONE; i = next[i]) {
            int from = starts[i];
            sets[(int) addPlaces(from, from + length, cells, amounts[i])] += amounts[i];
        }
    }

    private void addByNumber(int length, long[] cells) {
        for (int i = heads[length]; i != NONE; i = next[i]) {
            int from = starts[i];
            long set = addPlaces(from, from + length, cells, amounts[i]);
            if (length > 1) { // one touch is one channel: told from its place
                addDistinct(from, from + length, set, amounts[i]);
            }
        }
    }

    /** Adds to the cells of all touches of a path, four at a time, and gives the set of its channels, a bit each. */
    private long addPlaces(int from, int to, long[] cells, long amount) {
        int touch = from;
        int cell = 0;
        long set = 0;
        for (; touch < to - 3; touch += 4) {
            int a = journeys.touch(touch);
            int b = journeys.touch(touch + 1);
            int c = journeys.touch(touch + 2);
            int d = journeys.touch(touch + 3);
            cells[cell + a] += amount;
            cells[cell + channels + b] += amount;
            cells[cell + 2 * channels + c] += amount;
            cells[cell + 3 * channels + d] += amount;
            set |= 1L << a | 1L << b | 1L << c | 1L << d;
            cell += 4 * channels;
        }
        for (; touch < to; touch++) {
            int code = journeys.touch(touch);
            cells[cell + code] += amount;
            set |= 1L << code;
            cell += channels;
        }
        return set;
    }

    /** Adds to each channel of a path once: where it comes again, nothing. */
    private void addDistinct(int from, int to, long set, long amount) {
        int level = Long.bitCount(set) * channels;
        long left = set;
        for (int touch = from; touch < to; touch++) {
            int code = journeys.touch(touch);
            distinct[level + code] += amount & -(left >>> code & 1);
            left &= ~(1L << code);
        }
    }

    private void emptyCells() {
        for (int length = 1; length < places.length; length++) {
            long[] cells = places[length];
            for (int cell = 0; cell < cells.length; cell++) {
                int place = Positions.place(cell / channels, length);
                counts.places.add(length, place, cell % channels, cells[cell] % MOST_CONVERSIONS);
                counts.placesOfValue.add(length, place, cell % channels, cells[cell] / MOST_CONVERSIONS);
                if (length == 1 && distinct.length > 0) {
                    emptyDistinct(1, cell, cells[cell]);
                }
            }
            Arrays.fill(cells, 0);
        }
        for (int set = 0; set < sets.length; set++) {
            for (int left = sets[set] == 0 ? 0 : set; left != 0; left &= left - 1) {
                emptyDistinct(Integer.bitCount(set), Integer.numberOfTrailingZeros(left), sets[set]);
            }
        }
        for (int cell = 0; cell < distinct.length; cell++) {
            emptyDistinct(cell / channels, cell % channels, distinct[cell]);
        }
        Arrays.fill(sets, 0);
        Arrays.fill(distinct, 0);
        counts.conversions = Math.addExact(counts.conversions, conversionsInCells);
        counts.valueMinor = Math.addExact(counts.valueMinor, minorInCells);
        conversionsInCells = 0;
        minorInCells = 0;
    }

    private void emptyDistinct(int level, int code, long amount) {
        counts.places.addDistinct(level, code, amount % MOST_CONVERSIONS);
        counts.placesOfValue.addDistinct(level, code, amount / MOST_CONVERSIONS);
    }

    /** Adds a row that no cell can take. */
    private void addApart(int row, long conversions, long minor) {
        counts.conversions = Math.addExact(counts.conversions, conversions);
        counts.valueMinor = Math.addExact(counts.valueMinor, minor);
        addApart(counts.places, row, conversions);
        addApart(counts.placesOfValue, row, minor);
    }

    private void addApart(PositionTable table, int row, long amount) {
        int from = journeys.start(row);
        int to = journeys.end(row);
        if (from == to) {
            table.addUntouched(amount);
            return;
        }
        mark++;
        int number = 0;
        for (int touch = from; touch < to; touch++) {
            int code = journeys.touch(touch);
            table.add(to - from, Positions.place(touch - from, to - from), code, amount);
            number += seen[code] == mark ? 0 : 1;
            seen[code] = mark;
        }
        for (int touch = from; touch < to; touch++) {
            int code = journeys.touch(touch);
            if (seen[code] == mark) {
                table.addDistinct(number, code, amount);
                seen[code] = 0;
            }
        }
    }
}
