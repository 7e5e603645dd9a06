package org.cxkit.journey.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cxkit.journey.figure.Figures;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.customercost.CostMean;
import org.cxkit.metrics.customercost.MeanCostPart;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.fourc.FourCReport;

/** The 4C model in rows: the part, its figure, and the reason behind it; the same in HTML and in text. */
final class FourCWords {
    static final String TITLE = "The 4C model: wants, cost, convenience, communication";
    static final List<String> HEAD = List.of("part", "figure", "why");

    private FourCWords() {}

    /** {@return a row of three for each part that is told} */
    static List<List<String>> rows(FourCReport report) {
        List<List<String>> rows = new ArrayList<>();
        add(rows, "touchpoints", report.touchpoints(), told -> Figures.percent(told.share()) + " of stages");
        add(
                rows,
                "C1 wants and needs",
                report.needs(),
                told -> told.all().share().toOptional().isEmpty()
                        ? "nothing wanted"
                        : Figures.or(told.all().share(), Figures::percent) + " covered");
        report.cost().toOptional().ifPresent(cost -> {
            String customers = "n " + Figures.count(cost.customers());
            rows.add(List.of("C2 cost of access", customers, cost(cost.access())));
            rows.add(List.of("C2 cost of use", customers, cost(cost.use())));
        });
        add(rows, "C3 convenience, to win", report.prospects(), FourCWords::passing, FourCWords::verdicts);
        add(rows, "C3 convenience, to keep", report.existing(), FourCWords::passing, FourCWords::verdicts);
        add(rows, "C4 communication", report.communication(), told -> Figures.percent(told.share()) + " of stages");
        return rows;
    }

    /** {@return which parts nothing is known of, as a sentence; empty if all are told} */
    static String untold(FourCReport report) {
        List<String> parts = new ArrayList<>();
        untold(parts, "touchpoints", report.touchpoints());
        untold(parts, "C1 wants and needs", report.needs());
        untold(parts, "C2 cost to the customer", report.cost());
        untold(parts, "C3 convenience", report.prospects());
        untold(parts, "C4 communication", report.communication());
        return parts.isEmpty() ? "" : "No data here: " + String.join("; ", parts) + ".";
    }

    private static void untold(List<String> parts, String part, Outcome<?> outcome) {
        if (outcome.toOptional().isEmpty()) {
            parts.add(part);
        }
    }

    private static <T> void add(List<List<String>> rows, String part, Outcome<T> outcome, Function<T, String> figure) {
        add(rows, part, outcome, figure, Object::toString);
    }

    private static <T> void add(
            List<List<String>> rows,
            String part,
            Outcome<T> outcome,
            Function<T, String> figure,
            Function<T, String> reason) {
        outcome.toOptional().ifPresent(told -> rows.add(List.of(part, figure.apply(told), reason.apply(told))));
    }

    private static String verdicts(ConveniencePortfolio portfolio) {
        String counts = "%s pass, %s break even, %s fail"
                .formatted(
                        Figures.count(portfolio.passes()),
                        Figures.count(portfolio.breakEvens()),
                        Figures.count(portfolio.fails()));
        String totals = "; margin %s, CLV/cost %s"
                .formatted(
                        Figures.or(portfolio.margin(), Figures::money),
                        Figures.or(portfolio.ratio(), ratio -> Figures.decimal(ratio, 3)));
        String missing = portfolio.incomplete() == 0
                ? ""
                : "; left out for a missing amount " + Figures.count(portfolio.incomplete());
        return counts + (portfolio.complete() == 0 ? "" : totals) + missing;
    }

    private static String passing(ConveniencePortfolio portfolio) {
        return Figures.or(
                portfolio.shareFailing().map(failing -> 1 - failing), share -> Figures.percent(share) + " pass");
    }

    private static String cost(MeanCostPart part) {
        return String.join(
                "; ",
                mean("money", part.money(), Figures::money),
                mean("time", part.time(), (Duration time) -> Figures.duration(time)),
                mean("effort", part.effort(), Object::toString),
                mean("psychic", part.psychic(), Object::toString));
    }

    private static <T> String mean(String kind, CostMean<T> mean, Function<T, String> words) {
        return kind + " " + mean.mean().map(words).toOptional().orElse("unknown")
                + (mean.n() == 0 ? "" : " (n " + Figures.count(mean.n()) + ")");
    }
}
