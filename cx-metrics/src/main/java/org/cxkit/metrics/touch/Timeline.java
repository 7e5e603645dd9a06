package org.cxkit.metrics.touch;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is known of one person, in the order of time.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param person who
 * @param touches the touches; those of one instant in the order in which they were recorded
 * @param milestones the stages reached; those of one instant in the order in which they were recorded
 */
public record Timeline(String person, List<Touch> touches, List<Milestone> milestones) implements Serializable {

    /** Copies the lists. */
    public Timeline {
        Objects.requireNonNull(person, "person");
        touches = List.copyOf(touches);
        milestones = List.copyOf(milestones);
    }

    /** {@return the channel of the first touch ever} */
    public Optional<String> firstChannel() {
        return touches.isEmpty() ? Optional.empty() : Optional.of(touches.get(0).channel());
    }

    /**
     * {@return the channel of the last touch at or before an instant}
     *
     * @param instant any instant
     */
    public Optional<String> lastChannel(Instant instant) {
        for (int i = touches.size() - 1; i >= 0; i--) {
            if (!touches.get(i).at().isAfter(instant)) {
                return Optional.of(touches.get(i).channel());
            }
        }
        return Optional.empty();
    }
}
