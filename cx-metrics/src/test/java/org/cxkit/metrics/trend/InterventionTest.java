package org.cxkit.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.compare.NpsDifference;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class InterventionTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final RatingScale TEN = RatingScale.ZERO_TO_TEN;

    private static CalendarPeriod day(String text) {
        return CalendarUnit.DAY.of(Instant.parse(text + "T12:00:00Z"), UTC);
    }

    @Test
    void theDayItFallsIntoIsNeitherBeforeNorAfter() {
        Grouped<CalendarPeriod, RatingTally> days = Grouped.of(
                RatingTally.empty(TEN),
                Map.of(
                        day("2024-05-01"), RatingTally.of(TEN, 3, 9),
                        day("2024-05-02"), RatingTally.of(TEN, 0),
                        day("2024-05-03"), RatingTally.of(TEN, 10, 9)));
        Intervention fix = new Intervention("checkout fixed", Instant.parse("2024-05-02T10:00:00Z"));
        assertThat(fix.before(days, UTC)).isEqualTo(RatingTally.of(TEN, 3, 9));
        assertThat(fix.after(days, UTC)).isEqualTo(RatingTally.of(TEN, 10, 9));
        assertThat(NpsDifference.of(fix.before(days, UTC), fix.after(days, UTC)).value())
                .isEqualTo(100);
        Intervention midnight = new Intervention("checkout fixed", Instant.parse("2024-05-02T00:00:00Z"));
        assertThat(midnight.after(days, UTC).valid()).isEqualTo(3);
        Intervention never = new Intervention("never", Instant.parse("2024-05-09T00:00:00Z"));
        assertThat(never.after(days, UTC)).isEqualTo(RatingTally.empty(TEN));
    }

    @Test
    void refusesANameThatSaysNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Intervention(" ", Instant.EPOCH))
                .withMessage("the name of an intervention must not be blank");
    }
}
