package org.cxkit.core.interaction;

/** Whether a customer had to tell the problem again. */
public enum ProblemRestated {

    /** The problem was told again. */
    YES,

    /** The problem was known, nothing was told twice. */
    NO,

    /** Nobody noted it. */
    UNKNOWN
}
