package org.cxkit.metrics.markov;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.path.ChannelName;

/**
 * A step of journeys from one state to the next.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param from the state, its touches joined as in {@code Search > Email}, or {@link #START}
 * @param to the next state, which can be the same one, or {@link #CONVERSION} or {@link #NULL}
 * @param count how many journeys made it, each as often as it did; a fraction where journeys are
 * @param probability the share of all that leave {@code from}, from 0 to 1
 */
public record Transition(String from, String to, double count, double probability) implements Serializable {
    /** Before the first touch. */
    public static final String START = ChannelName.START;

    /** The end of a journey that converted. */
    public static final String CONVERSION = ChannelName.CONVERSION;

    /** The end of a journey that was lost. */
    public static final String NULL = ChannelName.NULL;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the count is negative or not finite, or the probability off 0 to 1
     */
    public Transition {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!(count >= 0 && Double.isFinite(count)) || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a transition must have a count of at least 0 and a probability from 0"
                    + " to 1, got " + count + " and " + probability);
        }
    }
}
