package org.cxkit.metrics.path;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Codes of names found by their bytes in a text, without making a string of each. The first sixteen bytes are compared
 * as two longs whatever the length, since a branch on lengths that change from touch to touch costs more than the second
 * long (PathTextBenchmark.library). Not thread-safe.
 */
final class NameBytes {
    /** Eight bytes as a long, the first lowest. */
    static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Arrays that are read have so many bytes to spare behind their text. */
    static final int SPARE = 2 * Long.BYTES;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long SPREAD_TAIL = 0xC2B2AE3D27D4EB4FL;

    /** All ones in so many low bytes. */
    private static final long[] LOW = new long[Long.BYTES + 1];

    static {
        for (int bytes = 1; bytes <= Long.BYTES; bytes++) {
            LOW[bytes] = -1L >>> (Long.SIZE - 8 * bytes);
        }
    }

    // by slot; the length is 0 where a slot is free, and most are: a second look at a name is a wrong guess each time
    private int[] lengths = new int[256];
    private long[] heads = new long[256];
    private long[] tails = new long[256];
    private int[] starts = new int[256];
    private int[] codes = new int[256];

    private int names;
    private byte[] stored = new byte[256];
    private int used;

    /** {@return the code of the name in these bytes, or -1 if it is new} */
    int find(byte[] text, int from, int to) {
        int length = to - from;
        long head = word(text, from, length);
        long tail = word(text, from + Long.BYTES, length - Long.BYTES);
        int slot = slot(head, tail);
        while (lengths[slot] != 0) {
            if (heads[slot] == head
                    && tails[slot] == tail
                    && lengths[slot] == length
                    && (length <= SPARE || sameRest(slot, text, from, to))) {
                return codes[slot];
            }
            slot = (slot + 1) & (lengths.length - 1);
        }
        return -1;
    }

    private boolean sameRest(int slot, byte[] text, int from, int to) {
        int start = starts[slot];
        return Arrays.equals(text, from + SPARE, to, stored, start + SPARE, start + lengths[slot]);
    }

    private static long word(byte[] text, int from, int length) {
        return (long) WORDS.get(text, from) & LOW[Math.max(0, Math.min(length, Long.BYTES))];
    }

    private int slot(long head, long tail) {
        return (int) ((head * SPREAD + tail * SPREAD_TAIL) >>> 32) & (lengths.length - 1);
    }

    /** Adds a name that {@link #find} did not find. */
    void add(byte[] text, int from, int to, int code) {
        if (16 * names >= lengths.length) {
            grow();
        }
        int length = to - from;
        if (used + length > stored.length) {
            stored = Arrays.copyOf(stored, 2 * (used + length));
        }
        System.arraycopy(text, from, stored, used, length);
        place(word(text, from, length), word(text, from + Long.BYTES, length - Long.BYTES), length, used, code);
        names++;
        used += length;
    }

    private void grow() {
        NameBytes old = new NameBytes();
        old.lengths = lengths;
        old.heads = heads;
        old.tails = tails;
        old.starts = starts;
        old.codes = codes;
        int size = 4 * lengths.length;
        lengths = new int[size];
        heads = new long[size];
        tails = new long[size];
        starts = new int[size];
        codes = new int[size];
        for (int slot = 0; slot < old.lengths.length; slot++) {
            if (old.lengths[slot] != 0) {
                place(old.heads[slot], old.tails[slot], old.lengths[slot], old.starts[slot], old.codes[slot]);
            }
        }
    }

    private void place(long head, long tail, int length, int start, int code) {
        int slot = slot(head, tail);
        while (lengths[slot] != 0) {
            slot = (slot + 1) & (lengths.length - 1);
        }
        lengths[slot] = length;
        heads[slot] = head;
        tails[slot] = tail;
        starts[slot] = start;
        codes[slot] = code;
    }
}
