package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        // NPS 2.0.999 nps_test_ (test = "wald" and "adjusted.wald"): detractors, passives, promoters, level, limits
        "20, 20, 60, 0.8, 0.29747587475643195, 0.502524125243568, 0.28729423684570005, 0.48940479228051353",
        "3, 1, 2, 0.95, -0.8848250167130479, 0.5514916833797147, -0.6615615840590447, 0.4393393618368225",
        "2, 11, 18, 0.99, 0.2314042754675948, 0.8008537890485342, 0.18741936458330566, 0.7537571060049296",
        "1, 0, 1, 0.95, -1.3859038243496775, 1.3859038243496775, -0.7333513720565178, 0.7333513720565178",
        "123456, 234567, 345678, 0.95, 0.3140311366387863, 0.3175496057503819, 0.31402979390827157, 0.31754825595360214",
    })
    void netShareIntervalsAreThoseOfThePeer(
            double minus, double zero, double plus, double level, double l, double h, double al, double ah) {
        Interval wald = NetShareInterval.WALD.of(minus, zero, plus, level);
        assertThat(wald.low()).isCloseTo(l, within(1e-12));
        assertThat(wald.high()).isCloseTo(h, within(1e-12));
        Interval adjusted = NetShareInterval.ADJUSTED_WALD.of(minus, zero, plus, level);
        assertThat(adjusted.low()).isCloseTo(al, within(1e-12));
        assertThat(adjusted.high()).isCloseTo(ah, within(1e-12));
    }

    @Test
    void clampingMovesLimitsAndSaysSo() {
        Interval wide = NetShareInterval.WALD.of(1, 0, 1, 0.95);
        assertThat(wide.clamped()).isFalse();
        assertThat(wide.clampedTo(-1, 1)).isEqualTo(new Interval(0, 0, -1, 1, 0.95, "Wald", true));
        assertThat(wide.clampedTo(-2, 2)).isSameAs(wide);
    }

    @Test
    void anIntervalReadsWell() {
        Interval wilson = ProportionInterval.WILSON.of(7, 10, 0.95);
        assertThat(wilson).hasToString("0.3968 to 0.8922 (95 %, Wilson)");
        assertThat(wilson.times(100)).hasToString("39.6778 to 89.2209 (95 %, Wilson)");
        assertThat(new Interval(0, 0, 0, 0, 0.999, "t", false).levelPercent()).isEqualTo("99.9 %");
        assertThat(wilson.halfWidth()).isCloseTo(0.24771529256627686, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void aLevelIsBetweenZeroAndOne(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionInterval.WILSON.of(1, 2, level))
                .withMessage("a confidence level must be above 0 and below 1, got " + level);
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionInterval.WALD.of(3, 2, 0.95))
                .withMessage("wanted from 0 to n successes with n above 0, got 3.0 of 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionInterval.WALD.of(0, 0, 0.95))
                .withMessage("wanted from 0 to n successes with n above 0, got 0.0 of 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetShareInterval.WALD.of(0, 0, 0, 0.95))
                .withMessage("wanted counts that are not negative, and not all zero, got 0.0, 0.0 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.t(1, 2, 1, 0.95))
                .withMessage("wanted at least 2 answers and a standard deviation that is not negative, got 1 and 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, 0, 1, -1, 0.95, "own", false))
                .withMessage(
                        "an interval needs finite limits in order, got 1.0 to -1.0 for the estimate 0.0 about 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetShareInterval.WALD.of(1, 1, 1, 0.95).times(0))
                .withMessage("a unit must be above zero, got 0.0");
    }

    @Test
    void theTrinomialIntervalNeedsAnswersThatDiffer() {
        assertThat(NetShareInterval.TRINOMIAL_T.definedFor(0, 1, 1)).isTrue();
        assertThat(NetShareInterval.TRINOMIAL_T.definedFor(0, 0, 5)).isFalse();
        assertThat(NetShareInterval.TRINOMIAL_T.definedFor(0, 0.5, 1)).isFalse();
        assertThat(NetShareInterval.SCORE.definedFor(0, 0, 5)).isTrue();
        assertThat(NetShareInterval.SCORE.definedFor(0, 0, 0)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetShareInterval.TRINOMIAL_T.of(0, 0, 5, 0.95))
                .withMessage(
                        "the trinomial t interval needs at least 2 answers, not all the same, got 0.0, 0.0 and 5.0");
    }

    @Test
    void eachMethodHasTheNameOfTheLiterature() {
        assertThat(NetShareInterval.values())
                .extracting(NetShareInterval::title)
                .containsExactly(
                        "Wald", "adjusted Wald", "score", "Goodman-Scheffé", "Goodman-Bonferroni", "trinomial t");
        assertThat(NetShareInterval.SCORE.of(20, 20, 60, 0.95)).hasToString("0.2320 to 0.5428 (95 %, score)");
    }

    @Test
    void limitsThatRoundingCrossedAreInOrder() {
        Interval crossed = Interval.of(0.5, 0.5, 0.5 + 2e-16, 0.5, 1e-9, "own");
        assertThat(crossed.low()).isEqualTo(0.5);
        assertThat(crossed.high()).isEqualTo(0.5 + 2e-16);
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.of(0.5, 0.5, 0.6, 0.4, 0.5, "own"));
    }

    @Test
    void minusZeroIsZero() {
        Interval interval = new Interval(-0.0, -0.0, -0.0, 0.0, 0.5, "own", false);
        assertThat(Double.doubleToRawLongBits(interval.low())).isZero();
        assertThat(Double.doubleToRawLongBits(interval.estimate())).isZero();
    }

    @Test
    void endsOutOfOrderAreRefused() {
        Interval interval = new Interval(1, 1, 0, 2, 0.95, "Wald", false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval.clampedTo(3, -3))
                .withMessage("wanted ends in order, got 3.0 to -3.0");
    }
}
