package org.cxkit.metrics.behavior;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/** Customers and the periods in which they were active; what comes twice is kept once, at the latest when full. */
final class ActivityRows implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private String[] customers = new String[8];
    private int known;
    private int[] slots = emptySlots(16);
    private long[] rows = new long[8]; // the code of the customer above the period, so that they sort by both
    private int size;

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    void add(String customer, int period) {
        if (size == rows.length) {
            fold();
            if (size > rows.length / 2) {
                rows = Arrays.copyOf(rows, 2 * size);
            }
        }
        rows[size++] = ((long) code(customer) << Integer.SIZE) + ((long) period - Integer.MIN_VALUE);
    }

    private static int period(long row) {
        return (int) row + Integer.MIN_VALUE;
    }

    private static int code(long row) {
        return (int) (row >>> Integer.SIZE);
    }

    /** The code of the customer, a new one where he or she is new. */
    private int code(String customer) {
        int slot = slotOf(customer);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (known == customers.length) {
            customers = Arrays.copyOf(customers, 2 * known);
        }
        customers[known] = customer;
        slots[slot] = known++;
        if (known > slots.length / 2) {
            slots = emptySlots(2 * slots.length);
            for (int code = 0; code < known; code++) {
                slots[slotOf(customers[code])] = code;
            }
        }
        return known - 1;
    }

    private int slotOf(String customer) {
        int hash = customer.hashCode() * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] >= 0 && !customers[slots[slot]].equals(customer)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    void addAll(ActivityRows other) {
        for (int row = 0; row < other.size; row++) {
            add(other.customers[code(other.rows[row])], period(other.rows[row]));
        }
    }

    ActivityRows copy() {
        ActivityRows copy = new ActivityRows();
        copy.addAll(this);
        return copy;
    }

    /** Puts the rows in the order of customers as they came and of periods, each once. */
    private void fold() {
        Arrays.sort(rows, 0, size);
        int to = 0;
        for (int row = 0; row < size; row++) {
            if (to == 0 || rows[to - 1] != rows[row]) {
                rows[to++] = rows[row];
            }
        }
        size = to;
    }

    /** {@return how many customers have each history: the periods in which they were active, in order} */
    Map<int[], Long> histories() {
        fold();
        Map<int[], Long> histories = ActivityTally.noHistories();
        int from = 0;
        for (int row = 1; row <= size; row++) {
            if (row == size || code(rows[row]) != code(rows[from])) {
                int[] history = new int[row - from];
                for (int i = 0; i < history.length; i++) {
                    history[i] = period(rows[from + i]);
                }
                histories.merge(history, 1L, Math::addExact);
                from = row;
            }
        }
        return histories;
    }

    void write(ByteWriter writer) {
        writer.count(size);
        for (int row = 0; row < size; row++) {
            writer.text(customers[code(rows[row])]).number(period(rows[row]));
        }
    }

    static ActivityRows read(ByteReader reader) {
        ActivityRows rows = new ActivityRows();
        int size = reader.size();
        for (int row = 0; row < size; row++) {
            rows.add(reader.text(), reader.integer());
        }
        return rows;
    }
}
