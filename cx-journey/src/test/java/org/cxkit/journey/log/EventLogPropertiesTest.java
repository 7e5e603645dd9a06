package org.cxkit.journey.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.core.time.TimeWindow;

class EventLogPropertiesTest {

    @Property
    void eventsStandByCaseThenInstantThenArrival(@ForAll("rows") List<EventRow> rows) {
        assertThat(rows(EventRow.log(rows))).isEqualTo(flat(rows));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheInputChangesNothing(@ForAll("rows") List<EventRow> rows, @ForAll long seed) {
        EventLog log = EventRow.log(rows);
        EventLog other = EventRow.log(EventRow.shuffled(rows, seed));
        assertThat(other).isEqualTo(log).hasSameHashCodeAs(log);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void buildersOfAnyPartsMerge(@ForAll("rows") List<EventRow> rows, @ForAll @IntRange(min = 0, max = 80) int cut) {
        int at = Math.min(cut, rows.size());
        EventLogBuilder first = builder(rows.subList(0, at));
        EventLogBuilder second = builder(rows.subList(at, rows.size()));
        EventLog secondAlone = second.build();
        EventLog all = EventRow.log(rows);
        assertThat(EventLog.builder().addAll(first.build()).addAll(secondAlone).build())
                .isEqualTo(all);
        assertThat(first.merge(second).build()).isEqualTo(all);
        assertThat(first.events()).isEqualTo(rows.size());
        assertThat(second.build()).isEqualTo(secondAlone);
    }

    @Property
    void codedColumnsGiveTheSameLog(@ForAll("rows") List<EventRow> rows) {
        Symbols cases = Symbols.of("B", "a", "b", "c10", "c9", "unused");
        Symbols activities = Symbols.of("unused", "view", "x", "y", "z");
        Symbols channels = Symbols.of("store", "unused", "web");
        int[] caseCodes =
                rows.stream().mapToInt(row -> cases.code(row.caseId())).toArray();
        int[] activityCodes =
                rows.stream().mapToInt(row -> activities.code(row.activity())).toArray();
        int[] channelCodes =
                rows.stream().mapToInt(row -> channels.find(row.channel())).toArray();
        long[] micros = rows.stream().mapToLong(EventRow::micros).toArray();
        assertThat(EventLog.of(cases, caseCodes, activities, activityCodes, micros, channels, channelCodes))
                .isEqualTo(EventRow.log(rows));
    }

    @Property
    void aSelectionIsTheLogOfTheSelectedRows(@ForAll("rows") List<EventRow> rows) {
        EventLog log = EventRow.log(rows);
        TimeWindow window = new TimeWindow(EpochMicros.toInstant(60_000_000), EpochMicros.toInstant(300_000_000));
        assertThat(log.within(window))
                .isEqualTo(logOf(rows, row -> row.micros() >= 60_000_000 && row.micros() < 300_000_000));
        assertThat(log.onlyCases(id -> id.startsWith("c")))
                .isEqualTo(logOf(rows, row -> row.caseId().startsWith("c")));
        assertThat(log.onlyActivities(name -> !name.equals("x")))
                .isEqualTo(logOf(rows, row -> !row.activity().equals("x")));
        assertThat(log.onlyCases(id -> true)).isEqualTo(log);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void sessionsEndWhereTheGapIsLonger(
            @ForAll("rows") List<EventRow> rows, @ForAll @IntRange(min = 0, max = 4) int minutes) {
        List<EventRow> expected = new ArrayList<>();
        for (List<EventRow> history : EventRow.byCase(rows).values()) {
            int number = 1;
            for (int i = 0; i < history.size(); i++) {
                EventRow row = history.get(i);
                if (i > 0 && row.micros() - history.get(i - 1).micros() > minutes * 60_000_000L) {
                    number++;
                }
                expected.add(new EventRow(row.caseId() + "/" + number, row.activity(), row.micros(), row.channel()));
            }
        }
        assertThat(rows(EventRow.log(rows).sessions(Duration.ofMinutes(minutes))))
                .isEqualTo(expected);
    }

    private static EventLogBuilder builder(List<EventRow> rows) {
        EventLogBuilder builder = EventLog.builder();
        rows.forEach(row -> builder.add(row.caseId(), row.activity(), row.micros(), row.channel()));
        return builder;
    }

    private static EventLog logOf(List<EventRow> rows, Predicate<EventRow> wanted) {
        return EventRow.log(rows.stream().filter(wanted).toList());
    }

    private static List<EventRow> flat(List<EventRow> rows) {
        Map<String, List<EventRow>> cases = EventRow.byCase(rows);
        return cases.values().stream().flatMap(List::stream).toList();
    }

    private static List<EventRow> rows(EventLog log) {
        List<EventRow> rows = new ArrayList<>();
        for (int c = 0; c < log.cases(); c++) {
            for (int event = log.from(c); event < log.to(c); event++) {
                rows.add(new EventRow(
                        log.caseIds().name(c),
                        log.activities().name(log.activity(event)),
                        log.micros(event),
                        log.channel(event) < 0 ? "" : log.channels().name(log.channel(event))));
            }
        }
        return rows;
    }

    @Provide
    Arbitrary<List<EventRow>> rows() {
        return EventRow.rows();
    }
}
