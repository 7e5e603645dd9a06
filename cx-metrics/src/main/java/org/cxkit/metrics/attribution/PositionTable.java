package org.cxkit.metrics.attribution;

import com.google.common.math.LongMath;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/** Positions of whole amounts, whose sums are exact. Not thread-safe. */
final class PositionTable implements Positions {
    private static final long[] NONE = new long[0];

    final int channels;
    private long[][] byLength = {NONE};
    private long[][] byDistinct = {NONE};
    private long untouched;

    PositionTable(int channels) {
        this.channels = channels;
    }

    @Override
    public int longest() {
        return byLength.length - 1;
    }

    @Override
    public boolean has(int length) {
        return byLength[length].length > 0;
    }

    @Override
    public double at(int length, int place, int code) {
        return (double) byLength[length][place * channels + code];
    }

    @Override
    public int mostDistinct() {
        return byDistinct.length - 1;
    }

    @Override
    public boolean hasDistinct(int distinct) {
        return byDistinct[distinct].length > 0;
    }

    @Override
    public double distinct(int distinct, int code) {
        return (double) byDistinct[distinct][code];
    }

    @Override
    public double untouched() {
        return (double) untouched;
    }

    void addUntouched(long amount) {
        untouched = Math.addExact(untouched, amount);
    }

    void add(int length, int place, int code, long amount) {
        if (amount != 0) {
            byLength = with(byLength, length, PLACES * channels);
            long[] level = byLength[length];
            int at = place * channels + code;
            level[at] = Math.addExact(level[at], amount);
        }
    }

    void addDistinct(int distinct, int code, long amount) {
        if (amount != 0) {
            byDistinct = with(byDistinct, distinct, channels);
            byDistinct[distinct][code] = Math.addExact(byDistinct[distinct][code], amount);
        }
    }

    private static long[][] with(long[][] levels, int at, int size) {
        long[][] all = levels;
        if (at >= levels.length) {
            all = Arrays.copyOf(levels, at + 1);
            Arrays.fill(all, levels.length, at + 1, NONE);
        }
        if (all[at].length == 0) {
            all[at] = new long[size];
        }
        return all;
    }

    /** Adds the other {@code sign} times, its channel with code i as {@code codes[i]}; -1 for one with no amount. */
    void addAll(PositionTable other, int[] codes, int sign) {
        for (int length = 0; length < other.byLength.length; length++) {
            for (int at = 0; at < other.byLength[length].length; at++) {
                int mine = codes[at % other.channels];
                add(length, at / other.channels, mine, sign * other.byLength[length][at]);
            }
        }
        for (int distinct = 0; distinct < other.byDistinct.length; distinct++) {
            for (int code = 0; code < other.byDistinct[distinct].length; code++) {
                addDistinct(distinct, codes[code], sign * other.byDistinct[distinct][code]);
            }
        }
        addUntouched(sign * other.untouched);
    }

    /** {@return whether an amount is negative} */
    boolean anyNegative() {
        return untouched < 0 || anyNegative(byLength) || anyNegative(byDistinct);
    }

    private static boolean anyNegative(long[][] levels) {
        return Arrays.stream(levels).flatMapToLong(Arrays::stream).anyMatch(amount -> amount < 0);
    }

    /** {@return whether this is no table of paths with this amount together: each has a place for each of its touches} */
    boolean anyOtherTotal(long total) {
        long paths = untouched;
        for (int length = 1; length < byLength.length; length++) {
            long first = sum(byLength[length], FIRST);
            paths = LongMath.saturatedAdd(paths, first);
            if (byLength[length].length > 0
                    && (sum(byLength[length], LAST) != (length > 1 ? first : 0)
                            || sum(byLength[length], MIDDLE)
                                    != (length > 2 ? LongMath.saturatedMultiply(first, length - 2) : 0))) {
                return true;
            }
        }
        long distinct = untouched;
        for (int number = 1; number < byDistinct.length; number++) {
            long sum = sum(byDistinct[number], 0);
            if (sum != Long.MAX_VALUE && sum % number != 0) {
                return true;
            }
            distinct = LongMath.saturatedAdd(distinct, sum / number);
        }
        return paths != total || distinct != total;
    }

    private long sum(long[] level, int place) {
        long sum = 0;
        for (int code = 0; code < channels && level.length > 0; code++) {
            sum = LongMath.saturatedAdd(sum, level[place * channels + code]);
        }
        return sum;
    }

    /** {@return how many numbers are kept} */
    long cells() {
        return Stream.of(byLength, byDistinct)
                .flatMap(Arrays::stream)
                .mapToLong(level -> level.length)
                .sum();
    }

    /** {@return whether a channel that is touched 0 times has an amount} */
    boolean anyUntouched(long[] touches) {
        return anyUntouched(byLength, touches) || anyUntouched(byDistinct, touches);
    }

    private boolean anyUntouched(long[][] levels, long[] touches) {
        for (long[] level : levels) {
            for (int at = 0; at < level.length; at++) {
                if (level[at] != 0 && touches[at % channels] == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return whether there is an amount in a place where the other has none} */
    boolean anyWithout(PositionTable other) {
        return (untouched != 0 && other.untouched == 0)
                || anyWithout(byLength, other.byLength)
                || anyWithout(byDistinct, other.byDistinct);
    }

    private static boolean anyWithout(long[][] levels, long[][] others) {
        for (int level = 0; level < levels.length; level++) {
            long[] other = level < others.length ? others[level] : NONE;
            for (int at = 0; at < levels[level].length; at++) {
                if (levels[level][at] != 0 && (other.length == 0 || other[at] == 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return whether a channel has more in all its places than this, where no amount is negative} */
    boolean anyAbove(long[] most) {
        long[] left = most.clone();
        for (long[] level : byLength) {
            for (int at = 0; at < level.length; at++) {
                left[at % channels] -= level[at];
                if (left[at % channels] < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Drops levels without any amount, so that equal amounts are equal tables. */
    void trim() {
        byLength = trimmed(byLength);
        byDistinct = trimmed(byDistinct);
    }

    private static long[][] trimmed(long[][] levels) {
        int used = levels.length;
        for (int at = 0; at < levels.length; at++) {
            levels[at] = Arrays.stream(levels[at]).allMatch(amount -> amount == 0) ? NONE : levels[at];
        }
        while (used > 1 && levels[used - 1].length == 0) {
            used--;
        }
        return Arrays.copyOf(levels, used);
    }

    ByteWriter write(ByteWriter out) {
        out.count(untouched);
        write(out, byLength);
        write(out, byDistinct);
        return out;
    }

    private static void write(ByteWriter out, long[][] levels) {
        out.count(levels.length);
        for (long[] level : levels) {
            out.count(level.length == 0 ? 0 : 1);
            for (long amount : level) {
                out.count(amount);
            }
        }
    }

    void read(ByteReader in) {
        untouched = in.count();
        byLength = levels(in, PLACES * channels);
        byDistinct = levels(in, channels);
    }

    private static long[][] levels(ByteReader in, int size) {
        long[][] levels = new long[Math.max(1, in.size())][];
        for (int at = 0; at < levels.length; at++) {
            levels[at] = in.count(1) == 0 ? NONE : new long[size];
            for (int i = 0; i < levels[at].length; i++) {
                levels[at][i] = in.count();
            }
        }
        return levels;
    }

    /** {@return whether the other has the same amounts by length and place, whatever it has besides} */
    boolean samePlaces(PositionTable other) {
        return Arrays.deepEquals(trimmed(byLength.clone()), trimmed(other.byLength.clone()));
    }

    boolean sameAs(PositionTable other) {
        return untouched == other.untouched
                && Arrays.deepEquals(byLength, other.byLength)
                && Arrays.deepEquals(byDistinct, other.byDistinct);
    }

    int hash() {
        return 31 * (31 * Arrays.deepHashCode(byLength) + Arrays.deepHashCode(byDistinct)) + Long.hashCode(untouched);
    }
}
