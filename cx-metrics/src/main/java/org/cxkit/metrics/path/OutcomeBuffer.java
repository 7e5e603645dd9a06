package org.cxkit.metrics.path;

import java.util.Arrays;

/**
 * How rows ended as they come: a byte each while each row is one journey, then two doubles; values from the first one on.
 * Not thread-safe.
 */
final class OutcomeBuffer {
    private byte[] single = new byte[64];
    private double[] conversions = new double[0];
    private double[] lost = new double[0];
    private long[] minor = new long[0];
    private int rows;

    int rows() {
        return rows;
    }

    /** Adds a row of numbers that were checked. */
    void add(double converted, double failed, long value) {
        boolean one = OutcomeColumn.isSingle(converted, failed);
        if (rows == capacity()) {
            grow();
        }
        if (conversions.length == 0 && !one) {
            spread();
        }
        if (value > 0 && minor.length == 0) {
            minor = new long[capacity()];
        }
        if (conversions.length == 0) {
            single[rows] = (byte) converted;
        } else {
            conversions[rows] = converted;
            lost[rows] = failed;
        }
        if (minor.length > 0) {
            minor[rows] = value;
        }
        rows++;
    }

    private int capacity() {
        return Math.max(single.length, conversions.length);
    }

    private void grow() {
        int capacity = 2 * capacity();
        if (conversions.length == 0) {
            single = Arrays.copyOf(single, capacity);
        } else {
            conversions = Arrays.copyOf(conversions, capacity);
            lost = Arrays.copyOf(lost, capacity);
        }
        minor = minor.length == 0 ? minor : Arrays.copyOf(minor, capacity);
    }

    private void spread() {
        conversions = new double[single.length];
        lost = new double[single.length];
        for (int row = 0; row < rows; row++) {
            conversions[row] = single[row];
            lost[row] = 1.0 - single[row];
        }
        single = new byte[0];
    }

    /** {@return the column so far; the currency is empty where no row has a value} */
    OutcomeColumn column(String currency) {
        OutcomeColumn column = conversions.length == 0
                ? OutcomeColumn.ofSingle(Arrays.copyOf(single, rows))
                : OutcomeColumn.of(Arrays.copyOf(conversions, rows), Arrays.copyOf(lost, rows));
        return minor.length == 0 ? column : column.valued(currency, Arrays.copyOf(minor, rows));
    }
}
