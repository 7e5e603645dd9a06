package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoNbdTest {
    private static final ParetoNbd CDNOW = new ParetoNbd(0.5533, 10.578, 0.6062, 11.669, RatePeriod.WEEK);
    private static final PurchaseHistory SEVEN = new PurchaseHistory(7, 29.43, 38.86, RatePeriod.WEEK);

    /** What SPEC-value promises of predictions. */
    private static final double TOLERANCE = 1e-11;

    @ParameterizedTest
    @CsvFileSource(resources = "/pareto_nbd.csv", useHeadersInDisplayName = true)
    void directIntegrationIsMet(ArgumentsAccessor row) {
        ParetoNbd model =
                new ParetoNbd(row.getDouble(0), row.getDouble(1), row.getDouble(2), row.getDouble(3), RatePeriod.WEEK);
        PurchaseHistory history =
                new PurchaseHistory(row.getInteger(4), row.getDouble(5), row.getDouble(6), RatePeriod.WEEK);
        TimeSpan ahead = TimeSpan.weeks(row.getDouble(7));
        Rate discount = Rate.continuous(row.getDouble(8), RatePeriod.WEEK);
        RfmTally one = RfmTally.of(RatePeriod.WEEK, List.of(history));
        // of a likelihood near 1 the digits count, not those of its logarithm
        double likelihood = row.getDouble(10);
        assertThat(model.logLikelihood(history))
                .isCloseTo(likelihood, within(TOLERANCE * Math.max(1e-4, Math.abs(likelihood))));
        close(model.alive(history), row.getDouble(11));
        close(model.alive(history, ahead), row.getDouble(12));
        close(model.alive(one, ahead)[0], row.getDouble(12));
        close(model.purchases(history, ahead), row.getDouble(13));
        close(model.purchases(one, ahead)[0], row.getDouble(13));
        close(model.discountedPurchases(history, discount), row.getDouble(14));
        close(model.purchases(ahead), row.getDouble(15));
        close(model.probability(row.getInteger(9), ahead), row.getDouble(16));
    }

    private static void close(double found, double wanted) {
        // below the least normal number a double has fewer digits
        assertThat(found).isCloseTo(wanted, within(Math.max(TOLERANCE * Math.abs(wanted), Double.MIN_NORMAL)));
    }

    /** BTYD and lifetimes are NaN from some 200 purchases on. */
    @ParameterizedTest
    @ValueSource(ints = {199, 200, 201, 1000, 5000, 100_000})
    void manyPurchasesAreNoTrouble(int x) {
        PurchaseHistory busy = new PurchaseHistory(x, 38, 38.86, RatePeriod.WEEK);
        assertThat(CDNOW.logLikelihood(busy)).isFinite();
        assertThat(CDNOW.alive(busy)).isBetween(0.0, 1.0);
        assertThat(CDNOW.purchases(busy, TimeSpan.weeks(39))).isBetween(0.0, x * 1.0);
        assertThat(CDNOW.probability(x, TimeSpan.weeks(39))).isBetween(0.0, 1.0);
    }

    @Test
    void aChanceNearTheLeastDoubleKeepsItsDigits() {
        ParetoNbd model = new ParetoNbd(1, 1, 1, 1, RatePeriod.WEEK);
        for (int x = 266; x < 276; x++) {
            PurchaseHistory history = new PurchaseHistory(x, 1.95, 39, RatePeriod.WEEK);
            // with alpha = beta death is next with probability s / (R + s), and P(alive) is closed
            double power = (x + 2) * Math.log(2.95 / 40);
            double wanted = Math.exp(power - Math.log(1.0 / (x + 2) + (x + 1.0) / (x + 2) * Math.exp(power)));
            double slack = Math.max(1e-12 * wanted, Double.MIN_NORMAL);
            assertThat(model.alive(history)).isCloseTo(wanted, within(slack));
            assertThat(model.alive(RfmTally.of(RatePeriod.WEEK, List.of(history)), TimeSpan.weeks(0))[0])
                    .isCloseTo(wanted, within(slack));
        }
    }

    /** Others lose eight digits there: the expectation is that of a constant rate, up to the square of the horizon. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-10, 1e-8, 1e-6})
    void tinyHorizonsLoseNothing(double weeks) {
        double rate = CDNOW.alive(SEVEN) * (0.5533 + 7) / (10.578 + 38.86);
        double slowing = 1 - 0.6062 * weeks / (11.669 + 38.86) / 2;
        assertThat(CDNOW.purchases(SEVEN, TimeSpan.weeks(weeks)))
                .isCloseTo(rate * weeks * slowing, within(1e-13 * rate * weeks));
        assertThat(CDNOW.purchases(TimeSpan.weeks(weeks)))
                .isCloseTo(0.5533 / 10.578 * weeks * (1 - 0.6062 * weeks / 11.669 / 2), within(1e-13 * weeks));
    }

    /** Others are Inf or NaN at s = 1. The expectation is smooth in s, so its middle is the mean of both sides. */
    @ParameterizedTest
    @CsvSource({"1, 1e-9", "1, 1e-5", "2, 1e-9", "2, 1e-5"})
    void nothingHappensAtWholeShapes(double s, double near) {
        Rate discount = Rate.continuous(0.0027, RatePeriod.WEEK);
        ParetoNbd below = new ParetoNbd(0.55, 10.6, s - near, 11.7, RatePeriod.WEEK);
        ParetoNbd at = new ParetoNbd(0.55, 10.6, s, 11.7, RatePeriod.WEEK);
        ParetoNbd above = new ParetoNbd(0.55, 10.6, s + near, 11.7, RatePeriod.WEEK);
        // the second derivative, of order 10, times the square of the distance, and rounding
        double slack = 10 * near * near + 1e-14;
        TimeSpan year = TimeSpan.weeks(52);
        assertThat(at.purchases(SEVEN, year) / (below.purchases(SEVEN, year) + above.purchases(SEVEN, year)) * 2)
                .isCloseTo(1, within(slack));
        assertThat(at.discountedPurchases(SEVEN, discount)
                        / (below.discountedPurchases(SEVEN, discount) + above.discountedPurchases(SEVEN, discount))
                        * 2)
                .isCloseTo(1, within(slack));
    }

    @Test
    void withoutDiscountTheSumEndsOnlyAboveAShapeOfOne() {
        Rate none = Rate.discrete(0, RatePeriod.YEAR);
        assertThatThrownBy(() -> CDNOW.discountedPurchases(SEVEN, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a discount above 0 wanted, as with s 0.6062 up to 1 the expected lifetime of a customer has"
                                + " no end");
        assertThatThrownBy(() -> CDNOW.discountedPurchases(SEVEN, Rate.discrete(-0.01, RatePeriod.YEAR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a discount that is not negative wanted, got -0.01 per year (discrete)");
        ParetoNbd mortal = new ParetoNbd(0.5533, 10.578, 3, 11.669, RatePeriod.WEEK);
        double all = mortal.discountedPurchases(SEVEN, none);
        assertThat(mortal.purchases(SEVEN, TimeSpan.weeks(1e9))).isCloseTo(all, within(1e-12 * all));
        assertThat(mortal.discountedPurchases(SEVEN, Rate.continuous(1e-14, RatePeriod.WEEK)))
                .isCloseTo(all, within(1e-11 * all));
    }

    /** CLVTools applies an annual discount per week: here the rate carries its period, the model its unit. */
    @Test
    void unitsAreConverted() {
        ParetoNbd daily = new ParetoNbd(0.5533, 10.578 * 7, 0.6062, 11.669 * 7, RatePeriod.DAY);
        Rate annual = Rate.discrete(0.1, RatePeriod.YEAR);
        Rate weekly = Rate.continuous(Math.log(1.1) * 7 / 365.25, RatePeriod.WEEK);
        double wanted = CDNOW.discountedPurchases(SEVEN, annual);
        // some roundings
        assertThat(CDNOW.discountedPurchases(SEVEN, weekly)).isCloseTo(wanted, within(1e-13 * wanted));
        assertThat(daily.discountedPurchases(SEVEN, annual)).isCloseTo(wanted, within(1e-13 * wanted));
        assertThat(daily.alive(SEVEN)).isCloseTo(CDNOW.alive(SEVEN), within(1e-14));
        RfmTally tally = RfmTally.of(RatePeriod.DAY, Cdnow.histories());
        double[] own = CDNOW.purchases(RfmTally.of(RatePeriod.WEEK, Cdnow.histories()), TimeSpan.weeks(39));
        assertThat(CDNOW.purchases(tally, TimeSpan.days(273))).hasSize(tally.histories());
        assertThat(CDNOW.purchases(tally, TimeSpan.days(273))[0]).isCloseTo(own[0], within(1e-14));
    }

    @Test
    void theBulkIsWhatEachHistoryTells() {
        RfmTally tally = Cdnow.tally();
        TimeSpan ahead = TimeSpan.weeks(39);
        double[] alive = CDNOW.alive(tally, ahead);
        double[] purchases = CDNOW.purchases(tally, ahead);
        for (int i = 0; i < tally.histories(); i++) {
            PurchaseHistory history = tally.history(i);
            // the polynomials and the integral are both good to some 1e-14
            assertThat(alive[i]).isCloseTo(CDNOW.alive(history, ahead), within(1e-13 * alive[i]));
            assertThat(purchases[i]).isCloseTo(CDNOW.purchases(history, ahead), within(1e-13 * purchases[i]));
        }
        assertThat(CDNOW.alive(RfmTally.empty(RatePeriod.DAY), ahead)).isEmpty();
    }

    @Test
    void probabilitiesAddUpToOneAndHaveTheMean() {
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 1000; n++) {
            double p = CDNOW.probability(n, TimeSpan.weeks(39));
            sum += p;
            mean += n * p;
        }
        // a thousand roundings, and a tail of some (39 / 50)^1000
        assertThat(sum).isCloseTo(1, within(1e-13));
        assertThat(mean).isCloseTo(CDNOW.purchases(TimeSpan.weeks(39)), within(1e-12));
        assertThat(CDNOW.probability(0, TimeSpan.weeks(0))).isEqualTo(1);
        assertThat(CDNOW.probability(3, TimeSpan.weeks(0))).isZero();
        assertThatThrownBy(() -> CDNOW.probability(-1, TimeSpan.weeks(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a count of purchases must not be negative, got -1");
    }

    @Test
    void whoWasSeenForNoTimeOrJustBoughtIsAlive() {
        assertThat(CDNOW.alive(new PurchaseHistory(0, 0, 0, RatePeriod.WEEK))).isCloseTo(1, within(1e-15));
        assertThat(CDNOW.alive(new PurchaseHistory(3, 20, 20, RatePeriod.WEEK))).isCloseTo(1, within(1e-15));
        assertThat(CDNOW.purchases(SEVEN, TimeSpan.weeks(0))).isZero();
        assertThat(CDNOW.logLikelihood(new PurchaseHistory(0, 0, 0, RatePeriod.WEEK)))
                .isCloseTo(0, within(1e-15));
    }

    @Test
    void parametersAreChecked() {
        assertThatThrownBy(() -> new ParetoNbd(0.5, 10, 0, 11, RatePeriod.WEEK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("finite r, alpha, s and beta above 0 wanted, got 0.5, 10.0, 0.0 and 11.0");
        assertThatThrownBy(() -> new ParetoNbd(Double.NaN, 10, 1, 11, RatePeriod.WEEK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CDNOW).hasToString("Pareto/NBD with r 0.5533, alpha 10.58 weeks, s 0.6062, beta 11.67 weeks");
    }
}
