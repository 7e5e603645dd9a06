package org.cxkit.core.classification;

/**
 * Whose touchpoint it is.
 *
 * <p>Source: K. N. Lemon and P. C. Verhoef, "Understanding Customer Experience Throughout the Customer Journey",
 * Journal of Marketing 80(6), 2016: brand-owned, partner-owned, customer-owned and social or external touchpoints.
 */
public enum Ownership {

    /** The company's own: its site, its stores, its employees. */
    BRAND(Control.FULL),

    /** Designed or run together with partners: agencies, distributors, platforms that sell. */
    PARTNER(Control.SHARED),

    /** The customer's own: how a product is used at home, a way of paying. */
    CUSTOMER(Control.NONE),

    /** Of others: other customers, reviews, the press, the surroundings. */
    SOCIAL_EXTERNAL(Control.INFLUENCE);

    private final Control defaultControl;

    Ownership(Control defaultControl) {
        this.defaultControl = defaultControl;
    }

    /** {@return the control a company usually has over a touchpoint of this owner; a classification may override it} */
    public Control defaultControl() {
        return defaultControl;
    }
}
