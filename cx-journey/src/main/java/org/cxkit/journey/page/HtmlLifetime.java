package org.cxkit.journey.page;

import java.util.List;
import org.cxkit.journey.chart.HistogramBars;
import org.cxkit.journey.chart.TrackingChart;
import org.cxkit.journey.report.FittedModel;
import org.cxkit.journey.report.LifetimeTable;
import org.cxkit.journey.report.Origin;
import org.cxkit.metrics.validation.HoldOutGroup;
import org.cxkit.metrics.validation.HoldOutReport;
import org.cxkit.metrics.validation.Tracking;

/** What customers are expected to be worth, as HTML. */
final class HtmlLifetime {

    private HtmlLifetime() {}

    static void of(Markup page, Origin origin, LifetimeTable table) {
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", LifetimeWords.TITLE).element("p", table.assumptions(), "class", "soft");
        page.open("ul", "class", "facts");
        fact(page, LifetimeWords.total(table), "all customers together" + LifetimeWords.totalInterval(table));
        fact(page, LifetimeWords.alive(table), "customers expected to be still alive");
        page.close("ul").open("div", "class", "grid").open("div");
        best(page, table);
        page.close("div").open("figure");
        page.raw(new HistogramBars(LifetimeWords.ALIVE, "P(alive)", 0, 1, table.aliveParts()).svg())
                .close("figure");
        page.close("div");
        holdOut(page, table);
        page.element("h4", LifetimeWords.MODELS);
        for (FittedModel model : table.models()) {
            page.element("p", LifetimeWords.model(model), "class", "soft");
        }
        page.element("p", LifetimeWords.correlation(table), "class", "soft").close("section");
    }

    private static void best(Markup page, LifetimeTable table) {
        page.element("h4", LifetimeWords.BEST);
        head(
                page,
                LifetimeWords.bestHead(table).stream()
                        .filter(cell -> !cell.equals(LifetimeWords.INTERVAL))
                        .toList());
        for (LifetimeTable.Row row : table.best()) {
            List<String> cells = LifetimeWords.best(row);
            page.open("tr").element("td", cells.get(0));
            page.open("td").text(cells.get(1)).element("small", cells.get(2)).close("td");
            cells.subList(3, cells.size()).forEach(cell -> page.element("td", cell));
            page.close("tr");
        }
        page.close("tbody").close("table").close("div");
        page.element("p", LifetimeWords.intervals(), "class", "soft");
    }

    private static void holdOut(Markup page, LifetimeTable table) {
        HoldOutReport report = table.holdOut();
        Tracking tracking = table.tracking();
        if (report == null || tracking == null) {
            return;
        }
        page.open("div", "class", "grid").open("div").element("h4", LifetimeWords.HOLD_OUT);
        page.element("p", LifetimeWords.holdOut(report));
        head(page, LifetimeWords.GROUP_HEAD);
        for (HoldOutGroup group : report.groups()) {
            page.open("tr");
            LifetimeWords.group(group).forEach(cell -> page.element("td", cell));
            page.close("tr");
        }
        page.close("tbody").close("table").close("div").close("div");
        page.open("figure").raw(chart(tracking).svg());
        page.element("figcaption", LifetimeWords.tracking(tracking))
                .close("figure")
                .close("div");
    }

    private static void head(Markup page, List<String> cells) {
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        cells.forEach(cell -> page.element("th", cell));
        page.close("tr").close("thead").open("tbody");
    }

    private static void fact(Markup page, String figure, String words) {
        page.open("li").element("b", figure).element("span", words).close("li");
    }

    private static TrackingChart chart(Tracking tracking) {
        return new TrackingChart(
                LifetimeWords.TRACKING,
                tracking.calibrationEnd(),
                tracking.points().stream()
                        .map(point -> new TrackingChart.Point(point.day(), point.made(), point.expected()))
                        .toList());
    }
}
