package org.cxkit.metrics.need;

/** What a company frames around the needs of its customers. */
public enum OfferingKind {
    /** Something a customer buys and has. */
    PRODUCT,
    /** Something that is done for a customer. */
    SERVICE,
    /** How the offering is positioned, priced and placed. */
    MARKETING,
    /** What is said to customers, and how. */
    COMMUNICATION,
    /** An effort over a limited time. */
    CAMPAIGN
}
