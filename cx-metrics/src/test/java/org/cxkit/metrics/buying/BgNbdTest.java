package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgNbdTest {
    private static final BgNbd MODEL = new BgNbd(0.2426, 4.414, 0.7929, 2.426, RatePeriod.WEEK);
    private static final PurchaseHistory TWICE = new PurchaseHistory(2, 30.43, 38.86, RatePeriod.WEEK);

    private static RfmTally weeks(PurchaseHistory... histories) {
        return RfmTally.of(RatePeriod.WEEK, List.of(histories));
    }

    private static PurchaseHistory history(int frequency, double recency, double age) {
        return new PurchaseHistory(frequency, recency, age, RatePeriod.WEEK);
    }

    @Test
    void theFitOfCdnowIsTheSameInOtherUnits() {
        RfmTally weeks = Cdnow.tally();
        Fit<BgNbd> fit = BgNbd.fit(weeks);
        assertThat(fit.n()).isEqualTo(2357);
        Fit<BgNbd> days = BgNbd.fit(RfmTally.of(RatePeriod.DAY, Cdnow.histories()));
        // the optimum is known to some 1e-9 of itself: the log-likelihood is flat there
        assertThat(days.model().alpha()).isCloseTo(7 * fit.model().alpha(), within(1e-7));
        assertThat(days.model().purchases(TWICE, TimeSpan.days(273)))
                .isCloseTo(fit.model().purchases(TWICE, TimeSpan.weeks(39)), within(1e-8));
    }

    /** Of 60 random samples of a hundred customers lifetimes fails at 17. */
    @Test
    void everySampleOfCdnowHasAnOptimum() {
        List<String> told = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            RfmTally sample = Cdnow.sample(seed);
            optimal(BgNbd.fit(sample), sample, 0, told);
            optimal(MbgNbd.fit(sample), sample, 1, told);
            assertThat(BgNbd.fit(sample).model()).isEqualTo(BgNbd.fit(sample).model());
        }
        assertThat(told)
                .contains("dropout heterogeneity not identified (a, b)")
                .contains("some leave at the first chance and the others never (a, b)");
    }

    private static void optimal(Fit<?> fit, RfmTally sample, int first, List<String> told) {
        fit.diagnostics().forEach(one -> told.add(one.toString()));
        assertThat(fit.diagnostics()).noneMatch(one -> one.kind() == FitDiagnostic.Kind.NOT_CONVERGED);
        double[] at = new double[4];
        for (int i = 0; i < 4; i++) {
            at[i] = fit.estimates().get(i).value();
            // by the logarithm: what e times a parameter would add is nothing that a user could see
            assertThat(at[i] * fit.estimates().get(i).gradient()).isCloseTo(0, within(1e-9));
        }
        BetaGeometricLikelihood likelihood = new BetaGeometricLikelihood(sample, first, false);
        for (int i = 0; i < 4; i++) {
            for (double factor : new double[] {0.5, 0.99, 1.01, 2}) {
                double[] beside = at.clone();
                beside[i] *= factor;
                // every direction is downhill, but for what rounding leaves
                assertThat(likelihood.value(beside)).isLessThan(fit.logLikelihood() + 1e-11);
            }
        }
    }

    @Test
    void withoutAnyHeterogeneityOfLeavingTheSupremumIsReached() {
        RfmTally sample = Cdnow.sample(12);
        Fit<BgNbd> fit = BgNbd.fit(sample);
        assertThat(fit.diagnostics())
                .containsExactly(new FitDiagnostic(
                        FitDiagnostic.Kind.NOT_IDENTIFIED, "a, b", "dropout heterogeneity not identified"));
        assertThat(fit.estimates().get(2).standardError().toOptional()).isEmpty();
        // the limit: everybody leaves with the same probability
        BgNbd model = fit.model();
        double p = model.a() / (model.a() + model.b());
        double supremum = 0;
        for (int i = 0; i < sample.histories(); i++) {
            supremum += sample.customers(i) * limit(sample.history(i), model.r(), model.alpha(), p);
        }
        assertThat(fit.logLikelihood()).isCloseTo(supremum, within(1e-8));
    }

    private static double limit(PurchaseHistory history, double r, double alpha, double p) {
        int x = history.frequency();
        double gammas = 0;
        for (int i = 0; i < x; i++) {
            gammas += Math.log(r + i);
        }
        double alive = Math.pow(1 - p, x) * Math.pow(alpha + history.age(), -(r + x));
        double left = x == 0 ? 0 : p * Math.pow(1 - p, x - 1) * Math.pow(alpha + history.recency(), -(r + x));
        return gammas + r * Math.log(alpha) + Math.log(alive + left);
    }

    @Test
    void customersOfOneRateAreToldFromThoseWhoNeverLeave() {
        List<PurchaseHistory> regular = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            regular.add(history(9 + i % 3, 49 + i % 2 * 0.5, 50));
        }
        Fit<BgNbd> fit = BgNbd.fit(RfmTally.of(RatePeriod.WEEK, regular));
        assertThat(fit.diagnostics())
                .extracting(FitDiagnostic::toString)
                .containsExactly(
                        "heterogeneity of the purchase rate not identified (r, alpha)",
                        "nobody is seen to drop out (a)");
        assertThat(fit.model().r() / fit.model().alpha()).isCloseTo(0.2, within(0.01));
        assertThat(fit.model().purchases(regular.get(0), TimeSpan.weeks(10))).isCloseTo(2, within(0.1));
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        assertThatThrownBy(() -> BgNbd.fit(RfmTally.empty(RatePeriod.WEEK)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer with a repeat purchase wanted, got none among 0");
        assertThatThrownBy(() -> MbgNbd.fit(weeks(history(0, 0, 5), history(0, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a customer with a repeat purchase wanted, got none among 2");
        assertThatThrownBy(() -> new BgNbd(1, 2, 0, 3, RatePeriod.DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters of BG/NBD must be finite and above 0, got r 1.0, alpha 2.0, a 0.0 and b 3.0");
        assertThatThrownBy(() -> new MbgNbd(1, Double.NaN, 1, 3, RatePeriod.DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters of MBG/NBD must be finite and above 0, got r 1.0, alpha NaN, a 1.0 and b 3.0");
        assertThatThrownBy(() -> MODEL.probability(-1, TimeSpan.weeks(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("purchases must not be negative, got -1");
    }

    @Test
    void aSumWithoutEndIsRefused() {
        assertThatThrownBy(() -> MODEL.discountedPurchases(TWICE, Rate.discrete(0, RatePeriod.YEAR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the purchases for ever have no end without discount where a is not above 1, as too many"
                        + " customers hardly ever leave: a is 0.7929");
        assertThatThrownBy(() -> MODEL.discountedPurchases(TWICE, Rate.discrete(-0.01, RatePeriod.YEAR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the discounted purchases have no end at a negative rate, got -0.01 per year (discrete)");
    }

    @Test
    void withoutDiscountAllPurchasesCount() {
        BgNbd model = new BgNbd(2, 10, 3.5, 4, RatePeriod.WEEK);
        double all = model.discountedPurchases(TWICE, Rate.continuous(0, RatePeriod.WEEK));
        // the mean of 1 / p of the Beta distribution with 3.5 and 6
        assertThat(all).isCloseTo(model.alive(TWICE) * 8.5 / 2.5, within(1e-14));
        assertThat(model.purchases(TWICE, TimeSpan.weeks(1e12))).isCloseTo(all, within(1e-9));
        assertThat(model.discountedPurchases(TWICE, Rate.continuous(1e-12, RatePeriod.WEEK)))
                .isCloseTo(all, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1 - 1e-9, 1, 1 + 1e-15, 1.000001, 2, 2000})
    void tinyHorizonsLoseNothing(double a) {
        BgNbd model = new BgNbd(0.24, 4.4, a, 2.4, RatePeriod.WEEK);
        double rate = model.alive(TWICE) * 2.24 / (4.4 + 38.86);
        for (double t = 1e-12; t < 1e-9; t *= 10) {
            // the rate of those who are alive, less what those leave out who leave: half of (R + 1) / (alpha + T) E p
            assertThat(model.purchases(TWICE, TimeSpan.weeks(t)))
                    .isCloseTo(rate * t, within((0.04 * t + 1e-11) * rate * t));
        }
        assertThat(model.purchases(TWICE, TimeSpan.weeks(0))).isZero();
    }

    @Test
    void aYearIsTakenForNoWeek() {
        Rate yearly = Rate.discrete(0.15, RatePeriod.YEAR);
        Rate weekly = yearly.per(RatePeriod.WEEK);
        // the roundings of the conversion
        assertThat(MODEL.discountedPurchases(TWICE, yearly))
                .isCloseTo(MODEL.discountedPurchases(TWICE, weekly), within(1e-12));
        assertThat(MODEL.purchases(TWICE.in(RatePeriod.DAY), TimeSpan.days(70)))
                .isCloseTo(MODEL.purchases(TWICE, TimeSpan.weeks(10)), within(1e-13));
    }

    @Test
    void ofATallyAllAreToldAtOnce() {
        RfmTally tally = RfmTally.of(RatePeriod.DAY, Cdnow.histories());
        TimeSpan ahead = TimeSpan.weeks(39);
        for (BuyingModel model : List.of(MODEL, new MbgNbd(0.52, 6.2, 0.9, 1.6, RatePeriod.WEEK))) {
            double[] alive = model.alive(tally, ahead);
            double[] purchases = model.purchases(tally, ahead);
            for (int i = 0; i < tally.histories(); i++) {
                // the other order of the roundings
                assertThat(alive[i]).isCloseTo(model.alive(tally.history(i), ahead), within(1e-14));
                double one = model.purchases(tally.history(i), ahead);
                assertThat(purchases[i]).isCloseTo(one, within(1e-13 * one));
            }
        }
    }

    @Test
    void simulatedCustomersGiveTheParametersBack() {
        recovered(
                random -> new BgNbd(0.6, 6, 0.9, 2.5, RatePeriod.WEEK).simulate(TimeSpan.days(546), random),
                BgNbd::fit,
                0.6,
                6,
                0.9,
                2.5);
        recovered(
                random -> new MbgNbd(0.8, 5, 1.2, 3, RatePeriod.WEEK).simulate(TimeSpan.weeks(78), random),
                MbgNbd::fit,
                0.8,
                5,
                1.2,
                3);
    }

    @Test
    void manyThreadsGiveTheSameBits() {
        SplittableRandom random = new SplittableRandom(11);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            histories.add(MODEL.simulate(TimeSpan.weeks(27 + 12 * random.nextDouble()), random));
        }
        RfmTally tally = RfmTally.of(RatePeriod.WEEK, histories);
        assertThat(tally.histories()).isGreaterThan(20_000);
        assertThat(BgNbd.fit(tally, true).toString())
                .isEqualTo(BgNbd.fit(tally, false).toString());
        assertThat(BgNbd.fit(tally, true).model()).isEqualTo(BgNbd.fit(tally).model());
    }

    private static void recovered(
            Function<SplittableRandom, PurchaseHistory> draw, Function<RfmTally, Fit<?>> fit, double... wanted) {
        SplittableRandom random = new SplittableRandom(20250601);
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            histories.add(draw.apply(random));
        }
        Fit<?> found = fit.apply(RfmTally.of(RatePeriod.WEEK, histories));
        assertThat(found.diagnostics()).isEmpty();
        for (int i = 0; i < wanted.length; i++) {
            double error = found.estimates().get(i).standardError().toOptional().orElseThrow();
            // of eight estimates, none is beyond three standard errors but for one seed in fifty
            assertThat(found.estimates().get(i).value()).isCloseTo(wanted[i], within(3 * error));
            assertThat(error).isLessThan(0.15 * wanted[i]);
        }
    }

    @Test
    void simulatedCustomersBuyAsOftenAsExpected() {
        SplittableRandom random = new SplittableRandom(7);
        int[] counts = new int[4];
        double sum = 0;
        int n = 40_000;
        for (int i = 0; i < n; i++) {
            int x = MODEL.simulate(TimeSpan.weeks(39), random).frequency();
            sum += x;
            counts[Math.min(x, 3)]++;
        }
        // three standard errors: a purchase count has a deviation of about 2 here, a share one of at most 1/2
        assertThat(sum / n).isCloseTo(MODEL.purchases(TimeSpan.weeks(39)), within(3 * 2.5 / Math.sqrt(n)));
        for (int x = 0; x < 3; x++) {
            assertThat(counts[x] / (double) n)
                    .isCloseTo(MODEL.probability(x, TimeSpan.weeks(39)), within(1.5 / Math.sqrt(n)));
        }
        assertThat(MODEL.simulate(TimeSpan.days(70), new SplittableRandom(3)))
                .isEqualTo(MODEL.simulate(TimeSpan.weeks(10), new SplittableRandom(3)));
    }

    @Test
    void extremesAreNumbers() {
        BgNbd flat = new BgNbd(0.25, 5, 2e12, 9e12, RatePeriod.WEEK);
        BgNbd split = new BgNbd(0.25, 5, 4e-14, 8e-14, RatePeriod.WEEK);
        BgNbd same = new BgNbd(1e12, 5e12, 1e-12, 3, RatePeriod.WEEK);
        PurchaseHistory busy = history(5000, 4990, 5000);
        for (BgNbd model : List.of(flat, split, same)) {
            for (PurchaseHistory history : List.of(history(0, 0, 0), TWICE, busy, history(1, 1e-9, 1e5))) {
                for (double t : new double[] {1e-12, 1, 1e5}) {
                    TimeSpan ahead = TimeSpan.weeks(t);
                    assertThat(model.alive(history, ahead)).isBetween(0.0, 1.0);
                    assertThat(model.purchases(history, ahead)).isBetween(0.0, 1e9);
                }
                assertThat(model.discountedPurchases(history, Rate.discrete(0.1, RatePeriod.YEAR)))
                        .isBetween(0.0, 1e7);
                assertThat(model.logLikelihood(history)).isBetween(-1e6, 1e6);
            }
            assertThat(model.probability(3, TimeSpan.weeks(0))).isZero();
            assertThat(model.probability(0, TimeSpan.weeks(0))).isEqualTo(1);
            assertThat(model.probability(5000, TimeSpan.weeks(1e5))).isBetween(0.0, 1.0);
        }
        // everybody leaves with the same probability of 2 in 11
        assertThat(flat.purchases(history(0, 0, 0), TimeSpan.weeks(1e9)))
                .isLessThan(5.5)
                .isGreaterThan(5.4);
    }

    @Test
    void itIsPrintedWithItsParameters() {
        assertThat(MODEL).hasToString("BG/NBD with r 0.2426, alpha 4.414 weeks, a 0.7929, b 2.426");
        assertThat(new MbgNbd(0.5248, 6.183, 0.8914, 1.614, RatePeriod.DAY))
                .hasToString("MBG/NBD with r 0.5248, alpha 6.183 days, a 0.8914, b 1.614");
    }

    @Test
    void theLikeliestIsAboveAllOfAGrid() {
        RfmTally tally = Cdnow.tally();
        BetaGeometricLikelihood likelihood = new BetaGeometricLikelihood(tally, 0, false);
        double most = List.of(0.1, 0.25, 1.0).stream()
                .flatMap(r -> List.of(2.0, 4.4, 10.0).stream().map(alpha -> new double[] {r, alpha, 0.8, 2.4}))
                .map(likelihood::value)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(BgNbd.fit(tally).logLikelihood()).isGreaterThan(most);
    }
}
