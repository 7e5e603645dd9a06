package org.cxkit.core.touchpoint;

/** What a customer meets in an interaction. */
public enum Counterpart {

    /** The brand, as in an advertisement. */
    BRAND,

    /** A person who works for the company. */
    EMPLOYEE,

    /** A product. */
    PRODUCT,

    /** A service. */
    SERVICE
}
