package org.cxkit.metrics.live;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which periods one writer holds, what became of the ones before them, and what came too late.
 *
 * <p>While it is published the references do not change; the numbers in the buckets and in {@code late} are counted up
 * by the one writer, those in {@code past} stay. To expire a bucket the writer publishes another ring that has its
 * counts in {@code past} instead, so a reader of one ring finds every answer exactly once. A ring and a bucket that are
 * not published any more, and that no reader holds, may become the next ones.
 */
final class Ring {
    /** The counts of one period, from its first microsecond to the first after it; of the endless one, to the last. */
    static final class Bucket {
        long from;
        long to;
        final long[] counts;

        Bucket(long from, long to, long[] counts) {
            this.from = from;
            this.to = to;
            this.counts = counts;
        }

        /** Makes this the bucket of another period, in which nothing is counted. */
        void become(long newFrom, long newTo) {
            from = newFrom;
            to = newTo;
            Arrays.fill(counts, 0);
        }
    }

    private @Nullable Bucket[] buckets = new Bucket[0];
    private int size;
    long[] past = new long[0];
    long[] late = new long[0];

    static Ring of(List<Bucket> buckets, long[] past, long[] late) {
        Ring ring = new Ring();
        ring.buckets = buckets.toArray(Bucket[]::new);
        ring.size = buckets.size();
        ring.past = past;
        ring.late = late;
        return ring;
    }

    int size() {
        return size;
    }

    Bucket bucket(int i) {
        return Objects.requireNonNull(buckets[i]);
    }

    /** The bucket of the period that has the time. */
    @Nullable
    Bucket at(long micros) {
        for (int i = 0; i < size; i++) {
            Bucket bucket = bucket(i);
            if (micros >= bucket.from && (micros < bucket.to || bucket.to == Long.MAX_VALUE)) {
                return bucket;
            }
        }
        return null;
    }

    /**
     * Makes this what another ring is, but with one more bucket, in place of one of the same period, and without those
     * that start too early.
     *
     * @return one that started too early, or null
     */
    @Nullable
    Bucket become(Ring other, Bucket added, long oldestFrom) {
        past = copy(other.past);
        late = other.late;
        if (buckets.length <= other.size) {
            buckets = new Bucket[other.size + 1];
        }
        size = 0;
        Bucket expired = null;
        for (int i = 0; i < other.size; i++) {
            Bucket bucket = other.bucket(i);
            if (bucket.from == added.from) {
                continue;
            }
            if (bucket.from < oldestFrom) {
                expire(bucket.counts);
                expired = bucket;
            } else {
                buckets[size++] = bucket;
            }
        }
        buckets[size++] = added;
        Arrays.fill(buckets, size, buckets.length, null);
        return expired;
    }

    /** The numbers in an array of this ring's own, and in the one it has, if that is as long. */
    private long[] copy(long[] numbers) {
        if (past.length != numbers.length) {
            return numbers.clone();
        }
        System.arraycopy(numbers, 0, past, 0, numbers.length);
        return past;
    }

    private void expire(long[] counts) {
        if (past.length < counts.length) {
            past = Arrays.copyOf(past, counts.length);
        }
        for (int i = 0; i < counts.length; i++) {
            past[i] += counts[i];
        }
    }

    /** This with room for more late answers. */
    Ring withLate(long[] wider) {
        Ring ring = new Ring();
        ring.buckets = buckets;
        ring.size = size;
        ring.past = past;
        ring.late = wider;
        return ring;
    }
}
