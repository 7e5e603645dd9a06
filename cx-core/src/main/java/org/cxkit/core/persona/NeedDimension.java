package org.cxkit.core.persona;

/** What a need is about. */
public enum NeedDimension {

    /** When and how fast, such as service around the clock. */
    TIME,

    /** How easily, such as a claim in three clicks. */
    CONVENIENCE,

    /** For how much, such as a competitive rate. */
    PRICE,

    /** How well, such as an answer that settles the matter. */
    QUALITY
}
