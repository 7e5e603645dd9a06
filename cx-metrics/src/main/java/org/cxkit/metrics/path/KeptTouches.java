package org.cxkit.metrics.path;

import java.util.Arrays;

/** Which touches remain where some channels are left out of the rows that have others. */
final class KeptTouches {

    private KeptTouches() {}

    static Journeys of(Journeys journeys, boolean[] out) {
        int rows = journeys.size();
        int[] kept = new int[journeys.touches()];
        int[] ends = new int[rows];
        int[] leads = new int[rows];
        int[] opportunities = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int from = count;
            int lead = Journeys.NONE;
            int opportunity = Journeys.NONE;
            boolean all = noOther(journeys, row, out);
            int start = journeys.start(row);
            for (int touch = start; touch < journeys.end(row); touch++) {
                if (all || !out[journeys.touch(touch)]) {
                    kept[count++] = touch;
                }
                int place = Math.max(0, count - from - 1);
                lead = touch - start == journeys.lead(row) ? place : lead;
                opportunity = touch - start == journeys.opportunity(row) ? place : opportunity;
            }
            ends[row] = count;
            leads[row] = lead;
            opportunities[row] = opportunity;
        }
        boolean marked = journeys.hasMilestones();
        return journeys.keeping(Arrays.copyOf(kept, count), ends, marked ? leads : null, marked ? opportunities : null);
    }

    private static boolean noOther(Journeys journeys, int row, boolean[] out) {
        for (int touch = journeys.start(row); touch < journeys.end(row); touch++) {
            if (!out[journeys.touch(touch)]) {
                return false;
            }
        }
        return true;
    }
}
