package org.cxkit.metrics;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cell of a table, a series or a report: a value, or the stated reason why there is none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the type of the value
 */
public sealed interface Outcome<T> {

    /**
     * There is a value.
     *
     * @param value the value
     * @param <T> its type
     */
    record Value<T>(T value) implements Outcome<T>, Serializable {
        /** Checks that there is a value. */
        public Value {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * There is no value, because there are no data to tell it from.
     *
     * @param reason why, as the end of a sentence: {@code no responses}
     * @param <T> the type the value would have
     */
    record NoData<T>(String reason) implements Outcome<T>, Serializable {
        @Override
        public String toString() {
            return "no data (" + reason + ")";
        }
    }

    /**
     * There is a value, but it is withheld because too few people stand behind it.
     *
     * @param reason the rule that withholds it, never the value or its count
     * @param <T> the type of the value
     */
    record Suppressed<T>(String reason) implements Outcome<T>, Serializable {
        @Override
        public String toString() {
            return "suppressed (" + reason + ")";
        }
    }

    /**
     * {@return an outcome with this value}
     *
     * @param value the value
     * @param <T> its type
     */
    static <T> Outcome<T> of(T value) {
        return new Value<>(value);
    }

    /**
     * {@return an outcome without a value}
     *
     * @param reason why there is none, as the end of a sentence: {@code no responses}
     * @param <T> the type the value would have
     */
    static <T> Outcome<T> noData(String reason) {
        return new NoData<>(reason);
    }

    /** {@return the value, if there is one} */
    default Optional<T> toOptional() {
        return this instanceof Value<T> found ? Optional.of(found.value()) : Optional.empty();
    }

    /**
     * {@return the outcome of applying the function to the value, or the same reason for none}
     *
     * @param function applied to the value
     * @param <R> the type of the new value
     */
    default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
        if (this instanceof Value<T> found) {
            return new Value<>(function.apply(found.value()));
        }
        if (this instanceof NoData<T> none) {
            return new NoData<>(none.reason());
        }
        return new Suppressed<>(((Suppressed<T>) this).reason());
    }
}
