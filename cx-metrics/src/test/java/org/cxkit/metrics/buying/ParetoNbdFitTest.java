package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmAccumulator;
import org.cxkit.metrics.purchase.RfmTally;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoNbdFitTest {

    /** BTYD stops with beta off by 1e-3. */
    @Test
    void cdnowIsFittedAsTheTruthSays() {
        TruthCase truth = new TruthCase(TruthCase.read("value.json", "mle_pnbd"));
        ParetoTruth.fitted(truth);
        truth.done();
    }

    @Test
    void customersOfCdnowAreForetoldAsTheTruthSays() {
        ParetoNbd model = ParetoTruth.model(new TruthCase(TruthCase.read("value.json", "mle_pnbd")));
        ParetoTruth.predicted(new TruthCase(TruthCase.read("value.json", "predict_cdnow_customers")), model);
    }

    /** lifetimes' standard errors crash. */
    @Test
    void aFitTellsHowSureItIs() {
        Fit<ParetoNbd> fit = ParetoNbd.fit(Cdnow.tally());
        assertThat(fit)
                .hasToString("r 0.5533 (SE 0.04763), alpha 10.58 (SE 0.8427), s 0.6062 (SE 0.1873),"
                        + " beta 11.67 (SE 6.211), log-likelihood -9594.98, n 2357");
        PurchaseHistory history = new PurchaseHistory(2, 30.43, 38.86, RatePeriod.WEEK);
        assertThat(fit.standardError(model -> model.alive(history)).toOptional())
                .hasValueSatisfying(error -> assertThat(error).isBetween(0.001, 0.1));
    }

    @ParameterizedTest
    @CsvSource({
        // beta above, at and below alpha; few and endless deaths; whole shapes; nobody alike and all alike
        "0.55, 10.6, 0.61, 11.7",
        "0.55, 10.6, 0.61, 10.6",
        "0.55, 10.6, 0.61, 3",
        "0.7, 20, 1, 5000",
        "0.7, 20, 2, 0.01",
        "3, 90, 40, 1200",
        "0.05, 0.5, 0.02, 0.3",
        "300, 5000, 900, 30000",
    })
    void derivativesAreTheSlopesOfTheLikelihood(double r, double alpha, double s, double beta) {
        HistoryLikelihood likelihood = new ParetoNbdLikelihood(tally(), false, 1, new double[] {1, 1, 1, 1});
        double[] at = {r, alpha, s, beta};
        double[] gradient = new double[4];
        double[][] hessian = new double[4][4];
        double value = likelihood.derivatives(at, gradient, hessian);
        assertThat(likelihood.value(at)).isCloseTo(value, within(1e-12 * Math.abs(value)));
        assertThat(slow(at)).isCloseTo(value, within(1e-12 * Math.abs(value)));
        for (int i = 0; i < 4; i++) {
            // the cube root of the rounding, so that ten digits of the scale of the sum are left
            double step = 1e-5 * at[i];
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += step;
            down[i] -= step;
            double[] upper = new double[4];
            double[] lower = new double[4];
            double[][] unused = new double[4][4];
            double slope = (likelihood.derivatives(up, upper, unused) - likelihood.derivatives(down, lower, unused))
                    / (up[i] - down[i]);
            assertThat(at[i] * slope).as("gradient " + i).isCloseTo(at[i] * gradient[i], within(1e-9 * -value));
            for (int j = 0; j < 4; j++) {
                double bend = (upper[j] - lower[j]) / (up[i] - down[i]);
                assertThat(at[i] * at[j] * bend)
                        .as("second " + i + j)
                        .isCloseTo(at[i] * at[j] * hessian[i][j], within(1e-9 * -value));
            }
        }
    }

    private static RfmTally tally() {
        return Cdnow.tally()
                .toAccumulator()
                .add(new PurchaseHistory(250, 30, 31, RatePeriod.WEEK), 2)
                .add(new PurchaseHistory(3, 1e-3, 500, RatePeriod.WEEK))
                .result();
    }

    /** The obvious sum, by one integral a history. */
    private static double slow(double[] at) {
        ParetoNbd model = new ParetoNbd(at[0], at[1], at[2], at[3], RatePeriod.WEEK);
        RfmTally tally = tally();
        return IntStream.range(0, tally.histories())
                .mapToDouble(i -> tally.customers(i) * model.logLikelihood(tally.history(i)))
                .sum();
    }

    @Test
    void everySampleOfAHundredCustomersIsFitted() {
        int flat = 0;
        for (int seed = 0; seed < 60; seed++) {
            RfmTally sample = Cdnow.sample(seed);
            Fit<ParetoNbd> fit = ParetoNbd.fit(sample);
            assertThat(fit).hasToString(ParetoNbd.fit(sample).toString());
            for (ParameterEstimate estimate : fit.estimates()) {
                // nothing is left to gain in any direction, flat or not
                assertThat(estimate.gradient() * estimate.value())
                        .as("%s of sample %d: %s", estimate.name(), seed, fit)
                        .isCloseTo(0, within(1e-8));
            }
            assertThat(fit.diagnostics().stream().map(FitDiagnostic::kind))
                    .doesNotContain(FitDiagnostic.Kind.NOT_CONVERGED);
            if (!fit.diagnostics().isEmpty()) {
                flat++;
                assertThat(fit.diagnostics())
                        .containsExactly(new FitDiagnostic(
                                FitDiagnostic.Kind.NOT_IDENTIFIED, "s, beta", "dropout heterogeneity not identified"));
            }
            // the model can be used all the same
            for (double purchases : fit.model().purchases(sample, TimeSpan.weeks(39))) {
                assertThat(purchases).isBetween(0.0, 50.0);
            }
        }
        assertThat(flat).isBetween(5, 30);
    }

    @ParameterizedTest
    @CsvSource({"0.55, 10.6, 0.6, 11.7", "1.5, 5, 2, 60", "0.3, 20, 0.5, 3"})
    void simulatedPopulationsAreRecovered(double r, double alpha, double s, double beta) {
        ParetoNbd truth = new ParetoNbd(r, alpha, s, beta, RatePeriod.WEEK);
        Fit<ParetoNbd> fit = ParetoNbd.fit(population(truth, 30_000));
        assertThat(fit.diagnostics()).isEmpty();
        double[] wanted = {r, alpha, s, beta};
        for (int i = 0; i < 4; i++) {
            double error = fit.estimates().get(i).standardError().toOptional().orElseThrow();
            // of twelve estimates one beyond four standard errors is no accident
            assertThat(fit.estimates().get(i).value()).isCloseTo(wanted[i], within(4 * error));
        }
    }

    private static RfmTally population(ParetoNbd model, int customers) {
        SplittableRandom random = new SplittableRandom(11);
        RfmAccumulator population = RfmAccumulator.create(RatePeriod.WEEK);
        for (int i = 0; i < customers; i++) {
            population.add(model.simulate(TimeSpan.weeks(26 + 78 * random.nextDouble()), random));
        }
        return population.result();
    }

    @Test
    void threadsAndAWarmStartChangeNothing() {
        ParetoNbd model = new ParetoNbd(0.55, 10.6, 0.6, 11.7, RatePeriod.WEEK);
        RfmTally many = population(model, 40_000);
        Fit<ParetoNbd> fit = ParetoNbd.fit(many);
        assertThat(ParetoNbd.fit(many, true).model()).isEqualTo(fit.model());
        for (ParameterEstimate estimate : fit.estimates()) {
            // of 40,000 customers
            assertThat(estimate.gradient() * estimate.value()).isCloseTo(0, within(1e-7));
        }
    }

    @Test
    void whereNobodyDropsOutThatIsTold() {
        RfmAccumulator faithful = RfmAccumulator.create(RatePeriod.WEEK);
        for (int x = 1; x < 30; x++) {
            faithful.add(new PurchaseHistory(x, 39, 39, RatePeriod.WEEK), 30 - x);
        }
        Fit<ParetoNbd> fit = ParetoNbd.fit(faithful.result());
        assertThat(fit.diagnostics())
                .containsExactly(new FitDiagnostic(FitDiagnostic.Kind.AT_BOUND, "s", "nobody is seen to drop out"));
        assertThat(fit.model().purchases(TimeSpan.weeks(39))).isCloseTo(10, within(1.0));
    }

    @Test
    void customersWhoBuyAlikeAreFittedWithoutHeterogeneity() {
        RfmAccumulator alike = RfmAccumulator.create(RatePeriod.WEEK);
        for (int x = 8; x < 12; x++) {
            alike.add(new PurchaseHistory(x, 37.5, 39, RatePeriod.WEEK), 10);
            alike.add(new PurchaseHistory(x / 2, 17, 39, RatePeriod.WEEK), 10);
        }
        Fit<ParetoNbd> fit = ParetoNbd.fit(alike.result());
        assertThat(fit.diagnostics())
                .contains(new FitDiagnostic(
                        FitDiagnostic.Kind.NOT_IDENTIFIED,
                        "r, alpha",
                        "heterogeneity of the purchase rate not identified"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1000, 5000})
    void aVeryBusyCustomerDoesNotStopTheFit(int x) {
        RfmTally tally = Cdnow.tally()
                .toAccumulator()
                .add(new PurchaseHistory(x, 38, 38.5, RatePeriod.WEEK))
                .result();
        Fit<ParetoNbd> fit = ParetoNbd.fit(tally);
        assertThat(fit.diagnostics()).isEmpty();
        assertThat(fit.logLikelihood()).isFinite();
    }

    @Test
    void dataThatTellNothingAreRefused() {
        assertThatThrownBy(() -> ParetoNbd.fit(RfmTally.empty(RatePeriod.WEEK)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer with a repeat purchase wanted, got none among 0");
        assertThatThrownBy(() -> ParetoNbd.fit(
                        RfmTally.of(RatePeriod.WEEK, List.of(new PurchaseHistory(0, 0, 3, RatePeriod.WEEK)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer with a repeat purchase wanted, got none among 1");
    }
}
