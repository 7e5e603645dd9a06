package org.cxkit.metrics.loyalty;

/** Whether a customer takes part in a loyalty programme; figures are cut by it. */
public enum Membership {
    /** Takes part. */
    MEMBER,
    /** Does not. */
    NON_MEMBER
}
