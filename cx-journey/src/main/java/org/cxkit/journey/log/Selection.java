package org.cxkit.journey.log;

/** Makes the log of some events of a log; their order stays canonical, and what no longer occurs is dropped. */
final class Selection {
    private Selection() {}

    /** Whether an event is wanted. */
    @FunctionalInterface
    interface Wanted {
        boolean test(int caseIndex, int event);
    }

    static EventLog of(EventLog log, Wanted wanted) {
        int[] cases = new int[log.events()];
        int[] activities = new int[log.events()];
        long[] micros = new long[log.events()];
        int[] channels = new int[log.channels().size() == 0 ? 0 : log.events()];
        int size = 0;
        for (int c = 0; c < log.cases(); c++) {
            for (int event = log.from(c); event < log.to(c); event++) {
                if (wanted.test(c, event)) {
                    cases[size] = c;
                    activities[size] = log.activity(event);
                    micros[size] = log.micros(event);
                    if (channels.length > 0) {
                        channels[size] = log.channel(event);
                    }
                    size++;
                }
            }
        }
        return CanonicalOrder.byCode(
                new EventColumns(size, cases, activities, micros, channels),
                log.caseIds(),
                log.activities(),
                log.channels());
    }
}
