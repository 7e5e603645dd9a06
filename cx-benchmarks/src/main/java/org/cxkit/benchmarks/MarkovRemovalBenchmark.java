package org.cxkit.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.markov.RemovalEffect;
import org.cxkit.metrics.markov.Transition;
import org.cxkit.metrics.markov.TransitionTally;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what do the removal effects of all channels cost, beside one linear system for each channel and one for the
 * whole chain, solved by LU with partial pivoting?
 *
 * <p>One thread everywhere, order 1. The library starts from its chain, the loop from the matrix of the same chain's
 * probabilities, and sets the row and the column of the channel to 0.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class MarkovRemovalBenchmark {
    private static final int JOURNEYS = 100_000;

    /** How many channels. */
    @Param({"12", "50", "200"})
    public int channels = 12;

    /** Whether some channels are far more common than others, as they are. */
    @Param({"uniform", "skewed"})
    public String shape = "uniform";

    MarkovChain chain = MarkovChain.of(TransitionTally.accumulator(1).result());
    double[][] chances = new double[0][];
    double[] converts = new double[0];
    double[] starts = new double[0];

    /** Counts journeys, and tells the matrix. */
    @Setup
    public void setup() {
        chain = MarkovChain.of(journeys(channels, JOURNEYS, shape.equals("skewed")), 1);
        List<String> names = chain.channels();
        chances = new double[names.size()][names.size()];
        converts = new double[names.size()];
        starts = new double[names.size()];
        for (Transition step : chain.transitions()) {
            if (step.from().equals(Transition.START)) {
                starts[names.indexOf(step.to())] = step.probability();
            } else if (step.to().equals(Transition.CONVERSION)) {
                converts[names.indexOf(step.from())] = step.probability();
            } else if (!step.to().equals(Transition.NULL)) {
                chances[names.indexOf(step.from())][names.indexOf(step.to())] = step.probability();
            }
        }
    }

    /** {@return journeys of some four touches, of which one in twenty converts} */
    static Journeys journeys(int channels, int rows, boolean skewed) {
        SplittableRandom random = new SplittableRandom(42);
        int[] ends = new int[rows];
        long[] conversions = new long[rows];
        long[] lost = new long[rows];
        for (int row = 0; row < rows; row++) {
            int touches = 1;
            while (touches < 30 && random.nextInt(4) > 0) {
                touches++;
            }
            ends[row] = (row == 0 ? 0 : ends[row - 1]) + touches;
            conversions[row] = random.nextInt(20) == 0 ? 1 : 0;
            lost[row] = 1 - conversions[row];
        }
        int[] touches = new int[ends[rows - 1]];
        Arrays.setAll(
                touches,
                i -> skewed
                        ? (int) (channels * random.nextDouble() * random.nextDouble() * random.nextDouble())
                        : random.nextInt(channels));
        Symbols names = Symbols.of(IntStream.range(0, channels)
                .mapToObj(code -> "channel " + (1000 + code))
                .toList());
        return Journeys.of(names, ends, touches, conversions, lost);
    }

    /** {@return the effects by the library} */
    @Benchmark
    public List<RemovalEffect> library() {
        return chain.removalEffects();
    }

    /** {@return the effects by a system for each channel} */
    @Benchmark
    public double[] systems() {
        double all = probability(-1);
        double[] effects = new double[starts.length];
        for (int channel = 0; channel < effects.length; channel++) {
            effects[channel] = 1 - probability(channel) / all;
        }
        return effects;
    }

    /** P(conversion) where a channel leads nowhere. */
    private double probability(int removed) {
        int n = starts.length;
        double[][] a = new double[n][n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = (i == j ? 1 : 0) - (i == removed || j == removed ? 0 : chances[i][j]);
            }
            x[i] = i == removed ? 0 : converts[i];
        }
        solve(a, x);
        double probability = 0;
        for (int i = 0; i < n; i++) {
            probability += starts[i] * x[i];
        }
        return probability;
    }

    private static void solve(double[][] a, double[] x) {
        int n = x.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            double right = x[pivot];
            x[pivot] = x[k];
            x[k] = right;
            for (int i = k + 1; i < n; i++) {
                double[] other = a[i];
                double factor = other[k] / row[k];
                for (int j = k + 1; j < n; j++) {
                    other[j] -= factor * row[j];
                }
                x[i] -= factor * right;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
    }
}
