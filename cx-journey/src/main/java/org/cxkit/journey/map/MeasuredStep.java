package org.cxkit.journey.map;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at one step of a map.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param step the touchpoint of the step
 * @param cases all cases of the log, not negative
 * @param reached cases with at least one event of this step, at most {@code cases}
 * @param ended cases of those whose last event on the map is of this step, at most {@code reached}
 * @param medianWait the median time from leaving this step to the next step, not negative, or null if nobody went on
 * @param emotion how customers said they felt here, or null if they were not asked
 */
public record MeasuredStep(
        TouchpointId step,
        long cases,
        long reached,
        long ended,
        @Nullable Duration medianWait,
        @Nullable MeasuredEmotion emotion)
        implements Serializable {

    /**
     * Checks the order of the counts.
     *
     * @throws IllegalArgumentException if not 0 &lt;= ended &lt;= reached &lt;= cases, or the wait is negative
     */
    public MeasuredStep {
        Objects.requireNonNull(step, "step");
        if (!(0 <= ended && ended <= reached && reached <= cases)) {
            throw new IllegalArgumentException("step " + step + " wants 0 <= ended <= reached <= cases, got ended "
                    + ended + ", reached " + reached + ", cases " + cases);
        }
        if (medianWait != null && medianWait.isNegative()) {
            throw new IllegalArgumentException("wait of step " + step + " must not be negative, got " + medianWait);
        }
    }

    /** {@return the share of all cases that reached the step, from 0 to 1; no data if there are no cases} */
    public Outcome<Double> reach() {
        return cases == 0 ? Outcome.noData("no cases") : Outcome.of((double) reached / cases);
    }

    /** {@return the share of the cases at this step that reached no step after it, from 0 to 1; no data if none came} */
    public Outcome<Double> dropOff() {
        return reached == 0 ? Outcome.noData("no case reached the step") : Outcome.of((double) ended / reached);
    }

    /**
     * {@return the same with this emotion}
     *
     * @param measured how customers said they felt here
     */
    public MeasuredStep withEmotion(MeasuredEmotion measured) {
        return new MeasuredStep(step, cases, reached, ended, medianWait, measured);
    }
}
