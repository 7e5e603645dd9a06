package org.cxkit.metrics.markov;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cxkit.metrics.path.Journeys;

/** Goes along one journey after the other, and tells the states and moves that it meets. Not thread-safe. */
final class StateWalk {
    private final TransitionCounts counts;
    private final Journeys journeys;
    private final int[] translation;
    private int[] touches = new int[16];

    /** The state in which the journey starts; -1 if it has no touch. */
    int first;
    /** The state in which it ends; -1 if it has no touch. */
    int last;
    /** How many moves it makes. */
    int steps;
    /** The moves, in their order. */
    int[] trail = new int[16];

    /** Names are those of the journeys by code; one that the counts do not know must not be met. */
    StateWalk(TransitionCounts counts, Journeys journeys, String... names) {
        this.counts = counts;
        this.journeys = journeys;
        Map<String, Integer> codes = new HashMap<>();
        for (String name : counts.names) {
            codes.put(name, codes.size());
        }
        translation = new int[names.length];
        Arrays.setAll(translation, code -> codes.getOrDefault(names[code], -1));
    }

    void along(int row) {
        int length = journeys.length(row);
        if (length > touches.length) {
            touches = new int[length * 2];
            trail = new int[length * 2];
        }
        journeys.copyTouches(journeys.start(row), journeys.end(row), touches);
        int opening = Math.min(counts.order, length);
        long key = 0;
        for (int i = 0; i < opening; i++) {
            key = StateKey.then(key, translation[touches[i]], counts.order);
        }
        first = length == 0 ? -1 : counts.state(key);
        last = first;
        steps = 0;
        for (int i = opening; i < length; i++) {
            int code = translation[touches[i]];
            trail[steps++] = counts.move(last, code);
            key = StateKey.then(key, code, counts.order);
            last = counts.state(key);
        }
    }
}
