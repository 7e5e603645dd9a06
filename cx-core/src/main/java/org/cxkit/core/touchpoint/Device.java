package org.cxkit.core.touchpoint;

/** What a customer holds or sits at while in contact. */
public enum Device {

    /** A phone, a tablet or a watch. */
    MOBILE,

    /** A desktop or laptop computer. */
    DESKTOP,

    /** No device, as in a store. */
    NONE,

    /** Another device, or one not known. */
    OTHER
}
