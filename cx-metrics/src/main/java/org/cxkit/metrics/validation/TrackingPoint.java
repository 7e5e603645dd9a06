package org.cxkit.metrics.validation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Repeat purchases up to the end of a day, made and expected.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param day the day
 * @param made how many repeat purchases the customers of the calibration have made until then, since the first of them
 *     came
 * @param expected how many the model expects until then
 */
public record TrackingPoint(LocalDate day, long made, double expected) implements Serializable {

    /** Checks that there is a day. */
    public TrackingPoint {
        Objects.requireNonNull(day, "day");
    }
}
