package org.cxkit.journey.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.mining.Durations;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class FunnelTest {
    private static final Instant NOON = Instant.parse("2024-03-11T12:00:00Z");
    private static final FunnelDefinition STEPS = FunnelDefinition.steps("view", "cart", "buy");
    private static final EventLog LOG = EventLog.builder()
            .add("ada", "view", NOON)
            .add("ada", "help", NOON.plusSeconds(5))
            .add("ada", "cart", NOON.plusSeconds(60))
            .add("ada", "buy", NOON.plusSeconds(90))
            .add("bob", "view", NOON)
            .add("bob", "cart", NOON.plusSeconds(20))
            .add("cleo", "view", NOON)
            .add("dan", "buy", NOON)
            .build();

    @Test
    void everyLevelHasItsNumbersAndItsCases() {
        Funnel funnel = Funnel.of(STEPS, LOG);
        assertThat(funnel.reached()).containsExactly(3, 2, 1);
        assertThat(funnel.cases()).isEqualTo(4);
        assertThat(funnel.entered()).isEqualTo(3);
        assertThat(funnel.stepRate(1)).isEqualTo(Outcome.of(0.75));
        assertThat(funnel.stepRate(3)).isEqualTo(Outcome.of(0.5));
        assertThat(funnel.totalRate(2)).isEqualTo(Outcome.of(2 / 3.0));
        assertThat(funnel.dropped(1)).isEqualTo(1);
        assertThat(funnel.dropped(3)).isZero();
        assertThat(funnel.caseIds(2)).containsExactly("ada", "bob");
        assertThat(funnel.droppedCaseIds(1)).containsExactly("cleo");
        assertThat(funnel.timeToConvert(2))
                .isEqualTo(Durations.of(List.of(Duration.ofSeconds(20), Duration.ofSeconds(60))));
        assertThat(funnel.definition()).isEqualTo(STEPS);
    }

    @Test
    void toStringStatesTheRules() {
        assertThat(Funnel.of(STEPS, LOG))
                .hasToString("funnel of 4 cases: view 3, cart 2 (66.7 %), buy 1 (33.3 %) "
                        + "[view > cart > buy: in order, other events between are allowed, at one instant by arrival]");
        assertThat(STEPS.withMode(FunnelMode.STRICT_ADJACENT))
                .hasToString("view > cart > buy: in order, with no other event between");
        assertThat(STEPS.withMode(FunnelMode.OPEN_STRICT_TIME).withAnchor(FunnelAnchor.FIRST))
                .hasToString("view > cart > buy: in order, other events between are allowed, "
                        + "each step at a later instant, from the first event of the first step");
        assertThat(STEPS.within(Duration.ofMinutes(30)))
                .hasToString("view > cart > buy: in order, other events between are allowed, "
                        + "at one instant by arrival, within PT30M of any first step");
        assertThat(STEPS.withMode(FunnelMode.UNORDERED))
                .hasToString("view > cart > buy: in any order, level k is k different steps");
    }

    @Test
    void aFunnelOfNothingHasNoRates() {
        Funnel funnel = Funnel.of(STEPS, EventLog.builder().build());
        assertThat(funnel.reached()).containsExactly(0, 0, 0);
        assertThat(funnel.stepRate(1)).isEqualTo(Outcome.noData("no cases"));
        assertThat(funnel.stepRate(2)).isEqualTo(Outcome.noData("no case at level 1"));
        assertThat(funnel.totalRate(3)).isEqualTo(Outcome.noData("no case entered"));
        assertThat(funnel.timeToConvert(2).isEmpty()).isTrue();
    }

    /** PostHog and Openpanel lose steps that have the time stamp of the step before. */
    @Test
    void stepsAtOneInstantCountInTheOrderOfTheirArrival() {
        EventLog log = EventLog.builder()
                .add("a", "view", NOON)
                .add("a", "cart", NOON)
                .add("a", "buy", NOON)
                .build();
        assertThat(Funnel.of(STEPS, log).reached()).containsExactly(1, 1, 1);
        assertThat(Funnel.of(STEPS.within(Duration.ZERO), log).reached()).containsExactly(1, 1, 1);
        assertThat(Funnel.of(STEPS.withMode(FunnelMode.OPEN_STRICT_TIME), log).reached())
                .containsExactly(1, 0, 0);
        assertThat(Funnel.of(FunnelDefinition.steps("buy", "view"), log).reached())
                .containsExactly(1, 0);
    }

    @Test
    void definitionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> FunnelDefinition.steps(new String[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a funnel needs steps, none blank, got []");
        assertThatThrownBy(() -> STEPS.within(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must not be negative, got PT-1S");
        assertThatThrownBy(() -> STEPS.within(Duration.ofSeconds(1)).withMode(FunnelMode.UNORDERED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an unordered funnel has no first step to measure from, got window PT1S from ANY");
        assertThatThrownBy(() -> FunnelDefinition.steps("a", "a").withMode(FunnelMode.UNORDERED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the steps of an unordered funnel must differ, got [a, a]");
        assertThatThrownBy(() -> Funnel.of(STEPS, LOG).reached(4))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("level must be from 1 to 3, got 4");
    }
}
