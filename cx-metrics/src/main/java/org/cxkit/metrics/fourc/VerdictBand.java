package org.cxkit.metrics.fourc;

/** What can be said of a customer at a level of confidence, where the lifetime value is uncertain. */
public enum VerdictBand {
    /** The costs do not exceed the value, with at least the probability of the level. */
    LIKELY_PASS,
    /** Neither is as probable as the level. */
    UNCERTAIN,
    /** The costs exceed the value, with at least the probability of the level. */
    LIKELY_FAIL,
    /** A cost is missing, and the known ones alone do not make a failure likely. */
    INDETERMINATE
}
