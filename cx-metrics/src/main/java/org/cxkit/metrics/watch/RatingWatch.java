package org.cxkit.metrics.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * Control charts that are fed answer by answer, for each segment its own, and that tell the moment one of them begins
 * to signal.
 *
 * <p>An answer enters a chart that takes each answer at once, in the order in which answers come. It enters the charts
 * of periods with all answers of its period, when the window of {@link Periods} leaves that period: with one period
 * held as soon as the next begins, with two a whole period later, so that answers may be late by up to one. An answer
 * whose period is on the charts already is counted as {@link #late()} and only enters charts that take each answer. A
 * period without answers leaves the sums and averages of the charts as they are, and never signals. Missing answers
 * enter no chart and move no time; neither do invalid ones, which a strict watch refuses and a lenient one counts.
 *
 * <p>The caller whose answer makes a chart begin to signal gets the {@link Alert}, nobody else does; while the last
 * period, or answer, of the chart signals {@link #signalling()} has it. A period without answers takes the charts of
 * periods of its segment out of that, and out of {@link Alert#others()}, until a later one signals again: if in the
 * direction already told of, without another alert.
 *
 * <p>Recording allocates nothing while no chart signals, or just did, and all periods are of one length. Where the
 * calendar cuts time, each answer outside of the newest period allocates.
 *
 * <p><b>Threads.</b> Thread-safe. Each segment has a lock, held for some tens of nanoseconds: threads that record into
 * different segments never wait for each other. Time moves on in each segment with its own answers, and in all with
 * {@link #advance}.
 */
public final class RatingWatch {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final String NAME = "rating watch";
    private static final int VERSION = 2; // 1 had no counts of valid, missing and invalid answers
    private static final int MOST_SEGMENTS = 10_000;

    private final Scoring scoring;
    private final boolean lenient;
    private final Characteristic what;
    private final int min;
    private final int[] scores;
    private final Periods periods;
    private final Function<? super String, ChartPlan> planOf;
    private final Map<String, Integer> indexes = new ConcurrentHashMap<>();
    private volatile SegmentCharts[] segments = new SegmentCharts[0];

    private RatingWatch(Scoring scoring, boolean lenient, Periods periods, Function<? super String, ChartPlan> planOf) {
        this.scoring = Objects.requireNonNull(scoring, "scoring");
        this.lenient = lenient;
        this.what = Characteristic.of(scoring);
        this.min = scoring.scale().min();
        this.scores = scoring.scores().stream().mapToInt(score -> score).toArray();
        this.periods = Objects.requireNonNull(periods, "periods");
        this.planOf = Objects.requireNonNull(planOf, "planOf");
    }

    /**
     * {@return a watch of up to 10,000 segments that has seen no answer and refuses ratings off the scale}
     *
     * @param scoring what each rating scores
     * @param periods what makes a point of the charts by period, and how long it waits for answers
     * @param planOf gives the charts of a segment by its name; all of the metric of the scoring
     */
    public static RatingWatch of(Scoring scoring, Periods periods, Function<? super String, ChartPlan> planOf) {
        return new RatingWatch(scoring, false, periods, planOf);
    }

    /**
     * {@return a watch of up to 10,000 segments that has seen no answer and counts ratings off the scale as invalid}
     *
     * @param scoring what each rating scores
     * @param periods what makes a point of the charts by period, and how long it waits for answers
     * @param planOf gives the charts of a segment by its name; all of the metric of the scoring
     */
    public static RatingWatch lenient(Scoring scoring, Periods periods, Function<? super String, ChartPlan> planOf) {
        return new RatingWatch(scoring, true, periods, planOf);
    }

    /** {@return what each rating scores} */
    public Scoring scoring() {
        return scoring;
    }

    /** {@return what makes a point of the charts by period} */
    public Periods periods() {
        return periods;
    }

    /**
     * {@return the index of the segment, always the same for a name; a new name gets the next one from 0 up}
     *
     * @param name the name of the segment, such as that of a channel
     * @throws IllegalStateException if there are 10,000 other segments
     * @throws IllegalArgumentException if the plan of the segment has charts of another metric, or charts by period for
     *     the period that never ends
     */
    public int segment(String name) {
        Integer known = indexes.get(Objects.requireNonNull(name, "name"));
        return known == null ? add(name) : known;
    }

    private synchronized int add(String name) {
        Integer known = indexes.get(name);
        if (known != null) {
            return known;
        }
        requireRoom(name);
        ChartPlan plan = planOf.apply(name); // before there is an index: it may name other segments, and this one too
        plan.require(what, periods);
        Integer meanwhile = indexes.get(name);
        if (meanwhile != null) {
            return meanwhile;
        }
        requireRoom(name);
        int index = segments.length;
        SegmentCharts[] more = Arrays.copyOf(segments, index + 1);
        more[index] = new SegmentCharts(name, periods, plan);
        segments = more;
        indexes.put(name, index);
        return index;
    }

    private void requireRoom(String name) {
        if (segments.length == MOST_SEGMENTS) {
            throw new IllegalStateException(
                    "no room for the segment " + name + ": there are already " + MOST_SEGMENTS + ", the capacity");
        }
    }

    /** {@return the names of the segments, in the order of their indexes} */
    public List<String> segments() {
        return Arrays.stream(segments).map(SegmentCharts::name).toList();
    }

    /**
     * Records an answer.
     *
     * @param segment the index that {@link #segment} gave
     * @param rating a rating on the scale, or {@code Integer.MIN_VALUE} for a missing answer
     * @param micros when it was given, in microseconds since 1970-01-01T00:00Z
     * @return an alert for each chart that began to signal by this answer, or by the periods that its time ended; nearly
     *     always none
     * @throws IllegalArgumentException if there is no such segment, if the rating is off the scale of a strict watch,
     *     or if the time of a rating is not in the years 1000 to 9000 or over a million periods after the one before;
     *     nothing is recorded then
     */
    public List<Alert> record(int segment, int rating, long micros) {
        SegmentCharts[] all = segments;
        if (segment < 0 || segment >= all.length) {
            throw new IllegalArgumentException(
                    "wanted the index of a segment, below " + all.length + ", got " + segment);
        }
        SegmentCharts charts = all[segment];
        int i = rating - min;
        if (Integer.compareUnsigned(i, scores.length) >= 0) {
            recordNoRating(charts, rating);
            return List.of();
        }
        List<Alert> alerts;
        synchronized (charts) {
            alerts = charts.record(scores[i], micros);
        }
        return alerts.isEmpty() ? alerts : withOthers(alerts);
    }

    private void recordNoRating(SegmentCharts charts, int rating) {
        if (rating != MISSING && !lenient) {
            scoring.scale().require(rating); // throws
        }
        synchronized (charts) {
            if (rating == MISSING) {
                charts.recordMissing();
            } else {
                charts.recordInvalid();
            }
        }
    }

    /**
     * Moves time on without an answer, so that periods also end where nobody answers.
     *
     * <p>A segment in which no rating was recorded yet has no time that could move. If this throws, nothing has moved.
     *
     * @param micros the time now, in microseconds since 1970-01-01T00:00Z; an earlier one than known changes nothing
     * @return an alert for each chart that began to signal
     * @throws IllegalArgumentException if a segment would move to a time that is not in the years 1000 to 9000, or over a
     *     million periods after the one before
     */
    public List<Alert> advance(long micros) {
        List<SegmentCharts> moving =
                new ArrayList<>(); // all are asked before the first moves: its alerts would be lost
        for (SegmentCharts charts : segments) {
            synchronized (charts) {
                if (charts.canAdvance(micros)) {
                    moving.add(charts);
                }
            }
        }
        List<Alert> alerts = new ArrayList<>();
        for (SegmentCharts charts : moving) {
            synchronized (charts) {
                alerts.addAll(charts.advance(micros));
            }
        }
        return withOthers(alerts);
    }

    /**
     * {@return an alert for each chart whose last period or answer signals, in the order of the indexes of the
     * segments}
     *
     * <p>A period without answers does not signal.
     */
    public List<Alert> signalling() {
        List<Alert> alerts = new ArrayList<>();
        for (SegmentCharts charts : segments) {
            synchronized (charts) {
                alerts.addAll(charts.signalling());
            }
        }
        return withOthers(alerts);
    }

    /** Without any lock: what other segments signal is a volatile number of each. */
    private List<Alert> withOthers(List<Alert> alerts) {
        return alerts.stream()
                .map(alert ->
                        new Alert(alert.segment(), alert.signal(), alert.since(), alert.seen(), othersLike(alert)))
                .toList();
    }

    private List<String> othersLike(Alert alert) {
        return Arrays.stream(segments)
                .filter(charts -> charts.signalsIn(alert.signal().direction()))
                .map(SegmentCharts::name)
                .filter(name -> !name.equals(alert.segment()))
                .sorted()
                .toList();
    }

    /** {@return how many answers came when their period was on the charts already} */
    public long late() {
        return sum(SegmentCharts::late);
    }

    /** {@return how many ratings were recorded, late ones among them} */
    public long valid() {
        return sum(SegmentCharts::valid);
    }

    /** {@return how many answers were missing} */
    public long missing() {
        return sum(SegmentCharts::missing);
    }

    /** {@return how many answers were ratings off the scale, which a lenient watch counts} */
    public long invalid() {
        return sum(SegmentCharts::invalid);
    }

    private long sum(ToLongFunction<SegmentCharts> count) {
        long sum = 0;
        for (SegmentCharts charts : segments) {
            synchronized (charts) {
                sum += count.applyAsLong(charts);
            }
        }
        return sum;
    }

    /**
     * {@return this watch in versioned bytes: its design, its segments and the state of all their charts}
     *
     * <p>It may be recorded into meanwhile: each segment is written as it is at one moment.
     */
    public byte[] toBytes() {
        ByteWriter writer = ByteWriter.of(NAME, VERSION).text(identity(scoring)).count(lenient ? 1 : 0);
        periods.writeTo(writer);
        SegmentCharts[] all = segments;
        writer.count(all.length);
        for (SegmentCharts charts : all) {
            writer.text(charts.name());
            synchronized (charts) {
                charts.writeTo(writer);
            }
        }
        return writer.toBytes();
    }

    /**
     * {@return a watch that goes on where the one went that gave these bytes}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @param scoring what each rating scores, as it was
     * @param planOf gives the charts of a segment by its name, as it did
     * @throws IllegalArgumentException if the bytes are corrupt, of something else, of another scoring or plan, or of
     *     the first version, which did not count missing answers
     */
    public static RatingWatch fromBytes(byte[] bytes, Scoring scoring, Function<? super String, ChartPlan> planOf) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        String was = reader.text();
        if (!was.equals(identity(scoring))) {
            throw new IllegalArgumentException("wanted the bytes of a watch of " + identity(scoring) + ", got " + was);
        }
        boolean lenient = reader.count(1) == 1;
        RatingWatch watch = new RatingWatch(scoring, lenient, Periods.readFrom(reader), planOf);
        int size = reader.size();
        for (int i = 0; i < size; i++) {
            int segment = watch.segment(reader.text());
            if (segment != i) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": a segment comes twice");
            }
            watch.segments[i].readFrom(reader);
        }
        return reader.end(watch);
    }

    private static String identity(Scoring scoring) {
        return scoring + " scored " + scoring.scores();
    }

    /** {@return what is watched in words, such as {@code watch of NPS share in 3 segments, 1 signals, n 70, 2 missing}} */
    @Override
    public String toString() {
        long signals = signalling().stream().map(Alert::segment).distinct().count();
        return "watch of " + what + " in " + Sentence.count(segments.length, "segment") + ", " + signals
                + (signals == 1 ? " signals" : " signal") + ", n " + valid() + Sentence.dirty(missing(), invalid());
    }
}
