package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;

/** Where the newest lifetimes, BTYD and CLVTools fail, as measured on them; each is a test of what is right instead. */
class BuyingPeerDefectsTest {

    private static final RatePeriod WEEK = RatePeriod.WEEK;
    private static final PurchaseHistory HISTORY = new PurchaseHistory(7, 29.5, 38.75, WEEK);

    private static List<BuyingModel> models(double a, double s) {
        return List.of(
                new BgNbd(0.25, 4.5, a, 2.5, WEEK),
                new MbgNbd(0.5, 6.25, a, 1.5, WEEK),
                new ParetoNbd(0.55, 10.5, s, 11.75, WEEK));
    }

    @Test
    void lifetimesThrowsOn17Of60SmallSamples() {
        int flat = 0;
        for (int seed = 0; seed < 60; seed++) {
            Fit<BgNbd> fit = BgNbd.fit(Cdnow.sample(seed));
            assertThat(fit.logLikelihood()).isFinite();
            assertThat(fit.diagnostics())
                    .extracting(FitDiagnostic::kind)
                    .doesNotContain(FitDiagnostic.Kind.NOT_CONVERGED);
            flat += fit.diagnostics().isEmpty() ? 0 : 1;
        }
        assertThat(flat).isPositive();
    }

    @Test
    void btydStopsShortOfTheLikeliestBeta() {
        // truth/value.json, from a 40-digit Newton iteration
        assertThat(ParetoNbd.fit(Cdnow.tally()).model().beta()).isCloseTo(11.6687352888, within(1e-6 * 11.6687352888));
    }

    @Test
    void btydIsNotANumberFromTwoHundredPurchasesOn() {
        for (int x : new int[] {199, 200, 201, 1000, 5000}) {
            PurchaseHistory often = new PurchaseHistory(x, 38, 38.75, WEEK);
            for (BuyingModel model : models(0.8, 0.6)) {
                assertThat(model.logLikelihood(often)).isFinite();
                assertThat(model.alive(often)).isBetween(0.0, 1.0);
                assertThat(model.purchases(often, TimeSpan.weeks(39)))
                        .isFinite()
                        .isPositive();
            }
        }
    }

    @Test
    void allLoseEightDigitsAtTinyHorizons() {
        for (BuyingModel model : models(0.8, 0.6)) {
            double now = model.purchases(HISTORY, TimeSpan.weeks(1e-12)) / 1e-12;
            // a closed form: the expected rate of a customer who is alive, (r + x) / (alpha + T), times P(alive)
            double shape = model instanceof BgNbd bg
                    ? bg.r()
                    : model instanceof MbgNbd mbg ? mbg.r() : ((ParetoNbd) model).r();
            double rate = model instanceof BgNbd bg
                    ? bg.alpha()
                    : model instanceof MbgNbd mbg ? mbg.alpha() : ((ParetoNbd) model).alpha();
            double wanted = model.alive(HISTORY) * (shape + 7) / (rate + 38.75);
            assertThat(now).isCloseTo(wanted, within(1e-11 * wanted));
        }
    }

    @Test
    void allDivideByZeroAtAOneAndSOne() {
        List<BuyingModel> at = models(1, 1);
        List<BuyingModel> below = models(1 - 1e-9, 1 - 1e-9);
        List<BuyingModel> above = models(1 + 1e-9, 1 + 1e-9);
        for (int i = 0; i < at.size(); i++) {
            double found = at.get(i).purchases(HISTORY, TimeSpan.weeks(39));
            double middle = (below.get(i).purchases(HISTORY, TimeSpan.weeks(39))
                            + above.get(i).purchases(HISTORY, TimeSpan.weeks(39)))
                    / 2;
            // second differences over 1e-9 are far below the 1e-11 that is promised
            assertThat(found).isCloseTo(middle, within(1e-11 * middle));
        }
    }

    @Test
    void clvToolsDiscountsAnAnnualRateEveryWeek() {
        Rate annual = Rate.discrete(0.1, RatePeriod.YEAR);
        Rate asIfWeekly = Rate.discrete(0.1, RatePeriod.WEEK);
        for (BuyingModel model : models(0.8, 0.6)) {
            double right = model.discountedPurchases(HISTORY, annual);
            assertThat(right).isCloseTo(model.discountedPurchases(HISTORY, annual.per(WEEK)), within(1e-11 * right));
            assertThat(right).isGreaterThan(5 * model.discountedPurchases(HISTORY, asIfWeekly));
        }
    }

    @Test
    void lifetimesHasNoStandardErrorsForParetoNbd() {
        assertThat(ParetoNbd.fit(Cdnow.tally()).estimates())
                .allSatisfy(estimate -> assertThat(estimate.standardError().toOptional())
                        .hasValueSatisfying(error -> assertThat(error).isPositive()));
    }

    @Test
    void noPeerDiscountsTheResidualPurchasesOfBgNbd() {
        Rate none = Rate.continuous(0, WEEK);
        for (BuyingModel model : models(0.8, 0.6)) {
            assertThat(model.discountedPurchases(HISTORY, Rate.continuous(0.0027, WEEK)))
                    .isFinite()
                    .isGreaterThan(model.purchases(HISTORY, TimeSpan.weeks(52)));
            // without a discount it has no end where many customers hardly ever leave
            assertThatThrownBy(() -> model.discountedPurchases(HISTORY, none))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (BuyingModel model : models(1.5, 1.5)) {
            double all = model.discountedPurchases(HISTORY, none);
            assertThat(all).isFinite().isGreaterThan(model.purchases(HISTORY, TimeSpan.years(1e5)) * (1 - 1e-9));
        }
    }
}
