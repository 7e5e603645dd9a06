package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fourc.PortfolioAccumulatorTest.Row;
import org.jspecify.annotations.Nullable;

class ConveniencePropertiesTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Property
    void theBulkPathGivesTheVerdictsOfTheExactPath(
            @ForAll("values") long[] clv,
            @ForAll("costs") long[] acquisition,
            @ForAll("costs") long[] service,
            @ForAll("costs") long[] retention) {
        byte[] codes = new byte[clv.length];
        ConvenienceColumns.verdicts(clv, acquisition, service, retention, codes, 0, clv.length);
        PortfolioAccumulator bulk = PortfolioAccumulator.create();
        String[] ids = new String[clv.length];
        PortfolioAccumulator exact = PortfolioAccumulator.create();
        for (int i = 0; i < clv.length; i++) {
            ids[i] = "customer " + i;
            Clv value = Clv.gross(Money.ofMinor(clv[i], EUR));
            CompanyCosts costs = new CompanyCosts(cost(acquisition[i]), cost(service[i]), cost(retention[i]));
            assertThat(Verdict.ofCode(codes[i]))
                    .isEqualTo(ConvenienceCheck.of(value, costs).verdict());
            exact.add(CustomerId.of(ids[i]), value, costs);
        }
        bulk.addAll(EUR, ids, clv, acquisition, service, retention, 0, clv.length);
        assertThat(bulk.result()).isEqualTo(exact.result());
    }

    @Property
    void thePortfolioIsTheSumOfItsChecks(@ForAll("rows") List<Row> rows, @ForAll CostBasis basis) {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        rows.forEach(row -> portfolio.add(CustomerId.of(row.customer()), row.clv(), row.costs()));
        PortfolioTally tally = portfolio.result();
        TreeMap<String, ConvenienceCheck> checks = new TreeMap<>();
        rows.forEach(row -> checks.put(
                row.customer(),
                tally.check(CustomerId.of(row.customer())).orElseThrow().under(basis)));
        ConveniencePortfolio told = ConveniencePortfolio.of(tally, basis);
        for (Verdict verdict : Verdict.values()) {
            assertThat(told.count(verdict))
                    .isEqualTo(checks.values().stream()
                            .filter(check -> check.verdict() == verdict)
                            .count());
        }
        Money margin = Money.zero(EUR);
        for (ConvenienceCheck check : checks.values()) {
            margin = margin.plus(check.margin().toOptional().orElse(Money.zero(EUR)));
        }
        assertThat(told.margin().toOptional().orElse(Money.zero(EUR))).isEqualTo(margin);
        assertThat(told.complete())
                .isEqualTo(checks.values().stream()
                        .filter(check -> check.missing().isEmpty())
                        .count());
        assertThat(told.customers()).isEqualTo(checks.size());
    }

    @Property
    void aNetValueIsCheckedAsItsGrossValue(@ForAll("rows") List<Row> rows, @ForAll CostBasis basis) {
        for (Row row : rows) {
            if (row.costs().missing().isEmpty()) {
                Money gross = row.clv().value();
                for (var kind : row.clv().netOf()) {
                    gross = gross.plus(row.costs().cost(kind).orElseThrow());
                }
                ConvenienceCheck net =
                        ConvenienceCheck.of(row.clv(), row.costs()).under(basis);
                ConvenienceCheck same =
                        ConvenienceCheck.of(Clv.gross(gross), row.costs()).under(basis);
                assertThat(net.margin()).isEqualTo(same.margin());
                assertThat(net.verdict()).isEqualTo(same.verdict());
                assertThat(net.ratio()).isEqualTo(same.ratio());
            }
        }
    }

    @Property
    void noVerdictChangesForTheWorseOnceAMissingCostIsKnownToBeNothing(@ForAll("rows") List<Row> rows) {
        for (Row row : rows) {
            CompanyCosts costs = row.costs();
            Money zero = Money.zero(EUR);
            CompanyCosts filled = new CompanyCosts(
                    costs.acquisition() == null ? zero : costs.acquisition(),
                    costs.service() == null ? zero : costs.service(),
                    costs.retention() == null ? zero : costs.retention());
            ConvenienceCheck check = ConvenienceCheck.of(row.clv(), costs);
            ConvenienceCheck best = ConvenienceCheck.of(row.clv(), filled);
            assertThat(check.marginAtMost()).isEqualTo(best.margin());
            assertThat(check.verdict() == Verdict.FAIL).isEqualTo(best.verdict() == Verdict.FAIL);
        }
    }

    @Property
    void theWhaleCurveEndsAtTheMarginAndPeaksAtItsHighestPoint(@ForAll("rows") List<Row> rows) {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        rows.forEach(row -> portfolio.add(CustomerId.of(row.customer()), row.clv(), row.costs()));
        WhaleCurve curve = WhaleCurve.of(portfolio.result());
        Money sum = Money.zero(EUR);
        Money highest = sum;
        for (int rank = 1; rank <= curve.customers(); rank++) {
            sum = sum.plus(curve.margin(rank));
            highest = sum.compareTo(highest) > 0 ? sum : highest;
            assertThat(curve.cumulative(rank)).isEqualTo(sum);
            if (rank > 1) {
                int order = curve.margin(rank - 1).compareTo(curve.margin(rank));
                assertThat(order > 0 || (order == 0 && curve.customer(rank - 1).compareTo(curve.customer(rank)) < 0))
                        .isTrue();
            }
        }
        if (curve.customers() > 0) {
            assertThat(curve.finalMargin()).isEqualTo(sum);
            assertThat(curve.peak()).isEqualTo(highest);
            assertThat(ConveniencePortfolio.of(portfolio.result()).margin()).isEqualTo(Outcome.of(sum));
        }
    }

    private static @Nullable Money cost(long minor) {
        return minor == Long.MIN_VALUE ? null : Money.ofMinor(minor, EUR);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return PortfolioAccumulatorTest.portfolioRows().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<long[]> values() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(-10, 30),
                        Arbitraries.of(Long.MIN_VALUE + 1, -1L, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .array(long[].class)
                .ofSize(20)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<long[]> costs() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 10),
                        Arbitraries.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .array(long[].class)
                .ofSize(20)
                .withoutEdgeCases();
    }
}
