package org.cxkit.metrics;

import java.io.Serializable;

/**
 * An immutable summary of data from which metrics are told; the only thing in this library that adds up.
 *
 * <p>Every implementation is a {@code final} value: equal counts are equal tallies, keys are ordered, and
 * {@code fromBytes(toBytes())} of the same type gives an equal tally. {@code plus} is commutative and associative,
 * with the empty tally as its identity: exactly for tallies of whole numbers, to a relative 1e-12 for tallies that
 * hold doubles. Implementations are thread-safe.
 *
 * @param <T> the tally's own type
 */
public interface Tally<T extends Tally<T>> extends Serializable {

    /** {@return whether nothing at all was counted, neither good answers nor missing ones} */
    boolean isEmpty();

    /**
     * {@return the tally of both sets of data together}
     *
     * @param other a tally of the same shape (scale, bands, currency), not altered
     * @throws IllegalArgumentException if the shapes differ; the message names both
     * @throws ArithmeticException if a count leaves the range of a long
     */
    T plus(T other);

    /**
     * {@return this tally in compact, versioned bytes}
     *
     * <p>The type's static {@code fromBytes} reads them back and refuses corrupt ones with an
     * {@link IllegalArgumentException}. {@link ByteWriter} and {@link ByteReader} give every type the same frame.
     */
    byte[] toBytes();
}
