package org.cxkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.cxkit.core.money.Money;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.page.Html;
import org.cxkit.journey.page.Text;
import org.cxkit.journey.report.ChainTable;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.ConvenienceTable;
import org.cxkit.journey.report.CreditTable;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.FittedModel;
import org.cxkit.journey.report.Insight;
import org.cxkit.journey.report.JourneyTable;
import org.cxkit.journey.report.LifetimeTable;
import org.cxkit.journey.report.RatingTable;
import org.cxkit.journey.report.VerdictBands;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.attribution.AttributionIntervals;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.CreditInterval;
import org.cxkit.metrics.attribution.ModelCredit;
import org.cxkit.metrics.attribution.ModelIntervals;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.markov.Transition;
import org.cxkit.metrics.path.ChannelName;
import org.cxkit.sample.simulator.PlantedFacts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report over the data that come with the sample; figures are told again by loops that use nothing of the library. */
class SampleReportTest {

    private static final Set<String> TOUCHES =
            Set.of("social_post", "ad_click", "friend_tip", "search_result", "newsletter_click");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static SampleRun run;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static CxReport report;

    @BeforeAll
    static void runTheSample() throws IOException {
        run = SampleRun.into(directory);
        report = run.report();
    }

    @Test
    void theRunSucceedsAndSaysWhereTheReportIs() {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("  simulating a brand of 4000 customers, seed 42\n")
                .contains("read cdnow_elog.csv: 6,919 rows", Text.of(report))
                .endsWith("\nPage and figures: index.html and report.json in " + directory + "\n");
    }

    @Test
    void theWeakLocationIsTheOnlyWeakOne() {
        assertThat(report.chapters().get(0).insights())
                .filteredOn(insight -> insight.kind() == Insight.Kind.WEAK_GROUP
                        && insight.sentence().contains(" by location: "))
                .isNotEmpty()
                .extracting(Insight::subject)
                .containsOnly(PlantedFacts.WEAK_LOCATION);
    }

    @Test
    void theSlowChatIsTheOnlyBrokenPromise() {
        assertThat(subjects(0, Insight.Kind.BROKEN_PROMISE)).containsExactly("chat_answer");
    }

    @Test
    void theSlowChatIsTheWeakestChannelOfEachQuestion() {
        for (String question : List.of("NPS", "CSAT", "CES")) {
            assertThat(report.chapters().get(0).insights())
                    .as(question)
                    .filteredOn(insight -> insight.kind() == Insight.Kind.WEAK_GROUP
                            && insight.sentence().startsWith(question + " by channel: "))
                    .first()
                    .extracting(Insight::subject)
                    .isEqualTo(PlantedFacts.SLOW_CHAT_CHANNEL);
        }
    }

    @Test
    void theAssistingChannelIsTheOnlyOneThatOnlyAssists() {
        assertThat(subjects(0, Insight.Kind.ASSISTS_ONLY)).containsExactly(PlantedFacts.ASSISTING_CHANNEL);
    }

    @Test
    void theFiguresOfThePageAreThoseOfTheJson() throws IOException {
        assertThat(Html.of(report)).isEqualTo(run.html());
    }

    @Test
    void theJsonReadsBackAsTheReportThatWasWritten(@TempDir Path again) throws IOException {
        CxReport told = CxSample.report(
                new Options(new Properties(), again), again, new PrintStream(OutputStream.nullOutputStream()));
        assertThat(report).isEqualTo(told);
        assertThat(CxSample.JSON.writeValueAsString(told) + "\n").isEqualTo(run.json());
        assertThat(Html.of(told)).isEqualTo(run.html());
    }

    @Test
    void theNpsOfALocationIsThatOfItsRows() throws IOException {
        int sum = 0;
        int valid = 0;
        for (Map<String, String> row : data("responses.csv")) {
            String answer = row.get("answer");
            if (row.get("question").equals("NPS")
                    && row.get("location").equals(PlantedFacts.WEAK_LOCATION)
                    && answer.matches("10|[0-9]")) {
                int rating = Integer.parseInt(answer);
                sum += rating >= 9 ? 1 : rating <= 6 ? -1 : 0;
                valid++;
            }
        }
        double nps = 100.0 * sum / valid;
        RatingTable.Row told = row(ratings("NPS", "location"), PlantedFacts.WEAK_LOCATION);
        assertThat(told.valid()).isEqualTo(valid);
        assertThat(told.score().toOptional().orElseThrow().estimate()).isEqualTo(nps);
        assertThat(run.html()).contains(String.format(Locale.ROOT, "%.1f", nps));
    }

    @Test
    void answersOfAChannelAreCountedAsValidMissingOrInvalid() throws IOException {
        int[] counts = new int[3];
        int satisfied = 0;
        for (Map<String, String> row : data("responses.csv")) {
            String answer = row.get("answer");
            if (row.get("question").equals("CSAT") && row.get("channel").equals("chat")) {
                boolean valid = answer.matches("[1-5]");
                counts[valid ? 0 : answer.isBlank() || answer.equals("skip") ? 1 : 2]++;
                satisfied += valid && answer.charAt(0) >= '4' ? 1 : 0;
            }
        }
        RatingTable.Row told = row(ratings("CSAT", "channel"), "chat");
        assertThat(List.of(told.valid(), told.missing() + told.invalid()))
                .containsExactly((long) counts[0], (long) counts[1] + counts[2]);
        assertThat(told.score().toOptional().orElseThrow().estimate())
                .isEqualTo(100 * ((double) satisfied / counts[0]));
    }

    @Test
    void theCustomersWhoReachedAStepAreThoseWithItsEvent() throws IOException {
        Map<String, Set<String>> customers = new TreeMap<>();
        List<Map<String, String>> events = data("events.csv");
        for (Map<String, String> row : events) {
            customers
                    .computeIfAbsent(row.get("event"), unused -> new HashSet<>())
                    .add(row.get("customer"));
        }
        JourneyTable journey = journey(0);
        assertThat(journey.measured().events()).isEqualTo(events.size());
        assertThat(journey.measured().unmapped()).isZero();
        customers.forEach((event, who) -> assertThat(journey.measured()
                        .step(TouchpointId.of(event))
                        .orElseThrow()
                        .reached())
                .as(event)
                .isEqualTo(who.size()));
    }

    @Test
    void aFunnelCountsTheCustomersWhoDidItsStepsInOrder() throws IOException {
        List<String> steps =
                List.of("product_view", "add_to_cart", "cart", "shipping_details", "payment_details", "purchase");
        Map<String, Integer> next = new HashMap<>();
        long[] reached = new long[steps.size()];
        // the rows of a user are in the order of time
        for (Map<String, String> row : data("ecom.csv")) {
            int level = next.getOrDefault(row.get("user_id"), 0);
            if (level < steps.size() && row.get("event").equals(steps.get(level))) {
                next.put(row.get("user_id"), level + 1);
                reached[level]++;
            }
        }
        assertThat(journey(1).funnel()).extracting(JourneyTable.Level::activity).containsExactlyElementsOf(steps);
        assertThat(journey(1).funnel().stream().mapToLong(JourneyTable.Level::reached))
                .containsExactly(box(reached));
    }

    @Test
    void theLastTouchOfAConversionIsTheTouchBeforeIt() throws IOException {
        Map<String, Double> credits = lastTouches();
        credits.put(PlantedFacts.ASSISTING_CHANNEL, 0.0);
        ModelCredit last = credits().attribution().model(AttributionModel.LAST).orElseThrow();
        Map<String, Double> told = new HashMap<>();
        last.channels().forEach(credit -> told.put(credit.channel(), credit.conversions()));
        assertThat(told).isEqualTo(credits);
    }

    @Test
    void theTransitionsToAConversionAreTheLastTouches() throws IOException {
        Map<String, Double> expected = lastTouches();
        expected.remove(ChannelName.UNATTRIBUTED);
        Map<String, Double> told = new HashMap<>();
        chain().transitions().stream()
                .filter(transition -> transition.to().equals(Transition.CONVERSION))
                .forEach(transition -> told.put(transition.from(), transition.count()));
        assertThat(told).isEqualTo(expected);
        double lost = chain().transitions().stream()
                .filter(transition -> transition.to().equals(Transition.NULL))
                .mapToDouble(Transition::count)
                .sum();
        double converted =
                expected.values().stream().mapToDouble(count -> count).sum();
        assertThat(chain().conversionProbability()).isEqualTo(Outcome.of(converted / (converted + lost)));
        assertThat(run.html())
                .contains(String.format(Locale.ROOT, "P(conversion): %.1f %%", 100 * converted / (converted + lost)));
    }

    @Test
    void everyModelCreditsAllConversionsAndLiesInItsInterval() throws IOException {
        AttributionIntervals credit = credits().credit();
        double all = credit.attribution().conversions();
        assertThat(credit.models())
                .extracting(ModelIntervals::model)
                .containsExactly("first", "linear", "last", "time decay 7 d", "Markov order 1");
        for (ModelIntervals model : credit.models()) {
            double sum = 0;
            for (CreditInterval row : model.channels()) {
                Interval conversions = row.conversions();
                sum += conversions.estimate();
                assertThat(conversions.estimate()).isBetween(conversions.low(), conversions.high());
                assertThat(run.html().replace("\n", ""))
                        .contains("<td>" + tenths(conversions.estimate()) + "<small>(" + tenths(conversions.low())
                                + " to " + tenths(conversions.high()) + ")</small>");
            }
            assertThat(sum).as(model.model()).isCloseTo(all, within(1e-9 * all)); // roundings of some thousand sums
        }
    }

    @Test
    void theRemovalEffectsAreOnThePage() throws IOException {
        assertThat(chain().removals())
                .hasSize(5)
                .allSatisfy(effect -> assertThat(run.html())
                        .contains(String.format(Locale.ROOT, "conversions %.1f %%", 100 * effect.conversions())));
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", new BigDecimal(value).setScale(1, RoundingMode.HALF_UP));
    }

    /** The conversions of the simulated brand by the last touch within thirty days, each touch used once. */
    private static Map<String, Double> lastTouches() throws IOException {
        Map<String, Map<String, String>> touches = new HashMap<>();
        Map<String, Double> credits = new HashMap<>();
        // the rows are in the order of time
        for (Map<String, String> row : data("events.csv")) {
            if (TOUCHES.contains(row.get("event"))) {
                touches.put(row.get("customer"), row);
            } else if (row.get("event").endsWith("_purchase")) {
                Map<String, String> touch = touches.remove(row.get("customer"));
                boolean known = touch != null
                        && Duration.between(time(touch), time(row)).compareTo(Duration.ofDays(30)) <= 0;
                credits.merge(
                        known && touch != null ? touch.get("channel") : ChannelName.UNATTRIBUTED, 1.0, Double::sum);
            }
        }
        return credits;
    }

    @Test
    void theMarginOfTheWorstCustomerIsThatOfTheFiles() throws IOException {
        Map<String, BigDecimal> spent = new HashMap<>();
        for (Map<String, String> row : data("purchases.csv")) {
            spent.merge(row.get("customer"), new BigDecimal(row.get("amount")), BigDecimal::add);
        }
        ConvenienceTable.Reason worst = convenience(0).worst().get(0);
        Map<String, String> costs = data("costs.csv").stream()
                .filter(row -> row.get("customer").equals(worst.customer().value()))
                .findFirst()
                .orElseThrow();
        BigDecimal cost = new BigDecimal(costs.get("acquisition"))
                .add(new BigDecimal(costs.get("service")))
                .add(new BigDecimal(costs.get("retention")));
        BigDecimal value = spent.get(worst.customer().value())
                .multiply(new BigDecimal("0.40"))
                .stripTrailingZeros();
        assertThat(worst.reason())
                .startsWith("FAIL: costs " + cost + " EUR exceed lifetime value " + cents(value) + " EUR by "
                        + cents(cost.subtract(value)) + " EUR");
        assertThat(run.html()).contains(worst.reason());
    }

    /** As they are printed; compared they are exact. */
    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    @Test
    void theMusicShopHasTheModelsOfTheTruthFile() {
        // truth/value.json: 6919 rows, 2357 customers; BG/NBD of the calibration to 1997-09-30, 1882 purchases after it
        assertThat(report.chapters().get(2).sources()).containsExactly(new Chapter.Source("cdnow_elog.csv", 6919));
        assertThat(lifetime().customers()).isEqualTo(2357);
        FittedModel calibrated = lifetime().models().get(2);
        assertThat(calibrated.data()).isEqualTo("When they buy, purchases until 1997-09-30");
        // to the digits of the published parameters
        assertThat(calibrated.model()).isEqualTo("BG/NBD with r 0.2426, alpha 4.414 weeks, a 0.7929, b 2.426");
        assertThat(calibrated.logLikelihood()).isCloseTo(-9582.4292, within(1e-4));
        assertThat(Objects.requireNonNull(lifetime().holdOut()).bought()).isEqualTo(1882);
        assertThat(lifetime().models())
                .allSatisfy(model -> assertThat(model.diagnostics()).isEmpty());
    }

    @Test
    void theWorthOfAllIsThatOfEachAndPassesTheCheck() throws IOException {
        ConvenienceTable check = convenience(2);
        assertThat(check.assumptions())
                .contains(
                        "0.40 of the spend in 36 steps of 1 month, discounted at 0.1 per year (discrete)",
                        "8.00 USD to win a customer, 1.50 USD to serve a purchase, 2.00 USD to keep a customer");
        Money sum = Objects.requireNonNull(check.prospect().lifetimeValue());
        double total = lifetime().total().toOptional().orElseThrow().amount().doubleValue();
        // half a cent for each customer
        assertThat(sum.amount().doubleValue()).isCloseTo(total, within(0.005 * 2357));
        Interval interval = lifetime().totalInterval().toOptional().orElseThrow();
        assertThat(total).isBetween(interval.low(), interval.high());
        VerdictBands keep = Objects.requireNonNull(check.existingBands());
        assertThat(keep.likelyPass() + keep.uncertain() + keep.likelyFail()).isEqualTo(2357);
        assertThat(lifetime().aliveParts().stream().mapToLong(count -> count).sum())
                .isEqualTo(2357);
        assertThat(run.html())
                .contains(
                        "Customers by P(alive)",
                        "calibration ends 1997-09-30",
                        String.format(Locale.ROOT, "<td>%,d</td>", keep.likelyPass()),
                        check.worst().get(0).reason());
        assertThat(lifetime().best())
                .allSatisfy(row -> assertThat(run.html())
                        .contains("<td>" + row.customer() + "</td>\n<td>"
                                + row.value().toOptional().orElseThrow() + "<small>")); // below a thousand
    }

    @Test
    void theSimulatedBrandIsCheckedByWhatItsCustomersBought() {
        assertThat(report.chapters().get(0).lifetime()).isNull();
        assertThat(convenience(0).assumptions()).startsWith("Lifetime value is historic: 0.40 of what");
        assertThat(Objects.requireNonNull(report.chapters().get(0).fourC()).communication())
                .isInstanceOf(Outcome.Value.class);
    }

    @Test
    void noFigureIsNotANumber() throws IOException {
        assertThat(run.json()).doesNotContain("NaN", "Infinity");
        assertThat(run.html()).doesNotContain("NaN", "Infinity");
        assertThat(run.out()).doesNotContain("NaN", "Infinity");
    }

    private static List<String> subjects(int chapter, Insight.Kind kind) {
        return report.chapters().get(chapter).insights().stream()
                .filter(insight -> insight.kind() == kind)
                .map(Insight::subject)
                .toList();
    }

    private static RatingTable ratings(String question, String by) {
        return report.chapters().get(0).ratings().stream()
                .filter(table ->
                        table.question().name().equals(question) && table.by().equals(by))
                .findFirst()
                .orElseThrow();
    }

    private static RatingTable.Row row(RatingTable table, String name) {
        return table.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CreditTable credits() {
        return report.chapters().get(0).credits().get(0);
    }

    private static ChainTable chain() {
        return Objects.requireNonNull(credits().chain());
    }

    private static JourneyTable journey(int chapter) {
        return Objects.requireNonNull(report.chapters().get(chapter).journey());
    }

    private static LifetimeTable lifetime() {
        return Objects.requireNonNull(report.chapters().get(2).lifetime());
    }

    private static ConvenienceTable convenience(int chapter) {
        return Objects.requireNonNull(report.chapters().get(chapter).convenience());
    }

    private static OffsetDateTime time(Map<String, String> row) {
        return OffsetDateTime.parse(row.get("timestamp"));
    }

    private static Long[] box(long[] counts) {
        return Arrays.stream(counts).boxed().toArray(Long[]::new);
    }

    private static List<Map<String, String>> data(String file) throws IOException {
        return SampleRun.rows(directory.resolve("data").resolve(file));
    }
}
