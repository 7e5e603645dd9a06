package org.cxkit.journey.mining;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cxkit.journey.log.EventLog;
import org.cxkit.metrics.Outcome;

/**
 * Where cases change channel: neighbouring events whose channels are known and differ.
 *
 * <p>The matrix has an {@link Edge} for each pair of channels that a case passed between, with the time every pass
 * took. Events without a channel part their neighbours: nothing is known of a change across them. Immutable, value-based
 * and thread-safe; channels in the order of the text.
 */
public final class Handoffs {
    private final Map<Edge, Durations> waits;
    private final long cases;
    private final long casesWithChannel;
    private final long omnichannelCases;
    private final long eventsWithoutChannel;

    private Handoffs(
            Map<Edge, Durations> waits,
            long cases,
            long casesWithChannel,
            long omnichannelCases,
            long eventsWithoutChannel) {
        this.waits = waits;
        this.cases = cases;
        this.casesWithChannel = casesWithChannel;
        this.omnichannelCases = omnichannelCases;
        this.eventsWithoutChannel = eventsWithoutChannel;
    }

    /**
     * {@return the hand-offs of a log}
     *
     * @param log any log; if none of its events has a channel, there are no hand-offs
     */
    public static Handoffs of(EventLog log) {
        EdgeTable table = new EdgeTable();
        long known = 0;
        long omnichannel = 0;
        long unknown = 0;
        for (int c = 0; c < log.cases(); c++) {
            int seen = EventLog.NO_CHANNEL;
            boolean several = false;
            for (int event = log.from(c); event < log.to(c); event++) {
                int channel = log.channel(event);
                if (channel == EventLog.NO_CHANNEL) {
                    unknown++;
                    continue;
                }
                several |= seen != EventLog.NO_CHANNEL && seen != channel;
                seen = channel;
                int before = event == log.from(c) ? EventLog.NO_CHANNEL : log.channel(event - 1);
                if (before != EventLog.NO_CHANNEL && before != channel) {
                    table.add(before, channel, log.micros(event) - log.micros(event - 1));
                }
            }
            known += seen == EventLog.NO_CHANNEL ? 0 : 1;
            omnichannel += several ? 1 : 0;
        }
        TreeMap<Edge, Durations> waits = new TreeMap<>();
        for (int edge = 0; edge < table.size(); edge++) {
            waits.put(
                    new Edge(
                            log.channels().name(table.from(edge)),
                            log.channels().name(table.to(edge))),
                    Durations.owning(table.waits(edge)));
        }
        return new Handoffs(Collections.unmodifiableMap(waits), log.cases(), known, omnichannel, unknown);
    }

    /** {@return the time that every hand-off took, by its two channels, in order, unmodifiable} */
    public Map<Edge, Durations> waits() {
        return waits;
    }

    /**
     * {@return the times that hand-offs from one channel to another took; empty if there were none}
     *
     * @param from the channel that was left
     * @param to the channel that was entered
     */
    public Durations waits(String from, String to) {
        return waits.getOrDefault(new Edge(from, to), Durations.empty());
    }

    /** {@return how many hand-offs there were} */
    public long count() {
        return waits.values().stream().mapToLong(Durations::count).sum();
    }

    /** {@return how many cases there are} */
    public long cases() {
        return cases;
    }

    /** {@return how many cases used two or more channels} */
    public long omnichannelCases() {
        return omnichannelCases;
    }

    /** {@return how many events had no known channel} */
    public long eventsWithoutChannel() {
        return eventsWithoutChannel;
    }

    /** {@return the hand-offs per case, over the cases with a known channel} */
    public Outcome<Double> perCase() {
        return casesWithChannel == 0
                ? Outcome.noData("no case with a channel")
                : Outcome.of((double) count() / casesWithChannel);
    }

    /** {@return the share of the cases with a known channel that used two or more, from 0 to 1} */
    public Outcome<Double> omnichannelShare() {
        return casesWithChannel == 0
                ? Outcome.noData("no case with a channel")
                : Outcome.of((double) omnichannelCases / casesWithChannel);
    }

    /**
     * {@return the identifiers of the cases with a hand-off from one channel to another, in the order of the log}
     *
     * @param log the log in which to look
     * @param edge the channel that was left and the one that was entered
     */
    public static List<String> caseIds(EventLog log, Edge edge) {
        int from = log.channels().find(edge.from());
        int to = log.channels().find(edge.to());
        return log.caseIds(c -> {
            for (int event = log.from(c) + 1; event < log.to(c); event++) {
                if (from >= 0 && to >= 0 && log.channel(event - 1) == from && log.channel(event) == to) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Handoffs that
                && waits.equals(that.waits)
                && cases == that.cases
                && casesWithChannel == that.casesWithChannel
                && omnichannelCases == that.omnichannelCases
                && eventsWithoutChannel == that.eventsWithoutChannel;
    }

    @Override
    public int hashCode() {
        return 31 * waits.hashCode() + Long.hashCode(cases);
    }

    /** {@return a sentence with the counts} */
    @Override
    public String toString() {
        return count() + " hand-offs between channels in " + cases + " cases, " + omnichannelCases
                + " of them omnichannel, " + eventsWithoutChannel + " events without a channel";
    }
}
