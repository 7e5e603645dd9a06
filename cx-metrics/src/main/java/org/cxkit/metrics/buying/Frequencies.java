package org.cxkit.metrics.buying;

import java.util.Arrays;
import org.cxkit.metrics.purchase.RfmTally;

/** The distinct frequencies of a tally, and where the histories of each stand. Immutable and thread-safe. */
final class Frequencies {
    private final int[] frequencies;

    /** Where the histories of each frequency start, and in the end where the last stop. */
    private final int[] starts;

    private final double longest;

    /**
     * Looks at the histories.
     *
     * @param tally the histories
     * @param factor what turns their unit into the one of the ages here
     */
    Frequencies(RfmTally tally, double factor) {
        int histories = tally.histories();
        int[] found = new int[histories];
        int[] at = new int[histories + 1];
        int distinct = 0;
        double oldest = 0;
        for (int i = 0; i < histories; i++) {
            if (i == 0 || tally.frequency(i) != tally.frequency(i - 1)) {
                found[distinct] = tally.frequency(i);
                at[distinct++] = i;
            }
            oldest = Math.max(oldest, tally.age(i));
        }
        at[distinct] = histories;
        frequencies = Arrays.copyOf(found, distinct);
        starts = Arrays.copyOf(at, distinct + 1);
        longest = oldest * factor;
    }

    /** {@return how many there are} */
    int size() {
        return frequencies.length;
    }

    /** {@return the frequency of this index, rising} */
    int frequency(int index) {
        return frequencies[index];
    }

    /** {@return the index of the frequency of a history} */
    int index(int history) {
        int found = Arrays.binarySearch(starts, history);
        return found >= 0 ? found : -found - 2;
    }

    /** {@return the history after the last one of the frequency of this index} */
    int end(int index) {
        return starts[index + 1];
    }

    /** {@return the greatest age} */
    double longest() {
        return longest;
    }
}
