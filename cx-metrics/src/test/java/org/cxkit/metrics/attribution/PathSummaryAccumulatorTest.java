package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.cxkit.metrics.path.PathAccumulatorTest.Row;
import org.cxkit.metrics.path.PathCount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathSummaryAccumulatorTest extends AccumulatorContract<PathSummaryAccumulator, PathSummary, Row> {

    @Override
    protected PathSummaryAccumulator empty() {
        return PathSummary.accumulator(
                AttributionModel.markov(2),
                AttributionModel.LAST.excluding("Direct"),
                AttributionModel.markov(1).excluding("Search", "Email"));
    }

    @Override
    protected @Nullable PathSummaryAccumulator emptyOfAnotherShape() {
        return PathSummary.accumulator();
    }

    /** Few channels, so that they repeat; paths that go the fast way, and longer ones that do not. */
    @Override
    protected Arbitrary<Row> rows() {
        Arbitrary<List<String>> touches = Arbitraries.of("Direct", "Email", "Search", "Social", "Éditions")
                .list()
                .ofMaxSize(12);
        return Combinators.combine(
                        touches,
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 9999),
                        Arbitraries.longs().between(0, 2))
                .as((path, conversions, value, lost) -> new Row(path, conversions, conversions == 0 ? 0 : value, lost));
    }

    @Override
    protected void add(PathSummaryAccumulator accumulator, Row row) {
        accumulator.add(row.touches(), row.conversions(), euros(row), row.lost());
    }

    private static Money euros(Row row) {
        return Money.ofMinor(row.valueMinor(), Currency.getInstance("EUR"));
    }

    @Override
    protected Map<String, Consumer<PathSummaryAccumulator>> refused() {
        Map<String, Consumer<PathSummaryAccumulator>> refused = new LinkedHashMap<>();
        refused.put("a blank touch", all -> all.add(List.of("New", " "), 1, 0));
        refused.put("a reserved name", all -> all.add(List.of("(unattributed)"), 1, 0));
        refused.put("a negative count", all -> all.add(List.of("New"), -1, 0));
        refused.put("a negative loss", all -> all.add(List.of("New"), 0, -1));
        refused.put("a value without a conversion", all -> all.add(List.of("New"), 0, Money.of("1", "EUR"), 1));
        refused.put("a value finer than a cent", all -> all.add(List.of("New"), 1, Money.of("0.001", "EUR"), 1));
        refused.put(
                "half a conversion",
                all -> all.addAll(Journeys.builder().touch("New").ended(0.5, 0).build(), 0, 1));
        return refused;
    }

    @Override
    protected PathSummary fromBytes(byte[] bytes) {
        return PathSummary.fromBytes(bytes);
    }

    @Property
    void whatWasAddedCanBeTakenAway(@ForAll("rowLists") List<Row> window, @ForAll("rowLists") List<Row> day) {
        PathSummary rest = PathSummary.of(journeys(window), AttributionModel.markov(3));
        assertThat(rest.plus(PathSummary.of(journeys(day), AttributionModel.markov(3)))
                        .minus(PathSummary.of(journeys(day), AttributionModel.markov(3))))
                .isEqualTo(rest);
    }

    @Property
    void modelsFromTheSummaryAreThoseFromThePaths(@ForAll("rowLists") List<Row> rows) {
        AttributionModel[] models = {
            AttributionModel.FIRST,
            AttributionModel.LAST,
            AttributionModel.LINEAR,
            AttributionModel.LINEAR_DISTINCT,
            AttributionModel.PARTICIPATION,
            AttributionModel.markov(2),
            AttributionModel.position(0.3, 0.2, TwoTouches.REST_HALVED)
        };
        Journeys journeys = journeys(rows.stream()
                .filter(row -> row.conversions() + row.lost() > 0) // journeys list channels of rows without a count too
                .toList());
        PathSummary summary = PathSummary.of(journeys, AttributionModel.markov(2));
        Attribution fromPaths = Attribution.of(journeys.paths(), models);
        assertThat(Attribution.of(summary, models)).isEqualTo(fromPaths);
        assertThat(Attribution.of(journeys, models)).isEqualTo(fromPaths);
        assertThat(summary.channels()).isEqualTo(journeys.paths().channels());
        for (String channel : summary.channels()) {
            long touches = rows.stream()
                    .mapToLong(row ->
                            row.touches().stream().filter(channel::equals).count() * (row.conversions() + row.lost()))
                    .sum();
            assertThat(summary.touches(channel)).isEqualTo(touches);
        }
    }

    @Property
    void twoThreadsCountAsOne(@ForAll("rowLists") List<Row> rows) {
        Journeys journeys = journeys(rows);
        int half = journeys.size() / 2;
        PathSummary both = IntStream.range(0, 2)
                .parallel()
                .mapToObj(part -> part == 0
                        ? PathSummary.of(journeys, 0, half, AttributionModel.markov(1))
                        : PathSummary.of(journeys, half, journeys.size(), AttributionModel.markov(1)))
                .reduce(PathSummary.accumulator(AttributionModel.markov(1)).result(), PathSummary::plus);
        assertThat(both).isEqualTo(PathSummary.of(journeys, AttributionModel.markov(1)));
    }

    static Journeys journeys(List<Row> rows) {
        JourneysBuilder all = Journeys.builder();
        rows.forEach(row -> all.add(row.touches(), (double) row.conversions(), euros(row), (double) row.lost()));
        return all.build();
    }

    /** Beyond 64 channels and beyond a block of touches there is no fast way: each goes through a loop of its own. */
    @Test
    void manyChannelsAndVeryLongPathsAreCountedToo() {
        int channels = 300;
        String[] names =
                IntStream.range(0, channels).mapToObj(i -> "c" + (1000 + i)).toArray(String[]::new);
        int[] touches = IntStream.range(0, 10_000).map(i -> i * 7 % channels).toArray();
        Journeys journeys = Journeys.of(
                Symbols.of(names), new int[] {3, 9_997, 10_000}, touches, new long[] {2, 1, 0}, new long[] {0, 0, 5});
        PathSummary summary = PathSummary.of(journeys);
        assertThat(summary).hasToString("summary of paths over 300 channels: 3 conversions, 5 lost");
        assertThat(Attribution.of(
                        summary, AttributionModel.LAST, AttributionModel.LINEAR, AttributionModel.LINEAR_DISTINCT))
                .isEqualTo(Attribution.of(
                        journeys.paths(),
                        AttributionModel.LAST,
                        AttributionModel.LINEAR,
                        AttributionModel.LINEAR_DISTINCT));
        ModelCredit last =
                Attribution.of(summary, AttributionModel.LAST).models().get(0);
        assertThat(last.channel("c1014").orElseThrow().conversions()).isEqualTo(2);
    }

    /** A cell holds conversions and value in one long: it is emptied in time, and what it cannot hold goes by it. */
    @Test
    void countsAndValuesOfAnySizeAreExact() {
        long most = PositionKernel.MOST_CONVERSIONS;
        long[] conversions = {most - 1, most - 1, 1, most, most + 1, 1, 1, 1, 1, 2};
        long[] minor = {
            1, 0, 0, 7, 0, PositionKernel.MOST_MINOR, PositionKernel.MOST_MINOR, 1, PositionKernel.MOST_MINOR + 1, 3
        };
        JourneysBuilder all = Journeys.builder();
        for (int row = 0; row < minor.length; row++) {
            List<String> path = row % 2 == 0 ? List.of("Search", "Email", "Search") : List.of("Search");
            all.add(path, (double) conversions[row], Money.ofMinor(minor[row], Currency.getInstance("EUR")), 0);
        }
        Attribution told = Attribution.of(all.build(), AttributionModel.LAST, AttributionModel.LINEAR_DISTINCT);
        assertThat(told.models().get(0).channel("Search").orElseThrow())
                .isEqualTo(new ChannelCredit(
                        "Search",
                        LongStream.of(conversions).sum(),
                        LongStream.of(minor).sum() / 100.0));
        long even = conversions[0] + conversions[2] + conversions[4] + conversions[6] + conversions[8];
        assertThat(told.models().get(1).channel("Email").orElseThrow().conversions())
                .isEqualTo(even / 2.0);
    }

    @Test
    void aStreamOfPathsIsCollected() {
        PathSummary summary =
                Stream.of(List.of("Search", "Email"), List.of("Email")).collect(PathSummaryAccumulator.converting());
        assertThat(summary)
                .isEqualTo(PathSummary.accumulator()
                        .add(List.of("Email"), 1, 0)
                        .add(List.of("Search", "Email"), 1, 0)
                        .result());
    }

    @Test
    void refusalsSayWhatWasWanted() {
        PathSummary euros = PathSummary.accumulator()
                .add(List.of("Search"), 1, Money.of("2", "EUR"), 0)
                .result();
        PathSummary dollars = PathSummary.accumulator()
                .add(List.of("Search"), 1, Money.of("2", "USD"), 0)
                .result();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euros.plus(dollars))
                .withMessage("one currency wanted, got EUR and USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathSummary.empty().minus(euros))
                .withMessage("cannot take away more than was counted: summary of paths over 1 channel: 1 conversion"
                        + " worth 2.00 EUR, 0 lost, of summary of paths over 0 channels: 0 conversions, 0 lost");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributionModel.markov(5))
                .withMessage("the order of a chain must be 1 to 4, got 5");
    }

    /** An old day is taken away in which journeys were lost that convert now: no journeys are left that could be. */
    @Test
    void aDayThatWasCountedOtherwiseCannotBeTakenAway() {
        PathSummary now = PathSummary.accumulator()
                .add(List.of("A"), 1, 0)
                .add(List.of("B"), 0, 5)
                .result();
        PathSummary then = PathSummary.accumulator().add(List.of("A"), 0, 1).result();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> now.minus(then))
                .withMessage("cannot take away more than was counted: " + then + ", of " + now);
        PathSummary mixed = PathSummary.accumulator()
                .add(List.of("A", "B"), 2, 0)
                .add(List.of("B", "A"), 1, 0)
                .result();
        PathSummary repeated = PathSummary.accumulator()
                .add(List.of("A", "A"), 1, 0)
                .add(List.of("B", "B"), 1, 0)
                .result();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mixed.minus(repeated))
                .withMessage("cannot take away more than was counted: " + repeated + ", of " + mixed);
    }

    @Test
    void bytesOfImpossibleCountsAreRefused() {
        byte[] bytes = ByteWriter.of("path summary", 1)
                .text("")
                .count(1)
                .text("A")
                .count(1) // the part of all channels
                .count(0)
                .count(0) // touches of A
                .count(1) // conversions
                .count(0)
                .count(0)
                .count(0) // without a touch
                .count(2) // lengths 0 and 1
                .count(0)
                .count(1)
                .count(1) // A first
                .count(0)
                .count(0)
                .count(2) // one distinct
                .count(0)
                .count(1)
                .count(1)
                .count(0) // the value
                .count(1)
                .count(0)
                .count(1)
                .count(0)
                .bytes(new byte[0])
                .count(0) // no milestones
                .toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathSummary.fromBytes(bytes))
                .withMessage("not the bytes of path summary: no journeys have these counts");
    }

    /** Rows wait until they are 4,096; ten times as many customers take no more room. */
    @Test
    void manyRowsAreFoldedAndTakeNoRoom() {
        PathSummaryAccumulator all = PathSummary.accumulator(AttributionModel.markov(1));
        JourneysBuilder rows = Journeys.builder();
        List<List<String>> paths = List.of(List.of("A"), List.of("A", "B"), List.of("B", "A", "C"), List.of());
        int thousands = 0;
        for (int i = 0; i < 10_000; i++) {
            all.add(paths.get(i % 4), i % 3, i % 2);
            rows.add(paths.get(i % 4), i % 3, null, i % 2);
            thousands = i == 999 ? all.result().toBytes().length : thousands;
        }
        assertThat(all.result()).isEqualTo(PathSummary.of(rows.build(), AttributionModel.markov(1)));
        assertThat(all.result().toBytes().length).isLessThan(2 * thousands);
    }

    @Test
    void aCountThatNoDoubleHoldsIsRefusedAndNotRounded() {
        PathSummaryAccumulator all = PathSummary.accumulator();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.add(List.of("A"), (1L << 53) + 1, 0))
                .withMessage("conversions must be from 0 to 2^53, got 9007199254740993");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.add(List.of("A"), 0, (1L << 53) + 1))
                .withMessage("lost must be from 0 to 2^53, got 9007199254740993");
        assertThat(all.result()).isEqualTo(PathSummary.empty());
    }

    /** What would overflow is refused when it comes, and not when rows that were taken are counted. */
    @Test
    void sumsThatLeaveTheRangeOfALongAreRefusedAtOnce() {
        PathSummaryAccumulator all = PathSummary.accumulator();
        for (int i = 0; i < 511; i++) {
            all.add(List.of("A"), 1L << 53, 0); // a journey and a touch each
        }
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> all.add(List.of("A"), 1L << 53, 0));
        PathSummaryAccumulator copy = all.copy();
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> copy.add(List.of("A"), 1L << 53, 0));
        assertThat(all.add(List.of("A"), 1, 0).result().conversions()).isEqualTo(511 * (1L << 53) + 1);
        PathSummaryAccumulator rich = PathSummary.accumulator();
        Money most = Money.ofMinor(Long.MAX_VALUE, Currency.getInstance("EUR"));
        rich.add(List.of("A"), 1, most, 0);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> rich.add(List.of("A"), 1, Money.of("0.01", "EUR"), 0));
        assertThat(rich.result().value()).hasValue(most);
        Journeys dollars =
                Journeys.builder().touch("A").converted(Money.of("1", "USD")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rich.addAll(dollars, 0, 1))
                .withMessage("one currency wanted, got EUR and USD");
        assertThat(rich.result().value()).hasValue(most);
    }

    @Test
    void aStreamOfPathsWithTheirCountsIsCollected() {
        PathSummary summary = Stream.of(
                        new PathCount(List.of("A", "B"), 2, Money.of("3.00", "EUR"), 1),
                        new PathCount(List.of("B"), 0, null, 4))
                .collect(PathSummaryAccumulator.collector(AttributionModel.markov(2)));
        assertThat(summary)
                .isEqualTo(PathSummary.accumulator(AttributionModel.markov(2))
                        .add(List.of("B"), 0, 4)
                        .add(List.of("A", "B"), 2, Money.of("3.00", "EUR"), 1)
                        .result());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathSummaryAccumulator.collector(AttributionModel.W_SHAPED));
    }

    @Test
    void noValueIsLeftWithoutAConversion() {
        Journeys now = Journeys.builder()
                .touch("A")
                .ended(1, Money.of("10", "EUR"), 1)
                .touch("A")
                .touch("A")
                .lead()
                .converted()
                .touch("A")
                .touch("A")
                .converted(Money.of("5", "EUR"))
                .build();
        Journeys then =
                Journeys.builder().touch("A").converted(Money.of("5", "EUR")).build();
        Journeys withoutLead = Journeys.builder()
                .touch("A")
                .touch("A")
                .converted(Money.of("3", "EUR"))
                .build();
        for (Journeys gone : List.of(then, withoutLead)) {
            PathSummary all = PathSummary.of(now, AttributionModel.W_SHAPED);
            PathSummary day = PathSummary.of(gone, AttributionModel.W_SHAPED);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> all.minus(day))
                    .withMessage("cannot take away more than was counted: " + day + ", of " + all);
        }
        PathSummary all = PathSummary.of(now);
        PathSummary day = PathSummary.of(then);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.minus(day))
                .withMessage("cannot take away more than was counted: " + day + ", of " + all);
    }
}
