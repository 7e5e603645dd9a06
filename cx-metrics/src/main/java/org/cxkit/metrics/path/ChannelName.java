package org.cxkit.metrics.path;

import java.util.Set;

/**
 * The rule for the name of a channel, the same at every door: of paths, and of the touches they are told from. Reserved
 * are the names of rows and ends that are no channels. Thread-safe.
 */
public final class ChannelName {

    /** The row of conversions that no touch led to, so that totals are conserved. */
    public static final String UNATTRIBUTED = "(unattributed)";

    /** Where journeys of a chain come from. */
    public static final String START = "(start)";

    /** Where journeys of a chain end that convert. */
    public static final String CONVERSION = "(conversion)";

    /** Where journeys of a chain end that are lost. */
    public static final String NULL = "(null)";

    private static final Set<String> RESERVED = Set.of(UNATTRIBUTED, START, CONVERSION, NULL);

    private ChannelName() {}

    /**
     * {@return the name without white space at its ends}
     *
     * @param name the name as it came
     * @param where what the name was given for, as the start of a message
     * @param context what it came with, as the end of a message, or empty
     * @throws IllegalArgumentException if the name is blank or reserved
     */
    public static String of(String name, String where, String context) {
        String bare = name.strip();
        if (bare.isEmpty()) {
            throw new IllegalArgumentException(where + " is blank" + context);
        }
        if (RESERVED.contains(bare)) {
            throw new IllegalArgumentException(where + " has the reserved name " + bare);
        }
        return bare;
    }
}
