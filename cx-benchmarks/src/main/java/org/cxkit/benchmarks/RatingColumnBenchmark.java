package org.cxkit.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.RatingAccumulator;
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
 * Question: what does a Net Promoter Score over a column of ratings cost, beside the loops a user would write and
 * DuckDB on the same ratings?
 *
 * <p>One thread everywhere. DuckDB runs in this process with {@code threads = 1} over one {@code UTINYINT} column;
 * its three statements are {@link #FILTER_SQL}, {@link #SUM_SQL} and {@link #GROUP_BY_SQL}. Each contestant tells the same
 * {@link NpsCounts}. Only the library and DuckDB's histogram would notice a rating off the scale.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RatingColumnBenchmark {

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
    public RatingShape shape = RatingShape.UNIFORM;

    /** How many ratings. */
    @Param("16777216")
    public int n = 1 << 24;

    byte[] column = new byte[0];

    /** The ratings as DuckDB sees them. */
    @State(Scope.Thread)
    public static class InDuckDb {

        final DuckDb duck = DuckDb.withThreads(1);

        /** Loads the column into a table of one {@code UTINYINT}. */
        @Setup
        public void load(RatingColumnBenchmark ratings) throws SQLException {
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
        public void load(RatingColumnBenchmark ratings) {
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
    }

    /** {@return the bound: the bytes read once} */
    @Benchmark
    public long yardstick() {
        return Yardstick.read(column);
    }

    /** {@return the counts by the library from the column} */
    @Benchmark
    public NpsCounts library() {
        return counts(RatingAccumulator.create(RatingScale.ZERO_TO_TEN)
                .addAll(column, 0, column.length)
                .result());
    }

    /** {@return the counts by the library from a list} */
    @Benchmark
    public NpsCounts libraryList(InObjects objects) {
        return counts(RatingTally.of(RatingScale.ZERO_TO_TEN, objects.list));
    }

    private static NpsCounts counts(RatingTally tally) {
        return new NpsCounts(tally.count(9, 10), tally.count(7, 8), tally.count(0, 6), tally.missing());
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

    /** {@return the counts by the loop a user would write over bytes} */
    @Benchmark
    public NpsCounts byteLoop() {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        long missing = 0;
        for (byte rating : column) {
            if (rating >= 9) {
                promoters++;
            } else if (rating >= 7) {
                passives++;
            } else if (rating >= 0) {
                detractors++;
            } else {
                missing++;
            }
        }
        return new NpsCounts(promoters, passives, detractors, missing);
    }

    /** {@return the counts from a table with a slot per value} */
    @Benchmark
    public NpsCounts byteTable() {
        int[] table = new int[256];
        for (byte rating : column) {
            table[rating & 0xFF]++;
        }
        long detractors = 0;
        for (int rating = 0; rating <= 6; rating++) {
            detractors += table[rating];
        }
        return new NpsCounts(
                (long) table[9] + table[10],
                (long) table[7] + table[8],
                detractors,
                table[RatingShape.NO_ANSWER & 0xFF]);
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
