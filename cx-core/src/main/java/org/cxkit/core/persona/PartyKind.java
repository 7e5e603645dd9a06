package org.cxkit.core.persona;

/** Which kind of party takes part in an interaction or answers a question. */
public enum PartyKind {

    /** Has bought. */
    CUSTOMER,

    /** Has not bought yet. */
    PROSPECT,

    /** Works for the company. */
    EMPLOYEE,

    /** Any other party: a supplier, an investor, a neighbour. */
    STAKEHOLDER
}
