package org.cxkit.journey.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.cxkit.core.column.Symbols;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.junit.jupiter.api.Test;

/** Expectations by hand. */
class ObservedMapTest {
    private static final EventLog LOG = EventLog.builder()
            .add("a", "view", Instant.ofEpochSecond(0))
            .add("a", "view", Instant.ofEpochSecond(1))
            .add("a", "cart", Instant.ofEpochSecond(2))
            .add("a", "buy", Instant.ofEpochSecond(3))
            .add("b", "cart", Instant.ofEpochSecond(0))
            .add("b", "view", Instant.ofEpochSecond(1))
            .add("c", "help", Instant.ofEpochSecond(0))
            .build();

    @Test
    void activitiesStandInTheOrderInWhichCasesComeToThem() {
        // view first at 0/4 and 1/2: 1/4; cart at 2/4 and 0/2: 1/4; help at 0; buy at 3/4
        assertThat(ObservedMap.of("m", LOG, 9))
                .isEqualTo(JourneyMap.named("m")
                        .stage("Journey")
                        .loop("help", "cart", "view", "buy")
                        .build());
    }

    @Test
    void theMostFrequentAreTakenTiesByName() {
        // view 3, cart 2, buy 1, help 1
        assertThat(ObservedMap.of("m", LOG, 3))
                .isEqualTo(JourneyMap.named("m")
                        .stage("Journey")
                        .loop("cart", "view", "buy")
                        .build());
    }

    @Test
    void activitiesThatTheDictionaryKnowsButNoEventHasAreNotOnTheMap() {
        EventLog log =
                EventLog.of(Symbols.of("a"), new int[] {0}, Symbols.of("never", "view"), new int[] {1}, new long[] {0});
        assertThat(ObservedMap.of("m", log, 5))
                .isEqualTo(JourneyMap.named("m").stage("Journey").loop("view").build());
    }

    @Test
    void nothingMakesNoMap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservedMap.of("m", EventLog.builder().build(), 3))
                .withMessage("a map needs events and at least 1 activity, got 0 events and 3 activities");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservedMap.of("m", LOG, 0))
                .withMessage("a map needs events and at least 1 activity, got 7 events and 0 activities");
    }
}
