package org.cxkit.journey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatingTableTest {
    private static final Question NPS = Reports.NPS;

    @Test
    void groupsStandByNameWithAllOfThemTogether() {
        RatingTally store = RatingTally.of(RatingScale.ZERO_TO_TEN, 10, 9, 0, Integer.MIN_VALUE);
        RatingTally chat = RatingTally.ofCounts(RatingScale.ZERO_TO_TEN, new long[11], 1, 2);
        RatingTable table = RatingTable.of(
                NPS, "channel", Reports.groups(RatingScale.ZERO_TO_TEN, Map.of("store", store, "chat", chat)));
        assertThat(table.rows()).extracting(RatingTable.Row::name).containsExactly("chat", "store");
        RatingTable.Row none = table.rows().get(0);
        assertThat(none)
                .isEqualTo(new RatingTable.Row(
                        "chat",
                        List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L),
                        1,
                        2,
                        Outcome.noData("no valid answers")));
        assertThat(none.valid()).isZero();
        assertThat(table.rows().get(1).valid()).isEqualTo(3);
        assertThat(table.total())
                .isEqualTo(new RatingTable.Row(
                        "all",
                        List.of(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L),
                        2,
                        2,
                        Outcome.of(Nps.of(store).interval())));
    }

    @Test
    void noGroupsHaveATotalOfNothing() {
        RatingTable table = RatingTable.of(NPS, "channel", Reports.groups(RatingScale.ZERO_TO_TEN, Map.of()));
        assertThat(table.rows()).isEmpty();
        assertThat(table.total().valid()).isZero();
        assertThat(table.total().score()).isEqualTo(Outcome.noData("no valid answers"));
    }

    @ParameterizedTest
    @EnumSource
    void ofNoValidAnswerThereIsNoFigure(RatingMetric metric) {
        assertThat(metric.of(RatingTally.empty(RatingScale.ONE_TO_FIVE))).isEqualTo(Outcome.noData("no valid answers"));
    }

    @Test
    void eachMetricIsToldAsItsOwnClassTellsIt() {
        RatingTally eleven = RatingTally.of(RatingScale.ZERO_TO_TEN, 10, 9, 3, 7);
        assertThat(told(RatingMetric.NPS, eleven)).isEqualTo(Nps.of(eleven).interval());
        RatingTally five = RatingTally.of(RatingScale.ONE_TO_FIVE, 5, 4, 4, 1);
        assertThat(told(RatingMetric.CSAT, five).estimate()).isEqualTo(75.0);
        assertThat(told(RatingMetric.CSAT, five).low())
                .isCloseTo(100 * Csat.of(five).interval().low(), within(1e-12));
        RatingTally seven = RatingTally.of(RatingScale.ONE_TO_SEVEN, 7, 6, 2, 1);
        assertThat(told(RatingMetric.CES, seven).estimate()).isEqualTo(50.0);
        assertThat(told(RatingMetric.CES, seven).high())
                .isCloseTo(100 * Ces.of(seven).easyInterval(0.95).high(), within(1e-12));
    }

    @Test
    void eachMetricHasATitleAUnitAndALeastValue() {
        assertThat(RatingMetric.values())
                .extracting(RatingMetric::title)
                .containsExactly("NPS", "satisfied", "found it easy");
        assertThat(RatingMetric.values()).extracting(RatingMetric::unit).containsExactly("", "%", "%");
        assertThat(RatingMetric.values()).extracting(RatingMetric::least).containsExactly(-100.0, 0.0, 0.0);
    }

    @Test
    void aMetricRefusesAScaleItDoesNotKnow() {
        RatingTally five = RatingTally.of(RatingScale.ONE_TO_FIVE, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMetric.NPS.of(five))
                .withMessageContaining("1..5");
    }

    private static Interval told(RatingMetric metric, RatingTally tally) {
        return metric.of(tally).toOptional().orElseThrow();
    }
}
