package org.cxkit.metrics.attribution;

import org.cxkit.metrics.path.Journeys;

/** The touches of one row after the other, counted from 0 in each row. Not thread-safe. */
final class RowTouches {
    private final Journeys journeys;
    private int row;
    private int start;
    private int length;

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
