package org.cxkit.journey.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.ConvenienceTable;
import org.cxkit.journey.report.FittedModel;
import org.cxkit.journey.report.LifetimeTable;
import org.cxkit.journey.report.VerdictBands;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.FourCReport;
import org.cxkit.metrics.validation.HoldOutReport;
import org.cxkit.metrics.validation.Tracking;
import org.jspecify.annotations.Nullable;

/** Lifetime values and the 4C model of a chapter as text. */
final class TextValue {

    private TextValue() {}

    static void of(StringBuilder text, Chapter chapter) {
        LifetimeTable lifetime = chapter.lifetime();
        if (lifetime != null) {
            lifetime(text, lifetime);
        }
        ConvenienceTable convenience = chapter.convenience();
        if (convenience != null) {
            convenience(text, convenience);
        }
        FourCReport fourC = chapter.fourC();
        if (fourC != null) {
            fourC(text, fourC);
        }
    }

    private static void lifetime(StringBuilder text, LifetimeTable table) {
        Text.heading(text, LifetimeWords.TITLE);
        Text.paragraph(text, table.assumptions(), Text.INDENT);
        Text.paragraph(
                text,
                "All customers together: " + LifetimeWords.total(table) + LifetimeWords.totalInterval(table),
                Text.INDENT);
        Text.paragraph(text, "Customers expected to be still alive: " + LifetimeWords.alive(table), Text.INDENT);
        Text.heading(text, LifetimeWords.BEST);
        rows(text, LifetimeWords.bestHead(table), table.best(), LifetimeWords::best);
        Text.paragraph(text, LifetimeWords.intervals(), Text.INDENT);
        Text.heading(text, LifetimeWords.ALIVE);
        List<List<String>> parts = Text.table("P(alive)", "customers");
        int size = table.aliveParts().size();
        for (int i = 0; i < size; i++) {
            Text.row(
                    parts,
                    LifetimeWords.part(i, size),
                    Figures.count(table.aliveParts().get(i)));
        }
        Text.append(text, parts);
        HoldOutReport holdOut = table.holdOut();
        if (holdOut != null) {
            Text.heading(text, LifetimeWords.HOLD_OUT);
            Text.paragraph(text, LifetimeWords.holdOut(holdOut), Text.INDENT);
            rows(text, LifetimeWords.GROUP_HEAD, holdOut.groups(), LifetimeWords::group);
        }
        Tracking tracking = table.tracking();
        if (tracking != null) {
            Text.paragraph(text, LifetimeWords.TRACKING + ": " + LifetimeWords.tracking(tracking), Text.INDENT);
        }
        Text.heading(text, LifetimeWords.MODELS);
        for (FittedModel model : table.models()) {
            Text.paragraph(text, LifetimeWords.model(model), Text.INDENT);
        }
        Text.paragraph(text, LifetimeWords.correlation(table), Text.INDENT);
    }

    private static <T> void rows(
            StringBuilder text, List<String> head, List<T> things, Function<T, List<String>> cells) {
        List<List<String>> rows = new ArrayList<>(List.of(head));
        for (T thing : things) {
            List<String> row = new ArrayList<>(cells.apply(thing));
            row.set(0, Text.clip(row.get(0)));
            rows.add(row);
        }
        Text.append(text, rows);
    }

    private static void fourC(StringBuilder text, FourCReport report) {
        Text.heading(text, FourCWords.TITLE);
        for (List<String> row : FourCWords.rows(report)) {
            Text.paragraph(text, row.get(0) + ": " + row.get(1) + "; " + row.get(2), Text.INDENT);
        }
        if (!FourCWords.untold(report).isEmpty()) {
            Text.paragraph(text, FourCWords.untold(report), Text.INDENT);
        }
    }

    private static void convenience(StringBuilder text, ConvenienceTable table) {
        Text.heading(text, "4C convenience");
        Text.paragraph(text, table.assumptions(), Text.INDENT);
        List<List<String>> rows =
                Text.table("", "customers", "pass", "break even", "fail", "cost missing", "margin", "CLV/cost");
        convenience(rows, "to win", table.prospect());
        convenience(rows, "to keep", table.existing());
        Text.append(text, rows);
        VerdictBands win = table.prospectBands();
        if (win != null) {
            String sure = Figures.amount(100 * win.level()) + " % sure";
            List<List<String>> bands = Text.table(sure, "likely pass", "uncertain", "likely fail", "unknown");
            bands(bands, "to win", win);
            bands(bands, "to keep", table.existingBands());
            Text.append(text, bands);
        }
        Text.paragraph(
                text,
                "Whale curve: " + (table.whale().isEmpty() ? table.peak().toString() : whale(table)),
                Text.INDENT);
    }

    private static String whale(ConvenienceTable table) {
        return "peak %s at customer %s; those after it take away %s"
                        .formatted(
                                Figures.or(table.peak(), Figures::money),
                                Figures.count(table.peakCustomers()),
                                Figures.or(table.destroyed(), Figures::money))
                + (table.basis() == CostBasis.EXISTING ? " (acquisition sunk)" : "");
    }

    private static void convenience(List<List<String>> rows, String name, ConveniencePortfolio portfolio) {
        Text.row(
                rows,
                name,
                Figures.count(portfolio.customers()),
                Figures.count(portfolio.passes()),
                Figures.count(portfolio.breakEvens()),
                Figures.count(portfolio.fails()),
                Figures.count(portfolio.incomplete()),
                Text.cell(portfolio.margin(), Figures::money),
                Text.cell(portfolio.ratio(), ratio -> Figures.decimal(ratio, 3)));
    }

    private static void bands(List<List<String>> rows, String name, @Nullable VerdictBands bands) {
        if (bands != null) {
            Text.row(
                    rows,
                    name,
                    Figures.count(bands.likelyPass()),
                    Figures.count(bands.uncertain()),
                    Figures.count(bands.likelyFail()),
                    Figures.count(bands.unknown()));
        }
    }
}
