package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;

class ConvenienceChanceTest {

    private static final Money ZERO = Money.of("0", "EUR");
    private static final Money HUNDRED = Money.of("100", "EUR");
    private static final CompanyCosts COSTS = CompanyCosts.of("250", "60", "40", "EUR");
    private static final CompanyCosts NO_SERVICE = CompanyCosts.of("250", null, "40", "EUR");

    @Example
    void theProbabilityIsTheNormalOneOfTheMargin() {
        ConvenienceChance chance = ConvenienceChance.normal(check("300"), HUNDRED);
        // Phi(-0.5) from mpmath 1.3.0, ncdf at 30 digits
        assertThat(chance.atMost()).isCloseTo(0.3085375387259869, within(1e-15));
        assertThat(chance.band()).isEqualTo(VerdictBand.UNCERTAIN);
        assertThat(chance)
                .hasToString(
                        "UNCERTAIN at 95 %: P(pass) 0.309 (standard error 100.00 EUR); FAIL: costs 350.00 EUR exceed"
                                + " lifetime value 300.00 EUR by 50.00 EUR (CLV/cost 0.857)");
        assertThat(ConvenienceChance.normal(check("300"), HUNDRED, 0.6).band()).isEqualTo(VerdictBand.LIKELY_FAIL);
        assertThat(ConvenienceChance.normal(check("515"), HUNDRED).band()).isEqualTo(VerdictBand.LIKELY_PASS);
        assertThat(ConvenienceChance.normal(check("514"), HUNDRED).band()).isEqualTo(VerdictBand.UNCERTAIN);
        assertThat(ConvenienceChance.normal(check("185"), HUNDRED).band()).isEqualTo(VerdictBand.LIKELY_FAIL);
    }

    @Example
    void withoutErrorTheBandIsTheVerdict() {
        assertThat(ConvenienceChance.normal(check("350.01"), ZERO, 1).probability())
                .isEqualTo(Outcome.of(1.0));
        assertThat(ConvenienceChance.normal(check("350"), ZERO, 1).band()).isEqualTo(VerdictBand.LIKELY_PASS);
        assertThat(ConvenienceChance.normal(check("349.99"), ZERO, 1).band()).isEqualTo(VerdictBand.LIKELY_FAIL);
        assertThat(ConvenienceChance.normal(check("349.99"), ZERO).probability())
                .isEqualTo(Outcome.of(0.0));
    }

    @Example
    void aMissingCostLeavesTheMostTheProbabilityCanBe() {
        ConvenienceCheck open = ConvenienceCheck.of(Clv.gross("300", "EUR"), NO_SERVICE);
        ConvenienceChance chance = ConvenienceChance.normal(open, HUNDRED);
        assertThat(chance.atMost()).isGreaterThan(0.5);
        assertThat(chance.probability()).isEqualTo(Outcome.noData("service cost missing"));
        assertThat(chance.band()).isEqualTo(VerdictBand.INDETERMINATE);
        assertThat(chance)
                .hasToString("INDETERMINATE at 95 %: P(pass) at most 0.540 (standard error 100.00 EUR); INDETERMINATE:"
                        + " known costs 290.00 EUR of lifetime value 300.00 EUR, service cost missing");
        ConvenienceCheck poor = ConvenienceCheck.of(Clv.gross("100", "EUR"), NO_SERVICE);
        assertThat(ConvenienceChance.normal(poor, HUNDRED).band()).isEqualTo(VerdictBand.LIKELY_FAIL);
        assertThat(ConvenienceChance.normal(poor, HUNDRED, 0.99).band()).isEqualTo(VerdictBand.INDETERMINATE);
        ConvenienceCheck unbounded = ConvenienceCheck.of(
                        Clv.net(ZERO, CompanyCost.ACQUISITION), CompanyCosts.of(null, "1", "1", "EUR"))
                .under(CostBasis.EXISTING);
        assertThat(ConvenienceChance.normal(unbounded, HUNDRED).atMost()).isEqualTo(1);
        assertThat(ConvenienceChance.ofDraws(unbounded, new double[] {0}).band())
                .isEqualTo(VerdictBand.INDETERMINATE);
    }

    @Example
    void drawsThatEqualTheCostsPass() {
        ConvenienceCheck tenths = ConvenienceCheck.of(Clv.gross("1", "EUR"), CompanyCosts.of("0.1", "0.2", "0", "EUR"));
        ConvenienceChance chance = ConvenienceChance.ofDraws(tenths, new double[] {0.3, 0.29, 0.1 + 0.2, -5});
        assertThat(chance.probability()).isEqualTo(Outcome.of(0.5));
        assertThat(chance.basis()).isEqualTo("4 draws");
        // a value net of acquisition is drawn net of it: 0.2 + 0.1 - 0.3 is enough
        ConvenienceCheck net = ConvenienceCheck.of(
                Clv.net(Money.of("1", "EUR"), CompanyCost.ACQUISITION), CompanyCosts.of("0.1", "0.2", "0", "EUR"));
        assertThat(ConvenienceChance.ofDraws(net, new double[] {0.2, 0.19}).probability())
                .isEqualTo(Outcome.of(0.5));
    }

    @Property
    void theProbabilityOfDrawsIsTheShareOfThoseThatPass(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = -200, max = 200) Integer> drawn,
            @ForAll @IntRange(max = 100) int costs) {
        double[] draws = drawn.stream().mapToDouble(cents -> cents / 100.0).toArray();
        CompanyCosts all = new CompanyCosts(Money.ofMinor(costs, ZERO.currency()), ZERO, ZERO);
        ConvenienceChance chance = ConvenienceChance.ofDraws(ConvenienceCheck.of(Clv.gross(ZERO), all), draws);
        long passing = drawn.stream()
                .filter(cents -> ConvenienceCheck.of(Clv.gross(Money.ofMinor(cents, ZERO.currency())), all)
                        .verdict()
                        .passes())
                .count();
        assertThat(chance.atMost()).isEqualTo((double) passing / drawn.size());
    }

    @Example
    void whatIsNoUncertaintyIsRefused() {
        ConvenienceCheck check = check("300");
        assertThatThrownBy(() -> ConvenienceChance.normal(check, HUNDRED.negated()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a standard error must not be negative, got -100.00 EUR");
        assertThatThrownBy(() -> ConvenienceChance.normal(check, Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one currency wanted, got -50.00 EUR and 1.00 USD");
        assertThatThrownBy(() -> ConvenienceChance.normal(check, Money.of("0", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConvenienceChance.ofDraws(check, new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one draw wanted, got none");
        assertThatThrownBy(() -> ConvenienceChance.ofDraws(check, new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("draws[1] must be finite, got NaN");
        assertThatThrownBy(() -> ConvenienceChance.normal(check, HUNDRED, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the level must be above 0.5 and at most 1, got 0.5");
        assertThatThrownBy(() -> new ConvenienceChance(check, Double.NaN, 0.9, "nothing"))
                .hasMessage("a probability must be from 0 to 1, got NaN");
    }

    private static ConvenienceCheck check(String clv) {
        return ConvenienceCheck.of(Clv.gross(clv, "EUR"), COSTS);
    }
}
