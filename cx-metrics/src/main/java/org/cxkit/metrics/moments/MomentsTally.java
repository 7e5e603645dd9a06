package org.cxkit.metrics.moments;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The means, variances and correlations of several variables over the same rows.
 *
 * <p>It holds the number of complete rows, their weight, the mean of each variable and the centred cross-product of
 * each pair. Rows that lack a value, rows of weight 0 and invalid rows are only counted. Doubles: tallies merge over
 * any partition of the rows to a relative 1e-12. Immutable and thread-safe.
 */
public final class MomentsTally implements Tally<MomentsTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "moments";
    private static final int VERSION = 2; // 1 had no count of invalid rows

    private final String[] variables;
    private final long[] counts; // complete, incomplete, excluded, invalid
    private final double weight;
    private final double[] means;
    private final double[] products; // of each pair i <= j, row by row

    private MomentsTally() {
        this(new String[] {"value"}, new long[4], 0, new double[1], new double[1]);
    }

    MomentsTally(String[] variables, long[] counts, double weight, double[] means, double[] products) {
        this.variables = variables;
        this.counts = counts;
        this.weight = weight;
        this.means = means;
        this.products = products;
    }

    /** How many pairs there are, with those of a variable and itself. */
    static int pairs(int variables) {
        return variables * (variables + 1) / 2;
    }

    static String[] requireNames(List<String> variables) {
        Set<String> seen = new HashSet<>();
        for (String variable : variables) {
            if (!seen.add(variable)) {
                throw new IllegalArgumentException("variables must have different names, got " + variables);
            }
        }
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("wanted at least one variable, got none");
        }
        return variables.toArray(new String[0]);
    }

    /** {@return the names of the variables, in the order of the values of a row} */
    public List<String> variables() {
        return List.of(variables);
    }

    /** {@return the number of complete rows, whatever their weights} */
    public long n() {
        return counts[0];
    }

    /** {@return the number of rows that lacked a value} */
    public long incomplete() {
        return counts[1];
    }

    /** {@return the number of rows of weight 0} */
    public long excluded() {
        return counts[2];
    }

    /** {@return the number of rows with a rating off its scale, or a value or weight out of its range} */
    public long invalid() {
        return counts[3];
    }

    /** {@return the number of rows of all kinds} */
    public long received() {
        return counts[0] + counts[1] + counts[2] + counts[3];
    }

    /** {@return the weight of all complete rows together} */
    public double weight() {
        return weight;
    }

    /**
     * {@return the weighted mean of a variable}
     *
     * @param variable one of the variables
     * @throws IllegalArgumentException if there is no such variable
     * @throws IllegalStateException if there are no complete rows
     */
    public double mean(String variable) {
        int at = indexOf(variable);
        if (n() == 0) {
            throw new IllegalStateException("the mean of " + variable + " is undefined for 0 complete rows");
        }
        return means[at];
    }

    /**
     * {@return the sample variance of a variable: its covariance with itself}
     *
     * @param variable one of the variables
     * @throws IllegalArgumentException if there is no such variable
     * @throws IllegalStateException if there are fewer than two complete rows
     */
    public double variance(String variable) {
        return covariance(variable, variable);
    }

    /**
     * {@return the sample covariance of two variables}
     *
     * <p>The weighted mean of the products of their distances from their means, times {@code n / (n - 1)}; with equal
     * weights the usual one with {@code n - 1} below.
     *
     * @param variable one of the variables
     * @param other one of the variables, perhaps the same
     * @throws IllegalArgumentException if there is no such variable
     * @throws IllegalStateException if there are fewer than two complete rows
     */
    public double covariance(String variable, String other) {
        double product = product(indexOf(variable), indexOf(other));
        if (n() < 2) {
            throw new IllegalStateException(
                    "a covariance is undefined for " + Sentence.count(n(), "complete row") + ", it takes two");
        }
        return product / weight * (n() / (n() - 1.0));
    }

    /**
     * {@return the correlation of two variables, from -1 to 1}
     *
     * <p>Pearson's: the centred cross-product over the root of both centred squares.
     *
     * @param variable one of the variables
     * @param other one of the variables, perhaps the same
     * @throws IllegalArgumentException if there is no such variable
     * @throws IllegalStateException if one of the variables is constant, or there are no complete rows
     */
    public double correlation(String variable, String other) {
        int i = indexOf(variable);
        int j = indexOf(other);
        for (int each : new int[] {i, j}) {
            if (product(each, each) == 0) {
                throw new IllegalStateException("a correlation with " + variables[each]
                        + " is undefined: it is constant over " + Sentence.count(n(), "complete row"));
            }
        }
        return correlation(i, j);
    }

    private double correlation(int i, int j) {
        double r = product(i, j) / Math.sqrt(product(i, i)) / Math.sqrt(product(j, j));
        return i == j ? 1 : Math.max(-1, Math.min(r, 1)) + 0.0;
    }

    /**
     * {@return the correlation of each of some variables with each, row by row; the caller's own}
     *
     * @param some variables of these, in the order wanted
     * @throws IllegalArgumentException if there is no such variable
     * @throws IllegalStateException if one of the variables is constant, or there are no complete rows
     */
    public double[][] correlations(List<String> some) {
        double[][] matrix = new double[some.size()][some.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = correlation(some.get(i), some.get(j));
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    /**
     * {@return whether a variable has the same value in all complete rows, as it has where there are none}
     *
     * @param variable one of the variables
     * @throws IllegalArgumentException if there is no such variable
     */
    public boolean constant(String variable) {
        int at = indexOf(variable);
        return product(at, at) == 0;
    }

    private int indexOf(String variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return i;
            }
        }
        throw new IllegalArgumentException("wanted one of the variables " + variables() + ", got " + variable);
    }

    private double product(int i, int j) {
        int low = Math.min(i, j);
        return products[low * variables.length - low * (low - 1) / 2 + Math.max(i, j) - low];
    }

    void foldInto(MomentsAccumulator all) {
        all.receive(received());
        all.fold(counts[0], weight, means, products);
        all.skip(counts[1], counts[2], counts[3]);
    }

    @Override
    public boolean isEmpty() {
        return received() == 0;
    }

    @Override
    public MomentsTally plus(MomentsTally other) {
        return MomentsAccumulator.create(variables()).add(this).add(other).result();
    }

    @Override
    public byte[] toBytes() {
        ByteWriter writer = ByteWriter.of(NAME, VERSION).count(variables.length);
        for (String variable : variables) {
            writer.text(variable);
        }
        for (long count : counts) {
            writer.count(count);
        }
        writer.real(weight);
        for (double mean : means) {
            writer.real(mean);
        }
        for (double product : products) {
            writer.real(product);
        }
        return writer.toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static MomentsTally fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        String[] variables = new String[reader.size()];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = reader.text();
        }
        requireNames(Arrays.asList(variables));
        long[] counts = {reader.count(), reader.count(), reader.count(), reader.count()};
        double weight = reader.real();
        double[] means = reals(reader, variables.length);
        double[] products = reals(reader, pairs(variables.length));
        MomentsTally tally = reader.end(new MomentsTally(variables, counts, weight, means, products));
        for (int i = 0; i < variables.length; i++) {
            if (tally.product(i, i) < 0 || weight < 0 || (counts[0] > 0) != (weight > 0)) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": a weight or a variance is negative");
            }
        }
        requireSum(counts);
        return tally;
    }

    private static void requireSum(long[] counts) {
        long left = Long.MAX_VALUE;
        for (long count : counts) {
            if (count > left) {
                throw new IllegalArgumentException(
                        "not the bytes of " + NAME + ": the rows together leave the range of a long");
            }
            left -= count;
        }
    }

    private static double[] reals(ByteReader reader, int size) {
        double[] reals = new double[size];
        for (int i = 0; i < size; i++) {
            reals[i] = reader.real();
        }
        return reals;
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a moments tally is read through its form");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Form(byte[] bytes) {
            this.bytes = bytes;
        }

        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MomentsTally that
                && Arrays.equals(variables, that.variables)
                && Arrays.equals(counts, that.counts)
                && weight == that.weight
                && Arrays.equals(means, that.means)
                && Arrays.equals(products, that.products);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(variables) + 7 * Arrays.hashCode(means) + Arrays.hashCode(counts);
    }

    /** {@return the counts, such as {@code moments of ease, speed over 20 complete rows, 1 incomplete}} */
    @Override
    public String toString() {
        return "moments of " + String.join(", ", variables) + " over " + Sentence.count(n(), "complete row")
                + Sentence.leftOut(incomplete(), excluded(), invalid());
    }
}
