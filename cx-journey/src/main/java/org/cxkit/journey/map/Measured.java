package org.cxkit.journey.map;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cxkit.core.touchpoint.TouchpointId;

/**
 * What was measured along a map, step by step: the numbers to draw under it.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param cases the cases looked at, not negative
 * @param events their events, not negative
 * @param unmapped those of the events that belong to no step, at most {@code events}
 * @param steps one for each step of the map, in its order
 */
public record Measured(long cases, long events, long unmapped, List<MeasuredStep> steps) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, more events are unmapped than there are, a step was
     *     measured over another number of cases, or a step occurs twice
     */
    public Measured {
        steps = List.copyOf(steps);
        if (cases < 0 || unmapped < 0 || unmapped > events) {
            throw new IllegalArgumentException("measured wants cases >= 0 and 0 <= unmapped <= events, got cases "
                    + cases + ", unmapped " + unmapped + ", events " + events);
        }
        Set<TouchpointId> seen = new HashSet<>();
        for (MeasuredStep step : steps) {
            if (step.cases() != cases) {
                throw new IllegalArgumentException(
                        "step " + step.step() + " was measured over " + step.cases() + " cases, the map over " + cases);
            }
            if (!seen.add(step.step())) {
                throw new IllegalArgumentException("step " + step.step() + " was measured twice");
            }
        }
    }

    /**
     * {@return what was measured at a step, if anything}
     *
     * @param id any touchpoint
     */
    public Optional<MeasuredStep> step(TouchpointId id) {
        return steps.stream().filter(step -> step.step().equals(id)).findFirst();
    }

    /**
     * {@return the same with these emotions; steps that are not in the map keep theirs}
     *
     * @param emotions what customers said they felt, by touchpoint
     */
    public Measured withEmotions(Map<TouchpointId, MeasuredEmotion> emotions) {
        return new Measured(
                cases,
                events,
                unmapped,
                steps.stream()
                        .map(step -> {
                            MeasuredEmotion emotion = emotions.get(step.step());
                            return emotion == null ? step : step.withEmotion(emotion);
                        })
                        .toList());
    }
}
