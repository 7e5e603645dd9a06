package org.cxkit.metrics.joint;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Validity;
import org.cxkit.metrics.Accumulator;

/**
 * Counts pairs of answers, one respondent at a time or two columns at a time.
 *
 * <p>In an {@code int} a missing answer is {@code Integer.MIN_VALUE}, in a {@code byte} column it is
 * {@code Byte.MIN_VALUE}. A rating off its scale is refused, unless a method says that it is counted as invalid; it is
 * never clamped or rounded. Merges over any partition of the respondents. Not thread-safe.
 */
public final class JointAccumulator implements Accumulator<JointAccumulator, JointTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int BYTES = 256;

    // primitives and arrays only: the serialisers of Spark and older Flink fill them by reflection
    private int firstMin;
    private int firstMax;
    private boolean firstLowIsGood;
    private int secondMin;
    private int secondMax;
    private boolean secondLowIsGood;
    private long[] cells;
    private long received;

    private JointAccumulator() {
        this(RatingScale.ZERO_TO_TEN, RatingScale.ZERO_TO_TEN);
    }

    private JointAccumulator(RatingScale first, RatingScale second) {
        this.firstMin = first.min();
        this.firstMax = first.max();
        this.firstLowIsGood = first.lowIsGood();
        this.secondMin = second.min();
        this.secondMax = second.max();
        this.secondLowIsGood = second.lowIsGood();
        this.cells = new long[JointTally.cells(first.points(), second.points())];
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param first the scale of the first question
     * @param second the scale of the second question
     */
    public static JointAccumulator create(RatingScale first, RatingScale second) {
        return new JointAccumulator(first, second);
    }

    private RatingScale firstScale() {
        return new RatingScale(firstMin, firstMax, firstLowIsGood);
    }

    private RatingScale secondScale() {
        return new RatingScale(secondMin, secondMax, secondLowIsGood);
    }

    /**
     * Adds a respondent.
     *
     * @param first the rating of the first question, or {@code Integer.MIN_VALUE} for a missing answer
     * @param second the rating of the second question, likewise
     * @return this
     * @throws IllegalArgumentException if a rating is off its scale
     */
    public JointAccumulator add(int first, int second) {
        return add(first, second, 1);
    }

    /**
     * Adds respondents who all answered the same.
     *
     * @param first the rating of the first question, or {@code Integer.MIN_VALUE} for a missing answer
     * @param second the rating of the second question, likewise
     * @param n how many, not negative
     * @return this
     * @throws IllegalArgumentException if a rating is off its scale or {@code n} is negative
     * @throws ArithmeticException if the respondents together leave the range of a long
     */
    public JointAccumulator add(int first, int second, long n) {
        return addAt(place(firstScale(), first), place(secondScale(), second), n);
    }

    private static int place(RatingScale scale, int rating) {
        return rating == Integer.MIN_VALUE ? scale.points() : scale.require(rating) - scale.min();
    }

    /**
     * Adds a respondent.
     *
     * @param first the answer to the first question: a rating on its scale, missing or invalid
     * @param second the answer to the second question, likewise
     * @return this
     * @throws IllegalArgumentException if there is a rating that is off its scale
     */
    public JointAccumulator add(Answer first, Answer second) {
        return addAt(place(firstScale(), first), place(secondScale(), second), 1);
    }

    private static int place(RatingScale scale, Answer answer) {
        return answer.validity() == Validity.INVALID
                ? scale.points() + 1
                : place(scale, answer.toOptional().orElse(Integer.MIN_VALUE));
    }

    private JointAccumulator addAt(int row, int column, long n) {
        receive(n);
        cells[row * (secondMax - secondMin + 3) + column] += n;
        return this;
    }

    /** Every count is at most the total, so that only the total need be watched for overflow. */
    private void receive(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("the number of respondents must not be negative, got " + n);
        }
        received = Math.addExact(received, n);
    }

    /**
     * Adds two columns, a row for each respondent, and refuses them whole if a rating is off its scale.
     *
     * @param first the ratings of the first question, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param second the ratings of the second question, likewise; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if the columns differ in length, or naming column, index and value of the first
     *     rating off its scale; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within the columns
     */
    public JointAccumulator addAll(byte[] first, byte[] second, int from, int to) {
        requireRange(first, second, from, to);
        int[] rows = places(firstMin, firstMax);
        int[] columns = places(secondMin, secondMax);
        int row = firstMax - firstMin + 2;
        int column = secondMax - secondMin + 2;
        for (int i = from; i < to; i++) {
            if (rows[first[i] & 0xFF] == row) {
                throw offScale("first", i, firstScale(), first[i]);
            }
            if (columns[second[i] & 0xFF] == column) {
                throw offScale("second", i, secondScale(), second[i]);
            }
        }
        commit(first, second, from, to, rows, columns);
        return this;
    }

    /**
     * Adds two columns, a row for each respondent, and counts ratings off their scale as invalid.
     *
     * @param first the ratings of the first question, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param second the ratings of the second question, likewise; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return the indexes of the rows with a rating off its scale, rising; the caller's own
     * @throws IllegalArgumentException if the columns differ in length
     * @throws IndexOutOfBoundsException if the range is not within the columns
     */
    public int[] addAllLenient(byte[] first, byte[] second, int from, int to) {
        requireRange(first, second, from, to);
        int[] rows = places(firstMin, firstMax);
        int[] columns = places(secondMin, secondMax);
        commit(first, second, from, to, rows, columns);
        int row = firstMax - firstMin + 2;
        int column = secondMax - secondMin + 2;
        int[] offScale = new int[16];
        int found = 0;
        for (int i = from; i < to; i++) {
            if (rows[first[i] & 0xFF] == row || columns[second[i] & 0xFF] == column) {
                if (found == offScale.length) {
                    offScale = Arrays.copyOf(offScale, 2 * found);
                }
                offScale[found++] = i;
            }
        }
        return Arrays.copyOf(offScale, found);
    }

    private static void requireRange(byte[] first, byte[] second, int from, int to) {
        if (first.length != second.length) {
            throw differentLengths(first.length, second.length);
        }
        Objects.checkFromToIndex(from, to, first.length);
    }

    /** Where a byte is counted: its rating, missing, or invalid. */
    private static int[] places(int min, int max) {
        int[] places = new int[BYTES];
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
            boolean on = min <= value && value <= max;
            int off = value == Byte.MIN_VALUE ? max - min + 1 : max - min + 2;
            places[value & 0xFF] = on ? value - min : off;
        }
        return places;
    }

    private void commit(byte[] first, byte[] second, int from, int to, int[] rows, int[] columns) {
        receive(to - from);
        int width = secondMax - secondMin + 3;
        for (int i = from; i < to; i++) {
            cells[rows[first[i] & 0xFF] * width + columns[second[i] & 0xFF]]++;
        }
    }

    static IllegalArgumentException differentLengths(int first, int second) {
        return new IllegalArgumentException("wanted two columns of the same length, got " + first + " and " + second);
    }

    static IllegalArgumentException offScale(String column, int index, RatingScale scale, int rating) {
        return new IllegalArgumentException(column + "[" + index + "] off the scale " + scale + ": " + rating);
    }

    /**
     * Adds all respondents of a tally.
     *
     * @param tally a tally on the same scales
     * @return this
     * @throws IllegalArgumentException if the scales differ; the message names both
     * @throws ArithmeticException if the respondents together leave the range of a long
     */
    public JointAccumulator add(JointTally tally) {
        JointTally sum = result().plus(tally);
        cells = sum.cells();
        received = sum.received();
        return this;
    }

    @Override
    public JointAccumulator merge(JointAccumulator other) {
        return add(other.result());
    }

    @Override
    public JointTally result() {
        return new JointTally(firstScale(), secondScale(), cells.clone());
    }

    @Override
    public JointAccumulator copy() {
        return create(firstScale(), secondScale()).add(result());
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a joint accumulator is read through its form");
    }

    private record Form(JointTally tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return create(tally.firstScale(), tally.secondScale()).add(tally);
        }
    }

    /** {@return what was counted so far, as the tally says it} */
    @Override
    public String toString() {
        return result().toString();
    }
}
