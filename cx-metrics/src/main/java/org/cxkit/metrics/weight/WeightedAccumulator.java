package org.cxkit.metrics.weight;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.math.CompensatedSum;

/**
 * Counts ratings with weights, one at a time or a column at a time.
 *
 * <p>A weight says how many people an answer stands for, in any unit: results are the same when all weights are
 * multiplied by one number. It is 0, and then the answer is counted apart and enters no result, or from 1e-100 to
 * 1e100, so that no square leaves the range of a double. In an {@code int} a missing answer is
 * {@code Integer.MIN_VALUE}, in a {@code byte} column it is {@code Byte.MIN_VALUE}. A rating off the scale and a weight
 * that is none are refused, unless a method says that they are counted as invalid. Merges over any partition of the
 * rows. Not thread-safe.
 */
public final class WeightedAccumulator implements Accumulator<WeightedAccumulator, WeightedTally> {
    @Serial
    private static final long serialVersionUID = 1;

    /** The least weight above 0. */
    public static final double LEAST = 1e-100;

    static final int MISSING_INT = Integer.MIN_VALUE;

    private static final byte MISSING_BYTE = Byte.MIN_VALUE;
    private static final double MOST = 1e100;

    // primitives and arrays only: the serialisers of Spark and older Flink fill them by reflection
    private int min;
    private int max;
    private boolean lowIsGood;
    private long[] counts;
    private double[] weights;
    private double[] squares;
    private long zeroWeight;
    private long missing;
    private long invalid;
    private long received;

    private WeightedAccumulator() {
        this(RatingScale.ZERO_TO_TEN);
    }

    private WeightedAccumulator(RatingScale scale) {
        this.min = scale.min();
        this.max = scale.max();
        this.lowIsGood = scale.lowIsGood();
        this.counts = new long[scale.points()];
        this.weights = CompensatedSum.zeros(scale.points());
        this.squares = CompensatedSum.zeros(scale.points());
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param scale the scale of the question
     */
    public static WeightedAccumulator create(RatingScale scale) {
        return new WeightedAccumulator(scale);
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return new RatingScale(min, max, lowIsGood);
    }

    /**
     * Adds one answer.
     *
     * @param rating a rating on the scale, or {@code Integer.MIN_VALUE} for a missing answer
     * @param weight how many people the answer stands for, in any unit; 0 for none
     * @return this
     * @throws IllegalArgumentException if the rating is off the scale or the weight is none
     */
    public WeightedAccumulator add(int rating, double weight) {
        if (!isWeight(weight)) {
            throw noWeight("a weight", weight);
        }
        if (rating == MISSING_INT) {
            return addMissing(1);
        }
        int point = scale().require(rating) - min;
        receive(1);
        addAt(point, weight);
        return this;
    }

    private void addAt(int point, double weight) {
        if (weight == 0) {
            zeroWeight++;
            return;
        }
        counts[point]++;
        CompensatedSum.add(weights, point, weight);
        CompensatedSum.add(squares, point, weight * weight);
    }

    /**
     * Adds all answers of a tally.
     *
     * @param tally a tally on the same scale
     * @return this
     * @throws IllegalArgumentException if the scales differ; the message names both
     * @throws ArithmeticException if the answers together leave the range of a long
     */
    public WeightedAccumulator add(WeightedTally tally) {
        if (!scale().equals(tally.scale())) {
            throw new IllegalArgumentException(
                    "tallies on different scales do not merge: " + scale() + " and " + tally.scale());
        }
        receive(tally.received());
        tally.addTo(counts, weights, squares);
        zeroWeight += tally.zeroWeight();
        missing += tally.missing();
        invalid += tally.invalid();
        return this;
    }

    /**
     * Adds answers that were not given.
     *
     * @param n how many, not negative
     * @return this
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws ArithmeticException if the answers together leave the range of a long
     */
    public WeightedAccumulator addMissing(long n) {
        receive(n);
        missing += n;
        return this;
    }

    /**
     * Adds answers that were no rating on the scale, or had no weight.
     *
     * @param n how many, not negative
     * @return this
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws ArithmeticException if the answers together leave the range of a long
     */
    public WeightedAccumulator addInvalid(long n) {
        receive(n);
        invalid += n;
        return this;
    }

    /** Every count is at most the total, so that only the total need be watched for overflow. */
    private void receive(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("the number of answers must not be negative, got " + n);
        }
        received = Math.addExact(received, n);
    }

    /**
     * Adds two columns, and refuses them whole if a rating is off the scale or a weight is none.
     *
     * @param ratings one rating for each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param weights one weight for each row, for missing answers too; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException naming the first row that is refused and what it has; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within one of the arrays
     */
    public WeightedAccumulator addAll(byte[] ratings, double[] weights, int from, int to) {
        int bad = nextBad(ratings, weights, from, to);
        if (bad < to) {
            requireWeight(weights, bad);
            throw new IllegalArgumentException("ratings[" + bad + "] off the scale " + scale() + ": " + ratings[bad]);
        }
        receive(to - from);
        addGood(ratings, weights, from, to);
        return this;
    }

    /**
     * Adds two columns, and counts rows whose rating is off the scale or whose weight is none as invalid.
     *
     * @param ratings one rating for each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param weights one weight for each row, for missing answers too; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return the indexes of the invalid rows, rising; the caller's own
     * @throws IndexOutOfBoundsException if the range is not within one of the arrays
     */
    public int[] addAllLenient(byte[] ratings, double[] weights, int from, int to) {
        int[] found = new int[16];
        int size = 0;
        int next = from;
        for (int bad = nextBad(ratings, weights, from, to); bad < to; bad = nextBad(ratings, weights, next, to)) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = bad;
            next = bad + 1;
        }
        receive(to - from);
        next = from;
        for (int i = 0; i < size; i++) {
            addGood(ratings, weights, next, found[i]);
            next = found[i] + 1;
        }
        addGood(ratings, weights, next, to);
        invalid += size;
        return Arrays.copyOf(found, size);
    }

    /** The first row from there on that is refused, or {@code to}. */
    private int nextBad(byte[] ratings, double[] weights, int from, int to) {
        Objects.checkFromToIndex(from, to, ratings.length);
        Objects.checkFromToIndex(from, to, weights.length);
        int i = from;
        while (i < to
                && isWeight(weights[i])
                && ((min <= ratings[i] && ratings[i] <= max) || ratings[i] == MISSING_BYTE)) {
            i++;
        }
        return i;
    }

    private void addGood(byte[] ratings, double[] weights, int from, int to) {
        for (int i = from; i < to; i++) {
            if (ratings[i] == MISSING_BYTE) {
                missing++;
            } else {
                addAt(ratings[i] - min, weights[i]);
            }
        }
    }

    private static boolean isWeight(double weight) {
        return weight == 0 || (weight >= LEAST && weight <= MOST);
    }

    /** The weight there, if it is one. */
    static double requireWeight(double[] weights, int index) {
        if (!isWeight(weights[index])) {
            throw noWeight("weights[" + index + "]", weights[index]);
        }
        return weights[index];
    }

    static IllegalArgumentException noWeight(String what, double weight) {
        return new IllegalArgumentException(what + " must be 0 or from " + LEAST + " to " + MOST + ", got " + weight);
    }

    @Override
    public WeightedAccumulator merge(WeightedAccumulator other) {
        return add(other.result());
    }

    @Override
    public WeightedTally result() {
        return new WeightedTally(
                scale(), counts.clone(), weights.clone(), squares.clone(), zeroWeight, missing, invalid);
    }

    @Override
    public WeightedAccumulator copy() {
        return create(scale()).add(result());
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a weighted accumulator is read through its form");
    }

    private record Form(WeightedTally tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return create(tally.scale()).add(tally);
        }
    }

    /** {@return what was counted so far, as the tally says it} */
    @Override
    public String toString() {
        return result().toString();
    }
}
