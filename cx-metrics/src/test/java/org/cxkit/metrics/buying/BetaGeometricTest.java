package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Both models against tables of direct numerical integration at high precision, which reach the edges. */
class BetaGeometricTest {
    /** What SPEC-value §2 promises, relative. */
    private static final double PROMISED = 1e-11;

    static BuyingModel model(int first, double r, double alpha, double a, double b) {
        return first == 0 ? new BgNbd(r, alpha, a, b, RatePeriod.WEEK) : new MbgNbd(r, alpha, a, b, RatePeriod.WEEK);
    }

    private static void close(double actual, double wanted) {
        assertThat(actual).isCloseTo(wanted, within(PROMISED * wanted));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/beta-geometric.csv", useHeadersInDisplayName = true)
    void likelihoodsAndPredictionsAreThoseOfTheTable(
            int first,
            double r,
            double alpha,
            double a,
            double b,
            int x,
            double recency,
            double age,
            double t,
            double likelihood,
            double alive,
            double ahead,
            double purchases) {
        BuyingModel model = model(first, r, alpha, a, b);
        PurchaseHistory history = new PurchaseHistory(x, recency, age, RatePeriod.WEEK);
        // as the logarithm of a product: absolute where that is near 1
        assertThat(model.logLikelihood(history))
                .isCloseTo(likelihood, within(PROMISED * Math.max(1, Math.abs(likelihood))));
        close(model.alive(history), alive);
        close(model.alive(history, TimeSpan.weeks(t)), ahead);
        close(model.purchases(history, TimeSpan.weeks(t)), purchases);
        RfmTally one = RfmTally.of(RatePeriod.WEEK, new int[] {x}, new double[] {recency}, new double[] {age});
        close(model.alive(one, TimeSpan.weeks(t))[0], ahead);
        close(model.purchases(one, TimeSpan.weeks(t))[0], purchases);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/beta-geometric-counts.csv", useHeadersInDisplayName = true)
    void probabilitiesOfCountsAreThoseOfTheTable(
            int first, double r, double alpha, double a, double b, int count, double t, double probability) {
        close(model(first, r, alpha, a, b).probability(count, TimeSpan.weeks(t)), probability);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/beta-geometric-discounted.csv", useHeadersInDisplayName = true)
    void discountedPurchasesAreThoseOfTheTable(
            int first,
            double r,
            double alpha,
            double a,
            double b,
            int x,
            double recency,
            double age,
            double force,
            double discounted) {
        PurchaseHistory history = new PurchaseHistory(x, recency, age, RatePeriod.WEEK);
        Rate rate = Rate.continuous(force, RatePeriod.WEEK);
        close(model(first, r, alpha, a, b).discountedPurchases(history, rate), discounted);
    }
}
