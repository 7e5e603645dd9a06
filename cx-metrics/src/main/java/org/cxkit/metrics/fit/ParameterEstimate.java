package org.cxkit.metrics.fit;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;

/**
 * The estimate of one parameter.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param name the name that the literature gives it
 * @param value the value that makes the data likeliest
 * @param gradient the derivative of the log-likelihood there, about 0 unless the value is at a bound
 * @param standardError how far a repetition would be off, from the curvature of the log-likelihood; no data where that
 *     does not bend down
 * @param interval the interval of 95 %, symmetric in the logarithm of the parameter so that it stays positive; no data
 *     likewise
 */
public record ParameterEstimate(
        String name, double value, double gradient, Outcome<Double> standardError, Outcome<Interval> interval)
        implements Serializable {

    /** Checks that all is there. */
    public ParameterEstimate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(standardError, "standardError");
        Objects.requireNonNull(interval, "interval");
    }

    /** {@return such as {@code r 0.2426 (SE 0.01256)}} */
    @Override
    public String toString() {
        String error = standardError
                .toOptional()
                .map(se -> String.format(Locale.ROOT, " (SE %.4g)", se))
                .orElse(" (no SE)");
        return String.format(Locale.ROOT, "%s %.4g", name, value) + error;
    }
}
