package org.cxkit.metrics.shapley;

import java.io.Serializable;
import java.util.Objects;

/**
 * What one channel is credited at one position of paths.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param channel the name of the channel
 * @param position the place of the touch in its path, from 1
 * @param credit the credited conversions or value, above 0
 */
public record PositionCredit(String channel, int position, double credit) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the position is below 1 or the credit not above 0 and finite
     */
    public PositionCredit {
        Objects.requireNonNull(channel, "channel");
        if (position < 1 || !(credit > 0 && credit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("credit of " + channel
                    + " must be above 0 at a position of at least 1, got " + credit + " at " + position);
        }
    }
}
