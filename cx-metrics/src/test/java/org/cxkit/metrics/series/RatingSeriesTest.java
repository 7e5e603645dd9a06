package org.cxkit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Publication;
import org.cxkit.metrics.Released;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class RatingSeriesTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static RatingSeries at(String... instants) {
        byte[] ratings = new byte[instants.length];
        Arrays.fill(ratings, (byte) 9);
        return RatingSeries.of(
                SCALE, Arrays.stream(instants).map(Instant::parse).toArray(Instant[]::new), ratings);
    }

    private static Response response(String id, String instant, Answer answer) {
        return Response.builder(ResponseId.of(id), "nps", Instant.parse(instant))
                .answer(answer)
                .build();
    }

    private static String counts(Map<?, RatingTally> tallies) {
        StringBuilder counts = new StringBuilder();
        tallies.forEach((key, tally) ->
                counts.append(key).append('=').append(tally.valid()).append(' '));
        return counts.toString().strip();
    }

    @Test
    void columnsInAnyOrderAreASeriesInTheOrderOfTime() {
        RatingSeries series = RatingSeries.of(
                SCALE, new long[] {2_000_000, 1_000_000, 2_000_000}, new byte[] {3, 10, Byte.MIN_VALUE});
        assertThat(series.instants()).hasToString("[1970-01-01T00:00:01Z, 1970-01-01T00:00:02Z, 1970-01-01T00:00:02Z]");
        assertThat(series.tally()).hasToString("2 ratings on 0..10 {3=1, 10=1}, 1 missing");
        assertThat(series).hasToString("3 answers on 0..10 from 1970-01-01T00:00:01Z to 1970-01-01T00:00:02Z");
        assertThat(RatingSeries.of(SCALE, new long[0], new byte[0])).hasToString("0 answers on 0..10");
    }

    @Test
    void columnsMustFitEachOtherAndTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingSeries.of(SCALE, new long[1], new byte[2]))
                .withMessage("wanted a rating for each instant, got 1 instants and 2 ratings");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingSeries.of(SCALE, new long[2], new byte[] {1, 11}))
                .withMessage("ratings[1] off the scale 0..10: 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingSeries.of(
                        SCALE,
                        Duplicates.LAST,
                        Lateness.ACCEPT,
                        List.of(
                                response("a", "2024-05-01T10:00:00Z", Answer.of(10)),
                                response("b", "2024-05-01T10:00:00Z", Answer.of(-1)))))
                .withMessage("responses[1] off the scale 0..10: -1");
    }

    @Test
    void theLastCopyOfAResponseCountsUnlessToldOtherwise() {
        List<Response> responses = List.of(
                response("a", "2024-05-02T10:00:00Z", Answer.of(9)),
                response("b", "2024-05-02T10:00:00Z", Answer.missing()),
                response("a", "2024-05-01T10:00:00Z", Answer.of(2)),
                response("b", "2024-05-02T10:00:00Z", Answer.invalid("x")),
                response("b", "2024-05-02T10:00:00Z", Answer.of(4)));
        RatingSeriesAccumulator accumulator = RatingSeriesAccumulator.create(SCALE);
        responses.forEach(accumulator::add);
        assertThat(accumulator.result().tally()).hasToString("2 ratings on 0..10 {4=1, 9=1}");
        assertThat(responses.stream()
                        .collect(RatingSeries.ofResponses(SCALE, Duplicates.FIRST))
                        .tally())
                .hasToString("1 rating on 0..10 {2=1}, 1 missing");
        assertThat(responses.stream()
                        .collect(RatingSeries.ofResponses(SCALE, Duplicates.ALL))
                        .tally())
                .hasToString("3 ratings on 0..10 {2=1, 4=1, 9=1}, 1 missing, 1 invalid");
    }

    @Test
    void copiesTakeNoRoomForLong() {
        RatingSeriesAccumulator accumulator = RatingSeriesAccumulator.create(SCALE);
        for (int i = 0; i < 1000; i++) {
            accumulator.add(ResponseId.of("r" + i % 7), Instant.ofEpochSecond(i), Answer.of(i % 11));
        }
        assertThat(accumulator).hasToString("7 answers on 0..10 from 1970-01-01T00:16:33Z to 1970-01-01T00:16:39Z");
    }

    @Test
    void lateAnswersAreTakenOrReturnedWithTheReason() {
        List<Response> responses = List.of(
                response("a", "2024-05-02T10:00:00Z", Answer.of(9)),
                response("b", "2024-04-30T23:59:59Z", Answer.of(1)));
        Ingested<RatingSeries> taken = RatingSeries.of(SCALE, Duplicates.LAST, Lateness.ACCEPT, responses);
        assertThat(taken.orThrow().size()).isEqualTo(2);
        Ingested<RatingSeries> some = RatingSeries.of(
                SCALE, Duplicates.LAST, Lateness.rejectBefore(Instant.parse("2024-05-01T00:00:00Z")), responses);
        assertThat(some.value().size()).isEqualTo(1);
        assertThat(some.rows()).isEqualTo(2);
        assertThat(some.rejected())
                .hasToString("[responses row 2, column instant: response b comes late: wanted an answer given from"
                        + " 2024-05-01T00:00:00Z on, got one of 2024-04-30T23:59:59Z]");
        assertThat(Lateness.ACCEPT).hasToString("late answers accepted");
        assertThat(Lateness.rejectBefore(Instant.EPOCH)).hasToString("answers before 1970-01-01T00:00:00Z rejected");
    }

    @Test
    void aDayIsOf23Or25HoursWhereTheClocksChange() {
        // Rome: clocks go on at 2024-03-31T01:00Z and back at 2024-10-27T01:00Z
        RatingSeries spring =
                at("2024-03-30T22:59:59Z", "2024-03-30T23:00:00Z", "2024-03-31T21:59:59Z", "2024-03-31T22:00:00Z");
        assertThat(counts(spring.by(CalendarUnit.DAY, ROME).asMap()))
                .isEqualTo("2024-03-30=1 2024-03-31=2 2024-04-01=1");
        RatingSeries autumn =
                at("2024-10-26T21:59:59Z", "2024-10-26T22:00:00Z", "2024-10-27T22:59:59Z", "2024-10-27T23:00:00Z");
        assertThat(counts(autumn.by(CalendarUnit.DAY, ROME).asMap()))
                .isEqualTo("2024-10-26=1 2024-10-27=2 2024-10-28=1");
    }

    @Test
    void aDayThatNeverWasHasNoAnswers() {
        // Samoa went over the date line: 2011-12-29T23:59:59-10:00 was followed by 2011-12-31T00:00+14:00
        RatingSeries series = at("2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z", "2011-12-31T10:00:00Z");
        TallySeries<?, RatingTally> days = TallySeries.of(series.by(CalendarUnit.DAY, ZoneId.of("Pacific/Apia")));
        assertThat(counts(days.asMap())).isEqualTo("2011-12-29=1 2011-12-30=0 2011-12-31=1 2012-01-01=1");
    }

    @Test
    void weeksAreThoseOfTheIsoYear() {
        RatingSeries series =
                at("2020-12-31T12:00:00Z", "2021-01-03T23:59:59Z", "2021-01-04T00:00:00Z", "2024-12-30T00:00:00Z");
        assertThat(counts(series.by(CalendarUnit.WEEK, ZoneOffset.UTC).asMap()))
                .isEqualTo("2020-W53=2 2021-W01=1 2025-W01=1");
    }

    @Test
    void aCalendarWindowFollowsTheLocalTimeAndADurationDoesNot() {
        RatingSeries series =
                at("2024-03-30T11:00:00Z", "2024-03-30T11:00:01Z", "2024-03-31T10:00:00Z", "2024-03-31T11:00:00Z");
        // at noon in Rome, 10:00Z, a calendar day reaches back 23 hours
        assertThat(counts(series.trailing(TrailingWindow.of(Period.ofDays(1), ROME))
                        .asMap()))
                .isEqualTo("2024-03-30T11:00:00Z=1 2024-03-30T11:00:01Z=2 2024-03-31T10:00:00Z=2"
                        + " 2024-03-31T11:00:00Z=2");
        assertThat(counts(series.trailing(TrailingWindow.of(Duration.ofDays(1))).asMap()))
                .isEqualTo("2024-03-30T11:00:00Z=1 2024-03-30T11:00:01Z=2 2024-03-31T10:00:00Z=3"
                        + " 2024-03-31T11:00:00Z=3");
    }

    @Test
    void aTrailingWindowEndsWhereItIsAskedTo() {
        RatingSeries series = at("2024-05-01T10:00:00Z", "2024-05-02T10:00:00Z");
        List<Instant> ends = List.of(
                Instant.parse("2024-04-30T00:00:00Z"),
                Instant.parse("2024-05-02T10:00:00Z"),
                Instant.parse("2024-06-30T00:00:00Z"));
        TallySeries<Instant, RatingTally> points = series.trailing(TrailingWindow.of(Duration.ofDays(1)), ends);
        assertThat(points.map(RatingTally::valid, tally -> Nps.of(tally).responses()))
                .hasToString("{2024-04-30T00:00:00Z=no data (no responses), 2024-05-02T10:00:00Z=1,"
                        + " 2024-06-30T00:00:00Z=no data (no responses)}");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        series.trailing(TrailingWindow.of(Duration.ofDays(1)), List.of(Instant.EPOCH, Instant.EPOCH)))
                .withMessage("the instants must rise, got ends[1]=1970-01-01T00:00:00Z after 1970-01-01T00:00:00Z");
    }

    @Test
    void aWindowMustHaveALength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrailingWindow.of(Duration.ZERO))
                .withMessage("a window must be longer than nothing, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrailingWindow.of(Period.of(0, 1, -1), ROME))
                .withMessage("a window must be longer than nothing, got P1M-1D");
    }

    @Test
    void aRangeOfDaysInWhichBothAreMeantIsAHalfOpenWindow() {
        RatingSeries series =
                at("2024-03-30T22:59:59Z", "2024-03-30T23:00:00Z", "2024-04-01T21:59:59Z", "2024-04-01T22:00:00Z");
        TimeWindow window = TimeWindow.ofDays(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 4, 1), ROME);
        assertThat(series.in(window).valid()).isEqualTo(2);
    }

    @Test
    void aWindowMayReachBeyondTheTimesOfAnswers() {
        RatingSeries series = RatingSeries.of(
                SCALE, new long[] {Long.MIN_VALUE, -1, 0, 5, Long.MAX_VALUE}, new byte[] {1, 2, 3, 4, 5});
        assertThat(series.in(new TimeWindow(Instant.EPOCH, Instant.MAX)))
                .hasToString("3 ratings on 0..10 {3=1, 4=1, 5=1}");
        assertThat(series.in(new TimeWindow(Instant.MIN, Instant.EPOCH))).hasToString("2 ratings on 0..10 {1=1, 2=1}");
        assertThat(series.in(new TimeWindow(Instant.MIN, Instant.MAX))).isEqualTo(series.tally());
        Instant last = EpochMicros.toInstant(Long.MAX_VALUE);
        assertThat(series.in(new TimeWindow(Instant.EPOCH, last)).valid()).isEqualTo(2);
        assertThat(series.in(new TimeWindow(Instant.EPOCH, last.plusNanos(1))).valid())
                .isEqualTo(3);
        assertThat(series.in(new TimeWindow(last.plusNanos(1), Instant.MAX)).isEmpty())
                .isTrue();
        Instant first = EpochMicros.toInstant(Long.MIN_VALUE);
        assertThat(series.in(new TimeWindow(first.minusNanos(1), Instant.EPOCH)).valid())
                .isEqualTo(2);
        assertThat(series.in(new TimeWindow(Instant.MIN, first)).isEmpty()).isTrue();
    }

    @Test
    void timesThatNoSeriesCanHoldAreRefused() {
        RatingSeries series = at("2024-05-01T10:00:00Z");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> RatingSeries.of(SCALE, new Instant[] {Instant.MAX}, new byte[1]));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> series.trailing(TrailingWindow.of(Period.ofYears(300_000), ZoneOffset.UTC)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> series.trailing(TrailingWindow.of(Duration.ofDays(1)), List.of(Instant.MAX)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> series.decayed(Instant.MAX, Duration.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at("+10000-01-01T00:00:00Z").by(CalendarUnit.DAY, ZoneOffset.UTC))
                .withMessage("a period must be in the years 1 to 9999, got +10000-01-01");
    }

    @Test
    void aLateAnswerOfATimeThatNoSeriesCanHoldIsRefusedAsLate() {
        Response early = Response.builder(ResponseId.of("a"), "nps", Instant.MIN)
                .answer(Answer.of(1))
                .build();
        assertThat(RatingSeries.of(SCALE, Duplicates.LAST, Lateness.rejectBefore(Instant.EPOCH), List.of(early))
                        .rejected())
                .hasSize(1);
    }

    @Test
    void aSeriesForEachKeyIsATallyLikeAnyOther() {
        Grouped<String, RatingSeries> byChannel = List.of(
                        response("a", "2024-05-02T10:00:00Z", Answer.of(9)),
                        response("b", "2024-05-01T10:00:00Z", Answer.of(1)))
                .stream()
                .collect(Grouped.by(
                        response -> response.id().value(), RatingSeries.ofResponses(SCALE, Duplicates.LAST)));
        assertThat(byChannel.total().size()).isEqualTo(2);
        assertThat(byChannel.map(RatingSeries::size)).hasToString("{a=1, b=1}");
    }

    @Test
    void neighbouringWindowsOfASeriesAreNotPublishedForOneAnswer() {
        Instant[] minutes = new Instant[12];
        byte[] ratings = new byte[12];
        Arrays.setAll(minutes, i -> Instant.EPOCH.plusSeconds(60L * i));
        Grouped<String, RatingSeries> byChannel = Grouped.of(
                RatingSeries.of(SCALE, new Instant[0], new byte[0]),
                Map.of("web", RatingSeries.of(SCALE, minutes, ratings)));
        Publication<String, RatingTally> publication = Publication.of(
                Released.MIN_FOR_SCORES,
                RatingTally::valid,
                window -> Grouped.of(RatingTally.empty(SCALE), byChannel.map(series -> series.in(window))));
        Instant start = Instant.EPOCH;
        assertThat(publication.publish(new TimeWindow(start, minutes[6])).map(table -> table.map(RatingTally::valid)))
                .hasToString("{web=6}, total 6");
        assertThat(publication.publish(new TimeWindow(start, minutes[7])))
                .hasToString("suppressed (beside what is published it would tell of fewer than 5 answers)");
        assertThat(publication.publish(new TimeWindow(start, minutes[11])).toOptional())
                .isPresent();
    }

    @Test
    void seriesOfAnotherShapeDoNotMerge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at().plus(RatingSeries.empty(RatingScale.ONE_TO_FIVE, Duplicates.LAST)))
                .withMessage("series of different scales or duplicates do not merge: 0..10 ALL and 1..5 LAST");
    }
}
