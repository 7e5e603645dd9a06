package org.cxkit.journey.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.log.EventLogBuilder;
import org.junit.jupiter.api.Test;

class DirectlyFollowsTest {
    private static final Instant NOON = Instant.parse("2024-03-11T12:00:00Z");
    private static final EventLog LOG = EventLog.builder()
            .add("ada", "view", NOON)
            .add("ada", "cart", NOON.plusSeconds(10))
            .add("ada", "view", NOON.plusSeconds(10))
            .add("ada", "cart", NOON.plusSeconds(40))
            .add("bob", "view", NOON)
            .build();

    @Test
    void neighboursInACaseAreEdgesWithWaits() {
        DirectlyFollows flows = DirectlyFollows.of(LOG);
        assertThat(flows.waits())
                .containsExactly(
                        Map.entry(new Edge("cart", "view"), Durations.of(List.of(Duration.ZERO))),
                        Map.entry(
                                new Edge("view", "cart"),
                                Durations.of(List.of(Duration.ofSeconds(30), Duration.ofSeconds(10)))));
        assertThat(flows.count("view", "cart")).isEqualTo(2);
        assertThat(flows.count("cart", "cart")).isZero();
        assertThat(flows.starts()).containsExactly(Map.entry("view", 2L));
        assertThat(flows.ends()).containsExactly(Map.entry("cart", 1L), Map.entry("view", 1L));
        assertThat(flows.activities()).containsExactly("cart", "view");
        assertThat(flows.cases()).isEqualTo(2);
        assertThat(flows.events()).isEqualTo(5);
        assertThat(flows).hasToString("directly-follows: 3 transitions over 2 edges between 2 activities, 2 cases");
        assertThat(new Edge("view", "cart")).hasToString("view > cart");
    }

    @Test
    void everyNumberHasItsCases() {
        assertThat(DirectlyFollows.caseIds(LOG, new Edge("view", "cart"))).containsExactly("ada");
        assertThat(DirectlyFollows.caseIds(LOG, new Edge("view", "none"))).isEmpty();
        assertThat(DirectlyFollows.caseIds(LOG, new Edge("none", "none"))).isEmpty();
    }

    /** pm4py's discover_dfg_typed drops the first transition of every case. */
    @Test
    void theFirstTransitionOfACaseIsThere() {
        EventLog log = EventLog.builder()
                .add("a", "x", NOON)
                .add("a", "y", NOON.plusSeconds(1))
                .add("b", "x", NOON)
                .add("b", "y", NOON.plusSeconds(1))
                .build();
        assertThat(DirectlyFollows.of(log).count("x", "y")).isEqualTo(2);
    }

    /** pm4py reports start and end activities wrong, and twice the variants, on rows that are not sorted. */
    @Test
    void rowsThatAreNotSortedGiveTheSameFlowsAndVariants() {
        EventLogBuilder forwards = EventLog.builder();
        EventLogBuilder backwards = EventLog.builder();
        for (int i = 0; i < 60; i++) {
            int back = 59 - i;
            forwards.add("case " + i % 3, "step " + i / 3 % 4, NOON.plusSeconds(i));
            backwards.add("case " + back % 3, "step " + back / 3 % 4, NOON.plusSeconds(back));
        }
        assertThat(backwards.build()).isEqualTo(forwards.build());
        assertThat(DirectlyFollows.of(backwards.build())).isEqualTo(DirectlyFollows.of(forwards.build()));
        assertThat(Variants.of(backwards.build()).size()).isEqualTo(1);
        assertThat(DirectlyFollows.of(backwards.build()).starts()).containsExactly(Map.entry("step 0", 3L));
    }

    @Test
    void manyActivitiesAreCountedAsFewAre() {
        int n = 3000;
        Symbols names = Symbols.of(IntStream.range(0, n).mapToObj(i -> "a" + i).toList());
        int[] activities = IntStream.range(0, 4 * n).map(i -> i * 7 % n).toArray();
        int[] cases = IntStream.range(0, 4 * n).map(i -> i % 2).toArray();
        long[] micros = IntStream.range(0, 4 * n).mapToLong(i -> i * 5L).toArray();
        EventLog log = EventLog.of(Symbols.of("p", "q"), cases, names, activities, micros);
        DirectlyFollowsAccumulator byHistory = DirectlyFollows.accumulator();
        for (int c = 0; c < 2; c++) {
            byHistory.add(
                    log.sequence(c),
                    IntStream.range(log.from(c), log.to(c))
                            .mapToLong(log::micros)
                            .toArray());
        }
        assertThat(DirectlyFollows.of(log)).isEqualTo(byHistory.result());
    }

    @Test
    void aCaseThatMakesNoSenseIsRefused() {
        DirectlyFollowsAccumulator accumulator = DirectlyFollows.accumulator();
        assertThatThrownBy(() -> accumulator.add(List.of("a", "b"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a case needs one or more activities, each with a name and an instant, "
                        + "got [a, b] and 1 instants");
        assertThatThrownBy(() -> accumulator.add(List.of("a", "b"), 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("micros must ascend, got 2 at 0 and 1 at 1");
    }
}
