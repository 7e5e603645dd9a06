package org.cxkit.metrics.attribution;

import org.cxkit.metrics.path.Journeys;

/** The touches of one row after the other, counted from 0 in each row. Not thread-safe. */
final class RowTouches {
    private final Journeys journeys;
    private int row;
    private int start;
    private int length;
    /** For each channel the row after which it was asked for last. */
    private int[] lastRows = {};

    RowTouches(Journeys journeys) {
        this.journeys = journeys;
    }

    /** {@return how many touches this row has, at which this stands from now on} */
    int moveTo(int nextRow) {
        row = nextRow;
        start = journeys.start(nextRow);
        length = journeys.end(nextRow) - start;
        return length;
    }

    int length() {
        return length;
    }

    /** {@return whether the channel had no touch before in this row; asked of one touch after the other, once} */
    boolean opensChannel(int touch) {
        if (lastRows.length == 0) {
            lastRows = new int[journeys.channels().size()];
        }
        int code = code(touch);
        boolean opens = lastRows[code] != row + 1;
        lastRows[code] = row + 1;
        return opens;
    }

    /** {@return the channel code of a touch} */
    int code(int touch) {
        return journeys.touch(start + touch);
    }

    long ageMicros(int touch) {
        return journeys.ageMicros(start + touch);
    }

    int lead() {
        return journeys.lead(row);
    }

    int opportunity() {
        return journeys.opportunity(row);
    }
}
