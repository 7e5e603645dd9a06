package org.cxkit.metrics.subscription;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is known of customers at one age: how many had come so far, and how many of them left.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param age how long they have been customers, not negative
 * @param atRisk how many were customers until then, those who left or were last seen at this age included
 * @param left how many left at this age
 * @param lastSeen how many were last seen at this age, and had not left
 */
public record SurvivalPoint(Duration age, long atRisk, long left, long lastSeen) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if the age or a count is negative, nobody left or was last seen, or more did
     *     than had come so far
     */
    public SurvivalPoint {
        boolean counts = left >= 0 && lastSeen >= 0 && left + lastSeen > 0 && left + lastSeen <= atRisk;
        if (age.isNegative() || !counts) {
            throw new IllegalArgumentException("wanted at least 1 who left or was last seen, and no more than are at"
                    + " risk, at an age that is not negative, got age=" + age + ", atRisk=" + atRisk + ", left=" + left
                    + ", lastSeen=" + lastSeen);
        }
    }
}
