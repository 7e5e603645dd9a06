package org.cxkit.metrics.clv;

/** When the first margin of a customer comes in: the convention that two values of the same customer differ by. */
public enum FirstMargin {
    /** At the end of the first period, from those who are retained then; the value of a customer there is. */
    END,
    /** Now, for certain; the value of a customer to be won, paid in advance. */
    NOW
}
