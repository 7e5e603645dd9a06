package org.cxkit.metrics.behavior;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.purchase.Purchase;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How many customers have each history of active periods: the quarters, months or days in which they bought.
 *
 * <p>{@link Retention}, {@link CohortRetention} and {@link RepeatPurchase} are told from it. It does not know who a
 * customer is, so it adds up over partitions by customer only. Immutable and thread-safe.
 */
public final class ActivityTally implements Tally<ActivityTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "activity";

    private final String unit;
    private final int[][] histories; // periods as their distance from the one with the first day of 1970, in order
    private final long[] customers;

    private ActivityTally() {
        this("DAY", new int[0][], new long[0]);
    }

    private ActivityTally(String unit, int[][] histories, long[] customers) {
        this.unit = unit;
        this.histories = histories;
        this.customers = customers;
        long unused = LongStream.of(customers).reduce(0, Math::addExact);
    }

    static Map<int[], Long> noHistories() {
        return new TreeMap<>(Arrays::compare);
    }

    static ActivityTally of(CalendarUnit unit, Map<int[], Long> histories) {
        return new ActivityTally(
                unit.name(),
                histories.keySet().toArray(int[][]::new),
                histories.values().stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * {@return the periods in which each customer bought; refunds are no activity}
     *
     * @param purchases all purchases of the customers, in any order
     * @param unit the kind of period in which a customer is active or not
     * @param zone the zone whose calendar is meant
     */
    public static ActivityTally of(Collection<Purchase> purchases, CalendarUnit unit, ZoneId zone) {
        return ActivityAccumulator.create(unit).addAll(purchases, zone).result();
    }

    /** The period that all are told from by their distance. */
    static CalendarPeriod epoch(CalendarUnit unit) {
        return unit.of(LocalDate.EPOCH);
    }

    static int index(CalendarPeriod epoch, CalendarPeriod period) {
        return Math.toIntExact(epoch.until(period));
    }

    /** The distance of a period of the unit of this tally. */
    int index(CalendarPeriod period) {
        return index(epoch(unit()), period);
    }

    static void requireSameUnit(CalendarUnit one, CalendarUnit other) {
        if (one != other) {
            throw new IllegalArgumentException("activities in different units do not merge: " + one + " and " + other);
        }
    }

    private CalendarPeriod period(int index) {
        return epoch(unit()).plus(index);
    }

    /** {@return the kind of the periods} */
    public CalendarUnit unit() {
        return CalendarUnit.valueOf(unit);
    }

    /** {@return how many customers were active in any period} */
    public long customers() {
        return count(history -> true);
    }

    /** {@return how many periods customers were active in, added up over the customers: with days, the days of purchase} */
    public long customerPeriods() {
        long sum = 0;
        for (int i = 0; i < histories.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(customers[i], histories[i].length));
        }
        return sum;
    }

    /** {@return the periods from the first to the last active one, those without activity too; empty without any} */
    public List<CalendarPeriod> periods() {
        if (isEmpty()) {
            return List.of();
        }
        int last = Arrays.stream(histories)
                .mapToInt(history -> history[history.length - 1])
                .max()
                .orElseThrow();
        return IntStream.rangeClosed(histories[0][0], last)
                .mapToObj(this::period)
                .toList();
    }

    /**
     * {@return how many customers were active in a period}
     *
     * @param period a period of the unit of this tally
     * @throws IllegalArgumentException if it is of another unit
     */
    public long active(CalendarPeriod period) {
        int wanted = index(period);
        return count(history -> Arrays.binarySearch(history, wanted) >= 0);
    }

    /**
     * {@return the same customers with what they did in some of the periods only; those who did nothing in them left
     * out}
     *
     * @param first the first period that counts
     * @param last the last period that counts
     * @throws IllegalArgumentException if the last is before the first, or one is of another unit
     */
    public ActivityTally within(CalendarPeriod first, CalendarPeriod last) {
        int from = index(first);
        int to = index(last);
        if (to < from) {
            throw new IllegalArgumentException(
                    "the last period must not be before the first, got " + first + " to " + last);
        }
        Map<int[], Long> cut = noHistories();
        for (int i = 0; i < histories.length; i++) {
            int[] kept = Arrays.stream(histories[i])
                    .filter(period -> period >= from && period <= to)
                    .toArray();
            if (kept.length > 0) {
                cut.merge(kept, customers[i], Math::addExact);
            }
        }
        return of(unit(), cut);
    }

    /** How many customers have a history such as this. */
    long count(Predicate<int[]> wanted) {
        long count = 0;
        for (int i = 0; i < histories.length; i++) {
            count += wanted.test(histories[i]) ? customers[i] : 0;
        }
        return count;
    }

    /** Gives each history with its customers. */
    void forEach(ObjLongConsumer<int[]> consumer) {
        for (int i = 0; i < histories.length; i++) {
            consumer.accept(histories[i], customers[i]);
        }
    }

    @Override
    public boolean isEmpty() {
        return histories.length == 0;
    }

    @Override
    public ActivityTally plus(ActivityTally other) {
        requireSameUnit(unit(), other.unit());
        Map<int[], Long> both = noHistories();
        for (ActivityTally one : List.of(this, other)) {
            for (int i = 0; i < one.histories.length; i++) {
                both.merge(one.histories[i], one.customers[i], Math::addExact);
            }
        }
        return of(unit(), both);
    }

    @Override
    public byte[] toBytes() {
        ByteWriter writer = ByteWriter.of(NAME, 1).text(unit).count(histories.length);
        for (int i = 0; i < histories.length; i++) {
            writer.count(customers[i]).count(histories[i].length).number(histories[i][0]);
            for (int j = 1; j < histories[i].length; j++) {
                writer.count((long) histories[i][j] - histories[i][j - 1]);
            }
        }
        return writer.toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static ActivityTally fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, 1);
        CalendarUnit unit = CalendarUnit.valueOf(reader.text());
        int size = reader.size();
        Map<int[], Long> read = noHistories();
        for (int i = 0; i < size; i++) {
            long customers = reader.count();
            int[] history = new int[reader.size()];
            for (int j = 0; j < history.length; j++) {
                long period = j == 0 ? reader.number() : history[j - 1] + reader.count();
                history[j] = (int) Math.max(Integer.MIN_VALUE, Math.min(period, Integer.MAX_VALUE));
            }
            if (customers == 0 || history.length == 0) {
                throw new IllegalArgumentException("not the bytes of activity: a history is of nobody or of no period");
            }
            read.put(history, customers);
        }
        ActivityTally tally = reader.end(of(unit, read));
        if (!Arrays.equals(tally.toBytes(), bytes)) {
            throw new IllegalArgumentException("not the bytes of activity: the histories are not in order");
        }
        return tally;
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an activity tally is read through its form");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        private Form(byte[] bytes) {
            this.bytes = bytes;
        }

        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActivityTally that
                && unit.equals(that.unit)
                && Arrays.deepEquals(histories, that.histories)
                && Arrays.equals(customers, that.customers);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(histories) + Arrays.hashCode(customers);
    }

    /** {@return such as {@code activity of 2357 customers, 1997-Q1 to 1998-Q2}} */
    @Override
    public String toString() {
        List<CalendarPeriod> periods = periods();
        String span = periods.isEmpty() ? "" : ", " + periods.get(0) + " to " + periods.get(periods.size() - 1);
        return "activity of " + Sentence.count(customers(), "customer") + span;
    }
}
