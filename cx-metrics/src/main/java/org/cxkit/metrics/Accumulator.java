package org.cxkit.metrics;

import java.io.Serializable;

/**
 * A mutable fold of data that ends in an immutable {@link Tally}.
 *
 * <p>Implementations are {@code final}, keep their state in primitives, arrays and strings ({@link GroupedAccumulator}
 * alone in a map of such), and add methods {@code add} and {@code addAll} of their own which return {@code this}. A call that throws leaves the state as it
 * was. Java serialisation is by a proxy over the bytes of the tally, and a private constructor without arguments
 * serves engines that fill the fields themselves. <strong>Not thread-safe:</strong> give each thread its own and
 * merge.
 *
 * @param <A> the accumulator's own type
 * @param <T> the tally it ends in
 */
public interface Accumulator<A extends Accumulator<A, T>, T extends Tally<T>> extends Serializable {

    /**
     * Adds all that the other has seen.
     *
     * @param other an accumulator of the same shape (scale, bands, currency); not altered
     * @return this
     * @throws IllegalArgumentException if the shapes differ; the message names both
     */
    A merge(A other);

    /** {@return the tally of all that was added so far; this stays usable} */
    T result();

    /** {@return an independent accumulator in the same state} */
    A copy();
}
