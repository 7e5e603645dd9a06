package org.cxkit.metrics.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.RatingTally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the answers to one rating question by segment and period, while many threads record and others read.
 *
 * <p>Register each segment once by its name, record with its index:
 *
 * <pre>{@code
 * RatingMonitor monitor = RatingMonitor.on(RatingScale.ZERO_TO_TEN)
 *         .periods(Periods.of(Duration.ofHours(1), 24))
 *         .create();
 * int web = monitor.segment("web");
 * monitor.record(web, 9, EpochMicros.of(answered));               // from any thread
 * monitor.snapshot().map(Nps::of);                                // from any other
 * }</pre>
 *
 * <p><b>Time</b> comes with the answers, or from {@link #advance}; this never asks a clock, and only moves on. An
 * answer counts in the period of its own time, in whatever order answers come, as long as the window holds that period;
 * one that comes later is counted as late, and the first, tenth, hundredth and so on of them is logged. An answer from
 * the future moves the window there: check the times of clocks that are not your own.
 *
 * <p><b>Threads.</b> Thread-safe. {@link #record(int, int, long)} takes one of a few sets of cells that no other thread
 * is using at that moment, so it does not wait while fewer threads record than there are sets: at least two for each
 * processor, up to 64 in all. A {@link RatingWriter} has a set of its own and needs not even that. Readers
 * stop nobody. A reading has every answer that was recorded before it, in the sense of the memory model; of those
 * recorded meanwhile it has some. No answer is lost or counted twice, and the counts of a later reading are never below
 * those of an earlier one, but for answers that a moving window left meanwhile.
 *
 * <p><b>Memory</b>: eight bytes for each rating, segment and period that is written to, for each set of cells: at most
 * one set for each writer that is open at a time, and up to four for each processor, 64 in all.
 */
public final class RatingMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(RatingMonitor.class);

    private final RatingCells layout;
    private final Segments segments;
    private final LiveClock clock;
    private final Stripes stripes;
    private final Deque<Cells> spare = new ArrayDeque<>();
    private final AtomicInteger readers = new AtomicInteger();
    private final AtomicLong late = new AtomicLong();
    private volatile Cells[] written = new Cells[0];

    private RatingMonitor(RatingCells layout, int capacity, Periods periods) {
        this.layout = layout;
        this.segments = new Segments(capacity);
        this.clock = new LiveClock(periods, this::timeMoved);
        this.stripes = new Stripes(this::writer);
    }

    private void timeMoved() {
        for (Cells cells : written) {
            cells.timeMoved();
        }
    }

    /**
     * {@return what a monitor is made from: one period that never ends, at most 1,024 segments, strict}
     *
     * @param scale the scale of the question
     */
    public static Builder on(RatingScale scale) {
        return new Builder(scale);
    }

    /** Says what a monitor shall be like. Not thread-safe. */
    public static final class Builder {
        private static final int MOST_SEGMENTS = 1 << 20;

        private final RatingScale scale;
        private Periods periods = Periods.all();
        private int capacity = 1024;
        private boolean lenient;

        private Builder(RatingScale scale) {
            this.scale = Objects.requireNonNull(scale, "scale");
        }

        /**
         * Says how time is cut.
         *
         * @param periods the periods and how many of them are held
         * @return this
         */
        public Builder periods(Periods periods) {
            this.periods = Objects.requireNonNull(periods, "periods");
            return this;
        }

        /**
         * Says how many segments there may be, so that names out of a faulty source do not fill the memory.
         *
         * @param segments how many, 1 to 1,048,576
         * @return this
         * @throws IllegalArgumentException if that is no such number
         */
        public Builder capacity(int segments) {
            if (segments < 1 || segments > MOST_SEGMENTS) {
                throw new IllegalArgumentException(
                        "a monitor must have room for 1 to " + MOST_SEGMENTS + " segments, got " + segments);
            }
            this.capacity = segments;
            return this;
        }

        /**
         * Says that a rating off the scale is counted as invalid; a strict monitor refuses it.
         *
         * @return this
         */
        public Builder lenient() {
            this.lenient = true;
            return this;
        }

        /** {@return a monitor in which nothing is recorded} */
        public RatingMonitor create() {
            return new RatingMonitor(new RatingCells(scale, lenient), capacity, periods);
        }
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return layout.scale();
    }

    /** {@return how time is cut} */
    public Periods periods() {
        return clock.periods();
    }

    /**
     * {@return the index of the segment, always the same for a name; a new name gets the next one from 0 up}
     *
     * @param name the name of the segment, such as that of a channel
     * @throws IllegalStateException if there is no room for another segment
     */
    public int segment(String name) {
        return segments.indexOf(name);
    }

    /** {@return the names of the segments, in the order of their indexes} */
    public List<String> segments() {
        return segments.names();
    }

    /**
     * {@return a handle for one thread, which is the fastest way to record}
     *
     * <p>Close it when the thread is done, so that its memory serves the next one.
     */
    public RatingWriter writer() {
        Cells cells = cellsForAWriter();
        RatingWriter writer = new RatingWriter(this, cells);
        cells.hand(writer);
        return writer;
    }

    private synchronized Cells cellsForAWriter() {
        Cells cells = spare.poll();
        if (cells == null) {
            cells = new Cells(layout, segments, clock, readers);
            Cells[] more = Arrays.copyOf(written, written.length + 1);
            more[written.length] = cells;
            written = more;
        }
        return cells;
    }

    synchronized void takeBack(Cells cells) {
        spare.push(cells);
    }

    /**
     * Records an answer in the newest period.
     *
     * @param segment the index that {@link #segment} gave
     * @param rating a rating on the scale, or {@code Integer.MIN_VALUE} for a missing answer
     * @throws IllegalArgumentException if there is no such segment, or if the rating is off the scale of a strict
     *     monitor
     * @throws IllegalStateException if no time is known yet
     */
    public void record(int segment, int rating) {
        stripes.record(segment, rating);
    }

    /**
     * Records an answer in the period of its time.
     *
     * @param segment the index that {@link #segment} gave
     * @param rating a rating on the scale, or {@code Integer.MIN_VALUE} for a missing answer
     * @param micros when it was given, in microseconds since 1970-01-01T00:00Z
     * @throws IllegalArgumentException if there is no such segment, if the rating is off the scale of a strict
     *     monitor, or if the time would move the window out of the years 1000 to 9000
     */
    public void record(int segment, int rating, long micros) {
        if (!stripes.record(segment, rating, micros)) {
            late(segment, micros);
        }
    }

    /** Logs a late answer, so that a source that is always late is noticed and does not fill the log. */
    void late(int segment, long micros) {
        long count = late.incrementAndGet();
        if (LateNotice.isDue(count) && LOG.isWarnEnabled()) {
            LOG.warn(
                    "Late answer number {}: given at {} in segment {}, when the window started at {}",
                    count,
                    EpochMicros.toInstant(micros),
                    segments.names().get(segment),
                    EpochMicros.toInstant(clock.oldestFrom()));
        }
    }

    /**
     * Moves time on without an answer, so that the window also moves where nobody answers.
     *
     * @param micros the time now, in microseconds since 1970-01-01T00:00Z; an earlier one than known changes nothing
     * @throws IllegalArgumentException if periods end and this would move on to a time that is not in the years 1000 to
     *     9000
     */
    public void advance(long micros) {
        clock.reach(micros);
    }

    LiveClock clock() {
        return clock;
    }

    /** {@return the answers in the window, by segment} */
    public Grouped<String, RatingTally> snapshot() {
        return counts().window();
    }

    /** {@return all that was counted: by period and segment, expired and late} */
    public LiveCounts counts() {
        readers.incrementAndGet(); // before any ring is asked for: from now on no writer uses one again
        try {
            CountsReading reading = new CountsReading(layout);
            for (Cells cells : written) {
                reading.take(cells.ring());
            }
            // the time and the names are read after the rings: a period that is held at this time is whole in each of
            // them, and no segment is counted in that has no name
            return reading.counts(clock.oldestFrom(), segments.names());
        } finally {
            readers.decrementAndGet();
        }
    }

    /**
     * {@return this monitor in versioned bytes: what it is like, its time, its segments and all its counts}
     *
     * <p>It may be recorded into meanwhile; then the bytes have what {@link #counts()} would have.
     */
    public byte[] toBytes() {
        return MonitorBytes.write(this, layout.lenient(), segments.capacity());
    }

    /**
     * {@return a monitor that goes on where the one went that gave these bytes}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static RatingMonitor fromBytes(byte[] bytes) {
        return MonitorBytes.read(bytes);
    }

    /** Takes over what was counted before; called before any other thread knows of this monitor. */
    void restore(LiveCounts counts) {
        List<Ring.Bucket> buckets = counts.periods().asMap().entrySet().stream()
                .map(period -> bucket(period.getKey(), period.getValue()))
                .toList();
        long[] past = cells(counts.expired());
        long[] lateCounts = cells(counts.late());
        written[0].restore(Ring.of(buckets, past, lateCounts));
        late.set(counts.late().total().received());
    }

    private Ring.Bucket bucket(Instant start, Grouped<String, RatingTally> tallies) {
        long number = clock.periods().number(EpochMicros.of(start));
        long from = clock.periods().from(number);
        if (from != EpochMicros.of(start) || from < clock.oldestFrom() || from > clock.now()) {
            throw new IllegalArgumentException("no period of the window starts at " + start);
        }
        return new Ring.Bucket(from, clock.periods().from(number + 1), cells(tallies));
    }

    private long[] cells(Grouped<String, RatingTally> tallies) {
        long[] cells = new long[2 * Cells.PAD + (segments.size() << layout.shift())];
        tallies.asMap().forEach((name, tally) -> {
            int segment = segments.known(name);
            layout.put(tally, cells, Cells.PAD + (segment << layout.shift()));
        });
        return cells;
    }

    /** {@return the counts in words, such as {@code 2 segments: 12 answers in the window, 30 expired, 1 late}} */
    @Override
    public String toString() {
        int size = segments.size();
        return size + (size == 1 ? " segment: " : " segments: ") + counts();
    }
}
