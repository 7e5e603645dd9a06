package org.cxkit.metrics.trend;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Predicate;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Tally;

/**
 * Something that was done at a moment to change what customers experience, and the answers before and after it.
 *
 * <p>{@code NpsDifference.of(fix.before(byDay, zone), fix.after(byDay, zone))} says whether anything changed, by how
 * much and how surely; {@code ShareDifference.prevented} how many cases it prevented. Where the same respondents were
 * asked before and after, the pairs say more. A change after is no proof that the intervention made it. Immutable,
 * value-based and thread-safe.
 *
 * @param name what was done
 * @param at when it took effect
 */
public record Intervention(String name, Instant at) implements Serializable {

    /**
     * Checks that both are there.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Intervention {
        Objects.requireNonNull(at, "at");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of an intervention must not be blank");
        }
    }

    /**
     * {@return what was counted in the periods that ended before it, the one it falls into left out}
     *
     * @param periods a tally for each calendar period
     * @param zone the time zone of the periods
     * @param <T> the type of the tallies
     */
    public <T extends Tally<T>> T before(Grouped<CalendarPeriod, T> periods, ZoneId zone) {
        return sum(periods, period -> !period.window(zone).to().isAfter(at));
    }

    /**
     * {@return what was counted in the periods that began with it or after it}
     *
     * @param periods a tally for each calendar period
     * @param zone the time zone of the periods
     * @param <T> the type of the tallies
     */
    public <T extends Tally<T>> T after(Grouped<CalendarPeriod, T> periods, ZoneId zone) {
        return sum(periods, period -> !period.window(zone).from().isBefore(at));
    }

    private static <T extends Tally<T>> T sum(Grouped<CalendarPeriod, T> periods, Predicate<CalendarPeriod> wanted) {
        return periods.regroup(wanted::test).tally(true);
    }
}
