package org.cxkit.metrics.wording;

import java.math.BigDecimal;

/** Numbers of things in words: {@code 1 conversion}, {@code 2.5 conversions}. */
public final class Counted {

    private Counted() {}

    /**
     * {@return the number and the thing, which takes an s unless there is one}
     *
     * @param number how many
     * @param thing what, in the singular
     */
    public static String of(double number, String thing) {
        return of(number, thing, thing + "s");
    }

    /**
     * {@return the number and the thing}
     *
     * @param number how many
     * @param thing what, in the singular
     * @param things what, in the plural
     */
    public static String of(double number, String thing, String things) {
        return text(number) + " " + (number == 1 ? thing : things);
    }

    /**
     * {@return the number with no more digits than it has}
     *
     * @param number any finite number
     */
    public static String text(double number) {
        return number == Math.rint(number)
                ? new BigDecimal(number).toPlainString()
                : BigDecimal.valueOf(number).toPlainString();
    }
}
