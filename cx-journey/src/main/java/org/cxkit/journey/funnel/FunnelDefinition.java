package org.cxkit.journey.funnel;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a funnel asks: how far cases come along some steps, under stated rules.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} states the rules.
 *
 * @param steps the activities to reach, in order, at least one
 * @param mode what may lie between steps
 * @param anchor which events of the first step count
 * @param window the longest time from the first step to any later one, itself inside; null for no limit
 */
public record FunnelDefinition(
        List<String> steps,
        FunnelMode mode,
        FunnelAnchor anchor,
        @Nullable Duration window) implements Serializable {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if there is no step, one is blank, the window is negative, or an unordered
     *     funnel has a window, starts from the first event alone, or has a step twice: it has no first step
     */
    public FunnelDefinition {
        steps = List.copyOf(steps);
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(anchor, "anchor");
        if (steps.isEmpty() || steps.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a funnel needs steps, none blank, got " + steps);
        }
        if (window != null && window.isNegative()) {
            throw new IllegalArgumentException("window must not be negative, got " + window);
        }
        if (mode == FunnelMode.UNORDERED && (window != null || anchor != FunnelAnchor.ANY)) {
            throw new IllegalArgumentException(
                    "an unordered funnel has no first step to measure from, got window " + window + " from " + anchor);
        }
        if (mode == FunnelMode.UNORDERED && new HashSet<>(steps).size() < steps.size()) {
            throw new IllegalArgumentException("the steps of an unordered funnel must differ, got " + steps);
        }
    }

    /**
     * {@return the open funnel of these steps, from any first step, without a window}
     *
     * @param steps the activities to reach, in order, at least one
     * @throws IllegalArgumentException if there is no step, or one is blank
     */
    public static FunnelDefinition steps(String... steps) {
        return new FunnelDefinition(List.of(steps), FunnelMode.OPEN, FunnelAnchor.ANY, null);
    }

    /**
     * {@return this definition with another mode}
     *
     * @param newMode what may lie between steps
     * @throws IllegalArgumentException if the mode does not go with the rest
     */
    public FunnelDefinition withMode(FunnelMode newMode) {
        return new FunnelDefinition(steps, newMode, anchor, window);
    }

    /**
     * {@return this definition with another anchor}
     *
     * @param newAnchor which events of the first step count
     * @throws IllegalArgumentException if the anchor does not go with the rest
     */
    public FunnelDefinition withAnchor(FunnelAnchor newAnchor) {
        return new FunnelDefinition(steps, mode, newAnchor, window);
    }

    /**
     * {@return this definition with a window}
     *
     * @param newWindow the longest time from the first step to any later one, itself inside
     * @throws IllegalArgumentException if the window is negative or does not go with the rest
     */
    public FunnelDefinition within(Duration newWindow) {
        return new FunnelDefinition(steps, mode, anchor, newWindow);
    }

    @Override
    public String toString() {
        String rules = String.join(" > ", steps) + ": " + mode.meaning();
        if (window != null) {
            rules += ", within " + window + " of " + anchor.meaning() + " first step";
        } else if (anchor == FunnelAnchor.FIRST) {
            rules += ", from the first event of the first step";
        }
        return rules;
    }
}
