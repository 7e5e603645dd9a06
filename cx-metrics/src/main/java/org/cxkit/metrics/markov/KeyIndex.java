package org.cxkit.metrics.markov;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** Distinct numbers, each with its place in the order of arrival, found by linear probing. Not thread-safe. */
final class KeyIndex implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private long[] keys = new long[8];
    private int size;
    private int[] slots = emptySlots(16);

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    /** {@return the place of the key, or -1} */
    int find(long key) {
        return slots[slotOf(key)];
    }

    /** {@return the place of the key, which is new if the key is} */
    int intern(long key) {
        int slot = slotOf(key);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size] = key;
        slots[slot] = size++;
        if (size > slots.length / 2) {
            slots = emptySlots(slots.length * 2);
            for (int i = 0; i < size; i++) {
                slots[slotOf(keys[i])] = i;
            }
        }
        return size - 1;
    }

    private int slotOf(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] >= 0 && keys[slots[slot]] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
