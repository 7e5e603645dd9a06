package org.cxkit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class TallySeriesTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final CalendarPeriod JANUARY = CalendarPeriod.parse("2024-01");

    private static Grouped<CalendarPeriod, RatingTally> months(Map<CalendarPeriod, RatingTally> tallies) {
        return Grouped.of(RatingTally.empty(SCALE), tallies);
    }

    private static final Grouped<CalendarPeriod, RatingTally> GAPPED = months(Map.of(
            JANUARY, RatingTally.of(SCALE, 10), JANUARY.plus(3), RatingTally.of(SCALE, 0, 9, Integer.MIN_VALUE)));

    @Test
    void aPeriodWithoutAnswersHasItsPlace() {
        Map<CalendarPeriod, Outcome<Double>> scores = TallySeries.of(GAPPED)
                .map(RatingTally::valid, tally -> Nps.of(tally).score());
        assertThat(scores)
                .hasToString("{2024-01=100.0, 2024-02=no data (no responses), 2024-03=no data (no responses),"
                        + " 2024-04=0.0}");
        assertThat(TallySeries.of(GAPPED).asMap())
                .as("the counts, for a test of trend")
                .containsEntry(JANUARY.plus(1), RatingTally.empty(SCALE))
                .hasSize(4);
    }

    @Test
    void theRangeMayBeStated() {
        TallySeries<CalendarPeriod, RatingTally> series = TallySeries.of(GAPPED, JANUARY.plus(2), JANUARY.plus(4));
        assertThat(series)
                .hasToString("{2024-03=0 ratings on 0..10 {}, 2024-04=2 ratings on 0..10 {0=1, 9=1}, 1 missing,"
                        + " 2024-05=0 ratings on 0..10 {}}");
        assertThat(series.size()).isEqualTo(3);
        CalendarPeriod end = CalendarPeriod.parse("9999-12");
        assertThat(TallySeries.of(GAPPED, end, end).size()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TallySeries.of(GAPPED, JANUARY, JANUARY.plus(-1)))
                .withMessage("the last period must not be before the first, got 2024-01 to 2023-12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TallySeries.of(GAPPED, CalendarPeriod.parse("2024"), CalendarPeriod.parse("2025")))
                .withMessage("wanted a YEAR, got the MONTH 2024-01");
    }

    @Test
    void nothingHasNoPeriods() {
        TallySeries<CalendarPeriod, RatingTally> nothing = TallySeries.of(months(Map.of()));
        assertThat(nothing.size()).isZero();
        assertThat(nothing).hasToString("{}").isEqualTo(nothing.rolling(3)).isNotEqualTo(TallySeries.of(GAPPED));
    }

    @Property
    void rollingIsTheObviousLoop(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 4) Integer> counts,
            @ForAll @IntRange(min = 1, max = 8) int together) {
        Map<CalendarPeriod, RatingTally> tallies = new TreeMap<>();
        for (int i = 0; i < counts.size(); i++) {
            tallies.put(JANUARY.plus(i), RatingTally.ofCounts(SCALE, counts.get(i), 0, 0, 0, 0, i, 0, 0, 0, 0, 0));
        }
        TallySeries<CalendarPeriod, RatingTally> series = TallySeries.of(months(tallies));
        List<RatingTally> single = new ArrayList<>(series.asMap().values());
        List<RatingTally> rolled =
                new ArrayList<>(series.rolling(together).asMap().values());
        for (int i = 0; i < single.size(); i++) {
            RatingTally expected = RatingTally.empty(SCALE);
            for (int k = Math.max(0, i - together + 1); k <= i; k++) {
                expected = expected.plus(single.get(k));
            }
            assertThat(rolled.get(i)).isEqualTo(expected);
        }
        assertThat(rolled).hasSameSizeAs(single);
        assertThat(series.rolling(together).asMap().keySet())
                .containsExactlyElementsOf(series.asMap().keySet());
    }

    @Test
    void nothingTogetherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TallySeries.of(GAPPED).rolling(0))
                .withMessage("wanted at least 1 point together, got 0");
    }
}
