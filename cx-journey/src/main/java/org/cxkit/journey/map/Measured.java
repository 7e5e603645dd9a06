package org.cxkit.journey.map;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.log.EventLog;

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
     * {@return what a log says about each step of a map}
     *
     * <p>An event belongs to the step that names its activity; other events are counted as unmapped and looked through. A
     * <em>visit</em> is a run of events of one step with no event of another step between them. For each step:
     *
     * <ul>
     *   <li>reached: cases with at least one of its events;
     *   <li>ended: cases whose last event on the map is of this step, so that each case on the map ends exactly once;
     *   <li>median wait: over all visits that are followed by a visit to another step, the median of the time from the
     *       last event of the one to the first event of the other (of an even number, the mean of the middle two).
     * </ul>
     *
     * @param map the designed map
     * @param log the events; a log without any gives counts of 0 and no waits
     */
    public static Measured of(JourneyMap map, EventLog log) {
        return new MapWalk(map, log).measure();
    }

    /**
     * {@return the cases behind the count of those that reached a step, in the order of the log}
     *
     * @param map the map
     * @param log the log
     * @param step a touchpoint; none reached one that is not on the map
     */
    public static List<String> casesReaching(JourneyMap map, EventLog log, TouchpointId step) {
        return new MapWalk(map, log).cases(step, false);
    }

    /**
     * {@return the cases behind the count of those that ended at a step, in the order of the log}
     *
     * @param map the map
     * @param log the log
     * @param step a touchpoint; none ended at one that is not on the map
     */
    public static List<String> casesEnding(JourneyMap map, EventLog log, TouchpointId step) {
        return new MapWalk(map, log).cases(step, true);
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
