package org.cxkit.journey.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.log.EventLog;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    private static final Instant START = Instant.parse("2024-03-11T09:00:00Z");
    private static final TouchpointId BROWSE = TouchpointId.of("browse");
    private static final TouchpointId CART = TouchpointId.of("cart");
    private static final TouchpointId BUY = TouchpointId.of("buy");

    private static final JourneyMap MAP = JourneyMap.named("m")
            .stage("Consideration")
            .loop(Step.of("browse").withEvents("search", "view"))
            .stage("Purchase")
            .step("cart")
            .step("buy")
            .step("review")
            .build();

    /** By hand; "noise" belongs to no step. */
    private static final EventLog LOG = EventLog.builder()
            // browse (10 s) cart (5 s, through noise) browse (20 s) buy
            .add("ann", "search", START)
            .add("ann", "view", START.plusSeconds(30))
            .add("ann", "cart", START.plusSeconds(40))
            .add("ann", "noise", START.plusSeconds(43))
            .add("ann", "view", START.plusSeconds(45))
            .add("ann", "buy", START.plusSeconds(65))
            // browse (40 s) cart, then only noise
            .add("bob", "view", START)
            .add("bob", "cart", START.plusSeconds(40))
            .add("bob", "noise", START.plusSeconds(99))
            // nothing on the map
            .add("cid", "noise", START)
            .build();

    @Test
    void countsByHand() {
        assertThat(Measured.of(MAP, LOG))
                .isEqualTo(new Measured(
                        3,
                        10,
                        3,
                        List.of(
                                // waits 10, 20 and 40 s
                                new MeasuredStep(BROWSE, 3, 2, 0, Duration.ofSeconds(20), null),
                                new MeasuredStep(CART, 3, 2, 1, Duration.ofSeconds(5), null),
                                new MeasuredStep(BUY, 3, 1, 1, null, null),
                                new MeasuredStep(TouchpointId.of("review"), 3, 0, 0, null, null))));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        EventLog log = EventLog.builder()
                .add("ann", "view", START)
                .add("ann", "cart", START.plusNanos(1000))
                .add("bob", "view", START)
                .add("bob", "cart", START.plusNanos(4000))
                .build();
        assertThat(Measured.of(MAP, log).step(BROWSE).orElseThrow().medianWait())
                .isEqualTo(Duration.ofNanos(2500));
    }

    @Test
    void everyCountLeadsToItsCases() {
        assertThat(Measured.casesReaching(MAP, LOG, BROWSE)).containsExactly("ann", "bob");
        assertThat(Measured.casesReaching(MAP, LOG, BUY)).containsExactly("ann");
        assertThat(Measured.casesEnding(MAP, LOG, CART)).containsExactly("bob");
        assertThat(Measured.casesEnding(MAP, LOG, BROWSE)).isEmpty();
        assertThat(Measured.casesReaching(MAP, LOG, TouchpointId.of("moon"))).isEmpty();
    }

    @Test
    void aLogOfNothingHasNoShares() {
        MeasuredStep step =
                Measured.of(MAP, EventLog.builder().build()).step(CART).orElseThrow();
        assertThat(step).isEqualTo(new MeasuredStep(CART, 0, 0, 0, null, null));
        assertThat(step.reach()).isEqualTo(Outcome.noData("no cases"));
        assertThat(step.dropOff()).isEqualTo(Outcome.noData("no case reached the step"));
    }

    @Test
    void sharesAreOfAllCasesAndOfThoseWhoCame() {
        MeasuredStep step = new MeasuredStep(CART, 8, 4, 1, null, null);
        assertThat(step.reach()).isEqualTo(Outcome.of(0.5));
        assertThat(step.dropOff()).isEqualTo(Outcome.of(0.25));
    }

    @Test
    void emotionsAreLaidOnTheirSteps() {
        MeasuredEmotion glad = MeasuredEmotion.onScale(4, 3.5, 5.2, 12, 1, 5);
        assertThat(glad).isEqualTo(new MeasuredEmotion(1, 0.5, 2, 12));
        Measured measured = Measured.of(MAP, LOG).withEmotions(Map.of(CART, glad));
        assertThat(measured.step(CART).orElseThrow().emotion()).isEqualTo(glad);
        assertThat(measured.step(BUY).orElseThrow().emotion()).isNull();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredStep(CART, 3, 4, 1, null, null))
                .withMessage("step cart wants 0 <= ended <= reached <= cases, got ended 1, reached 4, cases 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredStep(CART, 3, 2, 1, Duration.ofSeconds(-1), null))
                .withMessage("wait of step cart must not be negative, got PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measured(3, 1, 2, List.of()))
                .withMessage(
                        "measured wants cases >= 0 and 0 <= unmapped <= events, got cases 3, unmapped 2, events 1");
        MeasuredStep step = new MeasuredStep(CART, 3, 2, 1, null, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measured(4, 0, 0, List.of(step)))
                .withMessage("step cart was measured over 3 cases, the map over 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measured(3, 0, 0, List.of(step, step)))
                .withMessage("step cart was measured twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredEmotion(1, 1.5, 2, 3))
                .withMessage("measured emotion wants -2 <= low <= mean <= high <= 2, got low 1.5, mean 1.0, high 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredEmotion(1, 1, 1, 0))
                .withMessage("measured emotion wants at least 1 response, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeasuredEmotion.onScale(1, 1, 1, 1, 5, 5))
                .withMessage("a scale wants min < max, got 5.0 to 5.0");
    }
}
