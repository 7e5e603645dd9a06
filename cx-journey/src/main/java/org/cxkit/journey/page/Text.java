package org.cxkit.journey.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.map.MeasuredStep;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.HandoffTable;
import org.cxkit.journey.report.Insight;
import org.cxkit.journey.report.JourneyTable;
import org.cxkit.journey.report.RatingMetric;
import org.cxkit.journey.report.RatingTable;
import org.cxkit.metrics.Outcome;
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

    static final String INDENT = "  ";

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
                    Figures.counted((double) handoffs.tickets(), "ticket") + ", "
                            + Figures.counted((double) handoffs.handoffs(), "hand-off") + "; " + handoffs.repeatFree(),
                    INDENT);
        }
        chapter.ratings().stream()
                .filter(table -> table.by().equals("channel") || table.by().equals("stage"))
                .forEach(table -> ratings(text, table));
        TextChannels.of(text, chapter);
        TextValue.of(text, chapter);
    }

    private static void journey(StringBuilder text, JourneyTable journey) {
        heading(
                text,
                "Journey of " + Figures.count(journey.measured().cases()) + " " + journey.cases() + ", "
                        + Figures.count(journey.measured().events()) + " events, "
                        + Figures.count(journey.measured().unmapped()) + " off the map");
        List<List<String>> table = table("step", "reached", "share", "drop-off", "median wait to next");
        for (Step step : journey.map().steps()) {
            journey.measured().step(step.id()).ifPresent(measured -> step(table, step, measured));
        }
        append(text, table);
        if (!journey.funnel().isEmpty()) {
            heading(text, "Funnel (open: anything may come between)");
            List<List<String>> funnel = table("activity", "reached", "of first");
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
            List<List<String>> promises = table("step", "promised", "median", "late", "of", "late share");
            journey.promises()
                    .forEach(promise -> row(
                            promises,
                            promise.title(),
                            Figures.duration(promise.promised()),
                            cell(promise.median(), Figures::duration),
                            Figures.count(promise.late()),
                            Figures.count(promise.arrivals()),
                            cell(promise.lateShare(), Figures::percent)));
            append(text, promises);
        }
    }

    private static void step(List<List<String>> table, Step step, MeasuredStep measured) {
        row(
                table,
                step.title(),
                Figures.count(measured.reached()),
                cell(measured.reach(), Figures::percent),
                cell(measured.dropOff(), Figures::percent),
                measured.medianWait() == null ? "–" : Figures.duration(measured.medianWait()));
    }

    private static void ratings(StringBuilder text, RatingTable table) {
        RatingMetric metric = table.question().metric();
        heading(text, table.question().name() + " by " + table.by() + " (" + metric.title() + ")");
        List<List<String>> rows = table(table.by(), "score", "95 % interval", "n", "missing", "invalid");
        table.rows().forEach(row -> rating(rows, row, metric));
        rating(rows, table.total(), metric);
        append(text, rows);
    }

    private static void rating(List<List<String>> rows, RatingTable.Row row, RatingMetric metric) {
        row(
                rows,
                row.name(),
                cell(row.score(), score -> Figures.score(score, metric.unit())),
                cell(row.score(), Figures::limits),
                Figures.count(row.valid()),
                Figures.count(row.missing()),
                Figures.count(row.invalid()));
    }

    static List<List<String>> table(String... head) {
        return new ArrayList<>(List.of(List.of(head)));
    }

    static void row(List<List<String>> table, String name, String... cells) {
        List<String> all = new ArrayList<>(List.of(clip(name)));
        all.addAll(List.of(cells));
        table.add(all);
    }

    static String clip(String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        return width(line) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** A cell without its reason: that stands on the page. */
    static <T> String cell(Outcome<T> outcome, Function<T, String> words) {
        String none = outcome instanceof Outcome.Suppressed<T> ? "suppressed" : "no data";
        return outcome.map(words).toOptional().orElse(none);
    }

    /** The rows under their head; where that is too wide, its columns in several tables, or a paragraph for each row. */
    static void append(StringBuilder text, List<List<String>> rows) {
        int columns = rows.get(0).size() - 1;
        for (int tables = 1; tables <= columns; tables++) {
            List<String> lines = new ArrayList<>();
            for (int table = 0; table < tables; table++) {
                lines.addAll(lines(rows, 1 + columns * table / tables, 1 + columns * (table + 1) / tables));
            }
            if (lines.stream().allMatch(line -> width(line) <= WIDTH)) {
                lines.forEach(line -> text.append(line).append('\n'));
                return;
            }
        }
        rows.stream().skip(1).forEach(row -> paragraph(text, sentence(rows.get(0), row), INDENT));
    }

    /** The first column and some others as lines of a table. */
    private static List<String> lines(List<List<String>> rows, int from, int to) {
        TextTable table = new TextTable(rows.get(0).get(0));
        rows.get(0).subList(from, to).forEach(table::column);
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>(List.of(row.get(0)));
            cells.addAll(row.subList(from, to));
            table.row(cells);
        }
        return table.toString().lines().map(INDENT::concat).toList();
    }

    private static String sentence(List<String> head, List<String> row) {
        return IntStream.range(1, row.size())
                .mapToObj(column -> head.get(column) + " " + row.get(column))
                .collect(Collectors.joining(", ", row.get(0) + ": ", ""));
    }

    static void heading(StringBuilder text, String heading) {
        text.append('\n');
        paragraph(text, heading, "");
    }

    /** Breaks the words into lines; further lines are indented by two more. */
    static void paragraph(StringBuilder text, String words, String indent) {
        StringBuilder line = new StringBuilder(indent);
        String gap = "";
        for (String word : words.strip().split("\\s+", -1)) {
            for (String part : parts(word)) {
                if (!gap.isEmpty() && width(line) + 1 + width(part) > WIDTH) {
                    text.append(line).append('\n');
                    line = new StringBuilder(indent).append(INDENT);
                    gap = "";
                }
                line.append(gap).append(part);
                gap = " ";
            }
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** The word, cut where it is longer than the shortest line. */
    private static List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        String rest = word;
        int longest = WIDTH - 2 * INDENT.length();
        while (width(rest) > longest) {
            int cut = rest.offsetByCodePoints(0, longest);
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        parts.add(rest);
        return parts;
    }

    private static int width(CharSequence line) {
        return Character.codePointCount(line, 0, line.length());
    }
}
