package org.cxkit.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cxkit.benchmarks.EventOrder.Events;
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
 * Question: what do directly-follows counts with their waits cost from events as they come, beside the maps of
 * objects a user would write and DuckDB on the same events?
 *
 * <p>One thread everywhere. DuckDB runs in this process with {@code threads = 1} over a table of
 * {@code case_id INTEGER, activity ENUM, micros BIGINT}; its statement is {@link #SQL}. Each contestant tells the same
 * {@link EdgeTotals}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx4g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DirectlyFollowsBenchmark {

    /** The statement: a window per case in the order of time, then a count and a sum per edge. */
    static final String SQL = "WITH step AS (SELECT activity, micros, lead(activity) OVER journey AS next_activity,"
            + " lead(micros) OVER journey AS next_micros FROM events"
            + " WINDOW journey AS (PARTITION BY case_id ORDER BY micros))"
            + " SELECT enum_code(activity), enum_code(next_activity), count(*), sum(next_micros - micros)::BIGINT FROM step"
            + " WHERE next_activity IS NOT NULL GROUP BY activity, next_activity";

    /** In which order the events come. */
    @Param({"UNSORTED", "BY_TIME"})
    public EventOrder order = EventOrder.UNSORTED;

    /** How many events. */
    @Param("5000000")
    public int n = 5_000_000;

    Events events = Events.none();

    /** The events as a user's list holds them. */
    @State(Scope.Thread)
    public static class InObjects {

        /** An event. */
        record Event(int caseId, int activity, long micros) {}

        /** A step from one activity to the next. */
        record Edge(int from, int to) {}

        /** How often, and how long in sum. */
        record Total(long count, long micros) {

            Total plus(Total other) {
                return new Total(count + other.count, micros + other.micros);
            }
        }

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
            StringBuilder names = new StringBuilder("'a0'");
            for (int activity = 1; activity < EventOrder.ACTIVITIES; activity++) {
                names.append(", 'a").append(activity).append('\'');
            }
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

    /** {@return the totals by the maps a user would write over a list of events} */
    @Benchmark
    public EdgeTotals maps(InObjects objects) {
        Map<Integer, List<InObjects.Event>> journeys = new HashMap<>();
        for (InObjects.Event event : objects.list) {
            journeys.computeIfAbsent(event.caseId(), unused -> new ArrayList<>())
                    .add(event);
        }
        Map<InObjects.Edge, InObjects.Total> edges = new HashMap<>();
        for (List<InObjects.Event> journey : journeys.values()) {
            journey.sort(Comparator.comparingLong(InObjects.Event::micros));
            for (int i = 1; i < journey.size(); i++) {
                InObjects.Event before = journey.get(i - 1);
                InObjects.Event after = journey.get(i);
                edges.merge(
                        new InObjects.Edge(before.activity(), after.activity()),
                        new InObjects.Total(1, after.micros() - before.micros()),
                        InObjects.Total::plus);
            }
        }
        EdgeTotals totals = new EdgeTotals();
        edges.forEach((edge, total) -> totals.add(edge.from(), edge.to(), total.count(), total.micros()));
        return totals;
    }

    /** {@return the totals by {@link #SQL}} */
    @Benchmark
    public EdgeTotals duckDb(InDuckDb in) throws SQLException {
        EdgeTotals totals = new EdgeTotals();
        for (long[] row : in.duck.rows(SQL)) {
            totals.add((int) row[0], (int) row[1], row[2], row[3]);
        }
        return totals;
    }
}
