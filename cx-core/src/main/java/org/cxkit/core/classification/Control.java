package org.cxkit.core.classification;

/**
 * How far a company can control what happens at a touchpoint, from most to least.
 *
 * <p>It says nothing about whether the company has the touchpoint: that is {@link Presence}.
 */
public enum Control {

    /** The company decides what happens. */
    FULL,

    /** The company decides together with others, such as a partner. */
    SHARED,

    /** The company can only influence what happens. */
    INFLUENCE,

    /** The company has no say. */
    NONE;

    /**
     * {@return whether this level gives at least as much control as the other}
     *
     * @param other the level to reach
     */
    public boolean atLeast(Control other) {
        return compareTo(other) <= 0;
    }
}
