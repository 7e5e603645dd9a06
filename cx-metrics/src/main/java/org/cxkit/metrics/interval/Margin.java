package org.cxkit.metrics.interval;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A margin of error, or a difference worth detecting: half the width of an interval, in a unit that cannot be mistaken.
 *
 * <p>Five points of NPS are a net share of 0.05, five percentage points of CSAT a share of 0.05. Immutable, value-based
 * and thread-safe; {@code toString} is {@code 5 points}.
 *
 * @param share the margin on the scale of shares, from 1e-9 to 2
 */
public record Margin(double share) implements Serializable {

    private static final double POINTS = 100;
    /** Far below what any number of answers tells apart. */
    private static final double LEAST = 1e-9;

    /**
     * Checks the margin.
     *
     * @throws IllegalArgumentException if the share is below 1e-9 or above 2
     */
    public Margin {
        if (!(share >= LEAST && share <= 2)) {
            throw new IllegalArgumentException("wanted a margin from " + LEAST + " to 2 as a share, got " + share);
        }
    }

    /**
     * {@return the margin of so many points, of NPS or per cent}
     *
     * @param points above 1e-7 and at most 200
     * @throws IllegalArgumentException if they are not
     */
    public static Margin points(double points) {
        return new Margin(points / POINTS);
    }

    /** {@return the margin in points, from 1e-7 to 200} */
    public double inPoints() {
        return POINTS * share;
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " points";
    }
}
