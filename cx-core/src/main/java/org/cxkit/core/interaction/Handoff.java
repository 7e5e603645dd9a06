package org.cxkit.core.interaction;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cxkit.core.touchpoint.Channel;

/**
 * A change of channel within a case: two adjacent interactions of the case through different channels.
 *
 * <p>Whether the customer had to repeat the problem is what the later interaction says. Immutable, value-based and
 * thread-safe.
 *
 * @param from the interaction before the change
 * @param to the next interaction of the same case, through another channel
 */
public record Handoff(Interaction from, Interaction to) implements Serializable {

    /**
     * Checks that it is one.
     *
     * @throws IllegalArgumentException if the two are not of one case, use the same channel, or are out of order
     */
    public Handoff {
        if (from.caseId() == null || !Objects.equals(from.caseId(), to.caseId())) {
            throw new IllegalArgumentException(
                    "a hand-off must stay in one case, got cases " + from.caseId() + " and " + to.caseId());
        }
        if (from.channel().equals(to.channel())) {
            throw new IllegalArgumentException("a hand-off must change the channel, got " + to.channel() + " twice");
        }
        if (to.instant().isBefore(from.instant())) {
            throw new IllegalArgumentException(
                    "a hand-off must not go back in time, got " + from.instant() + " to " + to.instant());
        }
    }

    /**
     * {@return the hand-offs, ordered by case and within a case by time}
     *
     * <p>Each case is put in canonical order, by instant and among equal instants by the order of the input, and
     * each adjacent pair whose channels differ is a hand-off. Interactions without a case are left out.
     *
     * @param interactions any interactions in any order; in none there is no hand-off
     */
    public static List<Handoff> in(Collection<Interaction> interactions) {
        List<Handoff> found = new ArrayList<>();
        for (List<Interaction> ofOneCase : byCase(interactions).values()) {
            for (int i = 1; i < ofOneCase.size(); i++) {
                Interaction from = ofOneCase.get(i - 1);
                Interaction to = ofOneCase.get(i);
                if (!from.channel().equals(to.channel())) {
                    found.add(new Handoff(from, to));
                }
            }
        }
        return List.copyOf(found);
    }

    /** The interactions of each case in canonical order; those without a case are left out. */
    static Map<CaseId, List<Interaction>> byCase(Collection<Interaction> interactions) {
        Map<CaseId, List<Interaction>> grouped = new TreeMap<>();
        for (Interaction interaction : interactions) {
            CaseId caseId = interaction.caseId();
            if (caseId != null) {
                grouped.computeIfAbsent(caseId, id -> new ArrayList<>()).add(interaction);
            }
        }
        grouped.values().forEach(ofOneCase -> ofOneCase.sort(Interaction.BY_INSTANT));
        return grouped;
    }

    /** {@return the channel that was left} */
    public Channel leaving() {
        return from.channel();
    }

    /** {@return the channel that was reached} */
    public Channel reaching() {
        return to.channel();
    }

    /** {@return the time between the two interactions} */
    public Duration elapsed() {
        return Duration.between(from.instant(), to.instant());
    }

    /** {@return whether the customer had to tell the problem again} */
    public ProblemRestated problemRestated() {
        return to.problemRestated();
    }
}
