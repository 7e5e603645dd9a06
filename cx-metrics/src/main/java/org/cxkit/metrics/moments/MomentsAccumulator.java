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
 * {@code Byte.MIN_VALUE} in a column of bytes. Weights are numbers from 0 to 1e50. Another value or weight is refused,
 * unless a method says that its row is counted as invalid, whatever else the row has or lacks.
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

    private static final int[] NONE = {};

    // primitives and arrays only: the serialisers of Spark and older Flink fill them by reflection
    private String[] variables;
    private long n;
    private long incomplete;
    private long excluded;
    private long invalid;
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
     * @throws IllegalArgumentException if there is not one value for each variable, or one is out of its range
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
     * @throws IllegalArgumentException if there is not one value for each variable, or if a value or the weight is out
     *     of its range
     */
    public MomentsAccumulator addWeighted(double rowWeight, double... values) {
        requireWidth(values.length, "values");
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            complete &= values[i] != MISSING;
            if (RowCheck.bad(values[i])) {
                throw RowCheck.noValue(variables[i], values[i]);
            }
        }
        if (RowCheck.badWeight(rowWeight)) {
            throw RowCheck.noWeight("the weight of a row", rowWeight);
        }
        receive(1);
        if (rowWeight == 0) {
            skip(0, 1, 0);
        } else if (complete) {
            fold(1, rowWeight, values, new double[products.length]);
        } else {
            skip(1, 0, 0);
        }
        return this;
    }

    /**
     * Adds rows that had a rating off its scale, or a value or weight out of its range.
     *
     * @param rows how many, not negative
     * @return this
     * @throws IllegalArgumentException if the number is negative
     * @throws ArithmeticException if the rows together leave the range of a long; nothing was added
     */
    public MomentsAccumulator addInvalid(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("the number of rows must not be negative, got " + rows);
        }
        receive(rows);
        skip(0, 0, rows);
        return this;
    }

    /**
     * Adds columns of numbers, and refuses them whole if a value is out of its range.
     *
     * @param columns one column for each variable, a value or {@link #MISSING} for each row; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if there is not one column for each variable, or naming the first value out of
     *     its range; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within all columns
     */
    public MomentsAccumulator addAll(double[][] columns, int from, int to) {
        requireWidth(columns.length, "columns");
        RowCheck.requireValues(variables, columns, from, to);
        return addBlocks(columns, null, NONE, from, to);
    }

    /**
     * Adds columns of numbers, and counts rows with a value out of its range as invalid.
     *
     * @param columns one column for each variable, a value or {@link #MISSING} for each row; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return the indexes of the rows with a value out of its range, rising; the caller's own
     * @throws IllegalArgumentException if there is not one column for each variable
     * @throws IndexOutOfBoundsException if the range is not within all columns
     */
    public int[] addAllLenient(double[][] columns, int from, int to) {
        requireWidth(columns.length, "columns");
        int[] bad = RowCheck.badRows(columns, null, from, to);
        addBlocks(columns, null, bad, from, to);
        return bad;
    }

    /**
     * Adds columns of numbers with a weight for each row, and refuses them whole if a value or weight is out of its
     * range.
     *
     * @param columns one column for each variable, a value or {@link #MISSING} for each row; not altered
     * @param weights how much each row counts, from 0 to 1e50; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if there is not one column for each variable, or naming the first value
     *     or weight out of its range; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within all columns and the weights
     */
    public MomentsAccumulator addAll(double[][] columns, double[] weights, int from, int to) {
        requireWidth(columns.length, "columns");
        RowCheck.requireValues(variables, columns, from, to);
        RowCheck.requireWeights(weights, from, to);
        return addBlocks(columns, weights, NONE, from, to);
    }

    /**
     * Adds columns of numbers with a weight for each row, and counts rows with a value or weight out of its range as
     * invalid.
     *
     * @param columns one column for each variable, a value or {@link #MISSING} for each row; not altered
     * @param weights how much each row counts, from 0 to 1e50; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return the indexes of the rows with a value or weight out of its range, rising; the caller's own
     * @throws IllegalArgumentException if there is not one column for each variable
     * @throws IndexOutOfBoundsException if the range is not within all columns and the weights
     */
    public int[] addAllLenient(double[][] columns, double[] weights, int from, int to) {
        requireWidth(columns.length, "columns");
        int[] bad = RowCheck.badRows(columns, Objects.requireNonNull(weights, "weights"), from, to);
        addBlocks(columns, weights, bad, from, to);
        return bad;
    }

    private MomentsAccumulator addBlocks(double[][] columns, double @Nullable [] weights, int[] bad, int from, int to) {
        receive(to - from);
        MomentsBlock block = new MomentsBlock(variables.length, weights, bad);
        for (int row = from; row < to; ) {
            row = block.read(columns, row, to);
            block.foldInto(this);
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
        requireWidths(scales, columns);
        RowCheck.requireRatings(variables, scales, columns, from, to);
        return addBlocks(columns, null, NONE, from, to);
    }

    /**
     * Adds columns of ratings, and counts rows with one off its scale as invalid.
     *
     * @param scales the scale of each variable
     * @param columns one column for each variable, a rating or {@code Byte.MIN_VALUE} for each row; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return the indexes of the rows with a rating off its scale, rising; the caller's own
     * @throws IllegalArgumentException if there is not one column and one scale for each variable
     * @throws IndexOutOfBoundsException if the range is not within all columns
     */
    public int[] addAllLenient(List<RatingScale> scales, byte[][] columns, int from, int to) {
        requireWidths(scales, columns);
        int[] bad = RowCheck.badRows(scales, columns, null, from, to);
        addBlocks(columns, null, bad, from, to);
        return bad;
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
        requireWidths(scales, columns);
        RowCheck.requireRatings(variables, scales, columns, from, to);
        RowCheck.requireWeights(weights, from, to);
        return addBlocks(columns, weights, NONE, from, to);
    }

    /**
     * Adds columns of ratings with a weight for each row, and counts rows with a rating off its scale or a weight out
     * of its range as invalid.
     *
     * @param scales the scale of each variable
     * @param columns one column for each variable, a rating or {@code Byte.MIN_VALUE} for each row; not altered
     * @param weights how much each row counts, from 0 to 1e50; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return the indexes of the rows with a rating off its scale or a weight out of its range, rising; the caller's
     *     own
     * @throws IllegalArgumentException if there is not one column and one scale for each variable
     * @throws IndexOutOfBoundsException if the range is not within all columns and the weights
     */
    public int[] addAllLenient(List<RatingScale> scales, byte[][] columns, double[] weights, int from, int to) {
        requireWidths(scales, columns);
        int[] bad = RowCheck.badRows(scales, columns, Objects.requireNonNull(weights, "weights"), from, to);
        addBlocks(columns, weights, bad, from, to);
        return bad;
    }

    private MomentsAccumulator addBlocks(byte[][] columns, double @Nullable [] weights, int[] bad, int from, int to) {
        receive(to - from);
        MomentsBlock block = new MomentsBlock(variables.length, weights, bad);
        for (int row = from; row < to; ) {
            row = block.read(columns, row, to);
            block.foldInto(this);
        }
        return this;
    }

    private void requireWidth(int width, String what) {
        if (width != variables.length) {
            throw new IllegalArgumentException("wanted " + variables.length + " " + what + " for the variables "
                    + String.join(", ", variables) + ", got " + width);
        }
    }

    private void requireWidths(List<RatingScale> scales, byte[][] columns) {
        requireWidth(columns.length, "columns");
        requireWidth(scales.size(), "scales");
    }

    /** Asks for room for rows of any kind, before one is added: every count is at most the sum of all. */
    void receive(long rows) {
        long unused = Math.addExact(n + incomplete + excluded + invalid, rows);
    }

    /** Adds rows that lack a value, rows of weight 0, and invalid rows, for which there is room. */
    void skip(long moreIncomplete, long moreExcluded, long moreInvalid) {
        incomplete += moreIncomplete;
        excluded += moreExcluded;
        invalid += moreInvalid;
    }

    /** Adds complete rows, for which there is room, by their moments about their own means. */
    void fold(long rows, double rowsWeight, double[] rowsMeans, double[] rowsProducts) {
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
        n += rows;
    }

    /**
     * Adds all rows of a tally.
     *
     * @param tally a tally of the same variables in the same order
     * @return this
     * @throws IllegalArgumentException if the variables differ; the message names both
     * @throws ArithmeticException if the rows together leave the range of a long; nothing was added
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
                variables.clone(),
                new long[] {n, incomplete, excluded, invalid},
                weight,
                means.clone(),
                products.clone());
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
