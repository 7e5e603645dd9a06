package org.cxkit.metrics.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cxkit.metrics.markov.ExactChain.containing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.markov.ExactChain.Fraction;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.junit.jupiter.api.Test;

class MarkovPropertiesTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    /** The specification allows 1e-9; elimination without subtraction keeps all digits but some. */
    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<List<ExactChain.Row>> rows() {
        return rowsWith(Arbitraries.integers().between(0, 3).map(n -> (double) n));
    }

    @Provide
    Arbitrary<List<ExactChain.Row>> fractions() {
        return rowsWith(Arbitraries.integers().between(0, 12).map(n -> n / 4.0));
    }

    private static Arbitrary<List<ExactChain.Row>> rowsWith(Arbitrary<Double> counts) {
        Arbitrary<List<String>> touches =
                Arbitraries.of("A", "B", "C", "D").list().ofMaxSize(7);
        return Combinators.combine(touches, counts, Arbitraries.longs().between(0, 5000), counts)
                .as((path, conversions, value, lost) ->
                        new ExactChain.Row(path, conversions, conversions == 0 ? 0 : value, lost))
                .withoutEdgeCases()
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    static Journeys journeys(List<ExactChain.Row> rows) {
        JourneysBuilder journeys = Journeys.builder();
        for (ExactChain.Row row : rows) {
            row.touches().forEach(journeys::touch);
            journeys.ended(row.conversions(), Money.ofMinor(row.valueMinor(), EURO), row.lost());
        }
        return journeys.build();
    }

    @Property(tries = 300)
    void everyFigureIsThatOfTheLinearSystemsInFractions(
            @ForAll("rows") List<ExactChain.Row> rows, @ForAll @IntRange(min = 1, max = 4) int order) {
        compare(rows, order);
    }

    @Property(tries = 300)
    void aTallyDeterminesThoseOfLowerOrders(
            @ForAll("rows") List<ExactChain.Row> rows, @ForAll @IntRange(min = 1, max = 4) int order) {
        Journeys journeys = journeys(rows);
        for (int lower = 1; lower <= order; lower++) {
            assertThat(TransitionTally.of(journeys, order).lowered(lower))
                    .isEqualTo(TransitionTally.of(journeys, lower));
        }
    }

    @Property(tries = 100)
    void fractionsOfConversionsCountAsTheyAre(
            @ForAll("fractions") List<ExactChain.Row> rows, @ForAll @IntRange(min = 1, max = 4) int order) {
        compare(rows, order);
    }

    private static void compare(List<ExactChain.Row> rows, int order) {
        MarkovChain chain = MarkovChain.of(journeys(rows), order);
        Assume.that(chain.conversions() > 0);
        ExactChain exact = new ExactChain(rows, order, true);
        ExactChain withLoops = new ExactChain(rows, order, false);
        near(chain.conversionProbability(), exact.probability(state -> false).toDouble());
        boolean valued = chain.value().isPresent();
        if (valued) {
            near(value(chain.expectedValue()), exact.value(state -> false).toDouble() / 100);
        }
        for (RemovalEffect effect : chain.removalEffects()) {
            near(effect, exact, valued);
            near(effect, withLoops, valued);
        }
        Set<List<String>> sequences = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        rows.forEach(row -> {
            for (int length = 1; length <= order; length++) {
                for (int end = length; end <= row.touches().size(); end++) {
                    sequences.add(row.touches().subList(end - length, end));
                }
            }
        });
        sequences.forEach(sequence -> near(chain.removalEffect(sequence), exact, valued));
        creditIsProportional(chain, valued);
    }

    private static void near(RemovalEffect effect, ExactChain exact, boolean valued) {
        near(
                effect.conversions(),
                exact.removalEffect(containing(effect.removed())).toDouble());
        if (valued) {
            near(
                    value(effect.value()),
                    exact.valueEffect(containing(effect.removed())).toDouble());
        } else {
            assertThat(effect.value()).isEqualTo(Outcome.noData("no conversion has a value"));
        }
    }

    @Property(tries = 300)
    void journeysBeginAgainOrGoElsewhere(
            @ForAll("rows") List<ExactChain.Row> rows,
            @ForAll @IntRange(min = 1, max = 4) int order,
            @ForAll boolean collapsed) {
        MarkovChain chain = MarkovChain.of(journeys(rows), order);
        Assume.that(chain.conversions() > 0);
        ExactChain exact = new ExactChain(rows, order, collapsed);
        Fraction all = exact.probability(state -> false);
        Fraction value = exact.value(state -> false);
        List<String> longest = rows.stream()
                .map(ExactChain.Row::touches)
                .filter(touches -> touches.size() >= order)
                .findFirst()
                .map(touches -> touches.subList(0, order))
                .orElse(List.of("A"));
        for (ChannelRemoval removal : List.of(ChannelRemoval.TO_START, ChannelRemoval.TO_OTHERS)) {
            List<RemovalEffect> effects = new ArrayList<>(chain.removalEffects(removal));
            effects.add(chain.removalEffect(longest, removal));
            for (RemovalEffect effect : effects) {
                Predicate<List<String>> removed = containing(effect.removed());
                boolean again = removal == ChannelRemoval.TO_START;
                ExactChain rest = exact.without(removed);
                nearOne(
                        effect.conversions(),
                        (again ? exact.probabilityOfOthers(removed) : rest.probability(state -> false)).over(all));
                if (chain.value().isPresent()) {
                    nearOne(
                            value(effect.value()),
                            (again ? exact.valueOfOthers(removed) : rest.value(state -> false)).over(value));
                }
                assertThat(chain.removalEffect(effect.removed(), removal)).isEqualTo(effect);
            }
        }
        assertThat(chain.removalEffects(ChannelRemoval.TO_NULL)).isEqualTo(chain.removalEffects());
    }

    /** An effect is one less what is left, so what is left is compared. */
    private static void nearOne(double effect, Fraction left) {
        double wanted = left.toDouble();
        assertThat(1 - effect).isCloseTo(wanted, within(TOLERANCE * Math.max(1, wanted)));
    }

    private static void creditIsProportional(MarkovChain chain, boolean valued) {
        List<RemovalEffect> effects = chain.removalEffects();
        double sum = effects.stream().mapToDouble(RemovalEffect::conversions).sum();
        List<MarkovCredit> credit = chain.credit();
        for (int i = 0; i < credit.size(); i++) {
            near(credit.get(i).conversions(), effects.get(i).conversions() / sum * chain.conversions());
        }
        near(credit.stream().mapToDouble(MarkovCredit::conversions).sum(), chain.conversions());
        if (valued) {
            double total = chain.value().orElseThrow().amount().doubleValue();
            double values = effects.stream()
                    .mapToDouble(effect -> value(effect.value()))
                    .sum();
            for (int i = 0; i < credit.size(); i++) {
                near(value(credit.get(i).value()), value(effects.get(i).value()) / values * total);
            }
            near(credit.stream().mapToDouble(one -> value(one.value())).sum(), total);
        }
    }

    private static double value(Outcome<Double> outcome) {
        return outcome.toOptional().orElseThrow();
    }

    private static void near(double actual, double wanted) {
        assertThat(actual).isCloseTo(wanted, within(TOLERANCE * Math.abs(wanted)));
    }

    @Property(tries = 200)
    void theChainKeepsTheObservedRateForEveryOrder(
            @ForAll("rows") List<ExactChain.Row> rows, @ForAll @IntRange(min = 1, max = 4) int order) {
        double conversions = 0;
        double lost = 0;
        long value = 0;
        for (ExactChain.Row row : rows) {
            if (!row.touches().isEmpty()) {
                conversions += row.conversions();
                lost += row.lost();
                value += row.valueMinor();
            }
        }
        Assume.that(conversions + lost > 0);
        ExactChain exact = new ExactChain(rows, order, true);
        near(exact.probability(state -> false).toDouble(), conversions / (conversions + lost));
        near(MarkovChain.of(journeys(rows), order).conversionProbability(), conversions / (conversions + lost));
        if (value > 0) {
            near(value(MarkovChain.of(journeys(rows), order).expectedValue()), value / 100.0 / (conversions + lost));
        }
    }

    @Property(tries = 200)
    void rowsMayComeInAnyOrder(
            @ForAll("rows") List<ExactChain.Row> rows, @ForAll @IntRange(min = 1, max = 4) int order) {
        List<ExactChain.Row> reversed = new java.util.ArrayList<>(rows);
        Collections.reverse(reversed);
        TransitionTally tally = TransitionTally.of(journeys(rows), order);
        assertThat(TransitionTally.of(journeys(reversed), order)).isEqualTo(tally);
        assertThat(TransitionTally.of(journeys(rows).paths(), order)).isEqualTo(tally);
    }

    @Property(tries = 200)
    void sweepsAndEliminationAgree(
            @ForAll("rows") List<ExactChain.Row> rows, @ForAll @IntRange(min = 1, max = 4) int order) throws Exception {
        FlowGraph graph = FlowGraph.of(TransitionTally.of(journeys(rows), order).counts());
        Assume.that(graph.totalConversions > 0);
        int[][] removed = graph.statesByChannel();
        RemovalShares dense = RemovalElimination.of(graph, removed);
        RemovalShares sparse = RemovalIteration.of(graph, removed, RemovalIteration.MAX_SWEEPS);
        RemovalShares inverse = order == 1 ? RemovalInverse.of(graph) : dense;
        for (int i = 0; i < removed.length; i++) {
            // some roundings of each
            assertThat(inverse.conversions[i]).isCloseTo(dense.conversions[i], within(1e-13 * dense.conversions[i]));
            assertThat(inverse.values[i]).isCloseTo(dense.values[i], within(1e-13 * dense.values[i]));
            // the sweeps stop at 1e-13 of each figure, by an estimate
            assertThat(sparse.conversions[i]).isCloseTo(dense.conversions[i], within(1e-11 * dense.conversions[i]));
            assertThat(sparse.values[i]).isCloseTo(dense.values[i], within(1e-11 * dense.values[i]));
        }
    }

    /** States are done four at once, and the rest one by one; elimination by halves shares no line with that. */
    @Test
    void theInverseAgreesWithEliminationForAnyNumberOfStates() {
        for (int channels : new int[] {1, 2, 3, 4, 5, 7, 8, 9, 31, 64, 150}) {
            FlowGraph graph =
                    FlowGraph.of(TransitionTally.of(seeded(channels), 1).counts());
            RemovalShares dense = RemovalElimination.of(graph, graph.statesByChannel());
            RemovalShares inverse = RemovalInverse.of(graph);
            assertThat(inverse.conversions).hasSize(channels);
            for (int i = 0; i < channels; i++) {
                // some roundings of each, of effects from 1e-7 to 1
                assertThat(inverse.conversions[i])
                        .isCloseTo(dense.conversions[i], within(1e-14 * dense.conversions[i]));
                assertThat(inverse.values[i]).isCloseTo(dense.values[i], within(1e-14 * dense.values[i]));
            }
        }
    }

    /** Long paths over channels of which the first are far more common, so that some are hardly ever touched. */
    private static Journeys seeded(int channels) {
        SplittableRandom random = new SplittableRandom(channels);
        JourneysBuilder journeys = Journeys.builder();
        for (int row = 0; row < 20_000; row++) {
            int touches = 1 + random.nextInt(12);
            for (int i = 0; i < touches; i++) {
                double rank = row < channels && i == 0 ? row : channels * Math.pow(random.nextDouble(), 4);
                journeys.touch("channel " + (1000 + (int) rank));
            }
            int conversions = random.nextInt(10) == 0 ? 1 : 0;
            journeys.ended(
                    conversions, Money.ofMinor((long) conversions * random.nextInt(1, 5_000), EURO), 1 - conversions);
        }
        return journeys.build();
    }
}
