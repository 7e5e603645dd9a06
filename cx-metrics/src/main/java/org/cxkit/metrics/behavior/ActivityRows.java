package org.cxkit.metrics.behavior;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/** Customers and periods in which they were active, as columns; what comes twice is kept once, at the latest when full. */
final class ActivityRows {
    private String[] customers = new String[8];
    private int[] periods = new int[8];
    private int size;

    void add(String customer, int period) {
        if (size == periods.length) {
            fold();
            if (size > periods.length / 2) {
                customers = Arrays.copyOf(customers, 2 * size);
                periods = Arrays.copyOf(periods, 2 * size);
            }
        }
        customers[size] = customer;
        periods[size++] = period;
    }

    void addAll(ActivityRows other) {
        for (int row = 0; row < other.size; row++) {
            add(other.customers[row], other.periods[row]);
        }
    }

    ActivityRows copy() {
        ActivityRows copy = new ActivityRows();
        copy.customers = customers.clone();
        copy.periods = periods.clone();
        copy.size = size;
        return copy;
    }

    /** Puts the rows in the order of customers and periods, each once. */
    private void fold() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, row -> row);
        Arrays.sort(
                order,
                Comparator.<Integer, String>comparing(row -> customers[row]).thenComparing(row -> periods[row]));
        String[] sortedCustomers = new String[customers.length];
        int[] sortedPeriods = new int[customers.length];
        int to = 0;
        for (int row : order) {
            boolean twice =
                    to > 0 && sortedPeriods[to - 1] == periods[row] && sortedCustomers[to - 1].equals(customers[row]);
            if (!twice) {
                sortedCustomers[to] = customers[row];
                sortedPeriods[to++] = periods[row];
            }
        }
        customers = sortedCustomers;
        periods = sortedPeriods;
        size = to;
    }

    /** {@return how many customers have each history: the periods in which they were active, in order} */
    Map<int[], Long> histories() {
        fold();
        Map<int[], Long> histories = ActivityTally.noHistories();
        int from = 0;
        for (int row = 1; row <= size; row++) {
            if (row == size || !customers[row].equals(customers[from])) {
                histories.merge(Arrays.copyOfRange(periods, from, row), 1L, Math::addExact);
                from = row;
            }
        }
        return histories;
    }

    void write(ByteWriter writer) {
        writer.count(size);
        for (int row = 0; row < size; row++) {
            writer.text(customers[row]).number(periods[row]);
        }
    }

    static ActivityRows read(ByteReader reader) {
        ActivityRows rows = new ActivityRows();
        int size = reader.size();
        for (int row = 0; row < size; row++) {
            rows.add(reader.text(), Math.toIntExact(reader.number()));
        }
        return rows;
    }
}
