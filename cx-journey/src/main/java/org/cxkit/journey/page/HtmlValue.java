package org.cxkit.journey.page;

import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.journey.chart.WhaleChart;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.ConvenienceTable;
import org.cxkit.journey.report.LifetimeTable;
import org.cxkit.journey.report.Origin;
import org.cxkit.journey.report.VerdictBands;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.FourCReport;
import org.jspecify.annotations.Nullable;

/** The 4C convenience check of a chapter as HTML. */
final class HtmlValue {

    private HtmlValue() {}

    static void of(Markup page, Chapter chapter) {
        LifetimeTable lifetime = chapter.lifetime();
        if (lifetime != null) {
            HtmlLifetime.of(page, chapter.origin(), lifetime);
        }
        ConvenienceTable convenience = chapter.convenience();
        if (convenience != null) {
            convenience(page, chapter.origin(), convenience);
        }
        FourCReport fourC = chapter.fourC();
        if (fourC != null) {
            fourC(page, chapter.origin(), fourC);
        }
    }

    private static void fourC(Markup page, Origin origin, FourCReport report) {
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", FourCWords.TITLE);
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        FourCWords.HEAD.forEach(cell -> page.element("th", cell, "class", "words"));
        page.close("tr").close("thead").open("tbody");
        for (List<String> row : FourCWords.rows(report)) {
            page.open("tr");
            row.forEach(cell -> page.element("td", cell, "class", "words"));
            page.close("tr");
        }
        page.close("tbody").close("table").close("div");
        if (!FourCWords.untold(report).isEmpty()) {
            page.element("p", FourCWords.untold(report), "class", "soft");
        }
        page.close("section");
    }

    private static void convenience(Markup page, Origin origin, ConvenienceTable table) {
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", "4C convenience: does a customer cost more than he or she is worth?");
        page.element("p", table.assumptions(), "class", "soft");
        page.open("div", "class", "grid").open("div");
        page.open("div", "class", "scroll").open("table");
        page.element("caption", "Acquisition, service and retention cost must not exceed lifetime value");
        page.open("thead")
                .open("tr")
                .element("th", "")
                .element("th", "to win")
                .element("th", "to keep")
                .close("tr");
        page.close("thead").open("tbody");
        ConveniencePortfolio win = table.prospect();
        ConveniencePortfolio keep = table.existing();
        verdict(page, "pass", win.passes(), keep.passes());
        verdict(page, "break even", win.breakEvens(), keep.breakEvens());
        verdict(page, "fail", win.fails(), keep.fails());
        verdict(page, "fail, a cost missing", win.incompleteFails(), keep.incompleteFails());
        verdict(page, "indeterminate", win.indeterminates(), keep.indeterminates());
        bands(page, table.prospectBands(), table.existingBands());
        cells(page, "share failing", percent(win.shareFailing()), percent(keep.shareFailing()));
        cells(page, "lifetime value", total(win.lifetimeValue()), total(keep.lifetimeValue()));
        cells(page, "cost", total(win.cost()), total(keep.cost()));
        cells(page, "margin", money(win.margin()), money(keep.margin()));
        cells(page, "CLV/cost", ratio(win.ratio()), ratio(keep.ratio()));
        page.close("tbody").close("table").close("div");
        reasons(page, table);
        page.close("div").open("figure");
        page.raw(whale(table).svg());
        page.element("figcaption", caption(table)).close("figure").close("div").close("section");
    }

    private static void bands(Markup page, @Nullable VerdictBands win, @Nullable VerdictBands keep) {
        if (win != null && keep != null) {
            String level = " (" + Figures.amount(100 * win.level()) + " % sure)";
            verdict(page, "likely pass" + level, win.likelyPass(), keep.likelyPass());
            verdict(page, "uncertain", win.uncertain(), keep.uncertain());
            verdict(page, "likely fail" + level, win.likelyFail(), keep.likelyFail());
            verdict(page, "unknown", win.unknown(), keep.unknown());
        }
    }

    private static void verdict(Markup page, String name, long win, long keep) {
        cells(page, name, Figures.count(win), Figures.count(keep));
    }

    private static void cells(Markup page, String name, String win, String keep) {
        page.open("tr")
                .element("td", name)
                .element("td", win)
                .element("td", keep)
                .close("tr");
    }

    private static String percent(Outcome<Double> share) {
        return Figures.or(share, Figures::percent);
    }

    private static String money(Outcome<Money> money) {
        return Figures.or(money, Figures::money);
    }

    private static String total(@Nullable Money money) {
        return money == null ? "–" : Figures.money(money);
    }

    private static String ratio(Outcome<Double> ratio) {
        return Figures.or(ratio, value -> Figures.decimal(value, 3));
    }

    private static WhaleChart whale(ConvenienceTable table) {
        String unit = table.whale().isEmpty()
                ? ""
                : table.whale().get(0).cumulative().currency().getCurrencyCode();
        return new WhaleChart(
                "Whale curve: margins added up, the best customers first",
                unit,
                table.whale().stream()
                        .map(point -> new WhaleChart.Point(
                                point.customers(), point.cumulative().amount().doubleValue()))
                        .toList());
    }

    private static String caption(ConvenienceTable table) {
        if (table.whale().isEmpty()) {
            return table.peak().toString();
        }
        String costs = table.basis() == CostBasis.EXISTING ? "Acquisition is sunk. " : "";
        return costs
                + "The best fifth of the customers earns %s of the final margin; those after the peak, customer %s, take away %s."
                        .formatted(
                                percent(table.topFifth()),
                                Figures.count(table.peakCustomers()),
                                money(table.destroyed()));
    }

    private static void reasons(Markup page, ConvenienceTable table) {
        if (table.worst().isEmpty()) {
            return;
        }
        page.element("h4", "The largest shortfalls")
                .open("div", "class", "scroll")
                .open("table")
                .open("tbody");
        for (ConvenienceTable.Reason reason : table.worst()) {
            page.open("tr").element("td", reason.customer().value());
            page.element("td", reason.reason(), "class", "words").close("tr");
        }
        page.close("tbody").close("table").close("div");
    }
}
