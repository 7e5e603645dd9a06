package org.cxkit.journey.mining;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.MapStage;
import org.cxkit.journey.map.Step;
import org.cxkit.metrics.touch.TouchLog;
import org.jspecify.annotations.Nullable;

/**
 * Says which events of a log are touches, contacts, qualifications and conversions, so that paths and channel funnels
 * can be told from it. People are the cases of the log.
 *
 * <p>An event that is a contact, a qualification or a conversion is no touch of its own, unless touches are sessions. Immutable
 * and thread-safe.
 */
public final class EventTouches {
    private static final Naming ACTIVITY = (log, event) -> log.activities().name(log.activity(event));

    private static final Naming CHANNEL = (log, event) ->
            log.channel(event) == EventLog.NO_CHANNEL ? "" : log.channels().name(log.channel(event));

    private final Naming naming;
    private final Set<String> touches;
    private final Set<String> contacts;
    private final Set<String> qualifications;
    private final Set<String> conversions;
    private final @Nullable Duration sessionTimeout;

    private EventTouches(
            Naming naming,
            Set<String> touches,
            Set<String> contacts,
            Set<String> qualifications,
            Set<String> conversions,
            @Nullable Duration sessionTimeout) {
        this.naming = naming;
        this.touches = touches;
        this.contacts = contacts;
        this.qualifications = qualifications;
        this.conversions = conversions;
        this.sessionTimeout = sessionTimeout;
    }

    /**
     * {@return touches named by the activity of the event}
     *
     * @param conversions the activities that are conversions; those that do not occur change nothing
     */
    public static EventTouches ofActivities(String... conversions) {
        return new EventTouches(ACTIVITY, Set.of(), Set.of(), Set.of(), Set.copyOf(List.of(conversions)), null);
    }

    /**
     * {@return touches named by the channel of the event; events whose channel is not known are no touches}
     *
     * @param conversions the activities that are conversions; those that do not occur change nothing
     */
    public static EventTouches ofChannels(String... conversions) {
        return new EventTouches(CHANNEL, Set.of(), Set.of(), Set.of(), Set.copyOf(List.of(conversions)), null);
    }

    /**
     * {@return touches named by the identifier of the stage in which a designed map has the activity of the event;
     * events whose activity is in no step are no touches}
     *
     * @param map the designed map
     * @param conversions the activities that are conversions; those that do not occur change nothing
     */
    public static EventTouches ofStages(JourneyMap map, String... conversions) {
        Map<String, String> stages = new HashMap<>();
        for (MapStage stage : map.stages()) {
            for (Step step : stage.steps()) {
                step.events()
                        .forEach(event -> stages.put(event, stage.stage().id().value()));
            }
        }
        Naming stage = (log, event) -> stages.getOrDefault(ACTIVITY.name(log, event), "");
        return new EventTouches(stage, Set.of(), Set.of(), Set.of(), Set.copyOf(List.of(conversions)), null);
    }

    /**
     * {@return the same, with only these activities as touches; of none, every activity that is no milestone}
     *
     * @param activities such as {@code ad_click}
     */
    public EventTouches among(String... activities) {
        return new EventTouches(
                naming, Set.copyOf(List.of(activities)), contacts, qualifications, conversions, sessionTimeout);
    }

    /**
     * {@return the same, with these activities as contacts: the person becomes known}
     *
     * @param activities such as {@code newsletter_signup}
     */
    public EventTouches contacts(String... activities) {
        return new EventTouches(
                naming, touches, Set.copyOf(List.of(activities)), qualifications, conversions, sessionTimeout);
    }

    /**
     * {@return the same, with these activities as qualifications: the person is likely to buy}
     *
     * @param activities such as {@code add_to_cart}
     */
    public EventTouches qualified(String... activities) {
        return new EventTouches(
                naming, touches, contacts, Set.copyOf(List.of(activities)), conversions, sessionTimeout);
    }

    /**
     * {@return the same, with one touch for each session: its first event, whatever that is}
     *
     * @param timeout the longest gap inside a session, not negative; half an hour is usual
     * @throws IllegalArgumentException if the timeout is negative
     */
    public EventTouches sessions(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative, got " + timeout);
        }
        return new EventTouches(naming, touches, contacts, qualifications, conversions, timeout);
    }

    /**
     * {@return the touches and milestones of the log}
     *
     * @param log the events
     */
    public TouchLog of(EventLog log) {
        TouchLog people = TouchLog.create();
        Set<Integer> among = codes(log, touches);
        Set<Integer> contact = codes(log, contacts);
        Set<Integer> qualification = codes(log, qualifications);
        Set<Integer> conversion = codes(log, conversions);
        long timeoutMicros = sessionTimeout == null ? 0 : EpochMicros.span(sessionTimeout);
        for (int caseIndex = 0; caseIndex < log.cases(); caseIndex++) {
            String person = log.caseIds().name(caseIndex);
            for (int event = log.from(caseIndex); event < log.to(caseIndex); event++) {
                Integer activity = log.activity(event);
                boolean milestone =
                        contact.contains(activity) || qualification.contains(activity) || conversion.contains(activity);
                boolean opens =
                        event == log.from(caseIndex) || log.micros(event) - log.micros(event - 1) > timeoutMicros;
                String name = naming.name(log, event);
                boolean wanted = touches.isEmpty() || among.contains(activity);
                if (wanted && (sessionTimeout == null ? !milestone : opens) && !name.isEmpty()) {
                    people.touch(person, log.instant(event), name);
                }
                if (contact.contains(activity)) {
                    people.contact(person, log.instant(event));
                }
                if (qualification.contains(activity)) {
                    people.qualified(person, log.instant(event));
                }
                if (conversion.contains(activity)) {
                    people.converted(person, log.instant(event));
                }
            }
        }
        return people;
    }

    private static Set<Integer> codes(EventLog log, Set<String> activities) {
        return activities.stream().map(log.activities()::find).collect(Collectors.toCollection(HashSet::new));
    }

    /** Gives the name of the touch that an event is, empty where it is none. */
    private interface Naming {
        String name(EventLog log, int event);
    }
}
