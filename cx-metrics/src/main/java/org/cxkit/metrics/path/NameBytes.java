package org.cxkit.metrics.path;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Codes of names found by their bytes in a text, without making a string of each. A name of up to eight bytes is
 * compared as one long. Not thread-safe.
 */
final class NameBytes {
    /** Eight bytes as a long, the first lowest; arrays that are read by it have eight bytes to spare. */
    static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private int[] slots = new int[64]; // 1 + entry, 0 where free
    private int entries;
    private long[] heads = new long[16];
    private int[] starts = new int[16];
    private int[] lengths = new int[16];
    private int[] codes = new int[16];
    private byte[] stored = new byte[256];
    private int used;

    /** {@return the code of the name in these bytes, or -1 if it is new} */
    int find(byte[] text, int from, int to) {
        long head = head(text, from, to - from);
        int slot = slot(head, to - from);
        while (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            if (heads[entry] == head && lengths[entry] == to - from && sameTail(entry, text, from, to)) {
                return codes[entry];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private boolean sameTail(int entry, byte[] text, int from, int to) {
        int length = to - from;
        int start = starts[entry];
        return length <= Long.BYTES
                || Arrays.equals(text, from + Long.BYTES, to, stored, start + Long.BYTES, start + length);
    }

    private static long head(byte[] text, int from, int length) {
        long word = (long) WORDS.get(text, from);
        return length >= Long.BYTES ? word : word & ((1L << (8 * length)) - 1);
    }

    private int slot(long head, int length) {
        return (int) (((head + length) * SPREAD) >>> 32) & (slots.length - 1);
    }

    /** Adds a name that {@link #find} did not find. */
    void add(byte[] text, int from, int to, int code) {
        if (entries == codes.length) {
            heads = Arrays.copyOf(heads, 2 * entries);
            starts = Arrays.copyOf(starts, 2 * entries);
            lengths = Arrays.copyOf(lengths, 2 * entries);
            codes = Arrays.copyOf(codes, 2 * entries);
        }
        int length = to - from;
        if (used + length > stored.length) {
            stored = Arrays.copyOf(stored, 2 * (used + length));
        }
        System.arraycopy(text, from, stored, used, length);
        heads[entries] = head(text, from, length);
        starts[entries] = used;
        lengths[entries] = length;
        codes[entries++] = code;
        used += length;
        if (4 * entries > slots.length) {
            slots = new int[2 * slots.length];
            for (int entry = 0; entry < entries; entry++) {
                place(entry);
            }
        } else {
            place(entries - 1);
        }
    }

    private void place(int entry) {
        int slot = slot(heads[entry], lengths[entry]);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = 1 + entry;
    }
}
