package org.cxkit.journey.map;

import java.io.Serializable;
import java.util.Objects;

/**
 * Something about a map that a reader should know and that is no error.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param subject the stage, step or event it is about
 * @param message what is found
 */
public record Finding(String subject, String message) implements Serializable {

    /** Checks that both parts are there. */
    public Finding {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return subject + " " + message;
    }
}
