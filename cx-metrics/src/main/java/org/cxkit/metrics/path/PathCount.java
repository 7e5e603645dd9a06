package org.cxkit.metrics.path;

import java.io.Serializable;
import java.util.List;
import org.cxkit.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One distinct path and how often it was taken.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param touches the channels in their order; empty for conversions without a touch
 * @param conversions how often it ended in a conversion
 * @param value what those conversions brought together; null where the tally has no value at all
 * @param lost how often it ended without a conversion
 */
public record PathCount(
        List<String> touches, long conversions, @Nullable Money value, long lost) implements Serializable {

    /** Copies the list. */
    public PathCount {
        touches = List.copyOf(touches);
    }

    /** {@return such as {@code Search > Email: 2 conversions, 120.00 EUR, 3 lost}} */
    @Override
    public String toString() {
        return (touches.isEmpty() ? ChannelName.UNATTRIBUTED : String.join(" > ", touches))
                + ": " + conversions + (conversions == 1 ? " conversion, " : " conversions, ")
                + (value == null ? "" : value + ", ") + lost + " lost";
    }
}
