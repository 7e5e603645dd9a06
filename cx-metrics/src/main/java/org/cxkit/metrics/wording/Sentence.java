package org.cxkit.metrics.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The parts that the sentences of results share. */
public final class Sentence {

    /** The confidence level of an interval that nobody asked for by its level. */
    public static final double LEVEL = 0.95;

    private Sentence() {}

    /** {@return the tail that says what did not enter the score, empty where all did} */
    public static String dirty(long missing, long invalid) {
        return (missing == 0 ? "" : ", " + missing + " missing") + (invalid == 0 ? "" : ", " + invalid + " invalid");
    }

    /** {@return a number of things, such as "1 promoter" or "2 promoters"} */
    public static String count(long n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }

    /** {@return a number rounded half away from zero; never -0} */
    public static String number(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@return the refusal to tell a value of no responses} */
    public static IllegalStateException undefined(String what) {
        return new IllegalStateException(what + " is undefined for 0 responses");
    }
}
