package org.cxkit.metrics;

import java.io.Serializable;

/**
 * A mutable fold of data that ends in an immutable {@link Tally}.
 *
 * <p>Implementations are {@code final}, keep their state in primitives, arrays and strings where they can, and have
 * methods of their own that take data, such as {@code add} and {@code addAll}. A call that throws leaves the state as
 * it was. Java serialisation is by a form of versioned bytes: those of the tally, or of the rows where a tally no
 * longer knows them. {@link GroupedAccumulator} alone is written field by field, each of its groups by its own form.
 * <strong>Not thread-safe:</strong> give each thread its own and merge.
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
