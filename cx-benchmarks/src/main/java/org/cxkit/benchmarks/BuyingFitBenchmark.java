package org.cxkit.benchmarks;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.buying.MbgNbd;
import org.cxkit.metrics.buying.ParetoNbd;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.io.PurchaseCsv;
import org.cxkit.metrics.purchase.PurchaseLog;
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
 * Question: how long does it take to fit a model of buying, beside the same steps over every customer by itself?
 *
 * <p>One thread. {@code CDNOW} are the 2,357 customers of the public data in weeks, to 1997-09-30; the others are drawn
 * from the model of CDNOW, with times in days or to the instant. The plain contestant takes the same Newton steps with
 * the log-likelihood as its formula reads.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BuyingFitBenchmark {

    /** Who the customers are. */
    @Param({"CDNOW", "DAYS 100000", "INSTANTS 100000", "DAYS 1000000", "INSTANTS 1000000"})
    public String customers = "CDNOW";

    private CustomerPopulation columns = CustomerPopulation.of(1, CustomerPopulation.Grain.DAYS, 1);
    private RfmTally tally = columns.tally();
    private byte[] bytes = columns.bytes();

    /** Reads or draws the customers. */
    @Setup
    public void setup() throws IOException {
        columns = population(customers);
        tally = columns.tally();
        bytes = columns.bytes();
    }

    static CustomerPopulation population(String name) throws IOException {
        if (name.equals("CDNOW")) {
            return cdnow();
        }
        String[] parts = name.split(" ", -1);
        return CustomerPopulation.of(Integer.parseInt(parts[1]), CustomerPopulation.Grain.valueOf(parts[0]), 42);
    }

    private static CustomerPopulation cdnow() throws IOException {
        String file = "/org/cxkit/sample/data/cdnow_elog.csv";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(BuyingFitBenchmark.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8)) {
            RfmTally tally = PurchaseLog.of(
                            PurchaseCsv.columns("sampleid", "date", "sales")
                                    .currency("USD")
                                    .read(in, file)
                                    .orThrow(),
                            ZoneOffset.UTC)
                    .histories(LocalDate.of(1997, 9, 30), RatePeriod.WEEK)
                    .tally();
            return CustomerPopulation.of(tally);
        }
    }

    /** {@return the bound: as many bytes as the columns have read once} */
    @Benchmark
    public long yardstick() {
        return Yardstick.read(bytes);
    }

    /** {@return customers counted by their histories} */
    @Benchmark
    public RfmTally count() {
        return columns.tally();
    }

    /** {@return BG/NBD by the library} */
    @Benchmark
    public Fit<BgNbd> bgNbd() {
        return BgNbd.fit(tally);
    }

    /** {@return MBG/NBD by the library} */
    @Benchmark
    public Fit<MbgNbd> mbgNbd() {
        return MbgNbd.fit(tally);
    }

    /** {@return Pareto/NBD by the library} */
    @Benchmark
    public Fit<ParetoNbd> paretoNbd() {
        return ParetoNbd.fit(tally);
    }

    /** {@return BG/NBD, every customer by itself} */
    @Benchmark
    public Fit<double[]> plainBgNbd() {
        return Fit.of(new PlainBgNbd(columns.frequency(), columns.recency(), columns.age()), at -> at, columns.size());
    }
}
