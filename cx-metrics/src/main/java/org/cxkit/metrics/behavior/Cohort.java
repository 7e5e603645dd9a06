package org.cxkit.metrics.behavior;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.metrics.compare.Share;

/**
 * The customers who were active for the first time in one period, and how many of them were so in each period after.
 *
 * <p>Without contracts the counts may rise again: who misses a period may come back. Immutable, value-based and
 * thread-safe.
 *
 * @param first the period of their first activity
 * @param active how many were active in that period, which are all of them, in the one after it, and so on
 */
public record Cohort(CalendarPeriod first, List<Long> active) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there are none, or one is negative or larger than the first
     */
    public Cohort {
        Objects.requireNonNull(first, "first");
        active = List.copyOf(active);
        if (active.isEmpty()) {
            throw new IllegalArgumentException("a cohort needs the count of its first period, got none");
        }
        for (int age = 0; age < active.size(); age++) {
            if (active.get(age) < 0 || active.get(age) > active.get(0)) {
                throw new IllegalArgumentException("wanted from 0 to the " + active.get(0)
                        + " of the cohort, got active[" + age + "]=" + active.get(age));
            }
        }
    }

    /** {@return how many customers the cohort has} */
    public long size() {
        return active.get(0);
    }

    /**
     * {@return how many of the cohort were active after so many periods; a share of none if it has nobody}
     *
     * @param age how many periods after the first, 0 for the first itself
     * @throws IndexOutOfBoundsException if the cohort was not seen so long
     */
    public Share share(int age) {
        return Share.of(active.get(age), size());
    }

    /** {@return such as {@code 1997-Q1: 2357, 524, 418}} */
    @Override
    public String toString() {
        return first + ": " + active.toString().replaceAll("[\\[\\]]", "");
    }
}
