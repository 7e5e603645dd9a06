package org.cxkit.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.ConvenienceCheck;
import org.cxkit.metrics.fourc.ConvenienceColumns;
import org.cxkit.metrics.fourc.Verdict;
import org.cxkit.metrics.fourc.VerdictCounts;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does the convenience verdict on a customer cost in columns, of whole units and of doubles, beside the
 * objects a user would write and one read of the same columns?
 *
 * <p>One thread. All contestants check the amounts, write a verdict for each customer and give the same verdicts, but
 * for {@link #naive}, which sums doubles and is wrong near break-even. A twentieth of the costs is missing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConvenienceBenchmark {
    static final int CUSTOMERS = 1 << 20;

    private static final Currency EURO = Currency.getInstance("EUR");

    /** A customer as an object: amounts, null where missing. */
    record Customer(
            BigDecimal clv,
            @Nullable BigDecimal acquisition,
            @Nullable BigDecimal service,
            @Nullable BigDecimal retention) {}

    /** How many customers of a hundred break even to the cent. */
    @Param({"0", "5", "100"})
    public int breakEvenPercent = 0;

    final long[] clvMinor = new long[CUSTOMERS];
    final long[][] costsMinor = new long[3][CUSTOMERS];
    final double[] clv = new double[CUSTOMERS];
    final double[][] costs = new double[3][CUSTOMERS];
    final byte[] codes = new byte[CUSTOMERS];
    final Verdict[] verdicts = new Verdict[CUSTOMERS];
    final byte[] bytes = new byte[(4 * Long.BYTES + Byte.BYTES) * CUSTOMERS];
    List<Customer> decimals = List.of();
    List<ConvenienceCheck> checks = List.of();

    /** Draws the customers, as columns and as objects. */
    @Setup(Level.Trial)
    public void setup() {
        SplittableRandom random = new SplittableRandom(42);
        List<Customer> drawn = new ArrayList<>(CUSTOMERS);
        List<ConvenienceCheck> made = new ArrayList<>(CUSTOMERS);
        for (int row = 0; row < CUSTOMERS; row++) {
            boolean even = random.nextInt(100) < breakEvenPercent;
            long sum = 0;
            for (int kind = 0; kind < costs.length; kind++) {
                boolean missing = !even && random.nextInt(20) == 0;
                long cost = random.nextInt(20_000);
                sum += cost;
                costsMinor[kind][row] = missing ? Long.MIN_VALUE : cost;
                costs[kind][row] = missing ? Double.NaN : cost / 100.0;
            }
            clvMinor[row] = even ? sum : random.nextInt(-5_000, 80_000);
            clv[row] = clvMinor[row] / 100.0;
            drawn.add(new Customer(
                    BigDecimal.valueOf(clvMinor[row], 2), decimal(0, row), decimal(1, row), decimal(2, row)));
            made.add(ConvenienceCheck.of(
                    Clv.gross(Money.ofMinor(clvMinor[row], EURO)),
                    new CompanyCosts(money(0, row), money(1, row), money(2, row))));
        }
        decimals = drawn;
        checks = made;
    }

    private @Nullable BigDecimal decimal(int kind, int row) {
        long minor = costsMinor[kind][row];
        return minor == Long.MIN_VALUE ? null : BigDecimal.valueOf(minor, 2);
    }

    private @Nullable Money money(int kind, int row) {
        long minor = costsMinor[kind][row];
        return minor == Long.MIN_VALUE ? null : Money.ofMinor(minor, EURO);
    }

    /** {@return the bound: as many bytes as the columns and the codes have, read once} */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public long yardstick() {
        return Yardstick.read(bytes);
    }

    /** {@return the counts, the codes being written from whole units} */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public VerdictCounts longs() {
        return ConvenienceColumns.verdicts(clvMinor, costsMinor[0], costsMinor[1], costsMinor[2], codes, 0, CUSTOMERS);
    }

    /** {@return the counts, the codes being written from doubles} */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public VerdictCounts doubles() {
        return ConvenienceColumns.verdicts(clv, costs[0], costs[1], costs[2], codes, 0, CUSTOMERS);
    }

    /** {@return the codes by sums of doubles compared as they are} */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public byte[] naive() {
        for (int row = 0; row < CUSTOMERS; row++) {
            double sum = 0;
            boolean missing = false;
            for (double[] cost : costs) {
                missing |= Double.isNaN(cost[row]);
                sum += Double.isNaN(cost[row]) ? 0 : cost[row];
            }
            Verdict verdict = sum > clv[row]
                    ? Verdict.FAIL
                    : missing ? Verdict.INDETERMINATE : sum == clv[row] ? Verdict.BREAK_EVEN : Verdict.PASS;
            codes[row] = verdict.code();
        }
        return codes;
    }

    /** {@return the verdicts by the loop over decimals that a user would write} */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public Verdict[] decimals() {
        int row = 0;
        for (Customer customer : decimals) {
            BigDecimal sum =
                    known(customer.acquisition()).add(known(customer.service())).add(known(customer.retention()));
            boolean missing =
                    customer.acquisition() == null || customer.service() == null || customer.retention() == null;
            int sign = customer.clv().compareTo(sum);
            verdicts[row++] = sign < 0
                    ? Verdict.FAIL
                    : missing ? Verdict.INDETERMINATE : sign == 0 ? Verdict.BREAK_EVEN : Verdict.PASS;
        }
        return verdicts;
    }

    private static BigDecimal known(@Nullable BigDecimal cost) {
        return cost == null ? BigDecimal.ZERO : cost;
    }

    /** {@return the verdicts of check objects} */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public Verdict[] objects() {
        int row = 0;
        for (ConvenienceCheck check : checks) {
            verdicts[row++] = check.verdict();
        }
        return verdicts;
    }
}
