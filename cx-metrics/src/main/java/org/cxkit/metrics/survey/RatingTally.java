package org.cxkit.metrics.survey;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.stream.Collector;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.wording.Sentence;

/**
 * How often each rating was given, and how many answers were missing or invalid.
 *
 * <p>Exact whole numbers, so tallies merge over any partition of the rows, bit for bit. Valid, missing and invalid
 * answers together are what was received. Immutable and thread-safe.
 */
public final class RatingTally implements Tally<RatingTally> {
    @Serial
    private static final long serialVersionUID = 1;

    // primitives, not a RatingScale: the serialisers of Spark and older Flink cannot fill records
    private final int min;
    private final int max;
    private final boolean lowIsGood;
    private final long[] counts;
    private final long missing;
    private final long invalid;
    private final long valid;

    private RatingTally() {
        this(RatingScale.ZERO_TO_TEN, new long[RatingScale.ZERO_TO_TEN.points()], 0, 0);
    }

    RatingTally(RatingScale scale, long[] counts, long missing, long invalid) {
        if (counts.length != scale.points()) {
            throw new IllegalArgumentException(
                    "wanted " + scale.points() + " counts for the scale " + scale + ", got " + counts.length);
        }
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum = Math.addExact(sum, notNegative("count of " + (scale.min() + i), counts[i]));
        }
        long unused =
                Math.addExact(sum, Math.addExact(notNegative("missing", missing), notNegative("invalid", invalid)));
        this.min = scale.min();
        this.max = scale.max();
        this.lowIsGood = scale.lowIsGood();
        this.counts = counts;
        this.missing = missing;
        this.invalid = invalid;
        this.valid = sum;
    }

    private static long notNegative(String name, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("counts must not be negative: " + name + "=" + count);
        }
        return count;
    }

    /**
     * {@return the tally of no answers}
     *
     * @param scale the scale of the question
     */
    public static RatingTally empty(RatingScale scale) {
        return new RatingTally(scale, new long[scale.points()], 0, 0);
    }

    /**
     * {@return the tally of these ratings}
     *
     * @param scale the scale of the question
     * @param ratings whole numbers on the scale, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static RatingTally of(RatingScale scale, int... ratings) {
        return RatingAccumulator.create(scale)
                .addAll(ratings, 0, ratings.length)
                .result();
    }

    /**
     * {@return the tally of these ratings}
     *
     * @param scale the scale of the question
     * @param ratings whole numbers on the scale, or null for a missing answer
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static RatingTally of(RatingScale scale, Collection<Integer> ratings) {
        int[] column = new int[ratings.size()];
        int i = 0;
        for (Integer rating : ratings) {
            column[i++] = rating == null ? RatingAccumulator.MISSING_INT : rating;
        }
        return of(scale, column);
    }

    /**
     * {@return the tally of these ratings}
     *
     * @param scale the scale of the question
     * @param ratings whole numbers on the scale, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static RatingTally of(RatingScale scale, byte[] ratings) {
        return RatingAccumulator.create(scale)
                .addAll(ratings, 0, ratings.length)
                .result();
    }

    /**
     * {@return the tally of the ratings in a column}
     *
     * @param column the ratings
     */
    public static RatingTally of(RatingColumn column) {
        return RatingAccumulator.create(column.scale()).addAll(column).result();
    }

    /**
     * {@return the tally with these counts}
     *
     * @param scale the scale of the question
     * @param counts how often each rating was given, from the lowest of the scale to the highest; copied
     * @throws IllegalArgumentException if there is not one count for each rating, or one is negative
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public static RatingTally ofCounts(RatingScale scale, long... counts) {
        return ofCounts(scale, counts, 0, 0);
    }

    static RatingTally of(RatingScale scale, List<Long> counts, long missing, long invalid) {
        return new RatingTally(scale, counts.stream().mapToLong(Long::longValue).toArray(), missing, invalid);
    }

    List<Long> countList() {
        return Arrays.stream(counts).boxed().toList();
    }

    /**
     * {@return the tally with these counts}
     *
     * @param scale the scale of the question
     * @param counts how often each rating was given, from the lowest of the scale to the highest; copied
     * @param missing answers that were not given
     * @param invalid answers that were no rating
     * @throws IllegalArgumentException if there is not one count for each rating, or one is negative
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public static RatingTally ofCounts(RatingScale scale, long[] counts, long missing, long invalid) {
        return new RatingTally(scale, counts.clone(), missing, invalid);
    }

    /**
     * {@return a collector of ratings on a scale, null for a missing answer}
     *
     * @param scale the scale of the question
     */
    public static Collector<Integer, ?, RatingTally> collector(RatingScale scale) {
        return collector(
                scale,
                (accumulator, rating) -> accumulator.add(rating == null ? RatingAccumulator.MISSING_INT : rating));
    }

    /**
     * {@return a collector of the answers of responses to one question}
     *
     * @param scale the scale of the question
     */
    public static Collector<Response, ?, RatingTally> ofResponses(RatingScale scale) {
        return collector(scale, (accumulator, response) -> accumulator.add(response.answer()));
    }

    private static <E> Collector<E, ?, RatingTally> collector(
            RatingScale scale, BiConsumer<RatingAccumulator, E> adding) {
        return Collector.of(
                () -> RatingAccumulator.create(scale),
                adding,
                RatingAccumulator::merge,
                RatingAccumulator::result,
                Collector.Characteristics.UNORDERED);
    }

    /** {@return the same as {@link #by(RatingScale, Comparable[], byte[])} on the scale from 0 to 10} */
    public static <K extends Comparable<? super K>> Grouped<K, RatingTally> by(K[] keys, byte[] ratings) {
        return by(RatingScale.ZERO_TO_TEN, keys, ratings);
    }

    /**
     * {@return the tally of each key of two columns}
     *
     * <p>Where keys are codes of a dictionary, {@link RatingMatrix} is faster.
     *
     * @param scale the scale of the question
     * @param keys the key of each row, such as the channel or the calendar period; not altered
     * @param ratings the rating of each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param <K> the type of the keys
     * @throws IllegalArgumentException if the columns differ in length, or naming the first rating off the scale
     * @throws NullPointerException naming the first row without a key
     */
    public static <K extends Comparable<? super K>> Grouped<K, RatingTally> by(
            RatingScale scale, K[] keys, byte[] ratings) {
        return new RatingGroups<K>(scale).addAll(keys, ratings).result();
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return new RatingScale(min, max, lowIsGood);
    }

    /** {@return the number of ratings, the n of every score told from this} */
    public long valid() {
        return valid;
    }

    /** {@return the number of answers that were not given} */
    public long missing() {
        return missing;
    }

    /** {@return the number of answers that were no rating on the scale} */
    public long invalid() {
        return invalid;
    }

    /** {@return the number of answers of all kinds} */
    public long received() {
        return valid + missing + invalid;
    }

    /**
     * {@return how often the rating was given}
     *
     * @param rating a rating on the scale
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public long count(int rating) {
        return counts[scale().require(rating) - min];
    }

    /**
     * {@return how often a rating of the range was given}
     *
     * @param from the lowest rating of the range, on the scale
     * @param to the highest rating of the range, on the scale; below {@code from} the range is empty
     * @throws IllegalArgumentException if an end of the range is off the scale
     */
    public long count(int from, int to) {
        long sum = 0;
        for (int rating = scale().require(from), last = scale().require(to); rating <= last; rating++) {
            sum += counts[rating - min];
        }
        return sum;
    }

    /** {@return how often each rating was given, from the lowest of the scale to the highest; the caller's own} */
    public long[] counts() {
        return counts.clone();
    }

    /**
     * {@return the mean of the ratings, the double nearest to the exact ratio}
     *
     * @throws IllegalStateException if there are no ratings
     */
    public double mean() {
        return moments().mean().toDouble();
    }

    Moments moments() {
        return Moments.of(min, counts);
    }

    /**
     * {@return the sum of the squared distances of the ratings from their mean}
     *
     * @throws IllegalStateException if there are no ratings
     */
    public double m2() {
        return moments().m2().toDouble();
    }

    /**
     * {@return the sample variance of the ratings: {@code m2 / (n - 1)}}
     *
     * @throws IllegalStateException if there are fewer than two ratings
     */
    public double variance() {
        return moments().variance().toDouble();
    }

    /**
     * {@return the sample standard deviation of the ratings: {@code sqrt(m2 / (n - 1))}}
     *
     * @throws IllegalStateException if there are fewer than two ratings
     */
    public double sd() {
        return Math.sqrt(variance());
    }

    /** {@return the same answers on the scale turned round: each rating is {@code min + max - rating}} */
    public RatingTally reversed() {
        long[] turned = new long[counts.length];
        Arrays.setAll(turned, i -> counts[counts.length - 1 - i]);
        return new RatingTally(scale().reversed(), turned, missing, invalid);
    }

    @Override
    public boolean isEmpty() {
        return received() == 0;
    }

    @Override
    public RatingTally plus(RatingTally other) {
        return plus(other, 1);
    }

    /**
     * {@return this tally without the answers of a part of it}
     *
     * @param part a tally on the same scale of answers that are in this one
     * @throws IllegalArgumentException if the scales differ, or the part has more of something than this
     */
    public RatingTally minus(RatingTally part) {
        return plus(part, -1);
    }

    private RatingTally plus(RatingTally other, int times) {
        if (!scale().equals(other.scale())) {
            throw new IllegalArgumentException(
                    "tallies on different scales do not merge: " + scale() + " and " + other.scale());
        }
        long[] sums = new long[counts.length];
        Arrays.setAll(sums, i -> Math.addExact(counts[i], times * other.counts[i]));
        return new RatingTally(
                scale(),
                sums,
                Math.addExact(missing, times * other.missing),
                Math.addExact(invalid, times * other.invalid));
    }

    @Override
    public byte[] toBytes() {
        return RatingForm.bytes(this);
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static RatingTally fromBytes(byte[] bytes) {
        return RatingForm.tally(bytes);
    }

    @Serial
    private Object writeReplace() {
        return new RatingForm(this);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a rating tally is read through its form");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatingTally that
                && scale().equals(that.scale())
                && Arrays.equals(counts, that.counts)
                && missing == that.missing
                && invalid == that.invalid;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Long.hashCode(missing) + 7 * Long.hashCode(invalid) + min;
    }

    /** {@return the counts, such as {@code 3 ratings on 0..10 {9=1, 10=2}, 1 missing}} */
    @Override
    public String toString() {
        StringJoiner given = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                given.add(min + i + "=" + counts[i]);
            }
        }
        return Sentence.count(valid, "rating") + " on " + scale() + " " + given + Sentence.dirty(missing, invalid);
    }
}
