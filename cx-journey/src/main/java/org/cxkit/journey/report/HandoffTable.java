package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cxkit.core.interaction.Handoff;
import org.cxkit.core.interaction.RepeatFree;
import org.cxkit.core.interaction.Ticket;
import org.cxkit.core.touchpoint.Channel;

/**
 * How tickets were handed over between channels, and whether customers had to tell their problem again.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param tickets the number of tickets, not negative
 * @param repeatFree over all hand-offs of the tickets
 * @param rows one for each pair of channels that occurs, the most frequent first, then by name
 */
public record HandoffTable(long tickets, RepeatFree repeatFree, List<Row> rows) implements Serializable {

    /**
     * The hand-offs from one channel to another.
     *
     * @param from the channel that was left
     * @param to the channel that was reached
     * @param repeatFree over these hand-offs
     */
    public record Row(Channel from, Channel to, RepeatFree repeatFree) implements Serializable {

        /** {@return the number of these hand-offs} */
        public long handoffs() {
            return repeatFree.known() + repeatFree.unknown();
        }
    }

    /**
     * Copies the rows.
     *
     * @throws IllegalArgumentException if the number of tickets is negative
     */
    public HandoffTable {
        Objects.requireNonNull(repeatFree, "repeatFree");
        if (tickets < 0) {
            throw new IllegalArgumentException("tickets must not be negative, got " + tickets);
        }
        rows = List.copyOf(rows);
    }

    /**
     * {@return the hand-offs of these tickets}
     *
     * @param tickets any tickets; of none there is no hand-off
     */
    public static HandoffTable of(Collection<Ticket> tickets) {
        List<Handoff> all = tickets.stream().flatMap(t -> t.handoffs().stream()).toList();
        Map<Channel, Map<Channel, List<Handoff>>> pairs = new TreeMap<>();
        for (Handoff handoff : all) {
            pairs.computeIfAbsent(handoff.leaving(), from -> new TreeMap<>())
                    .computeIfAbsent(handoff.reaching(), to -> new ArrayList<>())
                    .add(handoff);
        }
        List<Row> rows = new ArrayList<>();
        pairs.forEach((from, targets) ->
                targets.forEach((to, handoffs) -> rows.add(new Row(from, to, RepeatFree.of(handoffs)))));
        // a stable sort keeps the order by name among equals
        rows.sort(Comparator.comparingLong(Row::handoffs).reversed());
        return new HandoffTable(tickets.size(), RepeatFree.of(all), rows);
    }

    /** {@return the number of hand-offs} */
    public long handoffs() {
        return repeatFree.known() + repeatFree.unknown();
    }
}
