package org.cxkit.journey.page;

import org.cxkit.journey.chart.FunnelBars;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.MeasuredStep;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.render.Svg;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.HandoffTable;
import org.cxkit.journey.report.JourneyTable;
import org.cxkit.journey.report.Origin;
import org.cxkit.metrics.Outcome;

/** The journey of a chapter as HTML: the map, the measured table, promises, the funnel and the hand-offs. */
final class HtmlJourney {

    private HtmlJourney() {}

    static void of(Markup page, Chapter chapter) {
        JourneyTable journey = chapter.journey();
        if (journey != null) {
            map(page, chapter.origin(), journey);
            page.open("div", "class", "grid");
            if (!journey.funnel().isEmpty()) {
                funnel(page, chapter.origin(), journey);
            }
            if (!journey.promises().isEmpty()) {
                promises(page, chapter.origin(), journey);
            }
            page.close("div");
        }
        HandoffTable handoffs = chapter.handoffs();
        if (handoffs != null) {
            handoffs(page, chapter.origin(), handoffs);
        }
    }

    private static void map(Markup page, Origin origin, JourneyTable journey) {
        Measured measured = journey.measured();
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", "The journey as designed, and as " + journey.cases() + " went through it");
        page.element(
                "p",
                "%s %s, %s events, of which %s belong to no step of the map. The numbers under each step: who reached it,"
                                .formatted(
                                        Figures.count(measured.cases()),
                                        journey.cases(),
                                        Figures.count(measured.events()),
                                        Figures.count(measured.unmapped()))
                        + " whose last step it was, and the median wait to the next.",
                "class",
                "soft");
        page.open("figure", "class", "wide", "tabindex", "0")
                .raw(Svg.of(journey.map(), measured))
                .close("figure");
        page.open("details").element("summary", "The figures").open("div", "class", "scroll");
        steps(page, journey);
        page.close("div").close("details").close("section");
    }

    private static void steps(Markup page, JourneyTable journey) {
        page.open("table").element("caption", "Each step of the map as measured");
        page.open("thead")
                .open("tr")
                .element("th", "step")
                .element("th", "reached")
                .element("th", "share");
        page.element("th", "ended here").element("th", "drop-off").element("th", "median wait to next");
        page.element("th", "satisfaction, -2 to 2")
                .element("th", "n")
                .close("tr")
                .close("thead")
                .open("tbody");
        for (Step step : journey.map().steps()) {
            journey.measured().step(step.id()).ifPresent(measured -> step(page, step, measured));
        }
        page.close("tbody").close("table");
    }

    private static void step(Markup page, Step step, MeasuredStep measured) {
        page.open("tr").element("td", step.title()).element("td", Figures.count(measured.reached()));
        page.element("td", Figures.or(measured.reach(), Figures::percent));
        page.element("td", Figures.count(measured.ended()));
        page.element("td", Figures.or(measured.dropOff(), Figures::percent));
        page.element("td", measured.medianWait() == null ? "–" : Figures.duration(measured.medianWait()));
        page.element(
                "td",
                measured.emotion() == null
                        ? "–"
                        : Figures.decimal(measured.emotion().mean(), 2));
        page.element(
                "td",
                measured.emotion() == null
                        ? "–"
                        : Figures.count(measured.emotion().responses()));
        page.close("tr");
    }

    private static void funnel(Markup page, Origin origin, JourneyTable journey) {
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", "Funnel of " + journey.cases());
        page.open("figure");
        FunnelBars bars = new FunnelBars(
                "Open funnel: in this order, with anything between",
                journey.funnel().stream()
                        .map(level -> new FunnelBars.Level(level.activity(), level.reached()))
                        .toList());
        page.raw(bars.svg());
        page.close("figure").close("section");
    }

    private static void promises(Markup page, Origin origin, JourneyTable journey) {
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", "Promises kept").open("div", "class", "scroll").open("table");
        page.element("caption", "Waits since the step before, against what the map promises");
        page.open("thead")
                .open("tr")
                .element("th", "step")
                .element("th", "promised")
                .element("th", "median");
        page.element("th", "late")
                .element("th", "of")
                .element("th", "late share")
                .close("tr")
                .close("thead");
        page.open("tbody");
        for (JourneyTable.Promise promise : journey.promises()) {
            page.open("tr").element("td", promise.title()).element("td", Figures.duration(promise.promised()));
            page.element("td", Figures.or(promise.median(), Figures::duration));
            page.element("td", Figures.count(promise.late())).element("td", Figures.count(promise.arrivals()));
            page.element("td", Figures.or(promise.lateShare(), Figures::percent))
                    .close("tr");
        }
        page.close("tbody").close("table").close("div").close("section");
    }

    private static void handoffs(Markup page, Origin origin, HandoffTable handoffs) {
        page.open("section", "class", "card");
        Html.badge(page, origin);
        page.element("h3", "Tickets handed over between channels");
        page.element(
                "p",
                "%s, %s: %s."
                        .formatted(
                                Figures.counted((double) handoffs.tickets(), "ticket"),
                                Figures.counted((double) handoffs.handoffs(), "hand-off"),
                                handoffs.repeatFree()));
        page.open("div", "class", "scroll").open("table");
        page.open("thead").open("tr").element("th", "from").element("th", "to", "class", "words");
        page.element("th", "hand-offs").element("th", "told once").element("th", "told again");
        page.element("th", "unknown")
                .element("th", "repeat-free rate")
                .close("tr")
                .close("thead")
                .open("tbody");
        for (HandoffTable.Row row : handoffs.rows()) {
            page.open("tr")
                    .element("td", row.from().name())
                    .element("td", row.to().name(), "class", "words");
            page.element("td", Figures.count(row.handoffs()));
            page.element("td", Figures.count(row.repeatFree().repeatFree()));
            page.element("td", Figures.count(row.repeatFree().repeated()));
            page.element("td", Figures.count(row.repeatFree().unknown()));
            Outcome<Double> rate = row.repeatFree().known() == 0
                    ? Outcome.noData("none known")
                    : Outcome.of(row.repeatFree().rate());
            page.element("td", Figures.or(rate, Figures::percent)).close("tr");
        }
        page.close("tbody").close("table").close("div").close("section");
    }
}
