package org.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class GroupedTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;

    private record Rated(String channel, int rating) {}

    private static final Grouped<String, RatingTally> BY_CHANNEL =
            RatingTally.by(new String[] {"web", "chat", "web", "web"}, new byte[] {10, 3, 8, Byte.MIN_VALUE});

    @Test
    void columnsAreGroupedInTheOrderOfTheKeys() {
        assertThat(BY_CHANNEL.keys()).containsExactly("chat", "web");
        assertThat(BY_CHANNEL.size()).isEqualTo(2);
        assertThat(BY_CHANNEL.get("web")).contains(RatingTally.of(SCALE, 10, 8, Integer.MIN_VALUE));
        assertThat(BY_CHANNEL.get("store")).isEmpty();
        assertThat(BY_CHANNEL.tally("web")).isEqualTo(RatingTally.of(SCALE, 10, 8, Integer.MIN_VALUE));
        assertThat(BY_CHANNEL.tally("store")).isEqualTo(RatingTally.empty(SCALE));
        assertThat(BY_CHANNEL.total()).isEqualTo(RatingTally.of(SCALE, 10, 3, 8, Integer.MIN_VALUE));
        assertThat(BY_CHANNEL)
                .hasToString("{chat=1 rating on 0..10 {3=1}, web=2 ratings on 0..10 {8=1, 10=1}, 1 missing}");
    }

    @Test
    void resultsKeepTheOrderAndCannotBeChanged() {
        Map<String, Double> scores = BY_CHANNEL.map(tally -> Nps.of(tally).score());
        assertThat(scores).containsExactly(Map.entry("chat", -100.0), Map.entry("web", 50.0));
        assertThatThrownBy(scores::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> BY_CHANNEL.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aStreamIsGroupedByACollector() {
        Grouped<String, RatingTally> collected = Stream.of(
                        new Rated("web", 10), new Rated("chat", 3), new Rated("web", 8))
                .collect(Grouped.by(Rated::channel, Collectors.mapping(Rated::rating, RatingTally.collector(SCALE))));
        assertThat(collected).isEqualTo(RatingTally.by(new String[] {"web", "chat", "web"}, new byte[] {10, 3, 8}));
        Grouped<String, RatingTally> none = Stream.<Rated>empty()
                .collect(Grouped.by(Rated::channel, Collectors.mapping(Rated::rating, RatingTally.collector(SCALE))));
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.total()).isEqualTo(RatingTally.empty(SCALE));
    }

    @Test
    void aCalendarPeriodIsAKeyLikeAnyOther() {
        ZoneId rome = ZoneId.of("Europe/Rome");
        CalendarPeriod[] months = CalendarUnit.MONTH.of(
                new Instant[] {Instant.parse("2024-01-31T22:59:59Z"), Instant.parse("2024-01-31T23:00:00Z")}, rome);
        Grouped<CalendarPeriod, RatingTally> byMonth = RatingTally.by(months, new byte[] {9, 3});
        assertThat(byMonth.keys()).hasToString("[2024-01, 2024-02]");
        assertThat(Grouped.fromBytes(byMonth.toBytes(), CalendarPeriod::parse, RatingTally::fromBytes))
                .isEqualTo(byMonth);
        Grouped<CalendarPeriod, RatingTally> byYear = byMonth.regroup(month -> CalendarUnit.YEAR.of(month.first()));
        assertThat(byYear.map(tally -> Nps.of(tally).score())).hasToString("{2024=0.0}");
    }

    @Test
    void keysUnderWhichNothingWasCountedAreNotHeld() {
        Grouped<String, RatingTally> groups = Grouped.of(
                RatingTally.empty(SCALE), Map.of("web", RatingTally.empty(SCALE), "chat", RatingTally.of(SCALE, 1)));
        assertThat(groups.keys()).containsExactly("chat");
    }

    @Test
    void allTalliesHaveOneShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Grouped.of(RatingTally.empty(SCALE), Map.of("web", RatingTally.of(RatingScale.ONE_TO_FIVE, 1))))
                .withMessage("tallies on different scales do not merge: 0..10 and 1..5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grouped.of(RatingTally.of(SCALE, 1), Map.<String, RatingTally>of()))
                .withMessage("wanted an empty tally for the shape of the groups, got 1 rating on 0..10 {1=1}");
    }

    @Test
    void keysThatReadAlikeCannotBeWritten() {
        record Key(int value) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                return Integer.compare(value, other.value);
            }

            @Override
            public String toString() {
                return "key";
            }
        }
        Grouped<Key, RatingTally> groups = RatingTally.by(new Key[] {new Key(1), new Key(2)}, new byte[] {1, 2});
        assertThatIllegalStateException()
                .isThrownBy(groups::toBytes)
                .withMessage("two keys cannot be told apart by their text: key");
    }

    @Test
    void bytesOfSomethingElseAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Grouped.fromBytes(RatingTally.empty(SCALE).toBytes(), LocationId::of, RatingTally::fromBytes))
                .withMessage("wanted the bytes of groups, got those of ratings");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RatingTally.fromBytes(ByteWriter.of("ratings", 9).toBytes()))
                .withMessage("wanted version 1 of the bytes of ratings, got version 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingTally.fromBytes(new byte[] {1, 2, 3, 4, 5}))
                .withMessage("not the bytes of ratings: the checksum does not match");
    }

    @Test
    void columnsMustFitEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingTally.by(new String[] {"web"}, new byte[] {1, 2}))
                .withMessage("wanted a rating for each key, got 1 keys and 2 ratings");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingTally.by(new String[] {"web", "web"}, new byte[] {1, 11}))
                .withMessage("ratings[1] off the scale 0..10: 11");
    }

    @Test
    void anOutcomeIsAValueOrTheReasonForNone() {
        assertThat(Outcome.of(3).map(x -> x + 1)).isEqualTo(Outcome.of(4));
        assertThat(Outcome.<Integer>noData("no responses").map(x -> x + 1)).hasToString("no data (no responses)");
        assertThat(List.of(
                        Outcome.of("x").toOptional(),
                        Outcome.<String>noData("none").toOptional()))
                .hasToString("[Optional[x], Optional.empty]");
    }
}
