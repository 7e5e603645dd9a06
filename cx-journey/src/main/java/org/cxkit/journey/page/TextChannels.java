package org.cxkit.journey.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.ChainTable;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CreditTable;
import org.cxkit.metrics.attribution.AttributionIntervals;
import org.cxkit.metrics.attribution.CreditInterval;
import org.cxkit.metrics.attribution.ModelIntervals;
import org.cxkit.metrics.channel.ChannelCounts;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.channel.StepRate;
import org.cxkit.metrics.markov.RemovalEffect;
import org.cxkit.metrics.markov.Transition;

/** Attribution and the channel funnel of a chapter as text. */
final class TextChannels {
    private static final int MOST_TRANSITIONS = 10;

    private TextChannels() {}

    static void of(StringBuilder text, Chapter chapter) {
        chapter.credits().forEach(table -> {
            credits(text, table);
            ChainTable chain = table.chain();
            if (chain != null) {
                removals(text, chain);
                transitions(text, chain);
            }
        });
        ChannelFunnel channels = chapter.channels();
        if (channels != null) {
            String basis = CreditWords.basis(channels);
            counts(text, "Channel funnel by first touch" + basis, withTotal(channels.firstTouch(), channels));
            counts(text, "Channel funnel by last touch" + basis, withTotal(channels.lastTouch(), channels));
            String reasons = Rates.reasons(channels);
            if (!reasons.isEmpty()) {
                Text.paragraph(text, reasons, Text.INDENT);
            }
        }
    }

    private static void credits(StringBuilder text, CreditTable table) {
        AttributionIntervals credit = table.credit();
        Text.heading(text, table.title() + ": conversions credited by model");
        Columns<String> rows = new Columns<>("", names(credit));
        for (ModelIntervals model : credit.models()) {
            rows.add(
                    model.model(),
                    channel -> figure(
                            model,
                            channel,
                            row -> Figures.decimal(row.conversions().estimate(), 1)),
                    channel -> figure(model, channel, row -> "(" + Figures.limits(row.conversions()) + ")"));
        }
        rows.appendTo(text, Text::clip);
        Text.paragraph(text, CreditWords.intervals(table), Text.INDENT);
    }

    private static List<String> names(AttributionIntervals credit) {
        return credit.models().isEmpty()
                ? List.of()
                : credit.models().get(0).channels().stream()
                        .map(CreditInterval::channel)
                        .toList();
    }

    private static String figure(ModelIntervals model, String channel, Function<CreditInterval, String> words) {
        return model.channel(channel).map(words).orElse("");
    }

    private static void removals(StringBuilder text, ChainTable chain) {
        Text.heading(text, "Removal effects");
        Text.paragraph(text, CreditWords.removal(chain), Text.INDENT);
        Columns<RemovalEffect> rows = new Columns<>("without", chain.removals());
        rows.add("conversions lost", effect -> Figures.percent(effect.conversions()));
        if (CreditWords.valued(chain)) {
            rows.add("value lost", effect -> Figures.or(effect.value(), Figures::percent));
        }
        if (!chain.removals().isEmpty()) {
            rows.appendTo(text, effect -> Text.clip(CreditWords.removed(effect)));
        }
    }

    private static void transitions(StringBuilder text, ChainTable chain) {
        List<Transition> all = CreditWords.byCount(chain.transitions());
        if (all.isEmpty()) {
            return;
        }
        int shown = Math.min(MOST_TRANSITIONS, all.size());
        String which = shown == all.size() ? "" : ", the " + shown + " most frequent of " + all.size();
        Text.heading(text, "Transitions" + which);
        Columns<Transition> rows = new Columns<>("from", all.subList(0, shown));
        rows.add("to", transition -> Text.clip(transition.to()));
        rows.add("count", transition -> Figures.amount(transition.count()));
        rows.add("share of from", transition -> Figures.percent(transition.probability()));
        rows.appendTo(text, transition -> Text.clip(transition.from()));
    }

    private static List<ChannelCounts> withTotal(List<ChannelCounts> rows, ChannelFunnel funnel) {
        return rows.size() < 2
                ? rows
                : Stream.concat(rows.stream(), Stream.of(funnel.total())).toList();
    }

    private static void counts(StringBuilder text, String title, List<ChannelCounts> channels) {
        Text.heading(text, title);
        Columns<ChannelCounts> counts = new Columns<>("channel", channels);
        counts.add("sessions", row -> Figures.count(row.sessions()));
        counts.add("contacts", row -> Figures.count(row.contacts()));
        counts.add("qualified", row -> Figures.count(row.qualified()));
        counts.add("sales", row -> Figures.count(row.sales()));
        counts.appendTo(text, row -> Text.clip(row.channel()));
        if (channels.isEmpty()) {
            return;
        }
        Columns<ChannelCounts> rates = new Columns<>("rates in %", channels);
        for (int i = 0; i < Rates.NAMES.size(); i++) {
            int rate = i;
            Function<ChannelCounts, StepRate> of = row -> Rates.of(row).get(rate);
            rates.add(Rates.NAMES.get(i), row -> Rates.inPercent(of.apply(row)), row -> Rates.limits(of.apply(row)));
        }
        rates.appendTo(text, row -> Text.clip(row.channel()));
    }

    /** A table told column by column; a figure and its interval are one column in which both line up. */
    private static final class Columns<T> {
        private final String head;
        private final List<T> things;
        private final List<List<String>> columns = new ArrayList<>();

        Columns(String head, List<T> things) {
            this.head = head;
            this.things = things;
        }

        void add(String title, Function<T, String> figure) {
            columns.add(
                    Stream.concat(Stream.of(title), things.stream().map(figure)).toList());
        }

        void add(String title, Function<T, String> figure, Function<T, String> interval) {
            int widest =
                    things.stream().map(interval).mapToInt(String::length).max().orElse(0);
            add(title, thing -> {
                String limits = interval.apply(thing);
                return figure.apply(thing) + " ".repeat(widest + 1 - limits.length()) + limits;
            });
        }

        void appendTo(StringBuilder text, Function<T, String> name) {
            add(head, name);
            List<String> first = columns.remove(columns.size() - 1);
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < first.size(); row++) {
                List<String> cells = new ArrayList<>(List.of(first.get(row)));
                for (List<String> column : columns) {
                    cells.add(column.get(row));
                }
                rows.add(cells);
            }
            Text.append(text, rows);
        }
    }
}
