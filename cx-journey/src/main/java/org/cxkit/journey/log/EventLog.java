package org.cxkit.journey.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.core.time.TimeWindow;

/**
 * Events as columns: each is an activity at an instant in a case (a customer, a session, a ticket), and may have a
 * channel.
 *
 * <p>Events stand in <em>canonical order</em>: by case, in a case by instant, and those of one instant in the order in
 * which they came. So everything told from a log is the same for any order of the input that leaves ties alone. The
 * events of case {@code c} are those from {@code from(c)} to {@code to(c) - 1}; every case has at least one. Cases
 * are ordered by their identifier, or as the caller who gave codes numbered them.
 *
 * <p>Memory: 12 bytes an event and 4 a case, 4 more an event if there are channels; the dictionaries come on top.
 * Immutable, value-based and thread-safe.
 */
public final class EventLog {
    /** The code of the channel of an event whose channel is not known. */
    public static final int NO_CHANNEL = -1;

    private static final Instant EARLIEST = EpochMicros.toInstant(Long.MIN_VALUE);
    private static final Instant LATEST = EpochMicros.toInstant(Long.MAX_VALUE);

    private final Symbols caseIds;
    private final Symbols activities;
    private final Symbols channels;
    private final int[] offsets;
    private final int[] activityColumn;
    private final long[] microsColumn;
    private final int[] channelColumn;

    /** Takes columns that are in canonical order and that nobody else will write to. */
    EventLog(
            Symbols caseIds,
            Symbols activities,
            Symbols channels,
            int[] offsets,
            int[] activityColumn,
            long[] microsColumn,
            int[] channelColumn) {
        this.caseIds = caseIds;
        this.activities = activities;
        this.channels = channels;
        this.offsets = offsets;
        this.activityColumn = activityColumn;
        this.microsColumn = microsColumn;
        this.channelColumn = channelColumn;
    }

    /** {@return an empty builder, to which events come one by one in any order} */
    public static EventLogBuilder builder() {
        return new EventLogBuilder();
    }

    /**
     * {@return the log of events that are coded already, in any order}
     *
     * @param caseIds what the codes of cases mean; cases stand in this order
     * @param cases the code of the case of each event; not modified
     * @param activities what the codes of activities mean
     * @param activityCodes the code of the activity of each event; not modified
     * @param micros the instant of each event, in microseconds since 1970-01-01T00:00Z; not modified
     * @throws IllegalArgumentException if the columns differ in length, or a code is not in its dictionary; the
     *     message names column, index and code
     */
    public static EventLog of(Symbols caseIds, int[] cases, Symbols activities, int[] activityCodes, long[] micros) {
        return of(caseIds, cases, activities, activityCodes, micros, Symbols.empty(), new int[0]);
    }

    /**
     * {@return the log of events that are coded already, in any order, with their channels}
     *
     * @param caseIds what the codes of cases mean; cases stand in this order
     * @param cases the code of the case of each event; not modified
     * @param activities what the codes of activities mean
     * @param activityCodes the code of the activity of each event; not modified
     * @param micros the instant of each event, in microseconds since 1970-01-01T00:00Z; not modified
     * @param channels what the codes of channels mean
     * @param channelCodes the code of the channel of each event, {@link #NO_CHANNEL} where it is not known; not
     *     modified; of length 0 if no event has one
     * @throws IllegalArgumentException if the columns differ in length, or a code is not in its dictionary; the
     *     message names column, index and code
     */
    public static EventLog of(
            Symbols caseIds,
            int[] cases,
            Symbols activities,
            int[] activityCodes,
            long[] micros,
            Symbols channels,
            int[] channelCodes) {
        checkColumn("activities", activityCodes, 0, activities.size(), cases.length);
        checkColumn("cases", cases, 0, caseIds.size(), cases.length);
        if (micros.length != cases.length) {
            throw new IllegalArgumentException(
                    "columns must be of one length, got " + cases.length + " cases and " + micros.length + " micros");
        }
        if (channelCodes.length > 0) {
            checkColumn("channels", channelCodes, NO_CHANNEL, channels.size(), cases.length);
        }
        return CanonicalOrder.byCode(
                new EventColumns(cases.length, cases, activityCodes, micros, channelCodes),
                caseIds,
                activities,
                channels);
    }

    private static void checkColumn(String name, int[] codes, int least, int size, int length) {
        if (codes.length != length) {
            throw new IllegalArgumentException(
                    "columns must be of one length, got " + length + " cases and " + codes.length + " " + name);
        }
        for (int i = 0; i < length; i++) {
            if (codes[i] < least || codes[i] >= size) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must be a code from " + least + " to " + (size - 1) + ", got " + codes[i]);
            }
        }
    }

    /** {@return the number of events} */
    public int events() {
        return microsColumn.length;
    }

    /** {@return the number of cases} */
    public int cases() {
        return caseIds.size();
    }

    /** {@return whether there are no events} */
    public boolean isEmpty() {
        return events() == 0;
    }

    /** {@return the identifiers of the cases} */
    public Symbols caseIds() {
        return caseIds;
    }

    /** {@return the names of the activities; each of them occurs} */
    public Symbols activities() {
        return activities;
    }

    /** {@return the names of the channels; each of them occurs; empty if no event has a channel} */
    public Symbols channels() {
        return channels;
    }

    /**
     * {@return the index of the first event of a case}
     *
     * @param caseIndex from 0 to {@code cases() - 1}
     */
    public int from(int caseIndex) {
        return offsets[caseIndex];
    }

    /**
     * {@return the index after the last event of a case}
     *
     * @param caseIndex from 0 to {@code cases() - 1}
     */
    public int to(int caseIndex) {
        return offsets[caseIndex + 1];
    }

    /**
     * {@return the code of the activity of an event}
     *
     * @param event from 0 to {@code events() - 1}
     */
    public int activity(int event) {
        return activityColumn[event];
    }

    /**
     * {@return when an event was, in microseconds since 1970-01-01T00:00Z}
     *
     * @param event from 0 to {@code events() - 1}
     */
    public long micros(int event) {
        return microsColumn[event];
    }

    /**
     * {@return when an event was}
     *
     * @param event from 0 to {@code events() - 1}
     */
    public Instant instant(int event) {
        return EpochMicros.toInstant(microsColumn[event]);
    }

    /**
     * {@return the code of the channel of an event, {@link #NO_CHANNEL} where it is not known}
     *
     * @param event from 0 to {@code events() - 1}
     */
    public int channel(int event) {
        Objects.checkIndex(event, events());
        return channelColumn.length == 0 ? NO_CHANNEL : channelColumn[event];
    }

    /**
     * {@return the instant of the earliest event}
     *
     * @throws IllegalStateException if there are no events
     */
    public Instant first() {
        return EpochMicros.toInstant(Arrays.stream(microsColumn).min().orElseThrow(EventLog::nothing));
    }

    /**
     * {@return the instant of the latest event}
     *
     * @throws IllegalStateException if there are no events
     */
    public Instant last() {
        return EpochMicros.toInstant(Arrays.stream(microsColumn).max().orElseThrow(EventLog::nothing));
    }

    private static IllegalStateException nothing() {
        return new IllegalStateException("a log of 0 events has no first and no last instant");
    }

    /**
     * {@return the names of the activities of a case, in order}
     *
     * @param caseIndex from 0 to {@code cases() - 1}
     */
    public List<String> sequence(int caseIndex) {
        return IntStream.range(from(caseIndex), to(caseIndex))
                .mapToObj(event -> activities.name(activityColumn[event]))
                .toList();
    }

    /**
     * {@return whether two cases have the same activities in the same order}
     *
     * @param caseIndex from 0 to {@code cases() - 1}
     * @param other from 0 to {@code cases() - 1}
     */
    public boolean sameSequence(int caseIndex, int other) {
        return Arrays.equals(activityColumn, from(caseIndex), to(caseIndex), activityColumn, from(other), to(other));
    }

    /**
     * {@return the identifiers of the cases of which something is true, in order: the customers behind a number}
     *
     * @param wanted asked for the index of each case
     */
    public List<String> caseIds(IntPredicate wanted) {
        return IntStream.range(0, cases())
                .filter(wanted)
                .mapToObj(caseIds::name)
                .toList();
    }

    /**
     * {@return the events inside a window; a case with none of them is not in the result}
     *
     * @param window half-open: an event at its end is outside; it may reach as far as instants do
     */
    public EventLog within(TimeWindow window) {
        long from = firstMicros(window.from());
        long to = firstMicros(window.to());
        return Selection.of(this, (caseIndex, event) -> microsColumn[event] >= from && microsColumn[event] < to);
    }

    /** The first microsecond that is not before an instant: exact, as every event is at a whole microsecond. */
    private static long firstMicros(Instant instant) {
        return instant.isBefore(EARLIEST)
                ? Long.MIN_VALUE
                : instant.isAfter(LATEST) ? Long.MAX_VALUE : EpochMicros.of(instant.plusNanos(999));
    }

    /**
     * {@return the events of some cases: a segment of customers}
     *
     * @param wanted asked for the identifier of each case
     */
    public EventLog onlyCases(Predicate<String> wanted) {
        boolean[] kept = mask(caseIds, wanted);
        return Selection.of(this, (caseIndex, event) -> kept[caseIndex]);
    }

    /**
     * {@return the events of some activities; a case with none of them is not in the result}
     *
     * @param wanted asked for the name of each activity
     */
    public EventLog onlyActivities(Predicate<String> wanted) {
        boolean[] kept = mask(activities, wanted);
        return Selection.of(this, (caseIndex, event) -> kept[activityColumn[event]]);
    }

    private static boolean[] mask(Symbols symbols, Predicate<String> wanted) {
        boolean[] kept = new boolean[symbols.size()];
        for (int code = 0; code < kept.length; code++) {
            kept[code] = wanted.test(symbols.name(code));
        }
        return kept;
    }

    /**
     * {@return the same events with sessions as cases}
     *
     * <p>A session ends where nothing follows in its case for longer than the timeout; a gap of exactly the timeout
     * is inside. Sessions are numbered from 1 in each case and called {@code case/number}; they stand in the order of
     * their cases, then of their numbers. The columns of events are shared with this log.
     *
     * @param timeout the longest gap inside a session, not negative; half an hour is usual
     * @throws IllegalArgumentException if the timeout is negative
     */
    public EventLog sessions(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative, got " + timeout);
        }
        long limit = EpochMicros.span(timeout);
        int[] starts = new int[16];
        int count = 0;
        Symbols.Builder ids = Symbols.builder();
        for (int c = 0; c < cases(); c++) {
            int number = 1;
            for (int event = from(c); event < to(c); event++) {
                if (event == from(c) || microsColumn[event] - microsColumn[event - 1] > limit) {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, count * 2);
                    }
                    starts[count++] = event;
                    ids.intern(caseIds.name(c) + "/" + number++);
                }
            }
        }
        int[] sessionOffsets = Arrays.copyOf(starts, count + 1);
        sessionOffsets[count] = events();
        return new EventLog(
                ids.build(), activities, channels, sessionOffsets, activityColumn, microsColumn, channelColumn);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventLog that
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(microsColumn, that.microsColumn)
                && Arrays.equals(activityColumn, that.activityColumn)
                && Arrays.equals(channelColumn, that.channelColumn)
                && caseIds.equals(that.caseIds)
                && activities.equals(that.activities)
                && channels.equals(that.channels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(caseIds, activities, Arrays.hashCode(microsColumn), Arrays.hashCode(activityColumn));
    }

    /** {@return a sentence with the counts and the span} */
    @Override
    public String toString() {
        String counts = events() + " events of " + activities.size() + " activities in " + cases() + " cases";
        return isEmpty() ? counts : counts + ", " + first() + " to " + last();
    }
}
