package org.cxkit.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does a Net Promoter Score over a column of ratings in memory cost, beside reading its bytes once and
 * the loops a user would write?
 *
 * <p>One thread everywhere, and more ratings than the caches hold. Each contestant tells the same {@link NpsCounts};
 * only the library would notice a rating off the scale. {@link RatingPeersBenchmark} has lists and other libraries.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx3g"})
// less is too short: the loops over planes are compiled late
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class RatingColumnBenchmark {

    /** How the ratings are spread. */
    @Param({"UNIFORM", "SKEWED", "MISSING"})
    public RatingShape shape = RatingShape.UNIFORM;

    /** How many ratings. */
    @Param("134217728")
    public int n = 1 << 27;

    byte[] column = new byte[0];

    /** The ratings as the library's own column. */
    @State(Scope.Thread)
    public static class InPlanes {

        RatingColumn planes = RatingColumn.of(RatingScale.ZERO_TO_TEN, new byte[0]);

        /** Copies the ratings. */
        @Setup
        public void load(RatingColumnBenchmark ratings) {
            planes = RatingColumn.of(RatingScale.ZERO_TO_TEN, ratings.column);
        }
    }

    /** The ratings as ints. */
    @State(Scope.Thread)
    public static class InInts {

        int[] ints = new int[0];

        /** Copies the ratings. */
        @Setup
        public void load(RatingColumnBenchmark ratings) {
            byte[] column = ratings.column;
            ints = new int[column.length];
            Arrays.setAll(ints, i -> column[i] == RatingShape.NO_ANSWER ? Integer.MIN_VALUE : column[i]);
        }
    }

    /** As many bytes as the ints have. */
    @State(Scope.Thread)
    public static class BytesOfInts {

        byte[] bytes = new byte[0];

        /** Fills the bytes, since pages that were never written are all the same one. */
        @Setup
        public void load(RatingColumnBenchmark ratings) {
            bytes = new byte[Integer.BYTES * ratings.n];
            Arrays.fill(bytes, (byte) 1);
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

    /** {@return the counts by the library from bytes} */
    @Benchmark
    public NpsCounts library() {
        return NpsCounts.of(Nps.of(column));
    }

    /** {@return the counts by the library from bytes, each rating counted on the way} */
    @Benchmark
    public NpsCounts histogram() {
        return NpsCounts.of(RatingTally.of(RatingScale.ZERO_TO_TEN, column));
    }

    /** {@return the counts by the library from its own column, each rating counted on the way} */
    @Benchmark
    public NpsCounts planesHistogram(InPlanes in) {
        return NpsCounts.of(RatingTally.of(in.planes));
    }

    /** {@return the counts by the library from its own column} */
    @Benchmark
    public NpsCounts planes(InPlanes in) {
        return NpsCounts.of(Nps.of(in.planes));
    }

    /** {@return the counts by the library from ints} */
    @Benchmark
    public NpsCounts ints(InInts in) {
        return NpsCounts.of(Nps.of(in.ints));
    }

    /** {@return the bound: the bytes of the ints read once} */
    @Benchmark
    public long intYardstick(BytesOfInts in) {
        return Yardstick.read(in.bytes);
    }

    /** {@return the counts by the loop a user would write over ints} */
    @Benchmark
    public NpsCounts intLoop(InInts in) {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        long missing = 0;
        for (int rating : in.ints) {
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
    public NpsCounts intTable(InInts in) {
        int[] table = new int[12];
        for (int rating : in.ints) {
            table[rating < 0 ? 11 : rating]++;
        }
        long detractors = 0;
        for (int rating = 0; rating <= 6; rating++) {
            detractors += table[rating];
        }
        return new NpsCounts((long) table[9] + table[10], (long) table[7] + table[8], detractors, table[11]);
    }

    /** {@return the library's own column, made} */
    @Benchmark
    public RatingColumn makePlanes() {
        return RatingColumn.of(RatingScale.ZERO_TO_TEN, column);
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
}
