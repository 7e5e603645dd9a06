package org.cxkit.metrics.live;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which periods one writer holds, what became of the ones before them, and what came too late.
 *
 * <p>The references never change; the numbers in the buckets and in {@code late} are counted up by the one writer.
 * Those in {@code past} are final. To expire a bucket the writer publishes another ring that has its counts in
 * {@code past} instead, so a reader of one ring finds every answer exactly once.
 */
final class Ring {
    static final Ring EMPTY = new Ring(new Bucket[0], new long[0], new long[0]);

    /** The counts of one period, from its first microsecond to the first after it; of the endless one, to the last. */
    static final class Bucket {
        final long from;
        final long to;
        final long[] counts;

        Bucket(long from, long to, long[] counts) {
            this.from = from;
            this.to = to;
            this.counts = counts;
        }
    }

    private final Bucket[] buckets;
    final long[] past;
    final long[] late;

    private Ring(Bucket[] buckets, long[] past, long[] late) {
        this.buckets = buckets;
        this.past = past;
        this.late = late;
    }

    static Ring of(List<Bucket> buckets, long[] past, long[] late) {
        return new Ring(buckets.toArray(Bucket[]::new), past, late);
    }

    List<Bucket> buckets() {
        return List.of(buckets);
    }

    /** The bucket of the period that has the time. */
    @Nullable
    Bucket at(long micros) {
        for (Bucket bucket : buckets) {
            if (micros >= bucket.from && (micros < bucket.to || bucket.to == Long.MAX_VALUE)) {
                return bucket;
            }
        }
        return null;
    }

    /** This with another bucket, in place of one of the same period, and without those that start too early. */
    Ring with(Bucket added, long oldestFrom) {
        Bucket[] kept = new Bucket[buckets.length + 1];
        int n = 0;
        long[] sums = past;
        for (Bucket bucket : buckets) {
            if (bucket.from == added.from) {
                continue;
            }
            if (bucket.from < oldestFrom) {
                sums = sum(sums, bucket.counts);
            } else {
                kept[n++] = bucket;
            }
        }
        kept[n++] = added;
        return new Ring(Arrays.copyOf(kept, n), sums, late);
    }

    Ring withLate(long[] wider) {
        return new Ring(buckets, past, wider);
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sums = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sums[i] += b[i];
        }
        return sums;
    }
}
