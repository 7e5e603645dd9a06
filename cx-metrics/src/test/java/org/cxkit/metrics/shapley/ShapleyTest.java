package org.cxkit.metrics.shapley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathTally;
import org.junit.jupiter.api.Test;

/** Figures by hand. */
class ShapleyTest {

    private static final List<String> GLOVES = List.of("left", "right 1", "right 2");

    /** A pair of gloves is worth 1: the textbook game, whose value is 4/6 for the left and 1/6 for each right one. */
    private static double pairs(Set<String> gloves) {
        return gloves.contains("left") && gloves.size() > 1 ? 1 : 0;
    }

    @Test
    void aGameIsSolvedExactly() {
        Shapley told = Shapley.of(GLOVES, ShapleyTest::pairs);
        assertThat(told).hasToString("""
                        Shapley value, exact
                        channel  credit
                        left     0.6667
                        right 1  0.1667
                        right 2  0.1667
                        total    1.0000
                        """);
        assertThat(Shapley.of(GLOVES, new double[] {0, 0, 0, 1, 0, 1, 0, 1})).isEqualTo(told);
        assertThat(told.channel("left")).contains(told.channels().get(0));
        assertThat(told.channel("hat")).isEmpty();
    }

    @Test
    void aSampleSaysSo() {
        // the left glove gains 1 unless it comes first: of a pair of orders in one or in both, 2/3 on average
        Shapley told = Shapley.sampled(GLOVES, ShapleyTest::pairs, 400, 7);
        assertThat(told.orderings()).isEqualTo(800);
        assertThat(told.toString()).matches("""
                        Shapley value, sampled from 800 orders
                        channel  credit  standard error
                        left     0\\.6[0-9]{3}          0\\.01[0-9]{2}
                        right 1  0\\.1[0-9]{3}          0\\.01[0-9]{2}
                        right 2  0\\.1[0-9]{3}          0\\.01[0-9]{2}
                        total    1\\.0000
                        """);
        assertThat(Shapley.sampled(GLOVES, ShapleyTest::pairs, 400, 7)).isEqualTo(told);
        assertThat(Shapley.sampled(GLOVES, ShapleyTest::pairs, 400, 8)).isNotEqualTo(told);
    }

    @Test
    void conversionsWithoutATouchAreOfNoChannel() {
        PathTally paths = PathTally.accumulator()
                .converted("Search > Email", 3, Money.of("9.00", "EUR"))
                .converted(List.of(), 2, Money.of("1.00", "EUR"))
                .lost("Social", 4)
                .result();
        assertThat(Shapley.ofConversions(paths)).hasToString("""
                        Shapley value, exact
                        channel         credit
                        Email           1.5000
                        Search          1.5000
                        Social          0.0000
                        (unattributed)  2.0000
                        total           5.0000
                        """);
        assertThat(OrderedShapley.ofValue(paths)).hasToString("""
                        channel         position  credit
                        Email                  2  4.5000
                        Search                 1  4.5000
                        (unattributed)            1.0000
                        """);
        assertThat(OrderedShapley.ofConversions(PathTally.accumulator().result()))
                .isEqualTo(new OrderedShapley(List.of(), 0))
                .hasToString("channel  position  credit\n");
    }

    @Test
    void conversionsMayBeFractionsAndChannelsInAnyOrder() {
        Journeys journeys = Journeys.builder()
                .touch("B")
                .touch("A")
                .ended(0.5, 0)
                .touch("B")
                .ended(0.125, 1)
                .build();
        assertThat(Shapley.ofConversions(journeys).channels())
                .containsExactly(new ShapleyCredit("A", 0.25, 0), new ShapleyCredit("B", 0.375, 0));
        Journeys unordered =
                Journeys.of(Symbols.of("B", "A"), new int[] {3}, new byte[] {0, 1, 0}, new long[] {4}, new long[] {0});
        assertThat(Shapley.ofConversions(unordered).channels())
                .containsExactly(new ShapleyCredit("A", 2, 0), new ShapleyCredit("B", 2, 0));
        assertThat(OrderedShapley.ofConversions(unordered).positions())
                .containsExactly(
                        new PositionCredit("A", 2, 2), new PositionCredit("B", 1, 1), new PositionCredit("B", 3, 1));
    }

    @Test
    void defect6NegativeCreditOfTheExactSetRateIsKeptAndNoChannelIsLeftOut() {
        // rates of exactly these sets: A 3/4, B 1/4, A and B 1/4; B alone and after A: (1/4 + 1/4 - 3/4) / 2 = -1/8
        ExactSetRate game = ExactSetRate.of(PathTally.accumulator()
                .converted("A", 3)
                .lost("A", 1)
                .converted("B", 1)
                .lost("B", 3)
                .converted("A > B", 1)
                .lost("A > B > A", 3)
                .result());
        assertThat(Shapley.of(game.channels(), game).channels())
                .containsExactly(new ShapleyCredit("A", 0.375, 0), new ShapleyCredit("B", -0.125, 0));
        Shapley sampled = Shapley.sampled(game.channels(), game, 2, 1);
        // a pair of orders of two channels is all orders
        assertThat(sampled.channels())
                .containsExactly(new ShapleyCredit("A", 0.375, 0), new ShapleyCredit("B", -0.125, 0));

        ExactSetRate many = ExactSetRate.of(PathTally.accumulator()
                .converted("F > E > D > C > B > A", 1)
                .lost("Z", 1)
                .result());
        assertThat(Shapley.of(many.channels(), many).channels())
                .extracting(ShapleyCredit::channel)
                .containsExactly("A", "B", "C", "D", "E", "F", "Z");
        assertThat(many.worth(Set.of("A"))).isZero();
    }

    @Test
    void defect8SubstitutesShareAndTheValueOfRowsWithOnePathIsAdded() {
        // either channel alone brings all: leaving one out of both loses nothing, but each has half the credit
        ChannelGame either = channels -> channels.isEmpty() ? 0 : 1;
        assertThat(Shapley.of(List.of("A", "B"), either).channels())
                .containsExactly(new ShapleyCredit("A", 0.5, 0), new ShapleyCredit("B", 0.5, 0));
        PathTally paths = PathTally.accumulator()
                .converted("A > B", 1, Money.of("10.00", "EUR"))
                .converted("A > B", 1, Money.of("20.00", "EUR"))
                .result();
        assertThat(Shapley.ofValue(paths))
                .isEqualTo(
                        new Shapley(List.of(new ShapleyCredit("A", 15, 0), new ShapleyCredit("B", 15, 0)), 0, 30, 0));
    }

    @Test
    void twentyChannelsAreExact() {
        List<String> channels =
                IntStream.range(0, 20).mapToObj(i -> "channel " + i).toList();
        double[] worth = new double[1 << 20];
        for (int mask = 0; mask < worth.length; mask++) {
            // each channel brings its number, and the last two bring 6 more together
            worth[mask] = mask >> 18 == 3 ? 6 : 0;
            for (int i = 0; i < 20; i++) {
                worth[mask] += (mask >> i & 1) * i;
            }
        }
        List<ShapleyCredit> told = Shapley.of(channels, worth).channels();
        for (int i = 0; i < 20; i++) {
            // rounding of sums over a million sets
            assertThat(told.get(i).credit()).isCloseTo(i < 18 ? i : i + 3, within(1e-12));
        }
    }

    /** Each brings its number, the first three 9 more together, all together 50 more: shares of 3 and of 2. */
    @Test
    void moreThanTwentyChannelsAreSampledWithinTheirErrors() {
        List<String> channels =
                IntStream.range(0, 25).mapToObj(i -> "channel " + i).toList();
        Map<String, Integer> numbers =
                IntStream.range(0, 25).boxed().collect(Collectors.toMap(channels::get, Function.identity()));
        List<String> three = channels.subList(0, 3);
        ChannelGame game = some -> some.stream().mapToInt(numbers::get).sum()
                + (some.containsAll(three) ? 9 : 0)
                + (some.size() == 25 ? 50 : 0);
        for (long seed = 1; seed <= 3; seed++) {
            Shapley told = Shapley.sampled(channels, game, 2000, seed);
            double sum = 0;
            for (int i = 0; i < 25; i++) {
                ShapleyCredit credit = told.channel(channels.get(i)).orElseThrow();
                double known = i + 2 + (i < 3 ? 3 : 0);
                // a pair of orders has 25 for those at its ends, 2 of 25: by hand the error is about 0.152
                assertThat(credit.standardError()).isBetween(0.12, 0.19);
                // five standard errors: one credit in a million beyond
                assertThat(credit.credit()).isCloseTo(known, within(5 * credit.standardError()));
                sum += credit.credit();
            }
            // 300 of the numbers, 9 and 50: nothing is lost by chance, but for roundings
            assertThat(sum).isCloseTo(359, within(1e-9));
            assertThat(told.withAll()).isEqualTo(359);
        }
    }

    @Test
    void aCoalitionIsASetLikeAnyOther() {
        List<Set<String>> asked = new ArrayList<>();
        Shapley.of(List.of("A", "B"), channels -> {
            asked.add(channels);
            return channels.size();
        });
        assertThat(asked).containsExactly(Set.of(), Set.of("A"), Set.of("B"), new TreeSet<>(Set.of("A", "B")));
        assertThat(asked.get(1).contains("A")).isTrue();
        assertThat(asked.get(1).contains("B")).isFalse();
        assertThat(asked.get(1).contains("C")).isFalse();
        assertThat(asked.get(3).hashCode()).isEqualTo(Set.of("A", "B").hashCode());
        assertThatThrownBy(() -> asked.get(1).add("C")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void impossibleGamesAreRefused() {
        ChannelGame none = channels -> 0;
        refused(() -> Shapley.of(List.of(), none), "a game needs at least one channel, got none");
        refused(() -> Shapley.of(List.of("A", " A "), none), "channels must be distinct, got A as channels[0] and [1]");
        refused(() -> Shapley.of(List.of("A", " "), none), "channels[1] is blank");
        refused(
                () -> Shapley.of(Collections.nCopies(21, "A"), none),
                "exact credit takes at most 20 channels, got 21: sample it");
        refused(() -> Shapley.of(List.of("A", "B"), new double[3]), "worth must have 4 elements for 2 channels, got 3");
        refused(
                () -> Shapley.of(List.of("A", "B"), new double[] {0, 0, 0, Double.NaN}),
                "worth[3], that of [A, B], must be finite, got NaN");
        refused(
                () -> Shapley.of(List.of("A", "B"), channels -> 1 / (channels.size() - 1.0)),
                "the worth of [A], must be finite, got Infinity");
        refused(
                () -> Shapley.sampled(List.of("A"), none, 1, 0),
                "a standard error takes at least 2 pairs of orders, got 1");
        refused(
                () -> new ShapleyCredit("A", Double.NaN, 0),
                "credit of A must be finite and its standard error not negative, got NaN ± 0.0");
        refused(
                () -> new Shapley(List.of(), 0, Double.NaN, 0),
                "worth must be finite and orders not negative, got 0.0 and NaN from 0 orders");
        refused(
                () -> new PositionCredit("A", 0, 1),
                "credit of A must be above 0 at a position of at least 1, got 1.0 at 0");
        refused(
                () -> new OrderedShapley(List.of(), -1),
                "what is unattributed must be finite and not negative, got -1.0");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
