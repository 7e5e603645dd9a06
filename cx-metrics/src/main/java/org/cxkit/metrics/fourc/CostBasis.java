package org.cxkit.metrics.fourc;

import org.cxkit.core.money.CompanyCost;

/** Which costs count: all three before a customer is won, or those still to come once he or she is. */
public enum CostBasis {
    /** Acquisition, service and retention count: is the customer worth winning? */
    PROSPECT,
    /** Acquisition is sunk, service and retention count: is the customer worth keeping? */
    EXISTING;

    /**
     * {@return whether the cost counts on this basis}
     *
     * @param cost one of the three costs
     */
    public boolean counts(CompanyCost cost) {
        return this == PROSPECT || cost != CompanyCost.ACQUISITION;
    }
}
