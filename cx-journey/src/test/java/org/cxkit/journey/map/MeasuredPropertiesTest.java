package org.cxkit.journey.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.log.EventLogBuilder;
import org.jspecify.annotations.Nullable;

class MeasuredPropertiesTest {
    private static final JourneyMap MAP = JourneyMap.named("m")
            .stage("s")
            .loop(Step.of("a").withEvents("a", "A"))
            .step("b")
            .optional("c")
            .build();

    /** At most one event of a case at an instant, so that the order of the rows says nothing. */
    record Row(String caseId, String activity, int second) {}

    @Property
    void theWalkAgreesWithTheObviousLoop(@ForAll("rows") List<Row> rows) {
        EventLogBuilder builder = EventLog.builder();
        rows.forEach(row -> builder.add(row.caseId, row.activity, Instant.ofEpochSecond(row.second)));
        Measured measured = Measured.of(MAP, builder.build());

        List<List<Row>> cases = cases(rows);
        List<MeasuredStep> expected = new ArrayList<>();
        for (Step step : MAP.steps()) {
            expected.add(new MeasuredStep(
                    step.id(), cases.size(), reached(step, cases), ended(step, cases), median(step, cases), null));
        }
        long unmapped = rows.stream().filter(row -> row.activity.equals("x")).count();
        assertThat(measured).isEqualTo(new Measured(cases.size(), rows.size(), unmapped, expected));
        assertThat(measured.steps().stream().mapToLong(MeasuredStep::ended).sum())
                .isEqualTo(cases.stream()
                        .filter(events -> !mapped(events).isEmpty())
                        .count());
    }

    private static List<List<Row>> cases(List<Row> rows) {
        TreeMap<String, TreeMap<Integer, Row>> byCase = new TreeMap<>();
        for (Row row : rows) {
            byCase.computeIfAbsent(row.caseId, id -> new TreeMap<>()).put(row.second, row);
        }
        return byCase.values().stream()
                .<List<Row>>map(events -> new ArrayList<>(events.values()))
                .toList();
    }

    private static List<Row> mapped(List<Row> events) {
        return events.stream().filter(row -> !row.activity.equals("x")).toList();
    }

    private static long reached(Step step, List<List<Row>> cases) {
        return cases.stream()
                .filter(events -> events.stream().anyMatch(row -> step.events().contains(row.activity)))
                .count();
    }

    private static long ended(Step step, List<List<Row>> cases) {
        return cases.stream()
                .map(MeasuredPropertiesTest::mapped)
                .filter(events -> !events.isEmpty() && step.events().contains(events.get(events.size() - 1).activity))
                .count();
    }

    private static @Nullable Duration median(Step step, List<List<Row>> cases) {
        List<Integer> waits = new ArrayList<>();
        for (List<Row> events : cases) {
            List<Row> onMap = mapped(events);
            for (int i = 0; i + 1 < onMap.size(); i++) {
                boolean here = step.events().contains(onMap.get(i).activity);
                boolean there = step.events().contains(onMap.get(i + 1).activity);
                if (here && !there) {
                    waits.add(onMap.get(i + 1).second - onMap.get(i).second);
                }
            }
        }
        waits.sort(null);
        int n = waits.size();
        return n == 0 ? null : Duration.ofMillis(500L * (waits.get((n - 1) / 2) + waits.get(n / 2)));
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("p", "q", "r"),
                        Arbitraries.of("a", "A", "b", "c", "x"),
                        Arbitraries.integers().between(0, 200))
                .as(Row::new)
                .list()
                .uniqueElements(row -> row.caseId + row.second)
                .ofMaxSize(40);
    }
}
