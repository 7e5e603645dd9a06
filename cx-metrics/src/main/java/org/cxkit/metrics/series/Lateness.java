package org.cxkit.metrics.series;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of answers that come after their time was closed.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param watermark answers given before this instant are refused; null where none is
 */
public record Lateness(@Nullable Instant watermark) implements Serializable {
    /** Every answer is taken, however late it comes. */
    public static final Lateness ACCEPT = new Lateness(null);

    /**
     * {@return the policy that refuses answers given before an instant}
     *
     * @param watermark the first instant that is still open
     */
    public static Lateness rejectBefore(Instant watermark) {
        return new Lateness(watermark);
    }

    /**
     * {@return whether an answer given at that instant is taken}
     *
     * @param instant when it was given
     */
    public boolean accepts(Instant instant) {
        return watermark == null || !instant.isBefore(watermark);
    }

    @Override
    public String toString() {
        return watermark == null ? "late answers accepted" : "answers before " + watermark + " rejected";
    }
}
