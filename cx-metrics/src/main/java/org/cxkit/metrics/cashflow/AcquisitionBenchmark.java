package org.cxkit.metrics.cashflow;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.TimeSpan;

/**
 * What others reach in winning customers, to compare with; it is a rule of thumb and never a verdict.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * <p>Source: D. Skok, "SaaS Metrics 2.0", For Entrepreneurs, 2013: a lifetime value of at least three times the cost of
 * acquisition, and that cost recovered in less than twelve months.
 *
 * @param ratio lifetime value over cost of acquisition, above 0
 * @param payback how long the cost of acquisition takes to be paid back, above 0
 */
public record AcquisitionBenchmark(double ratio, TimeSpan payback) implements Serializable {

    /** Three to one, and twelve months. */
    public static final AcquisitionBenchmark USUAL = new AcquisitionBenchmark(3, TimeSpan.months(12));

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the ratio is not finite and above 0, or the time is 0
     */
    public AcquisitionBenchmark {
        Objects.requireNonNull(payback, "payback");
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("the ratio must be finite and above 0, got " + ratio);
        }
        if (payback.length() == 0) {
            throw new IllegalArgumentException("the payback must take longer than 0, got " + payback);
        }
    }

    /** {@return such as {@code CLV:CAC 3.0:1, paid back within 12 months}} */
    @Override
    public String toString() {
        return "CLV:CAC " + ratio + ":1, paid back within " + payback;
    }
}
