package org.cxkit.core.touchpoint;

/** How closely the company manages what happens at a touchpoint, from loosest to closest. */
public enum ManagementLevel {

    /** Interactions are recorded. */
    TRACK,

    /** Somebody watches them and steps in. */
    SUPERVISE,

    /** The company decides how they go. */
    DIRECT
}
