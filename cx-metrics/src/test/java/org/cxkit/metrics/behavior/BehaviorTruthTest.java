package org.cxkit.metrics.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.purchase.Purchase;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.Test;

class BehaviorTruthTest {

    private static final JsonNode TRUTH = TruthCase.read("value.json", "behaviour_metrics_cdnow");

    @Test
    void everyFigureOfTheCaseIsReproduced() {
        BehaviorTruth.compare(TRUTH);
    }

    @Test
    void anAlteredFigureIsSeen() {
        for (String leaf : TruthCase.leaves(TRUTH)) {
            if (!BehaviorTruth.NO_FIGURES.contains(leaf.substring(1))) {
                JsonNode altered = TruthCase.altered(TRUTH, leaf);
                assertThatThrownBy(() -> BehaviorTruth.compare(altered))
                        .as(leaf)
                        .isInstanceOf(AssertionError.class);
            }
        }
    }

    @Test
    void aWindowOfInstantsGivesTheRepeatPurchaseRateOfItsDays() {
        List<Purchase> log = BehaviorTruth.cdnow();
        TimeWindow calibration =
                new TimeWindow(Instant.parse("1997-01-01T00:00:00Z"), Instant.parse("1997-10-01T00:00:00Z"));
        RepeatPurchase days = RepeatPurchase.ofDays(log, calibration, BehaviorTruth.UTC);
        assertThat(days).isEqualTo(new RepeatPurchase(2357, 946, CalendarUnit.DAY));
        // without the merge of a day's purchases: counted in the file by customer
        assertThat(RepeatPurchase.of(log, calibration)).isEqualTo(new RepeatPurchase(2357, 959, null));
    }

    @Test
    void theQuartersOfCdnowReadWell() {
        ActivityTally quarters = ActivityTally.of(BehaviorTruth.cdnow(), CalendarUnit.QUARTER, BehaviorTruth.UTC);
        assertThat(quarters).hasToString("activity of 2357 customers, 1997-Q1 to 1998-Q2");
        // counted in the file by customer
        assertThat(Retention.of(
                        quarters, quarters.periods().get(0), quarters.periods().get(2)))
                .hasToString(
                        "retention 9.1 % (95 % 8.0 to 10.3), 214 of n 2357, 204 returned; at the end 418 customers, "
                                + "0 reactivated, 0 joined");
        assertThat(CohortRetention.of(quarters))
                .asString()
                .startsWith(
                        "retention of 2357 customers in 6 cohorts\n1997-Q1: 2357, 524, 418, 404, 384, 300\n1997-Q2: 0,");
        assertThat(InactivityChurn.of(
                        BehaviorTruth.cdnow(), Instant.parse("1998-07-01T00:00:00Z"), Duration.ofDays(180)))
                .hasToString("inactive for more than 180 days at 1998-07-01T00:00:00Z: 78.2 % (95 % 76.5 to 79.8), "
                        + "1843 of n 2357");
    }
}
