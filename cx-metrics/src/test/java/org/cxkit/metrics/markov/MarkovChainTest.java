package org.cxkit.metrics.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.cxkit.metrics.path.PathTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkovChainTest {

    private static MarkovChain three(int order) {
        return MarkovChain.of(
                PathTally.accumulator()
                        .converted("Search > Email > Direct", 1, Money.of("30", "EUR"))
                        .lost("Search", 1)
                        .lost("Email > Direct", 1)
                        .converted(List.of(), 5)
                        .result(),
                order);
    }

    @Test
    void aChainSaysWhatItIsOf() {
        MarkovChain chain = three(2);
        assertThat(chain).hasToString("order 2: 3 states of 3 channels, P(conversion) 0.3333 of 3 journeys");
        assertThat(chain.order()).isEqualTo(2);
        assertThat(chain.channels()).containsExactly("Direct", "Email", "Search");
        assertThat(chain.states()).containsExactly("Email > Direct", "Search", "Search > Email");
        assertThat(chain.conversions()).isEqualTo(1);
        assertThat(chain.lost()).isEqualTo(2);
        assertThat(chain.value()).contains(Money.of("30.00", "EUR"));
        assertThat(chain.expectedValue()).isEqualTo(Outcome.of(10.0));
        assertThat(chain.transitions())
                .containsExactly(
                        new Transition("(start)", "Email > Direct", 1, 1 / 3.0),
                        new Transition("(start)", "Search", 1, 1 / 3.0),
                        new Transition("(start)", "Search > Email", 1, 1 / 3.0),
                        new Transition("Email > Direct", "(conversion)", 1, 0.5),
                        new Transition("Email > Direct", "(null)", 1, 0.5),
                        new Transition("Search", "(null)", 1, 1),
                        new Transition("Search > Email", "Email > Direct", 1, 1));
    }

    @Test
    void aSequenceCanBeRemoved() {
        MarkovChain chain = three(2);
        // without Search > Email, half of what comes to Email > Direct still does: told by hand
        assertThat(chain.removalEffect(List.of("Search", "Email")))
                .isEqualTo(new RemovalEffect(List.of("Search", "Email"), 0.5, Outcome.of(0.5)))
                .hasToString("Search > Email: 50.0 % of the conversions, 50.0 % of the value");
        assertThat(chain.removalEffect(List.of("Direct")))
                .isEqualTo(chain.removalEffects().get(0));
        assertThat(chain.removalEffect(List.of("Direct", "Nowhere")).conversions())
                .isZero();
        assertThatThrownBy(() -> chain.removalEffect(List.of("A", "B", "C")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sequence of 1 to 2 channels wanted, as the order is 2, got [A, B, C]");
    }

    @Test
    void nothingIsToldWhereNothingConverts() {
        MarkovChain lost =
                MarkovChain.of(PathTally.accumulator().lost("A > B", 2).result(), 1);
        assertThat(lost.conversionProbability()).isZero();
        assertThat(lost.expectedValue()).isEqualTo(Outcome.noData("no conversion has a value"));
        String message = "removal effects are undefined: none of 2 journeys converted";
        assertThatThrownBy(lost::removalEffects)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(lost::credit)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> lost.removalEffect(List.of("A")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        MarkovChain nothing =
                MarkovChain.of(PathTally.accumulator().converted(List.of(), 1).result(), 1);
        assertThatThrownBy(nothing::conversionProbability)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("P(conversion) is undefined for 0 journeys");
        assertThat(nothing).hasToString("order 1: 0 states of 0 channels, 0 journeys");
    }

    @Test
    void aChannelThatNeverConvertsHasNoEffect() {
        MarkovChain chain = MarkovChain.of(
                PathTally.accumulator().converted("A", 1).lost("Dead > Dead", 9).result(), 1);
        assertThat(chain.removalEffects())
                .containsExactly(
                        new RemovalEffect(List.of("A"), 1, Outcome.noData("no conversion has a value")),
                        new RemovalEffect(List.of("Dead"), 0, Outcome.noData("no conversion has a value")));
    }

    /** A channel that one conversion in some trillions comes by, behind circles that are hardly ever left. */
    @Test
    void circlesThatHardlyEndKeepTheirDigits() {
        long turns = 1_000_000_000_000L;
        Journeys journeys = Journeys.of(
                Symbols.of("A", "B", "C"),
                new int[] {4, 5, 7},
                new int[] {0, 1, 0, 1, 2, 0, 2},
                new long[] {0, 1, 1},
                new long[] {turns, turns, 0});
        ExactChain exact = new ExactChain(
                List.of(
                        new ExactChain.Row(List.of("A", "B", "A", "B"), 0, 0, (double) turns),
                        new ExactChain.Row(List.of("C"), 1, 0, (double) turns),
                        new ExactChain.Row(List.of("A", "C"), 1, 0, 0)),
                1,
                true);
        for (RemovalEffect effect : MarkovChain.of(journeys, 1).removalEffects()) {
            double wanted =
                    exact.removalEffect(ExactChain.containing(effect.removed())).toDouble();
            // some roundings, however small the effect
            assertThat(effect.conversions()).isCloseTo(wanted, within(1e-14 * wanted));
        }
    }

    /**
     * Of four journeys two convert. Email converts 2 of its 3 touches, Search 1 of 2, by Email. Without Search half of all
     * start at Email and convert as often: 1/3 of all, or 2/3 of those that are left.
     */
    @Test
    void removalsHaveThreeModes() {
        MarkovChain chain = MarkovChain.of(
                Journeys.builder()
                        .touch("Search")
                        .touch("Email")
                        .ended(1, 0)
                        .touch("Search")
                        .ended(0, 1)
                        .touch("Email")
                        .ended(1, 0)
                        .touch("Email")
                        .ended(0, 1)
                        .build(),
                1);
        assertThat(chain.removalEffects(ChannelRemoval.TO_NULL))
                .extracting(RemovalEffect::toString)
                .containsExactly("Email: 100.0 % of the conversions", "Search: 33.3 % of the conversions");
        assertThat(chain.removalEffects(ChannelRemoval.TO_START))
                .extracting(RemovalEffect::toString)
                .containsExactly("Email: 100.0 % of the conversions", "Search: -33.3 % of the conversions");
        assertThat(chain.removalEffects(ChannelRemoval.TO_OTHERS))
                .extracting(RemovalEffect::toString)
                .containsExactly("Email: 100.0 % of the conversions", "Search: -33.3 % of the conversions");
    }

    /** A and B lead to each other and to C only: without C a journey circles for ever, and is lost. */
    @Test
    void aJourneyThatCanOnlyCircleIsLost() {
        JourneysBuilder journeys = Journeys.builder();
        for (String touch : List.of("A", "B", "A", "B", "A", "C")) {
            journeys.touch(touch);
        }
        MarkovChain chain = MarkovChain.of(
                journeys.ended(1, 0)
                        .touch("D")
                        .ended(1, 0)
                        .touch("D")
                        .ended(0, 1)
                        .build(),
                1);
        assertThat(chain.removalEffect(List.of("C"), ChannelRemoval.TO_OTHERS).conversions())
                .isEqualTo(0.5);
        // D alone is left, as it was: one of two
        assertThat(chain.removalEffect(List.of("C"), ChannelRemoval.TO_START).conversions())
                .isCloseTo(0.25, within(1e-15)); // 2/3 is rounded
    }

    @Test
    void manyStatesAreRefusedByTheOtherModes() {
        JourneysBuilder journeys = Journeys.builder();
        for (int i = 0; i < 601; i++) {
            journeys.touch("channel " + i).ended(1, 0);
        }
        MarkovChain chain = MarkovChain.of(journeys.build(), 1);
        assertThatThrownBy(() -> chain.removalEffects(ChannelRemoval.TO_START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("removal TO_START is told of up to 600 states, got 601: choose a smaller order, or fewer"
                        + " channels");
    }

    @Test
    void aCircleWithoutAnEndIsRefused() {
        TransitionTally circle = circle();
        assertThatThrownBy(() -> MarkovChain.of(circle).removalEffects())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no end can be reached from the state B");
        FlowGraph graph = FlowGraph.of(circle.counts());
        assertThatThrownBy(() -> RemovalIteration.of(graph, graph.statesByChannel(), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no end can be reached from the state A");
    }

    /** No journeys give it, so that no tally lets it be made: the difference of two that are no part of each other. */
    private static TransitionTally circle() {
        TransitionTally more = tally(PathTally.accumulator().converted("C", 1).lost("A > B > A", 1));
        TransitionTally less = tally(PathTally.accumulator().lost("A", 1));
        assertThatThrownBy(() -> more.minus(less))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot take away what was counted otherwise: no journey leads to what is left");
        TransitionCounts difference = new TransitionCounts(1);
        difference.append(more.counts(), 1);
        difference.append(less.counts(), -1);
        return new TransitionTally(difference.canonical());
    }

    private static TransitionTally tally(org.cxkit.metrics.path.PathAccumulator paths) {
        return TransitionTally.of(paths.result(), 1);
    }

    @Test
    void aChainThatDoesNotSettleSaysSo() {
        FlowGraph graph = FlowGraph.of(TransitionTally.of(random(50, 3, 200), 1).counts());
        assertThatThrownBy(() -> RemovalIteration.of(graph, graph.statesByChannel(), 6))
                .isInstanceOf(RemovalIteration.UnsettledException.class)
                .hasMessageMatching("a chain of 3 states has not settled after 6 sweeps, its relative residual is"
                        + " .*: choose a smaller order, or fewer channels");
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 30", "3, 9", "1, 700"})
    void manyStatesAreSolvedBothWaysAlike(int order, int channels) throws Exception {
        FlowGraph graph = FlowGraph.of(
                TransitionTally.of(random(20_000, channels, 9), order).counts());
        int[][] removed = graph.statesByChannel();
        RemovalShares sparse = RemovalIteration.of(graph, removed, RemovalIteration.MAX_SWEEPS);
        int[][] some = {removed[0], removed[channels / 2], removed[channels - 1]};
        RemovalShares dense = RemovalElimination.of(graph, some);
        RemovalShares inverse = order == 1 ? RemovalInverse.of(graph) : sparse;
        for (int i = 0; i < some.length; i++) {
            int at = i == 0 ? 0 : i == 1 ? channels / 2 : channels - 1;
            // the sweeps stop at 1e-13 of each figure, by an estimate
            assertThat(sparse.conversions[at]).isCloseTo(dense.conversions[i], within(1e-11 * dense.conversions[i]));
            assertThat(inverse.conversions[at]).isCloseTo(dense.conversions[i], within(1e-11 * dense.conversions[i]));
        }
    }

    private static Journeys random(int rows, int channels, int mostTouches) {
        SplittableRandom random = new SplittableRandom(3);
        int[] ends = new int[rows];
        for (int row = 0; row < rows; row++) {
            ends[row] = (row == 0 ? 0 : ends[row - 1]) + 1 + random.nextInt(mostTouches);
        }
        int[] touches = random.ints(ends[rows - 1], 0, channels).toArray();
        long[] conversions = new long[rows];
        long[] lost = new long[rows];
        for (int row = 0; row < rows; row++) {
            conversions[row] = random.nextInt(10) == 0 ? 1 : 0;
            lost[row] = 1 - conversions[row];
        }
        Symbols names = Symbols.of(IntStream.range(0, channels)
                .mapToObj(code -> "c" + (1000 + code))
                .toList());
        return Journeys.of(names, ends, touches, conversions, lost);
    }

    /**
     * A ring that is gone round 1,000 times and left at its last channel: some start at its first, others half way.
     *
     * <p>Of 1,001 that leave the last channel 999 go round, 1 converts and 1 is lost. All come by the second half. By the
     * first half come all that start there, and of the others those that go round: {@code (1 + 999/1001) / 2}.
     */
    private static MarkovChain ring(int channels) {
        JourneysBuilder journeys = Journeys.builder();
        for (int i = 0; i < 1_000 * channels; i++) {
            journeys.touch("channel " + (10_000 + i % channels));
        }
        journeys.ended(1, 0);
        for (int i = channels / 2; i < channels; i++) {
            journeys.touch("channel " + (10_000 + i));
        }
        return MarkovChain.of(journeys.ended(0, 1).build(), 1);
    }

    /** Sweeps do not settle in a thousand rounds; elimination takes over. */
    @Test
    void aLargeRingThatDoesNotSettleIsEliminated() {
        List<RemovalEffect> effects = ring(700).removalEffects();
        for (int i = 0; i < 700; i++) {
            double wanted = i < 350 ? (1 + 999 / 1001.0) / 2 : 1;
            assertThat(effects.get(i).conversions()).isCloseTo(wanted, within(1e-12)); // some roundings, a thousandfold
        }
    }

    @Test
    void aLargerRingThatDoesNotSettleIsRefused() {
        MarkovChain ring = ring(4_001);
        assertThatThrownBy(ring::removalEffects)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("a chain of 4001 states has not settled after 1000 sweeps, its relative residual is"
                        + " [0-9.E-]+: choose a smaller order, or fewer channels");
    }

    @Test
    void nothingIsLostWithoutWhatNeverOccurs() {
        MarkovChain chain = MarkovChain.of(
                Journeys.builder().touch("A").touch("B").ended(2, 1).build(), 2);
        for (ChannelRemoval removal : ChannelRemoval.values()) {
            assertThat(chain.removalEffect(List.of("B", "A"), removal)).hasToString("B > A: 0.0 % of the conversions");
        }
    }

    @Test
    void nothingIsLostWithoutWhatNeverOccursAmongManyStates() {
        MarkovChain chain = MarkovChain.of(random(20_000, 30, 9), 2); // each of 900 pairs occurs: more than 600 states
        for (List<String> sequence : List.of(List.of("c1000", "Typo"), List.of("Typo"))) {
            assertThat(chain.removalEffect(sequence).conversions()).isZero();
        }
        assertThat(chain.removalEffect(List.of("c1000")).conversions()).isBetween(0.01, 0.99);
    }

    @Test
    void fractionsOfManyRowsAddUpToAllOfThem() {
        int rows = 1_000_000;
        int[] ends = new int[rows];
        double[] tenths = new double[rows];
        Arrays.setAll(ends, row -> row + 1);
        Arrays.fill(tenths, 0.1);
        Journeys journeys = Journeys.of(Symbols.of(List.of("A")), ends, new int[rows], tenths, tenths);
        MarkovChain chain = MarkovChain.of(journeys, 1);
        // the double nearest to 0.1, a million times; added up one by one it is 100000.00000133288
        assertThat(chain.conversions()).isEqualTo(100_000).isEqualTo(journeys.conversions());
        assertThat(chain.conversionProbability()).isEqualTo(0.5);
    }

    @Test
    void aRemovalEffectIsAtMostOne() {
        assertThatThrownBy(() -> new RemovalEffect(List.of("A"), 1.1, Outcome.noData("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a removal effect must be at most 1, got 1.1");
        assertThatThrownBy(() -> new RemovalEffect(List.of("A"), 0.5, Outcome.of(7.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a removal effect must be at most 1, got 7.0");
    }
}
