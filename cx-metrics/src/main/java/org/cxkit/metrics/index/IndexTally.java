package org.cxkit.metrics.index;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.moments.MomentsTally;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The scores of respondents on a composite index, and how many answers were missing or invalid.
 *
 * <p>Doubles: tallies merge over any partition of the respondents to a relative 1e-12. Immutable and thread-safe.
 */
public final class IndexTally implements Tally<IndexTally> {
    @Serial
    private static final long serialVersionUID = 1;

    /** The variable of the moments. */
    static final String SCORE = "score";

    private static final String NAME = "index";
    private static final int VERSION = 2; // 1 had no counts of invalid answers

    private final ItemTable items;
    private final long[] missing;
    private final long[] invalid;
    private final long partial;
    private final MomentsTally scores;

    private IndexTally() {
        this(IndexAccumulator.create(CompositeIndex.SUS).result());
    }

    private IndexTally(IndexTally other) {
        this(other.items, other.missing, other.invalid, other.partial, other.scores);
    }

    IndexTally(ItemTable items, long[] missing, long[] invalid, long partial, MomentsTally scores) {
        this.items = items;
        this.missing = missing;
        this.invalid = invalid;
        this.partial = partial;
        this.scores = scores;
    }

    ItemTable items() {
        return items;
    }

    MomentsTally scores() {
        return scores;
    }

    /** {@return the definition of the index} */
    public CompositeIndex index() {
        return items.index();
    }

    /** {@return the number of respondents with a score} */
    public long n() {
        return scores.n();
    }

    /** {@return the number of respondents who answered too little for a score} */
    public long unscored() {
        return scores.incomplete();
    }

    /** {@return the number of respondents with a score who lack an answer, missing or invalid} */
    public long partial() {
        return partial;
    }

    /** {@return how many answers to each item were missing, over all respondents; the caller's own} */
    public long[] missing() {
        return missing.clone();
    }

    /** {@return how many answers to each item were off its scale, over all respondents; the caller's own} */
    public long[] invalid() {
        return invalid.clone();
    }

    /**
     * {@return the mean score, from 0 to 100}
     *
     * @throws IllegalStateException if nobody has a score
     */
    public double mean() {
        return Math.max(0, Math.min(scores.mean(SCORE), 100)); // no further off than by rounding
    }

    /**
     * {@return the sample variance of the scores}
     *
     * @throws IllegalStateException if fewer than two respondents have a score
     */
    public double variance() {
        return scores.variance(SCORE);
    }

    @Override
    public boolean isEmpty() {
        return scores.isEmpty();
    }

    @Override
    public IndexTally plus(IndexTally other) {
        return IndexAccumulator.create(index()).add(this).add(other).result();
    }

    @Override
    public byte[] toBytes() {
        ByteWriter writer = items.write(ByteWriter.of(NAME, VERSION)).count(partial);
        for (long count : missing) {
            writer.count(count);
        }
        for (long count : invalid) {
            writer.count(count);
        }
        return writer.bytes(scores.toBytes()).toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static IndexTally fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        ItemTable items = ItemTable.read(reader);
        long partial = reader.count();
        long[] missing = counts(reader, items.size());
        long[] invalid = counts(reader, items.size());
        IndexTally tally =
                reader.end(new IndexTally(items, missing, invalid, partial, MomentsTally.fromBytes(reader.bytes())));
        if (!tally.possible()) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": no respondents have such counts");
        }
        return tally;
    }

    /** Whether there may be respondents who give these counts. */
    private boolean possible() {
        boolean possible = scores.variables().equals(List.of(SCORE))
                && scores.excluded() == 0
                && scores.invalid() == 0
                && partial <= n();
        for (int i = 0; i < missing.length; i++) {
            possible &= missing[i] <= scores.received() - invalid[i];
        }
        return possible;
    }

    private static long[] counts(ByteReader reader, int size) {
        long[] counts = new long[size];
        for (int i = 0; i < size; i++) {
            counts[i] = reader.count();
        }
        return counts;
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an index tally is read through its form");
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
        return other instanceof IndexTally that
                && items.equals(that.items)
                && Arrays.equals(missing, that.missing)
                && Arrays.equals(invalid, that.invalid)
                && partial == that.partial
                && scores.equals(that.scores);
    }

    @Override
    public int hashCode() {
        return 31 * scores.hashCode() + 7 * Arrays.hashCode(missing) + Arrays.hashCode(invalid);
    }

    /** {@return the counts, such as {@code ACSI of 12 respondents, 1 unscored (1 invalid in ideal)}} */
    @Override
    public String toString() {
        return items.index().name() + " of " + Sentence.count(n(), "respondent")
                + IndexScore.lacking(index(), unscored(), partial, boxed(missing), boxed(invalid));
    }

    static List<Long> boxed(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
