package org.cxkit.metrics.moments;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A block of complete rows, as distances from one of them, whose moments are taken at once.
 *
 * <p>All columns of a block fit the first caches together. Sums run over lanes side by side, at offsets that are
 * constants, because the compiler turns that into vector instructions, which it may not do with one running sum of
 * doubles: {@code DriverBenchmark} shows it. The order of summation is always the same.
 */
final class MomentsBlock {

    /** Rows of a full block. */
    private static final int ROWS = 1024;

    private static final int LANES = ROWS / 4;

    /** So few rows may stay free: filling them would take many small steps. */
    private static final int FREE = 64;

    private final double[][] values;
    private final double[] origins;
    private final double[] weighted = new double[ROWS];
    private final double[] rowWeights = new double[ROWS];
    private final double[] lanes = new double[LANES];
    private final boolean[] lacking = new boolean[ROWS];
    private final int[] chosen = new int[ROWS];
    private final double @Nullable [] weights;
    private final int[] bad;
    private int nextBad;
    private int rows;
    private int heaviest;
    private int incomplete;
    private int excluded;
    private int invalid;

    /** A block of columns with weights or none, whose rows {@code bad}, rising, are only counted. */
    MomentsBlock(int variables, double @Nullable [] weights, int[] bad) {
        this.values = new double[variables][ROWS];
        this.origins = new double[variables];
        this.weights = weights;
        this.bad = bad;
    }

    /** Fills this with complete rows, and returns the first row that was not read. */
    int read(double[][] columns, int from, int to) {
        clear();
        int next = from;
        while (next < to && rows <= ROWS - FREE) {
            int end = Math.min(next + ROWS - rows, to);
            Arrays.fill(lacking, false);
            for (double[] column : columns) {
                for (int i = 0; i < end - next; i++) {
                    lacking[i] |= column[next + i] == MomentsAccumulator.MISSING;
                }
            }
            choose(next, end);
            next = end;
        }
        for (int v = 0; v < columns.length && rows > 0; v++) {
            double[] column = columns[v];
            double[] into = values[v];
            double origin = column[chosen[heaviest]];
            for (int i = 0; i < rows; i++) {
                into[i] = column[chosen[i]] - origin;
            }
            origins[v] = origin;
        }
        return next;
    }

    /** Fills this with complete rows, and returns the first row that was not read. */
    int read(byte[][] columns, int from, int to) {
        clear();
        int next = from;
        while (next < to && rows <= ROWS - FREE) {
            int end = Math.min(next + ROWS - rows, to);
            Arrays.fill(lacking, false);
            for (byte[] column : columns) {
                for (int i = 0; i < end - next; i++) {
                    lacking[i] |= column[next + i] == Byte.MIN_VALUE;
                }
            }
            choose(next, end);
            next = end;
        }
        for (int v = 0; v < columns.length && rows > 0; v++) {
            byte[] column = columns[v];
            double[] into = values[v];
            int origin = column[chosen[heaviest]];
            if (rows == next - from) {
                for (int i = 0; i < rows; i++) {
                    into[i] = column[from + i] - origin;
                }
            } else {
                for (int i = 0; i < rows; i++) {
                    into[i] = column[chosen[i]] - origin;
                }
            }
            origins[v] = origin;
        }
        return next;
    }

    private void clear() {
        rows = 0;
        heaviest = 0;
        incomplete = 0;
        excluded = 0;
        invalid = 0;
    }

    /** Chooses the complete rows, and the heaviest of them: distances from a light one could cost digits. */
    private void choose(int from, int to) {
        if (weights == null) {
            int good = to - from;
            for (; nextBad < bad.length && bad[nextBad] < to; nextBad++) {
                lacking[bad[nextBad] - from] = true;
                good--;
            }
            int count = rows;
            for (int i = 0; i < to - from; i++) {
                chosen[count] = from + i;
                count += lacking[i] ? 0 : 1;
            }
            Arrays.fill(rowWeights, rows, count, 1);
            invalid += to - from - good;
            incomplete += good - (count - rows);
            rows = count;
            return;
        }
        for (int i = 0; i < to - from; i++) {
            double weight = weights[from + i];
            if (nextBad < bad.length && bad[nextBad] == from + i) {
                nextBad++;
                invalid++;
            } else if (weight == 0) {
                excluded++;
            } else if (lacking[i]) {
                incomplete++;
            } else {
                rowWeights[rows] = weight;
                heaviest = weight > rowWeights[heaviest] ? rows : heaviest;
                chosen[rows++] = from + i;
            }
        }
    }

    void foldInto(MomentsAccumulator all) {
        all.skip(incomplete, excluded, invalid);
        if (rows == 0) {
            return;
        }
        Arrays.fill(rowWeights, rows, ROWS, 0);
        double weight = sum(rowWeights);
        double[] means = new double[values.length];
        double[] sums = new double[values.length];
        for (int v = 0; v < values.length; v++) {
            Arrays.fill(values[v], rows, ROWS, 0);
            sums[v] = weights == null ? sum(values[v]) : product(rowWeights, values[v]);
            means[v] = origins[v] + sums[v] / weight;
        }
        all.fold(rows, weight, means, products(sums, weight));
    }

    private double[] products(double[] sums, double weight) {
        double[] products = new double[MomentsTally.pairs(sums.length)];
        int at = 0;
        for (int v = 0; v < sums.length; v++) {
            double[] left = values[v];
            if (weights != null) {
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
            lanes[i] = a[i] + a[i + LANES] + a[i + 2 * LANES] + a[i + 3 * LANES];
        }
        return sumOfLanes();
    }

    private double product(double[] a, double[] b) {
        for (int i = 0; i < LANES; i++) {
            lanes[i] = a[i] * b[i]
                    + a[i + LANES] * b[i + LANES]
                    + a[i + 2 * LANES] * b[i + 2 * LANES]
                    + a[i + 3 * LANES] * b[i + 3 * LANES];
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
