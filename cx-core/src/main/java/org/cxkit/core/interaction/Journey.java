package org.cxkit.core.interaction;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.touchpoint.TouchpointType;

/**
 * The interactions of one customer in the order of time, from first contact on.
 *
 * <p>The canonical order is by instant, and among equal instants the order of the input; the constructor sorts.
 * Immutable, value-based and thread-safe.
 *
 * @param customer whose journey it is
 * @param interactions at least one interaction, all of this customer, in canonical order
 */
public record Journey(CustomerId customer, List<Interaction> interactions) implements Serializable {

    /**
     * Sorts the interactions and checks that they are the customer's.
     *
     * @throws IllegalArgumentException if there is no interaction, or one is another customer's
     */
    public Journey {
        Objects.requireNonNull(customer, "customer");
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException(
                    "the journey of customer " + customer + " must have an interaction, got none");
        }
        int index = 0;
        for (Interaction interaction : interactions) {
            if (!interaction.customer().equals(customer)) {
                throw new IllegalArgumentException("interactions[" + index + "] must be of customer " + customer
                        + ", got one of " + interaction.customer());
            }
            index++;
        }
        interactions = interactions.stream().sorted(Interaction.BY_INSTANT).toList();
    }

    /**
     * {@return the journey of these interactions}
     *
     * @param interactions at least one interaction, all of one customer, in any order
     * @throws IllegalArgumentException if there is no interaction, or two customers are in contact
     */
    public static Journey of(Collection<Interaction> interactions) {
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("a journey must have an interaction, got none");
        }
        return new Journey(interactions.iterator().next().customer(), List.copyOf(interactions));
    }

    /**
     * {@return one journey for each customer, ordered by customer}
     *
     * @param interactions interactions of any customers in any order; of none there is no journey
     */
    public static List<Journey> byCustomer(Collection<Interaction> interactions) {
        Map<CustomerId, List<Interaction>> grouped = new TreeMap<>();
        for (Interaction interaction : interactions) {
            grouped.computeIfAbsent(interaction.customer(), customer -> new ArrayList<>())
                    .add(interaction);
        }
        return grouped.entrySet().stream()
                .map(entry -> new Journey(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** {@return the first interaction} */
    public Interaction firstContact() {
        return interactions.get(0);
    }

    /** {@return the last interaction} */
    public Interaction lastContact() {
        return interactions.get(interactions.size() - 1);
    }

    /**
     * {@return the first interaction at a touchpoint of one of these types, if there is one}
     *
     * @param types what completes the journey, such as {@link TouchpointType#PURCHASE} or
     *     {@link TouchpointType#DELIVERY}
     */
    public Optional<Interaction> completion(TouchpointType... types) {
        Set<TouchpointType> wanted = Set.copyOf(List.of(types));
        return interactions.stream()
                .filter(interaction -> wanted.contains(interaction.touchpoint().type()))
                .findFirst();
    }

    /**
     * {@return the part from first contact to completion, that one included, if the journey was completed}
     *
     * @param types what completes the journey, as for {@link #completion}
     */
    public Optional<Journey> completedBy(TouchpointType... types) {
        Set<TouchpointType> wanted = Set.copyOf(List.of(types));
        for (int i = 0; i < interactions.size(); i++) {
            if (wanted.contains(interactions.get(i).touchpoint().type())) {
                return Optional.of(new Journey(customer, interactions.subList(0, i + 1)));
            }
        }
        return Optional.empty();
    }

    /** {@return the time from first contact to last; zero for a single interaction} */
    public Duration duration() {
        return Duration.between(firstContact().instant(), lastContact().instant());
    }

    /**
     * {@return {@link JourneyPace#INSTINCTIVE} if the journey keeps within both limits, otherwise
     * {@link JourneyPace#CONSIDERED}}
     *
     * @param longest the longest duration of an instinctive journey, not negative
     * @param most the most interactions of an instinctive journey, at least 1
     * @throws IllegalArgumentException if the duration is negative or fewer than one interaction is allowed
     */
    public JourneyPace pace(Duration longest, int most) {
        if (longest.isNegative() || most < 1) {
            throw new IllegalArgumentException(
                    "pace needs a duration of at least 0 and at least 1 interaction, got " + longest + " and " + most);
        }
        boolean within = duration().compareTo(longest) <= 0 && interactions.size() <= most;
        return within ? JourneyPace.INSTINCTIVE : JourneyPace.CONSIDERED;
    }

    /**
     * {@return the number of interactions by key, in the order of the keys, as {@link Interaction#countBy} counts}
     *
     * @param key gives the key of an interaction, such as {@code Interaction::channel}
     * @param <K> the type of the keys
     */
    public <K extends Comparable<? super K>> Map<K, Long> countBy(InteractionKey<K> key) {
        return Interaction.countBy(interactions, key);
    }

    /** {@return the hand-offs between channels within the cases of this journey, as {@link Handoff#in} finds them} */
    public List<Handoff> handoffs() {
        return Handoff.in(interactions);
    }
}
