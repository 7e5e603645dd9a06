package org.cxkit.metrics.joint;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * How often each pair of answers was given by the same respondent to two questions, missing and invalid ones too.
 *
 * <p>The questions may have different scales. Exact whole numbers, so tallies merge over any partition of the
 * respondents, bit for bit. Immutable and thread-safe.
 */
public final class JointTally implements Tally<JointTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "pairs of ratings";
    private static final int VERSION = 1;
    private static final int MISSING_INT = Integer.MIN_VALUE;

    private final int firstMin;
    private final int firstMax;
    private final boolean firstLowIsGood;
    private final int secondMin;
    private final int secondMax;
    private final boolean secondLowIsGood;
    /** Row by row; after the ratings of a scale come its missing and its invalid answers. */
    private final long[] cells;

    private final long received;

    private JointTally() {
        this(RatingScale.ZERO_TO_TEN, RatingScale.ZERO_TO_TEN, new long[cells(11, 11)]);
    }

    JointTally(RatingScale first, RatingScale second, long[] cells) {
        long sum = 0;
        for (long cell : cells) {
            if (cell < 0) {
                throw new IllegalArgumentException("counts must not be negative, got " + cell);
            }
            sum = Math.addExact(sum, cell);
        }
        this.firstMin = first.min();
        this.firstMax = first.max();
        this.firstLowIsGood = first.lowIsGood();
        this.secondMin = second.min();
        this.secondMax = second.max();
        this.secondLowIsGood = second.lowIsGood();
        this.cells = cells;
        this.received = sum;
    }

    /** How many cells two scales of so many points have. */
    static int cells(int firstPoints, int secondPoints) {
        return (firstPoints + 2) * (secondPoints + 2);
    }

    /**
     * {@return the tally of no respondents}
     *
     * @param first the scale of the first question
     * @param second the scale of the second question
     */
    public static JointTally empty(RatingScale first, RatingScale second) {
        return JointAccumulator.create(first, second).result();
    }

    /**
     * {@return the tally of two columns, a row for each respondent}
     *
     * @param first the scale of the first question
     * @param firstRatings its ratings, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @param second the scale of the second question
     * @param secondRatings its ratings, likewise; not altered
     * @throws IllegalArgumentException if the columns differ in length, or naming the first rating off its scale
     */
    public static JointTally of(RatingScale first, int[] firstRatings, RatingScale second, int[] secondRatings) {
        if (firstRatings.length != secondRatings.length) {
            throw JointAccumulator.differentLengths(firstRatings.length, secondRatings.length);
        }
        JointAccumulator accumulator = JointAccumulator.create(first, second);
        for (int i = 0; i < firstRatings.length; i++) {
            requireOn(first, "first", i, firstRatings[i]);
            requireOn(second, "second", i, secondRatings[i]);
            accumulator.add(firstRatings[i], secondRatings[i]);
        }
        return accumulator.result();
    }

    private static void requireOn(RatingScale scale, String column, int index, int rating) {
        if (rating != MISSING_INT && !scale.contains(rating)) {
            throw JointAccumulator.offScale(column, index, scale, rating);
        }
    }

    /** {@return the scale of the first question} */
    public RatingScale firstScale() {
        return new RatingScale(firstMin, firstMax, firstLowIsGood);
    }

    /** {@return the scale of the second question} */
    public RatingScale secondScale() {
        return new RatingScale(secondMin, secondMax, secondLowIsGood);
    }

    private int rows() {
        return firstMax - firstMin + 3;
    }

    private int columns() {
        return secondMax - secondMin + 3;
    }

    private long cell(int row, int column) {
        return cells[row * columns() + column];
    }

    /** {@return the number of respondents, whatever they answered} */
    public long received() {
        return received;
    }

    /** {@return the number of respondents who gave a rating to both questions, the n of all that is told of pairs} */
    public long pairs() {
        return received - missing() - invalid();
    }

    /** {@return the number of respondents who left at least one question out, their other answer not invalid} */
    public long missing() {
        int row = rows() - 2;
        int column = columns() - 2;
        long sum = cell(row, column);
        for (int i = 0; i < row; i++) {
            sum += cell(i, column);
        }
        for (int i = 0; i < column; i++) {
            sum += cell(row, i);
        }
        return sum;
    }

    /** {@return the number of respondents of whom at least one answer was no rating} */
    public long invalid() {
        int row = rows() - 1;
        int column = columns() - 1;
        long sum = cell(row, column);
        for (int i = 0; i < row; i++) {
            sum += cell(i, column);
        }
        for (int i = 0; i < column; i++) {
            sum += cell(row, i);
        }
        return sum;
    }

    /**
     * {@return how many respondents gave this rating to the first question and that one to the second}
     *
     * @param first a rating on the first scale
     * @param second a rating on the second scale
     * @throws IllegalArgumentException if a rating is off its scale
     */
    public long count(int first, int second) {
        return cell(firstScale().require(first) - firstMin, secondScale().require(second) - secondMin);
    }

    /** {@return all answers to the first question, also of those who did not answer the second} */
    public RatingTally first() {
        long[] sums = new long[rows()];
        for (int row = 0; row < sums.length; row++) {
            for (int column = 0; column < columns(); column++) {
                sums[row] += cell(row, column);
            }
        }
        return tally(firstScale(), sums);
    }

    /** {@return all answers to the second question, also of those who did not answer the first} */
    public RatingTally second() {
        long[] sums = new long[columns()];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] += cell(row, column);
            }
        }
        return tally(secondScale(), sums);
    }

    private static RatingTally tally(RatingScale scale, long[] sums) {
        int points = scale.points();
        return RatingTally.ofCounts(scale, Arrays.copyOf(sums, points), sums[points], sums[points + 1]);
    }

    /** {@return the same respondents with the second question first} */
    public JointTally swapped() {
        long[] turned = new long[cells.length];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                turned[column * rows() + row] = cell(row, column);
            }
        }
        return new JointTally(secondScale(), firstScale(), turned);
    }

    @Override
    public boolean isEmpty() {
        return received == 0;
    }

    @Override
    public JointTally plus(JointTally other) {
        requireSameScales(other);
        long[] sums = cells.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(sums[i], other.cells[i]);
        }
        return new JointTally(firstScale(), secondScale(), sums);
    }

    /**
     * {@return this tally without the respondents of a part of it}
     *
     * @param part a tally on the same scales of respondents who are in this one
     * @throws IllegalArgumentException if the scales differ, or the part has more of something than this
     */
    public JointTally minus(JointTally part) {
        requireSameScales(part);
        long[] rest = cells.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= part.cells[i];
        }
        return new JointTally(firstScale(), secondScale(), rest);
    }

    private void requireSameScales(JointTally other) {
        if (!firstScale().equals(other.firstScale()) || !secondScale().equals(other.secondScale())) {
            throw new IllegalArgumentException(
                    "tallies on different scales do not merge: " + scales() + " and " + other.scales());
        }
    }

    private String scales() {
        return firstScale() + " x " + secondScale();
    }

    /** {@return the counts, row by row, with those of missing and invalid answers; the caller's own} */
    long[] cells() {
        return cells.clone();
    }

    @Override
    public byte[] toBytes() {
        ByteWriter writer = ByteWriter.of(NAME, VERSION).scale(firstScale()).scale(secondScale());
        for (long cell : cells) {
            writer.count(cell);
        }
        return writer.toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static JointTally fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        try {
            return reader.end(readFrom(reader));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": " + e.getMessage(), e);
        }
    }

    private static JointTally readFrom(ByteReader reader) {
        RatingScale first = reader.scale();
        RatingScale second = reader.scale();
        long[] cells = new long[cells(first.points(), second.points())];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = reader.count();
        }
        return new JointTally(first, second, cells);
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a joint tally is read through its form");
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
        return other instanceof JointTally that
                && firstScale().equals(that.firstScale())
                && secondScale().equals(that.secondScale())
                && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cells) + 7 * firstMin + secondMin;
    }

    /** {@return the counts, such as {@code 3 pairs on 0..10 x 1..5, 1 missing}} */
    @Override
    public String toString() {
        return Sentence.count(pairs(), "pair") + " on " + scales() + Sentence.dirty(missing(), invalid());
    }
}
