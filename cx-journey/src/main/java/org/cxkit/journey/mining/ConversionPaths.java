package org.cxkit.journey.mining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cxkit.journey.log.EventLog;
import org.cxkit.metrics.attribution.PathAccumulator;
import org.cxkit.metrics.attribution.PathTally;

/**
 * The paths that led to conversions, and those that led to none, from an event log.
 *
 * <p>Each conversion ends a path: its touches are the events of the case since the conversion before, or since the start
 * of the case; the conversion itself is no touch. Events after the last conversion of a case make a path without a
 * conversion. A conversion with no event before it has an empty path: attribution shows it as not attributed, so totals
 * are kept. Thread-safe.
 */
public final class ConversionPaths {

    private ConversionPaths() {}

    /**
     * {@return the paths over activities}
     *
     * @param log the events
     * @param conversions the activities that are conversions; those that do not occur change nothing
     */
    public static PathTally ofActivities(EventLog log, String... conversions) {
        return collect(log, event -> log.activities().name(log.activity(event)), conversions);
    }

    /**
     * {@return the paths over channels; events whose channel is not known are no touches}
     *
     * @param log the events
     * @param conversions the activities that are conversions; those that do not occur change nothing
     */
    public static PathTally ofChannels(EventLog log, String... conversions) {
        return collect(
                log,
                event -> log.channel(event) == EventLog.NO_CHANNEL
                        ? ""
                        : log.channels().name(log.channel(event)),
                conversions);
    }

    @FunctionalInterface
    private interface TouchName {
        String of(int event);
    }

    private static PathTally collect(EventLog log, TouchName touch, String... conversions) {
        Set<Integer> converting = new HashSet<>();
        for (String conversion : conversions) {
            converting.add(log.activities().find(conversion));
        }
        PathAccumulator paths = PathTally.accumulator();
        List<String> touches = new ArrayList<>();
        for (int caseIndex = 0; caseIndex < log.cases(); caseIndex++) {
            touches.clear();
            for (int event = log.from(caseIndex); event < log.to(caseIndex); event++) {
                String name = touch.of(event);
                if (converting.contains(log.activity(event))) {
                    paths.converted(touches, 1);
                    touches.clear();
                } else if (!name.isEmpty()) {
                    touches.add(name);
                }
            }
            if (!touches.isEmpty()) {
                paths.lost(touches, 1);
            }
        }
        return paths.result();
    }
}
