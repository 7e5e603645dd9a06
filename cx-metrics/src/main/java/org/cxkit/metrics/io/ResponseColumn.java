package org.cxkit.metrics.io;

import java.util.Locale;

/** The columns a file of survey responses may have, each named like its constant in lower case unless stated. */
public enum ResponseColumn {
    /** What was answered; every file must have it. */
    ANSWER,
    /** When it was answered; every file must have it. */
    TIMESTAMP,
    /** The question that was answered; may be absent where all rows answer one question. */
    QUESTION,
    /** The identifier of the response; without it the row is the identifier. */
    RESPONSE,
    /** Who answered. */
    CUSTOMER,
    /** The touchpoint that was asked about. */
    TOUCHPOINT,
    /** The channel that was asked about. */
    CHANNEL,
    /** The journey stage that was asked about. */
    STAGE,
    /** The location that was asked about. */
    LOCATION,
    /** The persona of the customer. */
    PERSONA;

    /** The name the column has unless another is stated. */
    String usualName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether every file must have the column. */
    boolean required() {
        return this == ANSWER || this == TIMESTAMP;
    }
}
