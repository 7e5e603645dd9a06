package org.cxkit.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextTest {
    private static final int WIDTH = 100;

    private static final String FULL = """
            Journey of 12 checkout, 48 events, 12 off the map
              step       reached    share  drop-off  median wait to next
              View            12  100.0 %     0.0 %                2 min
              checkout        12  100.0 %     0.0 %               60 min
              Purchase        12  100.0 %   100.0 %                    –
              Review it        0    0.0 %   no data                    –

            Funnel (open: anything may come between)
              activity  reached  of first
              view           12   100.0 %
              checkout       12   100.0 %
              purchase       12   100.0 %

            Promises
              step          promised   median  late  of  late share
              checkout          60 s    2 min    12  12     100.0 %
              Purchase   24 h 00 min   60 min     0  12       0.0 %
              Review it     7.0 days  no data     0   0     no data

            Tickets
              1 tickets, 3 hand-offs; repeat-free rate 50.0 %, n 2: 1 repeat-free, 1 repeated; 1 unknown

            NPS by channel (NPS)
              channel    score    95 % interval   n  missing  invalid
              checkout  -100.0  -100.0 to -69.7  20        1        1
              other       70.0     38.4 to 83.4  20        0        0
              all        -15.0    -40.8 to 12.9  40        1        1

            NPS by stage (NPS)
              stage      score    95 % interval   n  missing  invalid
              checkout  -100.0  -100.0 to -69.7  20        1        1
              other       70.0     38.4 to 83.4  20        0        0
              all        -15.0    -40.8 to 12.9  40        1        1

            CSAT by channel (satisfied)
              channel     score  95 % interval   n  missing  invalid
              checkout    0.0 %    0.0 to 16.1  20        0        1
              other     100.0 %  83.9 to 100.0  20        0        0
              silent    no data        no data   0        1        0
              all        50.0 %   35.2 to 64.8  40        1        1

            CSAT by stage (satisfied)
              stage       score  95 % interval   n  missing  invalid
              checkout    0.0 %    0.0 to 16.1  20        0        1
              other     100.0 %  83.9 to 100.0  20        0        0
              silent    no data        no data   0        1        0
              all        50.0 %   35.2 to 64.8  40        1        1

            checkout
                              first  linear  last
              Direct            0.0     1.0   3.0
              Search            0.0     1.0   0.0
              checkout          3.0     1.0   0.0
              (unattributed)    1.0     1.0   1.0

            Channel funnel by first touch
              channel  sessions  contacts  qualified  sales  sales/session
              noise          12         0          0      0          0.0 %
              view           12        12          0     12        100.0 %

            Channel funnel by last touch
              channel  sessions  contacts  qualified  sales  sales/session
              noise          12        12          0     12        100.0 %
              view           12         0          0      0          0.0 %

            4C convenience
              checkout
                       customers  pass  break even  fail  cost missing      margin  CLV/cost
              to win           5     3           0     1             1  170.00 EUR     2.214
              to keep          5     3           1     0             1  270.00 EUR     7.750
              Whale curve: peak 195.00 EUR at customer 3; those after it take away 25.00 EUR
            """;

    private static final String NOTHING = """
            Journey of 0 customers, 0 events, 0 off the map
              step       reached    share  drop-off  median wait to next
              View             0  no data   no data                    –
              checkout         0  no data   no data                    –
              Purchase         0  no data   no data                    –
              Review it        0  no data   no data                    –

            Funnel (open: anything may come between)
              activity  reached  of first
              view            0         –
              purchase        0         –

            Promises
              step          promised   median  late  of  late share
              checkout          60 s  no data     0   0     no data
              Purchase   24 h 00 min  no data     0   0     no data
              Review it     7.0 days  no data     0   0     no data

            Tickets
              0 tickets, 0 hand-offs; repeat-free rate undefined, n 0: 0 repeat-free, 0 repeated; 0 unknown

            NPS by channel (NPS)
              channel    score  95 % interval  n  missing  invalid
              chat     no data        no data  0        1        0
              all      no data        no data  0        1        0

            Nothing
                first  linear  last

            Channel funnel by first touch
              channel  sessions  contacts  qualified  sales  sales/session

            Channel funnel by last touch
              channel  sessions  contacts  qualified  sales  sales/session

            4C convenience
              No assumption
                       customers  pass  break even  fail  cost missing   margin  CLV/cost
              to win           0     0           0     0             0  no data   no data
              to keep          0     0           0     0             0  no data   no data
              Whale curve: no data (no customers with all costs known)
            """;

    static Stream<CxReport> reports() {
        return HtmlTest.reports();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void noLineIsWiderThanAHundredColumns(CxReport report) {
        assertThat(Text.of(report).lines()).allSatisfy(line -> {
            assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(WIDTH);
            assertThat(line.stripTrailing()).isEqualTo(line);
        });
    }

    @Test
    void anEmptyReportSaysSo() {
        assertThat(Text.of(new CxReport("Nothing yet", List.of())))
                .isEqualTo("Nothing yet\n" + "=".repeat(WIDTH) + "\nNo data.\n");
    }

    @Test
    void aChapterWithoutPartsIsItsTitle() {
        assertThat(Text.of(new CxReport(
                        "r", List.of(Chapter.titled("t", Reports.ORIGIN).build()))))
                .isEqualTo("r\n" + "=".repeat(WIDTH) + "\n\nt [simulated: A shop]\n" + "-".repeat(WIDTH) + "\n");
    }

    @Test
    void everyPartIsATableWhoseColumnsLineUp() {
        String text = Text.of(new CxReport("r", List.of(Reports.full("checkout"))));
        assertThat(text.substring(text.indexOf("Journey of"))).isEqualTo(FULL);
    }

    @Test
    void aChapterAboutNothingHasNoFigure() {
        String text = Text.of(new CxReport("r", List.of(Reports.aboutNothing())));
        assertThat(text.substring(text.indexOf("Journey of"))).isEqualTo(NOTHING);
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String carts = "🛒".repeat(60);
        assertThat(Text.of(new CxReport("r", List.of(Reports.full(carts)))))
                .contains("  " + "🛒".repeat(33) + "…  ")
                .doesNotContain("\uD83D\n", "\uD83D…");
    }
}
