package org.cxkit.metrics.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.math.PValue;

/** The parts that the sentences of results share. */
public final class Sentence {

    /** The confidence level of an interval that nobody asked for by its level. */
    public static final double LEVEL = 0.95;

    private Sentence() {}

    /** {@return the tail that says what did not enter the score, empty where all did} */
    public static String dirty(long missing, long invalid) {
        return (missing == 0 ? "" : ", " + missing + " missing") + (invalid == 0 ? "" : ", " + invalid + " invalid");
    }

    /** {@return the same tail for weighted answers, of which those of weight 0 did not enter either} */
    public static String dirty(long zeroWeight, long missing, long invalid) {
        return (zeroWeight == 0 ? "" : ", " + zeroWeight + " of weight 0") + dirty(missing, invalid);
    }

    /** {@return the tail that says which rows did not enter a result over complete rows, empty where all did} */
    public static String leftOut(long incomplete, long excluded, long invalid) {
        return (incomplete == 0 ? "" : ", " + incomplete + " incomplete") + dirty(excluded, 0, invalid);
    }

    /** {@return a number of things, such as "1 promoter" or "2 promoters"} */
    public static String count(long n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }

    /** {@return a number rounded half away from zero; never -0} */
    public static String number(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@return a p-value, such as "p 0.0312", "p < 1e-300" or "p undefined"} */
    public static String pValue(Outcome<Double> p) {
        return p.toOptional()
                .map(value -> value <= PValue.SMALLEST ? "p < 1e-300" : String.format(Locale.ROOT, "p %.4g", value))
                .orElse("p undefined");
    }

    /** {@return the refusal to tell a value of no responses} */
    public static IllegalStateException undefined(String what) {
        return new IllegalStateException(what + " is undefined for 0 responses");
    }
}
