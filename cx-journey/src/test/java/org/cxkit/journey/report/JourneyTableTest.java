package org.cxkit.journey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cxkit.journey.report.Reports.NOON;

import java.time.Duration;
import java.util.List;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

/** Expectations by hand. */
class JourneyTableTest {
    private static final JourneyMap MAP = JourneyMap.named("m")
            .stage("s")
            .step("view")
            .step("buy")
            .within(Duration.ofMinutes(10))
            .step("review")
            .within(Duration.ofDays(400 * 365))
            .build();

    @Test
    void anArrivalIsLateWhenItComesAfterThePromisedWaitAndNotAtIt() {
        EventLog log = EventLog.builder()
                .add("a", "view", NOON)
                .add("a", "buy", NOON.plusSeconds(600))
                .add("b", "view", NOON)
                .add("b", "buy", NOON.plusSeconds(600).plusNanos(1000))
                .build();
        assertThat(JourneyTable.promises(MAP, log))
                .containsExactly(
                        new JourneyTable.Promise(
                                TouchpointId.of("buy"),
                                "Buy",
                                Duration.ofMinutes(10),
                                2,
                                1,
                                Outcome.of(Duration.ofMinutes(10).plusNanos(500))),
                        new JourneyTable.Promise(
                                TouchpointId.of("review"),
                                "Review",
                                Duration.ofDays(400 * 365),
                                0,
                                0,
                                Outcome.noData("no arrivals")));
    }

    @Test
    void waitsLookThroughEventsOffTheMapAndStartAtTheLastEventOfTheStepBefore() {
        EventLog log = EventLog.builder()
                .add("a", "view", NOON)
                .add("a", "view", NOON.plusSeconds(100))
                .add("a", "noise", NOON.plusSeconds(130))
                .add("a", "buy", NOON.plusSeconds(160))
                .add("a", "buy", NOON.plusSeconds(9000)) // no arrival: from itself
                .add("b", "buy", NOON) // no arrival: from nowhere
                .build();
        JourneyTable.Promise promise = JourneyTable.promises(MAP, log).get(0);
        assertThat(promise.arrivals()).isEqualTo(1);
        assertThat(promise.late()).isZero();
        assertThat(promise.median()).isEqualTo(Outcome.of(Duration.ofMinutes(1)));
        assertThat(promise.lateShare()).isEqualTo(Outcome.of(0.0));
    }

    @Test
    void aPromiseWithoutArrivalsIsNeitherKeptNorBroken() {
        JourneyTable.Promise promise =
                JourneyTable.promises(MAP, EventLog.builder().build()).get(0);
        assertThat(promise.lateShare()).isEqualTo(Outcome.noData("no arrivals"));
        assertThat(promise.median()).isEqualTo(Outcome.noData("no arrivals"));
        assertThat(JourneyTable.promises(
                        JourneyMap.named("m").stage("s").step("view").build(),
                        EventLog.builder().build()))
                .isEmpty();
    }

    @Test
    void centuriesFitIntoAMedian() {
        EventLog log = EventLog.builder()
                .add("a", "view", NOON.minus(Duration.ofDays(365 * 2000)))
                .add("a", "review", NOON)
                .build();
        JourneyTable.Promise promise = JourneyTable.promises(MAP, log).get(1);
        assertThat(promise.late()).isEqualTo(1);
        assertThat(promise.median()).isEqualTo(Outcome.of(Duration.ofDays(365 * 2000)));
    }

    @Test
    void levelsAreThoseOfAnOpenFunnel() {
        EventLog log = EventLog.builder()
                .add("a", "view", NOON)
                .add("a", "noise", NOON.plusSeconds(1))
                .add("a", "buy", NOON.plusSeconds(2))
                .add("b", "buy", NOON)
                .add("b", "view", NOON.plusSeconds(1))
                .build();
        assertThat(JourneyTable.levels(log, "view", "buy", "never"))
                .isEqualTo(List.of(
                        new JourneyTable.Level("view", 2),
                        new JourneyTable.Level("buy", 1),
                        new JourneyTable.Level("never", 0)));
        assertThat(JourneyTable.levels(log)).isEmpty();
        assertThat(JourneyTable.levels(EventLog.builder().build(), "view"))
                .containsExactly(new JourneyTable.Level("view", 0));
    }
}
