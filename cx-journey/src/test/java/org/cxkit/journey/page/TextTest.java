package org.cxkit.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.Reports;
import org.cxkit.metrics.touch.TouchLog;
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

            checkout: conversions credited by model
                                         first            linear              last    Markov order 1
              Direct          0.0 (0.0 to 0.0)  1.0 (0.0 to 2.3)  3.0 (0.0 to 7.0)  1.2 (0.0 to 2.3)
              Search          0.0 (0.0 to 0.0)  1.0 (0.0 to 2.3)  0.0 (0.0 to 0.0)  1.2 (0.0 to 2.3)
              checkout        3.0 (0.0 to 7.0)  1.0 (0.0 to 2.3)  0.0 (0.0 to 0.0)  0.7 (0.0 to 1.8)
              (unattributed)  1.0 (0.0 to 4.0)  1.0 (0.0 to 4.0)  1.0 (0.0 to 4.0)  1.0 (0.0 to 4.0)
              4 conversions, 2 journeys without one; the credit of each model adds up to all conversions. In
                brackets the 95 % interval: 200 replicates of a bootstrap over journeys (those of one customer
                together, where customers are known), seed 1.

            Removal effects
              P(conversion): 60.0 %. The removal effect of a channel is the share of the conversions that would
                be lost if every journey ended where it comes to the channel (Markov chain of order 1).
              without   conversions lost
              Direct             100.0 %
              Search             100.0 %
              checkout            60.0 %

            Transitions
              from                to  count  share of from
              (start)       checkout      3         60.0 %
              Direct    (conversion)      3        100.0 %
              Search          Direct      3         60.0 %
              checkout        Search      3        100.0 %
              (start)         Search      2         40.0 %
              Search          (null)      2         40.0 %

            Channel funnel by first touch
              channel  sessions  contacts  qualified  sales
              noise          12         0          0      0
              view           12        12          0     12
              rates in %       contacts/session  qualified/contact  sales/qualified          sales/session
              noise         0.0   (0.0 to 24.2)    –                             –     0.0   (0.0 to 24.2)
              view        100.0 (75.8 to 100.0)  0.0 (0.0 to 24.2)               –   100.0 (75.8 to 100.0)

            Channel funnel by last touch
              channel  sessions  contacts  qualified  sales
              noise          12        12          0     12
              view           12         0          0      0
              rates in %       contacts/session  qualified/contact  sales/qualified          sales/session
              noise       100.0 (75.8 to 100.0)  0.0 (0.0 to 24.2)               –   100.0 (75.8 to 100.0)
              view          0.0   (0.0 to 24.2)    –                             –     0.0   (0.0 to 24.2)
              –: the stage before is empty

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

            Nothing: conversions credited by model
                first  linear  last  time decay 7 d  Markov order 1
              0 conversions, 0 journeys without one; the credit of each model adds up to all conversions. In
                brackets the 95 % interval: 200 replicates of a bootstrap over journeys (those of one customer
                together, where customers are known), seed 1.

            Removal effects
              P(conversion): no data (no journeys with a touch). No removal effects: no conversions.

            Channel funnel by first touch
              channel  sessions  contacts  qualified  sales

            Channel funnel by last touch
              channel  sessions  contacts  qualified  sales

            4C convenience
              No assumption
                       customers  pass  break even  fail  cost missing   margin  CLV/cost
              to win           0     0           0     0             0  no data   no data
              to keep          0     0           0     0             0  no data   no data
              Whale curve: no data (no customers with all costs known)
            """;

    private static final String CREDIT = """
            None: conversions credited by model
                                 first            linear              last    Markov order 1
              Email   0.0 (0.0 to 0.0)  0.0 (0.0 to 0.0)  0.0 (0.0 to 0.0)  0.0 (0.0 to 0.0)
              Search  0.0 (0.0 to 0.0)  0.0 (0.0 to 0.0)  0.0 (0.0 to 0.0)  0.0 (0.0 to 0.0)
              0 conversions, 4 journeys without one; the credit of each model adds up to all conversions. In
                brackets the 95 % interval: 200 replicates of a bootstrap over journeys (those of one customer
                together, where customers are known), seed 1.

            Removal effects
              P(conversion): 0.0 %. No removal effects: no conversions.

            Transitions
              from         to  count  share of from
              Email    (null)      4        100.0 %
              (start)  Search      3         75.0 %
              Search    Email      3        100.0 %
              (start)   Email      1         25.0 %

            One: conversions credited by model
                                 first            linear              last    Markov order 1
              Search  4.0 (1.0 to 9.0)  4.0 (1.0 to 9.0)  4.0 (1.0 to 9.0)  4.0 (1.0 to 9.0)
              4 conversions, 6 journeys without one; the credit of each model adds up to all conversions. In
                brackets the 95 % interval: 200 replicates of a bootstrap over journeys (those of one customer
                together, where customers are known), seed 1.

            Removal effects
              P(conversion): 40.0 %. The removal effect of a channel is the share of the conversions that would
                be lost if every journey ended where it comes to the channel (Markov chain of order 1).
              without  conversions lost
              Search            100.0 %

            Transitions
              from               to  count  share of from
              (start)        Search     10        100.0 %
              Search         (null)      6         60.0 %
              Search   (conversion)      4         40.0 %

            Value: conversions credited by model
                                 first            linear              last    Markov order 1
              Email   2.0 (0.0 to 6.0)  3.0 (0.5 to 7.0)  4.0 (1.0 to 9.0)  2.7 (0.5 to 6.4)
              Search  2.0 (0.0 to 6.0)  1.0 (0.0 to 3.0)  0.0 (0.0 to 0.0)  1.3 (0.0 to 3.4)
              4 conversions, 4 journeys without one; the credit of each model adds up to all conversions. In
                brackets the 95 % interval: 200 replicates of a bootstrap over journeys (those of one customer
                together, where customers are known), seed 1.

            Removal effects
              P(conversion): 50.0 %. The removal effect of a channel is the share of the conversions that would
                be lost if every journey ended where it comes to the channel (Markov chain of order 1).
              without  conversions lost  value lost
              Email             100.0 %     100.0 %
              Search             50.0 %      50.0 %

            Transitions
              from               to  count  share of from
              (start)        Search      6         75.0 %
              Email    (conversion)      4        100.0 %
              Search         (null)      4         66.7 %
              (start)         Email      2         25.0 %
              Search          Email      2         33.3 %
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
    void creditIsToldWithoutConversionsOfOneChannelAndWithValue() {
        String text = Text.of(new CxReport("r", List.of(Reports.credits())));
        assertThat(text.substring(text.indexOf("None"))).isEqualTo(CREDIT);
    }

    @Test
    void aTableThatIsTooWideIsSeveral() {
        TouchLog people = TouchLog.create();
        for (int i = 0; i < 1500; i++) {
            people.touch("p" + i, Reports.NOON, "a channel of a rather long name " + i % 2)
                    .converted("p" + i, Reports.NOON.plusSeconds(60));
        }
        Chapter chapter = Chapter.titled("t", Reports.ORIGIN)
                .touches("Sales", people, Duration.ofDays(1))
                .build();
        assertThat(Text.of(new CxReport("r", List.of(chapter))).lines())
                .filteredOn(line -> line.contains("first") || line.contains("Markov order 1"))
                .hasSize(2);
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String carts = "🛒".repeat(60);
        assertThat(Text.of(new CxReport("r", List.of(Reports.full(carts)))))
                .contains("  " + "🛒".repeat(33) + "…  ")
                .doesNotContain("\uD83D\n", "\uD83D…");
    }
}
