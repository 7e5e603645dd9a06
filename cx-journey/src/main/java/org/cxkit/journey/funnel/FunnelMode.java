package org.cxkit.journey.funnel;

/** What may lie between two steps of a funnel, and what order they must have. */
public enum FunnelMode {
    /** In order, with anything between; of events at one instant, those that arrived first come first. */
    OPEN("in order, other events between are allowed, at one instant by arrival"),
    /** In order, with anything between, each step at a later instant than the one before. */
    OPEN_STRICT_TIME("in order, other events between are allowed, each step at a later instant"),
    /** In order, with nothing between; the best run of a case counts. */
    STRICT_ADJACENT("in order, with no other event between"),
    /** In any order: a case reaches level k with k different steps. */
    UNORDERED("in any order, level k is k different steps");

    private final String meaning;

    FunnelMode(String meaning) {
        this.meaning = meaning;
    }

    /** {@return what the mode means, as part of a sentence} */
    public String meaning() {
        return meaning;
    }
}
