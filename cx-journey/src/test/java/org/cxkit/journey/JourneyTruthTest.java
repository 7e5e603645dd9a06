package org.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.core.time.IsoTimestamps;
import org.cxkit.journey.funnel.Funnel;
import org.cxkit.journey.funnel.FunnelAnchor;
import org.cxkit.journey.funnel.FunnelDefinition;
import org.cxkit.journey.funnel.FunnelMode;
import org.cxkit.journey.io.EventCsv;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.mining.DirectlyFollows;
import org.cxkit.journey.mining.Durations;
import org.cxkit.journey.mining.Edge;
import org.cxkit.journey.mining.Variants;
import org.cxkit.metrics.io.CsvRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every leaf of journey.json and ecom-user.dfg.csv, on which two independent implementations agree.
 *
 * <p>Their figures are doubles summed in another order than ours, so fractions are compared to a relative 1e-12.
 */
class JourneyTruthTest {
    private static final double TOLERANCE = 1e-12;
    private static final String BY_USER = "ecom by user (data/ecom.csv, case = user_id, activity = event, UTC)";
    private static final String FUNNEL = "ecom funnel by user";
    private static final String SESSIONS =
            "ecom sessions: new iff gap > 30 min; the partition equals the session_id column";
    private static final String TIES = "ties and order";
    private static final String EDGES = "directly-follows edges of ecom by user";

    /** Entries of the file whose metrics the library does not have yet. */
    private static final List<String> LATER = List.of(
            "ecom weekly retention by user (Monday, UTC; bounded)", "patients (data/patients.csv, start/complete)");

    private static final String[] EDGE_COLUMNS = {
        "from", "to", "count", "wait_mean_s", "wait_median_s", "wait_min_s", "wait_max_s", "wait_sum_s", "wait_stdev_s"
    };

    private static JsonNode truth;
    private static EventLog byUser;

    @BeforeAll
    static void read() throws IOException {
        truth = TruthTree.read("/journey.json");
        try (Reader file = resource("/ecom.csv")) {
            byUser = EventCsv.columns("user_id", "event", "timestamp")
                    .zone(ZoneOffset.UTC)
                    .read(file, "ecom.csv")
                    .orThrow();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyLeafIsWhatTheLibrarySays() throws IOException {
        return answers().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(TruthTree.differences(expected(entry.getKey()), entry.getValue(), TOLERANCE))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> anyAlteredLeafIsSeen() throws IOException {
        return answers().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(TruthTree.alterations(expected(entry.getKey())))
                                .isNotEmpty()
                                .allSatisfy(altered -> assertThat(
                                                TruthTree.differences(altered, entry.getValue(), TOLERANCE))
                                        .hasSize(1))));
    }

    @Test
    void noEntryOfTheFileIsForgotten() throws IOException {
        List<String> known = new ArrayList<>(answers().keySet());
        known.addAll(LATER);
        known.add(EDGES);
        known.add("note");
        assertThat(truth.propertyNames()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyEdgeHasItsCountAndWaits() throws IOException {
        DirectlyFollows flows = DirectlyFollows.of(byUser);
        assertThat(edgeDifferences(flows, "/" + truth.get(EDGES).stringValue(), 1))
                .isEmpty();
        for (int column = 2; column < EDGE_COLUMNS.length; column++) {
            int compared = column;
            long edgesWithFigure = flows.waits().values().stream()
                    .filter(waits -> compared < EDGE_COLUMNS.length - 1 || waits.count() > 1)
                    .count();
            assertThat(edgeDifferences(flows, "/ecom-user.dfg.csv", column)).hasSize((int) edgesWithFigure);
        }
    }

    @Test
    void sessionsAreThoseOfTheSessionColumn() throws IOException {
        EventLog ours = byUser.sessions(Duration.ofMinutes(30));
        EventLog theirs;
        try (Reader file = resource("/ecom.csv")) {
            theirs = EventCsv.columns("session_id", "event", "timestamp")
                    .read(file, "ecom.csv")
                    .orThrow();
        }
        assertThat(histories(ours)).isEqualTo(histories(theirs));
    }

    /** What the library says to each entry, in the form of the file. */
    private static Map<String, Object> answers() throws IOException {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(BY_USER, byUser());
        answers.put(FUNNEL, funnels());
        answers.put(SESSIONS, byUser.sessions(Duration.ofMinutes(30)).cases());
        answers.put(TIES, ties());
        return answers;
    }

    private static JsonNode expected(String entry) {
        return entry.equals(TIES) ? truth.get(entry).get("expected") : truth.get(entry);
    }

    private static Map<String, Object> byUser() throws IOException {
        DirectlyFollows flows = DirectlyFollows.of(byUser);
        Durations durations = Durations.ofCases(byUser);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("events", byUser.events());
        figures.put("cases", byUser.cases());
        figures.put("activities", byUser.activities().size());
        figures.put("variants", Variants.of(byUser).size());
        figures.put("dfg_edges", flows.waits().size());
        figures.put("dfg_total", flows.transitions());
        figures.put("start_activities", flows.starts());
        figures.put("end_activities", flows.ends());
        figures.put(
                "case_duration_s",
                Map.of(
                        "mean", durations.meanSeconds(),
                        "median", durations.medianSeconds(),
                        "min", durations.minSeconds(),
                        "max", durations.maxSeconds(),
                        "p95_linear", durations.quantileSeconds(0.95)));
        figures.put(
                "ties_adjacent_same_case_same_ts",
                flows.waits().values().stream()
                        .flatMapToLong(waits -> Arrays.stream(waits.micros()))
                        .filter(wait -> wait == 0)
                        .count());
        figures.put("file_order_already_case_time_sorted", inFileOrder());
        figures.put("len_mean", (double) byUser.events() / byUser.cases());
        DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        figures.put("min_ts", format.format(byUser.first()));
        figures.put("max_ts", format.format(byUser.last()));
        return figures;
    }

    private static boolean inFileOrder() throws IOException {
        IsoTimestamps utc = IsoTimestamps.in(ZoneOffset.UTC);
        List<String> fileOrder = new ArrayList<>();
        try (Reader file = resource("/ecom.csv")) {
            CsvRows.columns("user_id", "event", "timestamp")
                    .read(
                            file,
                            "ecom.csv",
                            row -> fileOrder.add(row.text(0) + row.text(1) + row.micros(2, utc)),
                            () -> fileOrder);
        }
        List<String> canonical = new ArrayList<>();
        for (int c = 0; c < byUser.cases(); c++) {
            for (int event = byUser.from(c); event < byUser.to(c); event++) {
                canonical.add(byUser.caseIds().name(c)
                        + byUser.activities().name(byUser.activity(event))
                        + byUser.micros(event));
            }
        }
        return fileOrder.equals(canonical);
    }

    private static Map<String, Object> funnels() {
        FunnelDefinition open = FunnelDefinition.steps(
                "product_view", "add_to_cart", "cart", "shipping_details", "payment_details", "purchase");
        FunnelDefinition first = open.withAnchor(FunnelAnchor.FIRST);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("steps", open.steps());
        figures.put("open_position_order", reached(open, byUser));
        figures.put("open_strictly_increasing_ts", reached(open.withMode(FunnelMode.OPEN_STRICT_TIME), byUser));
        figures.put(
                "unordered(count of distinct steps seen >= k)", reached(open.withMode(FunnelMode.UNORDERED), byUser));
        figures.put("strict_adjacent", reached(open.withMode(FunnelMode.STRICT_ADJACENT), byUser));
        figures.put("window_30min_any_anchor", reached(open.within(Duration.ofMinutes(30)), byUser));
        figures.put("window_30min_first_anchor", reached(first.within(Duration.ofMinutes(30)), byUser));
        figures.put("window_24h_any_anchor", reached(open.within(Duration.ofHours(24)), byUser));
        figures.put("window_24h_first_anchor", reached(first.within(Duration.ofHours(24)), byUser));
        return figures;
    }

    private static Map<String, Object> ties() throws IOException {
        // milliseconds since the epoch, which the library does not read: written as ISO-8601
        StringBuilder csv = new StringBuilder("case,activity,ts\n");
        String events = truth.get(TIES).get("events_csv").stringValue();
        events.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(field -> csv.append(field[0])
                        .append(',')
                        .append(field[1])
                        .append(',')
                        .append(EpochMicros.toInstant(Long.parseLong(field[2]) * 1000))
                        .append('\n'));
        EventLog log = EventCsv.columns("case", "activity", "ts")
                .read(new StringReader(csv.toString()), "ties.csv")
                .orThrow();
        DirectlyFollows flows = DirectlyFollows.of(log);
        Map<String, Object> edges = new TreeMap<>();
        flows.waits().forEach((edge, waits) -> edges.put(edge.from() + ">" + edge.to(), waits.count()));
        Map<String, Object> variants = new TreeMap<>();
        Variants.of(log).list().forEach(v -> variants.put(String.join(">", v.activities()), v.count()));
        FunnelDefinition xyz = FunnelDefinition.steps("x", "y", "z");
        EventLog alone = log.onlyCases("C"::equals);
        DirectlyFollows aloneFlows = DirectlyFollows.of(alone);
        assertThat(aloneFlows.starts()).isEqualTo(aloneFlows.ends());
        return Map.of(
                "dfg", edges,
                "variants", variants,
                "funnel x,y,z position order", reached(xyz, log),
                "funnel x,y,z strictly increasing ts", reached(xyz.withMode(FunnelMode.OPEN_STRICT_TIME), log),
                "funnel y,x,z position order", reached(FunnelDefinition.steps("y", "x", "z"), log),
                "single-event case C",
                        String.format(
                                Locale.ROOT,
                                "duration %.0f, start=end=%s, %s edge",
                                Durations.ofCases(alone).maxSeconds(),
                                String.join(",", aloneFlows.starts().keySet()),
                                aloneFlows.waits().isEmpty() ? "no" : "an"));
    }

    private static List<Long> reached(FunnelDefinition definition, EventLog log) {
        return Arrays.stream(Funnel.of(definition, log).reached()).boxed().toList();
    }

    /** The edges that differ in any column; our figures of one column may be altered before, to see that they do. */
    private static List<String> edgeDifferences(DirectlyFollows flows, String resource, int altered)
            throws IOException {
        List<String> differences = new ArrayList<>();
        Map<Edge, Durations> left = new TreeMap<>(flows.waits());
        try (Reader file = resource(resource)) {
            CsvRows.columns(EDGE_COLUMNS)
                    .strict()
                    .read(
                            file,
                            resource,
                            row -> {
                                Edge edge = new Edge(row.text(0), row.text(1));
                                double[] ours = figures(left.remove(edge));
                                assertThat(row.blank(8)).isEqualTo(ours.length < 7);
                                boolean same = true;
                                for (int i = 0; i < ours.length; i++) {
                                    double figure = i + 2 == altered ? ours[i] * (1 + 1e-9) + 1e-9 : ours[i];
                                    same &= close(figure, row.decimal(i + 2).doubleValue());
                                }
                                if (!same) {
                                    differences.add(row.line() + " " + edge + " " + Arrays.toString(ours));
                                }
                            },
                            () -> "");
        }
        assertThat(left).isEmpty();
        return differences;
    }

    private static double[] figures(Durations waits) {
        double[] figures = {
            waits.count(),
            waits.meanSeconds(),
            waits.medianSeconds(),
            waits.minSeconds(),
            waits.maxSeconds(),
            waits.sumSeconds(),
            waits.count() > 1 ? waits.sdSeconds() : 0
        };
        return waits.count() > 1 ? figures : Arrays.copyOf(figures, 6);
    }

    private static boolean close(double ours, double theirs) {
        return Math.abs(ours - theirs) <= TOLERANCE * Math.abs(theirs);
    }

    /** The events of each case as text, in a set of their own order, for comparing partitions. */
    private static List<String> histories(EventLog log) {
        List<String> histories = new ArrayList<>();
        for (int c = 0; c < log.cases(); c++) {
            StringBuilder history = new StringBuilder();
            for (int event = log.from(c); event < log.to(c); event++) {
                history.append(log.activities().name(log.activity(event)))
                        .append('@')
                        .append(log.micros(event))
                        .append(' ');
            }
            histories.add(history.toString());
        }
        histories.sort(null);
        return histories;
    }

    private static Reader resource(String name) {
        return new InputStreamReader(JourneyTruthTest.class.getResourceAsStream(name), StandardCharsets.UTF_8);
    }
}
