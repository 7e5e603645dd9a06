package org.cxkit.core.column;

import java.util.Arrays;

/** Distinct strings in order of arrival, found by content in a table with linear probing. */
final class SymbolTable {
    private String[] names;
    private int[] hashes;
    private int[] slots;
    private int size;

    SymbolTable(int expected) {
        int capacity = Math.max(8, expected);
        names = new String[capacity];
        hashes = new int[capacity];
        slots = emptySlots(Math.max(16, Integer.highestOneBit(Math.max(1, expected)) * 4));
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    int size() {
        return size;
    }

    String name(int code) {
        return names[code];
    }

    String[] names() {
        return Arrays.copyOf(names, size);
    }

    /** The code of the text, or -1. */
    int find(CharSequence text) {
        return slots[slotOf(text, hash(text))];
    }

    /** The code of the text, which is new if the text is. */
    int intern(CharSequence text) {
        int hash = hash(text);
        int slot = slotOf(text, hash);
        return slots[slot] >= 0 ? slots[slot] : add(text.toString(), hash, slot);
    }

    private int add(String name, int hash, int freeSlot) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size + (size >> 1));
            hashes = Arrays.copyOf(hashes, names.length);
        }
        names[size] = name;
        hashes[size] = hash;
        slots[freeSlot] = size++;
        if (size > slots.length / 2) {
            rehash(slots.length * 2);
        }
        return size - 1;
    }

    private void rehash(int length) {
        slots = emptySlots(length);
        for (int code = 0; code < size; code++) {
            int slot = hashes[code] & length - 1;
            while (slots[slot] >= 0) {
                slot = slot + 1 & length - 1;
            }
            slots[slot] = code;
        }
    }

    /** The slot that has the text, or the free slot where it belongs. */
    private int slotOf(CharSequence text, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] >= 0 && !(hashes[slots[slot]] == hash && names[slots[slot]].contentEquals(text))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The hash of String, which strings remember, with its high bits mixed into the low ones. */
    private static int hash(CharSequence text) {
        int hash;
        if (text instanceof String string) {
            hash = string.hashCode();
        } else {
            hash = 0;
            for (int i = 0; i < text.length(); i++) {
                hash = 31 * hash + text.charAt(i);
            }
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 16;
    }
}
