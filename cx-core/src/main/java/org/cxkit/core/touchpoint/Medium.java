package org.cxkit.core.touchpoint;

/** Whether a channel reaches the customer through a screen or data network, or without one. */
public enum Medium {

    /** Online: site, app, e-mail, chat, social platforms. */
    DIGITAL,

    /** Offline: stores, phone calls, post, people talking. */
    PHYSICAL
}
