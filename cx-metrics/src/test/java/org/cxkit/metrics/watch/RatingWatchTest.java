package org.cxkit.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.ControlChart;
import org.cxkit.metrics.control.Cusum;
import org.cxkit.metrics.control.Ewma;
import org.cxkit.metrics.control.LlrCusum;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.control.RunLength;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.control.Signal;
import org.cxkit.metrics.control.Subgroup;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

class RatingWatchTest {
    private static final Scoring NET = Scoring.netShare(Bands.ZERO_TO_TEN);
    private static final Baseline NORMAL = Baseline.given(Characteristic.NET_SHARE, 0.4, 0.8);
    private static final Periods HOURS = Periods.of(Duration.ofHours(1), 1);
    private static final long START = EpochMicros.of(Instant.parse("2024-05-01T00:00:00Z"));
    private static final long HOUR = 3_600_000_000L;
    // cusum.trinomialLlr of truth/survey.json
    private static final LogLikelihoodRatio RATIO =
            new LogLikelihoodRatio(Characteristic.NET_SHARE, List.of(0.2, 0.2, 0.6), List.of(0.35, 0.25, 0.4));
    private static final int[] TRUTH = {10, 10, 8, 0, 0, 10, 0, 8, 0, 0, 10, 0};

    private static ChartPlan llr(Cusum.AfterSignal afterSignal) {
        return ChartPlan.of().with(LlrCusum.of(RATIO, 1.2, afterSignal));
    }

    private static String hour(int hour) {
        return Instant.parse("2024-05-01T00:00:00Z")
                .plus(Duration.ofHours(hour))
                .toString();
    }

    @Test
    void anAnswerRaisesTheAlertThatSaysSinceWhenAndByHowMuch() {
        RatingWatch watch = RatingWatch.of(NET, Periods.all(), name -> llr(Cusum.AfterSignal.CONTINUE));
        int web = watch.segment("web");
        List<Integer> raisedAt = new ArrayList<>();
        List<Alert> raised = new ArrayList<>();
        for (int i = 0; i < TRUTH.length; i++) {
            List<Alert> alerts = watch.record(web, TRUTH[i], START + i);
            if (!alerts.isEmpty()) {
                raisedAt.add(i);
                raised.addAll(alerts);
            }
        }
        // the sum is above 1.2 at 4, at most there at 5, and above again from 6 on; it was last 0 before answer 2
        assertThat(raisedAt).containsExactly(4, 6);
        Alert first = raised.get(0);
        assertThat(first.segment()).isEqualTo("web");
        assertThat(first.since()).isEqualTo(EpochMicros.toInstant(START + 2));
        assertThat(first.seen()).isEqualTo(EpochMicros.toInstant(START + 4));
        assertThat(first.others()).isEmpty();
        assertThat(first.signal().direction()).isEqualTo(Signal.Direction.DOWN);
        // answers 2 to 4 score 0, -1 and -1, against a normal mean of 0.6 - 0.2
        assertThat(first.signal().shift()).isEqualTo(-2.0 / 3 - RATIO.normalMean());
        assertThat(first.signal().n()).isEqualTo(3);
        assertThat(first)
                .hasToString("web: NPS share down by 1.0667 since 2024-05-01T00:00:00.000002Z, seen at"
                        + " 2024-05-01T00:00:00.000004Z (LLR CUSUM), n 3");
        assertThat(watch.signalling()).hasSize(1);
        assertThat(watch).hasToString("watch of NPS share in 1 segment, 1 signals, n 12");
    }

    @Test
    void aSumThatStartsOverAfterASignalNamesTheAnswerItStartedFrom() {
        RatingWatch watch = RatingWatch.of(NET, Periods.all(), name -> llr(Cusum.AfterSignal.RESTART));
        int web = watch.segment("web");
        List<Alert> raised = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            raised.addAll(watch.record(web, 0, START + i));
        }
        // 0.5596 an answer: above 1.2 with the third, from 0 again with the sixth
        assertThat(raised)
                .extracting(Alert::since)
                .containsExactly(EpochMicros.toInstant(START), EpochMicros.toInstant(START + 3));
        assertThat(raised)
                .extracting(Alert::seen)
                .containsExactly(EpochMicros.toInstant(START + 2), EpochMicros.toInstant(START + 5));
        assertThat(watch.record(web, 0, START + 6)).isEmpty();
        assertThat(watch.signalling()).isEmpty();
    }

    @Test
    void anAlertNamesTheOtherSegmentsThatSignalInTheSameDirection() {
        LogLikelihoodRatio rise =
                new LogLikelihoodRatio(Characteristic.NET_SHARE, List.of(0.35, 0.25, 0.4), List.of(0.2, 0.2, 0.6));
        RatingWatch watch = RatingWatch.of(
                NET,
                Periods.all(),
                name -> name.equals("rising")
                        ? ChartPlan.of().with(LlrCusum.of(rise, 1.2, Cusum.AfterSignal.CONTINUE))
                        : llr(Cusum.AfterSignal.CONTINUE));
        List<Alert> raised = new ArrayList<>();
        for (String name : List.of("web", "rising", "fine", "app", "chat")) {
            int segment = watch.segment(name);
            for (int i = 0; i < 4; i++) {
                boolean good = name.equals("fine") || name.equals("rising");
                raised.addAll(watch.record(segment, good ? 10 : 0, START + i));
            }
        }
        assertThat(raised).extracting(Alert::segment).containsExactly("web", "rising", "app", "chat");
        assertThat(raised.get(0).others()).isEmpty();
        assertThat(raised.get(1).others()).isEmpty();
        assertThat(raised.get(1).signal().direction()).isEqualTo(Signal.Direction.UP);
        assertThat(raised.get(3).others()).containsExactly("app", "web");
        assertThat(raised.get(3).toString()).endsWith("; also in app, web");
        assertThat(watch.signalling().get(0).others()).containsExactly("app", "chat");
    }

    @Test
    void theChartsOfPeriodsSeeWhatTheBatchChartsSee() {
        SplittableRandom random = new SplittableRandom(7);
        ChartPlan plan = ChartPlan.forRunLength(NORMAL, 100);
        RatingWatch watch = RatingWatch.of(NET, HOURS, name -> plan);
        int web = watch.segment("web");
        List<Subgroup> periods = new ArrayList<>();
        List<Alert> raised = new ArrayList<>();
        for (int hour = 0; hour < 60; hour++) {
            int n = hour % 7 == 3 ? 0 : 5 + random.nextInt(60);
            int sum = 0;
            int squares = 0;
            for (int i = 0; i < n; i++) {
                int rating = random.nextInt(hour < 40 ? 4 : 0, 11);
                raised.addAll(watch.record(web, rating, START + hour * HOUR + i));
                sum += NET.of(rating);
                squares += Math.abs(NET.of(rating));
            }
            periods.add(Subgroup.of(n, sum, squares));
        }
        raised.addAll(watch.advance(START + 60 * HOUR));
        List<String> expected = new ArrayList<>();
        for (var chart : List.of(
                Shewhart.of(NORMAL, 2.5758293035489004), // run length 100: the quantile 0.995 of R 4.2 qnorm
                Ewma.of(NORMAL, 0.2, RunLength.ewmaWidth(0.2, 100)),
                Cusum.of(NORMAL, 0.5, RunLength.cusumLimit(0.5, 100), Cusum.AfterSignal.CONTINUE))) {
            Signal.Direction last = null;
            for (ControlChart.Point point : ControlChart.of(chart, periods).points()) {
                Signal signal = point.reading()
                        .toOptional()
                        .map(ControlChart.Reading::signal)
                        .orElse(null);
                if (signal != null && signal.direction() != last) {
                    expected.add(signal + " " + hour((int) signal.since()) + " " + hour((int) signal.at() + 1));
                }
                if (point.n() > 0) {
                    last = signal == null ? null : signal.direction();
                }
            }
        }
        assertThat(raised)
                .extracting(alert -> alert.signal() + " " + alert.since() + " " + alert.seen())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSizeGreaterThan(3);
    }

    @Test
    void aPeriodWaitsForLateAnswersAsLongAsItIsHeldAndLaterOnesAreCounted() {
        // limits of ±1 standard error: each period with a net share of 1 or -1 signals
        ChartPlan plan = ChartPlan.of(Shewhart.of(NORMAL, 1));
        RatingWatch watch = RatingWatch.of(NET, Periods.of(Duration.ofHours(1), 2), name -> plan);
        int web = watch.segment("web");
        assertThat(watch.record(web, 0, START)).isEmpty();
        assertThat(watch.record(web, 0, START + HOUR)).isEmpty();
        assertThat(watch.record(web, 0, START + 1)).isEmpty(); // a late answer that is still in time
        List<Alert> alerts = watch.record(web, 0, START + 2 * HOUR);
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).signal().n()).isEqualTo(2);
        assertThat(alerts.get(0).since()).isEqualTo(EpochMicros.toInstant(START));
        assertThat(alerts.get(0).seen()).isEqualTo(EpochMicros.toInstant(START + HOUR));
        assertThat(watch.late()).isZero();
        assertThat(watch.record(web, 10, START + 2)).isEmpty();
        assertThat(watch.late()).isEqualTo(1);
        assertThat(watch.advance(START)).isEmpty(); // time never goes back
        assertThat(watch.advance(START + 9 * HOUR)).isEmpty(); // it goes on signalling the fall it told of
        assertThat(watch.signalling()).hasSize(0); // the last period without answers does not signal
    }

    @Test
    void missingAnswersEnterNoChart() {
        RatingWatch watch = RatingWatch.of(NET, Periods.all(), name -> llr(Cusum.AfterSignal.CONTINUE));
        int web = watch.segment("web");
        for (int i = 0; i < 9; i++) {
            assertThat(watch.record(web, Integer.MIN_VALUE, START)).isEmpty();
        }
        watch.record(web, 0, START);
        watch.record(web, 0, START);
        assertThat(watch.record(web, 0, START).get(0).signal().n()).isEqualTo(3);
        assertThat(watch).hasToString("watch of NPS share in 1 segment, 1 signals, n 3, 9 missing");
    }

    @Test
    void aLenientWatchCountsRatingsOffTheScaleAndGoesOnSoFromItsBytes() {
        RatingWatch watch = RatingWatch.lenient(NET, HOURS, name -> ChartPlan.of(Shewhart.of(NORMAL)));
        int web = watch.segment("web");
        watch.record(web, 11, Long.MAX_VALUE); // time counts for ratings only
        watch.record(web, 9, START);
        watch.record(watch.segment("app"), Integer.MAX_VALUE, START);
        watch.record(web, Integer.MIN_VALUE, START);
        RatingWatch restored = RatingWatch.fromBytes(watch.toBytes(), NET, name -> ChartPlan.of(Shewhart.of(NORMAL)));
        restored.record(web, Integer.MIN_VALUE + 1, START);
        assertThat(List.of(restored.valid(), restored.missing(), restored.invalid()))
                .containsExactly(1L, 1L, 3L);
        assertThat(restored).hasToString("watch of NPS share in 2 segments, 0 signal, n 1, 1 missing, 3 invalid");
    }

    @Test
    void bytesOfTheFirstVersionAreRefused() {
        byte[] first = ByteWriter.of("rating watch", 1).text("").toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingWatch.fromBytes(first, NET, name -> ChartPlan.of()))
                .withMessage("wanted version 2 of the bytes of rating watch, got version 1");
    }

    @Test
    void aSegmentWhoseLastPeriodIsEmptyIsNotNamedAsSignallingToo() {
        ChartPlan plan = ChartPlan.of(Shewhart.of(NORMAL, 1)); // a period of detractors alone signals
        RatingWatch watch = RatingWatch.of(NET, HOURS, name -> plan);
        int web = watch.segment("web");
        int app = watch.segment("app");
        watch.record(web, 0, START);
        watch.record(app, 10, START);
        watch.record(app, 0, START + HOUR);
        assertThat(watch.advance(START + HOUR)).singleElement().hasFieldOrPropertyWithValue("segment", "web");
        // the hour of app signals when that of web has been empty
        List<Alert> alerts = watch.advance(START + 2 * HOUR);
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).segment()).isEqualTo("app");
        assertThat(alerts.get(0).others()).isEmpty();
        assertThat(watch.signalling()).isEqualTo(alerts);
        RatingWatch restored = RatingWatch.fromBytes(watch.toBytes(), NET, name -> plan);
        assertThat(restored.signalling()).isEqualTo(alerts);
        // web goes on with the fall it told of: not told again, and named again
        restored.record(web, 0, START + 2 * HOUR);
        restored.record(app, 0, START + 2 * HOUR);
        assertThat(restored.advance(START + 3 * HOUR)).isEmpty();
        assertThat(restored.signalling()).extracting(Alert::others).containsExactly(List.of("app"), List.of("web"));
    }

    @Test
    void aPlanMayNameAnotherSegmentWithoutLosingIt() {
        ChartPlan plan = ChartPlan.of(Shewhart.of(NORMAL, 1));
        AtomicReference<RatingWatch> watch = new AtomicReference<>();
        watch.set(RatingWatch.of(NET, HOURS, name -> {
            if (!name.equals("all")) {
                watch.get().segment("all");
            }
            return plan;
        }));
        int web = watch.get().segment("web");
        int all = watch.get().segment("all");
        watch.get().record(web, 0, START);
        watch.get().record(all, 0, START);
        assertThat(watch.get().segments()).containsExactly("all", "web");
        assertThat(watch.get().advance(START + HOUR)).extracting(Alert::segment).containsExactly("all", "web");
    }

    @Test
    void plansThatNameEachOtherInACircleGiveEachSegmentOnce() {
        ChartPlan plan = ChartPlan.of(Shewhart.of(NORMAL, 1));
        AtomicReference<RatingWatch> watch = new AtomicReference<>();
        Set<String> asked = new HashSet<>();
        watch.set(RatingWatch.of(NET, HOURS, name -> {
            if (asked.add(name)) {
                watch.get().segment(name.equals("web") ? "app" : "web");
            }
            return plan;
        }));
        // by hand: web asks for app, which asks for web, which asks no more and is the first
        assertThat(watch.get().segment("web")).isEqualTo(0);
        assertThat(watch.get().segment("app")).isEqualTo(1);
        assertThat(watch.get().segment("web")).isEqualTo(0);
        assertThat(watch.get().segments()).containsExactly("web", "app");
        watch.get().record(0, 9, START);
        RatingWatch restored = RatingWatch.fromBytes(watch.get().toBytes(), NET, name -> plan);
        assertThat(restored.segments()).containsExactly("web", "app");
        assertThat(restored.valid()).isEqualTo(1);
    }

    @Test
    void whereThereIsNoRoomNoPlanIsAskedFor() {
        ChartPlan plan = ChartPlan.of();
        List<String> asked = new ArrayList<>();
        AtomicReference<RatingWatch> watch = new AtomicReference<>();
        watch.set(RatingWatch.of(NET, HOURS, name -> {
            asked.add(name);
            if (name.equals("greedy")) {
                watch.get().segment("last");
            }
            return plan;
        }));
        for (int i = 0; i < 9_999; i++) {
            watch.get().segment("s" + i);
        }
        asked.clear();
        assertThatIllegalStateException()
                .isThrownBy(() -> watch.get().segment("greedy"))
                .withMessage("no room for the segment greedy: there are already 10000, the capacity");
        assertThatIllegalStateException()
                .isThrownBy(() -> watch.get().segment("web"))
                .withMessage("no room for the segment web: there are already 10000, the capacity");
        assertThat(asked).containsExactly("greedy", "last");
        assertThat(watch.get().segments()).hasSize(10_000).endsWith("last");
        assertThat(watch.get().segment("s17")).isEqualTo(17);
    }

    @Test
    void whereOneSegmentCannotMoveOnNoneMoves() {
        ChartPlan plan = ChartPlan.of(Shewhart.of(NORMAL, 1));
        RatingWatch watch = RatingWatch.of(NET, HOURS, name -> plan);
        long late = START + 1_500_000 * HOUR;
        watch.record(watch.segment("near"), 0, late - HOUR);
        watch.record(watch.segment("far"), 0, START);
        byte[] before = watch.toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch.advance(late))
                .withMessageStartingWith("time must not move on by more than 1000000 periods at once");
        assertThat(watch.toBytes()).isEqualTo(before);
        assertThat(watch.advance(START + 900_000 * HOUR))
                .extracting(Alert::segment)
                .containsExactly("far");
        assertThat(watch.advance(late)).extracting(Alert::segment).containsExactly("near");
    }

    @Test
    void anAlertSaysWhereTheMeanWentTheOtherWay() {
        RatingWatch watch =
                RatingWatch.of(NET, HOURS, name -> ChartPlan.of(Cusum.of(NORMAL, 0.5, 5, Cusum.AfterSignal.CONTINUE)));
        int web = watch.segment("web");
        int[] detractors = {9, 0, 4};
        int[] passives = {0, 1770, 0};
        int[] promoters = {0, 1230, 0};
        for (int hour = 0; hour < 3; hour++) {
            for (int i = 0; i < detractors[hour] + passives[hour] + promoters[hour]; i++) {
                int rating = i < detractors[hour] ? 0 : i < detractors[hour] + passives[hour] ? 7 : 10;
                assertThat(watch.record(web, rating, START + hour * HOUR)).isEmpty();
            }
        }
        assertThat(watch.advance(START + 3 * HOUR))
                .singleElement()
                .hasToString("web: NPS share signals down (mean up by 0.0039) since 2024-05-01T00:00:00Z, seen at"
                        + " 2024-05-01T03:00:00Z (CUSUM), n 3013");
    }

    @Test
    void whatCannotBeIsRefusedAndRecordsNothing() {
        RatingWatch watch = RatingWatch.of(
                NET,
                HOURS,
                name -> ChartPlan.of(Shewhart.of(NORMAL)).with(LlrCusum.of(RATIO, 1, Cusum.AfterSignal.CONTINUE)));
        int web = watch.segment("web");
        watch.record(web, 9, START);
        byte[] before = watch.toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch.record(web, 11, START))
                .withMessage("rating off the scale 0..10: 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch.record(1, 10, START))
                .withMessage("wanted the index of a segment, below 1, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch.record(web, 10, EpochMicros.of(Instant.parse("2524-05-01T00:00:00Z"))))
                .withMessage("time must not move on by more than 1000000 periods at once, got 2524-05-01T00:00:00Z"
                        + " after 2024-05-01T00:00:00Z");
        assertThat(watch.toBytes()).isEqualTo(before);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingWatch.of(
                                Scoring.share("CSAT", Bands.ZERO_TO_TEN.scale(), 9, 10),
                                HOURS,
                                name -> ChartPlan.of(Shewhart.of(NORMAL)))
                        .segment("web"))
                .withMessageStartingWith("wanted charts of CSAT, got Shewhart chart of NPS share");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingWatch.of(NET, Periods.all(), name -> ChartPlan.of(Shewhart.of(NORMAL)))
                        .segment("web"))
                .withMessage("a chart of periods needs periods that end, got one period that never ends");
        Shewhart used = Shewhart.of(NORMAL);
        used.update(0.5, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChartPlan.of(used))
                .withMessageStartingWith("a plan needs charts that have seen no period, got ");
        LlrCusum fed = LlrCusum.of(RATIO, 1, Cusum.AfterSignal.CONTINUE);
        fed.update(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChartPlan.of().with(fed))
                .withMessageStartingWith("a plan needs charts that have seen no answer, got ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Alert(
                        "web",
                        new Signal(Characteristic.NET_SHARE, "rule", Signal.Direction.UP, 0, 0, 1, 1),
                        Instant.MAX,
                        Instant.MIN,
                        List.of()))
                .withMessage("a change cannot be seen before it happened, got since " + Instant.MAX + " and seen "
                        + Instant.MIN);
    }

    @Test
    void aRestoredWatchGoesOnWhereTheOtherWent() {
        ChartPlan plan = ChartPlan.forRunLength(NORMAL, 50).withRunLength(RATIO, 200);
        RatingWatch whole = RatingWatch.of(NET, Periods.of(Duration.ofHours(1), 2), name -> plan);
        RatingWatch parted = RatingWatch.of(NET, Periods.of(Duration.ofHours(1), 2), name -> plan);
        SplittableRandom random = new SplittableRandom(3);
        int raised = 0;
        for (int i = 0; i < 4000; i++) {
            String name = "s" + random.nextInt(3);
            int rating = random.nextInt(i < 3000 ? 3 : 0, 11);
            long micros = START + i * HOUR / 50 - random.nextLong(3 * HOUR);
            if (i % 100 == 0) {
                parted = RatingWatch.fromBytes(parted.toBytes(), NET, segment -> plan);
            }
            List<Alert> alerts = whole.record(whole.segment(name), rating, micros);
            assertThat(parted.record(parted.segment(name), rating, micros)).isEqualTo(alerts);
            raised += alerts.size();
        }
        assertThat(raised).isPositive();
        assertThat(parted.toBytes()).isEqualTo(whole.toBytes());
        assertThat(parted.late()).isEqualTo(whole.late()).isPositive();
        assertThat(parted.signalling()).isEqualTo(whole.signalling());
        assertThat(parted.segments()).isEqualTo(whole.segments());
        assertThat(parted.periods()).isEqualTo(whole.periods());
        assertThat(parted.scoring()).isEqualTo(whole.scoring());
    }

    @Test
    void bytesOfAnotherDesignAreRefused() {
        RatingWatch watch = RatingWatch.of(NET, HOURS, name -> ChartPlan.of(Shewhart.of(NORMAL)));
        watch.record(watch.segment("web"), 3, START);
        byte[] bytes = watch.toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingWatch.fromBytes(bytes, NET, name -> ChartPlan.of(Shewhart.of(NORMAL, 2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingWatch.fromBytes(
                        bytes, Scoring.netShare(Bands.EUROPEAN), name -> ChartPlan.of(Shewhart.of(NORMAL))))
                .withMessage(
                        "wanted the bytes of a watch of NPS share on 0..10 scored [-1, -1, -1, -1, -1, -1, 0, 0, 1, 1, 1],"
                                + " got NPS share on 0..10 scored [-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1]");
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RatingWatch.fromBytes(flipped, NET, name -> ChartPlan.of(Shewhart.of(NORMAL))));
        }
    }

    @Test
    void threadsThatRecordTheSameAnswersGetEachAlertOnce() throws Exception {
        // in one segment all answers are alike, so that their order is nothing; each thread may raise the alert
        RatingWatch watch = RatingWatch.of(NET, Periods.all(), name -> llr(Cusum.AfterSignal.CONTINUE));
        int segments = 50;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> raised = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                raised.add(threads.submit(() -> {
                    int alerts = 0;
                    for (int i = 0; i < 200 * segments; i++) {
                        alerts += watch.record(watch.segment("s" + i % segments), 0, START)
                                .size();
                    }
                    return alerts;
                }));
            }
            int sum = 0;
            for (Future<Integer> each : raised) {
                sum += each.get();
            }
            assertThat(sum).isEqualTo(segments);
        } finally {
            threads.shutdownNow();
        }
        assertThat(watch.signalling()).hasSize(segments).allSatisfy(alert -> {
            assertThat(alert.signal().n()).isEqualTo(4 * 200);
            assertThat(alert.others()).hasSize(segments - 1);
        });
    }
}
