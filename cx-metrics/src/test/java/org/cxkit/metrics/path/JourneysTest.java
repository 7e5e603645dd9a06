package org.cxkit.metrics.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.junit.jupiter.api.Test;

class JourneysTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Symbols CHANNELS = Symbols.of("Search", "Email", "Direct");

    /** Search Email | (nothing) | Direct Search Direct. */
    private static Journeys columns() {
        return Journeys.of(
                CHANNELS, new int[] {2, 2, 5}, new byte[] {0, 1, 2, 0, 2}, new long[] {2, 1, 0}, new long[] {1, 0, 4});
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void columnsAndTheBuilderGiveTheSameJourneys() {
        Journeys built = Journeys.builder()
                .touch(" Search")
                .touch("Email ")
                .ended(2, Money.of("12.34", "EUR"), 1)
                .ended(1, 0)
                .touch("Direct")
                .touch("Search")
                .touch("Direct")
                .ended(0, 4)
                .build();
        Journeys columns = columns().withValue(EURO, new long[] {1234, 0, 0});
        assertThat(built.channels()).containsExactly("Direct", "Email", "Search");
        assertThat(built.paths()).isEqualTo(columns.paths());
        assertThat(columns)
                .hasToString(built.toString())
                .hasToString("3 rows of 5 touches over 3 channels: 3 conversions worth 12.34 EUR, 5 lost");
        assertThat(columns.path(2)).containsExactly("Direct", "Search", "Direct");
        assertThat(columns.paths().journeys().paths()).isEqualTo(columns.paths());
    }

    @Test
    void columnsThatDoNotFitAreRefusedWithTheIndex() {
        long[] none = {0, 0, 0};
        byte[] touches = {0, 1, 2, 0, 2};
        refused(
                () -> Journeys.of(CHANNELS, new int[] {2, 1, 5}, touches, none, none),
                "ends[1] must not be below 2, got 1");
        refused(
                () -> Journeys.of(CHANNELS, new int[] {2, 2, 4}, touches, none, none),
                "the last end must be the number of touches, 5, got 4");
        refused(
                () -> Journeys.of(CHANNELS, new int[] {2, 2, 5}, new byte[] {0, 1, 3, 0, 2}, none, none),
                "touches[2] must be a code of 3 channels, got 3");
        refused(
                () -> Journeys.of(CHANNELS, new int[] {2, 2, 5}, new int[] {0, 1, 2, -1, 2}, none, none),
                "touches[3] must be a code of 3 channels, got -1");
        refused(
                () -> Journeys.of(CHANNELS, new int[] {2, 2, 5}, touches, new long[2], none),
                "conversions must have one entry for each of 3 rows, got 2");
        refused(
                () -> Journeys.of(CHANNELS, new int[] {2, 2, 5}, touches, none, new long[] {0, -1, 0}),
                "lost[1] must be from 0 to 2^53, got -1");
        refused(
                () -> Journeys.of(Symbols.of("Search "), new int[0], new byte[0], new long[0], new long[0]),
                "a channel has white space at its ends: \"Search \"");
        refused(
                () -> columns().withValue(EURO, new long[] {0, -1, 0}),
                "values[1] must not be negative, and 0 without a conversion, got -1 for 1 conversion");
        refused(
                () -> columns().withValue(EURO, new long[] {0, 0, 5}),
                "values[2] must not be negative, and 0 without a conversion, got 5 for 0 conversions");
        refused(() -> columns().withKeys(new long[2]), "keys must have one entry for each of 3 rows, got 2");
        refused(
                () -> columns().withMilestones(new int[] {2, -1, 0}, new int[] {-1, -1, -1}),
                "leads[0] must be a touch of its row, 0 to 1, or -1, got 2");
    }

    @Test
    void agesAreExactInTheUnitThatFits() {
        long second = 1_000_000;
        long[][] all = {
            {2, 1, 7, 3, 0}, // microseconds
            {90 * 86_400 * second, 1000, 0, 0, 0}, // a common unit of a millisecond does not fit: wide
            {90 * 86_400 * second, second, 0, 0, 0}, // seconds
            {Long.MAX_VALUE, 0, 5, 5, 5}
        };
        for (long[] ages : all) {
            Journeys aged = columns().withAges(ages);
            assertThat(IntStream.range(0, 5).mapToLong(aged::ageMicros))
                    .containsExactly(ages[0], ages[1], ages[2], ages[3], ages[4]);
        }
        Journeys timed = columns().withTimes(new long[] {10, 20, 0, 5, 30}, new long[] {25, 0, 30});
        assertThat(IntStream.range(0, 5).mapToLong(timed::ageMicros)).containsExactly(15L, 5L, 30L, 25L, 0L);
        refused(
                () -> columns().withAges(new long[] {1, 2, 0, 0, 0}),
                "ages[1] must be at least 0 and at most 1, the age of the touch before, got 2");
        refused(() -> columns().withAges(new long[] {1, 0, -5, 0, 0}), "ages[2] must be at least 0, got -5");
        refused(() -> columns().withAges(new long[4]), "ages must be one for each of 5 touches, got 4");
        refused(
                () -> columns().withTimes(new long[] {10, 20, 0, 5, 30}, new long[] {15, 0, 30}),
                "ages[1] must be at least 0 and at most 5, the age of the touch before, got -5");
        assertThatIllegalStateException()
                .isThrownBy(() -> columns().ageMicros(0))
                .withMessage("these journeys have no ages");
    }

    @Test
    void channelsAreLeftOutUnlessARowHasNoOther() {
        Journeys all = Journeys.builder()
                .touch("Direct", Duration.ofHours(3))
                .touch("Search", Duration.ofHours(2))
                .lead()
                .touch("Direct", Duration.ofHours(1))
                .opportunity()
                .converted()
                .touch("Direct", Duration.ofHours(5))
                .lead()
                .touch("Direct", Duration.ZERO)
                .lost()
                .touch("Direct", Duration.ofHours(5))
                .lead()
                .touch("Email", Duration.ofHours(4))
                .lost()
                .build();
        Journeys kept = all.without(Set.of("Direct", "Print"));
        assertThat(IntStream.range(0, 3).mapToObj(kept::path))
                .containsExactly(List.of("Search"), List.of("Direct", "Direct"), List.of("Email"));
        assertThat(kept.ageMicros(0)).isEqualTo(7_200_000_000L);
        assertThat(kept.ageMicros(3)).isEqualTo(14_400_000_000L);
        assertThat(kept.lead(0)).isZero();
        assertThat(kept.opportunity(0)).as("moves to the touch before it").isZero();
        assertThat(kept.lead(1)).isZero();
        assertThat(kept.opportunity(1)).isEqualTo(Journeys.NONE);
        assertThat(kept.lead(2)).as("moves to the first").isZero();
        assertThat(all.without(Set.of("Print"))).isSameAs(all);
    }

    /** Rows on their own are those that a builder makes of them, whatever columns there are. */
    @Test
    void aRangeOfRowsIsJourneysOfItsOwn() {
        Symbols channels = Symbols.of("A", "B", "C");
        int[] touches = {0, 1, 2, 1, 0, 2};
        Journeys all = Journeys.of(
                        channels, new int[] {2, 2, 5, 6}, touches, new long[] {1, 0, 2, 0}, new long[] {0, 1, 1, 3})
                .withValue(Currency.getInstance("EUR"), new long[] {100, 0, 250, 0})
                .withAges(new long[] {20, 10, 9, 8, 7, 6})
                .withMilestones(new int[] {0, -1, 1, 0}, new int[] {1, -1, 2, -1})
                .withKeys(new long[] {11, 12, 13, 14});
        Journeys some = all.rows(1, 3);
        assertThat(some).hasToString("2 rows of 3 touches over 3 channels: 2 conversions worth 2.50 EUR, 2 lost");
        for (int row = 0; row < 2; row++) {
            assertThat(some.path(row)).isEqualTo(all.path(row + 1));
            assertThat(some.conversions(row)).isEqualTo(all.conversions(row + 1));
            assertThat(some.lost(row)).isEqualTo(all.lost(row + 1));
            assertThat(some.valueMinor(row)).isEqualTo(all.valueMinor(row + 1));
            assertThat(some.lead(row)).isEqualTo(all.lead(row + 1));
            assertThat(some.opportunity(row)).isEqualTo(all.opportunity(row + 1));
            assertThat(some.key(row)).isEqualTo(all.key(row + 1));
        }
        for (int touch = 0; touch < 3; touch++) {
            assertThat(some.ageMicros(touch)).isEqualTo(all.ageMicros(touch + 2));
        }
        assertThat(all.rows(0, 4)).isSameAs(all);
        assertThat(all.rows(3, 4).currency()).isEmpty();
        assertThat(all.rows(4, 4)).hasToString("0 rows of 0 touches over 3 channels: 0 conversions, 0 lost");
        assertThat(Journeys.of(channels, new int[] {1, 2}, new int[] {0, 1}, new long[] {1, 0}, new long[] {0, 1})
                        .rows(1, 2))
                .hasToString("1 row of 1 touch over 3 channels: 0 conversions, 1 lost");
        assertThatThrownBy(() -> all.rows(3, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void moreThan256ChannelsTakeTwoBytesATouch() {
        Symbols many = Symbols.of(IntStream.range(0, 300).mapToObj(i -> "c" + i).toList());
        Journeys journeys = Journeys.of(many, new int[] {2}, new int[] {299, 0}, new long[] {1}, new long[] {0});
        assertThat(journeys.path(0)).containsExactly("c299", "c0");
        int[] codes = new int[2];
        journeys.copyTouches(0, 2, codes);
        assertThat(codes).containsExactly(299, 0);
        refused(
                () -> Journeys.of(many, new int[] {1}, new int[] {300}, new long[] {1}, new long[] {0}),
                "touches[0] must be a code of 300 channels, got 300");
    }

    @Test
    void theBuilderRefusesAndStaysAsItWas() {
        JourneysBuilder rows = Journeys.builder().touch("Search", Duration.ofHours(1));
        refused(() -> rows.touch(" "), "touch 2 of the journey is blank");
        refused(
                () -> rows.touch("Email", Duration.ofHours(2)),
                "the age of a touch must not be negative, nor above that of the touch before, got PT2H for Email");
        refused(() -> rows.ended(Double.NaN, 0), "conversions must be from 0 to 2^53, got NaN");
        refused(() -> rows.ended(1, -0.5), "lost must be from 0 to 2^53, got -0.5");
        refused(
                () -> rows.ended(0, Money.of("1", "EUR"), 1),
                "value must not be negative, and 0 without a conversion, got 100 minor units for 0 conversions");
        assertThatThrownBy(() -> rows.converted(Money.of("0.001", "EUR"))).isInstanceOf(ArithmeticException.class);
        assertThatIllegalStateException()
                .isThrownBy(rows::build)
                .withMessage("a journey of 1 touch has not ended: say whether it converted or was lost");
        assertThatIllegalStateException()
                .isThrownBy(() -> rows.lead().lead())
                .withMessage("one touch can be the lead of a journey, touch 1 is it already");
        rows.converted(Money.of("1", "EUR")).touch("Email", Duration.ZERO).lost();
        refused(() -> rows.converted(Money.of("1", "USD")), "one currency wanted, got EUR and USD");
        refused(() -> rows.add(List.of("New", "", "Newer"), 1, null, 0), "touch 2 of the journey is blank");
        Journeys built = rows.build();
        assertThat(built).hasToString("2 rows of 2 touches over 2 channels: 1 conversion worth 1.00 EUR, 1 lost");
        assertThat(built.hasAges()).isTrue();
        assertThat(built.hasMilestones()).isTrue();
        assertThat(built.hasKeys()).isFalse();
        assertThat(built.key(1)).isEqualTo(1);
    }

    @Test
    void journeysInPartsAreAppended() {
        Journeys first = Journeys.builder()
                .touch("B")
                .key("ann")
                .converted(Money.of("2", "EUR"))
                .build();
        Journeys second =
                Journeys.builder().touch("A").touch("B").key("bob").lost().build();
        Journeys both = Journeys.builder().append(first).append(second).build();
        assertThat(both).hasToString("2 rows of 3 touches over 2 channels: 1 conversion worth 2.00 EUR, 1 lost");
        assertThat(both.path(1)).containsExactly("A", "B");
        assertThat(both.key(0)).isEqualTo(first.key(0));
        assertThat(both.key(1)).isEqualTo(second.key(0)).isNotEqualTo(both.key(0));
        assertThat(both.hasAges()).isFalse();
    }

    @Test
    void fractionsAreKeptButAreNoPathTally() {
        Journeys half = Journeys.builder()
                .touch("A")
                .ended(0.5, 0)
                .touch("A")
                .ended(1.9, 0.25)
                .build();
        assertThat(half.whole()).isFalse();
        assertThat(half.conversions()).isEqualTo(2.4);
        refused(half::paths, "a whole number of conversions wanted, row 0 has 0.5");
        refused(() -> half.wholeLost(1), "a whole number of lost wanted, row 1 has 0.25");
    }

    /** Touches are a byte each until the 257th channel comes, outcomes until a row is not one journey. */
    @Property(tries = 60)
    void theBuilderMakesTheSameColumns(
            @ForAll @IntRange(max = 400) int switchAt, @ForAll @IntRange(max = 400) int valueAt, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 300;
        Symbols channels = Symbols.of(
                IntStream.range(0, 600).mapToObj(i -> "channel " + (1000 + i)).toList());
        JourneysBuilder builder = Journeys.builder();
        int[] ends = new int[rows];
        int[] touches = new int[rows * 4];
        double[] conversions = new double[rows];
        double[] lost = new double[rows];
        long[] minor = new long[rows];
        int touch = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = random.nextInt(5); i > 0; i--) {
                touches[touch] = touch % 600;
                builder.touch(channels.name(touches[touch++]));
            }
            ends[row] = touch;
            conversions[row] = row < switchAt ? random.nextInt(2) : random.nextInt(8) / 4.0;
            lost[row] = row < switchAt ? 1 - conversions[row] : random.nextInt(3);
            minor[row] = row >= valueAt && conversions[row] > 0 ? random.nextInt(1000) : 0;
            builder.ended(conversions[row], Money.ofMinor(minor[row], EURO), lost[row]);
        }
        Journeys built = builder.build();
        Journeys columns = Journeys.of(channels, ends, Arrays.copyOf(touches, touch), conversions, lost)
                .withValue(EURO, minor);
        assertThat(built.size()).isEqualTo(rows);
        assertThat(built.single()).isEqualTo(columns.single());
        assertThat(built.whole()).isEqualTo(columns.whole());
        assertThat(built.value()).isEqualTo(columns.value());
        assertThat(built.currency()).isEqualTo(columns.currency());
        for (int row = 0; row < rows; row++) {
            assertThat(built.path(row)).isEqualTo(columns.path(row));
            assertThat(built.conversions(row)).isEqualTo(conversions[row]);
            assertThat(built.lost(row)).isEqualTo(lost[row]);
            assertThat(built.valueMinor(row)).isEqualTo(minor[row]);
        }
    }

    @Test
    void fractionsInColumnsAreCheckedByTheirIndex() {
        Symbols one = Symbols.of("A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Journeys.of(
                        one, new int[] {1, 1}, new int[] {0}, new double[] {0.5, Double.NaN}, new double[] {0, 1}))
                .withMessage("conversions[1] must be from 0 to 2^53, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Journeys.of(one, new int[] {1}, new int[] {0}, new double[] {0.5}, new double[] {-0.25}))
                .withMessage("lost[0] must be from 0 to 2^53, got -0.25");
        assertThat(Journeys.of(one, new int[] {1}, new int[] {0}, new double[] {0.5}, new double[] {0.25}))
                .hasToString("1 row of 1 touch over 1 channel: 0.5 conversions, 0.25 lost");
    }

    @Test
    void theNamesOfEndsAreReserved() {
        for (String name : List.of("(unattributed)", "(start)", "(conversion)", " (null) ")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Journeys.builder().touch(name))
                    .withMessage("touch 1 of the journey has the reserved name " + name.strip());
        }
    }

    @Test
    void aTouchWithAnAgeMayFollowOneWithout() {
        Journeys journeys = Journeys.builder()
                .touch("A")
                .touch("B", Duration.ofHours(1))
                .converted()
                .build();
        assertThat(journeys.path(0)).containsExactly("A", "B");
        assertThat(journeys.hasAges()).isFalse();
        JourneysBuilder rows = Journeys.builder().touch("A").touch("B", Duration.ofHours(1));
        refused(
                () -> rows.touch("C", Duration.ofHours(2)),
                "the age of a touch must not be negative, nor above that of the touch before, got PT2H for C");
    }
}
