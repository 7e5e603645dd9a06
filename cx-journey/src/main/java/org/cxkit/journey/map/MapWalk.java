package org.cxkit.journey.map;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.log.EventLog;
import org.jspecify.annotations.Nullable;

/** Walks through each case of a log once and counts along the steps of a map. */
final class MapWalk {
    private static final int NO_STEP = -1;

    private final EventLog log;
    private final List<Step> steps;
    /** The index of the step of each activity code. */
    private final int[] stepOf;

    private final long[] reached;
    private final long[] ended;
    private final int[] lastCaseAt;
    private final long[][] waits;
    private final int[] waitCounts;
    private long unmapped;

    MapWalk(JourneyMap map, EventLog log) {
        this.log = log;
        this.steps = map.steps();
        this.stepOf = stepOf(map, log);
        int n = steps.size();
        this.reached = new long[n];
        this.ended = new long[n];
        this.lastCaseAt = new int[n];
        Arrays.fill(lastCaseAt, -1);
        this.waits = new long[n][16];
        this.waitCounts = new int[n];
    }

    private static int[] stepOf(JourneyMap map, EventLog log) {
        Map<String, TouchpointId> owners = map.stepsByEvent();
        List<TouchpointId> ids = map.steps().stream().map(Step::id).toList();
        int[] stepOf = new int[log.activities().size()];
        for (int code = 0; code < stepOf.length; code++) {
            TouchpointId owner = owners.get(log.activities().name(code));
            stepOf[code] = owner == null ? NO_STEP : ids.indexOf(owner);
        }
        return stepOf;
    }

    Measured measure() {
        for (int c = 0; c < log.cases(); c++) {
            walk(c);
        }
        List<MeasuredStep> measured = new ArrayList<>();
        for (int s = 0; s < steps.size(); s++) {
            measured.add(new MeasuredStep(steps.get(s).id(), log.cases(), reached[s], ended[s], medianWait(s), null));
        }
        return new Measured(log.cases(), log.events(), unmapped, measured);
    }

    private void walk(int c) {
        int at = NO_STEP;
        long since = 0;
        for (int event = log.from(c); event < log.to(c); event++) {
            int step = stepOf[log.activity(event)];
            if (step == NO_STEP) {
                unmapped++;
                continue;
            }
            if (step != at) {
                arrive(c, step);
                if (at != NO_STEP) {
                    addWait(at, log.micros(event) - since);
                }
            }
            at = step;
            since = log.micros(event);
        }
        if (at != NO_STEP) {
            ended[at]++;
        }
    }

    private void arrive(int c, int step) {
        if (lastCaseAt[step] != c) {
            lastCaseAt[step] = c;
            reached[step]++;
        }
    }

    private void addWait(int step, long micros) {
        if (waitCounts[step] == waits[step].length) {
            waits[step] = Arrays.copyOf(waits[step], waitCounts[step] * 2);
        }
        waits[step][waitCounts[step]++] = micros;
    }

    private @Nullable Duration medianWait(int step) {
        int n = waitCounts[step];
        if (n == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(waits[step], n);
        Arrays.sort(sorted);
        return Duration.of(sorted[(n - 1) / 2], ChronoUnit.MICROS)
                .plus(Duration.of(sorted[n / 2], ChronoUnit.MICROS))
                .dividedBy(2);
    }

    /** {@return the cases whose events are at a step: any of them, or the last that is on the map} */
    List<String> cases(TouchpointId id, boolean lastOnly) {
        return log.caseIds(c -> {
            boolean seen = false;
            for (int event = log.to(c) - 1; event >= log.from(c) && !seen; event--) {
                int step = stepOf[log.activity(event)];
                seen = step != NO_STEP && steps.get(step).id().equals(id);
                if (step != NO_STEP && lastOnly) {
                    break;
                }
            }
            return seen;
        });
    }
}
