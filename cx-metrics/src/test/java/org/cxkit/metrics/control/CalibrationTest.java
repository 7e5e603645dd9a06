package org.cxkit.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Characteristic CSAT = Characteristic.share("CSAT");
    private static final Calibration CALM = shares(100, 80, 84, 76, 80, 80);
    private static final Calibration WILD = shares(1000, 800, 900, 700, 850, 750);

    private static Calibration shares(long n, int... successes) {
        return Calibration.of(
                CSAT,
                IntStream.of(successes).mapToObj(k -> Subgroup.ofShare(k, n)).toList());
    }

    @Test
    void centreAndVarianceArePooledOverAllAnswers() {
        Baseline baseline = Calibration.of(CSAT, List.of(Subgroup.ofShare(1, 1), Subgroup.ofShare(1, 3)))
                .baseline();
        assertThat(baseline).isEqualTo(Baseline.given(CSAT, 0.5, 0.5));
    }

    @Test
    void theDispersionIsThatOfTheTestOfHomogeneity() {
        // by hand: z = 0, 1, -1, 0, 0 at sd 0.4 and n 100; chi-squared 2 with 4 degrees of freedom
        assertThat(CALM.dispersion().toOptional().orElseThrow()).isCloseTo(0.5, within(1e-12)); // rounding of means
        // closed form with 4 degrees of freedom: exp(-x/2) (1 + x/2); 1e-12 for the rounding of x
        assertThat(CALM.dispersionPValue().toOptional().orElseThrow()).isCloseTo(2 / Math.E, within(1e-12));
        // by hand: moving ranges 1, 2, 1, 0
        assertThat(CALM.sigmaZ().toOptional().orElseThrow()).isCloseTo(1 / 1.128, within(1e-12));
    }

    @Test
    void theDispersionAdvisesWhichChartToUse() {
        assertThat(CALM.overdispersed(0.05)).isFalse();
        assertThat(CALM.advised(0.05)).isEqualTo(CALM.baseline());
        assertThat(WILD.overdispersed(0.05)).isTrue();
        assertThat(WILD.advised(0.05)).isEqualTo(WILD.laney());
        assertThat(WILD.laney().inflation())
                .isEqualTo(WILD.sigmaZ().toOptional().orElseThrow())
                .isGreaterThan(1);
        assertThat(WILD.laney().spread())
                .isEqualTo(WILD.baseline().sd() * WILD.laney().inflation());
    }

    @Test
    void periodsWithoutAnswersCountForNothing() {
        Calibration gaps = Calibration.of(
                CSAT, List.of(Subgroup.EMPTY, Subgroup.ofShare(8, 10), Subgroup.EMPTY, Subgroup.ofShare(6, 10)));
        Calibration dense = shares(10, 8, 6);
        assertThat(gaps.baseline()).isEqualTo(dense.baseline());
        assertThat(gaps.sigmaZ()).isEqualTo(dense.sigmaZ());
        assertThat(gaps.dispersion()).isEqualTo(dense.dispersion());
    }

    @Test
    void nothingIsToldFromNothing() {
        Calibration none = Calibration.of(CSAT, List.of());
        assertThatIllegalStateException()
                .isThrownBy(none::baseline)
                .withMessage("the mean of a period is undefined for 0 responses");
        assertThat(none.sigmaZ()).isEqualTo(Outcome.noData("sigma z needs two periods with answers that vary"));
        assertThat(none.dispersionPValue())
                .isEqualTo(Outcome.noData("the dispersion needs two periods with answers that vary"));
        assertThat(none.overdispersed(0.05)).isFalse();
        assertThat(none).hasToString("calibration of CSAT undefined, 0 periods, n 0");
    }

    @Test
    void answersThatDoNotVaryAreNoBaseline() {
        assertThatIllegalStateException()
                .isThrownBy(() -> shares(10, 10, 10).baseline())
                .withMessage("the calibration of CSAT does not vary: all of its 20 answers score 1");
        assertThatIllegalStateException()
                .isThrownBy(() -> shares(10, 8, 8).laney())
                .withMessage("sigma z of CSAT must be above 0: the calibration needs two periods that differ");
    }

    @Test
    void meansThatTheMetricCannotHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(CSAT, List.of(Subgroup.EMPTY, Subgroup.of(2, 4, 8))))
                .withMessage("periods[1] is no period of CSAT: its mean must be within 0..1, got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALM.overdispersed(0))
                .withMessage("the risk must be above 0 and below 1, got 0.0");
    }

    @Test
    void theSentenceHasCentreDispersionAndCounts() {
        assertThat(CALM).hasToString("calibration of CSAT 0.8000, dispersion 0.50, 5 periods, n 500");
        assertThat(CALM.baseline()).hasToString("CSAT 0.8000, standard deviation 0.4000");
        assertThat(WILD.laney()).hasToString("CSAT 0.8000, standard deviation 0.4000 times 9.6368");
    }

    @Test
    void baselinesRefuseNumbersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.given(CSAT, 1.5, 0.4))
                .withMessage("the mean of CSAT must be within 0..1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.given(CSAT, 0.5, Double.NaN))
                .withMessage("the standard deviation of CSAT must be from 1e-50 to 1e50, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Baseline(CSAT, 0.5, 0.5, 0))
                .withMessage("the inflation of CSAT must be from 1e-50 to 1e50, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.given(CSAT, 0.5, 0.5).limits(0, 3))
                .withMessage("limits need at least 1 answer, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Baseline.Limits(1, 0))
                .withMessage("limits must be finite and in order, got 1.0 to 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Characteristic(" ", List.of(0, 1)))
                .withMessage("a characteristic needs a name, got \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Characteristic("x", List.of(1, 1)))
                .withMessage("scores must rise, at least two of them, got [1, 1]");
    }

    @Test
    void pValuesOfDispersionNeverUnderflow() {
        Calibration apart =
                Calibration.of(CSAT, List.of(Subgroup.ofShare(1_000_000, 1_000_000), Subgroup.ofShare(0, 1_000_000)));
        assertThat(apart.dispersionPValue()).isEqualTo(Outcome.of(1e-300));
    }

    @Test
    void theSmallestSpreadStillTellsAShift() {
        Cusum chart = Cusum.of(new Baseline(CSAT, 0.5, 1e-50, 1e-50), 0.5, 5, Cusum.AfterSignal.CONTINUE);
        chart.update(1, 10);
        chart.update(0, 10);
        assertThat(chart.rising()).isNotNaN().isFinite();
        assertThat(chart.falling()).isNotNaN().isFinite();
    }
}
