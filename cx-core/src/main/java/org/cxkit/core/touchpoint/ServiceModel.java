package org.cxkit.core.touchpoint;

/** Whether the customer is alone with the service or is helped. */
public enum ServiceModel {

    /** The customer does it alone, perhaps with an automaton. */
    SELF_SERVICE,

    /** An employee helps. */
    ASSISTED
}
