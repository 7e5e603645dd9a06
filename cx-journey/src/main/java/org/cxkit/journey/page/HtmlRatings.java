package org.cxkit.journey.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.journey.chart.IntervalBars;
import org.cxkit.journey.chart.StackedBars;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.RatingMetric;
import org.cxkit.journey.report.RatingTable;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;

/** The ratings of a chapter as HTML: scores with intervals, distributions, and the table behind both. */
final class HtmlRatings {

    private HtmlRatings() {}

    static void of(Markup page, Chapter chapter) {
        for (RatingTable table : chapter.ratings()) {
            page.open("section", "class", "card");
            Html.badge(page, chapter.origin());
            page.element("h3", table.question().name() + " by " + table.by());
            page.open("div", "class", "grid");
            page.open("figure").raw(scores(table).svg()).close("figure");
            page.open("figure").raw(distribution(table).svg()).close("figure");
            page.close("div");
            page.open("details").element("summary", "The figures").open("div", "class", "scroll");
            figures(page, table);
            page.close("div").close("details").close("section");
        }
    }

    private static IntervalBars scores(RatingTable table) {
        RatingMetric metric = table.question().metric();
        List<IntervalBars.Bar> bars = new ArrayList<>();
        bars.add(bar(table.total()));
        table.rows().forEach(row -> bars.add(bar(row)));
        String name = table.question().name();
        String title =
                (name.equals(metric.title()) ? name : name + " (" + metric.title() + ")") + ", with 95 % intervals";
        return new IntervalBars(title, metric.unit(), metric.least(), 100, 1, bars);
    }

    private static IntervalBars.Bar bar(RatingTable.Row row) {
        if (row.score() instanceof Outcome.Value<Interval> known) {
            Interval score = known.value();
            return new IntervalBars.Bar(
                    row.name(), score.estimate(), score.low(), score.high(), "n " + Figures.count(row.valid()));
        }
        return IntervalBars.Bar.none(row.name(), row.score().toString());
    }

    private static StackedBars distribution(RatingTable table) {
        RatingScale scale = table.question().scale();
        List<String> points = new ArrayList<>(IntStream.rangeClosed(scale.min(), scale.max())
                .mapToObj(Integer::toString)
                .toList());
        List<StackedBars.Row> rows = new ArrayList<>();
        rows.add(new StackedBars.Row(table.total().name(), table.total().counts()));
        table.rows().forEach(row -> rows.add(new StackedBars.Row(row.name(), row.counts())));
        return new StackedBars("How the answers are distributed, " + scale, points, rows);
    }

    private static void figures(Markup page, RatingTable table) {
        RatingScale scale = table.question().scale();
        page.open("table").element("caption", table.question().name() + " by " + table.by() + ", scale " + scale);
        page.open("thead").open("tr").element("th", table.by());
        page.element("th", table.question().metric().title())
                .element("th", "95 % interval")
                .element("th", "n");
        page.element("th", "missing").element("th", "invalid");
        for (int point = scale.min(); point <= scale.max(); point++) {
            page.element("th", Integer.toString(point));
        }
        page.close("tr").close("thead").open("tbody");
        table.rows().forEach(row -> row(page, row, table.question().metric(), ""));
        row(page, table.total(), table.question().metric(), "sum");
        page.close("tbody").close("table");
    }

    private static void row(Markup page, RatingTable.Row row, RatingMetric metric, String style) {
        page.open("tr", "class", style).element("td", row.name());
        page.element("td", Figures.or(row.score(), score -> Figures.score(score, metric.unit())));
        page.element("td", Figures.or(row.score(), Figures::limits)).element("td", Figures.count(row.valid()));
        page.element("td", Figures.count(row.missing())).element("td", Figures.count(row.invalid()));
        row.counts().forEach(count -> page.element("td", Figures.count(count)));
        page.close("tr");
    }
}
