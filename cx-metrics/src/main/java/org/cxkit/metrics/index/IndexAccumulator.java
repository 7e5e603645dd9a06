package org.cxkit.metrics.index;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.jspecify.annotations.Nullable;

/**
 * Folds the answers of respondents into the score of a composite index.
 *
 * <p>A missing answer is {@code Integer.MIN_VALUE}, or {@code Byte.MIN_VALUE} in a column. An answer off the scale of
 * its item is refused, unless a method says that it is counted as invalid: then it adds no more to a score than a
 * missing one. Merges over any partition of the respondents, to a relative 1e-12. Not thread-safe.
 */
public final class IndexAccumulator implements Accumulator<IndexAccumulator, IndexTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int BLOCK = 4096;

    private ItemTable items;
    private long[] missing;
    private long[] invalid;
    private long partial;
    private long received;
    private MomentsAccumulator scores;

    private IndexAccumulator() {
        this(new ItemTable(CompositeIndex.SUS));
    }

    private IndexAccumulator(ItemTable items) {
        this.items = items;
        this.missing = new long[items.size()];
        this.invalid = new long[items.size()];
        this.scores = MomentsAccumulator.create(IndexTally.SCORE);
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param index the definition of the index
     */
    public static IndexAccumulator create(CompositeIndex index) {
        return new IndexAccumulator(new ItemTable(index));
    }

    /**
     * Adds one respondent.
     *
     * @param answers a rating for each item, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @return this
     * @throws IllegalArgumentException if there is not one answer for each item, or naming the item whose answer is off
     *     its scale
     */
    public IndexAccumulator add(int... answers) {
        items.requireWidth(answers.length, "answers");
        for (int i = 0; i < answers.length; i++) {
            items.require(i, answers[i], -1);
        }
        receive(1);
        countMissing(answers);
        scores.add(score(answers));
        return this;
    }

    /**
     * Adds one respondent, and counts answers off their scale as invalid.
     *
     * <p>Respondents who have enough answers without them have a score.
     *
     * @param answers a rating for each item, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @return whether an answer was off its scale
     * @throws IllegalArgumentException if there is not one answer for each item
     */
    public boolean addLenient(int... answers) {
        items.requireWidth(answers.length, "answers");
        receive(1);
        countMissing(answers);
        int[] valid = answers.clone();
        boolean offScale = dropInvalid(valid);
        scores.add(score(valid));
        return offScale;
    }

    /** Every count is at most the number of respondents, so that only this need be watched for overflow. */
    private void receive(long respondents) {
        received = Math.addExact(received, respondents);
    }

    /**
     * Adds columns of answers, and refuses them whole if one is off its scale.
     *
     * @param columns one column for each item, a rating or {@code Byte.MIN_VALUE} for each respondent; not altered
     * @param from the first respondent, included
     * @param to the last respondent, excluded
     * @return this
     * @throws IllegalArgumentException if there is not one column for each item, or naming the first answer off its
     *     scale; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within all columns
     */
    public IndexAccumulator addAll(byte[][] columns, int from, int to) {
        requireColumns(columns, from, to);
        for (int i = 0; i < columns.length; i++) {
            for (int row = from; row < to; row++) {
                items.require(i, answer(columns[i][row]), row);
            }
        }
        receive(to - from);
        addScores(columns, from, to, null);
        return this;
    }

    /**
     * Adds columns of answers, and counts those off their scale as invalid.
     *
     * <p>Respondents who have enough answers without them have a score.
     *
     * @param columns one column for each item, a rating or {@code Byte.MIN_VALUE} for each respondent; not altered
     * @param from the first respondent, included
     * @param to the last respondent, excluded
     * @return the indexes of the respondents with an answer off its scale, rising; the caller's own
     * @throws IllegalArgumentException if there is not one column for each item
     * @throws IndexOutOfBoundsException if the range is not within all columns
     */
    public int[] addAllLenient(byte[][] columns, int from, int to) {
        requireColumns(columns, from, to);
        receive(to - from);
        IntStream.Builder offScale = IntStream.builder();
        addScores(columns, from, to, offScale);
        return offScale.build().toArray();
    }

    private void requireColumns(byte[][] columns, int from, int to) {
        items.requireWidth(columns.length, "columns");
        for (byte[] column : columns) {
            Objects.checkFromToIndex(from, to, column.length);
        }
    }

    /** Adds respondents, and says who had an answer off its scale; where nobody is asked for, there is none. */
    private void addScores(byte[][] columns, int from, int to, IntStream.@Nullable Builder offScale) {
        double[][] block = new double[1][BLOCK];
        int[] answers = new int[columns.length];
        for (int start = from; start < to; start += BLOCK) {
            int size = Math.min(BLOCK, to - start);
            for (int row = 0; row < size; row++) {
                for (int i = 0; i < answers.length; i++) {
                    answers[i] = answer(columns[i][start + row]);
                }
                countMissing(answers);
                if (offScale != null && dropInvalid(answers)) {
                    offScale.accept(start + row);
                }
                block[0][row] = score(answers);
            }
            scores.addAll(block, 0, size);
        }
    }

    private static int answer(byte rating) {
        return rating == Byte.MIN_VALUE ? ItemTable.MISSING : rating;
    }

    private void countMissing(int[] answers) {
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == ItemTable.MISSING) {
                missing[i]++;
            }
        }
    }

    /** Counts the answers off their scale and makes them missing; whether there was one. */
    private boolean dropInvalid(int[] answers) {
        boolean any = false;
        for (int i = 0; i < answers.length; i++) {
            if (items.offScale(i, answers[i])) {
                invalid[i]++;
                answers[i] = ItemTable.MISSING;
                any = true;
            }
        }
        return any;
    }

    /** The score of answers that are on their scales or missing, or that there is none. */
    private double score(int[] answers) {
        int answered = 0;
        for (int answer : answers) {
            answered += answer == ItemTable.MISSING ? 0 : 1;
        }
        if (!items.enough(answered)) {
            return MomentsAccumulator.MISSING;
        }
        if (!items.all(answered)) {
            partial++;
        }
        return items.score(answers);
    }

    /**
     * Adds all respondents of a tally.
     *
     * @param tally a tally of the same index
     * @return this
     * @throws IllegalArgumentException if the definitions differ; the message names both
     * @throws ArithmeticException if the respondents together leave the range of a long; nothing was added
     */
    public IndexAccumulator add(IndexTally tally) {
        if (!tally.items().equals(items)) {
            throw new IllegalArgumentException(
                    "tallies of different indices do not merge: " + items.index() + " and " + tally.index());
        }
        receive(tally.scores().received());
        long[] moreMissing = tally.missing();
        long[] moreInvalid = tally.invalid();
        for (int i = 0; i < missing.length; i++) {
            missing[i] += moreMissing[i];
            invalid[i] += moreInvalid[i];
        }
        partial += tally.partial();
        scores.add(tally.scores());
        return this;
    }

    @Override
    public IndexAccumulator merge(IndexAccumulator other) {
        return add(other.result());
    }

    @Override
    public IndexTally result() {
        return new IndexTally(items, missing.clone(), invalid.clone(), partial, scores.result());
    }

    @Override
    public IndexAccumulator copy() {
        return new IndexAccumulator(items).add(result());
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an index accumulator is read through its form");
    }

    private record Form(IndexTally tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return create(tally.index()).add(tally);
        }
    }

    /** {@return what was added so far, as the tally says it} */
    @Override
    public String toString() {
        return result().toString();
    }
}
