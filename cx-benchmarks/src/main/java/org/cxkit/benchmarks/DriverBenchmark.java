package org.cxkit.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.driver.Driver;
import org.cxkit.metrics.driver.Drivers;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.moments.MomentsTally;
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
 * Question: what do the moments of rating columns cost, beside the loop a user would write, and what does the exact
 * importance of drivers cost, beside a regression for each subset of them?
 *
 * <p>One thread everywhere. All that {@link Drivers} holds is told, not only LMG.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class DriverBenchmark {

    private static final String OUTCOME = "overall";

    /** The correlated ratings of some questions, and one that depends on them. */
    @State(Scope.Thread)
    public static class Answers {

        /** How many questions there are. */
        @Param("14")
        public int questions = 14;

        /** How many respondents. */
        @Param("1000000")
        public int rows = 1_000_000;

        /** How many answers of a hundred are missing. */
        @Param({"0", "5"})
        public int missingPercent;

        List<String> names = List.of();
        List<RatingScale> scales = List.of();
        byte[][] columns = new byte[0][];

        /** Makes the columns. */
        @Setup
        public void setup() {
            names = IntStream.range(0, questions)
                    .mapToObj(i -> i == 0 ? OUTCOME : "question " + i)
                    .toList();
            scales = Collections.nCopies(questions, RatingScale.ZERO_TO_TEN);
            columns = new byte[questions][rows];
            SplittableRandom random = new SplittableRandom(42);
            for (int row = 0; row < rows; row++) {
                double mood = random.nextGaussian(7, 1.5);
                for (byte[] column : columns) {
                    long rating = Math.round(mood + random.nextGaussian(0, 1.5));
                    column[row] = random.nextInt(100) < missingPercent
                            ? RatingShape.NO_ANSWER
                            : (byte) Math.max(0, Math.min(rating, 10));
                }
            }
        }
    }

    /** The moments of predictors and an outcome. */
    static class Given {
        List<String> names = List.of();
        MomentsTally moments = MomentsAccumulator.create(OUTCOME).result();

        final void tally(int predictors) {
            Answers answers = new Answers();
            answers.questions = predictors + 1;
            answers.rows = 2000;
            answers.setup();
            names = answers.names.subList(1, predictors + 1);
            moments = MomentsAccumulator.create(answers.names)
                    .addAll(answers.scales, answers.columns, 0, answers.rows)
                    .result();
        }
    }

    /** What the library tells. */
    @State(Scope.Thread)
    public static class Predictors extends Given {

        /** How many predictors. */
        @Param({"8", "14", "20"})
        public int predictors = 8;

        byte[] subsets = new byte[0];

        /** Tallies answers. */
        @Setup
        public void setup() {
            tally(predictors);
            subsets = new byte[Double.BYTES << predictors];
        }
    }

    /** What the baseline tells: with 20 predictors it would take minutes. */
    @State(Scope.Thread)
    public static class FewPredictors extends Given {

        /** How many predictors. */
        @Param({"8", "14"})
        public int predictors = 8;

        /** Tallies answers. */
        @Setup
        public void setup() {
            tally(predictors);
        }
    }

    /** {@return the bound: the bytes of all columns read once} */
    @Benchmark
    public long momentsYardstick(Answers answers) {
        long read = 0;
        for (byte[] column : answers.columns) {
            read |= Yardstick.read(column);
        }
        return read;
    }

    /** {@return the bound: a double for each subset of the predictors read once} */
    @Benchmark
    public long driversYardstick(Predictors given) {
        return Yardstick.read(given.subsets);
    }

    /** {@return the moments by the library, every rating checked} */
    @Benchmark
    public MomentsTally moments(Answers answers) {
        return MomentsAccumulator.create(answers.names)
                .addAll(answers.scales, answers.columns, 0, answers.rows)
                .result();
    }

    /** {@return the correlations by the loop a user would write: sums of products, nothing checked but for missing} */
    @Benchmark
    public double[][] momentsLoop(Answers answers) {
        byte[][] columns = answers.columns;
        int width = columns.length;
        double[] sums = new double[width];
        double[][] products = new double[width][width];
        double[] values = new double[width];
        long n = 0;
        for (int row = 0; row < answers.rows; row++) {
            boolean complete = true;
            for (int i = 0; i < width; i++) {
                values[i] = columns[i][row];
                complete &= columns[i][row] != RatingShape.NO_ANSWER;
            }
            if (complete) {
                n++;
                for (int i = 0; i < width; i++) {
                    sums[i] += values[i];
                    for (int j = 0; j <= i; j++) {
                        products[i][j] += values[i] * values[j];
                    }
                }
            }
        }
        double[][] correlations = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double both = products[i][j] - sums[i] * sums[j] / n;
                double one = products[i][i] - sums[i] * sums[i] / n;
                double other = products[j][j] - sums[j] * sums[j] / n;
                correlations[i][j] = both / Math.sqrt(one * other);
            }
        }
        return correlations;
    }

    /** {@return the drivers by the library} */
    @Benchmark
    public Drivers drivers(Predictors given) {
        return Drivers.of(given.moments, OUTCOME, given.names);
    }

    /** {@return LMG by a regression for each subset, solved from scratch} */
    @Benchmark
    public double[] driversLoop(FewPredictors given) {
        List<String> all = new ArrayList<>(given.names);
        all.add(OUTCOME);
        double[][] correlations = given.moments.correlations(all);
        int predictors = given.names.size();
        double[] r2 = new double[1 << predictors];
        for (int subset = 1; subset < r2.length; subset++) {
            r2[subset] = regression(correlations, subset);
        }
        double[] weights = new double[predictors];
        double choices = 1;
        for (int size = 0; size < predictors; size++) {
            weights[size] = 1 / (predictors * choices);
            choices = choices * (predictors - 1 - size) / (size + 1);
        }
        double[] lmg = new double[predictors];
        for (int i = 0; i < predictors; i++) {
            for (int subset = 0; subset < r2.length; subset++) {
                if ((subset >> i & 1) == 0) {
                    lmg[i] += weights[Integer.bitCount(subset)] * (r2[subset | 1 << i] - r2[subset]);
                }
            }
        }
        return lmg;
    }

    /** R² of the predictors of a subset, by elimination. */
    private static double regression(double[][] correlations, int subset) {
        int outcome = correlations.length - 1;
        int[] chosen =
                IntStream.range(0, outcome).filter(i -> (subset >> i & 1) == 1).toArray();
        double[][] a = new double[chosen.length][chosen.length + 1];
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j < chosen.length; j++) {
                a[i][j] = correlations[chosen[i]][chosen[j]];
            }
            a[i][chosen.length] = correlations[chosen[i]][outcome];
        }
        for (int pivot = 0; pivot < chosen.length; pivot++) {
            for (int i = pivot + 1; i < chosen.length; i++) {
                double factor = a[i][pivot] / a[pivot][pivot];
                for (int j = pivot; j <= chosen.length; j++) {
                    a[i][j] -= factor * a[pivot][j];
                }
            }
        }
        double r2 = 0;
        for (int i = 0; i < chosen.length; i++) {
            r2 += a[i][chosen.length] * a[i][chosen.length] / a[i][i];
        }
        return r2;
    }

    /** {@return LMG as the library tells it, in the order of the predictors} */
    static double[] lmg(Drivers drivers) {
        return drivers.drivers().stream().mapToDouble(Driver::lmg).toArray();
    }
}
