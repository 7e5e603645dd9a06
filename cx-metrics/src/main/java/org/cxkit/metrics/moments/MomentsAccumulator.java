package org.cxkit.metrics.moments;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Accumulator;
import org.jspecify.annotations.Nullable;

/**
 * Folds rows of several variables into their means and centred cross-products, one row at a time or columns at a time.
 *
 * <p>Listwise: a row that lacks one of its values is counted as incomplete and enters nothing else. A row of weight 0
 * is counted as excluded. Values are numbers from -1e100 to 1e100; a missing one is {@link #MISSING}, or
 * {@code Byte.MIN_VALUE} in a column of bytes. Weights are numbers from 0 to 1e50.
 *
 * <p>Values are summed as distances from one of their own before anything is squared, so that a large mean costs no
 * digits, and a variable that never varies has a variance of exactly 0. Merges over any partition of the rows, to a
 * relative 1e-12. Not thread-safe.
 *
 * <p>Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for Computing the Sample Variance: Analysis and
 * Recommendations", The American Statistician 37(3), 1983; B. P. Welford, "Note on a Method for Calculating Corrected
 * Sums of Squares and Products", Technometrics 4(3), 1962.
 */
public final class MomentsAccumulator implements Accumulator<MomentsAccumulator, MomentsTally> {
    @Serial
    private static final long serialVersionUID = 1;

    /** What stands in a row or a column for a value that is missing: the lowest double there is. */
    public static final double MISSING = -Double.MAX_VALUE;

    private static final double LARGEST = 1e100;
    private static final double HEAVIEST = 1e50;

    // primitives and arrays only: the serialisers of Spark and older Flink fill them by reflection
    private String[] variables;
    private long n;
    private long incomplete;
    private long excluded;
    private double weight;
    private double[] means;
    private double[] products;

    private MomentsAccumulator() {
        this(new String[] {"value"});
    }

    private MomentsAccumulator(String[] variables) {
        this.variables = variables;
        this.means = new double[variables.length];
        this.products = new double[MomentsTally.pairs(variables.length)];
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param variables the names of the variables, in the order of the values of a row
     * @throws IllegalArgumentException if there are no names, or one comes twice
     */
    public static MomentsAccumulator create(String... variables) {
        return create(List.of(variables));
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param variables the names of the variables, in the order of the values of a row
     * @throws IllegalArgumentException if there are no names, or one comes twice
     */
    public static MomentsAccumulator create(List<String> variables) {
        return new MomentsAccumulator(MomentsTally.requireNames(variables));
    }

    /**
     * Adds one row.
     *
     * @param values the value of each variable, or {@link #MISSING}; not altered
     * @return this
     * @throws IllegalArgumentException if there is not one value for each variable, or one is no number from -1e100
     *     to 1e100
     */
    public MomentsAccumulator add(double... values) {
        return addWeighted(1, values);
    }

    /**
     * Adds one row that counts more or less than another.
     *
     * @param rowWeight how much it counts, from 0 to 1e50; a row of weight 0 is only counted as excluded
     * @param values the value of each variable, or {@link #MISSING}; not altered
     * @return this
     * @throws IllegalArgumentException if the weight is not in its range, if there is not one value for each
     *     variable, or if one is no number from -1e100 to 1e100
     */
    public MomentsAccumulator addWeighted(double rowWeight, double... values) {
        requireWidth(values.length, "values");
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == MISSING) {
                complete = false;
            } else if (!(Math.abs(values[i]) <= LARGEST)) {
                throw noValue(variables[i], values[i]);
            }
        }
        if (!(rowWeight >= 0 && rowWeight <= HEAVIEST)) {
            throw noWeight("the weight of a row", rowWeight);
        }
        if (rowWeight == 0) {
            skip(0, 1);
        } else if (complete) {
            fold(1, rowWeight, values, new double[products.length]);
        } else {
            skip(1, 0);
        }
        return this;
    }

    /**
     * Adds columns of numbers, and refuses them whole if one value is no number.
     *
     * @param columns one column for each variable, a value or {@link #MISSING} for each row; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if there is not one column for each variable, or naming the first value that is
     *     no number from -1e100 to 1e100; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within all columns
     */
    public MomentsAccumulator addAll(double[][] columns, int from, int to) {
        requireColumns(columns, from, to);
        return addBlocks(columns, null, from, to);
    }

    /**
     * Adds columns of numbers with a weight for each row, and refuses them whole if one value or weight is no number.
     *
     * @param columns one column for each variable, a value or {@link #MISSING} for each row; not altered
     * @param weights how much each row counts, from 0 to 1e50; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if there is not one column for each variable, or naming the first value that is
     *     no number from -1e100 to 1e100, or the first weight out of its range; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within all columns and the weights
     */
    public MomentsAccumulator addAll(double[][] columns, double[] weights, int from, int to) {
        requireColumns(columns, from, to);
        requireWeights(weights, from, to);
        return addBlocks(columns, weights, from, to);
    }

    private MomentsAccumulator addBlocks(double[][] columns, double @Nullable [] weights, int from, int to) {
        MomentsBlock block = new MomentsBlock(variables.length);
        for (int row = from; row < to; row += MomentsBlock.ROWS) {
            block.read(columns, weights, row, Math.min(row + MomentsBlock.ROWS, to))
                    .foldInto(this);
        }
        return this;
    }

    /**
     * Adds columns of ratings, and refuses them whole if one is off its scale.
     *
     * @param scales the scale of each variable
     * @param columns one column for each variable, a rating or {@code Byte.MIN_VALUE} for each row; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if there is not one column and one scale for each variable, or naming the first
     *     rating off its scale; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within all columns
     */
    public MomentsAccumulator addAll(List<RatingScale> scales, byte[][] columns, int from, int to) {
        requireRatings(scales, columns, from, to);
        return addBlocks(columns, null, from, to);
    }

    /**
     * Adds columns of ratings with a weight for each row, and refuses them whole if a rating is off its scale or a
     * weight out of its range.
     *
     * @param scales the scale of each variable
     * @param columns one column for each variable, a rating or {@code Byte.MIN_VALUE} for each row; not altered
     * @param weights how much each row counts, from 0 to 1e50; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if there is not one column and one scale for each variable, or naming the first
     *     rating off its scale, or the first weight out of its range; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within all columns and the weights
     */
    public MomentsAccumulator addAll(List<RatingScale> scales, byte[][] columns, double[] weights, int from, int to) {
        requireRatings(scales, columns, from, to);
        requireWeights(weights, from, to);
        return addBlocks(columns, weights, from, to);
    }

    private MomentsAccumulator addBlocks(byte[][] columns, double @Nullable [] weights, int from, int to) {
        MomentsBlock block = new MomentsBlock(variables.length);
        for (int row = from; row < to; row += MomentsBlock.ROWS) {
            block.read(columns, weights, row, Math.min(row + MomentsBlock.ROWS, to))
                    .foldInto(this);
        }
        return this;
    }

    private void requireWidth(int width, String what) {
        if (width != variables.length) {
            throw new IllegalArgumentException("wanted " + variables.length + " " + what + " for the variables "
                    + String.join(", ", variables) + ", got " + width);
        }
    }

    private void requireColumns(double[][] columns, int from, int to) {
        requireWidth(columns.length, "columns");
        for (int i = 0; i < columns.length; i++) {
            Objects.checkFromToIndex(from, to, columns[i].length);
        }
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            for (int row = from; row < to; row++) {
                if (!(Math.abs(column[row]) <= LARGEST) && column[row] != MISSING) {
                    throw noValue(variables[i] + "[" + row + "]", column[row]);
                }
            }
        }
    }

    private void requireRatings(List<RatingScale> scales, byte[][] columns, int from, int to) {
        requireWidth(columns.length, "columns");
        requireWidth(scales.size(), "scales");
        for (byte[] column : columns) {
            Objects.checkFromToIndex(from, to, column.length);
        }
        for (int i = 0; i < columns.length; i++) {
            RatingScale scale = scales.get(i);
            int row = MomentsBlock.firstOffScale(scale.min(), scale.max(), columns[i], from, to);
            if (row < to) {
                throw new IllegalArgumentException(
                        variables[i] + "[" + row + "] off the scale " + scale + ": " + columns[i][row]);
            }
        }
    }

    private static void requireWeights(double[] weights, int from, int to) {
        Objects.checkFromToIndex(from, to, weights.length);
        for (int row = from; row < to; row++) {
            if (!(weights[row] >= 0 && weights[row] <= HEAVIEST)) {
                throw noWeight("weights[" + row + "]", weights[row]);
            }
        }
    }

    private static IllegalArgumentException noValue(String where, double value) {
        return new IllegalArgumentException(where + " must be a number from -1e100 to 1e100, got " + value);
    }

    private static IllegalArgumentException noWeight(String where, double weight) {
        return new IllegalArgumentException(where + " must be a number from 0 to 1e50, got " + weight);
    }

    /** Adds rows that lack a value, and rows of weight 0. */
    void skip(long moreIncomplete, long moreExcluded) {
        long sum = Math.addExact(incomplete, moreIncomplete);
        excluded = Math.addExact(excluded, moreExcluded);
        incomplete = sum;
    }

    /** Adds complete rows by their moments about their own means. */
    void fold(long rows, double rowsWeight, double[] rowsMeans, double[] rowsProducts) {
        long sum = Math.addExact(n, rows);
        if (n == 0) {
            means = Arrays.stream(rowsMeans).map(mean -> mean + 0.0).toArray(); // no -0.0
            products = rowsProducts.clone();
            weight = rowsWeight;
        } else if (rows > 0) {
            double total = weight + rowsWeight;
            double share = rowsWeight / total;
            double[] shift = new double[means.length];
            for (int i = 0; i < shift.length; i++) {
                shift[i] = rowsMeans[i] - means[i];
                means[i] += shift[i] * share;
            }
            int at = 0;
            for (int i = 0; i < shift.length; i++) {
                double scaled = shift[i] * share * weight;
                for (int j = i; j < shift.length; j++, at++) {
                    products[at] += rowsProducts[at] + scaled * shift[j];
                }
            }
            weight = total;
        }
        n = sum;
    }

    /**
     * Adds all rows of a tally.
     *
     * @param tally a tally of the same variables in the same order
     * @return this
     * @throws IllegalArgumentException if the variables differ; the message names both
     * @throws ArithmeticException if a count leaves the range of a long
     */
    public MomentsAccumulator add(MomentsTally tally) {
        if (!tally.variables().equals(List.of(variables))) {
            throw new IllegalArgumentException(
                    "moments of different variables do not merge: " + List.of(variables) + " and " + tally.variables());
        }
        tally.foldInto(this);
        return this;
    }

    @Override
    public MomentsAccumulator merge(MomentsAccumulator other) {
        return add(other.result());
    }

    @Override
    public MomentsTally result() {
        return new MomentsTally(
                variables.clone(), new long[] {n, incomplete, excluded}, weight, means.clone(), products.clone());
    }

    @Override
    public MomentsAccumulator copy() {
        return new MomentsAccumulator(variables.clone()).add(result());
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a moments accumulator is read through its form");
    }

    private record Form(MomentsTally tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return create(tally.variables()).add(tally);
        }
    }

    /** {@return what was added so far, as the tally says it} */
    @Override
    public String toString() {
        return result().toString();
    }
}
