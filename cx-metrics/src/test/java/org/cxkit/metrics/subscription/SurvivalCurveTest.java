package org.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {

    private static final Instant END = Instant.parse("2024-01-01T00:00:00Z");

    /** Weeks of remission of the 6-MP group of Freireich et al., Blood 21(6), 1963; negative where censored. */
    private static final int[] REMISSION = {
        6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35
    };

    private static Duration weeks(long weeks) {
        return Duration.ofDays(7 * weeks);
    }

    private static SurvivalCurve remission() {
        List<Contract> log = new ArrayList<>();
        for (int i = 0; i < REMISSION.length; i++) {
            Duration age = weeks(Math.abs(REMISSION[i]));
            Instant from = END.minus(REMISSION[i] < 0 ? age : weeks(40));
            log.add(new Contract(CustomerId.of("c" + i), from, REMISSION[i] < 0 ? null : from.plus(age)));
        }
        return SurvivalCurve.of(log, END);
    }

    @Test
    void theTextbookExampleIsReproduced() {
        SurvivalCurve curve = remission();
        // D. G. Kleinbaum, M. Klein, Survival Analysis, 3rd edition, 2012, chapter 2: the figures to 4 digits; the
        // errors by Greenwood's formula in python's fractions
        double[][] wanted = {
            {6, 0.8571, 0.0764}, {7, 0.8067, 0.0869}, {10, 0.7529, 0.0963}, {13, 0.6902, 0.1068},
            {16, 0.6275, 0.1141}, {22, 0.5378, 0.1282}, {23, 0.4482, 0.1346}, {30, 0.4482, 0.1346}
        };
        for (double[] row : wanted) {
            Duration age = weeks((long) row[0]);
            assertThat(curve.survival(age).toOptional().orElseThrow()).isCloseTo(row[1], within(5e-5));
            Interval interval =
                    curve.interval(age, 0.6826894921370859).toOptional().orElseThrow(); // one error each way
            assertThat(interval.halfWidth()).isCloseTo(row[2], within(5e-5));
        }
        assertThat(curve.median()).contains(weeks(23));
        assertThat(curve).hasToString("survival of 21 customers, of whom 9 left: median PT3864H");
        assertThat(curve.survival(Duration.ZERO)).isEqualTo(Outcome.of(1.0));
        assertThat(curve.interval(Duration.ZERO, 0.95)
                        .toOptional()
                        .orElseThrow()
                        .halfWidth())
                .isZero();
        assertThat(curve.survival(weeks(36))).isEqualTo(Outcome.noData("nobody was seen for longer than PT5880H"));
        assertThat(curve.interval(weeks(36), 0.95))
                .isEqualTo(Outcome.noData("nobody was seen for longer than PT5880H"));
    }

    @Test
    void afterAllHaveLeftNobodyIsLeft() {
        SurvivalCurve curve =
                new SurvivalCurve(List.of(new SurvivalPoint(weeks(1), 2, 1, 0), new SurvivalPoint(weeks(2), 1, 1, 0)));
        assertThat(curve.survival(weeks(9))).isEqualTo(Outcome.of(0.0));
        assertThat(curve.interval(weeks(9), 0.95)).isEqualTo(Outcome.noData("nobody is left, so the error is unknown"));
        assertThat(curve.median()).contains(weeks(1));
    }

    @Test
    void withoutCensoringItIsTheShareOfThoseWhoStay() {
        List<Contract> log = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            Instant from = END.minus(weeks(20));
            log.add(new Contract(CustomerId.of("c" + i), from, from.plus(weeks(i))));
            log.add(new Contract(CustomerId.of("c" + i), from.plus(weeks(i + 2)), null)); // comes back: another life
        }
        SurvivalCurve curve = SurvivalCurve.of(log, END);
        for (int i = 0; i <= 10; i++) {
            assertThat(curve.survival(weeks(i)).toOptional().orElseThrow())
                    .isCloseTo((10 - i) / 10.0, within(1e-15)); // rounding of a product of 10
        }
        assertThat(curve.median()).contains(weeks(5));
    }

    @Test
    void thoseWhoComeLaterAreNotSeen() {
        Contract later = new Contract(CustomerId.of("a"), END, null);
        SurvivalCurve nobody = SurvivalCurve.of(List.of(later), END);
        assertThat(nobody).isEqualTo(new SurvivalCurve(List.of()));
        assertThat(nobody.survival(weeks(1))).isEqualTo(Outcome.noData("no customers"));
        assertThat(nobody).hasToString("survival of 0 customers, of whom 0 left: median not reached");
        // who leaves at that moment has left
        Contract left = new Contract(CustomerId.of("a"), END.minus(weeks(1)), END);
        assertThat(SurvivalCurve.of(List.of(left), END).left()).isEqualTo(1);
    }

    @Test
    void pointsMustFollowFromEachOther() {
        SurvivalPoint first = new SurvivalPoint(weeks(1), 2, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurvivalCurve(List.of(first)))
                .withMessage("wanted points by age, with those at risk who were seen longer than the point before, and "
                        + "nobody after the last, got " + List.of(first));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurvivalPoint(weeks(1), 2, 2, 1))
                .withMessage(
                        "wanted at least 1 who left or was last seen, and no more than are at risk, at an age that "
                                + "is not negative, got age=PT168H, atRisk=2, left=2, lastSeen=1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> remission().survival(weeks(-1)))
                .withMessage("an age must not be negative, got PT-168H");
    }
}
