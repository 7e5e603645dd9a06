package org.cxkit.metrics.path;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/**
 * Distinct paths as columns: the touches of all of them in one array of channel codes, and three counts for each.
 *
 * <p>Codes follow the order in which channels came; {@link #canonical()} orders channels and paths by name. Not
 * thread-safe. A method that throws may leave paths with no counts, which {@code canonical} drops, and nothing else.
 */
final class PathColumns implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    static final int CONVERSIONS = 0;
    static final int VALUE_MINOR = 1;
    static final int LOST = 2;
    private static final int COUNTS = 3;

    String currency = "";
    ChannelTable channels = new ChannelTable();
    int size;
    int[] touches = new int[16];
    int[] ends = new int[4];
    long[][] counts = new long[COUNTS][4];
    private int[] slots = emptySlots(8);

    PathColumns copy() {
        PathColumns copy = new PathColumns();
        copy.append(this, 1);
        return copy;
    }

    /** {@return where the touches of the path start} */
    int start(int path) {
        return path == 0 ? 0 : ends[path - 1];
    }

    int length(int path) {
        return ends[path] - start(path);
    }

    /** {@return the code of the path, which is new if the path is} */
    int intern(int[] codes, int from, int to) {
        int slot = slotOf(codes, from, to);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        int at = start(size);
        if (at + (to - from) > touches.length) {
            touches = Arrays.copyOf(touches, Math.max(at + (to - from), touches.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            for (int count = 0; count < COUNTS; count++) {
                counts[count] = Arrays.copyOf(counts[count], size * 2);
            }
        }
        System.arraycopy(codes, from, touches, at, to - from);
        ends[size] = at + (to - from);
        slots[slot] = size++;
        if (size > slots.length / 2) {
            rehash();
        }
        return size - 1;
    }

    /** Adds counts to a path; the currency is empty where there is no value. */
    void add(int path, String money, long conversions, long valueMinor, long lost) {
        requireCurrency(money);
        long c = Math.addExact(counts[CONVERSIONS][path], conversions);
        long v = Math.addExact(counts[VALUE_MINOR][path], valueMinor);
        long n = Math.addExact(counts[LOST][path], lost);
        counts[CONVERSIONS][path] = c;
        counts[VALUE_MINOR][path] = v;
        counts[LOST][path] = n;
        currency = money.isEmpty() ? currency : money;
    }

    /** Adds the counts of the other, {@code sign} times. */
    void append(PathColumns other, int sign) {
        requireCurrency(other.currency);
        int[] codes = new int[other.channels.size()];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = channels.intern(other.channels.name(code));
        }
        int theirs = other.size;
        int[] mine = new int[theirs];
        long[][] sums = new long[COUNTS][theirs];
        int[] translated = new int[0];
        for (int path = 0; path < theirs; path++) {
            int length = other.length(path);
            translated = length > translated.length ? new int[length * 2] : translated;
            for (int i = 0; i < length; i++) {
                translated[i] = codes[other.touches[other.start(path) + i]];
            }
            mine[path] = intern(translated, 0, length);
            for (int count = 0; count < COUNTS; count++) {
                long change = sign * other.counts[count][path];
                sums[count][path] = Math.addExact(counts[count][mine[path]], change);
            }
        }
        for (int path = 0; path < theirs; path++) {
            for (int count = 0; count < COUNTS; count++) {
                counts[count][mine[path]] = sums[count][path];
            }
        }
        currency = other.currency.isEmpty() ? currency : other.currency;
    }

    private void requireCurrency(String money) {
        if (!money.isEmpty() && !currency.isEmpty() && !money.equals(currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + money);
        }
    }

    /** {@return these paths by name, without those whose counts are all zero and channels that none has} */
    PathColumns canonical() {
        boolean[] used = new boolean[channels.size()];
        boolean valued = false;
        for (int path = 0; path < size; path++) {
            valued |= counts[VALUE_MINOR][path] != 0;
            for (int i = start(path); i < ends[path] && counted(path); i++) {
                used[touches[i]] = true;
            }
        }
        PathColumns ordered = new PathColumns();
        ordered.currency = valued ? currency : "";
        int[] rank = channels.ranks(used, ordered.channels);
        Integer[] order = orderOf(rank);
        for (Integer path : order) {
            int[] codes = new int[length(path)];
            Arrays.setAll(codes, i -> rank[touches[start(path) + i]]);
            int at = ordered.intern(codes, 0, codes.length);
            for (int count = 0; count < COUNTS; count++) {
                ordered.counts[count][at] = counts[count][path];
            }
        }
        return ordered;
    }

    private Integer[] orderOf(int[] rank) {
        Integer[] paths = new Integer[size];
        int kept = 0;
        for (int path = 0; path < size; path++) {
            if (counted(path)) {
                paths[kept++] = path;
            }
        }
        Integer[] order = Arrays.copyOf(paths, kept);
        Comparator<Integer> byNames = (a, b) -> {
            int shorter = Math.min(length(a), length(b));
            for (int i = 0; i < shorter; i++) {
                int compared = Integer.compare(rank[touches[start(a) + i]], rank[touches[start(b) + i]]);
                if (compared != 0) {
                    return compared;
                }
            }
            return Integer.compare(length(a), length(b));
        };
        Arrays.sort(order, byNames);
        return order;
    }

    private boolean counted(int path) {
        return counts[CONVERSIONS][path] != 0 || counts[VALUE_MINOR][path] != 0 || counts[LOST][path] != 0;
    }

    /** {@return the exact sum of a count over all paths} */
    long total(int count) {
        long sum = 0;
        for (int path = 0; path < size; path++) {
            sum = Math.addExact(sum, counts[count][path]);
        }
        return sum;
    }

    Journeys journeys() {
        JourneysBuilder rows = Journeys.builder();
        Currency money = currency.isEmpty() ? null : Currency.getInstance(currency);
        for (int path = 0; path < size; path++) {
            StringBuilder key = new StringBuilder();
            for (int i = start(path); i < ends[path]; i++) {
                String name = channels.name(touches[i]);
                rows.touch(name);
                key.append(name).append('>');
            }
            rows.key(key.toString());
            double conversions = real(counts[CONVERSIONS][path]);
            double lost = real(counts[LOST][path]);
            long minor = counts[VALUE_MINOR][path];
            if (money == null || minor == 0) {
                rows.ended(conversions, lost);
            } else {
                rows.ended(conversions, Money.ofMinor(minor, money), lost);
            }
        }
        return rows.build();
    }

    private static double real(long count) {
        if (count > OutcomeColumn.EXACT) {
            throw new ArithmeticException("a path must be counted at most 2^53 times, got " + count);
        }
        return (double) count;
    }

    ByteWriter write(ByteWriter out) {
        out.text(currency).count(channels.size());
        for (int code = 0; code < channels.size(); code++) {
            out.text(channels.name(code));
        }
        out.count(size);
        for (int path = 0; path < size; path++) {
            out.count(length(path));
            for (int i = start(path); i < ends[path]; i++) {
                out.count(touches[i]);
            }
            for (int count = 0; count < COUNTS; count++) {
                out.count(counts[count][path]);
            }
        }
        return out;
    }

    /** {@return whether a count is negative, or a value came by no conversion} */
    boolean impossible(int path) {
        long converted = counts[CONVERSIONS][path];
        long minor = counts[VALUE_MINOR][path];
        return converted < 0 || counts[LOST][path] < 0 || minor < 0 || (minor > 0 && converted == 0);
    }

    static PathColumns read(ByteReader in) {
        PathColumns read = new PathColumns();
        read.currency = in.text();
        if (!read.currency.isEmpty()) {
            Currency.getInstance(read.currency);
        }
        int channels = in.size();
        for (int code = 0; code < channels; code++) {
            read.channels.intern(in.text());
        }
        int paths = in.size();
        for (int path = 0; path < paths; path++) {
            int[] codes = new int[in.size()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = in.count(channels - 1);
            }
            int at = read.intern(codes, 0, codes.length);
            for (int count = 0; count < COUNTS; count++) {
                read.counts[count][at] = in.count();
            }
        }
        return read;
    }

    boolean sameAs(PathColumns other) {
        if (size != other.size || !currency.equals(other.currency) || !channels.sameAs(other.channels)) {
            return false;
        }
        for (int count = 0; count < COUNTS; count++) {
            if (!Arrays.equals(counts[count], 0, size, other.counts[count], 0, size)) {
                return false;
            }
        }
        return Arrays.equals(ends, 0, size, other.ends, 0, size)
                && Arrays.equals(touches, 0, start(size), other.touches, 0, start(size));
    }

    int hash() {
        int hash = channels.size();
        for (int path = 0; path < size; path++) {
            hash = 31 * hash + hash(touches, start(path), ends[path]);
            hash = 31 * hash + Long.hashCode(counts[CONVERSIONS][path]);
            hash = 31 * hash + Long.hashCode(counts[VALUE_MINOR][path]);
            hash = 31 * hash + Long.hashCode(counts[LOST][path]);
        }
        return hash;
    }

    private int slotOf(int[] codes, int from, int to) {
        int slot = hash(codes, from, to) & (slots.length - 1);
        while (slots[slot] >= 0 && !Arrays.equals(codes, from, to, touches, start(slots[slot]), ends[slots[slot]])) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void rehash() {
        slots = emptySlots(slots.length * 2);
        for (int path = 0; path < size; path++) {
            slots[slotOf(touches, start(path), ends[path])] = path;
        }
    }

    private static int hash(int[] codes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + codes[i];
        }
        hash *= 0x9E3779B9; // spreads the low bits, which alone choose the slot
        return hash ^ (hash >>> 16);
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
