package org.cxkit.metrics.attribution;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.interval.Interval;

/**
 * What one model credits to one channel, and how sure that is.
 *
 * <p>Part of {@link AttributionIntervals}. Immutable, value-based and thread-safe.
 *
 * @param channel the name of the channel, or {@code (unattributed)}
 * @param conversions the interval of the credited conversions, about the credit itself
 * @param value the interval of the credited value in the major unit of the currency; all 0 where there is no value
 * @param conversionsError the standard error of the credited conversions
 * @param valueError the standard error of the credited value
 */
public record CreditInterval(
        String channel, Interval conversions, Interval value, double conversionsError, double valueError)
        implements Serializable {

    /**
     * Checks the errors.
     *
     * @throws IllegalArgumentException if a standard error is negative or not finite
     */
    public CreditInterval {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(conversions, "conversions");
        Objects.requireNonNull(value, "value");
        if (!(conversionsError >= 0 && valueError >= 0 && Double.isFinite(conversionsError + valueError))) {
            throw new IllegalArgumentException("standard errors of " + channel
                    + " must be finite and not negative, got " + conversionsError + " and " + valueError);
        }
    }
}
