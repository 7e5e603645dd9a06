package org.cxkit.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Calibration;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.Cusum;
import org.cxkit.metrics.control.Ewma;
import org.cxkit.metrics.control.PeriodChart;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.control.Subgroup;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

/** A p′ chart that is watched live shows what the same chart shows when the periods are past. */
class RatingWatchLaneyTest {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final int INVALID = 6;
    private static final RatingScale SCALE = RatingScale.ONE_TO_FIVE;
    private static final Scoring CSAT = Scoring.share("CSAT", SCALE, 4, 5);
    private static final Characteristic WHAT = Characteristic.of(CSAT);
    private static final int HOURS = 120;
    private static final int HELD = 2;
    private static final long HOUR = 3_600_000_000L;
    private static final long START = EpochMicros.of(Instant.parse("2024-05-01T00:00:00Z"));

    private static final Calibration CALIBRATION = calibration();
    private static final Baseline LANEY = CALIBRATION.laney();
    private static final List<PeriodChart> CHARTS =
            List.of(Shewhart.of(LANEY), Ewma.of(LANEY, 0.2, 2.5), Cusum.of(LANEY, 0.5, 4, Cusum.AfterSignal.CONTINUE));

    /** Hours of 400 answers whose true share wanders from 0.65 to 0.95. */
    private static Calibration calibration() {
        SplittableRandom random = new SplittableRandom(11);
        List<Subgroup> periods = new ArrayList<>();
        for (int hour = 0; hour < 50; hour++) {
            periods.add(Subgroup.ofShare(Math.round(400 * share(random)), 400));
        }
        return Calibration.of(WHAT, periods);
    }

    private static double share(SplittableRandom random) {
        return 0.65 + random.nextDouble(0.3);
    }

    private final SplittableRandom random = new SplittableRandom(12);
    private final RatingWatch watch = RatingWatch.lenient(
            CSAT, Periods.of(Duration.ofHours(1), HELD), name -> ChartPlan.of(CHARTS.toArray(PeriodChart[]::new)));
    private final int web = watch.segment("web");
    private final List<RatingAccumulator> books = new ArrayList<>();
    private long late;

    @Test
    void everyPointSignalsLiveAsItDoesInTheChartOfThePast() {
        assertThat(CALIBRATION.advised(0.05)).isEqualTo(LANEY);
        List<List<Alert>> toldAt = new ArrayList<>();
        List<List<Alert>> signallingAt = new ArrayList<>();
        for (int hour = 0; hour < HOURS + HELD; hour++) {
            toldAt.add(watch.advance(START + hour * HOUR));
            signallingAt.add(watch.signalling()); // the hour that is held no more is the last on the charts
            books.add(RatingAccumulator.create(SCALE));
            if (hour < HOURS) {
                answers(hour);
            }
        }
        List<Subgroup> periods =
                books.stream().map(book -> Subgroup.of(CSAT, book.result())).toList();
        PastCharts past = PastCharts.of(CHARTS, withTheHourBefore(periods));
        int begun = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            assertThat(toldAt.get(hour + HELD)).extracting(Alert::signal).isEqualTo(past.beginningAt(hour + 1));
            assertThat(signallingAt.get(hour + HELD)).extracting(Alert::signal).isEqualTo(past.at(hour + 1));
            for (Alert alert : signallingAt.get(hour + HELD)) {
                long since = START + (alert.signal().since() - 1) * HOUR;
                assertThat(alert.since()).isEqualTo(EpochMicros.toInstant(since));
                assertThat(alert.seen()).isEqualTo(EpochMicros.toInstant(START + (hour + 1) * HOUR));
            }
            begun += past.beginningAt(hour + 1).size();
        }
        assertThat(begun).isGreaterThan(5);
        checkLimits(periods, signallingAt);
        checkCounts(periods);
    }

    /** An hour's answers: of the hour itself, of the hour before, which waits for them, and one that is late. */
    private void answers(int hour) {
        int n = hour % 9 == 4 ? 0 : 5 + random.nextInt(400);
        double share = hour < 90 ? share(random) : 0.4;
        for (int i = 0; i < n; i++) {
            int of = Math.max(0, hour - random.nextInt(2));
            int rating = rating(random, share);
            assertThat(watch.record(web, rating, START + of * HOUR + i)).isEmpty(); // time moved on before
            book(of, rating);
        }
        if (hour > HELD && n > 0) {
            assertThat(watch.record(web, 1, START + (hour - HELD) * HOUR)).isEmpty();
            late++;
        }
    }

    private static int rating(SplittableRandom random, double share) {
        return switch (random.nextInt(20)) {
            case 0 -> MISSING;
            case 1 -> INVALID;
            default -> random.nextDouble() < share ? 4 + random.nextInt(2) : 1 + random.nextInt(3);
        };
    }

    private void book(int hour, int rating) {
        RatingAccumulator book = books.get(hour);
        if (rating == MISSING) {
            book.addMissing(1);
        } else if (rating == INVALID) {
            book.addInvalid(1);
        } else {
            book.add(rating);
        }
    }

    /** While the first hour is held so is the one before, to which an answer could have come: it is on the charts too. */
    private static List<Subgroup> withTheHourBefore(List<Subgroup> periods) {
        List<Subgroup> all = new ArrayList<>(List.of(Subgroup.EMPTY));
        all.addAll(periods);
        return all;
    }

    /** By the definition: a share signals beyond centre ± 3 sd sigma z / sqrt(n), and those of p are too narrow. */
    private static void checkLimits(List<Subgroup> periods, List<List<Alert>> signallingAt) {
        Subgroup all = CALIBRATION.total();
        double centre = (double) all.sum() / all.n();
        double sd = Math.sqrt(centre * (1 - centre));
        double sigmaZ = CALIBRATION.sigmaZ().toOptional().orElseThrow();
        int beyond = 0;
        int beyondThoseOfP = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            Subgroup period = periods.get(hour);
            double away = period.n() == 0 ? 0 : Math.abs((double) period.sum() / period.n() - centre);
            boolean signals = away > 3 * sd * sigmaZ / Math.sqrt((double) period.n());
            assertThat(signallingAt.get(hour + HELD).stream()
                            .filter(alert -> alert.signal().rule().equals("beyond the limit")))
                    .hasSize(signals ? 1 : 0);
            beyond += signals ? 1 : 0;
            beyondThoseOfP += away > 3 * sd / Math.sqrt((double) period.n()) ? 1 : 0;
        }
        assertThat(sigmaZ).isGreaterThan(2);
        assertThat(beyond).isPositive();
        assertThat(beyondThoseOfP).isGreaterThan(2 * beyond);
    }

    private void checkCounts(List<Subgroup> periods) {
        Subgroup all = periods.stream().reduce(Subgroup.EMPTY, Subgroup::plus);
        assertThat(watch.late()).isEqualTo(late).isPositive();
        assertThat(watch.valid()).isEqualTo(all.n() + late);
        assertThat(watch.missing()).isEqualTo(all.missing()).isPositive();
        assertThat(watch.invalid()).isEqualTo(all.invalid()).isPositive();
    }
}
