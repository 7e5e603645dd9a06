package org.cxkit.metrics.behavior;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.wording.Sentence;

/**
 * How many customers of each cohort are active one, two and more periods after their first.
 *
 * <p>The last period is often not over yet: cut it off first, by {@link ActivityTally#within}. A customer's first
 * period is the first one that the tally knows. Immutable, value-based and thread-safe.
 *
 * @param cohorts one for each period from the first to the last, also where nobody is new, in order; each seen to the
 *     same last period
 */
public record CohortRetention(List<Cohort> cohorts) implements Serializable {

    /**
     * Checks that the cohorts follow each other.
     *
     * @throws IllegalArgumentException if one does not begin a period after the one before, and is seen for one less
     */
    public CohortRetention {
        cohorts = List.copyOf(cohorts);
        for (int i = 1; i < cohorts.size(); i++) {
            Cohort before = cohorts.get(i - 1);
            Cohort cohort = cohorts.get(i);
            if (!cohort.first().equals(before.first().next())
                    || cohort.active().size() != before.active().size() - 1) {
                throw new IllegalArgumentException(
                        "cohorts must follow each other and end together, got " + before + " and then " + cohort);
            }
        }
    }

    /**
     * {@return the cohorts of all customers, seen to the last active period; none of nobody}
     *
     * @param activity who was active when
     */
    public static CohortRetention of(ActivityTally activity) {
        List<CalendarPeriod> periods = activity.periods();
        int start = periods.isEmpty() ? 0 : activity.index(periods.get(0));
        long[][] active = new long[periods.size()][];
        Arrays.setAll(active, cohort -> new long[periods.size() - cohort]);
        activity.forEach((history, customers) -> {
            for (int period : history) {
                active[history[0] - start][period - history[0]] += customers;
            }
        });
        List<Cohort> cohorts = new ArrayList<>();
        for (int i = 0; i < active.length; i++) {
            cohorts.add(
                    new Cohort(periods.get(i), Arrays.stream(active[i]).boxed().toList()));
        }
        return new CohortRetention(cohorts);
    }

    /** {@return how many customers there are in all cohorts} */
    public long customers() {
        return cohorts.stream().mapToLong(Cohort::size).sum();
    }

    /**
     * {@return how many were active so many periods after their first, of all cohorts that were seen so long}
     *
     * @param age how many periods after the first; not negative
     */
    public Share share(int age) {
        long active = 0;
        long size = 0;
        for (Cohort cohort : cohorts) {
            if (age < cohort.active().size()) {
                active += cohort.active().get(age);
                size += cohort.size();
            }
        }
        return Share.of(active, size);
    }

    /** {@return a line for each cohort, such as {@code 1997-Q1: 2357, 524, 418}} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("retention of " + Sentence.count(customers(), "customer") + " in "
                + Sentence.count(cohorts.size(), "cohort"));
        cohorts.forEach(cohort -> text.append('\n').append(cohort));
        return text.toString();
    }
}
