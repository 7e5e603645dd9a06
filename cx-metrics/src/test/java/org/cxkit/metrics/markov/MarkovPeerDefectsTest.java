package org.cxkit.metrics.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.junit.jupiter.api.Test;

/** What other packages get wrong about Markov attribution, each a test by its number in SPEC-attribution §3. */
class MarkovPeerDefectsTest {

    /** Some roundings of doubles. */
    private static final double TOLERANCE = 1e-12;

    /** 1: a simulation of 10,000 paths gives a rare channel 0 or twice its credit. */
    @Test
    void defect1ARareChannelHasItsExactCredit() {
        PathTally paths = PathTally.accumulator()
                .converted("Common", 1_000_000)
                .lost("Common", 99_000_000)
                .converted("Rare", 1)
                .result();
        List<RemovalEffect> effects = MarkovChain.of(paths, 1).removalEffects();
        near(effects.get(1).conversions(), 1 / 1_000_001.0);
    }

    /** 2: a second run over the same data replays or changes the random numbers of the first. */
    @Test
    void defect2NothingIsDrawnAtRandom() {
        PathTally paths = loops().result();
        List<MarkovCredit> first = MarkovChain.of(paths, 2).credit();
        assertThat(MarkovChain.of(paths, 2).credit()).isEqualTo(first);
    }

    /** 3: simulated journeys that end at the longest observed path are wrong on small data. */
    @Test
    void defect3JourneysOfTheChainMayBeLongerThanAllObserved() {
        List<ExactChain.Row> rows = List.of(
                new ExactChain.Row(List.of("A", "B", "A", "B"), 1, 0, 0),
                new ExactChain.Row(List.of("B", "A", "C"), 1, 0, 1));
        ExactChain exact = new ExactChain(rows, 1, true);
        for (RemovalEffect effect :
                MarkovChain.of(MarkovPropertiesTest.journeys(rows), 1).removalEffects()) {
            near(
                    effect.conversions(),
                    exact.removalEffect(ExactChain.containing(effect.removed())).toDouble());
        }
    }

    /** 4: conversions of 0.5 are cast to 0, of 1.9 to 1, while their value is kept. */
    @Test
    void defect4AFractionOfAConversionCounts() {
        Journeys journeys = Journeys.builder()
                .touch("A")
                .ended(0.5, Money.of("10", "EUR"), 0)
                .touch("B")
                .ended(1.5, Money.of("30", "EUR"), 2)
                .build();
        MarkovChain chain = MarkovChain.of(journeys, 1);
        near(chain.conversionProbability(), 0.5);
        assertThat(chain.credit()).extracting(MarkovCredit::conversions).containsExactly(0.5, 1.5);
        assertThat(chain.credit())
                .extracting(credit -> credit.value().toOptional().orElseThrow())
                .containsExactly(10.0, 30.0);
    }

    /** 5: value taken for frequency makes null paths weigh nothing and P(conversion) 1. */
    @Test
    void defect5NullPathsWeighWithTheirFrequency() {
        PathTally paths = PathTally.accumulator()
                .converted("A > B", 1, Money.of("1000", "EUR"))
                .lost("A", 3)
                .result();
        MarkovChain chain = MarkovChain.of(paths, 1);
        near(chain.conversionProbability(), 0.25);
        assertThat(chain.transitions()).contains(new Transition("A", Transition.NULL, 3, 0.75));
    }

    /** 7: sums over observed paths are not the absorbing chain, and change with self loops. */
    @Test
    void defect7RepeatedTouchesChangeNoEffect() {
        List<ExactChain.Row> plain = new ArrayList<>();
        List<ExactChain.Row> repeated = new ArrayList<>();
        for (List<String> touches : List.of(List.of("A", "B"), List.of("B", "A", "B"), List.of("C", "A"))) {
            plain.add(new ExactChain.Row(touches, 1, 0, 2));
            List<String> twice = new ArrayList<>();
            touches.forEach(touch -> twice.addAll(List.of(touch, touch)));
            repeated.add(new ExactChain.Row(twice, 1, 0, 2));
        }
        List<RemovalEffect> once =
                MarkovChain.of(MarkovPropertiesTest.journeys(plain), 1).removalEffects();
        List<RemovalEffect> often =
                MarkovChain.of(MarkovPropertiesTest.journeys(repeated), 1).removalEffects();
        for (int i = 0; i < once.size(); i++) {
            near(often.get(i).conversions(), once.get(i).conversions());
        }
        Map<String, Double> loops = new java.util.TreeMap<>();
        MarkovChain.of(MarkovPropertiesTest.journeys(repeated), 1).transitions().stream()
                .filter(step -> step.from().equals(step.to()))
                .forEach(step -> loops.put(step.from(), step.count()));
        assertThat(loops).containsOnly(Map.entry("A", 9.0), Map.entry("B", 9.0), Map.entry("C", 3.0));
    }

    /** 7: the credit of another package added up to 5373.7 of 19,785 conversions. */
    @Test
    void defect7CreditAddsUpToAllConversions() {
        PathTally paths = PathTally.accumulator()
                .converted("A", 12_000)
                .converted("A > B > A", 5_000)
                .converted("C > B > B > A > D", 2_785)
                .lost("A > A", 40_000)
                .lost("D > C", 9_000)
                .lost("B", 30_001)
                .result();
        for (int order = 1; order <= 4; order++) {
            List<MarkovCredit> credit = MarkovChain.of(paths, order).credit();
            assertThat(credit).extracting(MarkovCredit::channel).containsExactly("A", "B", "C", "D");
            near(credit.stream().mapToDouble(MarkovCredit::conversions).sum(), 19_785);
        }
    }

    /** 9: a penalty that counts multisets of channels, where states are sequences. */
    @Test
    void defect9ParametersAreTheObservedSuccessors() {
        MarkovOrders orders = MarkovOrders.of(loops().result(), 2, 2, 1);
        // order 1: start to A, B; A to B, (null); B to A, (conversion): one free each
        assertThat(orders.fits().get(0).parameters()).isEqualTo(3);
        // order 2: start to A B, A, B A; A B to B A, (conversion); A to (null); B A to A B, (null)
        assertThat(orders.fits().get(1).parameters()).isEqualTo(2 + 1 + 0 + 1);
    }

    /**
     * 9: an AUC of 100 thresholds. All rates here are below the first of them, so that it would be 0.5; that of all pairs
     * is told by hand: of n channels with 1 to n conversions and as many losses each, {@code (4 n - 1) / 6 n}.
     */
    @Test
    void defect9TheAreaIsThatOfAllPairsNotOfThresholds() {
        int n = 200;
        PathAccumulator paths = PathTally.accumulator();
        long won = 0;
        long all = 0;
        for (int i = 1; i <= n; i++) {
            paths.converted("channel " + i, i).lost("channel " + i, 100_000);
            for (int j = 1; j <= n; j++) {
                won += i > j ? 2L * i : i == j ? i : 0; // 2 where a conversion is above a loss, 1 where both tie
                all += 2L * i;
            }
        }
        OrderFit fit = MarkovOrders.of(paths.result(), 1, 2, 1).fits().get(0);
        assertThat(fit.auc().toOptional().orElseThrow())
                .isCloseTo((double) won / all, within(1e-15)) // rounded once
                .isCloseTo((4 * n - 1) / (6.0 * n), within(1e-15));
    }

    private static PathAccumulator loops() {
        return PathTally.accumulator()
                .converted("A > B > A > B", 3)
                .lost("A", 2)
                .lost("B > A", 1);
    }

    private static void near(double actual, double wanted) {
        assertThat(actual).isCloseTo(wanted, within(TOLERANCE * wanted));
    }
}
