package org.cxkit.journey.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** How numbers are written in pictures and, by the same rule, in the text around them, in any locale of the machine. */
public final class Numerals {
    private Numerals() {}

    /**
     * A number with this many decimals and thousands apart, such as {@code 12,345.6}, ties away from zero; never
     * {@code -0}.
     */
    public static String number(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    /** A count with thousands apart, such as {@code 12,345}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share as a percentage, such as {@code 12.5 %}. */
    public static String percent(double share) {
        return number(100 * share, 1) + " %";
    }

    /** A signed score, such as {@code +1.5} or {@code 0.0}. */
    public static String signed(double value) {
        String text = number(value, 1);
        return value > 0 && !text.equals("0.0") ? "+" + text : text;
    }

    /** A duration in its two largest units, such as {@code 3 min 20 s}, {@code 2 d} or {@code 450 ms}. */
    public static String duration(Duration time) {
        long[] parts = {time.toDays(), time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart()};
        String[] units = {" d", " h", " min", " s"};
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                String largest = count(parts[i]) + units[i];
                return i + 1 < parts.length && parts[i + 1] > 0 ? largest + " " + parts[i + 1] + units[i + 1] : largest;
            }
        }
        return time.isZero() ? "0 s" : number(time.toNanos() / 1e6, time.toMillis() == 0 ? 3 : 0) + " ms";
    }
}
