package org.cxkit.core.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The checks that many domain types share. Not exported: an implementation detail of this module. */
public final class Check {

    private Check() {}

    /**
     * {@return the text, if it can identify something: not blank, without white space at its ends}
     *
     * @param what the name of the argument, for the message
     * @param text the text to check
     * @throws IllegalArgumentException if the text is blank or has white space at its ends
     */
    public static String bareText(String what, String text) {
        Objects.requireNonNull(text, what);
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    what + " must be text without white space at its ends, got \"" + text + "\"");
        }
        return text;
    }

    /**
     * {@return the text, if it says something}
     *
     * @param what the name of the argument, for the message
     * @param text the text to check
     * @throws IllegalArgumentException if the text is blank
     */
    public static String notBlank(String what, String text) {
        Objects.requireNonNull(text, what);
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank, got \"" + text + "\"");
        }
        return text;
    }

    /**
     * {@return the text, if it is absent or says something}
     *
     * @param what the name of the argument, for the message
     * @param text the text to check, or null
     * @throws IllegalArgumentException if the text is present but blank
     */
    public static @Nullable String nullOrNotBlank(String what, @Nullable String text) {
        return text == null ? null : notBlank(what, text);
    }

    /**
     * Checks counts.
     *
     * @param names the names of the counts, separated by commas, for the message
     * @param counts the counts to check
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the sum of the counts overflows a long
     */
    public static void counts(String names, long... counts) {
        String[] name = names.split(",", -1);
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException(name[i].strip() + " must not be negative, got " + counts[i]);
            }
            sum = Math.addExact(sum, counts[i]);
        }
    }
}
