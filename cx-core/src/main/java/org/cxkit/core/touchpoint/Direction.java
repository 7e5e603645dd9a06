package org.cxkit.core.touchpoint;

/** Who speaks to whom. */
public enum Direction {

    /** The customer turns to the company. */
    INBOUND,

    /** The company turns to the customer. */
    OUTBOUND,

    /** Neither does: others speak about the company, as in a review. */
    THIRD_PARTY
}
