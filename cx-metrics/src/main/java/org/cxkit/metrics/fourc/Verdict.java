package org.cxkit.metrics.fourc;

/** What the convenience check says of one customer. */
public enum Verdict {
    /** The costs are below the lifetime value. */
    PASS,
    /** The costs equal the lifetime value; they do not exceed it, so this passes too. */
    BREAK_EVEN,
    /** The costs exceed the lifetime value; certain also where the known costs alone do. */
    FAIL,
    /** A cost is missing, and the known ones alone do not decide. */
    INDETERMINATE;

    /** {@return whether the costs are known not to exceed the lifetime value} */
    public boolean passes() {
        return this == PASS || this == BREAK_EVEN;
    }
}
