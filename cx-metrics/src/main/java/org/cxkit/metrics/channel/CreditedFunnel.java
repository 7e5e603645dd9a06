package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.attribution.ModelCredit;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.touch.Milestone;
import org.cxkit.metrics.touch.TouchLog;

/**
 * The channel funnel by any attribution models: each stage is an outcome of its own, whose credit is shared among the
 * sessions that led to it.
 *
 * <p>By date of the event the sessions at or before it share the credit, however long ago; on cohort basis those at or
 * before the contact share it, for all stages. A stage without such a session is {@code (unattributed)}. So by last
 * touch the stages are those of {@link ChannelFunnel#lastTouch}, and by first touch those of {@link
 * ChannelFunnel#firstTouch}, but for people whose first session came later than the stage, or than the contact on cohort
 * basis: they have a channel there and none here. The journeys are those of {@link TouchLog#journeysTo} and {@link
 * TouchLog#journeysOfContacts}, which also say what models of chains count as lost, and serve for intervals of this
 * credit. Nobody's sale may have a negative value here.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param funnel the same funnel by first and by last touch, with the sessions
 * @param contacts credit for people who became contacts
 * @param qualified credit for people found to be likely buyers
 * @param sales credit for sales and their value
 */
public record CreditedFunnel(ChannelFunnel funnel, Attribution contacts, Attribution qualified, Attribution sales)
        implements Serializable {

    /**
     * Checks that each stage is told by the same models.
     *
     * @throws IllegalArgumentException if they differ; the message names them
     */
    public CreditedFunnel {
        Objects.requireNonNull(funnel, "funnel");
        for (Attribution stage : List.of(qualified, sales)) {
            if (!models(stage).equals(models(contacts))) {
                throw new IllegalArgumentException("all stages must be told by the same models, got " + models(contacts)
                        + " and " + models(stage));
            }
        }
    }

    private static List<String> models(Attribution stage) {
        return stage.models().stream().map(ModelCredit::model).toList();
    }

    /**
     * {@return the funnel of a date range by models}
     *
     * @param log touches as sessions, and milestones; conversions are sales
     * @param window the date range, half-open
     * @param basis which events belong to the range
     * @param models one or more models
     * @throws IllegalArgumentException if sales are in several currencies, a value is negative, no model is given, or a
     *     Markov chain has too many states; the message says what to do
     * @throws ArithmeticException if a value is finer than the minor unit of its currency
     */
    public static CreditedFunnel of(TouchLog log, TimeWindow window, FunnelBasis basis, AttributionModel... models) {
        return new CreditedFunnel(
                ChannelFunnel.of(log, window, basis),
                credit(log, window, basis, Milestone.Kind.CONTACT, models),
                credit(log, window, basis, Milestone.Kind.QUALIFIED, models),
                credit(log, window, basis, Milestone.Kind.CONVERSION, models));
    }

    private static Attribution credit(
            TouchLog log, TimeWindow window, FunnelBasis basis, Milestone.Kind stage, AttributionModel... models) {
        return Attribution.of(
                basis == FunnelBasis.COHORT ? log.journeysOfContacts(stage, window) : log.journeysTo(stage, window),
                models);
    }

    /**
     * {@return one row for each channel by name, and at last one of what is unattributed, if anything is}
     *
     * @param model one of the models
     * @throws IllegalArgumentException if it was not asked for; the message names those that were
     */
    public List<CreditedStages> channels(AttributionModel model) {
        return rows(model.toString());
    }

    private List<CreditedStages> rows(String model) {
        if (!models(contacts).contains(model)) {
            throw new IllegalArgumentException("one of " + models(contacts) + " wanted, got \"" + model + "\"");
        }
        Map<String, CreditedStages> rows = new TreeMap<>();
        for (ChannelCounts row : funnel.firstTouch()) {
            rows.put(row.channel(), new CreditedStages(row.channel(), row.sessions(), 0, 0, 0, 0));
        }
        add(
                rows,
                contacts,
                model,
                (row, credit) -> new CreditedStages(
                        row.channel(),
                        row.sessions(),
                        credit.conversions(),
                        row.qualified(),
                        row.sales(),
                        row.revenue()));
        add(
                rows,
                qualified,
                model,
                (row, credit) -> new CreditedStages(
                        row.channel(),
                        row.sessions(),
                        row.contacts(),
                        credit.conversions(),
                        row.sales(),
                        row.revenue()));
        add(
                rows,
                sales,
                model,
                (row, credit) -> new CreditedStages(
                        row.channel(),
                        row.sessions(),
                        row.contacts(),
                        row.qualified(),
                        credit.conversions(),
                        credit.value()));
        List<CreditedStages> ordered = new ArrayList<>(rows.values());
        ordered.removeIf(row -> row.channel().equals(ChannelName.UNATTRIBUTED));
        CreditedStages rest = rows.get(ChannelName.UNATTRIBUTED);
        if (rest != null && rest.contacts() + rest.qualified() + rest.sales() > 0) {
            ordered.add(rest);
        }
        return List.copyOf(ordered);
    }

    private interface Filling {
        CreditedStages fill(CreditedStages row, ChannelCredit credit);
    }

    private static void add(Map<String, CreditedStages> rows, Attribution stage, String model, Filling filling) {
        stage.models().stream()
                .filter(credit -> credit.model().equals(model))
                .flatMap(credit -> credit.channels().stream())
                .forEach(credit -> rows.compute(
                        credit.channel(),
                        (channel, row) ->
                                filling.fill(row == null ? new CreditedStages(channel, 0, 0, 0, 0, 0) : row, credit)));
    }

    /** {@return a table for each model: its credit for each stage, and the counts of all channels together} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                funnel.window().from() + " to " + funnel.window().to()
                        + (funnel.basis() == FunnelBasis.COHORT ? ", people who became contacts then" : "") + "\n");
        String separator = "";
        for (String model : models(contacts)) {
            text.append(separator).append(table(model));
            separator = "\n";
        }
        return text.toString();
    }

    private String table(String model) {
        Money revenue = funnel.total().revenue();
        int decimals = revenue == null ? 0 : revenue.currency().getDefaultFractionDigits();
        TextTable table = new TextTable(model)
                .column("sessions")
                .column("contacts")
                .column("qualified")
                .column("sales");
        table.column(revenue == null ? "revenue" : "revenue, " + revenue.currency());
        for (CreditedStages row : rows(model)) {
            table.row(List.of(
                    row.channel(),
                    Long.toString(row.sessions()),
                    text(row.contacts(), 2),
                    text(row.qualified(), 2),
                    text(row.sales(), 2),
                    revenue == null ? "" : text(row.revenue(), decimals)));
        }
        ChannelCounts total = funnel.total();
        table.row(List.of(
                total.channel(),
                Long.toString(total.sessions()),
                text((double) total.contacts(), 2),
                text((double) total.qualified(), 2),
                text((double) total.sales(), 2),
                revenue == null ? "" : revenue.amount().toPlainString()));
        return table.toString();
    }

    private static String text(double credit, int decimals) {
        return String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", credit);
    }
}
