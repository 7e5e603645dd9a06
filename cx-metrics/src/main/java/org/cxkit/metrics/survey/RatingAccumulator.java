package org.cxkit.metrics.survey;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalInt;
import org.cxkit.core.column.Histogram;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Validity;
import org.cxkit.metrics.Accumulator;
import org.jspecify.annotations.Nullable;

/**
 * Counts ratings, one at a time or a column at a time.
 *
 * <p>In an {@code int} a missing answer is {@code Integer.MIN_VALUE}, in a {@code byte} column it is
 * {@code Byte.MIN_VALUE}. A rating off the scale is refused, unless a method says that it is counted as invalid; it
 * is never clamped or rounded. Merges over any partition of the rows. Not thread-safe: with two threads, count parts of
 * the rows and add up the tallies, which gives the same tally as one thread does:
 *
 * <pre>{@code
 * var front = CompletableFuture.supplyAsync(() -> create(scale).addAll(ratings, 0, half).result());
 * RatingTally all = create(scale).addAll(ratings, half, ratings.length).result().plus(front.join());
 * }</pre>
 */
public final class RatingAccumulator implements Accumulator<RatingAccumulator, RatingTally> {
    @Serial
    private static final long serialVersionUID = 1;

    static final int MISSING_INT = Integer.MIN_VALUE;
    static final byte MISSING_BYTE = Byte.MIN_VALUE;

    // primitives and arrays only: the serialisers of Spark and older Flink fill them by reflection
    private int min;
    private int max;
    private boolean lowIsGood;
    private long[] counts;
    private long missing;
    private long invalid;
    private long received;

    private RatingAccumulator() {
        this(RatingScale.ZERO_TO_TEN);
    }

    private RatingAccumulator(RatingScale scale) {
        this.min = scale.min();
        this.max = scale.max();
        this.lowIsGood = scale.lowIsGood();
        this.counts = new long[scale.points()];
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param scale the scale of the question
     */
    public static RatingAccumulator create(RatingScale scale) {
        return new RatingAccumulator(scale);
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return new RatingScale(min, max, lowIsGood);
    }

    /**
     * Adds one answer.
     *
     * @param rating a rating on the scale, or {@code Integer.MIN_VALUE} for a missing answer
     * @return this
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public RatingAccumulator add(int rating) {
        return add(rating, 1);
    }

    /**
     * Adds the same answer several times.
     *
     * @param rating a rating on the scale, or {@code Integer.MIN_VALUE} for missing answers
     * @param n how many times, not negative
     * @return this
     * @throws IllegalArgumentException if the rating is off the scale or {@code n} is negative
     * @throws ArithmeticException if the answers together leave the range of a long
     */
    public RatingAccumulator add(int rating, long n) {
        if (rating == MISSING_INT) {
            return addMissing(n);
        }
        if (rating < min || rating > max) {
            scale().require(rating);
        }
        receive(n);
        counts[rating - min] += n;
        return this;
    }

    /**
     * Adds one answer.
     *
     * @param rating a rating on the scale, or nothing for a missing answer
     * @return this
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public RatingAccumulator add(OptionalInt rating) {
        return add(rating.orElse(MISSING_INT));
    }

    /**
     * Adds one answer.
     *
     * @param answer a rating on the scale, missing or invalid
     * @return this
     * @throws IllegalArgumentException if there is a rating that is off the scale
     */
    public RatingAccumulator add(Answer answer) {
        return answer.validity() == Validity.INVALID ? addInvalid(1) : add(answer.toOptional());
    }

    /**
     * Adds one answer as it was written, counted as valid, missing or invalid by {@link RatingScale#parse}.
     *
     * @param text what was answered, or null
     * @return this
     */
    public RatingAccumulator addText(@Nullable CharSequence text) {
        return add(scale().parse(text));
    }

    /**
     * Adds all answers of a tally.
     *
     * @param tally a tally on the same scale
     * @return this
     * @throws IllegalArgumentException if the scales differ; the message names both
     * @throws ArithmeticException if the answers together leave the range of a long
     */
    public RatingAccumulator add(RatingTally tally) {
        RatingTally sum = result().plus(tally);
        counts = sum.counts();
        missing = sum.missing();
        invalid = sum.invalid();
        received = sum.received();
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
    public RatingAccumulator addMissing(long n) {
        receive(n);
        missing += n;
        return this;
    }

    /**
     * Adds answers that were no rating on the scale.
     *
     * @param n how many, not negative
     * @return this
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws ArithmeticException if the answers together leave the range of a long
     */
    public RatingAccumulator addInvalid(long n) {
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
     * Adds a column of ratings, and refuses it whole if one is off the scale.
     *
     * @param ratings one rating for each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException naming the index and the value of the first rating off the scale; nothing was
     *     added
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public RatingAccumulator addAll(byte[] ratings, int from, int to) {
        long[] tally = Histogram.of(ratings, from, to);
        if (onScale(tally) + tally[MISSING_BYTE & 0xFF] != to - from) {
            int index = nextOffScale(ratings, from);
            throw offScale(scale(), index, ratings[index]);
        }
        return commit(tally, to - from);
    }

    /**
     * Adds a column of ratings, and counts those off the scale as invalid.
     *
     * @param ratings one rating for each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return the indexes of the ratings off the scale, rising; the caller's own
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public int[] addAllLenient(byte[] ratings, int from, int to) {
        long[] tally = Histogram.of(ratings, from, to);
        commit(tally, to - from);
        int[] offScale = new int[Math.toIntExact(to - from - onScale(tally) - tally[MISSING_BYTE & 0xFF])];
        int next = from;
        for (int i = 0; i < offScale.length; i++) {
            offScale[i] = nextOffScale(ratings, next);
            next = offScale[i] + 1;
        }
        return offScale;
    }

    /**
     * Adds a column of ratings, and refuses it whole if one is off the scale.
     *
     * @param ratings one rating for each row, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException naming the index and the value of the first rating off the scale; nothing was
     *     added
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public RatingAccumulator addAll(int[] ratings, int from, int to) {
        long[] tally = Histogram.of(ratings, from, to);
        if (onScale(tally) + tally[MISSING_BYTE & 0xFF] != to - from) {
            int index = nextOffScale(ratings, from);
            throw offScale(scale(), index, ratings[index]);
        }
        return commit(tally, to - from);
    }

    /**
     * Adds a column of ratings, and counts those off the scale as invalid.
     *
     * @param ratings one rating for each row, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return the indexes of the ratings off the scale, rising; the caller's own
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public int[] addAllLenient(int[] ratings, int from, int to) {
        long[] tally = Histogram.of(ratings, from, to);
        commit(tally, to - from);
        int[] offScale = new int[Math.toIntExact(to - from - onScale(tally) - tally[MISSING_BYTE & 0xFF])];
        int next = from;
        for (int i = 0; i < offScale.length; i++) {
            offScale[i] = nextOffScale(ratings, next);
            next = offScale[i] + 1;
        }
        return offScale;
    }

    /**
     * Adds a column of ratings.
     *
     * @param column ratings on the scale of this
     * @return this
     * @throws IllegalArgumentException if the scales differ; the message names both
     */
    public RatingAccumulator addAll(RatingColumn column) {
        return addAll(column, 0, column.size());
    }

    /**
     * Adds some rows of a column of ratings.
     *
     * @param column ratings on the scale of this
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if the scales differ; the message names both
     * @throws IndexOutOfBoundsException if there are no such rows
     */
    public RatingAccumulator addAll(RatingColumn column, int from, int to) {
        long[] given = column.counts(from, to);
        long[] ratings = Arrays.copyOf(given, given.length - 1);
        return add(new RatingTally(column.scale(), ratings, given[ratings.length], 0));
    }

    private long onScale(long[] tally) {
        long sum = 0;
        for (int rating = min; rating <= max; rating++) {
            sum += tally[rating & 0xFF];
        }
        return sum;
    }

    private RatingAccumulator commit(long[] tally, int rows) {
        receive(rows);
        for (int rating = min; rating <= max; rating++) {
            counts[rating - min] += tally[rating & 0xFF];
        }
        missing += tally[MISSING_BYTE & 0xFF];
        invalid += rows - onScale(tally) - tally[MISSING_BYTE & 0xFF];
        return this;
    }

    private int nextOffScale(byte[] ratings, int from) {
        int i = from;
        while ((min <= ratings[i] && ratings[i] <= max) || ratings[i] == MISSING_BYTE) {
            i++;
        }
        return i;
    }

    private int nextOffScale(int[] ratings, int from) {
        int i = from;
        while ((min <= ratings[i] && ratings[i] <= max) || ratings[i] == MISSING_INT) {
            i++;
        }
        return i;
    }

    static IllegalArgumentException offScale(RatingScale scale, int index, int rating) {
        return new IllegalArgumentException("ratings[" + index + "] off the scale " + scale + ": " + rating);
    }

    @Override
    public RatingAccumulator merge(RatingAccumulator other) {
        return add(other.result());
    }

    @Override
    public RatingTally result() {
        return new RatingTally(scale(), counts.clone(), missing, invalid);
    }

    @Override
    public RatingAccumulator copy() {
        return create(scale()).add(result());
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a rating accumulator is read through its form");
    }

    private record Form(RatingTally tally) implements Serializable {
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
