package org.cxkit.metrics.behavior;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.wording.Sentence;

/**
 * How many of the customers of one time are still customers at a later one.
 *
 * <p>Retention is {@code retained / start}, churn {@code 1 - retention} on the same customers. Customers are counted,
 * whatever they spend. Who joins after the start is in neither figure, also not who joins and leaves again before the
 * end. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: Marketing Accountability Standards Board, Common Language in Marketing, "Retention Rate": the ratio of the
 * number of retained customers to the number at risk, irrespective of their transactions.
 *
 * @param start how many there are at the start, not negative
 * @param retained those of the start who are there at the end, and stayed as far as is known
 * @param returned those of the start who were gone in between and are back at the end
 * @param reactivated those at the end who were customers before, but not at the start
 * @param joined all others at the end, who are new as far as is known
 */
public record Retention(long start, long retained, long returned, long reactivated, long joined)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or more have stayed and returned than there were
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public Retention {
        if (start < 0 || retained < 0 || returned < 0 || reactivated < 0 || joined < 0) {
            throw new IllegalArgumentException("counts must not be negative: start=" + start + ", retained=" + retained
                    + ", returned=" + returned + ", reactivated=" + reactivated + ", joined=" + joined);
        }
        long unused = Math.addExact(Math.addExact(start, reactivated), joined);
        if (Math.addExact(retained, returned) > start) {
            throw new IllegalArgumentException("no more can be retained than there were at the start: start=" + start
                    + ", retained=" + retained + ", returned=" + returned);
        }
    }

    /**
     * {@return the retention from one set of customers to another: {@code |start ∩ end| / |start|}}
     *
     * <p>Two sets do not say who was gone in between or was known before: nobody is returned or reactivated.
     *
     * @param atStart the customers at the start, not altered
     * @param atEnd the customers at the end, not altered
     */
    public static Retention of(Set<CustomerId> atStart, Set<CustomerId> atEnd) {
        return of(Set.of(), atStart, atEnd);
    }

    /**
     * {@return the retention from one set of customers to another, where it is known who was a customer before}
     *
     * @param before those who were customers at any time before the start, not altered
     * @param atStart the customers at the start, not altered
     * @param atEnd the customers at the end, not altered
     */
    public static Retention of(Set<CustomerId> before, Set<CustomerId> atStart, Set<CustomerId> atEnd) {
        long retained = atStart.stream().filter(atEnd::contains).count();
        long reactivated = atEnd.stream()
                .filter(customer -> !atStart.contains(customer) && before.contains(customer))
                .count();
        return new Retention(atStart.size(), retained, 0, reactivated, atEnd.size() - retained - reactivated);
    }

    /**
     * {@return the retention from one period to a later one: retained are those active in every period from the first
     * to the last, returned those who missed one in between}
     *
     * @param activity who was active when
     * @param from the period whose active customers are those of the start
     * @param to the period at the end, after that
     * @throws IllegalArgumentException if the end is not after the start, or a period is of another unit
     */
    public static Retention of(ActivityTally activity, CalendarPeriod from, CalendarPeriod to) {
        int first = activity.index(from);
        int last = activity.index(to);
        if (last <= first) {
            throw new IllegalArgumentException("the end must be after the start, got " + from + " to " + to);
        }
        long kept = activity.count(history -> has(history, first) && has(history, last));
        long retained = activity.count(history -> has(history, first)
                && Arrays.binarySearch(history, last) - Arrays.binarySearch(history, first) == last - first);
        long reactivated = activity.count(history -> has(history, last) && !has(history, first) && history[0] < first);
        long joined = activity.active(to) - kept - reactivated;
        return new Retention(activity.active(from), retained, kept - retained, reactivated, joined);
    }

    private static boolean has(int[] history, int period) {
        return Arrays.binarySearch(history, period) >= 0;
    }

    /**
     * {@return the retention told from three numbers: {@code (end - joined) / start}}
     *
     * <p>Right only where {@code joined} counts the new customers who are <em>still there at the end</em>. Where it
     * counts all who joined, those of them who have left again are taken off the retained, and the rate is too low; the
     * numbers do not show it. Prefer the sets.
     *
     * @param start how many there were at the start
     * @param end how many there are at the end
     * @param joined how many of those at the end are new
     * @throws IllegalArgumentException if a number is negative, more are new than there are, or more would be retained
     *     than there were
     */
    public static Retention ofTotals(long start, long end, long joined) {
        if (start < 0 || joined < 0 || joined > end || end - joined > start) {
            throw new IllegalArgumentException("these numbers fit no customers: of " + end + " at the end " + joined
                    + " are new, so that " + (end - joined) + " of " + start + " were retained");
        }
        return new Retention(start, end - joined, 0, 0, joined);
    }

    /** {@return how many there are at the end} */
    public long end() {
        return retained + returned + reactivated + joined;
    }

    /** {@return the retained among those of the start; a share of none if there were none} */
    public Share kept() {
        return Share.of(retained, start);
    }

    /** {@return the same, where those who returned count as retained} */
    public Share keptOrReturned() {
        return Share.of(retained + returned, start);
    }

    /** {@return those of the start who were not retained: churn, {@code 1 - retention}} */
    public Share churned() {
        return Share.of(start - retained, start);
    }

    /** {@return those of the start who are not there at the end, where those who returned have not churned} */
    public Share gone() {
        return Share.of(start - retained - returned, start);
    }

    /**
     * {@return the churn as a rate for a period}
     *
     * @param period how long it is from the start to the end
     * @throws IllegalStateException if there were no customers at the start
     */
    public ChurnRate churnRate(RatePeriod period) {
        return new ChurnRate(churned().value(), period);
    }

    /** {@return a sentence with the rate, its interval and all counts} */
    @Override
    public String toString() {
        return "retention " + kept() + ", " + returned + " returned; at the end " + Sentence.count(end(), "customer")
                + ", " + reactivated + " reactivated, " + joined + " joined";
    }
}
