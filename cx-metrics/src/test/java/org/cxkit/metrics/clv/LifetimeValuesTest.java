package org.cxkit.metrics.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Currency;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.fit.Bootstrap;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fourc.ConvenienceChance;
import org.cxkit.metrics.fourc.Verdict;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.Replicates;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.spend.GammaGamma;
import org.cxkit.metrics.spend.SpendTally;
import org.junit.jupiter.api.Test;

class LifetimeValuesTest {

    private static final PurchaseHistories CDNOW = ValueTruthTest.cdnow().calibration();
    private static final Horizon YEAR = Horizon.steps(12, TimeSpan.weeks(4.345), 0.01);
    private static final Horizon FOREVER = Horizon.forever(Rate.discrete(0.1, RatePeriod.YEAR));
    private static final Fit<BgNbd> BUYING = BgNbd.fit(CDNOW.tally());
    private static final Fit<GammaGamma> SPEND = GammaGamma.fit(SpendTally.of(CDNOW));

    private static LifetimeValues values(String margin, Horizon horizon) {
        return LifetimeValues.of(CDNOW, BUYING, SPEND, new BigDecimal(margin), horizon);
    }

    private static int row(LifetimeValues values, String customer) {
        int row = 0;
        while (!values.customer(row).value().equals(customer)) {
            row++;
        }
        return row;
    }

    private static <T> T of(Outcome<T> outcome) {
        return outcome.toOptional().orElseThrow();
    }

    @Test
    void theValueIsThatOfTheFileRoundedOnce() {
        LifetimeValues values = values("1", YEAR);
        // truth/value.json clv12m_bg: 36.2739781 and 283.5580871
        assertThat(values.value(row(values, "1"))).isEqualTo(Outcome.of(Money.of("36.27", "USD")));
        assertThat(values.value(row(values, "6"))).isEqualTo(Outcome.of(Money.of("283.56", "USD")));
        assertThat(values("0.5", YEAR).value(row(values, "1"))).isEqualTo(Outcome.of(Money.of("18.14", "USD")));
        assertThat(values("-1", YEAR).value(row(values, "1"))).isEqualTo(Outcome.of(Money.of("-36.27", "USD")));
        assertThat(values("0", YEAR).total()).isEqualTo(Outcome.of(Money.of("0", "USD")));
        assertThat(of(values("0", YEAR).totalInterval(0.95)).halfWidth()).isZero();
    }

    @Test
    void theTotalIsTheSumOfTheValues() {
        LifetimeValues values = values("1", FOREVER);
        Money sum = Money.zero(Currency.getInstance("USD"));
        for (int row = 0; row < values.size(); row++) {
            sum = sum.plus(of(values.value(row)));
        }
        // each value is rounded by half a cent at most, the total once
        assertThat(of(values.total()).minus(sum).amount().doubleValue()).isBetween(-12.0, 12.0);
        assertThat(values.toString())
                .startsWith("2357 customers worth ")
                .endsWith(" USD: all purchases to come, discounted at 0.1 per year (discrete)");
    }

    @Test
    void intervalsAreThoseOfBothFitsTogether() {
        LifetimeValues values = values("0.4", YEAR);
        int row = row(values, "6");
        PurchaseHistory history = CDNOW.history(row);
        double spent = CDNOW.repeatSpendMinor(row) / 100.0;
        double ofBuying = of(BUYING.standardError(model -> YEAR.discountedPurchases(model, history)));
        double ofSpend = of(SPEND.standardError(model -> of(model.meanSpend(history.frequency(), spent))));
        double wanted =
                0.4 * Math.hypot(ofBuying * of(values.expectedSpend(row)), ofSpend * values.discountedPurchases(row));
        // differences of the product and of its factors round differently
        assertThat(of(values.standardError(row))).isCloseTo(wanted, within(1e-6 * wanted));
        Interval interval = of(values.interval(row, 0.95));
        assertThat(interval.contains(of(values.value(row)).amount().doubleValue()))
                .isTrue();
        assertThat(interval.halfWidth()).isCloseTo(1.959964 * wanted, within(1e-5 * wanted));
    }

    @Test
    void theErrorOfTheTotalIsThatOfABootstrap() {
        LifetimeValues values = values("1", YEAR);
        double error = of(values.totalInterval(0.95)).halfWidth() / 1.959964;
        Bootstrap<Double> bootstrap = Bootstrap.of(100, k -> {
            PurchaseHistories drawn = CDNOW.resampled(3, k);
            LifetimeValues again = LifetimeValues.of(
                    CDNOW, BgNbd.fit(drawn.tally()), GammaGamma.fit(SpendTally.of(drawn)), BigDecimal.ONE, YEAR);
            return of(again.total()).amount().doubleValue();
        });
        Replicates replicates = of(bootstrap.replicates(total -> total));
        // 100 replicates tell a standard deviation to 7 %, and the models are not true of these customers
        assertThat(replicates.standardError()).isCloseTo(error, within(0.35 * error));
        assertThat(bootstrap.failures()).isZero();
    }

    @Test
    void moreIsWorthMoreAndAliveIsAProbability() {
        LifetimeValues year = values("1", YEAR);
        LifetimeValues forever = values("1", FOREVER);
        for (int row = 0; row < year.size(); row += 97) {
            assertThat(of(forever.value(row))).isGreaterThan(of(year.value(row)));
            double alone = BUYING.model().alive(CDNOW.history(row));
            assertThat(year.alive(row)).isBetween(0.0, 1.0).isCloseTo(alone, within(1e-12)); // another order of terms
        }
    }

    @Test
    void theCheckOfACustomerSaysHowSureItIs() {
        LifetimeValues values = values("1", YEAR);
        int row = row(values, "1"); // 36.27 USD
        double error = of(values.standardError(row));
        double value = values.discountedPurchases(row) * of(values.expectedSpend(row)); // 36.27398
        Outcome<ConvenienceChance> sure = values.convenience(row, CompanyCosts.of("90.00", "10.00", "0.00", "USD"));
        assertThat(of(sure).check().verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(sure).atMost())
                .isCloseTo(NormalDistribution.of(value, error).survivalProbability(10), within(1e-12));
        assertThat(of(values.convenience(row, CompanyCosts.of("0", "40.00", "0.00", "USD")))
                        .check()
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(of(sure).check())
                .hasToString("PASS: costs 10.00 USD leave 26.27 USD of lifetime value 36.27 USD (CLV/cost 3.627),"
                        + " acquisition sunk");
        // above the rounded value, and below the value
        assertThat(of(values.convenience(row, CompanyCosts.of("0", "36.273", "0", "USD")))
                        .check()
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void nobodyHasNoValue() {
        PurchaseHistories nobody = PurchaseHistories.copyOf(
                new String[0], new int[0], new double[0], new double[0], new long[0], RatePeriod.DAY, "EUR");
        assertThatThrownBy(() -> LifetimeValues.of(nobody, BUYING, SPEND, BigDecimal.ONE, YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 customer wanted, got none");
        PurchaseHistories euros = PurchaseHistories.copyOf(
                new String[] {"A"}, new int[1], new double[1], new double[] {1}, new long[1], RatePeriod.WEEK, "EUR");
        assertThatThrownBy(() -> LifetimeValues.of(euros, BUYING, SPEND, BigDecimal.ONE, YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one currency wanted, got customers in EUR and spend in USD");
        assertThatThrownBy(() -> Horizon.steps(0, TimeSpan.weeks(1), 0.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 step of some length wanted, got 0 of 1 week");
        assertThatThrownBy(() -> Horizon.steps(12, TimeSpan.days(0), 0.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 step of some length wanted, got 12 of 0 days");
        assertThatThrownBy(() -> Horizon.steps(1, TimeSpan.weeks(1), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rate per step must be above -1 and finite, got -1.0");
    }
}
