package org.cxkit.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.math.StatsAccumulator;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.RatingMatrix;
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
 * Question: what does a Net Promoter Score for each segment cost from two columns, beside the maps a user would write,
 * Guava and DuckDB on the same columns?
 *
 * <p>One thread everywhere. The library has counts of each rating on the way, and refuses bad codes and ratings. DuckDB
 * runs in this process with {@code threads = 1} over {@code segment INTEGER, rating UTINYINT}; its four statements are
 * {@link #FILTER_SQL}, {@link #SUM_SQL}, {@link #GROUP_BY_SQL} and {@link #CELL_SQL}. Each contestant tells the same
 * {@link SegmentCounts}, but for Guava, whose statistics of -1, 0 and 1 are a score and its variance.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx4g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class GroupByBenchmark {

    /** The statement with four filtered counts. */
    static final String FILTER_SQL = "SELECT segment, count(*) FILTER (rating >= 9),"
            + " count(*) FILTER (rating BETWEEN 7 AND 8), count(*) FILTER (rating <= 6),"
            + " count(*) FILTER (rating IS NULL) FROM ratings GROUP BY segment";

    /** The statement with sums of conditions. */
    static final String SUM_SQL = "SELECT segment, coalesce(sum((rating >= 9)::INTEGER), 0),"
            + " coalesce(sum((rating BETWEEN 7 AND 8)::INTEGER), 0), coalesce(sum((rating <= 6)::INTEGER), 0),"
            + " count(*) - count(rating) FROM ratings GROUP BY segment";

    /** The statement that makes a histogram of each segment first; a missing rating is told as -1. */
    static final String GROUP_BY_SQL =
            "SELECT segment, coalesce(rating, -1), count(*) FROM ratings GROUP BY segment, rating";

    /** The statement with segment and rating in one key; a missing rating is told as 15. */
    static final String CELL_SQL =
            "SELECT segment * 16 + coalesce(rating, 15) AS cell, count(*) FROM ratings GROUP BY cell";

    /** How the answers are spread over segments and ratings. */
    public enum Spread {
        /** Each segment and each rating about equally often, none missing. */
        UNIFORM(1, RatingShape.UNIFORM),
        /**
         * As shops and customers have it: a fifth of the segments has more than half of the answers, half of these are 9 or
         * 10, and one in twenty is missing.
         */
        SKEWED(3, RatingShape.MISSING);

        private final int power;
        private final RatingShape ratings;

        Spread(int power, RatingShape ratings) {
            this.power = power;
            this.ratings = ratings;
        }

        int[] codes(int n, int segments) {
            SplittableRandom random = new SplittableRandom(42);
            int[] codes = new int[n];
            Arrays.setAll(codes, i -> (int) (segments * Math.pow(random.nextDouble(), power)));
            return codes;
        }
    }

    /** How many segments. */
    @Param({"10", "1000", "100000"})
    public int segments = 10;

    /** How the answers are spread. */
    @Param({"UNIFORM", "SKEWED"})
    public Spread spread = Spread.UNIFORM;

    /** How many answers. */
    @Param("10000000")
    public int n = 10_000_000;

    int[] codes = new int[0];
    byte[] ratings = new byte[0];
    Symbols names = Symbols.empty();

    /** The answers as objects have them: the name of the segment of each row. */
    @State(Scope.Thread)
    public static class InObjects {

        String[] keys = new String[0];

        /** Names the segments. */
        @Setup
        public void load(GroupByBenchmark answers) {
            keys = Arrays.stream(answers.codes).mapToObj(answers.names::name).toArray(String[]::new);
        }
    }

    /** As many bytes as both columns have. */
    @State(Scope.Thread)
    public static class InBytes {

        byte[] bytes = new byte[0];

        /** Fills the bytes, since pages that were never written are all the same one. */
        @Setup
        public void load(GroupByBenchmark answers) {
            bytes = new byte[(Integer.BYTES + 1) * answers.n];
            Arrays.fill(bytes, (byte) 1);
        }
    }

    /** The answers as DuckDB sees them. */
    @State(Scope.Thread)
    public static class InDuckDb {

        final DuckDb duck = DuckDb.withThreads(1);

        /** Loads the columns. */
        @Setup
        public void load(GroupByBenchmark answers) throws SQLException {
            duck.run("CREATE TABLE ratings (segment INTEGER, rating UTINYINT)");
            duck.fill("ratings", answers.n, (row, i) -> {
                row.append(answers.codes[i]);
                if (answers.ratings[i] == RatingShape.NO_ANSWER) {
                    row.appendNull();
                } else {
                    row.append(answers.ratings[i]);
                }
            });
        }

        /** Closes the database. */
        @TearDown
        public void close() throws SQLException {
            duck.close();
        }
    }

    /** Makes the columns. */
    @Setup
    public void setup() {
        codes = spread.codes(n, segments);
        ratings = spread.ratings.column(n, 42);
        names = Symbols.of(
                IntStream.range(0, segments).mapToObj(code -> "segment " + code).toList());
    }

    /** {@return the bound: as many bytes as both columns have read once} */
    @Benchmark
    public long yardstick(InBytes in) {
        return Yardstick.read(in.bytes);
    }

    /** {@return the counts by the library} */
    @Benchmark
    public SegmentCounts library() {
        RatingMatrix table = RatingMatrix.of(RatingScale.ZERO_TO_TEN, names, codes, ratings);
        SegmentCounts counts = new SegmentCounts(segments);
        for (int code = 0; code < segments; code++) {
            counts.set(
                    code,
                    table.count(code, 9, 10),
                    table.count(code, 7, 8),
                    table.count(code, 0, 6),
                    table.missing(code));
        }
        return counts;
    }

    /** {@return the counts by the map a user would write over names} */
    @Benchmark
    public SegmentCounts map(InObjects in) {
        Map<String, long[]> map = new HashMap<>();
        for (int i = 0; i < n; i++) {
            long[] counts = map.computeIfAbsent(in.keys[i], unused -> new long[4]);
            int rating = ratings[i];
            counts[rating < 0 ? 3 : rating >= 9 ? 0 : rating >= 7 ? 1 : 2]++;
        }
        SegmentCounts counts = new SegmentCounts(segments);
        map.forEach((name, of) -> counts.set(names.code(name), of[0], of[1], of[2], of[3]));
        return counts;
    }

    /** {@return the counts by the streams a user would write over codes} */
    @Benchmark
    public SegmentCounts streams() {
        SegmentCounts counts = new SegmentCounts(segments);
        IntStream.range(0, n)
                .boxed()
                .collect(groupingBy(i -> codes[i], groupingBy(i -> ratings[i], counting())))
                .forEach((code, of) -> of.forEach((rating, count) -> counts.add(code, rating, count)));
        return counts;
    }

    /** {@return the statistics by Guava of the ratings of each segment as -1, 0 and 1} */
    @Benchmark
    public StatsAccumulator[] guava() {
        StatsAccumulator[] net = new StatsAccumulator[segments];
        Arrays.setAll(net, unused -> new StatsAccumulator());
        for (int i = 0; i < n; i++) {
            int rating = ratings[i];
            if (rating >= 0) {
                net[codes[i]].add(rating >= 9 ? 1 : rating >= 7 ? 0 : -1);
            }
        }
        return net;
    }

    /** {@return the counts by {@link #FILTER_SQL}} */
    @Benchmark
    public SegmentCounts duckDbFilter(InDuckDb in) throws SQLException {
        return wide(in, FILTER_SQL);
    }

    /** {@return the counts by {@link #SUM_SQL}} */
    @Benchmark
    public SegmentCounts duckDbSum(InDuckDb in) throws SQLException {
        return wide(in, SUM_SQL);
    }

    private SegmentCounts wide(InDuckDb in, String sql) throws SQLException {
        SegmentCounts counts = new SegmentCounts(segments);
        for (long[] row : in.duck.rows(sql)) {
            counts.set((int) row[0], row[1], row[2], row[3], row[4]);
        }
        return counts;
    }

    /** {@return the counts by {@link #GROUP_BY_SQL}} */
    @Benchmark
    public SegmentCounts duckDbGroupBy(InDuckDb in) throws SQLException {
        SegmentCounts counts = new SegmentCounts(segments);
        for (long[] row : in.duck.rows(GROUP_BY_SQL)) {
            counts.add((int) row[0], (int) row[1], row[2]);
        }
        return counts;
    }

    /** {@return the counts by {@link #CELL_SQL}} */
    @Benchmark
    public SegmentCounts duckDbCell(InDuckDb in) throws SQLException {
        SegmentCounts counts = new SegmentCounts(segments);
        for (long[] row : in.duck.rows(CELL_SQL)) {
            int rating = (int) row[0] & 15;
            counts.add((int) row[0] >> 4, rating == 15 ? RatingShape.NO_ANSWER : rating, row[1]);
        }
        return counts;
    }
}
