package org.cxkit.metrics.clv;

/** What is assumed of a cohort after the last period that was seen. */
public enum CohortTail {
    /** Nothing more comes in. */
    NONE,
    /** Those left go on to bring the margin of the last period, and to stay at the retention of the cohort so far. */
    CONSTANT_RETENTION,
    /**
     * Those left go on to bring the margin of the last period, and to stay as the shifted beta-geometric model fitted to
     * the cohort foresees: with a retention that rises.
     */
    RISING_RETENTION
}
