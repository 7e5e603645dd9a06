package org.cxkit.core.money;

/**
 * The period that a rate is stated for, and the unit that a length of time is given in.
 *
 * <p>A year is 365.25 days, a quarter a fourth of it and a month a twelfth, so that rates convert exactly; for
 * calendar months and years of their own lengths, give the length in days.
 */
public enum RatePeriod {
    /** A day of 24 hours. */
    DAY(1),
    /** Seven days. */
    WEEK(7),
    /** A twelfth of a year, 30.4375 days. */
    MONTH(30.4375),
    /** A fourth of a year, 91.3125 days. */
    QUARTER(91.3125),
    /** 365.25 days. */
    YEAR(365.25);

    private final double days;

    RatePeriod(double days) {
        this.days = days;
    }

    /** {@return the length of the period in days} */
    public double days() {
        return days;
    }
}
