package org.cxkit.journey.page;

import java.util.ArrayList;
import java.util.List;
import org.cxkit.journey.chart.GroupedBars;
import org.cxkit.journey.chart.TransitionGraph;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.ChainTable;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CreditTable;
import org.cxkit.journey.report.Origin;
import org.cxkit.metrics.attribution.AttributionIntervals;
import org.cxkit.metrics.attribution.CreditInterval;
import org.cxkit.metrics.attribution.ModelIntervals;
import org.cxkit.metrics.channel.ChannelCounts;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.channel.StepRate;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.markov.RemovalEffect;
import org.cxkit.metrics.markov.Transition;

/** Attribution and the channel funnel of a chapter as HTML. */
final class HtmlChannels {

    private HtmlChannels() {}

    static void of(Markup page, Chapter chapter) {
        chapter.credits().forEach(table -> credits(page, chapter.origin(), table));
        ChannelFunnel channels = chapter.channels();
        if (channels != null) {
            channels(page, chapter.origin(), channels);
        }
    }

    private static void credits(Markup page, Origin origin, CreditTable table) {
        AttributionIntervals credit = table.credit();
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", table.title()).element("p", CreditWords.intervals(table), "class", "soft");
        page.open("div", "class", "grid").open("figure");
        page.raw(bars(credit).svg()).close("figure");
        ChainTable chain = table.chain();
        if (chain != null) {
            page.open("div");
            chain(page, chain);
            page.close("div");
        }
        page.close("div");
        figures(page, credit);
        page.close("section");
    }

    private static GroupedBars bars(AttributionIntervals credit) {
        List<GroupedBars.Group> groups = new ArrayList<>();
        for (String channel : channels(credit)) {
            List<Double> values = new ArrayList<>();
            List<GroupedBars.Range> ranges = new ArrayList<>();
            for (ModelIntervals model : credit.models()) {
                Interval conversions = row(model, channel).conversions();
                values.add(conversions.estimate());
                ranges.add(new GroupedBars.Range(conversions.low(), conversions.high()));
            }
            groups.add(new GroupedBars.Group(channel, values, ranges));
        }
        String title = "Conversions credited by model, with " + Figures.amount(100 * credit.level()) + " % intervals";
        return new GroupedBars(title, "", 1, models(credit), groups);
    }

    private static List<String> models(AttributionIntervals credit) {
        return credit.models().stream().map(ModelIntervals::model).toList();
    }

    /** The rows are the same for every model. */
    private static List<String> channels(AttributionIntervals credit) {
        return credit.models().stream()
                .limit(1)
                .flatMap(model -> model.channels().stream())
                .map(CreditInterval::channel)
                .toList();
    }

    private static CreditInterval row(ModelIntervals model, String channel) {
        return model.channel(channel).orElseThrow();
    }

    private static void figures(Markup page, AttributionIntervals credit) {
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "");
        models(credit).forEach(model -> page.element("th", model));
        page.close("tr").close("thead").open("tbody");
        for (String channel : channels(credit)) {
            page.open("tr").element("td", channel);
            for (ModelIntervals model : credit.models()) {
                Interval conversions = row(model, channel).conversions();
                page.open("td").text(Figures.decimal(conversions.estimate(), 1));
                page.element("small", "(" + Figures.limits(conversions) + ")").close("td");
            }
            page.close("tr");
        }
        page.close("tbody").close("table").close("div");
    }

    private static void chain(Markup page, ChainTable chain) {
        page.open("figure", "class", "wide", "tabindex", "0");
        page.raw(graph(chain).svg()).close("figure");
        page.open("figure").raw(removals(chain).svg());
        page.element("figcaption", CreditWords.removal(chain)).close("figure");
    }

    private static TransitionGraph graph(ChainTable chain) {
        return new TransitionGraph(
                "How journeys go on: the share of those who leave a box",
                Transition.START,
                Transition.CONVERSION,
                Transition.NULL,
                chain.transitions().stream()
                        .map(move -> new TransitionGraph.Edge(move.from(), move.to(), move.count()))
                        .toList());
    }

    private static GroupedBars removals(ChainTable chain) {
        boolean valued = CreditWords.valued(chain);
        List<GroupedBars.Group> groups = new ArrayList<>();
        for (RemovalEffect effect : chain.removals()) {
            List<Double> shares = new ArrayList<>(List.of(100 * effect.conversions()));
            if (valued) {
                shares.add(100 * effect.value().toOptional().orElse(0.0));
            }
            groups.add(GroupedBars.Group.of(CreditWords.removed(effect), shares));
        }
        List<String> series = valued ? List.of("conversions", "value") : List.of("conversions");
        return new GroupedBars("Removal effects: what would be lost", "%", 1, series, groups);
    }

    private static void channels(Markup page, Origin origin, ChannelFunnel funnel) {
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", "The channel funnel");
        page.element(
                "p",
                "From %s to %s (UTC)%s: sessions by their own channel; contacts, qualified people and sales by the channel"
                                .formatted(
                                        Figures.day(funnel.window().from()),
                                        Figures.day(funnel.window().to()),
                                        CreditWords.basis(funnel))
                        + " of the person, by first touch and by last touch. Under each count what it is of the one"
                        + " before, in per cent, with its 95 % interval (Wilson).",
                "class",
                "soft");
        channels(page, "By first touch", funnel.firstTouch(), funnel.total());
        channels(page, "By last touch", funnel.lastTouch(), funnel.total());
        String reasons = Rates.reasons(funnel);
        if (!reasons.isEmpty()) {
            page.element("p", reasons, "class", "soft");
        }
        page.close("section");
    }

    private static void channels(Markup page, String title, List<ChannelCounts> rows, ChannelCounts total) {
        page.open("div", "class", "scroll").open("table").element("caption", title);
        page.open("thead")
                .open("tr")
                .element("th", "channel")
                .element("th", "sessions")
                .element("th", "contacts");
        page.element("th", "qualified").element("th", "sales").element("th", "sales/session");
        page.close("tr").close("thead").open("tbody");
        rows.forEach(row -> channel(page.open("tr"), row));
        if (rows.size() > 1) {
            channel(page.open("tr", "class", "sum"), total);
        }
        page.close("tbody").close("table").close("div");
    }

    private static void channel(Markup page, ChannelCounts row) {
        page.element("td", row.channel()).element("td", Figures.count(row.sessions()));
        step(page, Figures.count(row.contacts()), row.contactRate());
        step(page, Figures.count(row.qualified()), row.qualifiedRate());
        step(page, Figures.count(row.sales()), row.salesRate());
        step(page, "", row.overallRate());
        page.close("tr");
    }

    private static void step(Markup page, String count, StepRate rate) {
        String share = Rates.inPercent(rate) + (rate.base() == 0 ? "" : " %");
        page.open("td");
        if (count.isEmpty()) {
            page.text(share);
        } else {
            page.text(count).element("small", share);
        }
        page.element("small", Rates.limits(rate)).close("td");
    }
}
