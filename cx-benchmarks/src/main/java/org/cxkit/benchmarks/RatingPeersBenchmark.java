package org.cxkit.benchmarks;

import com.google.common.math.Stats;
import com.google.common.math.StatsAccumulator;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.jspecify.annotations.Nullable;
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
 * Question: what does a Net Promoter Score cost by the library, by what a user would write over a list, by Guava,
 * HdrHistogram and DuckDB on the same ratings?
 *
 * <p>One thread everywhere. DuckDB runs in this process with {@code threads = 1} over one {@code UTINYINT} column;
 * its three statements are {@link #FILTER_SQL}, {@link #SUM_SQL} and {@link #GROUP_BY_SQL}. Each contestant tells the
 * same {@link NpsCounts}, but for Guava, whose statistics of -1, 0 and 1 are a score and its variance. Only the library,
 * HdrHistogram and DuckDB's histogram would notice a rating off the scale.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class RatingPeersBenchmark {

    /** The statement with four filtered counts. */
    static final String FILTER_SQL = "SELECT count(*) FILTER (rating >= 9), count(*) FILTER (rating BETWEEN 7 AND 8),"
            + " count(*) FILTER (rating <= 6), count(*) FILTER (rating IS NULL) FROM ratings";

    /** The statement with sums of conditions. */
    static final String SUM_SQL = "SELECT sum((rating >= 9)::INTEGER), sum((rating BETWEEN 7 AND 8)::INTEGER),"
            + " sum((rating <= 6)::INTEGER), count(*) - count(rating) FROM ratings";

    /** The statement that makes the histogram first; a missing rating is told as -1. */
    static final String GROUP_BY_SQL = "SELECT coalesce(rating, -1), count(*) FROM ratings GROUP BY rating";

    /** How the ratings are spread. */
    @Param({"UNIFORM", "SKEWED", "MISSING"})
    public RatingShape shape = RatingShape.SKEWED;

    /** How many ratings. */
    @Param("8388608")
    public int n = 1 << 23;

    byte[] column = new byte[0];
    int[] ints = new int[0];
    RatingColumn planes = RatingColumn.of(RatingScale.ZERO_TO_TEN, column);

    /** The ratings as DuckDB sees them. */
    @State(Scope.Thread)
    public static class InDuckDb {

        final DuckDb duck = DuckDb.withThreads(1);

        /** Loads the column into a table of one {@code UTINYINT}. */
        @Setup
        public void load(RatingPeersBenchmark ratings) throws SQLException {
            byte[] column = ratings.column;
            duck.run("CREATE TABLE ratings (rating UTINYINT)");
            duck.fill("ratings", column.length, (row, i) -> {
                if (column[i] == RatingShape.NO_ANSWER) {
                    row.appendNull();
                } else {
                    row.append(column[i]);
                }
            });
        }

        /** Closes the database. */
        @TearDown
        public void close() throws SQLException {
            duck.close();
        }
    }

    /** The ratings as a user's list holds them, a missing answer as null. */
    @State(Scope.Thread)
    public static class InObjects {

        List<@Nullable Integer> list = List.of();

        /** Boxes the column. */
        @Setup
        public void load(RatingPeersBenchmark ratings) {
            list = new ArrayList<>(ratings.column.length);
            for (byte rating : ratings.column) {
                list.add(rating == RatingShape.NO_ANSWER ? null : Integer.valueOf(rating));
            }
        }
    }

    /** Makes the column. */
    @Setup
    public void setup() {
        column = shape.column(n, 42);
        ints = new int[n];
        Arrays.setAll(ints, i -> column[i] == RatingShape.NO_ANSWER ? Integer.MIN_VALUE : column[i]);
        planes = RatingColumn.of(RatingScale.ZERO_TO_TEN, column);
    }

    /** {@return the bound: the bytes read once} */
    @Benchmark
    public long yardstick() {
        return Yardstick.read(column);
    }

    /** {@return the counts by the library from its own column} */
    @Benchmark
    public NpsCounts planes() {
        return NpsCounts.of(Nps.of(planes));
    }

    /** {@return the counts by the library from ints} */
    @Benchmark
    public NpsCounts ints() {
        return NpsCounts.of(RatingTally.of(RatingScale.ZERO_TO_TEN, ints));
    }

    /** {@return the counts by the library from bytes} */
    @Benchmark
    public NpsCounts library() {
        return NpsCounts.of(Nps.of(column));
    }

    /** {@return the counts by the library from a list} */
    @Benchmark
    public NpsCounts libraryList(InObjects objects) {
        return NpsCounts.of(RatingTally.of(RatingScale.ZERO_TO_TEN, objects.list));
    }

    /** {@return the counts by the loop a user would write over a list} */
    @Benchmark
    public NpsCounts listLoop(InObjects objects) {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        long missing = 0;
        for (Integer rating : objects.list) {
            if (rating == null) {
                missing++;
            } else if (rating >= 9) {
                promoters++;
            } else if (rating >= 7) {
                passives++;
            } else {
                detractors++;
            }
        }
        return new NpsCounts(promoters, passives, detractors, missing);
    }

    /** {@return the counts by the streams a user would write over a list} */
    @Benchmark
    public NpsCounts listStream(InObjects objects) {
        List<@Nullable Integer> list = objects.list;
        long promoters = list.stream().filter(r -> r != null && r >= 9).count();
        long passives = list.stream().filter(r -> r != null && r >= 7 && r <= 8).count();
        long detractors = list.stream().filter(r -> r != null && r <= 6).count();
        long missing = list.stream().filter(Objects::isNull).count();
        return new NpsCounts(promoters, passives, detractors, missing);
    }

    /** {@return the statistics by Guava of the ratings as -1, 0 and 1} */
    @Benchmark
    public Stats guava() {
        StatsAccumulator net = new StatsAccumulator();
        for (byte rating : column) {
            if (rating >= 0) {
                net.add(rating >= 9 ? 1 : rating >= 7 ? 0 : -1);
            }
        }
        return net.snapshot();
    }

    /** {@return the counts by HdrHistogram} */
    @Benchmark
    public NpsCounts hdrHistogram() {
        Histogram histogram = new Histogram(16, 2);
        long missing = 0;
        for (byte rating : column) {
            if (rating >= 0) {
                histogram.recordValue(rating);
            } else {
                missing++;
            }
        }
        return new NpsCounts(
                histogram.getCountBetweenValues(9, 10),
                histogram.getCountBetweenValues(7, 8),
                histogram.getCountBetweenValues(0, 6),
                missing);
    }

    /** {@return the counts by {@link #FILTER_SQL}} */
    @Benchmark
    public NpsCounts duckDbFilter(InDuckDb in) throws SQLException {
        long[] row = in.duck.rows(FILTER_SQL).get(0);
        return new NpsCounts(row[0], row[1], row[2], row[3]);
    }

    /** {@return the counts by {@link #SUM_SQL}} */
    @Benchmark
    public NpsCounts duckDbSum(InDuckDb in) throws SQLException {
        long[] row = in.duck.rows(SUM_SQL).get(0);
        return new NpsCounts(row[0], row[1], row[2], row[3]);
    }

    /** {@return the counts by {@link #GROUP_BY_SQL}} */
    @Benchmark
    public NpsCounts duckDbGroupBy(InDuckDb in) throws SQLException {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        long missing = 0;
        for (long[] row : in.duck.rows(GROUP_BY_SQL)) {
            if (row[0] < 0) {
                missing += row[1];
            } else if (row[0] <= 6) {
                detractors += row[1];
            } else if (row[0] <= 8) {
                passives += row[1];
            } else {
                promoters += row[1];
            }
        }
        return new NpsCounts(promoters, passives, detractors, missing);
    }
}
