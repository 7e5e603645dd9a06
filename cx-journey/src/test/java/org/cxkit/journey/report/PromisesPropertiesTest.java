package org.cxkit.journey.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.journey.log.EventRow;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Step;
import org.cxkit.metrics.Outcome;

class PromisesPropertiesTest {
    private static final Duration PROMISED = Duration.ofMinutes(3);
    private static final JourneyMap MAP = JourneyMap.named("m")
            .stage("s")
            .step("x")
            .step(Step.of("y").withEvents("y", "z"))
            .within(PROMISED)
            .build();

    @Property
    void promisesAgreeWithTheObviousLoop(@ForAll("rows") List<EventRow> rows) {
        List<Long> waits = new ArrayList<>();
        for (List<EventRow> events : EventRow.byCase(rows).values()) {
            List<EventRow> mapped = events.stream()
                    .filter(row -> !row.activity().equals("view"))
                    .toList();
            for (int i = 1; i < mapped.size(); i++) {
                if (mapped.get(i - 1).activity().equals("x")
                        && !mapped.get(i).activity().equals("x")) {
                    waits.add(mapped.get(i).micros() - mapped.get(i - 1).micros());
                }
            }
        }
        waits.sort(null);
        JourneyTable.Promise promise =
                JourneyTable.promises(MAP, EventRow.log(rows)).get(0);
        assertThat(promise.arrivals()).isEqualTo(waits.size());
        assertThat(promise.late())
                .isEqualTo(waits.stream()
                        .filter(wait -> Duration.of(wait, ChronoUnit.MICROS).compareTo(PROMISED) > 0)
                        .count());
        int n = waits.size();
        assertThat(promise.median())
                .isEqualTo(
                        n == 0
                                ? Outcome.noData("no arrivals")
                                : Outcome.of(Duration.of(
                                        (waits.get((n - 1) / 2) + waits.get(n / 2)) / 2, ChronoUnit.MICROS)));
    }

    @Provide
    Arbitrary<List<EventRow>> rows() {
        return EventRow.rows();
    }
}
