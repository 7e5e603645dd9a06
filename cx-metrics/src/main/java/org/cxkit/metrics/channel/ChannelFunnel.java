package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.touch.Milestone;
import org.cxkit.metrics.touch.Timeline;
import org.cxkit.metrics.touch.Touch;
import org.cxkit.metrics.touch.TouchLog;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, contacts, qualified people and sales per channel in a date range, by first touch and by last touch.
 *
 * <p>Sessions are counted by their own channel. The stages are counted by the channel of the person: by first touch
 * that of the first session ever, also where it lies outside of the range; by last touch that of the last session at
 * or before the event (on cohort basis: at or before the contact, so that all stages of a person stand in one row). Those
 * of people without such a session are {@code (unattributed)}. Immutable, value-based and thread-safe.
 *
 * <p>Source: HubSpot, "Use the sources report", for the original source and for the cohort basis.
 *
 * @param window the date range, half-open
 * @param basis which events belong to the range
 * @param firstTouch one row for each channel of the log by name, by first touch
 * @param lastTouch the same by last touch
 */
public record ChannelFunnel(
        TimeWindow window, FunnelBasis basis, List<ChannelCounts> firstTouch, List<ChannelCounts> lastTouch)
        implements Serializable {

    /** Copies the lists. */
    public ChannelFunnel {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(basis, "basis");
        firstTouch = List.copyOf(firstTouch);
        lastTouch = List.copyOf(lastTouch);
    }

    /**
     * {@return the funnel of what happened in the range}
     *
     * @param log touches as sessions, and milestones; conversions are sales
     * @param window the date range, half-open
     * @throws IllegalArgumentException if sales are in several currencies
     */
    public static ChannelFunnel of(TouchLog log, TimeWindow window) {
        return of(log, window, FunnelBasis.EVENT_DATE);
    }

    /**
     * {@return the funnel of a date range}
     *
     * @param log touches as sessions, and milestones; conversions are sales
     * @param window the date range, half-open
     * @param basis which events belong to the range
     * @throws IllegalArgumentException if sales are in several currencies
     */
    public static ChannelFunnel of(TouchLog log, TimeWindow window, FunnelBasis basis) {
        FunnelRows first = new FunnelRows();
        FunnelRows last = new FunnelRows();
        log.forEach(timeline -> {
            for (Touch touch : timeline.touches()) {
                count(first, touch, window);
                count(last, touch, window);
            }
            if (basis == FunnelBasis.COHORT) {
                byCohort(first, timeline, window, at -> timeline.firstChannel());
                byCohort(last, timeline, window, timeline::lastChannel);
            } else {
                byDate(first, timeline, window, at -> timeline.firstChannel());
                byDate(last, timeline, window, timeline::lastChannel);
            }
        });
        return new ChannelFunnel(window, basis, first.rows(), last.rows());
    }

    /** The channel that a person has at an instant. */
    private interface ChannelAt {
        Optional<String> of(Instant at);

        default String name(Instant at) {
            return of(at).orElse(ChannelName.UNATTRIBUTED);
        }
    }

    private static void count(FunnelRows rows, Touch touch, TimeWindow window) {
        if (window.contains(touch.at())) {
            rows.session(touch.channel());
        } else {
            rows.channel(touch.channel());
        }
    }

    private static void byDate(FunnelRows rows, Timeline timeline, TimeWindow window, ChannelAt channel) {
        Milestone contact = first(timeline, Milestone.Kind.CONTACT);
        if (contact != null && window.contains(contact.at())) {
            rows.contact(channel.name(contact.at()));
        }
        Milestone qualified = first(timeline, Milestone.Kind.QUALIFIED);
        if (qualified != null && window.contains(qualified.at())) {
            rows.qualified(channel.name(qualified.at()));
        }
        for (Milestone sale : timeline.milestones()) {
            if (sale.kind() == Milestone.Kind.CONVERSION && window.contains(sale.at())) {
                rows.sale(channel.name(sale.at()), sale.value());
            }
        }
    }

    private static void byCohort(FunnelRows rows, Timeline timeline, TimeWindow window, ChannelAt channel) {
        Milestone contact = first(timeline, Milestone.Kind.CONTACT);
        if (contact == null || !window.contains(contact.at())) {
            return;
        }
        String name = channel.name(contact.at());
        rows.contact(name);
        boolean qualified = false;
        for (Milestone later : timeline.milestones()) {
            if (!later.at().isBefore(contact.at())) {
                qualified |= later.kind() == Milestone.Kind.QUALIFIED;
                if (later.kind() == Milestone.Kind.CONVERSION) {
                    rows.sale(name, later.value());
                }
            }
        }
        if (qualified) {
            rows.qualified(name);
        }
    }

    private static @Nullable Milestone first(Timeline timeline, Milestone.Kind kind) {
        for (Milestone milestone : timeline.milestones()) {
            if (milestone.kind() == kind) {
                return milestone;
            }
        }
        return null;
    }

    /** {@return all channels together; the same by either touch} */
    public ChannelCounts total() {
        ChannelCounts total = new ChannelCounts("total", 0, 0, 0, 0, null);
        for (ChannelCounts row : firstTouch) {
            total = total.plus(row);
        }
        return total;
    }

    /** {@return the table: each stage by first touch / by last touch} */
    @Override
    public String toString() {
        TreeMap<String, ChannelCounts> last = new TreeMap<>();
        lastTouch.forEach(row -> last.put(row.channel(), row));
        TextTable table =
                new TextTable("channel").column("sessions").column("contacts").column("qualified");
        table.column("sales").column("revenue");
        firstTouch.forEach(row -> {
            ChannelCounts other = last.remove(row.channel());
            row(table, row, other == null ? nothing(row) : other);
        });
        last.values().forEach(row -> row(table, nothing(row), row));
        row(table, total(), total());
        return window.from() + " to " + window.to()
                + (basis == FunnelBasis.COHORT ? ", people who became contacts then" : "")
                + "; stages by first touch / by last touch\n" + table;
    }

    /**
     * {@return the table of the rates from step to step with 95 % Wilson intervals, by first touch and by last touch}
     *
     * <p>Sessions are those of the channel, stages those of its people, so that a rate can exceed 100 %; then it is no
     * proportion and has no interval.
     */
    public String rates() {
        return rates("by first touch", firstTouch) + "\n" + rates("by last touch", lastTouch);
    }

    private String rates(String title, List<ChannelCounts> rows) {
        TextTable table = new TextTable(title)
                .column("contacts per session")
                .column("qualified per contact")
                .column("sales per qualified")
                .column("sales per session");
        rows.forEach(row -> rates(table, row));
        rates(table, total());
        return table.toString();
    }

    private static void rates(TextTable table, ChannelCounts row) {
        table.row(List.of(
                row.channel(),
                row.contactRate().percent(),
                row.qualifiedRate().percent(),
                row.salesRate().percent(),
                row.overallRate().percent()));
    }

    private static ChannelCounts nothing(ChannelCounts row) {
        Money revenue = row.revenue();
        return new ChannelCounts(
                row.channel(), row.sessions(), 0, 0, 0, revenue == null ? null : Money.zero(revenue.currency()));
    }

    private static void row(TextTable table, ChannelCounts first, ChannelCounts last) {
        Money revenue = first.revenue();
        Money other = last.revenue();
        table.row(List.of(
                first.channel(),
                Long.toString(first.sessions()),
                first.contacts() + " / " + last.contacts(),
                first.qualified() + " / " + last.qualified(),
                first.sales() + " / " + last.sales(),
                revenue == null || other == null ? "" : revenue.amount().toPlainString() + " / " + other));
    }
}
