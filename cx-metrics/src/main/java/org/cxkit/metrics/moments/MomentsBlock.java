package org.cxkit.metrics.moments;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A block of complete rows, as distances from one of them, whose moments are taken at once.
 *
 * <p>All columns of a block fit the first caches together. Sums run over lanes side by side, because the compiler
 * turns that into vector instructions, which it may not do with one running sum of doubles: {@code DriverBenchmark}
 * shows it. The order of summation is always the same.
 */
final class MomentsBlock {

    /** Rows of a full block: a power of two, of at least 8 rows for each lane. */
    static final int ROWS = 1024;

    private static final int LANES = ROWS / 8;

    private final double[][] values;
    private final double[] weighted = new double[ROWS];
    private final double[] rowWeights = new double[ROWS];
    private final double[] lanes = new double[LANES];
    private final int[] chosen = new int[ROWS];
    private int rows;
    private int incomplete;
    private int excluded;
    private boolean equalWeights = true;

    MomentsBlock(int variables) {
        values = new double[variables][ROWS];
    }

    /** The first row whose rating is neither on the scale nor missing, or {@code to}. */
    static int firstOffScale(int min, int max, byte[] column, int from, int to) {
        for (int row = from; row < to; row++) {
            if ((column[row] < min || column[row] > max) && column[row] != Byte.MIN_VALUE) {
                return row;
            }
        }
        return to;
    }

    MomentsBlock read(double[][] columns, double @Nullable [] weights, int from, int to) {
        boolean[] lacking = new boolean[to - from];
        for (double[] column : columns) {
            for (int i = 0; i < lacking.length; i++) {
                lacking[i] |= column[from + i] == MomentsAccumulator.MISSING;
            }
        }
        choose(lacking, weights, from);
        for (int v = 0; v < columns.length; v++) {
            for (int i = 0; i < rows; i++) {
                values[v][i] = columns[v][chosen[i]];
            }
        }
        return this;
    }

    MomentsBlock read(byte[][] columns, double @Nullable [] weights, int from, int to) {
        boolean[] lacking = new boolean[to - from];
        for (byte[] column : columns) {
            for (int i = 0; i < lacking.length; i++) {
                lacking[i] |= column[from + i] == Byte.MIN_VALUE;
            }
        }
        choose(lacking, weights, from);
        for (int v = 0; v < columns.length; v++) {
            double[] into = values[v];
            byte[] column = columns[v];
            for (int i = 0; i < rows; i++) {
                into[i] = column[chosen[i]];
            }
        }
        return this;
    }

    private void choose(boolean[] lacking, double @Nullable [] weights, int from) {
        rows = 0;
        incomplete = 0;
        excluded = 0;
        equalWeights = weights == null;
        for (int i = 0; i < lacking.length; i++) {
            if (weights != null && weights[from + i] == 0) {
                excluded++;
            } else if (lacking[i]) {
                incomplete++;
            } else {
                rowWeights[rows] = weights == null ? 1 : weights[from + i];
                chosen[rows++] = from + i;
            }
        }
    }

    /** Adds this block; its rows are distances from one row afterwards. */
    void foldInto(MomentsAccumulator all) {
        all.skip(incomplete, excluded);
        if (rows == 0) {
            return;
        }
        int origin = heaviest();
        Arrays.fill(rowWeights, rows, ROWS, 0);
        double weight = sum(rowWeights);
        double[] means = new double[values.length];
        double[] sums = new double[values.length];
        for (int v = 0; v < values.length; v++) {
            double[] column = values[v];
            means[v] = column[origin];
            for (int i = 0; i < rows; i++) {
                column[i] -= means[v];
            }
            Arrays.fill(column, rows, ROWS, 0);
            sums[v] = equalWeights ? sum(column) : product(rowWeights, column);
            means[v] += sums[v] / weight;
        }
        all.fold(rows, weight, means, products(sums, weight));
    }

    /** The row with the largest weight: distances from a light one could cost digits. */
    private int heaviest() {
        int heaviest = 0;
        for (int i = 1; i < rows && !equalWeights; i++) {
            if (rowWeights[i] > rowWeights[heaviest]) {
                heaviest = i;
            }
        }
        return heaviest;
    }

    private double[] products(double[] sums, double weight) {
        double[] products = new double[MomentsTally.pairs(sums.length)];
        int at = 0;
        for (int v = 0; v < sums.length; v++) {
            double[] left = values[v];
            if (!equalWeights) {
                for (int i = 0; i < ROWS; i++) {
                    weighted[i] = rowWeights[i] * values[v][i];
                }
                left = weighted;
            }
            for (int w = v; w < sums.length; w++) {
                products[at++] = product(left, values[w]) - sums[v] * sums[w] / weight;
            }
        }
        return products;
    }

    private double sum(double[] a) {
        for (int i = 0; i < LANES; i++) {
            lanes[i] = a[i]
                    + a[i + LANES]
                    + a[i + 2 * LANES]
                    + a[i + 3 * LANES]
                    + a[i + 4 * LANES]
                    + a[i + 5 * LANES]
                    + a[i + 6 * LANES]
                    + a[i + 7 * LANES];
        }
        return sumOfLanes();
    }

    private double product(double[] a, double[] b) {
        for (int i = 0; i < LANES; i++) {
            lanes[i] = a[i] * b[i]
                    + a[i + LANES] * b[i + LANES]
                    + a[i + 2 * LANES] * b[i + 2 * LANES]
                    + a[i + 3 * LANES] * b[i + 3 * LANES]
                    + a[i + 4 * LANES] * b[i + 4 * LANES]
                    + a[i + 5 * LANES] * b[i + 5 * LANES]
                    + a[i + 6 * LANES] * b[i + 6 * LANES]
                    + a[i + 7 * LANES] * b[i + 7 * LANES];
        }
        return sumOfLanes();
    }

    private double sumOfLanes() {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < LANES; i += 4) {
            a += lanes[i];
            b += lanes[i + 1];
            c += lanes[i + 2];
            d += lanes[i + 3];
        }
        return a + b + (c + d);
    }
}
