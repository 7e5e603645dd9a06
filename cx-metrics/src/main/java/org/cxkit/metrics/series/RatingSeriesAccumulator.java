package org.cxkit.metrics.series;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.cxkit.core.io.Rejected;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.cxkit.core.rating.Validity;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.Accumulator;

/**
 * Collects dated answers to one question in any order, each response once.
 *
 * <p>Which copy of a response counts does not depend on the order of arrival, so this merges over any partition of
 * the rows. Not thread-safe.
 */
public final class RatingSeriesAccumulator implements Accumulator<RatingSeriesAccumulator, RatingSeries> {
    @Serial
    private static final long serialVersionUID = 1;

    // primitives and arrays only: the serialisers of Spark and older Flink fill them by reflection
    private int min;
    private int max;
    private boolean lowIsGood;
    private Duplicates duplicates;
    private String[] ids = new String[0];
    private long[] micros = new long[0];
    private int[] answers = new int[0];
    private int size;

    private RatingSeriesAccumulator() {
        this(RatingScale.ZERO_TO_TEN, Duplicates.LAST);
    }

    private RatingSeriesAccumulator(RatingScale scale, Duplicates duplicates) {
        this.min = scale.min();
        this.max = scale.max();
        this.lowIsGood = scale.lowIsGood();
        this.duplicates = duplicates;
    }

    /**
     * {@return an accumulator that nothing was added to; of copies of a response, the last counts}
     *
     * @param scale the scale of the question
     */
    public static RatingSeriesAccumulator create(RatingScale scale) {
        return create(scale, Duplicates.LAST);
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param scale the scale of the question
     * @param duplicates which copies of the same response count
     */
    public static RatingSeriesAccumulator create(RatingScale scale, Duplicates duplicates) {
        return new RatingSeriesAccumulator(scale, duplicates);
    }

    private RatingScale scale() {
        return new RatingScale(min, max, lowIsGood);
    }

    /**
     * Adds one answer.
     *
     * @param id the identifier of the response, the same for every copy
     * @param instant when it was answered, cut to the microsecond
     * @param answer a rating on the scale, missing or invalid
     * @return this
     * @throws IllegalArgumentException if there is a rating that is off the scale
     * @throws ArithmeticException if it was answered more than 292,000 years from 1970
     */
    public RatingSeriesAccumulator add(ResponseId id, Instant instant, Answer answer) {
        append(row(id, instant, answer));
        return this;
    }

    private Answered row(ResponseId id, Instant instant, Answer answer) {
        int code = code(scale(), answer);
        return new Answered(EpochMicros.of(instant), duplicates == Duplicates.ALL ? "" : id.value(), code);
    }

    /**
     * Adds the answer of a response.
     *
     * @param response a response to the question
     * @return this
     * @throws IllegalArgumentException if there is a rating that is off the scale
     * @throws ArithmeticException if it was answered more than 292,000 years from 1970
     */
    public RatingSeriesAccumulator add(Response response) {
        return add(response.id(), response.instant(), response.answer());
    }

    /**
     * Adds the answers of responses, but for those that come too late.
     *
     * @param responses responses to the question
     * @param lateness which are too late
     * @return the late ones that were not added, the first response being row 1 of {@code responses}
     * @throws IllegalArgumentException naming the index of the first rating off the scale; nothing was added
     * @throws ArithmeticException if an answer that is not late was given more than 292,000 years from 1970; nothing
     *     was added
     */
    public List<Rejected> addAll(Collection<Response> responses, Lateness lateness) {
        List<Answered> taken = new ArrayList<>(responses.size());
        List<Rejected> rejected = new ArrayList<>();
        long row = 0;
        for (Response response : responses) {
            Integer rating = response.answer().rating();
            if (rating != null && !scale().contains(rating)) {
                throw new IllegalArgumentException("responses[" + row + "] off the scale " + scale() + ": " + rating);
            }
            row++;
            if (lateness.accepts(response.instant())) {
                taken.add(row(response.id(), response.instant(), response.answer()));
            } else {
                rejected.add(new Rejected(
                        "responses",
                        row,
                        "instant",
                        "response " + response.id() + " comes late: wanted an answer given from " + lateness.watermark()
                                + " on, got one of " + response.instant()));
            }
        }
        taken.forEach(this::append);
        return rejected;
    }

    static int code(RatingScale scale, Answer answer) {
        if (answer.validity() == Validity.VALID) {
            return scale.require(answer.toOptional().getAsInt());
        }
        return answer.validity() == Validity.MISSING ? Answered.MISSING : Answered.INVALID;
    }

    private void append(Answered row) {
        if (size == answers.length) {
            makeRoom();
        }
        ids[size] = row.id();
        micros[size] = row.micros();
        answers[size] = row.answer();
        size++;
    }

    /** Drops copies that no longer count before it takes more memory. */
    private void makeRoom() {
        int capacity = Math.max(16, Math.multiplyExact(2, size));
        if (duplicates != Duplicates.ALL) {
            List<Answered> counting = duplicates.counting(rows());
            for (size = 0; size < counting.size(); size++) {
                ids[size] = counting.get(size).id();
                micros[size] = counting.get(size).micros();
                answers[size] = counting.get(size).answer();
            }
        }
        ids = Arrays.copyOf(ids, capacity);
        micros = Arrays.copyOf(micros, capacity);
        answers = Arrays.copyOf(answers, capacity);
    }

    private List<Answered> rows() {
        List<Answered> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            rows.add(new Answered(micros[i], ids[i], answers[i]));
        }
        return rows;
    }

    @Override
    public RatingSeriesAccumulator merge(RatingSeriesAccumulator other) {
        return add(other.result());
    }

    /**
     * Adds all answers of a series.
     *
     * @param series a series on the same scale whose copies count alike
     * @return this
     * @throws IllegalArgumentException if the shapes differ; the message names both
     */
    public RatingSeriesAccumulator add(RatingSeries series) {
        RatingSeries.empty(scale(), duplicates).requireSameShape(series);
        series.rows().forEach(this::append);
        return this;
    }

    @Override
    public RatingSeries result() {
        return RatingSeries.of(scale(), duplicates, rows());
    }

    @Override
    public RatingSeriesAccumulator copy() {
        return create(scale(), duplicates).add(result());
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a rating series accumulator is read through its form");
    }

    private record Form(RatingSeries series) implements Serializable {
        @Serial
        private Object readResolve() {
            return create(series.scale(), series.duplicates()).add(series);
        }
    }

    /** {@return what was collected so far, as the series says it} */
    @Override
    public String toString() {
        return result().toString();
    }
}
