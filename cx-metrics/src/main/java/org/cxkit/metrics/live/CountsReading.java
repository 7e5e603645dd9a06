package org.cxkit.metrics.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.RatingTally;

/** Adds up what the cells of all writers have. Not thread-safe: made for one reading. */
final class CountsReading {
    private final RatingCells layout;
    private final List<Ring> rings = new ArrayList<>();

    CountsReading(RatingCells layout) {
        this.layout = layout;
    }

    void take(Ring ring) {
        rings.add(ring);
    }

    LiveCounts counts(long oldestFrom, List<String> names) {
        Map<Long, long[]> held = new TreeMap<>();
        long[] past = new long[0];
        long[] late = new long[0];
        for (Ring ring : rings) {
            past = sum(past, ring.past);
            late = sum(late, ring.late);
            for (int i = 0; i < ring.size(); i++) {
                Ring.Bucket bucket = ring.bucket(i);
                if (bucket.from < oldestFrom) {
                    past = sum(past, bucket.counts);
                } else {
                    held.put(bucket.from, sum(held.getOrDefault(bucket.from, new long[0]), bucket.counts));
                }
            }
        }
        Grouped<String, RatingTally> none = Grouped.of(RatingTally.empty(layout.scale()), Map.of());
        Map<Instant, Grouped<String, RatingTally>> periods = new TreeMap<>();
        held.forEach((from, sums) -> periods.put(EpochMicros.toInstant(from), bySegment(sums, names)));
        return new LiveCounts(Grouped.of(none, periods), bySegment(past, names), bySegment(late, names));
    }

    private static long[] sum(long[] sums, long[] counts) {
        long[] wide = sums.length < counts.length ? Arrays.copyOf(sums, counts.length) : sums;
        for (int i = Cells.PAD; i < counts.length - Cells.PAD; i++) {
            wide[i] += Cells.read(counts, i);
        }
        return wide;
    }

    private Grouped<String, RatingTally> bySegment(long[] sums, List<String> names) {
        Map<String, RatingTally> tallies = new HashMap<>();
        int stride = 1 << layout.shift();
        for (int i = 0; Cells.PAD + (i + 1) * stride + Cells.PAD <= sums.length && i < names.size(); i++) {
            tallies.put(names.get(i), layout.tally(sums, Cells.PAD + i * stride));
        }
        return Grouped.of(RatingTally.empty(layout.scale()), tallies);
    }
}
