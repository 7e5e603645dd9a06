package org.cxkit.journey.report;

import java.io.Serializable;

/**
 * Something that a report found, with the figures it rests on.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param kind which rule found it
 * @param subject what it is about: a location, a channel, a step
 * @param sentence what was found, as a sentence with its figures
 */
public record Insight(Kind kind, String subject, String sentence) implements Serializable {

    /** The rules by which a report finds things. */
    public enum Kind {
        /**
         * A group answers a question worse than all the others together: the difference of the mean answers is in the
         * bad direction and its Welch test is significant at 5 % divided by the number of groups (Bonferroni).
         */
        WEAK_GROUP("weak"),
        /** More than half of the arrivals at a step came later than the map promises. */
        BROKEN_PROMISE("promise broken"),
        /** A channel with linear credit for at least one conversion in a hundred, and no last touch at all. */
        ASSISTS_ONLY("assists only"),
        /** Customers who cost more than they are worth take away a part of the margin. */
        MARGIN_DESTROYED("margin destroyed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** {@return the words a report shows} */
        public String label() {
            return label;
        }
    }
}
