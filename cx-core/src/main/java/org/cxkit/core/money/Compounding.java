package org.cxkit.core.money;

/** How a rate grows over time. */
public enum Compounding {
    /** Once at the end of each period: the factor over t periods is {@code (1 + value)^t}. */
    DISCRETE,
    /** At every moment: the factor over t periods is {@code e^(value * t)}. */
    CONTINUOUS
}
