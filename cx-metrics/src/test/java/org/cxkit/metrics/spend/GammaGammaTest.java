package org.cxkit.metrics.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fit.Derivatives;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.Test;

class GammaGammaTest {
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void everyLeafOfTheTruth() {
        SpendTruth.mle(TruthCase.read("value.json", "mle_gg"));
        JsonNode truth = TruthCase.read("value.json", "predict_cdnow_customers");
        TruthCase expected = new TruthCase(truth);
        for (int i = 0; i < truth.get("customers").size(); i++) {
            SpendTruth.mean(expected, "/customers/" + i, truth.get("customers").get(i));
        }
    }

    @Test
    void derivativesAreThoseOfTheValue() {
        SpendLikelihood likelihood = new SpendLikelihood(SpendTruth.cdnow());
        for (double[] at : new double[][] {{6.2, 3.7, 15}, {0.3, 40, 900}, {50, 0.4, 2}}) {
            Derivatives.check(likelihood, at);
        }
    }

    @Test
    void whoHasNotBoughtAgainIsExpectedToSpendWhatThePopulationDoes() {
        GammaGamma model = SpendTruth.likeliest();
        Money nothing = Money.of("0", "USD");
        assertThat(model.meanSpend(0, 0)).isEqualTo(model.meanSpend());
        assertThat(model.meanSpend(0, nothing).toOptional().orElseThrow().rounded())
                .isEqualTo(Money.of("35.17", "USD"));
        assertThat(model.meanSpend(2, Money.of("44.69", "USD"))
                        .toOptional()
                        .orElseThrow()
                        .rounded())
                .isEqualTo(Money.of("24.65", "USD"));
        assertThat(model).hasToString("Gamma-Gamma with p 6.250, q 3.744 and v 15.44 USD");
    }

    @Test
    void aPopulationWithoutAMeanIsToldSo() {
        GammaGamma model = new GammaGamma(2, 0.8, 10, USD);
        assertThat(model.meanSpend())
                .isEqualTo(Outcome.noData(
                        "the mean spend of the population does not exist for q 0.8, which is not above 1"));
        assertThat(model.meanSpend(1, 10.0).toOptional().orElseThrow())
                .isCloseTo(2 * 20 / 1.8, within(1e-14)); // three operations
        assertThat(new GammaGamma(0.1, 0.8, 10, USD).meanSpend(1, 10.0))
                .isEqualTo(Outcome.noData("the mean spend does not exist for q 0.8 after 1 repeat purchase"));
        int[] often = new int[5000];
        Arrays.fill(often, 3);
        Fit<GammaGamma> fit = GammaGamma.fit(new GammaGamma(4, 0.7, 10, USD).simulate(often, new SplittableRandom(5)));
        assertThat(fit.diagnostics())
                .containsExactly(new FitDiagnostic(
                        FitDiagnostic.Kind.NO_MEAN, "q", "the mean spend of the population does not exist"));
        assertThat(fit.estimates().get(1).standardError().toOptional()).isPresent();
    }

    @Test
    void findsTheModelThatSpendWasMadeOf() {
        GammaGamma truth = new GammaGamma(6, 4, 15, USD);
        int[] often = new Random(3).ints(20_000, 0, 9).toArray();
        SpendTally made = truth.simulate(often, new SplittableRandom(1));
        assertThat(made).isEqualTo(truth.simulate(often, new SplittableRandom(1)));
        Fit<GammaGamma> fit = GammaGamma.fit(made);
        double[] wanted = {6, 4, 15};
        for (int i = 0; i < 3; i++) {
            ParameterEstimate found = fit.estimates().get(i);
            double error = found.standardError().toOptional().orElseThrow();
            assertThat(found.value()).isCloseTo(wanted[i], within(4 * error)); // one in 10,000 is further off
        }
    }

    @Test
    void sixtySmallSamplesOfCdnowAllGiveTheTopOfTheirLikelihood() {
        List<String> rows = SpendTruth.rows();
        for (int seed = 0; seed < 60; seed++) {
            SpendAccumulator sample = SpendAccumulator.create(USD);
            new Random(seed).ints(0, rows.size()).distinct().limit(100).forEach(row -> {
                String[] cells = rows.get(row).split(",", -1);
                int x = Integer.parseInt(cells[1]);
                sample.addMinor(x, SpendTruth.totalMinor(x, cells[5]));
            });
            Fit<GammaGamma> fit = GammaGamma.fit(sample.result());
            assertThat(GammaGamma.fit(sample.result())).hasToString(fit.toString());
            assertThat(fit.model().p()).isPositive();
            for (ParameterEstimate estimate : fit.estimates()) {
                boolean atBound = estimate.value() == 1e6; // the most that p and q may be
                // what the log-likelihood would gain by a change of the parameter by its own size
                double slope = estimate.gradient() * estimate.value();
                assertThat(atBound && slope > 0 ? 0 : slope)
                        .as("seed %d, %s", seed, fit)
                        .isCloseTo(0, within(1e-6)); // a gain of less than 1e-8 at any curvature that matters
            }
            assertThat(fit.diagnostics())
                    .as("seed %d, %s", seed, fit)
                    .noneMatch(told -> told.kind() == FitDiagnostic.Kind.NOT_CONVERGED);
        }
    }

    @Test
    void customersWhoAllSpendAlikeLeaveADiagnosticAndNoException() {
        int[] often = {1, 2, 3, 4, 5};
        long[] spent = {1000, 2000, 3000, 4000, 5000};
        Fit<GammaGamma> fit = GammaGamma.fit(SpendTally.of(USD, often, spent));
        assertThat(fit.diagnostics())
                .contains(new FitDiagnostic(
                        FitDiagnostic.Kind.AT_BOUND, "p, v", "each customer spends the same every time"));
        assertThat(fit.model().meanSpend(2, 20.0).toOptional().orElseThrow())
                .isCloseTo(10, Percentage.withPercentage(1)); // as near as the bounds let it
        Fit<GammaGamma> one = GammaGamma.fit(SpendTally.of(USD, new int[] {1}, new long[] {5000}));
        assertThat(one.diagnostics()).isNotEmpty();
    }

    @Test
    void saysWhatIsWantedAndWhatCame() {
        GammaGamma model = SpendTruth.likeliest();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GammaGamma.fit(SpendTally.of(USD, new int[] {0, 1}, new long[] {0, 0})))
                .withMessage(
                        "customers with repeat spend wanted, got 0 customers with 0 pairs of frequency and spend in "
                                + "USD, 1 without a repeat purchase and 1 without repeat spend left out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.meanSpend(-1, 1))
                .withMessage("repeat purchases and their finite total must not be negative, got -1 and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.meanSpend(0, 1))
                .withMessage("no repeat spend wanted without a repeat purchase, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.meanSpend(1, Money.of("1", "EUR")))
                .withMessage("wanted spend in USD, got 1.00 EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.logLikelihood(SpendTally.empty(Currency.getInstance("EUR"))))
                .withMessage("one currency wanted, got USD and EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GammaGamma(1, 0, 1, USD))
                .withMessage("p, q and v must be finite and above 0, got 1.0, 0.0 and 1.0");
    }

    @Test
    void frequencyAndSpendOfCdnowHardlyGoTogether() {
        SpendCorrelation correlation = SpendCorrelation.of(SpendTruth.cdnow());
        // the obvious loop over customers
        List<double[]> customers = SpendTruth.rows().stream()
                .map(row -> row.split(",", -1))
                .map(cells -> new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[5])})
                .filter(customer -> customer[0] > 0 && customer[1] > 0)
                .toList();
        double n = customers.size();
        double x = customers.stream().mapToDouble(c -> c[0]).sum() / n;
        double m = customers.stream().mapToDouble(c -> c[1]).sum() / n;
        double xx = customers.stream().mapToDouble(c -> (c[0] - x) * (c[0] - x)).sum();
        double mm = customers.stream().mapToDouble(c -> (c[1] - m) * (c[1] - m)).sum();
        double xm = customers.stream().mapToDouble(c -> (c[0] - x) * (c[1] - m)).sum();
        double r = correlation.pearson().toOptional().orElseThrow();
        assertThat(r).isCloseTo(xm / Math.sqrt(xx * mm), within(1e-13)); // sums of a thousand numbers
        assertThat(correlation.interval(0.95).toOptional().orElseThrow().contains(r))
                .isTrue();
        assertThat(correlation)
                .hasToString(
                        "correlation of frequency and spend 0.114 (95 % 0.051 to 0.176), 946 customers, 1411 without "
                                + "a repeat purchase and 0 without repeat spend left out");
        assertThat(SpendCorrelation.of(SpendTally.of(USD, new int[] {1, 2}, new long[] {5, 10}))
                        .pearson())
                .isEqualTo(Outcome.noData("all customers bought equally often or spent the same"));
        assertThat(SpendCorrelation.of(SpendTally.of(USD, new int[] {1, 0}, new long[] {5, 0}))
                        .pearson())
                .isEqualTo(Outcome.noData("at least 2 customers with repeat spend wanted, got 1"));
        assertThat(SpendCorrelation.of(SpendTally.empty(USD)).pearson())
                .isEqualTo(Outcome.noData("at least 2 customers with repeat spend wanted, got 0"));
        assertThat(SpendCorrelation.of(SpendTally.of(USD, new int[] {1, 2}, new long[] {5, 10})))
                .hasToString(
                        "correlation of frequency and spend undefined, 2 customers, 0 without a repeat purchase and "
                                + "0 without repeat spend left out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendCorrelation(-1, 0, 0, Outcome.of(0.5)))
                .withMessage("counts must not be negative: customers=-1, withoutRepeat=0, withoutSpend=0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendCorrelation(1, 0, 0, Outcome.of(1.5)))
                .withMessage("a correlation must be from -1 to 1, got 1.5");
    }
}
