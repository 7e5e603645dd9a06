package org.cxkit.metrics.attribution;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.path.Journeys;

/**
 * Whole amounts, conversions and value in minor units, by the shape of their path and by what a channel is in it: what
 * models of milestones are told from, whatever their shares.
 *
 * <p>Memory: 80 bytes a channel and shape that occurs. A length has at most 17 shapes.
 */
final class MilestoneCounts {
    private static final int CONVERSIONS = 0;
    private static final int VALUE_MINOR = 1;
    private static final int AMOUNTS = 2;

    private final int channels;
    /** For each shape by amount, part and channel. */
    private final TreeMap<PathShape, long[]> byShape = new TreeMap<>();

    MilestoneCounts(int channels) {
        this.channels = channels;
    }

    /** {@return the counts of a range of rows, all of them whole numbers} */
    static MilestoneCounts count(Journeys journeys, int from, int to) {
        MilestoneCounts counts = new MilestoneCounts(journeys.channels().size());
        for (int row = from; row < to; row++) {
            long conversions = journeys.wholeConversions(row);
            int length = journeys.length(row);
            if (conversions == 0 || length == 0) {
                continue;
            }
            int lead = journeys.lead(row);
            int opportunity = journeys.opportunity(row);
            long[] cells = counts.cells(PathShape.of(length, lead, opportunity));
            long minor = journeys.valueMinor(row);
            for (int touch = 0; touch < length; touch++) {
                int part = PathShape.part(touch, length, lead, opportunity);
                int code = journeys.touch(journeys.start(row) + touch);
                counts.add(cells, CONVERSIONS, part, code, conversions);
                counts.add(cells, VALUE_MINOR, part, code, minor);
            }
        }
        return counts;
    }

    private long[] cells(PathShape shape) {
        return byShape.computeIfAbsent(shape, path -> new long[AMOUNTS * PathShape.PARTS * channels]);
    }

    private void add(long[] cells, int amount, int part, int code, long more) {
        int at = (amount * PathShape.PARTS + part) * channels + code;
        cells[at] = Math.addExact(cells[at], more);
    }

    /** Adds the other {@code sign} times, its channel with code i as {@code codes[i]}; -1 for one that nothing counts. */
    void add(MilestoneCounts other, int[] codes, int sign) {
        other.byShape.forEach((shape, theirs) -> {
            long[] mine = cells(shape);
            for (int at = 0; at < theirs.length; at++) {
                if (theirs[at] != 0) {
                    int place = at / other.channels * channels + codes[at % other.channels];
                    mine[place] = Math.addExact(mine[place], sign * theirs[at]);
                }
            }
        });
        byShape.values().removeIf(cells -> Arrays.stream(cells).allMatch(amount -> amount == 0));
    }

    /** {@return whether no journeys have these counts: some are negative, or are not those of the same paths} */
    boolean impossible(PositionCounts positions) {
        boolean longer = !byShape.isEmpty()
                && byShape.lastKey().length() > positions.places.longest(); // before a table is made of that length
        return longer
                || byShape.values().stream().flatMapToLong(Arrays::stream).anyMatch(amount -> amount < 0)
                || byShape.values().stream().anyMatch(this::anyWorthWithoutConversion)
                || differ(positions.places, CONVERSIONS)
                || differ(positions.placesOfValue, VALUE_MINOR);
    }

    private boolean anyWorthWithoutConversion(long[] cells) {
        int half = PathShape.PARTS * channels;
        return IntStream.range(0, half)
                .anyMatch(at -> cells[VALUE_MINOR * half + at] != 0 && cells[CONVERSIONS * half + at] == 0);
    }

    /** {@return whether positions know of more or fewer touches in some place of some length} */
    private boolean differ(PositionTable positions, int amount) {
        PositionTable same = new PositionTable(channels);
        byShape.forEach((shape, cells) -> {
            for (int part = 0; part < PathShape.PARTS; part++) {
                int place = part == PathShape.OPENS
                        ? Positions.FIRST
                        : part == PathShape.CLOSES ? Positions.LAST : Positions.MIDDLE;
                for (int code = 0; code < channels; code++) {
                    same.add(shape.length(), place, code, cells[(amount * PathShape.PARTS + part) * channels + code]);
                }
            }
        });
        return !same.samePlaces(positions);
    }

    /** {@return the credit of each channel for conversions} */
    double[] conversions(JourneyRule.Milestones rule) {
        return credit(rule, CONVERSIONS);
    }

    /** {@return the credit of each channel for value in minor units} */
    double[] minor(JourneyRule.Milestones rule) {
        return credit(rule, VALUE_MINOR);
    }

    private double[] credit(JourneyRule.Milestones rule, int amount) {
        double[] credit = new double[channels];
        byShape.forEach((shape, cells) -> {
            double[] weights = shape.weights(rule);
            for (int part = 0; part < PathShape.PARTS; part++) {
                for (int code = 0; code < channels; code++) {
                    credit[code] += weights[part] * cells[(amount * PathShape.PARTS + part) * channels + code];
                }
            }
        });
        return credit;
    }

    ByteWriter write(ByteWriter out) {
        out.count(byShape.size());
        byShape.forEach((shape, cells) -> {
            shape.write(out);
            for (long amount : cells) {
                out.count(amount);
            }
        });
        return out;
    }

    static MilestoneCounts read(ByteReader in, int channels) {
        MilestoneCounts read = new MilestoneCounts(channels);
        int shapes = in.size();
        for (int i = 0; i < shapes; i++) {
            long[] cells = read.cells(PathShape.read(in));
            for (int at = 0; at < cells.length; at++) {
                cells[at] = in.count();
            }
        }
        return read;
    }

    /** {@return how many numbers are kept} */
    long cells() {
        return (long) byShape.size() * AMOUNTS * PathShape.PARTS * channels;
    }

    boolean sameAs(MilestoneCounts other) {
        return byShape.keySet().equals(other.byShape.keySet())
                && byShape.entrySet().stream().allMatch(mine -> same(mine, other.byShape));
    }

    private static boolean same(Map.Entry<PathShape, long[]> mine, Map<PathShape, long[]> others) {
        return Arrays.equals(mine.getValue(), others.get(mine.getKey()));
    }
}
