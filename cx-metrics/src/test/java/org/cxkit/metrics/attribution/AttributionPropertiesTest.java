package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.cxkit.metrics.path.PathAccumulatorTest;
import org.cxkit.metrics.path.PathAccumulatorTest.Row;
import org.cxkit.metrics.path.PathTally;

class AttributionPropertiesTest {

    /** The relative error that SPEC-attribution §7 allows rule-based models. */
    private static final double TOLERANCE = 1e-12;

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** First and last share in tenths. */
    record Shares(int first, int last) {}

    @Property
    void positionModelsEqualTheObviousLoop(@ForAll("rowLists") List<Row> rows, @ForAll("shares") Shares shares) {
        BigDecimal first = BigDecimal.valueOf(shares.first, 1);
        BigDecimal last = BigDecimal.valueOf(shares.last, 1);
        AttributionModel model = AttributionModel.position(first.doubleValue(), last.doubleValue());
        assertEqual(rows, model, path -> weights(path.size(), first, last));
        AttributionModel excluding = model.excluding("Direct");
        assertEqual(
                rows.stream().map(AttributionPropertiesTest::withoutDirect).toList(),
                rows,
                excluding,
                path -> weights(path.size(), first, last));
    }

    @Property
    void linearModelsEqualTheObviousLoop(@ForAll("rowLists") List<Row> rows) {
        assertEqual(
                rows,
                AttributionModel.LINEAR,
                path -> path.stream()
                        .map(touch -> BigDecimal.ONE.divide(BigDecimal.valueOf(path.size()), EXACT))
                        .toList());
        assertEqual(rows, AttributionModel.LINEAR_DISTINCT, path -> {
            int distinct = new TreeSet<>(path).size();
            List<BigDecimal> weights = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                boolean repeated = path.subList(0, i).contains(path.get(i));
                weights.add(repeated ? BigDecimal.ZERO : BigDecimal.ONE.divide(BigDecimal.valueOf(distinct), EXACT));
            }
            return weights;
        });
        assertEqual(
                rows,
                AttributionModel.PARTICIPATION,
                path -> IntStream.range(0, path.size())
                        .mapToObj(i -> path.subList(0, i).contains(path.get(i)) ? BigDecimal.ZERO : BigDecimal.ONE)
                        .toList());
    }

    /** Half a conversion is half the credit: nothing is cut off, as ChannelAttribution 2.2.4 does (SPEC §3.4). */
    @Property
    void fractionsOfConversionsKeepTheirFractions(@ForAll("rowLists") List<Row> rows) {
        JourneysBuilder tenths = Journeys.builder();
        for (Row row : rows) {
            Money value = Money.ofMinor(row.valueMinor(), Currency.getInstance("EUR"));
            tenths.add(row.touches(), row.conversions() / 10.0, value, row.lost() / 10.0);
        }
        AttributionModel[] models = {
            AttributionModel.FIRST,
            AttributionModel.LINEAR,
            AttributionModel.LINEAR_DISTINCT,
            AttributionModel.PARTICIPATION,
            AttributionModel.J_SHAPED.excluding("Direct")
        };
        Attribution tenth = Attribution.of(tenths.build(), models);
        Attribution whole = Attribution.of(PathAccumulatorTest.tally(rows), models);
        assertThat(tenth.conversions()).isCloseTo(whole.conversions() / 10, within(TOLERANCE * whole.conversions()));
        for (int model = 0; model < models.length; model++) {
            for (ChannelCredit credit : whole.models().get(model).channels()) {
                ChannelCredit other =
                        tenth.models().get(model).channel(credit.channel()).orElseThrow();
                assertThat(other.conversions())
                        .isCloseTo(credit.conversions() / 10, within(TOLERANCE * credit.conversions()));
                assertThat(other.value()).isCloseTo(credit.value(), within(TOLERANCE * credit.value()));
            }
        }
    }

    @Property
    void everyModelConservesTheTotals(@ForAll("rowLists") List<Row> rows) {
        PathTally tally = PathAccumulatorTest.tally(rows);
        AttributionModel[] models = {
            AttributionModel.FIRST,
            AttributionModel.LAST,
            AttributionModel.LINEAR,
            AttributionModel.LINEAR_DISTINCT,
            AttributionModel.U_SHAPED,
            AttributionModel.J_SHAPED,
            AttributionModel.INVERSE_J,
            AttributionModel.SHAPLEY,
            AttributionModel.markov(1),
            AttributionModel.markov(3),
            AttributionModel.LINEAR.excluding("Direct", "Email")
        };
        double conversions = tally.conversions();
        double value = tally.value().map(Money::amount).orElse(BigDecimal.ZERO).doubleValue();
        for (ModelCredit credit : Attribution.of(tally, models).models()) {
            assertThat(credit.channels().stream()
                            .mapToDouble(ChannelCredit::conversions)
                            .sum())
                    .isCloseTo(conversions, within(TOLERANCE * conversions));
            assertThat(credit.channels().stream()
                            .mapToDouble(ChannelCredit::value)
                            .sum())
                    .isCloseTo(value, within(TOLERANCE * value));
        }
    }

    private static void assertEqual(
            List<Row> rows, AttributionModel model, Function<List<String>, List<BigDecimal>> weights) {
        assertEqual(rows, rows, model, weights);
    }

    private static void assertEqual(
            List<Row> transformed,
            List<Row> rows,
            AttributionModel model,
            Function<List<String>, List<BigDecimal>> weights) {
        Map<String, BigDecimal> conversions = new HashMap<>();
        Map<String, BigDecimal> minor = new HashMap<>();
        for (Row row : transformed) {
            List<String> path = row.touches();
            List<BigDecimal> shares = weights.apply(path);
            for (int i = 0; i < path.size(); i++) {
                conversions.merge(
                        path.get(i), shares.get(i).multiply(BigDecimal.valueOf(row.conversions())), BigDecimal::add);
                minor.merge(path.get(i), shares.get(i).multiply(BigDecimal.valueOf(row.valueMinor())), BigDecimal::add);
            }
        }
        for (ChannelCredit credit : Attribution.of(PathAccumulatorTest.tally(rows), model)
                .models()
                .get(0)
                .channels()) {
            if (!credit.channel().equals(ChannelName.UNATTRIBUTED)) {
                BigDecimal value =
                        minor.getOrDefault(credit.channel(), BigDecimal.ZERO).movePointLeft(2);
                near(credit.conversions(), conversions.getOrDefault(credit.channel(), BigDecimal.ZERO));
                near(credit.value(), value);
            }
        }
    }

    private static void near(double actual, BigDecimal wanted) {
        assertThat(actual).isCloseTo(wanted.doubleValue(), within(TOLERANCE * wanted.doubleValue()));
    }

    private static List<BigDecimal> weights(int length, BigDecimal first, BigDecimal last) {
        if (length == 1) {
            return List.of(BigDecimal.ONE);
        }
        BigDecimal ends = first.add(last);
        if (length == 2) {
            BigDecimal half = new BigDecimal("0.5");
            return ends.signum() == 0
                    ? List.of(half, half)
                    : List.of(first.divide(ends, EXACT), last.divide(ends, EXACT));
        }
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            weights.add(
                    i == 0
                            ? first
                            : i == length - 1
                                    ? last
                                    : BigDecimal.ONE.subtract(ends).divide(BigDecimal.valueOf(length - 2), EXACT));
        }
        return weights;
    }

    private static Row withoutDirect(Row row) {
        List<String> rest =
                row.touches().stream().filter(touch -> !touch.equals("Direct")).toList();
        return rest.isEmpty() ? row : new Row(rest, row.conversions(), row.valueMinor(), row.lost());
    }

    @Provide
    Arbitrary<List<Row>> rowLists() {
        return PathAccumulatorTest.pathRows().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<Shares> shares() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 10))
                .as(Shares::new)
                .filter(shares -> shares.first + shares.last <= 10);
    }
}
