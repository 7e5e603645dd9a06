package org.cxkit.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** In which order the events of a benchmark stand in their columns. */
public enum EventOrder {
    /** In no order: the work of sorting is part of the question. */
    UNSORTED,

    /** In the order of time, cases mixed: as a system writes its log. */
    BY_TIME;

    /** How many activities there are. */
    static final int ACTIVITIES = 30;

    private static final long MONTH_MICROS = 30L * 86_400_000_000L;

    /**
     * {@return events with five to a case on average, activities of unequal frequency, the same for the same
     * arguments}
     *
     * @param n how many
     * @param seed the seed of chance
     */
    Events events(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] cases = new int[n];
        int[] activities = new int[n];
        long[] micros = new long[n];
        for (int i = 0; i < n; i++) {
            cases[i] = random.nextInt(Math.max(1, n / 5));
            activities[i] = Math.min(random.nextInt(ACTIVITIES), random.nextInt(ACTIVITIES));
            micros[i] = random.nextLong(MONTH_MICROS);
        }
        if (this == BY_TIME) {
            Arrays.sort(micros);
        }
        return new Events(cases, activities, micros);
    }

    /** Events as columns; two events of a case practically never share their microsecond. */
    static final class Events {

        final int[] cases;
        final int[] activities;
        final long[] micros;

        private Events(int[] cases, int[] activities, long[] micros) {
            this.cases = cases;
            this.activities = activities;
            this.micros = micros;
        }

        int size() {
            return cases.length;
        }

        static Events none() {
            return new Events(new int[0], new int[0], new long[0]);
        }
    }
}
