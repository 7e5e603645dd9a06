package org.cxkit.journey.funnel;

/** Which events of the first step a case may start from. */
public enum FunnelAnchor {
    /** Any: the one that leads furthest counts. */
    ANY("any"),
    /** Only the first of the case. */
    FIRST("the first");

    private final String meaning;

    FunnelAnchor(String meaning) {
        this.meaning = meaning;
    }

    /** {@return which, as part of a sentence} */
    public String meaning() {
        return meaning;
    }
}
