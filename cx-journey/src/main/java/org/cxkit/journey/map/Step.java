package org.cxkit.journey.map;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.interaction.Valence;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointId;
import org.jspecify.annotations.Nullable;

/**
 * One step of a designed journey: a touchpoint, what the customer does and feels there, and which events of a log
 * belong to it.
 *
 * <p>Made by {@link #of} and refined by the {@code with} methods, which return a changed copy. Immutable, value-based and
 * thread-safe.
 *
 * @param id the touchpoint, once on a map
 * @param title what the step is called on the map, not blank
 * @param text what happens; empty if nothing is said
 * @param channels where it can happen, no channel twice; may be empty
 * @param emotion how the customer is meant to feel, from -2 (very bad) over 0 to +2 (very good), or null if that is left
 *     open
 * @param painPoints friction met here
 * @param opportunities chances seen here
 * @param backstage what the company does out of the customer's sight; empty if nothing is said
 * @param events the activities of a log that belong to this step, at least one, none twice
 * @param within the longest wait since the step before that the company promises, or null for no promise
 */
public record Step(
        TouchpointId id,
        String title,
        String text,
        List<Channel> channels,
        @Nullable Valence emotion,
        List<PainPoint> painPoints,
        List<Opportunity> opportunities,
        String backstage,
        List<String> events,
        @Nullable Duration within)
        implements MapElement, Serializable {

    /**
     * Checks each part.
     *
     * @throws IllegalArgumentException if the title is blank, a channel or an event occurs twice, there is no event,
     *     or the promise is not positive
     */
    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(backstage, "backstage");
        channels = List.copyOf(channels);
        painPoints = List.copyOf(painPoints);
        opportunities = List.copyOf(opportunities);
        events = List.copyOf(events);
        if (title.isBlank()) {
            throw new IllegalArgumentException("step " + id + " must have a title, got \"" + title + "\"");
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("step " + id + " must have at least one event, got none");
        }
        if (within != null && (within.isZero() || within.isNegative())) {
            throw new IllegalArgumentException("promise of step " + id + " must be longer than zero, got " + within);
        }
        checkDistinct(id, "channel", channels);
        checkDistinct(id, "event", events);
    }

    private static void checkDistinct(TouchpointId id, String what, List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.indexOf(list.get(i)) < i) {
                throw new IllegalArgumentException("step " + id + " names " + what + " " + list.get(i) + " twice");
            }
        }
    }

    /**
     * {@return the step at this touchpoint, its title made from the identifier ({@code add_to_cart} becomes {@code Add to
     * cart}), its only event the identifier itself}
     *
     * @param id the identifier of the touchpoint, not blank
     * @throws IllegalArgumentException if it is blank
     */
    public static Step of(String id) {
        TouchpointId touchpoint = TouchpointId.of(id);
        String words = touchpoint.value().replace('_', ' ').strip();
        String text = words.isEmpty() ? touchpoint.value() : words;
        String title = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return new Step(
                touchpoint, title, "", List.of(), null, List.of(), List.of(), "", List.of(touchpoint.value()), null);
    }

    /**
     * {@return the step at this touchpoint, with its name as title and in its channel; its only event is the identifier}
     *
     * @param touchpoint the touchpoint
     */
    public static Step of(Touchpoint touchpoint) {
        return of(touchpoint.id().value()).withTitle(touchpoint.name()).withChannels(touchpoint.channel());
    }

    /**
     * {@return this step with another title}
     *
     * @param newTitle not blank
     */
    public Step withTitle(String newTitle) {
        return new Step(id, newTitle, text, channels, emotion, painPoints, opportunities, backstage, events, within);
    }

    /**
     * {@return this step with this said about it}
     *
     * @param newText what happens
     */
    public Step withText(String newText) {
        return new Step(id, title, newText, channels, emotion, painPoints, opportunities, backstage, events, within);
    }

    /**
     * {@return this step in exactly these channels}
     *
     * @param newChannels no channel twice
     */
    public Step withChannels(Channel... newChannels) {
        return new Step(
                id, title, text, List.of(newChannels), emotion, painPoints, opportunities, backstage, events, within);
    }

    /**
     * {@return this step with this feeling in mind}
     *
     * @param newEmotion from -2 to +2
     * @throws IllegalArgumentException if it is off the scale
     */
    public Step withEmotion(double newEmotion) {
        return new Step(
                id,
                title,
                text,
                channels,
                Valence.of(newEmotion),
                painPoints,
                opportunities,
                backstage,
                events,
                within);
    }

    /**
     * {@return this step with one more pain point}
     *
     * @param what what hurts, not blank
     * @param severity 1 to 5
     */
    public Step withPainPoint(String what, int severity) {
        List<PainPoint> more = with(painPoints, new PainPoint(what, severity));
        return new Step(id, title, text, channels, emotion, more, opportunities, backstage, events, within);
    }

    /**
     * {@return this step with one more opportunity}
     *
     * @param kind where the chance comes from
     * @param what what could be done, not blank
     * @param impact 1 to 5
     */
    public Step withOpportunity(Opportunity.Kind kind, String what, int impact) {
        List<Opportunity> more = with(opportunities, new Opportunity(kind, what, impact));
        return new Step(id, title, text, channels, emotion, painPoints, more, backstage, events, within);
    }

    /**
     * {@return this step with this going on out of the customer's sight}
     *
     * @param newBackstage what the company does
     */
    public Step withBackstage(String newBackstage) {
        return new Step(id, title, text, channels, emotion, painPoints, opportunities, newBackstage, events, within);
    }

    /**
     * {@return this step covering exactly these events}
     *
     * @param newEvents activities of a log, at least one, none twice
     */
    public Step withEvents(String... newEvents) {
        return new Step(
                id, title, text, channels, emotion, painPoints, opportunities, backstage, List.of(newEvents), within);
    }

    /**
     * {@return this step with the promise that it follows the step before in time}
     *
     * @param promise the longest wait, longer than zero
     */
    public Step withPromise(Duration promise) {
        return new Step(id, title, text, channels, emotion, painPoints, opportunities, backstage, events, promise);
    }

    @Override
    public List<Step> steps() {
        return List.of(this);
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
