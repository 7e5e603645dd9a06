package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * What data are: shown beside every figure that was told from them.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param kind whether the data are somebody's own, public or simulated
 * @param name what the data are called, not blank: {@code CDNOW purchase log}
 * @param note where they come from and under which licence, and what to bear in mind; may be empty
 */
public record Origin(Kind kind, String name, String note) implements Serializable {

    /** Whether the data are somebody's own, public or simulated. */
    public enum Kind {
        /** Data of the person who asked for the report. */
        OWN("your data"),
        /** A public data set. */
        PUBLIC("public data"),
        /** Data made by a simulator: nothing in them happened. */
        SIMULATED("simulated");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** {@return the words a report shows} */
        public String label() {
            return label;
        }
    }

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Origin {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(note, "note");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of an origin must not be blank");
        }
    }

    /** {@return the label and the name: {@code simulated: Brightside Coffee}} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s", kind.label, name);
    }
}
