package org.cxkit.metrics.behavior;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.purchase.Purchase;

/**
 * Folds what customers did, period by period, into an {@link ActivityTally}.
 *
 * <p>What a customer does twice in one period counts once. Accumulators merge over any partition of the rows; their
 * tallies, which no longer know who a customer is, add up over partitions by customer only. Memory is in proportion to
 * the customers times the periods in which each was active. <strong>Not thread-safe:</strong> confine and merge.
 */
public final class ActivityAccumulator implements Accumulator<ActivityAccumulator, ActivityTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "activity rows";

    private final String unit;
    private final ActivityRows rows;

    private ActivityAccumulator() {
        this("DAY", new ActivityRows());
    }

    private ActivityAccumulator(String unit, ActivityRows rows) {
        this.unit = unit;
        this.rows = rows;
    }

    /**
     * {@return an accumulator that has seen nobody}
     *
     * @param unit the kind of period in which a customer is active or not
     */
    public static ActivityAccumulator create(CalendarUnit unit) {
        return new ActivityAccumulator(unit.name(), new ActivityRows());
    }

    /**
     * Adds that a customer was active in a period.
     *
     * @param customer who
     * @param period when, of the unit of this accumulator
     * @return this
     * @throws IllegalArgumentException if the period is of another unit
     */
    public ActivityAccumulator add(CustomerId customer, CalendarPeriod period) {
        rows.add(customer.value(), ActivityTally.index(ActivityTally.epoch(unit()), period));
        return this;
    }

    /**
     * Adds purchases, of which refunds are no activity.
     *
     * @param purchases in any order
     * @param zone the zone whose calendar is meant
     * @return this
     */
    public ActivityAccumulator addAll(Collection<Purchase> purchases, ZoneId zone) {
        List<Purchase> bought =
                purchases.stream().filter(one -> one.amount().signum() >= 0).toList();
        CalendarPeriod epoch = ActivityTally.epoch(unit());
        CalendarPeriod[] periods = unit().of(bought.stream().map(Purchase::at).toArray(Instant[]::new), zone);
        for (int i = 0; i < periods.length; i++) {
            rows.add(bought.get(i).customer().value(), ActivityTally.index(epoch, periods[i]));
        }
        return this;
    }

    private CalendarUnit unit() {
        return CalendarUnit.valueOf(unit);
    }

    @Override
    public ActivityAccumulator merge(ActivityAccumulator other) {
        ActivityTally.requireSameUnit(unit(), other.unit());
        rows.addAll(other == this ? other.rows.copy() : other.rows);
        return this;
    }

    @Override
    public ActivityTally result() {
        return ActivityTally.of(unit(), rows.histories());
    }

    @Override
    public ActivityAccumulator copy() {
        return new ActivityAccumulator(unit, rows.copy());
    }

    @Serial
    private Object writeReplace() {
        ByteWriter writer = ByteWriter.of(NAME, 1).text(unit);
        rows.write(writer);
        return new Form(writer.toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("activity is read through its form");
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
            ByteReader reader = ByteReader.of(bytes, NAME, 1);
            String unit = CalendarUnit.valueOf(reader.text()).name();
            return reader.end(new ActivityAccumulator(unit, ActivityRows.read(reader)));
        }
    }
}
