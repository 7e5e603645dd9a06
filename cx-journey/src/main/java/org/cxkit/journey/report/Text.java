package org.cxkit.journey.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cxkit.journey.map.MeasuredStep;
import org.cxkit.journey.map.Step;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.attribution.ModelCredit;
import org.cxkit.metrics.channel.ChannelCounts;
import org.cxkit.metrics.channel.ChannelFunnel;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.text.TextTable;

/**
 * Writes the summary of a report as plain text, at most 100 columns wide: of the ratings those by channel and by stage,
 * of the rest everything but the tables behind the pictures.
 *
 * <p>The same report gives the same text. Thread-safe.
 */
public final class Text {
    /** The width of the text. */
    private static final int WIDTH = 100;

    /** Longer names are cut in this summary; the page shows them whole. */
    private static final int LONGEST_NAME = 34;

    private static final String INDENT = "  ";

    private Text() {}

    /**
     * {@return the summary, lines ended by a line feed}
     *
     * @param report what to show
     */
    public static String of(CxReport report) {
        StringBuilder text = new StringBuilder();
        paragraph(text, report.title(), "");
        text.append("=".repeat(WIDTH)).append('\n');
        if (report.chapters().isEmpty()) {
            text.append("No data.\n");
        }
        for (Chapter chapter : report.chapters()) {
            chapter(text, chapter);
        }
        return text.toString();
    }

    private static void chapter(StringBuilder text, Chapter chapter) {
        text.append('\n');
        paragraph(text, chapter.title() + " [" + chapter.origin() + "]", "");
        text.append("-".repeat(WIDTH)).append('\n');
        for (Insight insight : chapter.insights()) {
            paragraph(text, "! " + insight.kind().label() + ": " + insight.sentence(), INDENT);
        }
        JourneyTable journey = chapter.journey();
        if (journey != null) {
            journey(text, journey);
        }
        HandoffTable handoffs = chapter.handoffs();
        if (handoffs != null) {
            heading(text, "Tickets");
            paragraph(
                    text,
                    Figures.count(handoffs.tickets()) + " tickets, " + Figures.count(handoffs.handoffs())
                            + " hand-offs; " + handoffs.repeatFree(),
                    INDENT);
        }
        chapter.ratings().stream()
                .filter(table -> table.by().equals("channel") || table.by().equals("stage"))
                .forEach(table -> ratings(text, table));
        chapter.credits().forEach(table -> credits(text, table));
        ChannelFunnel channels = chapter.channels();
        if (channels != null) {
            channels(text, "Channel funnel by first touch", channels.firstTouch());
            channels(text, "Channel funnel by last touch", channels.lastTouch());
        }
        ConvenienceTable convenience = chapter.convenience();
        if (convenience != null) {
            convenience(text, convenience);
        }
    }

    private static void journey(StringBuilder text, JourneyTable journey) {
        heading(
                text,
                "Journey of " + Figures.count(journey.measured().cases()) + " " + journey.cases() + ", "
                        + Figures.count(journey.measured().events()) + " events, "
                        + Figures.count(journey.measured().unmapped()) + " off the map");
        TextTable table = table("step", "reached", "share", "drop-off", "median wait to next");
        for (Step step : journey.map().steps()) {
            journey.measured().step(step.id()).ifPresent(measured -> step(table, step, measured));
        }
        append(text, table);
        if (!journey.funnel().isEmpty()) {
            heading(text, "Funnel (open: anything may come between)");
            TextTable funnel = table("activity", "reached", "of first");
            long first = journey.funnel().get(0).reached();
            journey.funnel()
                    .forEach(level -> row(
                            funnel,
                            level.activity(),
                            Figures.count(level.reached()),
                            first == 0 ? "–" : Figures.percent((double) level.reached() / first)));
            append(text, funnel);
        }
        if (!journey.promises().isEmpty()) {
            heading(text, "Promises");
            TextTable promises = table("step", "promised", "median", "late", "of", "late share");
            journey.promises()
                    .forEach(promise -> row(
                            promises,
                            promise.title(),
                            Figures.duration(promise.promised()),
                            Figures.or(promise.median(), Figures::duration),
                            Figures.count(promise.late()),
                            Figures.count(promise.arrivals()),
                            Figures.or(promise.lateShare(), Figures::percent)));
            append(text, promises);
        }
    }

    private static void step(TextTable table, Step step, MeasuredStep measured) {
        row(
                table,
                step.title(),
                Figures.count(measured.reached()),
                Figures.or(measured.reach(), Figures::percent),
                Figures.or(measured.dropOff(), Figures::percent),
                measured.medianWait() == null ? "–" : Figures.duration(measured.medianWait()));
    }

    private static void ratings(StringBuilder text, RatingTable table) {
        RatingMetric metric = table.question().metric();
        heading(text, table.question().name() + " by " + table.by() + " (" + metric.title() + ")");
        TextTable rows = table(table.by(), "score", "95 % interval", "n", "missing", "invalid");
        table.rows().forEach(row -> rating(rows, row, metric));
        rating(rows, table.total(), metric);
        append(text, rows);
    }

    private static void rating(TextTable rows, RatingTable.Row row, RatingMetric metric) {
        row(
                rows,
                row.name(),
                Figures.or(row.score(), score -> Figures.score(score, metric)),
                Figures.or(row.score(), Figures::limits),
                Figures.count(row.valid()),
                Figures.count(row.missing()),
                Figures.count(row.invalid()));
    }

    private static void credits(StringBuilder text, CreditTable table) {
        heading(text, table.title());
        List<ModelCredit> models = table.attribution().models();
        String[] head = new String[models.size() + 1];
        head[0] = "";
        Arrays.setAll(head, i -> i == 0 ? "" : models.get(i - 1).model());
        TextTable rows = table(head);
        for (int row = 0; row < models.get(0).channels().size(); row++) {
            List<String> cells = new ArrayList<>();
            cells.add(clip(models.get(0).channels().get(row).channel()));
            for (ModelCredit model : models) {
                ChannelCredit credit = model.channels().get(row);
                cells.add(Figures.decimal(credit.conversions(), 1));
            }
            rows.row(cells);
        }
        append(text, rows);
    }

    private static void channels(StringBuilder text, String title, List<ChannelCounts> rows) {
        heading(text, title);
        TextTable table = table("channel", "sessions", "contacts", "qualified", "sales", "sales/session");
        rows.forEach(row -> row(
                table,
                row.channel(),
                Figures.count(row.sessions()),
                Figures.count(row.contacts()),
                Figures.count(row.qualified()),
                Figures.count(row.sales()),
                Figures.or(row.overallRate().rate(), Figures::percent)));
        append(text, table);
    }

    private static void convenience(StringBuilder text, ConvenienceTable table) {
        heading(text, "4C convenience");
        paragraph(text, table.assumptions(), INDENT);
        TextTable rows = table("", "customers", "pass", "break even", "fail", "cost missing", "margin", "CLV/cost");
        convenience(rows, "to win", table.prospect());
        convenience(rows, "to keep", table.existing());
        append(text, rows);
        paragraph(
                text,
                "Whale curve: peak " + Figures.or(table.peak(), Figures::money) + " at customer "
                        + Figures.count(table.peakCustomers()) + "; those after it take away "
                        + Figures.or(table.destroyed(), Figures::money),
                INDENT);
    }

    private static void convenience(TextTable rows, String name, ConveniencePortfolio portfolio) {
        row(
                rows,
                name,
                Figures.count(portfolio.customers()),
                Figures.count(portfolio.passes()),
                Figures.count(portfolio.breakEvens()),
                Figures.count(portfolio.fails()),
                Figures.count(portfolio.incomplete()),
                Figures.or(portfolio.margin(), Figures::money),
                Figures.or(portfolio.ratio(), ratio -> Figures.decimal(ratio, 3)));
    }

    private static TextTable table(String... head) {
        TextTable table = new TextTable(head[0]);
        Arrays.stream(head).skip(1).forEach(table::column);
        return table;
    }

    private static void row(TextTable table, String name, String... cells) {
        List<String> all = new ArrayList<>(List.of(clip(name)));
        all.addAll(List.of(cells));
        table.row(all);
    }

    private static String clip(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static void append(StringBuilder text, TextTable table) {
        table.toString()
                .lines()
                .forEach(line -> text.append(INDENT).append(line).append('\n'));
    }

    private static void heading(StringBuilder text, String heading) {
        text.append('\n');
        paragraph(text, heading, "");
    }

    /** Breaks the words into lines; further lines are indented by two more. */
    private static void paragraph(StringBuilder text, String words, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : words.strip().split("\\s+", -1)) {
            boolean first = line.toString().isBlank();
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(indent).append("  ");
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        text.append(line).append('\n');
    }
}
