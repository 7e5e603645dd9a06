package org.cxkit.core.classification;

/** Whether a company has a touchpoint. */
public enum Presence {

    /** The company is there. */
    PRESENT,

    /** The company is not there. */
    ABSENT,

    /** Nobody has looked yet. */
    UNKNOWN
}
