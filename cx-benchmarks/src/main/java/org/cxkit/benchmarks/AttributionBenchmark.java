package org.cxkit.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.PathSummary;
import org.cxkit.metrics.path.Journeys;
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
 * Question: what do five models over positions (first, last, linear, U-shaped, linear distinct) cost from journeys, for
 * conversions and their value, beside the objects and maps a user would write and DuckDB on the same journeys?
 *
 * <p>As many threads for each contestant; time is told by journey, the lost ones too. With two threads each of them
 * takes its part of the journeys, and what the parts give is added up in their order; the library's credit is the same,
 * to the last bit, as with one thread. It makes summaries then, which take longer than the one pass of one thread: how it
 * scales is a question for {@link PathSummaryBenchmark}. DuckDB runs in this process with {@code threads} set; its statements and tables
 * are {@link AttributionSql#PATHS}, the fastest of seven forms, and {@link AttributionSql#EVENTS}, the natural one. All
 * contestants tell the same.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx4g", "--enable-native-access=ALL-UNNAMED"})
// less than six seconds is too short for the maps: their loop is compiled late, and then again
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class AttributionBenchmark {

    static final AttributionModel[] MODELS = {
        AttributionModel.FIRST,
        AttributionModel.LAST,
        AttributionModel.LINEAR,
        AttributionModel.U_SHAPED,
        AttributionModel.LINEAR_DISTINCT
    };

    /** How many channels. */
    @Param({"12", "50"})
    public int channels = 12;

    /** How many journeys of a hundred convert. */
    @Param({"25", "100"})
    public int convertingPercent = 25;

    /** How many journeys. */
    @Param({"1000000", "5000000"})
    public int n = 1_000_000;

    /** How many threads. */
    @Param({"1", "2"})
    public int threads = 1;

    SampledJourneys sampled = SampledJourneys.of(0, 1, 0, 0);
    Journeys journeys = sampled.journeys();
    byte[] bytes = new byte[0];
    Workers workers = new Workers(1);

    /** Draws the journeys. */
    @Setup
    public void setup() {
        workers = new Workers(threads);
        sampled = SampledJourneys.of(n, channels, convertingPercent, 42);
        journeys = sampled.journeys();
        bytes = sampled.bytes();
    }

    /** Stops the threads. */
    @TearDown
    public void stop() {
        workers.close();
    }

    /** A journey as an object. */
    record Trip(List<String> touches, boolean converted, double value) {}

    /** The journeys as a user's list holds them. */
    @State(Scope.Thread)
    public static class InObjects {

        List<Trip> trips = List.of();

        /** Makes an object of each journey. */
        @Setup
        public void load(AttributionBenchmark benchmark) {
            SampledJourneys sampled = benchmark.sampled;
            trips = new ArrayList<>(sampled.size());
            for (int row = 0; row < sampled.size(); row++) {
                trips.add(new Trip(sampled.path(row), sampled.conversions[row] == 1, sampled.valueMinor[row] / 100.0));
            }
        }
    }

    /** The journeys as DuckDB sees them. */
    @State(Scope.Thread)
    public static class InDuckDb {

        final DuckDb duck = DuckDb.withThreads(1);

        /** Loads the tables. */
        @Setup
        public void load(AttributionBenchmark benchmark) throws SQLException {
            duck.run("SET threads = " + benchmark.threads);
            AttributionSql.load(duck, benchmark.sampled);
        }

        /** Closes the database. */
        @TearDown
        public void close() throws SQLException {
            duck.close();
        }
    }

    /** Credit in maps: for each model by the name of a channel. */
    private static final class Maps {

        final List<Map<String, Double>> conversions = new ArrayList<>();
        final List<Map<String, Double>> values = new ArrayList<>();

        Maps() {
            for (int model = 0; model < MODELS.length; model++) {
                conversions.add(new HashMap<>());
                values.add(new HashMap<>());
            }
        }

        void credit(int model, String channel, double share, double value) {
            conversions.get(model).merge(channel, share, Double::sum);
            values.get(model).merge(channel, share * value, Double::sum);
        }

        Maps plus(Maps other) {
            for (int model = 0; model < MODELS.length; model++) {
                Map<String, Double> to = conversions.get(model);
                other.conversions.get(model).forEach((channel, share) -> to.merge(channel, share, Double::sum));
                Map<String, Double> toValue = values.get(model);
                other.values.get(model).forEach((channel, value) -> toValue.merge(channel, value, Double::sum));
            }
            return this;
        }
    }

    /** {@return the bound: the bytes of paths and outcomes read once} */
    @Benchmark
    public long yardstick() throws ExecutionException, InterruptedException {
        return workers.sum(bytes.length, (from, to) -> Yardstick.read(bytes, from, to), (a, b) -> a | b);
    }

    /** {@return the credit by the library, with two threads from the summaries of their parts} */
    @Benchmark
    public Attribution library() throws ExecutionException, InterruptedException {
        return threads == 1
                ? Attribution.of(journeys, MODELS)
                : Attribution.of(
                        workers.sum(n, (from, to) -> PathSummary.of(journeys, from, to), PathSummary::plus), MODELS);
    }

    /** {@return the credit by the maps a user would write over a list of journeys: of conversions, then of value} */
    @Benchmark
    public List<List<Map<String, Double>>> maps(InObjects in) throws ExecutionException, InterruptedException {
        Maps maps = workers.sum(n, (from, to) -> maps(in.trips.subList(from, to)), Maps::plus);
        return List.of(maps.conversions, maps.values);
    }

    private static Maps maps(List<Trip> trips) {
        Maps maps = new Maps();
        for (Trip trip : trips) {
            if (trip.converted()) {
                List<String> touches = trip.touches();
                int n = touches.size();
                maps.credit(0, touches.get(0), 1, trip.value());
                maps.credit(1, touches.get(n - 1), 1, trip.value());
                for (int i = 0; i < n; i++) {
                    boolean end = i == 0 || i == n - 1;
                    maps.credit(2, touches.get(i), 1.0 / n, trip.value());
                    maps.credit(3, touches.get(i), n <= 2 ? 1.0 / n : end ? 0.4 : 0.2 / (n - 2), trip.value());
                }
                Set<String> distinct = new HashSet<>(touches);
                for (String channel : distinct) {
                    maps.credit(4, channel, 1.0 / distinct.size(), trip.value());
                }
            }
        }
        return maps;
    }

    /** {@return the credit by {@link AttributionSql#PATHS}, a row a channel} */
    @Benchmark
    public List<double[]> duckDbPaths(InDuckDb in) throws SQLException {
        return in.duck.numbers(AttributionSql.PATHS);
    }

    /** {@return the credit by {@link AttributionSql#EVENTS}, a row a channel} */
    @Benchmark
    public List<double[]> duckDbEvents(InDuckDb in) throws SQLException {
        return in.duck.numbers(AttributionSql.EVENTS);
    }
}
