package org.cxkit.metrics.purchase;

import java.time.LocalDate;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.wording.Sentence;

/**
 * Customers as a model may learn of them, and what they did afterwards, by which it is judged.
 *
 * <p>Customers whose first purchase is in the hold-out are not in it. Immutable and thread-safe.
 */
public final class HoldOut {
    private final PurchaseLog log;
    private final PurchaseHistories calibration;
    private final int[] purchases;
    private final LocalDate calibrationEnd;
    private final LocalDate end;

    /** Takes the array as its own. */
    HoldOut(PurchaseLog log, PurchaseHistories calibration, int[] purchases, LocalDate calibrationEnd, LocalDate end) {
        this.log = log;
        this.calibration = calibration;
        this.purchases = purchases;
        this.calibrationEnd = calibrationEnd;
        this.end = end;
    }

    /** {@return the log that it is cut from} */
    public PurchaseLog log() {
        return log;
    }

    /** {@return what a model may learn from} */
    public PurchaseHistories calibration() {
        return calibration;
    }

    /**
     * {@return how often the customer of a row of the calibration bought in the hold-out}
     *
     * @param row the row
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int purchases(int row) {
        return purchases[row];
    }

    /** {@return how often all of them bought in the hold-out} */
    public long purchases() {
        long sum = 0;
        for (int count : purchases) {
            sum += count;
        }
        return sum;
    }

    /** {@return the last day of the calibration} */
    public LocalDate calibrationEnd() {
        return calibrationEnd;
    }

    /** {@return the last day of the hold-out} */
    public LocalDate end() {
        return end;
    }

    /** {@return how long the hold-out is} */
    public TimeSpan length() {
        return TimeSpan.days((double) (end.toEpochDay() - calibrationEnd.toEpochDay()));
    }

    /** {@return such as {@code 2357 customers until 1997-09-30, then 1882 purchases in 273 days}} */
    @Override
    public String toString() {
        return Sentence.count(calibration.size(), "customer") + " until " + calibrationEnd + ", then "
                + Sentence.count(purchases(), "purchase") + " in " + length();
    }
}
