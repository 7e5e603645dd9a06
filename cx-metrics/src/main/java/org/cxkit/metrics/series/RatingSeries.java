package org.cxkit.metrics.series;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.io.Rejected;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.weight.WeightedAccumulator;
import org.cxkit.metrics.weight.WeightedTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * The answers to one question in the order of time, each response once.
 *
 * <p>From it a metric is told over calendar periods, trailing windows, or with decaying weight. It is told from what
 * was answered when, never from the order of arrival: a replay of the same answers in any order, late ones among
 * them, gives an equal series. Merges over any partition of the rows. Times are kept to the microsecond. Immutable
 * and thread-safe.
 */
public final class RatingSeries implements Tally<RatingSeries> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "rating series";
    private static final int VERSION = 1;
    private static final Instant EARLIEST = EpochMicros.toInstant(Long.MIN_VALUE);
    private static final Instant LATEST = EpochMicros.toInstant(Long.MAX_VALUE);

    // primitives, not a RatingScale: the serialisers of Spark and older Flink cannot fill records
    private final int min;
    private final int max;
    private final boolean lowIsGood;
    private final Duplicates duplicates;
    private final String[] ids; // of no elements where every copy counts
    private final long[] micros; // rising
    private final int[] answers;

    private RatingSeries() {
        this(RatingScale.ZERO_TO_TEN, Duplicates.LAST, List.of());
    }

    /** Of the rows that count, in the order of time. */
    private RatingSeries(RatingScale scale, Duplicates duplicates, List<Answered> rows) {
        this.min = scale.min();
        this.max = scale.max();
        this.lowIsGood = scale.lowIsGood();
        this.duplicates = duplicates;
        this.ids = duplicates == Duplicates.ALL
                ? new String[0]
                : rows.stream().map(Answered::id).toArray(String[]::new);
        this.micros = rows.stream().mapToLong(Answered::micros).toArray();
        this.answers = rows.stream().mapToInt(Answered::answer).toArray();
    }

    static RatingSeries of(RatingScale scale, Duplicates duplicates, List<Answered> rows) {
        return new RatingSeries(scale, duplicates, duplicates.counting(rows));
    }

    static RatingSeries empty(RatingScale scale, Duplicates duplicates) {
        return new RatingSeries(scale, duplicates, List.of());
    }

    /**
     * {@return the series of two columns in any order, each row an answer of its own}
     *
     * @param scale the scale of the question
     * @param instants when each was answered, cut to the microsecond; not altered
     * @param ratings the rating of each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException if the columns differ in length, or naming the first rating off the scale
     * @throws ArithmeticException if an instant is more than 292,000 years from 1970
     */
    public static RatingSeries of(RatingScale scale, Instant[] instants, byte[] ratings) {
        return of(scale, Arrays.stream(instants).mapToLong(EpochMicros::of).toArray(), ratings);
    }

    /**
     * {@return the series of two columns in any order, each row an answer of its own}
     *
     * @param scale the scale of the question
     * @param micros when each was answered, in microseconds since 1970-01-01T00:00Z; not altered
     * @param ratings the rating of each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException if the columns differ in length, or naming the first rating off the scale
     */
    public static RatingSeries of(RatingScale scale, long[] micros, byte[] ratings) {
        if (micros.length != ratings.length) {
            throw new IllegalArgumentException("wanted a rating for each instant, got " + micros.length
                    + " instants and " + ratings.length + " ratings");
        }
        List<Answered> rows = new ArrayList<>(micros.length);
        for (int i = 0; i < micros.length; i++) {
            boolean missing = ratings[i] == Byte.MIN_VALUE;
            if (!missing && !scale.contains(ratings[i])) {
                throw new IllegalArgumentException("ratings[" + i + "] off the scale " + scale + ": " + ratings[i]);
            }
            rows.add(new Answered(micros[i], "", missing ? Answered.MISSING : ratings[i]));
        }
        return of(scale, Duplicates.ALL, rows);
    }

    /**
     * {@return the series of responses to one question, late ones refused with the reason}
     *
     * @param scale the scale of the question
     * @param duplicates which copies of the same response count
     * @param lateness which responses come too late
     * @param responses responses to the question, in any order
     * @throws IllegalArgumentException naming the index of the first rating off the scale
     * @throws ArithmeticException if an answer that is not late was given more than 292,000 years from 1970
     */
    public static Ingested<RatingSeries> of(
            RatingScale scale, Duplicates duplicates, Lateness lateness, Collection<Response> responses) {
        RatingSeriesAccumulator accumulator = RatingSeriesAccumulator.create(scale, duplicates);
        List<Rejected> rejected = accumulator.addAll(responses, lateness);
        return new Ingested<>(accumulator.result(), responses.size(), rejected);
    }

    /**
     * {@return a collector of responses to one question, late ones too}
     *
     * @param scale the scale of the question
     * @param duplicates which copies of the same response count
     */
    public static Collector<Response, ?, RatingSeries> ofResponses(RatingScale scale, Duplicates duplicates) {
        return Collector.of(
                () -> RatingSeriesAccumulator.create(scale, duplicates),
                RatingSeriesAccumulator::add,
                RatingSeriesAccumulator::merge,
                RatingSeriesAccumulator::result,
                Collector.Characteristics.UNORDERED);
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return new RatingScale(min, max, lowIsGood);
    }

    /** {@return which copies of the same response count} */
    public Duplicates duplicates() {
        return duplicates;
    }

    /** {@return the number of answers of all kinds, copies that do not count left out} */
    public int size() {
        return answers.length;
    }

    /** {@return when the answers were given, rising} */
    public List<Instant> instants() {
        return Arrays.stream(micros).mapToObj(EpochMicros::toInstant).toList();
    }

    /** {@return the tally of all answers} */
    public RatingTally tally() {
        return new RatingWindow(this, 0).to(size()).tally();
    }

    /**
     * {@return the tally of the answers in a window}
     *
     * <p>A window may reach as far as instants do: one to {@link Instant#MAX} has all answers from its start on.
     *
     * @param window from its start, included, to its end, excluded
     */
    public RatingTally in(TimeWindow window) {
        return new RatingWindow(this, indexOf(window.from()))
                .to(indexOf(window.to()))
                .tally();
    }

    /** The number of answers before the instant. */
    private int indexOf(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return 0;
        }
        if (instant.isAfter(LATEST)) {
            return size();
        }
        long at = EpochMicros.of(instant);
        // the answers are to the microsecond: those of the same one are before an instant within it
        long first = EpochMicros.toInstant(at).equals(instant) ? at : at + 1;
        int low = 0;
        int high = size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (micros[mid] < first) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    /**
     * {@return the tallies by period; a period without answers is not held, but is in {@link TallySeries#of}}
     *
     * @param unit the kind of period
     * @param zone the zone whose calendar is meant
     * @throws IllegalArgumentException if an answer was given outside of the years 1 to 9999
     */
    public Grouped<CalendarPeriod, RatingTally> by(CalendarUnit unit, ZoneId zone) {
        CalendarPeriod[] periods = unit.of(micros, zone);
        Map<CalendarPeriod, RatingTally> tallies = new LinkedHashMap<>();
        int from = 0;
        for (int i = 1; i <= periods.length; i++) {
            if (i == periods.length || !periods[i].equals(periods[from])) {
                tallies.merge(periods[from], new RatingWindow(this, from).to(i).tally(), RatingTally::plus);
                from = i;
            }
        }
        return Grouped.of(RatingTally.empty(scale()), tallies);
    }

    /**
     * {@return the tally of the trailing window that ends at each answer; one for answers of one instant}
     *
     * <p>In one pass, however long the window is.
     *
     * @param window the window
     * @throws ArithmeticException if a window starts more than 292,000 years from 1970
     */
    public TallySeries<Instant, RatingTally> trailing(TrailingWindow window) {
        return trailing(window, instants().stream().distinct().toList());
    }

    /**
     * {@return the tally of the trailing window that ends at each of these instants}
     *
     * <p>In one pass, however long the window is. An answer given at the very end is inside, one at the start is not.
     *
     * @param window the window
     * @param ends the last instants of the windows, rising
     * @throws IllegalArgumentException naming the first instant that does not come after the one before
     * @throws ArithmeticException if a window starts or ends more than 292,000 years from 1970
     */
    public TallySeries<Instant, RatingTally> trailing(TrailingWindow window, List<Instant> ends) {
        Map<Instant, RatingTally> points = new LinkedHashMap<>();
        RatingWindow inside = new RatingWindow(this, 0);
        for (int i = 0; i < ends.size(); i++) {
            Instant end = ends.get(i);
            if (i > 0 && !ends.get(i - 1).isBefore(end)) {
                throw new IllegalArgumentException(
                        "the instants must rise, got ends[" + i + "]=" + end + " after " + ends.get(i - 1));
            }
            points.put(end, inside.after(window.start(end)).upTo(end).tally());
        }
        return new TallySeries<>(RatingTally.empty(scale()), points);
    }

    /**
     * {@return the answers up to an instant with weights that fall with age: {@code 2^(-age / halfLife)}, so 1 at the
     * instant, 1/2 after one half-life, 1/4 after two}
     *
     * <p>A score of it, such as {@code WeightedNps}, stays the same if all ages grow alike. Answers after the instant
     * are not in it; one that is older than 332 half-lives has the weight 0.
     *
     * @param at the instant from which the ages are counted, back
     * @param halfLife after how long an answer counts half, above zero
     * @throws IllegalArgumentException if the half-life is not above zero
     * @throws ArithmeticException if the instant is more than 292,000 years from 1970
     */
    public WeightedTally decayed(Instant at, Duration halfLife) {
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException("a half-life must be longer than nothing, got " + halfLife);
        }
        double half = halfLife.getSeconds() * 1e6 + halfLife.getNano() * 1e-3;
        long now = EpochMicros.of(at);
        WeightedAccumulator decayed = WeightedAccumulator.create(scale());
        for (int i = 0; i < size() && micros[i] <= now; i++) {
            if (answers[i] == Answered.MISSING) {
                decayed.addMissing(1);
            } else if (answers[i] == Answered.INVALID) {
                decayed.addInvalid(1);
            } else {
                // as doubles, since an age can leave the range of a long; exact from 1685 to 2255
                double weight = Math.pow(2, -((double) now - (double) micros[i]) / half);
                decayed.add(answers[i], weight < WeightedAccumulator.LEAST ? 0 : weight);
            }
        }
        return decayed.result();
    }

    long micros(int index) {
        return micros[index];
    }

    int answer(int index) {
        return answers[index];
    }

    List<Answered> rows() {
        List<Answered> rows = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            rows.add(new Answered(micros[i], ids.length == 0 ? "" : ids[i], answers[i]));
        }
        return rows;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public RatingSeries plus(RatingSeries other) {
        requireSameShape(other);
        List<Answered> both = rows();
        both.addAll(other.rows());
        return of(scale(), duplicates, both);
    }

    void requireSameShape(RatingSeries other) {
        if (!scale().equals(other.scale()) || duplicates != other.duplicates) {
            throw new IllegalArgumentException("series of different scales or duplicates do not merge: " + scale() + " "
                    + duplicates + " and " + other.scale() + " " + other.duplicates);
        }
    }

    @Override
    public byte[] toBytes() {
        ByteWriter writer = ByteWriter.of(NAME, VERSION)
                .scale(scale())
                .text(duplicates.name())
                .count(size());
        for (Answered row : rows()) {
            writer.number(row.micros()).text(row.id()).number(row.answer());
        }
        return writer.toBytes();
    }

    /**
     * {@return the series whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static RatingSeries fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        return reader.end(readFrom(reader));
    }

    private static RatingSeries readFrom(ByteReader reader) {
        RatingScale scale = reader.scale();
        Duplicates duplicates = Duplicates.valueOf(reader.text());
        int size = reader.size();
        List<Answered> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Answered row = new Answered(reader.number(), reader.text(), reader.integer());
            if (row.answer() != Answered.MISSING && row.answer() != Answered.INVALID) {
                scale.require(row.answer());
            }
            rows.add(row);
        }
        return of(scale, duplicates, rows);
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a rating series is read through its form");
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
        return other instanceof RatingSeries that
                && scale().equals(that.scale())
                && duplicates == that.duplicates
                && Arrays.equals(micros, that.micros)
                && Arrays.equals(answers, that.answers)
                && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(micros) + Arrays.hashCode(answers);
    }

    /** {@return the number of answers and their span, such as {@code 2 answers on 0..10 from … to …}} */
    @Override
    public String toString() {
        String answered = Sentence.count(size(), "answer") + " on " + scale();
        return isEmpty()
                ? answered
                : answered + " from " + EpochMicros.toInstant(micros[0]) + " to "
                        + EpochMicros.toInstant(micros[size() - 1]);
    }
}
