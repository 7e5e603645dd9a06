package org.cxkit.metrics.customercost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.CesVersion;
import org.junit.jupiter.api.Test;

class CustomerCostTest {

    private static final Money HOUR = Money.of("18", "EUR");
    private static final Proxy EFFORT = new Proxy("mean effort, CES2", 2.5);
    private static final CostPart ACCESS = CostPart.UNKNOWN
            .money("price", Money.of("10", "EUR"))
            .money("shipping", Money.of("2.50", "EUR"))
            .time(Duration.ofMinutes(20));
    private static final CostPart USE = CostPart.UNKNOWN
            .money("fees", Money.of("0", "EUR"))
            .time(Duration.ofMinutes(10))
            .effort(EFFORT);
    private static final CustomerCost COST = new CustomerCost(ACCESS, USE);

    @Test
    void theKindsStayApart() {
        assertThat(ACCESS.money()).isEqualTo(Outcome.of(Money.of("12.50", "EUR")));
        assertThat(CostPart.UNKNOWN.money()).isEqualTo(Outcome.noData("no amount of money"));
        assertThat(COST)
                .hasToString("access: money 12.50 EUR (price 10.00 EUR, shipping 2.50 EUR), time PT20M, effort missing,"
                        + " psychic missing; use: money 0.00 EUR, time PT10M, effort 2.50 (mean effort, CES2), psychic"
                        + " missing");
    }

    @Test
    void onlyStatedWeightsMakeOneAmount() {
        // by hand: 12.50 + 0 + 18 / 3 + 18 / 6
        assertThat(CostWeights.ofTime(HOUR).combine(COST)).isEqualTo(Outcome.of(Money.of("21.50", "EUR")));
        assertThat(new CostWeights(null, null, null).combine(COST)).isEqualTo(Outcome.of(Money.of("12.50", "EUR")));
        Money one = Money.of("1", "EUR");
        assertThat(new CostWeights(HOUR, one, null).combine(COST))
                .isEqualTo(Outcome.noData("effort of access missing"));
        assertThat(new CostWeights(null, null, one).combine(COST))
                .isEqualTo(Outcome.noData("psychic cost of access missing"));
        CustomerCost all = new CustomerCost(
                ACCESS.effort(EFFORT).psychic(new Proxy("worry", 3)), USE.psychic(new Proxy("worry", 0.5)));
        // 21.50 + 2 * (2.5 + 2.5) + 4 * (3 + 0.5)
        assertThat(new CostWeights(HOUR, Money.of("2", "EUR"), Money.of("4", "EUR")).combine(all))
                .isEqualTo(Outcome.of(Money.of("45.50", "EUR")));
        assertThat(CostWeights.ofTime(HOUR).combine(new CustomerCost(ACCESS, CostPart.UNKNOWN)))
                .isEqualTo(Outcome.noData("money of use missing"));
        assertThat(CostWeights.ofTime(HOUR)
                        .combine(new CustomerCost(CostPart.UNKNOWN.money("price", HOUR), CostPart.UNKNOWN)))
                .isEqualTo(Outcome.noData("time of access missing"));
    }

    @Test
    void meansAreOverThoseOfWhomTheKindIsKnown() {
        CustomerCost second = new CustomerCost(
                CostPart.UNKNOWN.money("price", Money.of("7.50", "EUR")),
                CostPart.UNKNOWN.effort(new Proxy(EFFORT.name(), 5)));
        MeanCustomerCost mean =
                MeanCustomerCost.of(List.of(COST, second, new CustomerCost(CostPart.UNKNOWN, CostPart.UNKNOWN)));
        assertThat(mean.access().money()).isEqualTo(new CostMean<>(Outcome.of(Money.of("10", "EUR")), 2, 1));
        assertThat(mean.access().time()).isEqualTo(new CostMean<>(Outcome.of(Duration.ofMinutes(20)), 1, 2));
        assertThat(mean.access().effort()).isEqualTo(new CostMean<>(Outcome.noData("known of nobody"), 0, 3));
        assertThat(mean.use().effort()).isEqualTo(new CostMean<>(Outcome.of(new Proxy(EFFORT.name(), 3.75)), 2, 1));
        assertThat(mean)
                .hasToString(
                        "3 customers; access: money 10.00 EUR, n 2, 1 missing; time PT20M, n 1, 2 missing; effort no"
                                + " data (known of nobody), n 0, 3 missing; psychic no data (known of nobody), n 0, 3 missing;"
                                + " use: money 0.00 EUR, n 1, 2 missing; time PT10M, n 1, 2 missing; effort 3.75 (mean effort,"
                                + " CES2), n 2, 1 missing; psychic no data (known of nobody), n 0, 3 missing");
        assertThat(MeanCustomerCost.of(List.of()).use().money().n()).isZero();
    }

    @Test
    void aMeanThatDoesNotEndIsKeptToTwentyDecimals() {
        CostPart one = CostPart.UNKNOWN.money("price", Money.of("1", "EUR")).time(Duration.ofNanos(1));
        CostPart none = CostPart.UNKNOWN.money("price", Money.of("0", "EUR")).time(Duration.ZERO);
        MeanCostPart mean = MeanCostPart.of(List.of(one, none, none));
        assertThat(mean.money().mean()).isEqualTo(Outcome.of(Money.of("0.33333333333333333333", "EUR")));
        assertThat(mean.time().mean()).isEqualTo(Outcome.of(Duration.ZERO));
    }

    @Test
    void effortIsToldFromTheEffortScoreWithMoreForMoreEffort() {
        assertThat(Proxy.meanEffort(Ces.of(7, 7, 4))).isEqualTo(new Proxy("mean effort, CES2", 2));
        assertThat(Proxy.meanEffort(Ces.of(CesVersion.CES1, 1, 1, 4))).isEqualTo(new Proxy("mean effort, CES1", 2));
        assertThat(Proxy.notEasy(Ces.of(7, 6, 4, 1))).isEqualTo(new Proxy("share not easy, CES2", 0.5));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ACCESS.money("price", Money.of("1", "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("price must be given once, got 10.00 EUR and 1.00 EUR");
        assertThatThrownBy(() -> ACCESS.money("fees", Money.of("-1", "EUR")))
                .hasMessage("fees must not be negative, got -1.00 EUR");
        assertThatThrownBy(() -> ACCESS.money("zoll", Money.of("1", "USD")))
                .hasMessage("items must be in one currency, got 10.00 EUR and 1.00 USD");
        assertThatThrownBy(() -> ACCESS.time(Duration.ofSeconds(-1)))
                .hasMessage("time must not be negative, got PT-1S");
        assertThatThrownBy(() -> new CostPart(Map.of(" ", HOUR), null, null, null))
                .hasMessage("the name of an item must not be blank, got one of 18.00 EUR");
        assertThatThrownBy(() -> new Proxy("worry", Double.NaN)).hasMessage("worry must be finite, got NaN");
        assertThatThrownBy(() -> new Proxy("", 1)).hasMessage("the name of a proxy must not be blank");
        assertThatThrownBy(() -> CostWeights.ofTime(HOUR.negated()))
                .hasMessage("the value of an hour must not be negative, got -18.00 EUR");
        CustomerCost worry = new CustomerCost(ACCESS, USE.effort(new Proxy("worry", 1)));
        assertThatThrownBy(() -> MeanCustomerCost.of(List.of(COST, worry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one proxy wanted, got mean effort, CES2 and worry");
        assertThatThrownBy(() -> CostWeights.ofTime(Money.of("1", "USD")).combine(COST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CostMean<>(Outcome.of(HOUR), 0, 0))
                .hasMessage("a mean belongs to known costs, got 18.00 EUR of 0");
    }
}
