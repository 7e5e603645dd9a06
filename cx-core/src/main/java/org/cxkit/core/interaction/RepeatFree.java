package org.cxkit.core.interaction;

import java.io.Serializable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.cxkit.core.check.Check;

/**
 * How many hand-offs spared the customer from telling the problem again.
 *
 * <p>The rate is {@code repeatFree / (repeatFree + repeated)}, from 0 to 1: only hand-offs with a known answer
 * count, the unknown ones are counted beside them. Immutable, value-based and thread-safe.
 *
 * @param repeatFree hand-offs at which nothing was told twice, not negative
 * @param repeated hand-offs at which the problem was told again, not negative
 * @param unknown hand-offs of which it is not known, not negative
 */
public record RepeatFree(long repeatFree, long repeated, long unknown) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the sum overflows a long
     */
    public RepeatFree {
        Check.counts("repeatFree, repeated, unknown", repeatFree, repeated, unknown);
    }

    /**
     * {@return the counts over these hand-offs}
     *
     * @param handoffs any hand-offs, such as {@link Handoff#in} finds; of none all counts are 0
     */
    public static RepeatFree of(Collection<Handoff> handoffs) {
        Map<ProblemRestated, Long> counts = new EnumMap<>(ProblemRestated.class);
        for (Handoff handoff : handoffs) {
            counts.merge(handoff.problemRestated(), 1L, Long::sum);
        }
        return new RepeatFree(
                counts.getOrDefault(ProblemRestated.NO, 0L),
                counts.getOrDefault(ProblemRestated.YES, 0L),
                counts.getOrDefault(ProblemRestated.UNKNOWN, 0L));
    }

    /** {@return the number of hand-offs with a known answer, the n of the rate} */
    public long known() {
        return repeatFree + repeated;
    }

    /**
     * {@return the share of hand-offs without repetition among those with a known answer, from 0 to 1}
     *
     * @throws IllegalStateException if no answer is known
     */
    public double rate() {
        if (known() == 0) {
            throw new IllegalStateException("the repeat-free rate is undefined for 0 hand-offs with a known answer");
        }
        return (double) repeatFree / known();
    }

    /** {@return a sentence with the rate and the counts} */
    @Override
    public String toString() {
        String rate = known() == 0 ? "undefined" : String.format(Locale.ROOT, "%.1f %%", 100 * rate());
        return "repeat-free rate " + rate + ", n " + known() + ": " + repeatFree + " repeat-free, " + repeated
                + " repeated; " + unknown + " unknown";
    }
}
