package org.cxkit.metrics.weight;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.GroupedAccumulator;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * How often each rating of a scale was given and with what weight, and how many answers were missing, invalid or of
 * weight 0.
 *
 * <p>Another type than {@link RatingTally}, so that weighted and unweighted figures never mix by mistake. The sums of
 * weights are doubles that keep what rounding cuts off, so tallies merge over any partition of the rows to a relative
 * 1e-12. Immutable and thread-safe.
 */
public final class WeightedTally implements Tally<WeightedTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "weighted ratings";
    private static final int VERSION = 1;

    // primitives, not a RatingScale: the serialisers of Spark and older Flink cannot fill records
    private final int min;
    private final int max;
    private final boolean lowIsGood;
    private final long[] counts;
    private final double[] weights;
    private final double[] squares;
    private final long zeroWeight;
    private final long missing;
    private final long invalid;
    private final long n;

    private WeightedTally() {
        this(RatingScale.ZERO_TO_TEN, new long[11], new double[22], new double[22], 0, 0, 0);
    }

    /** Takes the arrays as they are: compensated sums of weights and of squared weights, one for each rating. */
    WeightedTally(
            RatingScale scale,
            long[] counts,
            double[] weights,
            double[] squares,
            long zeroWeight,
            long missing,
            long invalid) {
        this.min = scale.min();
        this.max = scale.max();
        this.lowIsGood = scale.lowIsGood();
        this.counts = counts;
        this.weights = weights;
        this.squares = squares;
        this.zeroWeight = zeroWeight;
        this.missing = missing;
        this.invalid = invalid;
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum = Math.addExact(sum, at(i).n());
        }
        this.n = sum;
        long unused = Math.addExact(Math.addExact(sum, zeroWeight), Math.addExact(missing, invalid));
    }

    /**
     * {@return the tally of no answers}
     *
     * @param scale the scale of the question
     */
    public static WeightedTally empty(RatingScale scale) {
        return WeightedAccumulator.create(scale).result();
    }

    /**
     * {@return the tally of these ratings}
     *
     * @param scale the scale of the question
     * @param ratings whole numbers on the scale, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @param weights one weight for each rating, for missing answers too; not altered
     * @throws IllegalArgumentException if the columns differ in length, or naming the first row that is refused
     */
    public static WeightedTally of(RatingScale scale, int[] ratings, double[] weights) {
        requireSameLength("weights", weights.length, ratings.length);
        WeightedAccumulator accumulator = WeightedAccumulator.create(scale);
        for (int i = 0; i < ratings.length; i++) {
            if (ratings[i] != WeightedAccumulator.MISSING_INT && !scale.contains(ratings[i])) {
                throw new IllegalArgumentException("ratings[" + i + "] off the scale " + scale + ": " + ratings[i]);
            }
            accumulator.add(ratings[i], WeightedAccumulator.requireWeight(weights, i));
        }
        return accumulator.result();
    }

    /**
     * {@return the tally of the same answers, each with the same weight}
     *
     * @param tally answers without weights
     * @param weight the weight of each of them, above 0
     * @throws IllegalArgumentException if the weight is none
     */
    public static WeightedTally of(RatingTally tally, double weight) {
        long[] counts = tally.counts();
        double[] ones = CompensatedSum.zeros(counts.length);
        for (int i = 0; i < counts.length; i++) {
            CompensatedSum.add(ones, i, (double) counts[i]);
        }
        return new WeightedTally(tally.scale(), counts, ones, ones, 0, tally.missing(), tally.invalid()).times(weight);
    }

    /**
     * {@return a collector of elements that have a rating and a weight}
     *
     * @param scale the scale of the question
     * @param rating gives the rating of an element, or {@code Integer.MIN_VALUE} for a missing answer
     * @param weight gives the weight of an element
     * @param <E> the type of the elements
     */
    public static <E> Collector<E, ?, WeightedTally> collector(
            RatingScale scale, ToIntFunction<? super E> rating, ToDoubleFunction<? super E> weight) {
        return Collector.of(
                () -> WeightedAccumulator.create(scale),
                (accumulator, each) -> accumulator.add(rating.applyAsInt(each), weight.applyAsDouble(each)),
                WeightedAccumulator::merge,
                WeightedAccumulator::result);
    }

    /**
     * {@return the tally of each key of a table with three columns}
     *
     * @param scale the scale of the question
     * @param keys the key of each row, such as the channel, the stratum or the sampling unit; not altered
     * @param ratings the rating of each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param weights the weight of each row, for missing answers too; not altered
     * @param <K> the type of the keys
     * @throws IllegalArgumentException if the columns differ in length, or naming the first row that is refused
     * @throws NullPointerException naming the first row without a key
     */
    public static <K extends Comparable<? super K>> Grouped<K, WeightedTally> by(
            RatingScale scale, K[] keys, byte[] ratings, double[] weights) {
        requireSameLength("weights", weights.length, ratings.length);
        requireSameLength("keys", keys.length, ratings.length);
        GroupedAccumulator<K, WeightedAccumulator, WeightedTally> groups =
                GroupedAccumulator.of(WeightedAccumulator.create(scale));
        int from = 0;
        for (int i = 0; i < keys.length; i++) {
            K key = Objects.requireNonNull(keys[i], "keys[" + i + "]");
            if (i + 1 == keys.length || !key.equals(keys[i + 1])) {
                groups.at(key).addAll(ratings, weights, from, i + 1);
                from = i + 1;
            }
        }
        return groups.result();
    }

    private static void requireSameLength(String what, int length, int ratings) {
        if (length != ratings) {
            throw new IllegalArgumentException(
                    "wanted as many " + what + " as ratings, got " + length + " and " + ratings);
        }
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return new RatingScale(min, max, lowIsGood);
    }

    /** {@return the number of ratings with a weight above 0, the n of every figure told from this} */
    public long valid() {
        return n;
    }

    /** {@return the number of ratings of weight 0, which enter no figure} */
    public long zeroWeight() {
        return zeroWeight;
    }

    /** {@return the number of answers that were not given} */
    public long missing() {
        return missing;
    }

    /** {@return the number of answers that were no rating on the scale, or had no weight} */
    public long invalid() {
        return invalid;
    }

    /** {@return the number of answers of all kinds} */
    public long received() {
        return n + zeroWeight + missing + invalid;
    }

    /**
     * {@return how often the rating was given, and with what weights}
     *
     * @param rating a rating on the scale
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public WeightedCount count(int rating) {
        return at(scale().require(rating) - min);
    }

    /**
     * {@return how often a rating of the range was given, and with what weights}
     *
     * @param from the lowest rating of the range, on the scale
     * @param to the highest rating of the range, on the scale; below {@code from} the range is empty
     * @throws IllegalArgumentException if an end of the range is off the scale
     */
    public WeightedCount count(int from, int to) {
        return IntStream.rangeClosed(scale().require(from), scale().require(to))
                .mapToObj(rating -> at(rating - min))
                .reduce(WeightedCount.NONE, WeightedCount::plus);
    }

    /** {@return how often each rating was given and with what weights, from the lowest of the scale to the highest} */
    public List<WeightedCount> counts() {
        return IntStream.range(0, counts.length).mapToObj(this::at).toList();
    }

    /** {@return all ratings and their weights} */
    public WeightedCount total() {
        return count(min, max);
    }

    private WeightedCount at(int point) {
        return new WeightedCount(counts[point], CompensatedSum.of(weights, point), CompensatedSum.of(squares, point));
    }

    /**
     * {@return the same answers with all weights multiplied}
     *
     * @param factor a number above 0
     * @throws IllegalArgumentException if the factor is not above 0 and finite, or the weights leave their range
     */
    public WeightedTally times(double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a factor must be above 0 and finite, got " + factor);
        }
        return new WeightedTally(
                scale(),
                counts,
                Arrays.stream(weights).map(sum -> sum * factor).toArray(),
                Arrays.stream(squares).map(sum -> sum * factor * factor).toArray(),
                zeroWeight,
                missing,
                invalid);
    }

    /** Adds the counts and the sums to those of an accumulator. */
    void addTo(long[] theirCounts, double[] theirWeights, double[] theirSquares) {
        for (int i = 0; i < counts.length; i++) {
            theirCounts[i] += counts[i];
        }
        CompensatedSum.addAll(theirWeights, weights);
        CompensatedSum.addAll(theirSquares, squares);
    }

    @Override
    public boolean isEmpty() {
        return received() == 0;
    }

    @Override
    public WeightedTally plus(WeightedTally other) {
        return WeightedAccumulator.create(scale()).add(this).add(other).result();
    }

    @Override
    public byte[] toBytes() {
        ByteWriter writer = ByteWriter.of(NAME, VERSION)
                .scale(scale())
                .count(zeroWeight)
                .count(missing)
                .count(invalid);
        for (int i = 0; i < counts.length; i++) {
            writer.count(counts[i]);
            if (counts[i] > 0) {
                writer.real(weights[2 * i]).real(weights[2 * i + 1]);
                writer.real(squares[2 * i]).real(squares[2 * i + 1]);
            }
        }
        return writer.toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static WeightedTally fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        try {
            return reader.end(readFrom(reader));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": " + e.getMessage(), e);
        }
    }

    private static WeightedTally readFrom(ByteReader reader) {
        RatingScale scale = reader.scale();
        long zeroWeight = reader.count();
        long missing = reader.count();
        long invalid = reader.count();
        long[] counts = new long[scale.points()];
        double[] weights = CompensatedSum.zeros(counts.length);
        double[] squares = CompensatedSum.zeros(counts.length);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = reader.count();
            if (counts[i] > 0) {
                weights[2 * i] = reader.real();
                weights[2 * i + 1] = reader.real();
                squares[2 * i] = reader.real();
                squares[2 * i + 1] = reader.real();
            }
        }
        return new WeightedTally(scale, counts, weights, squares, zeroWeight, missing, invalid);
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a weighted tally is read through its form");
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
    public boolean equals(Object other) {
        return other instanceof WeightedTally that
                && scale().equals(that.scale())
                && counts().equals(that.counts())
                && zeroWeight == that.zeroWeight
                && missing == that.missing
                && invalid == that.invalid;
    }

    @Override
    public int hashCode() {
        return Objects.hash(counts(), zeroWeight, missing, invalid, min);
    }

    /** {@return counts and weights, such as {@code 3 ratings on 0..10 {9=1 (weight 0.5), 10=2 (weight 2.5)}}} */
    @Override
    public String toString() {
        StringJoiner given = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                given.add(min + i + "=" + counts[i] + " (weight " + at(i).weight() + ")");
            }
        }
        return Sentence.count(n, "rating") + " on " + scale() + " " + given
                + Sentence.dirty(zeroWeight, missing, invalid);
    }
}
