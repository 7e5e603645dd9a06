package org.cxkit.journey.log;

import java.time.Instant;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.time.EpochMicros;

/**
 * Collects events in any order; {@link #build()} puts them into canonical order.
 *
 * <p>Builders of any parts of the rows merge into the builder of them all. Of events of one case at one instant, those
 * added first come first, and those of this builder come before those merged into it. Some 20 bytes an event while
 * collecting. Not thread-safe: give each thread its own and merge.
 */
public final class EventLogBuilder {
    private final Symbols.Builder cases = Symbols.builder();
    private final Symbols.Builder activities = Symbols.builder();
    private final Symbols.Builder channels = Symbols.builder();
    private final EventColumns columns = new EventColumns();

    EventLogBuilder() {}

    /**
     * Adds an event.
     *
     * @param caseId what the event belongs to, not empty
     * @param activity what was done, not empty
     * @param instant when; what is finer than a microsecond is cut off
     * @return this
     * @throws IllegalArgumentException if a text is empty
     */
    public EventLogBuilder add(String caseId, String activity, Instant instant) {
        return add(caseId, activity, EpochMicros.of(instant), "");
    }

    /**
     * Adds an event that has a channel.
     *
     * @param caseId what the event belongs to, not empty
     * @param activity what was done, not empty
     * @param instant when; what is finer than a microsecond is cut off
     * @param channel where; empty if it is not known
     * @return this
     * @throws IllegalArgumentException if case or activity is empty
     */
    public EventLogBuilder add(String caseId, String activity, Instant instant, String channel) {
        return add(caseId, activity, EpochMicros.of(instant), channel);
    }

    /**
     * Adds an event without making an object for it.
     *
     * @param caseId what the event belongs to, not empty; copied only when it is new
     * @param activity what was done, not empty; copied only when it is new
     * @param micros when, in microseconds since 1970-01-01T00:00Z
     * @param channel where, empty if it is not known; copied only when it is new
     * @return this
     * @throws IllegalArgumentException if case or activity is empty
     */
    public EventLogBuilder add(CharSequence caseId, CharSequence activity, long micros, CharSequence channel) {
        if (caseId.isEmpty() || activity.isEmpty()) {
            throw new IllegalArgumentException("an event needs a case and an activity, got case \"" + caseId
                    + "\" and activity \"" + activity + "\"");
        }
        columns.add(
                cases.intern(caseId),
                activities.intern(activity),
                micros,
                channel.isEmpty() ? EventLog.NO_CHANNEL : channels.intern(channel));
        return this;
    }

    /**
     * Adds an interaction as an event of its customer: the touchpoint's identifier is the activity.
     *
     * @param interaction any interaction; its channel's identifier is the channel
     * @return this
     */
    public EventLogBuilder add(Interaction interaction) {
        return add(interaction.customer().value(), interaction);
    }

    /**
     * Adds an interaction as an event of a case of the caller's choice, such as its ticket.
     *
     * @param caseId what the event belongs to, not empty
     * @param interaction any interaction; its touchpoint's identifier is the activity, its channel's the channel
     * @return this
     * @throws IllegalArgumentException if the case is empty
     */
    public EventLogBuilder add(String caseId, Interaction interaction) {
        return add(
                caseId,
                interaction.touchpoint().id().value(),
                interaction.instant(),
                interaction.channel().id());
    }

    /**
     * Adds all events of a log: appending to it is adding it first, then the new events.
     *
     * @param log any log
     * @return this
     */
    public EventLogBuilder addAll(EventLog log) {
        int[] activityCodes = codes(log.activities(), activities);
        int[] channelCodes = codes(log.channels(), channels);
        for (int c = 0; c < log.cases(); c++) {
            int caseCode = cases.intern(log.caseIds().name(c));
            for (int event = log.from(c); event < log.to(c); event++) {
                int channel = log.channel(event);
                columns.add(
                        caseCode,
                        activityCodes[log.activity(event)],
                        log.micros(event),
                        channel == EventLog.NO_CHANNEL ? channel : channelCodes[channel]);
            }
        }
        return this;
    }

    /**
     * Adds all that another builder has collected.
     *
     * @param other not altered
     * @return this
     */
    public EventLogBuilder merge(EventLogBuilder other) {
        int[] caseCodes = codes(other.cases.build(), cases);
        int[] activityCodes = codes(other.activities.build(), activities);
        int[] channelCodes = codes(other.channels.build(), channels);
        EventColumns from = other.columns;
        int size = from.size;
        for (int i = 0; i < size; i++) {
            int channel = from.hasChannels() ? from.channels[i] : EventLog.NO_CHANNEL;
            columns.add(
                    caseCodes[from.cases[i]],
                    activityCodes[from.activities[i]],
                    from.micros[i],
                    channel == EventLog.NO_CHANNEL ? channel : channelCodes[channel]);
        }
        return this;
    }

    private static int[] codes(Symbols from, Symbols.Builder to) {
        return from.names().stream().mapToInt(to::intern).toArray();
    }

    /** {@return the number of events so far} */
    public int events() {
        return columns.size;
    }

    /** {@return the log of the events so far; this stays usable} */
    public EventLog build() {
        return CanonicalOrder.byText(columns, cases.build(), activities.build(), channels.build());
    }
}
