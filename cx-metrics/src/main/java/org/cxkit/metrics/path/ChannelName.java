package org.cxkit.metrics.path;

/** The rule for the name of a channel, the same at every door: of paths, and of the touches they are told from. Thread-safe. */
public final class ChannelName {

    /** The row of conversions that no touch led to, so that totals are conserved. */
    public static final String UNATTRIBUTED = "(unattributed)";

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
        if (bare.equals(UNATTRIBUTED)) {
            throw new IllegalArgumentException(where + " has the reserved name " + UNATTRIBUTED);
        }
        return bare;
    }
}
