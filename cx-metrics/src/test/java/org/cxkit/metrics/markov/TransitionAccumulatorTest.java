package org.cxkit.metrics.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.cxkit.metrics.path.PathAccumulatorTest;
import org.cxkit.metrics.path.PathTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionAccumulatorTest
        extends AccumulatorContract<TransitionAccumulator, TransitionTally, PathAccumulatorTest.Row> {

    @Override
    protected TransitionAccumulator empty() {
        return TransitionAccumulator.create(2);
    }

    @Override
    protected TransitionAccumulator emptyOfAnotherShape() {
        return TransitionAccumulator.create(3);
    }

    @Override
    protected Arbitrary<PathAccumulatorTest.Row> rows() {
        return PathAccumulatorTest.pathRows();
    }

    @Override
    protected void add(TransitionAccumulator accumulator, PathAccumulatorTest.Row row) {
        Journeys journeys = PathAccumulatorTest.tally(List.of(row)).journeys();
        accumulator.addAll(journeys, 0, journeys.size());
    }

    private static final Journeys TOO_MANY = huge(2_000);

    @Override
    protected Map<String, Consumer<TransitionAccumulator>> refused() {
        Journeys fractions = Journeys.builder().touch("New").ended(0.5, 0).build();
        Journeys dollars =
                Journeys.builder().touch("New").converted(Money.of("1", "USD")).build();
        Map<String, Consumer<TransitionAccumulator>> refused = new LinkedHashMap<>();
        refused.put("a fraction", all -> all.addAll(fractions, 0, 1));
        refused.put("no such rows", all -> all.addAll(dollars, 0, 2));
        refused.put("an overflow", all -> all.addAll(TOO_MANY, 0, TOO_MANY.size()));
        return refused;
    }

    /** A call that throws at its first part: more than a long can count. */
    private static Journeys huge(int rows) {
        JourneysBuilder journeys = Journeys.builder();
        for (int row = 0; row < rows; row++) {
            journeys.touch("Huge").ended(0x1p53, 0);
        }
        return journeys.build();
    }

    @Override
    protected TransitionTally fromBytes(byte[] bytes) {
        return TransitionTally.fromBytes(bytes);
    }

    @Property
    void whatWasAddedCanBeTakenAway(
            @ForAll("rowLists") List<PathAccumulatorTest.Row> window,
            @ForAll("rowLists") List<PathAccumulatorTest.Row> day) {
        TransitionTally rest = TransitionTally.of(PathAccumulatorTest.tally(window), 2);
        TransitionTally gone = TransitionTally.of(PathAccumulatorTest.tally(day), 2);
        assertThat(rest.plus(gone).minus(gone)).isEqualTo(rest);
    }

    @Test
    void nothingIsTakenAwayThatWasNotThere() {
        TransitionTally one =
                TransitionTally.of(PathTally.accumulator().lost("A > B", 1).result(), 1);
        assertThatThrownBy(() -> one.minus(one.plus(one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot take away more than was counted, left of A: -1");
        TransitionTally untouched =
                TransitionTally.of(PathTally.accumulator().lost(List.of(), 1).result(), 1);
        assertThatThrownBy(() -> one.minus(untouched))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot take away more than was counted, left of journeys without a touch: -1");
    }

    @Test
    void journeysWithoutATouchAreCountedApart() {
        TransitionTally tally = TransitionTally.of(
                PathTally.accumulator()
                        .converted("Search > Email > Email", 2, Money.of("30", "EUR"))
                        .lost("Email", 3)
                        .converted(List.of(), 4, Money.of("5", "EUR"))
                        .lost(List.of(), 6)
                        .result(),
                1);
        assertThat(tally)
                .hasToString("order 1: 2 states of 2 channels, 2 transitions: 2 conversions worth 30.00 EUR, 3 lost");
        assertThat(tally.unattributedConversions()).isEqualTo(4);
        assertThat(tally.unattributedLost()).isEqualTo(6);
        assertThat(tally.unattributedValue()).contains(Money.of("5.00", "EUR"));
        assertThat(tally.channels()).containsExactly("Email", "Search");
    }

    @ParameterizedTest
    @CsvSource({"1, 3, true", "2, 5, false", "3, 4, true", "4, 3, false", "1, 300, false", "2, 25, true"})
    void theFlatTableCountsWhatTheWalkAlongEachPathCounts(int order, int channels, boolean valued) {
        Journeys journeys = random(9_000, channels, valued);
        assertThat(journeys.single()).isTrue();
        assertThat(SingleJourneyKernel.serves(journeys, 0, journeys.size(), order))
                .isEqualTo(channels < 300);
        assertThat(TransitionTally.of(journeys, order)).isEqualTo(TransitionTally.of(journeys.paths(), order));
    }

    private static Journeys random(int rows, int channels, boolean valued) {
        SplittableRandom random = new SplittableRandom(7);
        JourneysBuilder journeys = Journeys.builder();
        for (int row = 0; row < rows; row++) {
            int touches = random.nextInt(random.nextInt(50) == 0 ? 40 : 9);
            for (int i = 0; i < touches; i++) {
                journeys.touch("c" + random.nextInt(channels));
            }
            if (random.nextInt(3) > 0) {
                journeys.lost();
            } else if (valued) {
                journeys.converted(Money.ofMinor(random.nextInt(1000), java.util.Currency.getInstance("EUR")));
            } else {
                journeys.converted();
            }
        }
        return journeys.build();
    }

    @Test
    void twoThreadsCountWhatOneCounts() {
        Journeys journeys = random(20_000, 8, true);
        int half = journeys.size() / 2;
        TransitionTally both = IntStream.range(0, 2)
                .parallel()
                .mapToObj(part -> TransitionAccumulator.create(2)
                        .addAll(journeys, part * half, part == 0 ? half : journeys.size()))
                .reduce(TransitionAccumulator::merge)
                .orElseThrow()
                .result();
        assertThat(both).isEqualTo(TransitionTally.of(journeys, 2));
        assertThat(Stream.of(journeys, journeys).collect(TransitionAccumulator.collector(2)))
                .isEqualTo(both.plus(both));
    }

    @Test
    void fractionsAreRefused() {
        Journeys journeys = Journeys.builder().touch("A").ended(0.5, 0).build();
        assertThatThrownBy(() -> TransitionTally.of(journeys, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("transitions are counted in whole journeys, got fractions: MarkovChain.of(journeys, order)"
                        + " takes them");
    }

    @Test
    void anOrderOffItsRangeIsRefused() {
        assertThatThrownBy(() -> TransitionTally.accumulator(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order must be from 1 to 4, got 0");
        assertThatThrownBy(() -> TransitionTally.accumulator(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order must be from 1 to 4, got 5");
    }

    @Test
    void noHigherOrderIsToldFromATally() {
        TransitionTally pairs = TransitionTally.accumulator(2).result();
        assertThat(pairs.lowered(2)).isSameAs(pairs);
        for (int order : new int[] {0, 3}) {
            assertThatThrownBy(() -> pairs.lowered(order))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("order must be from 1 to 2, got " + order);
        }
    }

    @Test
    void anotherShapeIsNamed() {
        assertThatThrownBy(() -> empty().merge(emptyOfAnotherShape()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one order wanted, got 2 and 3");
        TransitionTally euros = TransitionTally.of(
                PathTally.accumulator().converted("A", 1, Money.of("1", "EUR")).result(), 1);
        TransitionTally dollars = TransitionTally.of(
                PathTally.accumulator().converted("A", 1, Money.of("1", "USD")).result(), 1);
        assertThatThrownBy(() -> euros.plus(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one currency wanted, got EUR and USD");
    }

    @Test
    void moreStatesThanAreKeptAreRefusedByName() {
        int touches = 2_200_000;
        int[] codes = new SplittableRandom(1).ints(touches, 0, 200).toArray();
        Symbols names =
                Symbols.of(IntStream.range(0, 200).mapToObj(code -> "c" + code).toList());
        Journeys one = Journeys.of(names, new int[] {touches}, codes, new long[] {1}, new long[] {0});
        TransitionAccumulator four = TransitionAccumulator.create(4);
        String message = "at most 4194304 states and transitions are kept, order 4 over 200 channels has more: choose a"
                + " smaller order or fewer channels";
        assertThatThrownBy(() -> four.addAll(one, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(four.result().isEmpty()).isTrue();
    }

    @Test
    void aMergeThatOverflowsChangesNothing() {
        TransitionTally most = TransitionTally.of(huge(1_000), 1);
        TransitionTally more =
                TransitionTally.of(PathTally.accumulator().lost("A > Huge", 1).result(), 1);
        assertThat(most.conversions()).isEqualTo(1_000 * (1L << 53));
        assertThatThrownBy(() -> most.plus(most)).isInstanceOf(ArithmeticException.class);
        assertThat(most.plus(more).lost()).isEqualTo(1);
    }

    @Test
    void noValueIsLeftWithoutAConversion() {
        for (List<String> path : List.of(List.of("A"), List.<String>of())) {
            TransitionTally now = TransitionTally.of(
                    PathTally.accumulator()
                            .converted(path, 1, Money.of("10", "EUR"))
                            .lost(path, 1)
                            .result(),
                    1);
            TransitionTally then = TransitionTally.of(
                    PathTally.accumulator()
                            .converted(path, 1, Money.of("5", "EUR"))
                            .result(),
                    1);
            assertThatThrownBy(() -> now.minus(then))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("cannot take away what was counted otherwise: value is left without a conversion");
        }
    }
}
