package org.cxkit.journey.mining;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.JourneyMap;

/**
 * A first map for a log that nobody has designed a journey for: its most frequent activities, in the order in which
 * cases come to them.
 *
 * <p>It has one stage with one loop, so it promises no order; refine it, or draw it as it is. Thread-safe.
 */
public final class ObservedMap {

    private ObservedMap() {}

    /**
     * {@return the map of the most frequent activities, ordered by the mean position of their first event in the cases
     * that have one, ties by name}
     *
     * @param name what the map is called, not blank
     * @param log the events, at least one
     * @param most how many activities to take, at least 1
     * @throws IllegalArgumentException if the log is empty or no activity is wanted
     */
    public static JourneyMap of(String name, EventLog log, int most) {
        if (log.isEmpty() || most < 1) {
            throw new IllegalArgumentException("a map needs events and at least 1 activity, got " + log.events()
                    + " events and " + most + " activities");
        }
        int activities = log.activities().size();
        long[] events = new long[activities];
        double[] position = new double[activities];
        long[] cases = new long[activities];
        int[] lastCase = new int[activities];
        for (int caseIndex = 0; caseIndex < log.cases(); caseIndex++) {
            int from = log.from(caseIndex);
            double length = log.to(caseIndex) - from;
            for (int event = from; event < log.to(caseIndex); event++) {
                int activity = log.activity(event);
                events[activity]++;
                if (lastCase[activity] != caseIndex + 1) {
                    lastCase[activity] = caseIndex + 1;
                    cases[activity]++;
                    position[activity] += (event - from) / length;
                }
            }
        }
        Comparator<Integer> byName =
                Comparator.comparing(activity -> log.activities().name(activity));
        List<Integer> frequent = IntStream.range(0, activities)
                .filter(activity -> events[activity] > 0) // a dictionary may know more
                .boxed()
                .sorted(Comparator.comparingLong((Integer activity) -> -events[activity])
                        .thenComparing(byName))
                .limit(most)
                .sorted(Comparator.comparingDouble((Integer activity) -> position[activity] / cases[activity])
                        .thenComparing(byName))
                .toList();
        return JourneyMap.named(name)
                .stage("Journey")
                .loop(frequent.stream().map(log.activities()::name).toArray(String[]::new))
                .build();
    }
}
