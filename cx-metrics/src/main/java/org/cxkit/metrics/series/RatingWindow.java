package org.cxkit.metrics.series;

import java.time.Instant;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.survey.RatingTally;

/**
 * A run of the answers of a series whose ends move, and its counts: each step adds or takes away one answer.
 *
 * <p>Ends that only move on make one pass in all. The start of a calendar window may step back a little where a
 * month is short or the clocks change; then the answers are added again. The end is never before the start.
 */
final class RatingWindow {
    private final RatingSeries series;
    private final int min;
    private final long[] counts;
    private long missing;
    private long invalid;
    private int from;
    private int to;

    /** An empty run before the answer of this index. */
    RatingWindow(RatingSeries series, int index) {
        this.series = series;
        this.from = index;
        this.to = index;
        this.min = series.scale().min();
        this.counts = new long[series.scale().points()];
    }

    /** Moves the start to the first answer after the instant. */
    RatingWindow after(Instant start) {
        long micros = EpochMicros.of(start);
        int index = from;
        while (index < series.size() && series.micros(index) <= micros) {
            index++;
        }
        while (index > 0 && series.micros(index - 1) > micros) {
            index--;
        }
        return from(index);
    }

    /** Moves the end to the last answer up to the instant. */
    RatingWindow upTo(Instant end) {
        long micros = EpochMicros.of(end);
        int index = to;
        while (index < series.size() && series.micros(index) <= micros) {
            index++;
        }
        return to(index);
    }

    private RatingWindow from(int index) {
        to(index);
        while (from < index) {
            count(from++, -1);
        }
        while (from > index) {
            count(--from, 1);
        }
        return this;
    }

    RatingWindow to(int index) {
        while (to < index) {
            count(to++, 1);
        }
        return this;
    }

    private void count(int index, int n) {
        int answer = series.answer(index);
        if (answer == Answered.MISSING) {
            missing += n;
        } else if (answer == Answered.INVALID) {
            invalid += n;
        } else {
            counts[answer - min] += n;
        }
    }

    RatingTally tally() {
        return RatingTally.ofCounts(series.scale(), counts, missing, invalid);
    }
}
