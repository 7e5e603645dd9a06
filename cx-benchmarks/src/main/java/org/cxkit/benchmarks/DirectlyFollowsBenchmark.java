package org.cxkit.benchmarks;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cxkit.benchmarks.EventOrder.Events;
import org.cxkit.core.column.Symbols;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.mining.DirectlyFollows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what do directly-follows counts with their mean and median waits cost from events as they come, beside
 * the maps of objects a user would write and DuckDB on the same events?
 *
 * <p>One thread everywhere. The library starts from coded columns, DuckDB from a table of
 * {@code case_id INTEGER, activity ENUM, micros BIGINT} in this process with {@code threads = 1}; its statement is
 * {@link #SQL}. Each contestant tells the same {@link EdgeTotals}; {@link #COUNTS_SQL} leaves the medians out, which
 * spares DuckDB its dearest part.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx4g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class DirectlyFollowsBenchmark {

    private static final String STEPS = "WITH step AS (SELECT activity, micros,"
            + " lead(activity) OVER journey AS next_activity, lead(micros) OVER journey AS next_micros FROM events"
            + " WINDOW journey AS (PARTITION BY case_id ORDER BY micros))";
    private static final String BY_EDGE = " FROM step WHERE next_activity IS NOT NULL GROUP BY activity, next_activity";

    /** The statement: a window per case in the order of time, then count, sum and median per edge. */
    static final String SQL = STEPS + " SELECT enum_code(activity), enum_code(next_activity), count(*),"
            + " sum(next_micros - micros)::BIGINT, (2 * median(next_micros - micros))::BIGINT" + BY_EDGE;

    /** The statement without medians. */
    static final String COUNTS_SQL = STEPS + " SELECT enum_code(activity), enum_code(next_activity), count(*),"
            + " sum(next_micros - micros)::BIGINT, 0" + BY_EDGE;

    /** In which order the events come. */
    @Param({"UNSORTED", "BY_TIME"})
    public EventOrder order = EventOrder.UNSORTED;

    /** How many events. */
    @Param("2000000")
    public int n = 2_000_000;

    Events events = Events.none();

    /** What the codes of the columns mean. */
    @State(Scope.Thread)
    public static class Coded {

        Symbols caseIds = Symbols.empty();
        Symbols activities = Symbols.empty();

        /** Names the codes. */
        @Setup
        public void load(DirectlyFollowsBenchmark benchmark) {
            caseIds = names(
                    "case", 1 + Arrays.stream(benchmark.events.cases).max().orElse(-1));
            activities = names("a", EventOrder.ACTIVITIES);
        }

        private static Symbols names(String prefix, int n) {
            return Symbols.of(IntStream.range(0, n).mapToObj(i -> prefix + i).toList());
        }
    }

    /** The events as a user's list holds them. */
    @State(Scope.Thread)
    public static class InObjects {

        /** An event. */
        record Event(int caseId, int activity, long micros) {}

        /** A step from one activity to the next. */
        record Edge(int from, int to) {}

        List<Event> list = List.of();

        /** Makes an object of each event. */
        @Setup
        public void load(DirectlyFollowsBenchmark benchmark) {
            Events events = benchmark.events;
            list = new ArrayList<>(events.size());
            for (int i = 0; i < events.size(); i++) {
                list.add(new Event(events.cases[i], events.activities[i], events.micros[i]));
            }
        }
    }

    /** The events as DuckDB sees them. */
    @State(Scope.Thread)
    public static class InDuckDb {

        final DuckDb duck = DuckDb.withThreads(1);

        /** Loads the events. */
        @Setup
        public void load(DirectlyFollowsBenchmark benchmark) throws SQLException {
            Events events = benchmark.events;
            String names = IntStream.range(0, EventOrder.ACTIVITIES)
                    .mapToObj(activity -> "'a" + activity + "'")
                    .collect(joining(", "));
            duck.run("CREATE TYPE activity AS ENUM (" + names + ")");
            duck.run("CREATE TABLE coded (case_id INTEGER, activity INTEGER, micros BIGINT)");
            duck.fill(
                    "coded",
                    events.size(),
                    (row, i) -> row.append(events.cases[i])
                            .append(events.activities[i])
                            .append(events.micros[i]));
            duck.run("CREATE TABLE events AS SELECT case_id, enum_range(NULL::activity)[activity + 1]::activity AS"
                    + " activity, micros FROM coded");
            duck.run("DROP TABLE coded");
        }

        /** Closes the database. */
        @TearDown
        public void close() throws SQLException {
            duck.close();
        }
    }

    /** Makes the events. */
    @Setup
    public void setup() {
        events = order.events(n, 42);
    }

    /** {@return the totals by the library: the log in canonical order first, then its edges} */
    @Benchmark
    public EdgeTotals library(Coded coded) {
        EventLog log = EventLog.of(coded.caseIds, events.cases, coded.activities, events.activities, events.micros);
        EdgeTotals totals = new EdgeTotals();
        DirectlyFollows.of(log)
                .waits()
                .forEach((edge, waits) -> totals.set(
                        coded.activities.code(edge.from()),
                        coded.activities.code(edge.to()),
                        waits.count(),
                        Math.round(1e6 * waits.sumSeconds()),
                        Math.round(2e6 * waits.medianSeconds())));
        return totals;
    }

    /** {@return the totals by the maps a user would write over a list of events} */
    @Benchmark
    public EdgeTotals maps(InObjects objects) {
        Map<Integer, List<InObjects.Event>> journeys = new HashMap<>();
        for (InObjects.Event event : objects.list) {
            journeys.computeIfAbsent(event.caseId(), unused -> new ArrayList<>())
                    .add(event);
        }
        Map<InObjects.Edge, List<Long>> edges = new HashMap<>();
        for (List<InObjects.Event> journey : journeys.values()) {
            journey.sort(Comparator.comparingLong(InObjects.Event::micros));
            for (int i = 1; i < journey.size(); i++) {
                InObjects.Event before = journey.get(i - 1);
                InObjects.Event after = journey.get(i);
                edges.computeIfAbsent(
                                new InObjects.Edge(before.activity(), after.activity()), unused -> new ArrayList<>())
                        .add(after.micros() - before.micros());
            }
        }
        EdgeTotals totals = new EdgeTotals();
        edges.forEach((edge, waits) -> {
            Collections.sort(waits);
            long sum = waits.stream().mapToLong(wait -> wait).sum();
            long twiceMedian = waits.get((waits.size() - 1) / 2) + waits.get(waits.size() / 2);
            totals.set(edge.from(), edge.to(), waits.size(), sum, twiceMedian);
        });
        return totals;
    }

    /** {@return the totals by {@link #SQL}} */
    @Benchmark
    public EdgeTotals duckDb(InDuckDb in) throws SQLException {
        return totals(in.duck.rows(SQL));
    }

    /** {@return the totals without medians by {@link #COUNTS_SQL}} */
    @Benchmark
    public EdgeTotals duckDbCounts(InDuckDb in) throws SQLException {
        return totals(in.duck.rows(COUNTS_SQL));
    }

    private static EdgeTotals totals(List<long[]> rows) {
        EdgeTotals totals = new EdgeTotals();
        for (long[] row : rows) {
            totals.set((int) row[0], (int) row[1], row[2], row[3], row[4]);
        }
        return totals;
    }
}
