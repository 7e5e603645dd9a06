package org.cxkit.metrics.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Map;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.junit.jupiter.api.Test;

class LoyaltyProgrammeTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final CustomerId ANN = CustomerId.of("ann");
    private static final CustomerId BOB = CustomerId.of("bob");
    private static final CustomerId CY = CustomerId.of("cy");
    private static final LoyaltyProgramme CLUB = LoyaltyProgramme.in(EUR)
            .bought(ANN, euros("100"), euros("90"))
            .bought(ANN, euros("50"), euros("45"))
            .member(ANN)
            .member(BOB)
            .build();

    @Test
    void theReducedPriceIsACostOfRetention() {
        CompanyCosts costs = CompanyCosts.of("10", "20", "5", "EUR");
        assertThat(CLUB.charge(ANN, costs)).isEqualTo(CompanyCosts.of("10", "20", "20", "EUR"));
        assertThat(CLUB.charge(BOB, costs)).isEqualTo(costs);
        assertThat(CLUB.charge(CY, costs)).isEqualTo(costs);
        CompanyCosts unknown = CompanyCosts.of("10", "20", null, "EUR");
        assertThat(CLUB.charge(ANN, unknown)).isEqualTo(unknown);
        assertThat(CLUB).hasToString("2 members, discounts 15.00 EUR");
        assertThat(LoyaltyProgramme.in(EUR).build()).hasToString("0 members, discounts 0.00 EUR");
    }

    @Test
    void membershipCutsAPortfolio() {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        for (CustomerId customer : new CustomerId[] {ANN, BOB, CY}) {
            portfolio.add(
                    customer, Clv.gross("45", "EUR"), CLUB.charge(customer, CompanyCosts.of("10", "20", "5", "EUR")));
        }
        Grouped<Membership, PortfolioTally> cut = portfolio.result().by(CLUB::membership);
        assertThat(cut.map(ConveniencePortfolio::of).get(Membership.MEMBER).shareFailing())
                .isEqualTo(Outcome.of(0.5));
        assertThat(cut.map(ConveniencePortfolio::of).get(Membership.NON_MEMBER).margin())
                .isEqualTo(Outcome.of(euros("10")));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> LoyaltyProgramme.in(EUR).bought(ANN, euros("1"), euros("2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("member ann must not pay more than the list price, got 1.00 EUR and 2.00 EUR paid");
        assertThatThrownBy(() -> LoyaltyProgramme.in(EUR).bought(ANN, Money.of("1", "USD"), euros("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("member ann must pay in EUR, got a list price of 1.00 USD and 1.00 EUR paid");
        assertThatThrownBy(() -> new LoyaltyProgramme(EUR, Map.of(ANN, euros("-1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the discounts of member ann must be in EUR and not negative, got -1.00 EUR");
        assertThatThrownBy(() -> CLUB.charge(ANN, CompanyCosts.of("1", "2", "3", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CLUB.charge(ANN, CompanyCosts.of("1", "2", null, "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("costs must be in one currency, got acquisition 1.00 USD and added retention ");
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
