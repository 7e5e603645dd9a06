package org.cxkit.core.rating;

/**
 * How likely a rating says a customer is to recommend, in the order from bad to good.
 *
 * <p>Source: F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 81(12), 2003.
 */
public enum Band {
    /** Unhappy, likely to warn others. */
    DETRACTOR,
    /** Content, likely to say nothing. */
    PASSIVE,
    /** Loyal, likely to recommend. */
    PROMOTER
}
