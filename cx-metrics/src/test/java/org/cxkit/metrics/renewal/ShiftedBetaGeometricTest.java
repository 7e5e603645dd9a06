package org.cxkit.metrics.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fit.Derivatives;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.Test;

class ShiftedBetaGeometricTest {
    private static final RatePeriod YEAR = RatePeriod.YEAR;
    private static final ShiftedBetaGeometric MODEL = new ShiftedBetaGeometric(0.704, 1.182, YEAR);

    @Test
    void everyLeafOfTheTruth() {
        RenewalTruth.sbg(TruthCase.read("value.json", "sbg"));
    }

    @Test
    void derivativesAreThoseOfTheValue() {
        RenewalTally tally = RenewalAccumulator.create(YEAR)
                .cohort(1000, 631, 468, 382, 326)
                .cohort(70, 61)
                .active(30, 4)
                .left(25, 3)
                .result();
        for (double[] at : new double[][] {{0.7, 1.2}, {30, 0.05}, {1e-3, 400}}) {
            Derivatives.check(new RenewalLikelihood(tally), at);
        }
    }

    @Test
    void cohortsOfDifferentAgesAreFittedTogether() {
        SplittableRandom random = new SplittableRandom(7);
        RenewalTally made = MODEL.simulate(20_000, 7, random)
                .plus(MODEL.simulate(10_000, 3, random))
                .plus(MODEL.simulate(5_000, 0, random));
        Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(made);
        assertThat(fit.n()).isEqualTo(35_000);
        double[] wanted = {MODEL.alpha(), MODEL.beta()};
        for (int i = 0; i < 2; i++) {
            ParameterEstimate found = fit.estimates().get(i);
            double error = found.standardError().toOptional().orElseThrow();
            assertThat(found.value()).isCloseTo(wanted[i], within(4 * error)); // one in 10,000 is further off
        }
        assertThat(MODEL.simulate(100, 4, new SplittableRandom(1)))
                .isEqualTo(MODEL.simulate(100, 4, new SplittableRandom(1)));
    }

    @Test
    void lifetimesAddUp() {
        double all = 0;
        for (int t = 1; t <= 30; t++) {
            all += MODEL.churn(t);
            assertThat(all + MODEL.survival(t)).isCloseTo(1, within(1e-14)); // sums of 30 numbers
            assertThat(MODEL.after(t - 1).retention(1)).isCloseTo(MODEL.retention(t), within(1e-15));
            assertThat(MODEL.survival(t)).isCloseTo(MODEL.survival(t - 1) * MODEL.retention(t), within(1e-15));
        }
        ShiftedBetaGeometric loyal = new ShiftedBetaGeometric(3.5, 20, YEAR);
        double mean = 0;
        for (int t = 0; t < 2000; t++) { // what is left after falls with t^-2.5
            mean += loyal.survival(t);
        }
        assertThat(loyal.expectedLifetime().toOptional().orElseThrow())
                .isEqualTo(20 / 2.5 + 1)
                .isCloseTo(mean, Percentage.withPercentage(0.01));
        assertThat(MODEL.expectedLifetime())
                .isEqualTo(Outcome.noData("the expected lifetime has no end for alpha 0.704, which is not above 1"));
    }

    @Test
    void discountedLifetimesAreTheSumOfTheirPeriods() {
        Rate quarter = Rate.discrete(0.25, YEAR);
        for (ShiftedBetaGeometric model : new ShiftedBetaGeometric[] {
            MODEL, new ShiftedBetaGeometric(0.01, 300, YEAR), new ShiftedBetaGeometric(900, 2, YEAR)
        }) {
            double now = 0;
            double residual = 0;
            for (int t = 0; t < 300; t++) { // 1.25^-300 is nothing beside 1e-12
                now += model.survival(t) * Math.pow(1.25, -t);
                residual += model.survival(t + 5) / model.survival(4) * Math.pow(1.25, -t);
            }
            assertThat(model.discountedLifetime(quarter)).isCloseTo(now, Percentage.withPercentage(1e-10));
            assertThat(model.discountedResidualLifetime(5, quarter))
                    .isCloseTo(residual, Percentage.withPercentage(1e-10));
            assertThat(model.discountedLifetime(quarter.per(RatePeriod.WEEK)))
                    .isCloseTo(now, Percentage.withPercentage(1e-10));
        }
        ShiftedBetaGeometric loyal = new ShiftedBetaGeometric(3.5, 20, YEAR);
        assertThat(loyal.discountedLifetime(Rate.discrete(0, YEAR))).isEqualTo(20 / 2.5 + 1);
    }

    @Test
    void whoNeverLeaveOrAllLeaveOrAllAlikeLeaveADiagnosticAndNoException() {
        assertThat(ShiftedBetaGeometric.fit(RenewalTally.ofCohort(YEAR, 50, 50, 50))
                        .diagnostics())
                .extracting(FitDiagnostic::kind)
                .contains(FitDiagnostic.Kind.AT_BOUND);
        assertThat(ShiftedBetaGeometric.fit(RenewalTally.ofCohort(YEAR, 50, 0)).diagnostics())
                .extracting(FitDiagnostic::kind)
                .contains(FitDiagnostic.Kind.AT_BOUND);
        Fit<ShiftedBetaGeometric> alike = ShiftedBetaGeometric.fit(RenewalTally.ofCohort(YEAR, 8000, 4000, 2000, 1000));
        assertThat(alike.diagnostics())
                .containsExactly(new FitDiagnostic(
                        FitDiagnostic.Kind.NOT_IDENTIFIED, "alpha, beta", "heterogeneity of retention not identified"));
        assertThat(alike.model().retention(9)).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void saysWhatIsWantedAndWhatCame() {
        assertThat(MODEL).hasToString("shifted beta-geometric with alpha 0.7040 and beta 1.182, one decision a year");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShiftedBetaGeometric.fit(RenewalTally.ofCohort(YEAR, 50)))
                .withMessage("customers seen at a renewal decision wanted, got 50 seen at none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.discountedLifetime(Rate.discrete(0, YEAR)))
                .withMessage(
                        "the discounted lifetime has no end at 0.0 per year (discrete) and alpha 0.704: alpha above 1 "
                                + "wanted without discount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.discountedLifetime(Rate.continuous(-0.1, YEAR)))
                .withMessage("the discounted lifetime has no end at -0.1 per year (continuous): it must not grow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.retention(0))
                .withMessage("decision must be from 1 to 1000000, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.survival(-1))
                .withMessage("decisions must be from 0 to 1000000, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.simulate(-1, 1, new SplittableRandom(1)))
                .withMessage("customers must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.logLikelihood(RenewalTally.empty(RatePeriod.MONTH)))
                .withMessage("one period wanted, got YEAR and MONTH");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShiftedBetaGeometric(0, 1, YEAR))
                .withMessage("alpha and beta must be finite and above 0, got 0.0 and 1.0");
    }
}
