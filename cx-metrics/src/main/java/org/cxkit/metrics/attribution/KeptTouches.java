package org.cxkit.metrics.attribution;

import java.util.Set;
import org.cxkit.metrics.path.Journeys;

/**
 * The touches of one row after the other, without those of excluded channels unless a row has no others; counted from 0
 * in each row. Nothing is allocated but for a row longer than those before. Not thread-safe.
 */
final class KeptTouches {
    private final Journeys journeys;
    private final boolean[] excluded;
    private final boolean any;
    private int row;
    private int start;
    private int length;
    private boolean thinned;
    private int[] positions = new int[16];

    KeptTouches(Journeys journeys, Set<String> excluded) {
        this.journeys = journeys;
        this.excluded = new boolean[journeys.channels().size()];
        boolean found = false;
        for (int code = 0; code < this.excluded.length; code++) {
            this.excluded[code] = excluded.contains(journeys.channels().name(code));
            found |= this.excluded[code];
        }
        any = found;
    }

    /** {@return how many touches of this row are kept: those that this stands at from now on} */
    int moveTo(int nextRow) {
        row = nextRow;
        start = journeys.start(nextRow);
        length = journeys.end(nextRow) - start;
        thinned = false;
        if (any) {
            thin();
        }
        return length;
    }

    private void thin() {
        if (length > positions.length) {
            positions = new int[2 * length];
        }
        int kept = 0;
        for (int i = 0; i < length; i++) {
            positions[kept] = i;
            kept += excluded[journeys.touch(start + i)] ? 0 : 1; // no jump: nobody can foresee it
        }
        if (kept > 0) {
            thinned = kept < length;
            length = kept;
        }
    }

    int length() {
        return length;
    }

    /** {@return the channel code of a touch} */
    int code(int touch) {
        return journeys.touch(at(touch));
    }

    long ageMicros(int touch) {
        return journeys.ageMicros(at(touch));
    }

    private int at(int touch) {
        return start + (thinned ? positions[touch] : touch);
    }

    /** {@return the touch of the lead; if that one was left out, the kept one before it, else the first} */
    int lead() {
        return kept(journeys.lead(row));
    }

    /** {@return the touch of the opportunity; if that one was left out, the kept one before it, else the first} */
    int opportunity() {
        return kept(journeys.opportunity(row));
    }

    private int kept(int position) {
        if (position == Journeys.NONE || !thinned) {
            return position;
        }
        int touch = 0;
        while (touch + 1 < length && positions[touch + 1] <= position) {
            touch++;
        }
        return touch;
    }
}
