package org.cxkit.journey.map;

import java.io.Serializable;

/**
 * Friction that customers meet at a step, such as a long wait in the chat.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param text what hurts, not blank
 * @param severity from 1, a nuisance, to 5, the end of the journey for many
 */
public record PainPoint(String text, int severity) implements Serializable {

    /**
     * Checks text and severity.
     *
     * @throws IllegalArgumentException if the text is blank or the severity is outside 1..5
     */
    public PainPoint {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a pain point must have a text, got \"" + text + "\"");
        }
        if (severity < 1 || severity > 5) {
            throw new IllegalArgumentException("severity must be 1 to 5, got " + severity);
        }
    }
}
