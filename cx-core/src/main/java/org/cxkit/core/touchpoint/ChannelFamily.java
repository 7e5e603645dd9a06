package org.cxkit.core.touchpoint;

/** The family a channel belongs to. */
public enum ChannelFamily {

    /** Phone, e-mail, post, site, and meetings in a store. */
    TRADITIONAL,

    /** Social platforms. */
    SOCIAL,

    /** Everything newer or less direct: apps, chat, advertising, word of mouth. */
    ALTERNATIVE
}
