package org.cxkit.journey.map;

import java.io.Serializable;
import java.util.Objects;

/**
 * A chance to make a step better than it is.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param kind where the chance comes from
 * @param text what could be done, not blank
 * @param impact from 1, small, to 5, large
 */
public record Opportunity(Kind kind, String text, int impact) implements Serializable {

    /** Where an opportunity comes from. */
    public enum Kind {
        /** A designed moment that surprises and delights: a personal discount, a fitting recommendation at checkout. */
        DELIGHT,
        /** An important step that is weak today: importance times the room for improvement. */
        HEADROOM
    }

    /**
     * Checks text and impact.
     *
     * @throws IllegalArgumentException if the text is blank or the impact is outside 1..5
     */
    public Opportunity {
        Objects.requireNonNull(kind, "kind");
        if (text.isBlank()) {
            throw new IllegalArgumentException("an opportunity must have a text, got \"" + text + "\"");
        }
        if (impact < 1 || impact > 5) {
            throw new IllegalArgumentException("impact must be 1 to 5, got " + impact);
        }
    }
}
