package org.cxkit.metrics.path;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/** Channel names with a code each, in the order in which they came. Not thread-safe. */
final class ChannelTable implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private String[] names = new String[4];
    private int size;
    private int[] slots = emptySlots(8);

    int size() {
        return size;
    }

    String name(int code) {
        return names[code];
    }

    /** {@return the code of the channel, which is new if the channel is} */
    int intern(String name) {
        int slot = slotOf(name);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
        }
        names[size] = name;
        slots[slot] = size++;
        if (size > slots.length / 2) {
            slots = emptySlots(slots.length * 2);
            for (int code = 0; code < size; code++) {
                slots[slotOf(names[code])] = code;
            }
        }
        return size - 1;
    }

    /** {@return for each code its rank by name among those used; the ordered names go into the empty table} */
    int[] ranks(boolean[] used, ChannelTable ordered) {
        Integer[] codes = new Integer[size];
        Arrays.setAll(codes, code -> code);
        Arrays.sort(codes, Comparator.comparing(this::name));
        int[] rank = new int[size];
        for (int code : codes) {
            rank[code] = used[code] ? ordered.intern(names[code]) : -1;
        }
        return rank;
    }

    boolean sameAs(ChannelTable other) {
        return Arrays.equals(names, 0, size, other.names, 0, other.size);
    }

    private int slotOf(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] >= 0 && !names[slots[slot]].equals(name)) {
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
