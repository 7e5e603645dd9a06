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
              Review it       7 days  no data     0   0     no data

            Tickets
              1 ticket, 3 hand-offs; repeat-free rate 50.0 %, n 2: 1 repeat-free, 1 repeated; 1 unknown

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
              total          24        12          0     12
              rates in %       contacts/session  qualified/contact  sales/qualified          sales/session
              noise         0.0   (0.0 to 24.2)    –                             –     0.0   (0.0 to 24.2)
              view        100.0 (75.8 to 100.0)  0.0 (0.0 to 24.2)               –   100.0 (75.8 to 100.0)
              total        50.0  (31.4 to 68.6)  0.0 (0.0 to 24.2)               –    50.0  (31.4 to 68.6)

            Channel funnel by last touch
              channel  sessions  contacts  qualified  sales
              noise          12        12          0     12
              view           12         0          0      0
              total          24        12          0     12
              rates in %       contacts/session  qualified/contact  sales/qualified          sales/session
              noise       100.0 (75.8 to 100.0)  0.0 (0.0 to 24.2)               –   100.0 (75.8 to 100.0)
              view          0.0   (0.0 to 24.2)    –                             –     0.0   (0.0 to 24.2)
              total        50.0  (31.4 to 68.6)  0.0 (0.0 to 24.2)               –    50.0  (31.4 to 68.6)
              –: the stage before is empty

            Who is worth what: the value of the purchases to come
              checkout
              All customers together: 4,921.77 EUR (95 % 4,102.01 to 5,741.54)
              Customers expected to be still alive: 91.3 of 200

            The customers worth most
              customer       value     95 % interval  P(alive)  to come  repeats  last at, weeks
              checkout  489.57 EUR  412.74 to 566.41     0.967    27.78       42    51.3 of 51.9
              p90       400.32 EUR  333.15 to 467.49     0.947    22.05       31    45.3 of 46.3
              p180      383.11 EUR  307.69 to 458.53     0.950    37.11       48    39.6 of 40.4
              p33       353.75 EUR  296.28 to 411.21     0.972    33.33       49    49.6 of 50.0
              p56       261.50 EUR  211.30 to 311.70     0.832    12.94       21    44.9 of 48.4
              p96       218.05 EUR  181.67 to 254.43     0.976    30.66       42    45.7 of 45.9
              p135      212.75 EUR  141.19 to 284.31     0.591    16.64       36    39.6 of 43.4
              p197      209.95 EUR  176.36 to 243.54     0.952    15.62       19    39.1 of 39.4
              p140      193.06 EUR  163.38 to 222.75     0.910    11.26       15    41.3 of 43.0
              p13       164.50 EUR  138.65 to 190.35     0.858     9.31       15    47.6 of 51.3
              Intervals are about what is expected of a customer, as far as the parameters of both models are
                unsure (delta method); what one customer will do varies far more. Purchases to come are
                discounted, repeats are the purchases after the first, the last of them so long after it.

            Customers by P(alive), the probability of still being a customer
              P(alive)    customers
              0.0 to 0.1         98
              0.1 to 0.2          3
              0.2 to 0.3          3
              0.3 to 0.4          1
              0.4 to 0.5          3
              0.5 to 0.6          3
              0.6 to 0.7          1
              0.7 to 0.8          7
              0.8 to 0.9          9
              0.9 to 1.0         72

            Judged by purchases that the model did not see
              200 customers bought 368 times in 182 days; 349.1 were expected (-5.1 %). Per customer: MAE 1.841,
                RMSE 3.893.
              repeats    customers  bought after  expected
              0                 63          0.10      0.52
              1                 32          0.44      0.45
              2                 22          0.86      0.44
              3                 19          0.89      0.89
              4                  4          2.00      1.37
              5                  6          0.00      0.47
              6                  7          0.43      2.52
              7 or more         47          6.40      5.31
              Repeat purchases added up: until 2025-07-02 made 799, expected 735.1; until 2025-12-31 made 1,167,
                expected 1,093.1

            The models
              When they buy, all purchases: BG/NBD with r 0.3538, alpha 0.7148 weeks, a 0.9819, b 4.439; 95 %
                intervals r 0.2830 to 0.4423, alpha 0.4914 to 1.040, a 0.5861 to 1.645, b 2.073 to 9.506;
                log-likelihood -2,310.43, n 200; identified.
              What they spend, all repeat purchases: Gamma-Gamma with p 14.33, q 7.380 and v 11.36 EUR; 95 %
                intervals p 3.183 to 64.52, q 5.289 to 10.30, v 1.965 to 65.63; log-likelihood -511.29, n 139;
                identified.
              When they buy, purchases until 2025-07-02: BG/NBD with r 0.4452, alpha 0.9366 weeks, a 1.329, b
                6.600; 95 % intervals r 0.3484 to 0.5691, alpha 0.6440 to 1.362, a 0.5191 to 3.401, b 1.875 to
                23.22; log-likelihood -1,582.35, n 200; identified.
              The models take frequency and spend to be independent: correlation of frequency and spend -0.088
                (95 % -0.251 to 0.080), 139 customers, 61 without a repeat purchase and 0 without repeat spend
                left out.

            4C convenience
              checkout
                       customers  pass  break even  fail  cost missing      margin  CLV/cost
              to win           5     3           0     1             1  170.00 EUR     2.214
              to keep          5     3           1     0             1  270.00 EUR     7.750
              95 % sure  likely pass  uncertain  likely fail  unknown
              to win               3          0            1        1
              to keep              3          1            0        1
              Whale curve: peak 195.00 EUR at customer 3; those after it take away 25.00 EUR

            The 4C model: wants, cost, convenience, communication
              touchpoints: 0.0 % of stages; stage coverage 0.0 %, 0 of 5 stages, none at [awareness,
                consideration, purchase, retention, advocacy]
              C1 wants and needs: 50.0 % covered; needs 1 of 1 (100.0 %), wants 0 of 1 (0.0 %), preferences 0 of
                0; gaps: WANT "parking"
              C2 cost of access: n 1; money unknown; time unknown; effort unknown; psychic unknown
              C2 cost of use: n 1; money 12.50 EUR (n 1); time 30 min (n 1); effort 2.50 (checkout) (n 1);
                psychic unknown
              C3 convenience, to win: 75.0 % pass; 3 pass, 0 break even, 1 fail; margin 170.00 EUR, CLV/cost
                2.214; left out for a missing amount 1
              C3 convenience, to keep: 100.0 % pass; 3 pass, 1 break even, 0 fail; margin 270.00 EUR, CLV/cost
                7.750; left out for a missing amount 1
              C4 communication: 0.0 % of stages; contact at 0 of 5 stages (0.0 %), none at awareness,
                consideration, purchase, retention, advocacy; beyond the journey in 0 of 0 completed ones; n 0
                journeys
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
              Review it       7 days  no data     0   0     no data

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

            Who is worth what: the value of the purchases to come
              No assumption
              All customers together: no data (no customers)
              Customers expected to be still alive: 0.0 of 0

            The customers worth most
              customer  value  95 % interval  P(alive)  to come  repeats  last at
              Intervals are about what is expected of a customer, as far as the parameters of both models are
                unsure (delta method); what one customer will do varies far more. Purchases to come are
                discounted, repeats are the purchases after the first, the last of them so long after it.

            Customers by P(alive), the probability of still being a customer
              P(alive)  customers

            The models
              The models take frequency and spend to be independent: correlation of frequency and spend
                undefined, 0 customers, 0 without a repeat purchase and 0 without repeat spend left out.

            4C convenience
              No assumption
                       customers  pass  break even  fail  cost missing   margin  CLV/cost
              to win           0     0           0     0             0  no data   no data
              to keep          0     0           0     0             0  no data   no data
              Whale curve: no data (no customers with all costs known)

            The 4C model: wants, cost, convenience, communication
              C3 convenience, to win: no data (no customer with all costs known); 0 pass, 0 break even, 0 fail
              C3 convenience, to keep: no data (no customer with all costs known); 0 pass, 0 break even, 0 fail
              C4 communication: 0.0 % of stages; contact at 0 of 2 stages (0.0 %), none at purchase, advocacy;
                beyond the journey in 0 of 0 completed ones; n 0 journeys
              No data here: touchpoints; C1 wants and needs; C2 cost to the customer.
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
        assertThat(Text.of(new CxReport("r", List.of(chapter))).replaceAll("\\s+", " "))
                .contains(
                        "A touch leads to a conversion if it is at most 24 h 00 min before it and after the conversion"
                                + " before.");
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
