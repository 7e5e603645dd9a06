package org.cxkit.journey.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cxkit.journey.log.EventLog;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class HandoffsTest {
    private static final Instant NOON = Instant.parse("2024-03-11T12:00:00Z");

    @Test
    void handoffsAreCountedOverCasesWithAChannel() {
        EventLog log = EventLog.builder()
                .add("a", "x", NOON, "web")
                .add("a", "y", NOON.plusSeconds(10), "store")
                .add("a", "z", NOON.plusSeconds(30), "web")
                .add("b", "x", NOON, "web")
                .add("c", "x", NOON)
                .build();
        Handoffs handoffs = Handoffs.of(log);
        assertThat(handoffs.waits("web", "store")).isEqualTo(Durations.ofMicros(10_000_000));
        assertThat(handoffs.waits("web", "mail").isEmpty()).isTrue();
        assertThat(handoffs.count()).isEqualTo(2);
        assertThat(handoffs.perCase()).isEqualTo(Outcome.of(1.0));
        assertThat(handoffs.omnichannelShare()).isEqualTo(Outcome.of(0.5));
        assertThat(Handoffs.caseIds(log, new Edge("web", "store"))).containsExactly("a");
        assertThat(handoffs)
                .hasToString("2 hand-offs between channels in 3 cases, 1 of them omnichannel, "
                        + "1 events without a channel");
        Handoffs none = Handoffs.of(log.onlyCases("c"::equals));
        assertThat(none.perCase()).isEqualTo(Outcome.noData("no case with a channel"));
        assertThat(none.omnichannelShare()).isEqualTo(Outcome.noData("no case with a channel"));
        assertThat(none.cases()).isEqualTo(1);
    }
}
