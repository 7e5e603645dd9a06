package org.cxkit.metrics.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.path.PathAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.junit.jupiter.api.Test;

class MarkovOrdersTest {

    @Test
    void aSmallCaseIsAsToldByHand() {
        PathTally paths = PathTally.accumulator()
                .converted("A > B", 2)
                .lost("B > B", 1)
                .lost("A", 1)
                .converted(List.of(), 7)
                .result();
        OrderFit first = MarkovOrders.of(paths, 1, 2, 1).fits().get(0);
        // scores: A > B and B > B 2/3, A 0; of 2 x 2 pairs two are ties and two are won
        assertThat(first.auc()).isEqualTo(Outcome.of(0.75));
        // 4 journeys of 2, 2, 2 and 1 touches
        assertThat(first.symbols()).isEqualTo(11);
        // start: A 3, B 1; A: B 2, (null) 1; B: B 1, (conversion) 2, (null) 1
        double likelihood = 3 * Math.log(0.75)
                + Math.log(0.25)
                + 2 * Math.log(2 / 3.0)
                + Math.log(1 / 3.0)
                + Math.log(0.25)
                + 2 * Math.log(0.5)
                + Math.log(0.25);
        assertThat(first.logLikelihood()).isCloseTo(likelihood, within(1e-12)); // roundings of logarithms
        assertThat(first.parameters()).isEqualTo(1 + 1 + 2);
        assertThat(first.bic()).isCloseTo(-2 * likelihood + 4 * Math.log(11), within(1e-12));
    }

    /** In memory of the touch before last: order 2 tells conversions apart, order 1 cannot. */
    private static PathAccumulator second(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PathAccumulator paths = PathTally.accumulator();
        String[] names = {"A", "B", "C", "D", "E", "F"};
        for (int i = 0; i < 3000; i++) {
            String before = names[random.nextInt(6)];
            String path = names[random.nextInt(6)] + " > " + before + " > " + names[random.nextInt(6)];
            if (random.nextInt(10) < (before.compareTo("D") < 0 ? 5 : 2)) {
                paths.converted(path, 1);
            } else {
                paths.lost(path, 1);
            }
        }
        return paths;
    }

    @Test
    void theOrderThatTheJourneysHaveIsChosen() {
        PathTally paths = second(5).result();
        MarkovOrders orders = MarkovOrders.of(paths, 4, 5, 11);
        assertThat(orders.byAuc()).isEqualTo(Outcome.of(2));
        assertThat(orders.fits().get(0).outOfSampleAuc().toOptional().orElseThrow())
                .isBetween(0.4, 0.6);
        assertThat(orders.fits().get(1).outOfSampleAuc().toOptional().orElseThrow())
                .isBetween(0.6, 0.72);
        assertThat(orders.toString())
                .startsWith("order  states  parameters     AUC  AUC out of sample      BIC\n1           6  ")
                .endsWith("by AUC out of sample: order 2, by BIC: order " + orders.byBic() + "\n");
        for (int order = 1; order < 4; order++) {
            assertThat(orders.fits().get(order).auc().toOptional().orElseThrow())
                    .isGreaterThanOrEqualTo(
                            orders.fits().get(order - 1).auc().toOptional().orElseThrow());
        }
    }

    @Test
    void partsAndOrderOfRowsDoNotMatter() {
        MarkovOrders all = MarkovOrders.of(second(1).merge(second(2)).result(), 3, 4, 9);
        MarkovOrders other = MarkovOrders.of(second(2).merge(second(1)).result(), 3, 4, 9);
        assertThat(other).isEqualTo(all);
        assertThat(MarkovOrders.of(second(1).merge(second(2)).result(), 3, 4, 10))
                .isNotEqualTo(all);
    }

    @Test
    void nothingIsToldOfOneOutcomeAlone() {
        MarkovOrders lost = MarkovOrders.of(PathTally.accumulator().lost("A", 4).result(), 2, 2, 1);
        assertThat(lost.fits().get(0).auc()).isEqualTo(Outcome.noData("all journeys ended in the same way"));
        assertThat(lost.byAuc())
                .isEqualTo(Outcome.noData("no fold has journeys that converted and others that were lost"));
        assertThat(lost.byBic()).isEqualTo(1);
        assertThat(lost.toString()).contains("by AUC out of sample: no order, by BIC: order 1");
    }

    @Test
    void numbersOffTheirRangeAreRefused() {
        PathTally paths = second(1).result();
        assertThatThrownBy(() -> MarkovOrders.of(paths, 5, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the greatest order must be from 1 to 4, got 5");
        assertThatThrownBy(() -> MarkovOrders.of(paths, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 to 100 folds wanted, got 1");
        assertThatThrownBy(() -> MarkovOrders.of(
                        PathTally.accumulator().lost(List.of(), 1).result(), 1, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "at least one journey with a touch wanted, got 1 path over 0 channels: 0 conversions, 1 lost");
    }

    /** The area is told from ranks; the definition compares every conversion with every loss. 200 channels, 200 scores. */
    @Test
    void theAreaIsThatOfAllPairs() {
        SplittableRandom random = new SplittableRandom(3);
        PathAccumulator paths = PathTally.accumulator();
        long[] converted = new long[200];
        long[] lost = new long[200];
        for (int i = 0; i < 200; i++) {
            converted[i] = random.nextInt(50);
            lost[i] = 1L + random.nextInt(50);
            paths.converted("channel " + i, converted[i]).lost("channel " + i, lost[i]);
        }
        long won = 0;
        long all = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 200; j++) {
                long above =
                        Long.compare(converted[i] * (converted[j] + lost[j]), converted[j] * (converted[i] + lost[i]));
                won += converted[i] * lost[j] * (1 + above);
                all += 2 * converted[i] * lost[j];
            }
        }
        OrderFit fit = MarkovOrders.of(paths.result(), 1, 2, 1).fits().get(0);
        assertThat(fit.auc().toOptional().orElseThrow()).isCloseTo((double) won / all, within(1e-15)); // rounded once
    }
}
