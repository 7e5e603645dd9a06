package org.cxkit.core.rating;

/** Whether an answer can be counted as a rating. */
public enum Validity {
    /** A whole number on the scale. */
    VALID,
    /** Nothing was answered: skipped, dismissed or blank. */
    MISSING,
    /** Something was answered that is not a whole number on the scale. */
    INVALID
}
