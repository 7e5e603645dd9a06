package org.cxkit.metrics.behavior;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.wording.Sentence;

/**
 * How often a touchpoint leads to an action that is wanted, such as a newsletter sign-up or a purchase.
 *
 * <p>{@code converted / base}, where both are named: the same site converts 2 per cent of its sessions and 5 per cent of
 * its users. Where an action may be repeated the rate may exceed 1; then it is no proportion and has no interval.
 * Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param action what is wanted
 * @param counted what {@code converted} counts
 * @param converted how many, not negative
 * @param per what {@code base} counts
 * @param base how many, not negative
 */
public record ConversionRate(String action, Counted counted, long converted, Base per, long base)
        implements Serializable {

    /** What is counted above. */
    public enum Counted {
        /** Each time the action is taken. */
        CONVERSIONS,
        /** Sessions in which it is taken at least once. */
        CONVERTED_SESSIONS,
        /** Users who take it at least once. */
        CONVERTED_USERS;

        /** Whether each of the base converts or does not, so that there can be no more. */
        private boolean isPartOf(Base base) {
            return switch (this) {
                case CONVERSIONS -> false;
                case CONVERTED_SESSIONS -> base == Base.SESSIONS;
                case CONVERTED_USERS -> base == Base.USERS;
            };
        }
    }

    /** What is counted below. */
    public enum Base {
        /** Visits. */
        SESSIONS,
        /** People, or devices where people are not known. */
        USERS,
        /** Clicks on a link or an advertisement. */
        CLICKS
    }

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if the action is blank, a count negative, or more sessions of sessions or users
     *     of users have converted than there are
     */
    public ConversionRate {
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(per, "per");
        if (action.isBlank()) {
            throw new IllegalArgumentException("the action of a conversion rate must not be blank");
        }
        if (converted < 0 || base < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: converted=" + converted + ", base=" + base);
        }
        if (converted > base && counted.isPartOf(per)) {
            throw new IllegalArgumentException(
                    "no more " + words(per) + " can convert than there are: converted=" + converted + ", base=" + base);
        }
    }

    /**
     * {@return the share of the customers of a touchpoint who took an action there or later}
     *
     * @param action what is wanted, for the result
     * @param log interactions in any order
     * @param touchpoint whose visitors are the base
     * @param taken whether an interaction is the action; one at the very moment of the first visit counts
     */
    public static ConversionRate of(
            String action, Collection<Interaction> log, TouchpointId touchpoint, Predicate<Interaction> taken) {
        Map<CustomerId, Instant> visited = new HashMap<>();
        for (Interaction one : log) {
            if (one.touchpoint().id().equals(touchpoint)) {
                visited.merge(one.customer(), one.instant(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        Set<CustomerId> converted = new HashSet<>();
        for (Interaction one : log) {
            Instant visit = visited.get(one.customer());
            if (visit != null && !one.instant().isBefore(visit) && taken.test(one)) {
                converted.add(one.customer());
            }
        }
        return new ConversionRate(action, Counted.CONVERTED_USERS, converted.size(), Base.USERS, visited.size());
    }

    /** {@return the rate, from 0, perhaps above 1; no data where the base is 0} */
    public Outcome<Double> rate() {
        return base == 0 ? Outcome.noData("no " + words(per)) : Outcome.of((double) converted / (double) base);
    }

    /**
     * {@return the Wilson interval of the rate; no data where the base is 0 or the rate exceeds 1}
     *
     * <p>It takes each of the base to convert once at most; conversions that come in bursts vary more.
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of range
     */
    public Outcome<Interval> interval(double level) {
        if (base == 0) {
            return Outcome.noData("no " + words(per));
        }
        return converted > base
                ? Outcome.noData("more " + words(counted) + " than " + words(per) + ", so no proportion")
                : Outcome.of(Share.of(converted, base).interval(level));
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The number of what the name of many says, such as {@code CLICKS}. */
    private static String count(long n, Enum<?> many) {
        String words = words(many);
        return Sentence.count(n, words.substring(0, words.length() - 1));
    }

    /** {@return such as {@code newsletter: 2.5 % (95 % 1.1 to 5.7), 5 converted users of 200 users}} */
    @Override
    public String toString() {
        String rate =
                rate().map(value -> Sentence.number(100 * value, 1) + " %").toString();
        String limits = interval(Sentence.LEVEL)
                .map(found -> " " + found.times(100).inBrackets(1))
                .toOptional()
                .orElse("");
        return action + ": " + rate + limits + ", " + count(converted, counted) + " of " + count(base, per);
    }
}
