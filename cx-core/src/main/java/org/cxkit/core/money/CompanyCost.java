package org.cxkit.core.money;

/** The three costs that a customer causes the company, in the order in which they arise. */
public enum CompanyCost {
    /** Winning the customer: advertising, sales, welcome offers. It is paid once and sunk afterwards. */
    ACQUISITION,
    /** Serving and managing the customer. */
    SERVICE,
    /** Keeping the customer: loyalty programmes, discounts for members, win-back offers. */
    RETENTION
}
