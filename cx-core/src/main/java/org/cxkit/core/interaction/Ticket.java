package org.cxkit.core.interaction;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.touchpoint.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One case of one customer, with every interaction about it in one place, through whatever channel.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param id the case
 * @param customer whose case it is
 * @param opened when it was opened
 * @param closed when it was closed, not before it was opened; null while it is open
 * @param interactions its interactions, all of this case and customer, by instant and among equal instants in the
 *     caller's order; may be empty
 */
public record Ticket(
        CaseId id,
        CustomerId customer,
        Instant opened,
        @Nullable Instant closed,
        List<Interaction> interactions) implements Serializable {

    /**
     * Sorts the interactions and checks that they belong here.
     *
     * @throws IllegalArgumentException if the ticket closes before it opens, or an interaction is of another case
     *     or customer
     */
    public Ticket {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(opened, "opened");
        if (closed != null && closed.isBefore(opened)) {
            throw new IllegalArgumentException(
                    "ticket " + id + " must not close before it opens, got " + opened + " to " + closed);
        }
        for (int i = 0; i < interactions.size(); i++) {
            Interaction interaction = interactions.get(i);
            if (!id.equals(interaction.caseId()) || !interaction.customer().equals(customer)) {
                throw new IllegalArgumentException("interactions[" + i + "] must be of case " + id + " and customer "
                        + customer + ", got case " + interaction.caseId() + " and customer " + interaction.customer());
            }
        }
        interactions = interactions.stream().sorted(Interaction.BY_INSTANT).toList();
    }

    /**
     * {@return one open ticket for each case, ordered by case, opened by its first interaction}
     *
     * @param interactions any interactions in any order; those without a case are left out
     * @throws IllegalArgumentException if two customers are in contact about one case
     */
    public static List<Ticket> byCase(Collection<Interaction> interactions) {
        return Handoff.byCase(interactions).entrySet().stream()
                .map(Ticket::opening)
                .toList();
    }

    private static Ticket opening(Map.Entry<CaseId, List<Interaction>> ofOneCase) {
        Interaction first = ofOneCase.getValue().get(0);
        return new Ticket(ofOneCase.getKey(), first.customer(), first.instant(), null, ofOneCase.getValue());
    }

    /**
     * {@return this ticket, closed}
     *
     * @param when when it was closed, not before it was opened
     * @throws IllegalArgumentException if the ticket would close before it opens
     */
    public Ticket withClosed(Instant when) {
        return new Ticket(id, customer, opened, Objects.requireNonNull(when, "when"), interactions);
    }

    /**
     * {@return whether the ticket is open at an instant: opened, and not yet closed}
     *
     * @param instant any instant
     */
    public boolean openAt(Instant instant) {
        return !instant.isBefore(opened) && (closed == null || instant.isBefore(closed));
    }

    /** {@return the last interaction, if there is one} */
    public Optional<Interaction> lastContact() {
        return interactions.isEmpty() ? Optional.empty() : Optional.of(interactions.get(interactions.size() - 1));
    }

    /** {@return the channels used, each once, in the order of first use} */
    public List<Channel> channels() {
        return interactions.stream().map(Interaction::channel).distinct().toList();
    }

    /** {@return the changes of channel, in the order of time} */
    public List<Handoff> handoffs() {
        return Handoff.in(interactions);
    }

    /** {@return how many of the changes of channel spared the customer from telling the problem again} */
    public RepeatFree repeatFree() {
        return RepeatFree.of(handoffs());
    }
}
