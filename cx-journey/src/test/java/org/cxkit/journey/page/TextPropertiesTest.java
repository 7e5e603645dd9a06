package org.cxkit.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.interaction.RepeatFree;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.HandoffTable;
import org.cxkit.journey.report.Insight;
import org.cxkit.journey.report.JourneyTable;
import org.cxkit.journey.report.Origin;
import org.cxkit.journey.report.RatingTable;
import org.cxkit.journey.report.Reports;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;

class TextPropertiesTest {

    @Property(edgeCases = EdgeCasesMode.NONE) // three parameters have more edge cases than tries
    void noLineIsWiderThanAHundredColumns(
            @ForAll("names") String name, @ForAll("names") String other, @ForAll("counts") long count) {
        String text = Text.of(new CxReport(name, List.of(chapter(name, other, count))));
        assertThat(text).endsWith("\n");
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(100));
    }

    private static Chapter chapter(String name, String other, long count) {
        Outcome<Interval> score = Outcome.of(new Interval(50, 50, -count / 3.0, count / 3.0, 0.95, "Wald", false));
        RatingTable.Row row = new RatingTable.Row(other, List.of(count), count, count, score);
        RatingTable.Row none = new RatingTable.Row(name, List.of(), 0, 0, new Outcome.Suppressed<>(name));
        JourneyTable.Promise promise = new JourneyTable.Promise(
                TouchpointId.of("t"), name, Duration.ofSeconds(count), count, 0, Outcome.noData(other));
        JourneyTable journey = new JourneyTable(
                name,
                Reports.MAP,
                Measured.of(Reports.MAP, EventLog.builder().build()),
                List.of(new JourneyTable.Level(other, count)),
                List.of(promise));
        return new Chapter(
                other,
                new Origin(Origin.Kind.PUBLIC, "n" + name, other),
                List.of(),
                List.of(new Insight(Insight.Kind.WEAK_GROUP, name, other + " " + name)),
                List.of(new RatingTable(Reports.CSAT, "channel", row, List.of(none, row))),
                journey,
                List.of(),
                null,
                new HandoffTable(count, new RepeatFree(count, 0, 0), List.of()),
                Reports.lifetime(name),
                null,
                Reports.fourC(other));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab e\n\t<&🛒中").ofMaxLength(250);
    }

    @Provide
    Arbitrary<Long> counts() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE / 4);
    }
}
