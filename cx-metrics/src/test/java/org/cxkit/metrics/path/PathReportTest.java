package org.cxkit.metrics.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.ProportionInterval;
import org.junit.jupiter.api.Test;

/** Figures by hand. */
class PathReportTest {

    private static final PathTally PATHS = PathTally.accumulator()
            .converted("Search > Email", 2, Money.of("120.00", "EUR"))
            .lost("Search > Email", 2)
            .converted("Search", 2, Money.of("30.00", "EUR"))
            .lost("Search", 6)
            .converted("Direct", 2, Money.of("30.00", "EUR"))
            .converted(List.of(), 1)
            .lost("Email > Email > Email > Email", 4)
            .result();

    @Test
    void theTableTellsPathsLengthsAndTime() {
        // touches of conversions: 0, 1, 1, 1, 1, 2, 2; of the lost: 1 six times, 2 twice, 4 four times
        assertThat(PathReport.of(PATHS, 3)).hasToString("""
                        7 conversions worth 180.00 EUR, 12 lost, 36.8 % (19.1 to 59.0) converted
                        path            conversions   share  so far  lost  converted (95 % Wilson)       value
                        Search > Email            2  28.6 %  28.6 %     2    50.0 % (15.0 to 85.0)  120.00 EUR
                        Direct                    2  28.6 %  57.1 %     0  100.0 % (34.2 to 100.0)   30.00 EUR
                        Search                    2  28.6 %  85.7 %     6     25.0 % (7.1 to 59.1)   30.00 EUR

                        touches         converted  lost
                        0                       1     0
                        1                       4     6
                        2                       2     2
                        4                       0     4
                        mean                 1.14  2.17
                        lower quartile       1.00  1.00
                        median               1.00  1.50
                        upper quartile       1.50  4.00

                        time to convert: no data (a tally of paths has no times)
                        """);
    }

    @Test
    void pathsAreRankedByConversionsThenValueThenName() {
        PathReport report = PathReport.of(PATHS, 10);
        assertThat(report.top())
                .extracting(rank -> rank.path().touches())
                .containsExactly(List.of("Search", "Email"), List.of("Direct"), List.of("Search"), List.of());
        PathRank last = report.top().get(3);
        assertThat(last.share()).isEqualTo(1.0 / 7);
        assertThat(last.cumulativeShare()).isEqualTo(1);
        assertThat(last.conversionRate()).isEqualTo(ProportionInterval.WILSON.of(1, 1, 0.95));
        assertThat(report.converted().total()).isEqualTo(7);
        assertThat(report.converted().quantile(1)).isEqualTo(Outcome.of(2.0));
        assertThat(report.unconverted().quantile(0.7)).isEqualTo(Outcome.of(3.4)); // at 7.7 of 2, 4
    }

    @Test
    void nothingHasNoFigures() {
        PathReport report = PathReport.of(PathTally.accumulator().result(), 1);
        assertThat(report).hasToString("""
                        0 conversions, 0 lost
                        path  conversions  share  so far  lost  converted (95 % Wilson)

                        touches         converted  lost
                        mean                    -     -
                        lower quartile          -     -
                        median                  -     -
                        upper quartile          -     -

                        time to convert: no data (a tally of paths has no times)
                        """);
        assertThat(report.conversionRate()).isEqualTo(Outcome.noData("no journeys"));
        assertThat(report.converted().mean()).isEqualTo(Outcome.noData("no journeys"));
        assertThat(report.converted().total()).isZero();
    }

    @Test
    void longPathsAreCutAndNoNameBreaksTheTable() {
        String many = String.join(" > ", Collections.nCopies(14, "Search")) + " > Newsletter";
        String told = PathReport.of(
                        PathTally.accumulator()
                                .converted(many, 1)
                                .converted("A\nB > \uD83D\uDCE7", 2)
                                .result(),
                        2)
                .toString();
        assertThat(told).startsWith("""
                        3 conversions, 0 lost, 100.0 % (43.9 to 100.0) converted
                        path                                                          conversions   share   so far  lost  converted (95 % Wilson)
                        A B > \uD83D\uDCE7                                                                 2  66.7 %   66.7 %     0  100.0 % (34.2 to 100.0)
                        Search > Search > Search > Search > Sear ... ch > Newsletter            1  33.3 %  100.0 %     0  100.0 % (20.7 to 100.0)

                        """);
        assertThat(told).contains("\nmore                    1     0\n"); // 15 touches
    }

    @Test
    void theTimeToConvertIsThatOfTheFirstTouch() {
        Journeys journeys = Journeys.builder()
                .touch("A", Duration.ofDays(3))
                .touch("B", Duration.ofDays(2))
                .ended(2, 5)
                .touch("A", Duration.ofDays(1))
                .converted()
                .touch("A", Duration.ofDays(10))
                .converted()
                .touch("A", Duration.ofDays(6))
                .converted()
                .touch("A", Duration.ofDays(99))
                .lost()
                .converted()
                .build();
        // 1, 3, 3, 6 and 10 days; 90 % is at 3.6 of them, counted from 0
        TimeToConvert told =
                PathReport.of(journeys, 1).timeToConvert().toOptional().orElseThrow();
        assertThat(told)
                .isEqualTo(new TimeToConvert(
                        5,
                        Duration.ofDays(1),
                        Duration.ofDays(3),
                        Duration.ofDays(3),
                        Duration.ofDays(6),
                        Duration.ofHours(8 * 24 + 9).plusMinutes(36),
                        Duration.ofDays(10),
                        Duration.ofHours(4 * 24 + 14).plusMinutes(24)))
                .hasToString("median 3.00 days (half within 3.00 to 6.00), 90 % within 8.40, mean 4.60, n 5");
    }

    @Test
    void quantilesBetweenMicrosecondsAreKept() {
        Journeys journeys = Journeys.builder()
                .touch("A", Duration.ofNanos(1000))
                .converted()
                .touch("A", Duration.ofNanos(2000))
                .converted()
                .build();
        TimeToConvert told = TimeToConvert.of(journeys).toOptional().orElseThrow();
        assertThat(told.median()).isEqualTo(Duration.ofNanos(1500));
        assertThat(told.ninetyPercent()).isEqualTo(Duration.ofNanos(1900));
    }

    @Test
    void timesThatAreNotKnownAreNotTold() {
        Journeys ageless = Journeys.builder().touch("A").converted().build();
        assertThat(TimeToConvert.of(ageless)).isEqualTo(Outcome.noData("the ages of touches are not known"));
        Journeys untouched = Journeys.builder()
                .converted()
                .touch("A", Duration.ofDays(1))
                .lost()
                .build();
        assertThat(TimeToConvert.of(untouched)).isEqualTo(Outcome.noData("no conversion has a touch"));
    }

    @Test
    void impossibleReportsAreRefused() {
        refused(() -> PathReport.of(PATHS, 0), "at least 1 path to list wanted, got 0");
        Journeys half = Journeys.builder().touch("A").ended(0.5, 0).build();
        refused(() -> PathReport.of(half, 1), "a whole number of conversions wanted, row 0 has 0.5");
        PathLengths lengths = PathReport.of(PATHS, 1).converted();
        refused(() -> lengths.quantile(1.5), "a quantile must be from 0 to 1, got 1.5");
        TreeMap<Long, Long> none = new TreeMap<>();
        none.put(2L, 0L);
        refused(
                () -> new PathLengths(none),
                "lengths must be at least 0 and journeys above 0, got 0 journeys of 2 touches");
        refused(
                () -> new PathRank(PATHS.paths().get(1), 1, 7),
                "conversions of a path must be above 0, at most those so far, and these at most all, got 2, 1 and 7");
        Duration day = Duration.ofDays(1);
        refused(
                () -> new TimeToConvert(1, day, day, day, day, day, Duration.ZERO, day),
                "times must be in order, of at least 1 conversion, got PT24H, PT24H, PT24H, PT24H, PT24H, PT0S, mean"
                        + " PT24H of 1");
        refused(
                () -> new PathReport(List.of(), -1, null, 0, lengths, lengths, Outcome.noData("none")),
                "counts must not be negative: conversions=-1, lost=0");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** Quantiles are of numbers, whatever order the map came in. */
    @Test
    void lengthsAreInTheOrderOfTheirNumbers() {
        TreeMap<Long, Long> falling = new TreeMap<>(Comparator.reverseOrder());
        falling.putAll(Map.of(1L, 3L, 5L, 1L));
        PathLengths lengths = new PathLengths(falling);
        assertThat(lengths.quantile(0.25)).isEqualTo(Outcome.of(1.0));
        assertThat(lengths.journeys().firstKey()).isEqualTo(1L);
    }
}
