package org.cxkit.metrics.attribution;

import java.util.Set;
import java.util.TreeMap;
import org.cxkit.metrics.path.Journeys;

/**
 * One pass over the paths, from which every model over positions is told: for each length of path and each channel,
 * the conversions (or value) of the paths that it opens, stands in the middle of, or closes; and for each number of
 * distinct channels, those of the paths that it is part of. All sums are exact.
 */
final class TouchHistogram {

    /** The sums of one length of path, by channel; each touch counts, so a channel can count twice for one path. */
    static final class Level {
        final long[] first;
        final long[] middle;
        final long[] last;

        private Level(int channels) {
            first = new long[channels];
            middle = new long[channels];
            last = new long[channels];
        }
    }

    final TreeMap<Integer, Level> byLength = new TreeMap<>();
    final TreeMap<Integer, long[]> byDistinct = new TreeMap<>();
    long untouched;

    private TouchHistogram() {}

    /**
     * Sums one count over the paths.
     *
     * @param ofValue whether to sum the value, in minor units, and not the conversions
     * @param excluded channels whose touches are left out, unless a path has no other
     */
    static TouchHistogram of(Journeys paths, boolean ofValue, Set<String> excluded) {
        int channels = paths.channels().size();
        boolean[] out = new boolean[channels];
        for (int code = 0; code < channels; code++) {
            out[code] = excluded.contains(paths.channels().name(code));
        }
        TouchHistogram histogram = new TouchHistogram();
        int[] codes = new int[0];
        int[] seen = new int[channels];
        for (int path = 0; path < paths.size(); path++) {
            long amount = ofValue ? paths.valueMinor(path) : (long) paths.conversions(path);
            if (amount != 0) {
                int all = paths.length(path);
                codes = all > codes.length ? new int[all * 2] : codes;
                int length = kept(paths, path, out, codes);
                histogram.addPositions(codes, length, amount, channels);
                histogram.addDistinct(codes, length, amount, seen, path + 1);
            }
        }
        return histogram;
    }

    private static int kept(Journeys paths, int path, boolean[] out, int[] codes) {
        int length = 0;
        for (int i = paths.start(path); i < paths.end(path); i++) {
            if (!out[paths.touch(i)]) {
                codes[length++] = paths.touch(i);
            }
        }
        if (length == 0) {
            length = paths.length(path);
            paths.copyTouches(paths.start(path), paths.end(path), codes);
        }
        return length;
    }

    private void addPositions(int[] codes, int length, long amount, int channels) {
        if (length == 0) {
            untouched = Math.addExact(untouched, amount);
            return;
        }
        Level level = byLength.computeIfAbsent(length, key -> new Level(channels));
        add(level.first, codes[0], amount);
        for (int i = 1; i < length - 1; i++) {
            add(level.middle, codes[i], amount);
        }
        if (length > 1) {
            add(level.last, codes[length - 1], amount);
        }
    }

    /** {@code seen} holds for each channel the mark of the last path that it was seen in. */
    private void addDistinct(int[] codes, int length, long amount, int[] seen, int mark) {
        int distinct = 0;
        for (int i = 0; i < length; i++) {
            distinct += seen[codes[i]] == mark ? 0 : 1;
            seen[codes[i]] = mark;
        }
        if (distinct == 0) {
            return;
        }
        long[] sums = byDistinct.computeIfAbsent(distinct, key -> new long[seen.length]);
        for (int i = 0; i < length; i++) {
            if (seen[codes[i]] == mark) {
                add(sums, codes[i], amount);
                seen[codes[i]] = 0;
            }
        }
    }

    private static void add(long[] sums, int code, long amount) {
        sums[code] = Math.addExact(sums[code], amount);
    }
}
