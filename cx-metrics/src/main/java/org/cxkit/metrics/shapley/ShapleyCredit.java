package org.cxkit.metrics.shapley;

import java.io.Serializable;
import java.util.Objects;

/**
 * The Shapley value of one channel.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param channel the name of the channel
 * @param credit what it adds, in the unit of the game; negative where it takes more than it adds
 * @param standardError the standard error of that where orders were sampled, 0 where it is exact
 */
public record ShapleyCredit(String channel, double credit, double standardError) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not finite, or the standard error negative
     */
    public ShapleyCredit {
        Objects.requireNonNull(channel, "channel");
        if (!Double.isFinite(credit) || !(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("credit of " + channel
                    + " must be finite and its standard error not negative, got " + credit + " ± " + standardError);
        }
        credit = credit + 0.0;
        standardError = standardError + 0.0;
    }
}
