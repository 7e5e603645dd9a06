package org.cxkit.metrics.moments;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cxkit.core.rating.RatingScale;
import org.jspecify.annotations.Nullable;

/** Finds the values and weights that no row may have: names the first of them, or tells all rows with one. */
final class RowCheck {
    private static final double LARGEST = 1e100;
    private static final double HEAVIEST = 1e50;

    private RowCheck() {}

    static boolean bad(double value) {
        return !(Math.abs(value) <= LARGEST) && value != MomentsAccumulator.MISSING;
    }

    static boolean badWeight(double weight) {
        return !(weight >= 0 && weight <= HEAVIEST);
    }

    private static boolean bad(int min, int max, byte rating) {
        return (rating < min || rating > max) && rating != Byte.MIN_VALUE;
    }

    static void requireValues(String[] variables, double[][] columns, int from, int to) {
        requireRange(columns, from, to);
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            for (int row = from; row < to; row++) {
                if (bad(column[row])) {
                    throw noValue(variables[i] + "[" + row + "]", column[row]);
                }
            }
        }
    }

    static void requireRatings(String[] variables, List<RatingScale> scales, byte[][] columns, int from, int to) {
        requireRange(columns, from, to);
        for (int i = 0; i < columns.length; i++) {
            RatingScale scale = scales.get(i);
            int row = firstOffScale(scale.min(), scale.max(), columns[i], from, to);
            if (row < to) {
                throw new IllegalArgumentException(
                        variables[i] + "[" + row + "] off the scale " + scale + ": " + columns[i][row]);
            }
        }
    }

    /** The first row whose rating is neither on the scale nor missing, or {@code to}. */
    private static int firstOffScale(int min, int max, byte[] column, int from, int to) {
        for (int row = from; row < to; row++) {
            if (bad(min, max, column[row])) {
                return row;
            }
        }
        return to;
    }

    static void requireWeights(double[] weights, int from, int to) {
        Objects.checkFromToIndex(from, to, weights.length);
        for (int row = from; row < to; row++) {
            if (badWeight(weights[row])) {
                throw noWeight("weights[" + row + "]", weights[row]);
            }
        }
    }

    /** {@return the rows with a value or a weight out of its range, rising} */
    static int[] badRows(double[][] columns, double @Nullable [] weights, int from, int to) {
        requireRange(columns, from, to);
        boolean[] bad = badWeights(weights, from, to);
        for (double[] column : columns) {
            for (int row = from; row < to; row++) {
                bad[row - from] |= bad(column[row]);
            }
        }
        return rows(bad, from);
    }

    /** {@return the rows with a rating off its scale or a weight out of its range, rising} */
    static int[] badRows(List<RatingScale> scales, byte[][] columns, double @Nullable [] weights, int from, int to) {
        requireRange(columns, from, to);
        boolean[] bad = badWeights(weights, from, to);
        for (int i = 0; i < columns.length; i++) {
            int min = scales.get(i).min();
            int max = scales.get(i).max();
            for (int row = from; row < to; row++) {
                bad[row - from] |= bad(min, max, columns[i][row]);
            }
        }
        return rows(bad, from);
    }

    private static boolean[] badWeights(double @Nullable [] weights, int from, int to) {
        boolean[] bad = new boolean[to - from];
        if (weights != null) {
            Objects.checkFromToIndex(from, to, weights.length);
            for (int row = from; row < to; row++) {
                bad[row - from] = badWeight(weights[row]);
            }
        }
        return bad;
    }

    private static int[] rows(boolean[] bad, int from) {
        return IntStream.range(0, bad.length)
                .filter(i -> bad[i])
                .map(i -> from + i)
                .toArray();
    }

    private static void requireRange(double[][] columns, int from, int to) {
        for (double[] column : columns) {
            Objects.checkFromToIndex(from, to, column.length);
        }
    }

    private static void requireRange(byte[][] columns, int from, int to) {
        for (byte[] column : columns) {
            Objects.checkFromToIndex(from, to, column.length);
        }
    }

    static IllegalArgumentException noValue(String where, double value) {
        return new IllegalArgumentException(where + " must be a number from -1e100 to 1e100, got " + value);
    }

    static IllegalArgumentException noWeight(String where, double weight) {
        return new IllegalArgumentException(where + " must be a number from 0 to 1e50, got " + weight);
    }
}
