package org.cxkit.metrics.channel;

/** Which contacts, qualifications and sales belong to a date range. */
public enum FunnelBasis {
    /** Those that happened in the range, whenever the person became a contact. */
    EVENT_DATE,
    /** Those of the people who became contacts in the range, at any later time. */
    COHORT
}
