package org.cxkit.journey.mining;

import java.util.Arrays;

/** Waits by edge between coded names, growing as they come; edges are found in a table with linear probing. */
final class EdgeTable {
    private int size;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private long[][] waits = new long[16][];
    private int[] counts = new int[16];
    private int[] slots = emptySlots(64);

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    int size() {
        return size;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    int count(int edge) {
        return counts[edge];
    }

    /** The waits of an edge so far, in an array of the caller's. */
    long[] waits(int edge) {
        return Arrays.copyOf(waits[edge], counts[edge]);
    }

    void add(int fromCode, int toCode, long wait) {
        int edge = edge(fromCode, toCode);
        int count = counts[edge];
        if (count == waits[edge].length) {
            waits[edge] = Arrays.copyOf(waits[edge], Math.max(4, count + (count >> 1)));
        }
        waits[edge][count] = wait;
        counts[edge]++;
    }

    /** Adds many waits of one edge, given in an array that nobody else will write to. */
    void addAll(int fromCode, int toCode, long[] more) {
        int edge = edge(fromCode, toCode);
        if (counts[edge] == 0) {
            waits[edge] = more;
        } else {
            waits[edge] = Arrays.copyOf(waits[edge], Math.addExact(counts[edge], more.length));
            System.arraycopy(more, 0, waits[edge], counts[edge], more.length);
        }
        counts[edge] += more.length;
    }

    private int edge(int fromCode, int toCode) {
        int mask = slots.length - 1;
        int slot = hash(fromCode, toCode) & mask;
        while (slots[slot] >= 0) {
            int edge = slots[slot];
            if (from[edge] == fromCode && to[edge] == toCode) {
                return edge;
            }
            slot = (slot + 1) & mask;
        }
        return insert(fromCode, toCode, slot);
    }

    private int insert(int fromCode, int toCode, int slot) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            waits = Arrays.copyOf(waits, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        from[size] = fromCode;
        to[size] = toCode;
        waits[size] = new long[0];
        slots[slot] = size++;
        if (size > slots.length / 2) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = emptySlots(slots.length * 2);
        for (int edge = 0; edge < size; edge++) {
            int slot = hash(from[edge], to[edge]) & (slots.length - 1);
            while (slots[slot] >= 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = edge;
        }
    }

    private static int hash(int fromCode, int toCode) {
        int hash = (fromCode * 31 + toCode) * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
