package org.cxkit.metrics.cashflow;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;

/**
 * What winning a customer brings for what it costs: lifetime value over the cost of acquisition (CLV:CAC), and how long
 * that cost takes to be paid back, both beside a benchmark.
 *
 * <p>The benchmark is a comparison; what passes and fails is said by the convenience check alone. Immutable, value-based
 * and thread-safe.
 *
 * @param lifetimeValue the value before the cost of acquisition is taken off; it may be negative
 * @param payback the payback of the cost of acquisition, in the currency of the value
 * @param benchmark what to compare with
 */
public record AcquisitionReturn(Money lifetimeValue, Payback payback, AcquisitionBenchmark benchmark)
        implements Serializable {

    /**
     * Checks the currencies.
     *
     * @throws IllegalArgumentException if value and cost are in different currencies
     */
    public AcquisitionReturn {
        Objects.requireNonNull(benchmark, "benchmark");
        if (!lifetimeValue.currency().equals(payback.cost().currency())) {
            throw new IllegalArgumentException("lifetime value and cost of acquisition must be in one currency, got "
                    + lifetimeValue + " and " + payback.cost());
        }
    }

    /**
     * {@return the return beside the usual benchmark: three to one, and twelve months}
     *
     * @param lifetimeValue the value before the cost of acquisition is taken off
     * @param payback the payback of the cost of acquisition
     * @throws IllegalArgumentException if value and cost are in different currencies
     */
    public static AcquisitionReturn of(Money lifetimeValue, Payback payback) {
        return new AcquisitionReturn(lifetimeValue, payback, AcquisitionBenchmark.USUAL);
    }

    /** {@return lifetime value over cost of acquisition, negative for a negative value; no data where the cost is 0} */
    public Outcome<Double> ratio() {
        return payback.cost().signum() == 0
                ? Outcome.noData("the cost is 0")
                : Outcome.of(lifetimeValue.ratioTo(payback.cost()));
    }

    /** {@return the ratio less that of the benchmark, above 0 where it is beaten; no data where the cost is 0} */
    public Outcome<Double> ratioAboveBenchmark() {
        return ratio().map(ratio -> ratio - benchmark.ratio());
    }

    /** {@return whether the cost is paid back in less time than the benchmark says} */
    public boolean paidBackInTime() {
        return payback.within(benchmark.payback());
    }

    /** {@return such as {@code CLV:CAC 3.50 (benchmark 3.00); 100.00 EUR paid back after 5 months (benchmark 12 months)}} */
    @Override
    public String toString() {
        String ratio =
                ratio().map(value -> String.format(Locale.ROOT, "%.2f", value)).toString();
        return "CLV:CAC " + ratio + String.format(Locale.ROOT, " (benchmark %.2f); ", benchmark.ratio()) + payback
                + " (benchmark " + benchmark.payback() + ")";
    }
}
