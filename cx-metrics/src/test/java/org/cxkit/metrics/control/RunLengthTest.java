package org.cxkit.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLengthTest {
    private static final LogLikelihoodRatio CSAT = LogLikelihoodRatio.bernoulli(Characteristic.share("CSAT"), 0.8, 0.6);
    private static final LogLikelihoodRatio NPS =
            new LogLikelihoodRatio(Characteristic.NET_SHARE, List.of(0.2, 0.2, 0.6), List.of(0.35, 0.25, 0.4));

    @ParameterizedTest(name = "limit {0}, head start {1}, shift {2}: {3}")
    @CsvSource({
        // J. M. Lucas, R. B. Crosier, Technometrics 24(3), 1982, table 1: reference 0.5, rounded to three figures
        "4, 0, 0, 168",
        "4, 2, 0, 149",
        "4, 2, 0.5, 20.1",
        "4, 2, 1, 5.29",
        "5, 0, 0, 465",
        "5, 2.5, 0, 430",
        "5, 2.5, 1, 6.35"
    })
    void headStartsShortenRunsAsPublished(double limit, double headStart, double shift, double published) {
        // 0.5 %: what three figures leave open
        assertThat(RunLength.cusum(0.5, limit, headStart, shift)).isCloseTo(published, within(0.005 * published));
    }

    @Test
    void theLimitOfARunLengthHasIt() {
        // R spc 0.6.7, xcusum.arl(0.5, 5, 0, sided = "two"): 465.4435060321196
        assertThat(RunLength.cusumLimit(0.5, 465.4435060321196))
                .isCloseTo(5, within(1e-9)); // 1e-9: both are told to 1e-10
        for (double length : new double[] {2, 370, 1e5}) {
            // 1e-9: the root is found to 1e-12, and the run length rises e times for each unit of the limit
            assertThat(RunLength.cusum(0.25, RunLength.cusumLimit(0.25, length), 0, 0))
                    .isCloseTo(length, within(1e-9 * length));
            assertThat(RunLength.ewma(0.1, RunLength.ewmaWidth(0.1, length), 0))
                    .isCloseTo(length, within(1e-9 * length));
        }
    }

    @Test
    void anAverageThatForgetsAllIsTheChartOfMeans() {
        assertThat(RunLength.ewma(1, 3, 0.5)).isEqualTo(RunLength.shewhart(3, 0.5));
        assertThat(RunLength.ewma(0.999999, 3, 0)).isCloseTo(RunLength.shewhart(3, 0), within(0.01)); // continuous
    }

    @Test
    void runsGrowWithTheLimitAndShortenWithTheShift() {
        for (double limit = 0.5; limit < 4; limit += 0.75) {
            assertThat(RunLength.cusum(0.5, limit + 0.5, 0, 0)).isGreaterThan(RunLength.cusum(0.5, limit, 0, 0));
            assertThat(RunLength.cusum(0.5, limit, 0, 1)).isLessThan(RunLength.cusum(0.5, limit, 0, 0.5));
            assertThat(RunLength.ewma(0.1, limit / 2 + 0.25, 0)).isGreaterThan(RunLength.ewma(0.1, limit / 2, 0));
            assertThat(RunLength.llr(CSAT, limit + 0.5, CSAT.normal()))
                    .isGreaterThanOrEqualTo(RunLength.llr(CSAT, limit, CSAT.normal()));
            assertThat(RunLength.llr(CSAT, limit, CSAT.changed()))
                    .isLessThanOrEqualTo(RunLength.llr(CSAT, limit, CSAT.normal()));
        }
    }

    @ParameterizedTest(name = "{0} to {1}, limit {2}: {3}")
    @CsvSource({
        // a million simulated runs of the definition, SplittableRandom seed 7, standard error 0.1 %
        "0.80, 0.70, 3.0, 797.5509",
        "0.90, 0.80, 3.4, 975.1397",
        "0.85, 0.80, 2.5, 1232.5957"
    })
    void sharesRunAsLongAsAMillionSimulatedRuns(double normal, double changed, double limit, double simulated) {
        LogLikelihoodRatio ratio = LogLikelihoodRatio.bernoulli(Characteristic.share("CSAT"), normal, changed);
        // 0.5 %: within the 1 % that is asked for, and five standard errors of the simulation
        assertThat(RunLength.llr(ratio, limit, ratio.normal())).isCloseTo(simulated, within(0.005 * simulated));
    }

    @Test
    void scoresRunAsLongAsAMillionSimulatedRuns() {
        // as above: 0.5 %
        assertThat(RunLength.llr(NPS, 3, NPS.normal())).isCloseTo(289.0445, within(0.005 * 289.0445));
        assertThat(RunLength.llr(NPS, 4, NPS.normal())).isCloseTo(865.6854, within(0.005 * 865.6854));
    }

    @Test
    void theChartItselfRunsAsLongAsTold() {
        SplittableRandom random = new SplittableRandom(7);
        int runs = 20_000;
        long answers = 0;
        for (int run = 0; run < runs; run++) {
            LlrCusum chart = LlrCusum.of(CSAT, 2, Cusum.AfterSignal.CONTINUE);
            boolean signals = false;
            while (!signals) {
                signals = chart.update(random.nextDouble() < 0.8 ? 1 : 0);
            }
            answers += chart.answers();
        }
        // 2.1 %: three standard errors, run lengths being spread about as widely as they are long
        double told = RunLength.llr(CSAT, 2, CSAT.normal());
        assertThat(answers / (double) runs).isCloseTo(told, within(0.021 * told));
    }

    @Test
    void falseAlarmsWithinAFewAnswersAreThoseOfAllSequences() {
        for (double limit : new double[] {0.5, 1, 2, 2.5}) {
            for (int n = 1; n <= 12; n++) {
                double exact = 0;
                for (int sequence = 0; sequence < 1 << n; sequence++) {
                    exact += signals(limit, n, sequence)
                            ? Math.pow(0.8, Integer.bitCount(sequence)) * Math.pow(0.2, n - Integer.bitCount(sequence))
                            : 0;
                }
                // 1e-12: sums in another order
                assertThat(RunLength.llrWithin(CSAT, limit, CSAT.normal(), n)).isCloseTo(exact, within(1e-12));
            }
        }
        assertThat(RunLength.llrWithin(CSAT, 1, CSAT.normal(), 0)).isZero();
        assertThat(RunLength.llrWithin(CSAT, 1, CSAT.normal(), Integer.MAX_VALUE))
                .isCloseTo(1, within(1e-12)); // the same
    }

    private static boolean signals(double limit, int n, int sequence) {
        LlrCusum chart = LlrCusum.of(CSAT, limit, Cusum.AfterSignal.CONTINUE);
        boolean any = false;
        for (int i = 0; i < n; i++) {
            any |= chart.update(sequence >> i & 1);
        }
        return any;
    }

    @Test
    void aVeryLongRunKeepsItsDigits() {
        // Siegmund's approximation for reference 1/2, exp(h + 1.166) - h - 2.166 for both sides, is 0.8 % too long here
        assertThat(RunLength.cusum(0.5, 30, 0, 0)).isCloseTo(Math.exp(31.166), within(0.01 * Math.exp(31.166)));
        assertThat(RunLength.cusum(0.5, 50, 0, 0)).isCloseTo(Math.exp(51.166), within(0.01 * Math.exp(51.166)));
        // each step of the limit by 1 multiplies the run by e, once it is long; 1e-9: what is left of the start
        assertThat(Math.log(RunLength.cusum(0.5, 81, 0, 0) / RunLength.cusum(0.5, 80, 0, 0)))
                .isCloseTo(1, within(1e-9));
        assertThat(RunLength.ewma(0.1, 12, 0)).isBetween(RunLength.ewma(0.1, 8, 0), 1e300);
    }

    @Test
    void noRunIsToldLongerThanATellableOne() {
        // 1e-12: one or many states that all signal so rarely
        assertThat(RunLength.shewhart(50, 0)).isCloseTo(1e300, within(1e288));
        assertThat(RunLength.ewma(0.9, 60, 0)).isCloseTo(1e300, within(1e288));
        assertThat(RunLength.cusumOneSided(0.5, 5, 0, -40)).isCloseTo(1e300, within(1e288));
        assertThat(RunLength.cusum(0.5, 144, 0, -40)).isBetween(1.0, 10.0);
        assertThat(RunLength.llr(NPS, 1e300, NPS.normal())).isCloseTo(1e300, within(1e288));
    }

    @Test
    void headStartsFromWhichTheSumsMeetAreRefused() {
        // simulated, 100,000 runs: 26.8 from a start of 4, where the formula of the two sums says 15.3
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.cusum(0.5, 4, 4, 0))
                .withMessage("the head start must be at most half the limit and the reference, 2.5, for a run length,"
                        + " got 4.0");
        assertThat(RunLength.cusum(0.5, 4, 2, 0)).isCloseTo(149.07, within(1.5)); // simulated, three standard errors
    }

    @Test
    void designsTooWideForARunLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.cusum(0.5, 1000, 0, 0))
                .withMessage(
                        "limits must be at most 144.0 standard errors apart for a run length, got the limit 1000.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.ewma(1e-300, 3, 0))
                .withMessage("limits must be at most 144.0 standard errors apart for a run length, got lambda 1.0E-300"
                        + " and width 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.cusumLimit(30, 1e9))
                .withMessage("no limit has so short a run length, got 1.0E9: it is at least "
                        + RunLength.cusum(30, 0.001, 0, 0));
    }

    @Test
    void theLimitOfAChartOfAnswersIsTheLeastThatRunsAsLong() {
        double limit = RunLength.llrLimit(CSAT, 100);
        assertThat(RunLength.llr(CSAT, limit, CSAT.normal())).isBetween(100.0, 105.0);
        assertThat(RunLength.llr(CSAT, 0.9999 * limit, CSAT.normal())).isLessThan(100);
        // 1 %: between the jumps of scores of three kinds
        assertThat(RunLength.llr(NPS, RunLength.llrLimit(NPS, 50), NPS.normal()))
                .isBetween(50.0, 50.5);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.shewhart(0, 0))
                .withMessage("the width of limits must be above 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.shewhart(3, Double.NaN))
                .withMessage("a shift must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.cusum(-1, 5, 0, 0))
                .withMessage("the reference must not be negative and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.cusumOneSided(0.5, 5, 6, 0))
                .withMessage("the head start must be within 0..5.0, the limit, got 6.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.ewma(0, 3, 0))
                .withMessage("lambda must be above 0 and at most 1, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.cusumLimit(0.5, 2e9))
                .withMessage("a run length must be 1 to 1e9, got 2.0E9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.cusumLimit(0.5, 1.1))
                .withMessageStartingWith("no limit has so short a run length, got 1.1: it is at least 1.6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.llrLimit(CSAT, 0.5))
                .withMessage("a run length must be 1 to 1e9, got 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.llrWithin(CSAT, 1, CSAT.normal(), -1))
                .withMessage("the number of answers must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunLength.llr(CSAT, 1, List.of(0.5, 0.6)))
                .withMessage("shares must be 2 probabilities above 0 that add up to 1, got [0.5, 0.6]");
    }
}
