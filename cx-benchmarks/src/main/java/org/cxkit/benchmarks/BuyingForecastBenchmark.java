package org.cxkit.benchmarks;

import java.util.concurrent.TimeUnit;
import org.cxkit.benchmarks.CustomerPopulation.Grain;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.buying.ParetoNbd;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;
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
 * Question: how long does it take to tell what each of a million customers will buy, from columns to forecast, beside a
 * loop that asks the model for one customer after another?
 *
 * <p>One thread; the expected purchases of the next 39 weeks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BuyingForecastBenchmark {
    private static final TimeSpan AHEAD = TimeSpan.weeks(39);

    /** How finely time is recorded. */
    @Param({"DAYS", "INSTANTS"})
    public String grain = "DAYS";

    /** How many customers. */
    @Param("1000000")
    public int n = 1_000_000;

    private final BgNbd bgNbd = CustomerPopulation.CDNOW;
    private final ParetoNbd paretoNbd = new ParetoNbd(0.5533, 10.578, 0.6062, 11.669, RatePeriod.WEEK);
    private CustomerPopulation columns = CustomerPopulation.of(1, Grain.DAYS, 1);
    private RfmTally tally = columns.tally();
    private byte[] bytes = columns.bytes();

    /** Draws the customers. */
    @Setup
    public void setup() {
        columns = CustomerPopulation.of(n, Grain.valueOf(grain), 42);
        tally = columns.tally();
        bytes = columns.bytes();
    }

    /** {@return the bound: as many bytes as the columns have read once} */
    @Benchmark
    public long yardstick() {
        return Yardstick.read(bytes);
    }

    /** {@return the forecast of each history by BG/NBD} */
    @Benchmark
    public double[] bgNbd() {
        return bgNbd.purchases(tally, AHEAD);
    }

    /** {@return the forecast of each history by Pareto/NBD} */
    @Benchmark
    public double[] paretoNbd() {
        return paretoNbd.purchases(tally, AHEAD);
    }

    /** {@return the forecast of each customer, one call each} */
    @Benchmark
    public double[] oneByOne() {
        double[] expected = new double[columns.size()];
        for (int i = 0; i < expected.length; i++) {
            PurchaseHistory history = new PurchaseHistory(
                    columns.frequency()[i], columns.recency()[i], columns.age()[i], RatePeriod.WEEK);
            expected[i] = bgNbd.purchases(history, AHEAD);
        }
        return expected;
    }

    /** {@return the forecast of each history, from columns: counted, fitted and told} */
    @Benchmark
    public double[] countFitAndTell() {
        RfmTally counted = columns.tally();
        return BgNbd.fit(counted).model().purchases(counted, AHEAD);
    }
}
