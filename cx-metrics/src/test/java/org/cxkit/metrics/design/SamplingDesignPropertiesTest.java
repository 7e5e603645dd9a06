package org.cxkit.metrics.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.GroupedAccumulator;
import org.cxkit.metrics.design.SamplingDesign.SingleUnits;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.WeightedAccumulator;
import org.cxkit.metrics.weight.WeightedTally;
import org.jspecify.annotations.Nullable;

class SamplingDesignPropertiesTest {
    private static final Scoring MEAN = Scoring.mean(RatingScale.ONE_TO_FIVE);
    private static final long PEOPLE = 40;
    private static final SamplingDesign FINITE = SamplingDesign.LARGE_POPULATION.withSingleUnits(SingleUnits.CERTAIN);

    record Row(String stratum, @Nullable String cluster, int rating, double weight) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("north", "south", "west"),
                        Arbitraries.of("A", "B", "C").injectNull(0.4),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.doubles().between(0.01, 9).ofScale(12))
                .as(Row::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(30);
    }

    private static GroupedAccumulator<SamplingUnit, WeightedAccumulator, WeightedTally> units(List<Row> rows) {
        GroupedAccumulator<SamplingUnit, WeightedAccumulator, WeightedTally> units =
                GroupedAccumulator.of(WeightedAccumulator.create(RatingScale.ONE_TO_FIVE));
        rows.forEach(row -> units.at(new SamplingUnit(row.stratum, row.cluster)).add(row.rating, row.weight));
        return units;
    }

    /** Each unit's sum of residuals by stratum; each answer without a cluster is a unit. */
    private static Map<String, Map<Object, Double>> sums(List<Row> rows, double mean) {
        Map<String, Map<Object, Double>> sums = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Object unit = row.cluster == null ? i : row.cluster;
            sums.computeIfAbsent(row.stratum, name -> new LinkedHashMap<>())
                    .merge(unit, row.weight * (row.rating - mean), Double::sum);
        }
        return sums;
    }

    /** Errors are compared by their squares: the root of a rounded 0 has half the digits. */
    private static double square(double error) {
        return error * error;
    }

    @Property(tries = 300)
    void theErrorIsThatOfTheLoopOverTheRows(@ForAll("rows") List<Row> rows) {
        double total = rows.stream().mapToDouble(Row::weight).sum();
        double mean = rows.stream().mapToDouble(row -> row.weight * row.rating).sum() / total;
        Map<String, Map<Object, Double>> sums = sums(rows, mean);
        Map<String, Long> population = new LinkedHashMap<>();
        double variance = 0;
        int units = 0;
        for (Map.Entry<String, Map<Object, Double>> stratum : sums.entrySet()) {
            int drawn = stratum.getValue().size();
            population.put(stratum.getKey(), PEOPLE);
            units += drawn;
            double centre = stratum.getValue().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum()
                    / drawn;
            double squares = stratum.getValue().values().stream()
                    .mapToDouble(sum -> (sum - centre) * (sum - centre))
                    .sum();
            variance += drawn == 1 ? 0 : (1 - (double) drawn / PEOPLE) * drawn / (drawn - 1) * squares;
        }
        DesignMean told = DesignMean.of(
                FINITE.withPopulation(population), MEAN, units(rows).result());
        assertThat(told.value()).isCloseTo(mean, within(1e-12)); // some tens of roundings
        assertThat(square(told.standardError())).isCloseTo(variance / total / total, within(1e-12));
        assertThat(told.units()).isEqualTo(units);
        assertThat(told.strata()).isEqualTo(sums.size());
    }

    @Property(tries = 200)
    void orderPartitionAndUnitOfWeightsDoNotMatter(@ForAll("rows") List<Row> rows) {
        List<Row> reversed = new ArrayList<>();
        rows.forEach(row -> reversed.add(new Row(row.stratum, row.cluster, row.rating, row.weight * 1000 / 7)));
        Collections.reverse(reversed);
        DesignMean told = DesignMean.of(FINITE, MEAN, units(rows).result());
        DesignMean other = DesignMean.of(
                FINITE,
                MEAN,
                units(reversed.subList(0, rows.size() / 2))
                        .merge(units(reversed.subList(rows.size() / 2, rows.size())))
                        .result());
        assertThat(other.value()).isCloseTo(told.value(), within(1e-12));
        assertThat(square(other.standardError())).isCloseTo(square(told.standardError()), within(1e-12));
        assertThat(other.units()).isEqualTo(told.units());
    }

    @Property(tries = 200)
    void withoutStrataAndClustersTheErrorIsTheLinearisedOne(@ForAll("rows") List<Row> rows) {
        List<Row> simple = rows.stream()
                .map(row -> new Row("all", null, row.rating, row.weight))
                .toList();
        DesignMean told = DesignMean.of(
                SamplingDesign.LARGE_POPULATION, MEAN, units(simple).result());
        assertThat(square(told.standardError())).isCloseTo(square(told.mean().linearisedError()), within(1e-12));
        Assume.that(told.mean().variance() > 1e-6);
        assertThat(told.designEffect().toOptional().orElseThrow())
                .isCloseTo(told.mean().designEffect().toOptional().orElseThrow(), within(1e-9));
    }
}
