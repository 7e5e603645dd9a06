package org.cxkit.metrics.path;

import java.util.ArrayList;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.wording.Sentence;

/** The text of a {@link PathReport}. */
final class PathReportText {
    /** The widest cell of a path; a longer path keeps both ends. */
    private static final int WIDEST = 60;

    private static final int START = 40;
    private static final String CUT = " ... ";

    /** Longer paths are counted together. */
    private static final long LONGEST = 10;

    private PathReportText() {}

    static String of(PathReport report) {
        Money value = report.value();
        return Sentence.count(report.conversions(), "conversion")
                + (value == null ? "" : " worth " + value) + ", " + report.lost() + " lost"
                + report.conversionRate()
                        .toOptional()
                        .map(rate -> ", " + percent(rate) + " converted")
                        .orElse("")
                + "\n" + paths(report) + "\n" + lengths(report) + "\n"
                + "time to convert: " + report.timeToConvert() + "\n";
    }

    private static TextTable paths(PathReport report) {
        TextTable table = new TextTable("path")
                .column("conversions")
                .column("share")
                .column("so far")
                .column("lost")
                .column("converted (95 % Wilson)");
        boolean valued = report.value() != null;
        if (valued) {
            table.column("value");
        }
        for (PathRank rank : report.top()) {
            PathCount path = rank.path();
            List<String> cells = new ArrayList<>(List.of(
                    name(path),
                    Long.toString(path.conversions()),
                    percent(rank.share()),
                    percent(rank.cumulativeShare()),
                    Long.toString(path.lost()),
                    percent(rank.conversionRate())));
            if (valued) {
                cells.add(String.valueOf(path.value()));
            }
            table.row(cells);
        }
        return table;
    }

    /** A path on one line of limited width, whatever the names of its channels hold. */
    private static String name(PathCount path) {
        String name = path.touches().isEmpty() ? ChannelName.UNATTRIBUTED : String.join(" > ", path.touches());
        int[] points =
                name.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).toArray();
        if (points.length <= WIDEST) {
            return new String(points, 0, points.length);
        }
        int end = WIDEST - START - CUT.length();
        return new String(points, 0, START) + CUT + new String(points, points.length - end, end);
    }

    private static TextTable lengths(PathReport report) {
        PathLengths converted = report.converted();
        PathLengths lost = report.unconverted();
        TextTable table = new TextTable("touches").column("converted").column("lost");
        for (long touches = 0; touches <= LONGEST; touches++) {
            row(table, Long.toString(touches), converted.of(touches), lost.of(touches));
        }
        row(table, "more", converted.from(LONGEST + 1), lost.from(LONGEST + 1));
        table.row(List.of("mean", number(converted.mean()), number(lost.mean())));
        table.row(List.of("lower quartile", number(converted.quantile(0.25)), number(lost.quantile(0.25))));
        table.row(List.of("median", number(converted.median()), number(lost.median())));
        table.row(List.of("upper quartile", number(converted.quantile(0.75)), number(lost.quantile(0.75))));
        return table;
    }

    private static void row(TextTable table, String touches, long converted, long lost) {
        if (converted > 0 || lost > 0) {
            table.row(List.of(touches, Long.toString(converted), Long.toString(lost)));
        }
    }

    private static String number(Outcome<Double> number) {
        return number.toOptional().map(found -> Sentence.number(found, 2)).orElse("-");
    }

    private static String percent(double share) {
        return Sentence.number(100 * share, 1) + " %";
    }

    private static String percent(Interval rate) {
        Interval percent = rate.times(100);
        return Sentence.number(percent.estimate(), 1) + " % (" + Sentence.number(percent.low(), 1) + " to "
                + Sentence.number(percent.high(), 1) + ")";
    }
}
