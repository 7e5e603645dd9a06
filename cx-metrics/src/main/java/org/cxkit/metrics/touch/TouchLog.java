package org.cxkit.metrics.touch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.InteractionKey;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.cxkit.metrics.path.PathTally;
import org.jspecify.annotations.Nullable;

/**
 * Touches and milestones of people in any order, from which journeys and channel funnels are told. A touch is named by
 * what credit is asked for: its channel, touchpoint, stage or campaign.
 *
 * <p>Merges over any partition of the rows; only rows of one person at one instant keep the order in which they came.
 * <strong>Not thread-safe:</strong> confine and merge.
 */
public final class TouchLog {
    /** How long before a conversion a touch can lie where nobody says it. Source: Google Analytics help, attribution settings. */
    public static final Duration LOOKBACK = Duration.ofDays(30);

    private final TreeMap<String, Rows> people = new TreeMap<>();
    private long rows;
    private long skipped;

    private TouchLog() {}

    /** {@return a log without rows} */
    public static TouchLog create() {
        return new TouchLog();
    }

    /**
     * {@return the touches of interactions, named by any part of them}
     *
     * <p>By channel {@code TouchLog.of(all, Interaction::channel)}, by stage {@code Interaction::stage}, by touchpoint
     * {@code i -> i.touchpoint().id()}; by campaign whatever says it, such as {@code Interaction::purpose}. The name is
     * the text of the key. People are the customers.
     *
     * @param interactions any interactions
     * @param naming gives what names the touch; an interaction where it is not known is {@link #skipped}
     * @param <K> the type of the names
     * @throws IllegalArgumentException if a name is blank or reserved
     */
    public static <K extends Comparable<? super K>> TouchLog of(
            Collection<Interaction> interactions, InteractionKey<K> naming) {
        TouchLog log = create();
        for (Interaction interaction : interactions) {
            K name = naming.of(interaction);
            if (name == null) {
                log.skipped++;
            } else {
                log.touch(interaction.customer().value(), interaction.instant(), name.toString());
            }
        }
        return log;
    }

    /**
     * Adds a touch, such as a session.
     *
     * @param person who, not blank
     * @param at when
     * @param channel the name of the channel; white space at its ends is removed
     * @return this
     * @throws IllegalArgumentException if the person or the channel is blank, or the channel's name reserved
     */
    public TouchLog touch(String person, Instant at, String channel) {
        Touch touch = new Touch(at, ChannelName.of(channel, "channel of " + person, ""));
        of(person).touches.add(touch);
        rows++;
        return this;
    }

    /**
     * Adds that a person became known.
     *
     * @param person who, not blank
     * @param at when
     * @return this
     * @throws IllegalArgumentException if the person is blank
     */
    public TouchLog contact(String person, Instant at) {
        return milestone(person, at, Milestone.Kind.CONTACT, null);
    }

    /**
     * Adds that a person was found to be a likely buyer.
     *
     * @param person who, not blank
     * @param at when
     * @return this
     * @throws IllegalArgumentException if the person is blank
     */
    public TouchLog qualified(String person, Instant at) {
        return milestone(person, at, Milestone.Kind.QUALIFIED, null);
    }

    /**
     * Adds a conversion without a value.
     *
     * @param person who, not blank
     * @param at when
     * @return this
     * @throws IllegalArgumentException if the person is blank
     */
    public TouchLog converted(String person, Instant at) {
        return milestone(person, at, Milestone.Kind.CONVERSION, null);
    }

    /**
     * Adds a conversion with its value, such as a sale.
     *
     * @param person who, not blank
     * @param at when
     * @param value what it brought
     * @return this
     * @throws IllegalArgumentException if the person is blank
     */
    public TouchLog converted(String person, Instant at, Money value) {
        return milestone(person, at, Milestone.Kind.CONVERSION, Objects.requireNonNull(value, "value"));
    }

    /**
     * Adds all rows of the other.
     *
     * @param other another log, not altered
     * @return this
     */
    public TouchLog merge(TouchLog other) {
        TreeMap<String, Rows> theirs = other == this ? new TreeMap<>(people) : other.people;
        theirs.forEach((person, row) -> {
            Rows mine = of(person);
            mine.touches.addAll(List.copyOf(row.touches));
            mine.milestones.addAll(List.copyOf(row.milestones));
        });
        rows += other.rows;
        skipped += other.skipped;
        return this;
    }

    /** {@return how many rows were added} */
    public long rows() {
        return rows;
    }

    /** {@return how many interactions are no touches, because what names them is not known} */
    public long skipped() {
        return skipped;
    }

    /** {@return the window from the first row to just after the last, if there is a row} */
    public Optional<TimeWindow> span() {
        Stream<Instant> touched =
                people.values().stream().flatMap(row -> row.touches.stream()).map(Touch::at);
        Stream<Instant> reached =
                people.values().stream().flatMap(row -> row.milestones.stream()).map(Milestone::at);
        List<Instant> all = Stream.concat(touched, reached).sorted().toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeWindow(all.get(0), all.get(all.size() - 1).plusNanos(1)));
    }

    /**
     * Passes on the people one after the other by name, each with all that is known.
     *
     * @param consumer takes them
     */
    public void forEach(Consumer<? super Timeline> consumer) {
        people.forEach((person, row) -> {
            List<Touch> touches = new ArrayList<>(row.touches);
            List<Milestone> milestones = new ArrayList<>(row.milestones);
            touches.sort(Comparator.comparing(Touch::at)); // stable: ties keep their order
            milestones.sort(Comparator.comparing(Milestone::at));
            consumer.accept(new Timeline(person, touches, milestones));
        });
    }

    /**
     * {@return the journeys that led to the conversions, and those of people who never converted, by the usual rules: of
     * all touches within {@link #LOOKBACK}, whether they led to a conversion before or not}
     *
     * @throws IllegalArgumentException if values are negative or in several currencies, or there are more than 65,536
     *     channels
     * @throws ArithmeticException if a value is finer than the minor unit of its currency
     */
    public Journeys journeys() {
        return journeys(LOOKBACK, RepeatConversions.ALL);
    }

    /**
     * {@return the journeys that led to the conversions, and those of people who never converted}
     *
     * <p>A touch leads to a conversion if it is neither later nor longer ago than the lookback; both ends count. A
     * conversion without such a touch has an empty journey and so stays {@code (unattributed)}. A person without any
     * conversion has one lost journey of all touches, whatever the lookback; touches after the last conversion of
     * others are in no journey.
     *
     * <p>Ages are counted from the conversion, in a lost journey from its last touch. The lead is the last touch at or
     * before the first contact of the person, the opportunity the last touch at or before the first qualification;
     * each only where the milestone is not after the conversion and that touch is in the journey. The key is told from
     * the person, so all journeys of one person have the same.
     *
     * @param lookback how long before a conversion a touch can lie, not negative
     * @param repeat which touches lead to a repeated conversion
     * @throws IllegalArgumentException if the lookback is negative, values are negative or in several currencies, or
     *     there are more than 65,536 channels
     * @throws ArithmeticException if a value is finer than the minor unit of its currency
     */
    public Journeys journeys(Duration lookback, RepeatConversions repeat) {
        if (lookback.isNegative()) {
            throw new IllegalArgumentException("lookback must not be negative, got " + lookback);
        }
        JourneysBuilder journeys = Journeys.builder();
        forEach(timeline -> new PersonJourneys(timeline, journeys).add(lookback, repeat));
        return journeys.build();
    }

    /**
     * {@return the journeys that led to a stage in a date range, and those that went on in it and had not reached it at
     * its end}
     *
     * <p>All touches at or before the stage led to it, however long ago. Each conversion in the range is a journey, with
     * its value; a contact or a qualification only if it is the person's first. A person with a touch in the range who
     * has not reached the stage before its end has one lost journey of the touches before that end; all others have
     * none, so that those who left long ago are not lost again in each range. Ages, milestones and keys are as in {@link
     * #journeys(Duration, RepeatConversions)}.
     *
     * <p>Since touches are shared by all later conversions of a person, somebody with n touches and n conversions has
     * n²/2 touches here.
     *
     * @param stage what is reached
     * @param window the date range, half-open
     * @throws IllegalArgumentException if values are negative or in several currencies, or there are more than 65,536
     *     channels
     * @throws ArithmeticException if a value is finer than the minor unit of its currency
     */
    public Journeys journeysTo(Milestone.Kind stage, TimeWindow window) {
        JourneysBuilder journeys = Journeys.builder();
        forEach(timeline -> new PersonJourneys(timeline, journeys).addTo(stage, window));
        return journeys.build();
    }

    /**
     * {@return the journeys that led to the first contact of the people who became contacts in a date range, by whether
     * they reached a stage then or at any later time}
     *
     * <p>All touches at or before the contact led to it, however long ago. Each conversion from the contact on is a
     * journey, with its value; of qualifications only the first. Who has none has one lost journey. Keys are told from
     * the person, so all journeys of one person have the same.
     *
     * @param stage what is reached
     * @param window the date range of the contacts, half-open
     * @throws IllegalArgumentException if values are negative or in several currencies, or there are more than 65,536
     *     channels
     * @throws ArithmeticException if a value is finer than the minor unit of its currency
     */
    public Journeys journeysOfContacts(Milestone.Kind stage, TimeWindow window) {
        JourneysBuilder journeys = Journeys.builder();
        forEach(timeline -> new PersonJourneys(timeline, journeys).addOfContact(stage, window));
        return journeys.build();
    }

    /**
     * {@return the distinct paths of {@link #journeys}}
     *
     * @param lookback how long before a conversion a touch can lie, not negative
     * @param repeat which touches lead to a repeated conversion
     * @throws IllegalArgumentException if the lookback is negative, values are negative or in several currencies, or
     *     there are more than 65,536 channels
     * @throws ArithmeticException if a value is finer than the minor unit of its currency
     */
    public PathTally paths(Duration lookback, RepeatConversions repeat) {
        return journeys(lookback, repeat).paths();
    }

    private TouchLog milestone(String person, Instant at, Milestone.Kind kind, @Nullable Money value) {
        Milestone milestone = new Milestone(at, kind, value);
        of(person).milestones.add(milestone);
        rows++;
        return this;
    }

    private Rows of(String person) {
        if (person.isBlank()) {
            throw new IllegalArgumentException("person is blank");
        }
        return people.computeIfAbsent(person, key -> new Rows());
    }

    private static final class Rows {
        private final List<Touch> touches = new ArrayList<>();
        private final List<Milestone> milestones = new ArrayList<>();
    }
}
