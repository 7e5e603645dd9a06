package org.cxkit.core.interaction;

/** How a journey goes: at once, or after much thought. */
public enum JourneyPace {

    /** Short and with few contacts: an impulse. */
    INSTINCTIVE,

    /** Long, or with many contacts: a considered decision. */
    CONSIDERED
}
