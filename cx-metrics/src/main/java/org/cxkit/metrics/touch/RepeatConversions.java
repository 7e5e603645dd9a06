package org.cxkit.metrics.touch;

/** Which touches lead to a conversion that is not the person's first. */
public enum RepeatConversions {
    /** All in the lookback window: a touch can lead to several conversions. */
    ALL,
    /** Those since the conversion before: each touch leads to one conversion at most. */
    RESET
}
