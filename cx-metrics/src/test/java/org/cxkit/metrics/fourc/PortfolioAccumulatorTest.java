package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.ExchangeRates;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.money.Valuation;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PortfolioAccumulatorTest
        extends AccumulatorContract<PortfolioAccumulator, PortfolioTally, PortfolioAccumulatorTest.Row> {

    private static final Currency EUR = Currency.getInstance("EUR");

    private static final Valuation VALUATION =
            new Valuation(LocalDate.of(2024, 5, 1), TimeSpan.years(3), Rate.discrete(0.1, RatePeriod.YEAR));
    private static final Valuation OTHER = new Valuation(LocalDate.of(2024, 5, 2), null, VALUATION.discount());

    record Row(String customer, Clv clv, CompanyCosts costs) {}

    @Override
    protected PortfolioAccumulator empty() {
        return PortfolioAccumulator.create();
    }

    @Override
    protected @Nullable PortfolioAccumulator emptyOfAnotherShape() {
        return null; // the first customer sets the currency
    }

    @Override
    protected Arbitrary<Row> rows() {
        return portfolioRows();
    }

    /** Few customers, so that they repeat; amounts of 0 to 4 decimals; missing costs; values net of some, or valued. */
    static Arbitrary<Row> portfolioRows() {
        Arbitrary<String> customers = Arbitraries.of("A", "B", "C", "\u00c4 b", "E");
        Arbitrary<Money> values = Combinators.combine(
                        Arbitraries.longs().between(-2000, 3000),
                        Arbitraries.integers().between(0, 4))
                .as((units, scale) -> Money.of(BigDecimal.valueOf(units, scale), EUR));
        Arbitrary<Money> costs = values.map(value -> value.signum() < 0 ? value.negated() : value)
                .injectNull(0.2);
        Arbitrary<Clv> clvs = Combinators.combine(
                        values,
                        Arbitraries.of(CompanyCost.class).set().ofMaxSize(3),
                        Arbitraries.of(VALUATION).injectNull(0.5))
                .as(Clv::new);
        return Combinators.combine(customers, clvs, costs, costs, costs)
                .as((customer, clv, a, s, r) -> new Row(customer, clv, new CompanyCosts(a, s, r)))
                .withoutEdgeCases();
    }

    @Override
    protected void add(PortfolioAccumulator accumulator, Row row) {
        accumulator.add(CustomerId.of(row.customer), row.clv, row.costs);
    }

    @Override
    protected Map<String, Consumer<PortfolioAccumulator>> refused() {
        Map<String, Consumer<PortfolioAccumulator>> refused = new LinkedHashMap<>();
        CompanyCosts none = CompanyCosts.of("0", "0", "0", "EUR");
        refused.put(
                "two currencies",
                all -> all.add(CustomerId.of("A"), Clv.gross("1", "EUR"), CompanyCosts.of("1", "2", "3", "USD")));
        refused.put(
                "too fine and too large",
                all -> all.add(CustomerId.of("A"), Clv.gross("1000000000000.00000001", "EUR"), none));
        refused.put(
                "two valuations",
                all -> all.add(CustomerId.of("A"), Clv.gross("1", "EUR").valuedAt(VALUATION), none.valuedAt(OTHER)));
        long[] one = {1};
        refused.put(
                "a negative cost", all -> all.addAll(EUR, new String[] {"A"}, one, new long[] {-1}, one, one, 0, 1));
        refused.put("a blank customer", all -> all.addAll(EUR, new String[] {" "}, one, one, one, one, 0, 1));
        refused.put("a bad range", all -> all.addAll(EUR, new String[] {"A"}, one, one, one, one, 0, 2));
        return refused;
    }

    @Override
    protected PortfolioTally fromBytes(byte[] bytes) {
        return PortfolioTally.fromBytes(bytes);
    }

    @Test
    void mixedCurrenciesAreRefusedNamingBothAndTheCustomer() {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create()
                .add(CustomerId.of("A"), Clv.gross("1", "EUR"), CompanyCosts.of("1", "2", "3", "EUR"));
        assertThatThrownBy(() ->
                        portfolio.add(CustomerId.of("B"), Clv.gross("1", "USD"), CompanyCosts.of("1", "2", "3", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one currency wanted, got EUR, and USD for customer B");
        assertThatThrownBy(() ->
                        portfolio.add(CustomerId.of("B"), Clv.gross("1", "EUR"), CompanyCosts.of("1", "2", "3", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer B: lifetime value and costs must be in one currency, "
                        + "got 1.00 EUR and acquisition cost 1.00 USD");
    }

    @Test
    void columnsThatAreWrongAreRefusedByName() {
        long[] one = {1};
        assertThatThrownBy(() -> PortfolioAccumulator.create()
                        .addAll(EUR, new String[] {"A"}, one, one, new long[] {-5}, one, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("service cost of customer A must not be negative, got -5 minor units");
        assertThatThrownBy(() -> PortfolioAccumulator.create()
                        .addAll(EUR, new String[] {"A", ""}, new long[2], new long[2], new long[2], new long[2], 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers[1]: customer id must be text without white space at its ends, got \"\"");
        String[] ids = {"a", "b", "c1 "};
        assertThatThrownBy(() -> PortfolioAccumulator.create()
                        .addAll(EUR, ids, new long[3], new long[3], new long[3], new long[3], 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers[2]: customer id must be text without white space at its ends, got \"c1 \"");
        assertThatThrownBy(() -> PortfolioAccumulator.create()
                        .add(
                                CustomerId.of("A"),
                                Clv.gross("1000000000000.00000001", "EUR"),
                                CompanyCosts.of("0", "0", "0", "EUR")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("customer A: 1000000000000.00000001 EUR leaves the range of a long at 8 decimals");
    }

    @Test
    void bytesWithTheIdOfNoCustomerAreRefused() {
        CustomerColumns rows = CustomerColumns.row("c1 ", Clv.gross("1", "EUR"), CompanyCosts.of("1", "1", "1", "EUR"));
        byte[] bytes = new PortfolioTally(rows).toBytes();
        assertThatThrownBy(() -> PortfolioTally.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers[0]: customer id must be text without white space at its ends, got \"c1 \"");
    }

    @Test
    void aMissingValueIsNotASmallOne() {
        long none = Long.MIN_VALUE;
        PortfolioAccumulator portfolio = PortfolioAccumulator.create()
                .addAll(
                        EUR,
                        new String[] {"A", "B", "A"},
                        new long[] {100, none, none},
                        new long[3],
                        new long[] {1, 2, 3},
                        new long[3],
                        0,
                        3);
        portfolio.add(CustomerId.of("C"), Clv.gross("10.005", "EUR"), CompanyCosts.of("1", "2", "3", "EUR"));
        PortfolioTally tally = portfolio.result();
        assertThat(ConveniencePortfolio.of(tally))
                .hasToString("3 customers: 1 pass, 0 break even, 0 fail (0.0 %); lifetime value 10.005 EUR, "
                        + "costs 6.00 EUR, margin 4.005 EUR, CLV/cost 1.668; "
                        + "left out for a missing amount 2 (0 fail for certain)");
        assertThat(tally.check(CustomerId.of("A"))).isEmpty();
        assertThat(WhaleCurve.of(tally).customers()).isEqualTo(1);
        assertThat(PortfolioTally.fromBytes(tally.toBytes())).isEqualTo(tally);
        assertThat(tally.by(CustomerId::value).total()).isEqualTo(tally);
        ExchangeRates rates = new ExchangeRates(
                Currency.getInstance("USD"), LocalDate.of(2024, 5, 1), Map.of(EUR, new BigDecimal("1.1")));
        assertThat(ConveniencePortfolio.of(tally.converted(rates)).indeterminates())
                .isEqualTo(2);
    }

    @Test
    void whatWouldLookMissingLeavesTheRange() {
        Clv least = Clv.gross(Money.ofMinor(Long.MIN_VALUE, EUR));
        CompanyCosts costs = CompanyCosts.of("0", "0", "0", "EUR");
        assertThatThrownBy(() -> PortfolioAccumulator.create().add(CustomerId.of("A"), least, costs))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("customer A: -92233720368547758.08 EUR leaves the range of a long at 2 decimals");
        PortfolioAccumulator twice = PortfolioAccumulator.create();
        for (int i = 0; i < 2; i++) {
            twice.add(CustomerId.of("A"), Clv.gross(Money.ofMinor(Long.MIN_VALUE / 2, EUR)), costs);
        }
        assertThatThrownBy(twice::result)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the sum of -46116860184273879.04 EUR and -46116860184273879.04 EUR"
                        + " leaves the range of a long at 2 decimals");
    }

    @Test
    void theContractsOfOneCustomerAddUp() {
        PortfolioTally tally = PortfolioAccumulator.create()
                .add(CustomerId.of("A"), Clv.gross("100.005", "EUR"), CompanyCosts.of("1", "2", null, "EUR"))
                .add(
                        CustomerId.of("A"),
                        new Clv(Money.of("10", "EUR"), EnumSet.of(CompanyCost.ACQUISITION)),
                        CompanyCosts.of("4", "5", "6", "EUR"))
                .result();
        ConvenienceCheck check = tally.check(CustomerId.of("A")).orElseThrow();
        assertThat(check.clv()).isEqualTo(Clv.gross("114.005", "EUR"));
        assertThat(check.costs()).isEqualTo(CompanyCosts.of("5", "7", null, "EUR"));
        assertThat(tally.check(CustomerId.of("B"))).isEmpty();
        assertThat(tally).hasToString("portfolio of 1 customer in EUR");
    }

    @Test
    void segmentsPartTheCustomers() {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        for (String id : List.of("web-1", "web-2", "store-1")) {
            portfolio.add(CustomerId.of(id), Clv.gross("10", "EUR"), CompanyCosts.of("1", "2", "3", "EUR"));
        }
        var segments = portfolio.result().by(customer -> customer.value().split("-", 2)[0]);
        assertThat(segments.total()).isEqualTo(portfolio.result());
        assertThat(segments.map(part -> ConveniencePortfolio.of(part).margin()))
                .containsExactly(
                        Map.entry("store", Outcome.of(Money.of("4", "EUR"))),
                        Map.entry("web", Outcome.of(Money.of("8", "EUR"))));
    }
}
