package org.cxkit.journey.report;

import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.funnel.Funnel;
import org.cxkit.journey.funnel.FunnelDefinition;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.Step;
import org.cxkit.metrics.Outcome;

/**
 * A designed journey, what the log measured along it, and how its promises were kept.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param cases what one case of the log is, in the plural: {@code customers}, {@code sessions}
 * @param map the designed journey
 * @param measured what the log measured along it
 * @param funnel the cases that went through these activities in this order, level by level; may be empty
 * @param promises the steps with a promised wait, in the order of the map
 */
public record JourneyTable(String cases, JourneyMap map, Measured measured, List<Level> funnel, List<Promise> promises)
        implements Serializable {

    /**
     * A level of an open funnel: its activities may have others between them.
     *
     * @param activity the activity
     * @param reached the cases that came this far
     */
    public record Level(String activity, long reached) implements Serializable {}

    /**
     * How a promised wait was kept.
     *
     * @param step the step
     * @param title what the step is called
     * @param promised the longest wait since the step before that the map promises
     * @param arrivals arrivals at the step from another one
     * @param late those of them that waited longer than promised
     * @param median the median wait; no data without arrivals
     */
    public record Promise(
            TouchpointId step, String title, Duration promised, long arrivals, long late, Outcome<Duration> median)
            implements Serializable {

        /** {@return the share of late arrivals, from 0 to 1; no data without arrivals} */
        public Outcome<Double> lateShare() {
            return arrivals == 0 ? Outcome.noData("no arrivals") : Outcome.of((double) late / arrivals);
        }
    }

    /** Copies the lists. */
    public JourneyTable {
        funnel = List.copyOf(funnel);
        promises = List.copyOf(promises);
    }

    static List<Level> levels(EventLog log, String... activities) {
        if (activities.length == 0) {
            return List.of();
        }
        Funnel funnel = Funnel.of(FunnelDefinition.steps(activities), log);
        return IntStream.range(0, activities.length)
                .mapToObj(level -> new Level(activities[level], funnel.reached(level + 1)))
                .toList();
    }

    static List<Promise> promises(JourneyMap map, EventLog log) {
        Map<TouchpointId, List<Long>> waits = waits(map.stepsByEvent(), log);
        List<Promise> promises = new ArrayList<>();
        for (Step step : map.steps()) {
            Duration promised = step.within();
            if (promised != null) {
                long[] micros = waits.getOrDefault(step.id(), List.of()).stream()
                        .mapToLong(Long::longValue)
                        .sorted()
                        .toArray();
                long limit = EpochMicros.span(promised);
                long late = Arrays.stream(micros).filter(wait -> wait > limit).count();
                promises.add(new Promise(step.id(), step.title(), promised, micros.length, late, median(micros)));
            }
        }
        return promises;
    }

    /** For each step the waits of its arrivals: events of the step whose previous event on the map is of another step. */
    private static Map<TouchpointId, List<Long>> waits(Map<String, TouchpointId> steps, EventLog log) {
        Map<TouchpointId, List<Long>> waits = new HashMap<>();
        for (int caseIndex = 0; caseIndex < log.cases(); caseIndex++) {
            TouchpointId before = null;
            long since = 0;
            for (int event = log.from(caseIndex); event < log.to(caseIndex); event++) {
                TouchpointId step = steps.get(log.activities().name(log.activity(event)));
                if (step != null) {
                    if (before != null && !before.equals(step)) {
                        waits.computeIfAbsent(step, id -> new ArrayList<>()).add(log.micros(event) - since);
                    }
                    before = step;
                    since = log.micros(event);
                }
            }
        }
        return waits;
    }

    private static Outcome<Duration> median(long[] sortedMicros) {
        int n = sortedMicros.length;
        if (n == 0) {
            return Outcome.noData("no arrivals");
        }
        return Outcome.of(Duration.of(sortedMicros[(n - 1) / 2], ChronoUnit.MICROS)
                .plus(Duration.of(sortedMicros[n / 2], ChronoUnit.MICROS))
                .dividedBy(2));
    }
}
