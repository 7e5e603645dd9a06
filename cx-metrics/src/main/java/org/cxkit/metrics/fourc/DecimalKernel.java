package org.cxkit.metrics.fourc;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The convenience check over doubles that stand for decimals: a bound on all rounding decides nearly every row, and
 * exact arithmetic the rows near break-even.
 */
final class DecimalKernel {

    /**
     * Each double is within 2^-53 of itself of its decimal, and each of two sums and a difference adds at most as much
     * again: less than 2^-50 of the amounts together.
     */
    private static final double RELATIVE = 0x1p-50;

    /** Below the normal range errors are absolute: half a smallest double each. */
    private static final double ABSOLUTE = 8 * Double.MIN_VALUE;

    /** Amounts of up to four decimals are sums of whole numbers. */
    private static final double PARTS = 10_000;

    /** Decimals of up to 15 digits are told from the doubles next to them. */
    private static final double MOST_PARTS = 1e15;

    private static final long SIGNLESS = Long.MAX_VALUE;

    /** The bits of infinity without its sign; those of NaN are more. */
    private static final long INFINITE = 0x7ff0_0000_0000_0000L;

    private static final int DIGITS = 15;
    private static final int MOST_DIGITS = 17;

    private DecimalKernel() {}

    /** Writes the codes of rows {@code from} to {@code to}, and returns how many have a missing amount. */
    static long verdicts(
            double[] clv,
            double[] acquisition,
            double[] service,
            double[] retention,
            byte[] verdicts,
            int from,
            int to) {
        long incomplete = 0;
        for (int i = from; i < to; i++) {
            double value = known(clv[i]);
            double a = known(acquisition[i]);
            double s = known(service[i]);
            double r = known(retention[i]);
            double costs = a + s + r;
            double margin = value - costs;
            double slack = (costs + Math.abs(value)) * RELATIVE + ABSOLUTE;
            // zeros and ones by the sign bits, as jumps on data that is hard to foretell cost more than all the rest
            int valueMissing = nan(clv[i]);
            int missing = nan(acquisition[i]) | nan(service[i]) | nan(retention[i]) | valueMissing;
            int pass = negative(slack - margin);
            int fail = negative(margin + slack);
            incomplete += missing;
            verdicts[i] = (byte) (fail * ConvenienceKernel.FAIL + (pass & missing) * ConvenienceKernel.INDETERMINATE);
            if (((pass | fail) & ~valueMissing) == 0) {
                verdicts[i] = (byte) near(clv[i], a, s, r, missing);
            }
        }
        return incomplete;
    }

    /** {@return the code where doubles do not decide} */
    private static int near(double value, double a, double s, double r, int missing) {
        if (Double.isNaN(value)) {
            return ConvenienceKernel.INDETERMINATE;
        }
        double v = parts(value);
        double x = parts(a);
        double y = parts(s);
        double z = parts(r);
        double sum = v + x + y + z; // NaN if one is, and nothing else is asked of it
        int sign = Double.isNaN(sum)
                ? decimal(value).compareTo(decimal(a).add(decimal(s)).add(decimal(r)))
                : Long.compare((long) v, (long) x + (long) y + (long) z);
        if (sign < 0) {
            return ConvenienceKernel.FAIL;
        }
        return missing == 1
                ? ConvenienceKernel.INDETERMINATE
                : sign == 0 ? ConvenienceKernel.BREAK_EVEN : ConvenienceKernel.PASS;
    }

    /** {@return the amount, or 0 if it is missing} */
    private static double known(double amount) {
        long bits = Double.doubleToRawLongBits(amount);
        return Double.longBitsToDouble(bits & ~((INFINITE - (bits & SIGNLESS)) >> 63));
    }

    /** {@return 1 if the amount is missing, else 0} */
    private static int nan(double amount) {
        return (int) ((INFINITE - (Double.doubleToRawLongBits(amount) & SIGNLESS)) >>> 63);
    }

    /** {@return 1 if the number has a sign, else 0} */
    private static int negative(double number) {
        return (int) (Double.doubleToRawLongBits(number) >>> 63);
    }

    /** {@return the amount in ten-thousandths, or NaN if its decimal is finer or too long} */
    private static double parts(double amount) {
        double whole = Math.rint(amount * PARTS);
        return Math.abs(whole) < MOST_PARTS && whole / PARTS == amount ? whole : Double.NaN;
    }

    /** {@return the decimal of the fewest digits that rounds to the double, the nearest of them to it} */
    static BigDecimal decimal(double amount) {
        BigDecimal exact = new BigDecimal(amount);
        for (int digits = DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal shorter = exact.round(new MathContext(digits));
            if (shorter.doubleValue() == amount) {
                return shorter;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS));
    }

    /** {@return the first row that is infinite or below the least, which is 0 or has no bound, or -1} */
    static int firstOutside(double[] amounts, double least, int from, int to) {
        long bound = least == 0 ? -1 : 0;
        long outside = 0;
        for (int i = from; i < to; i++) {
            long bits = Double.doubleToRawLongBits(amounts[i]);
            long size = bits & SIGNLESS;
            // a sign bit for infinity, and one for a sign that is neither that of -0.0 nor of NaN
            outside |= ((size ^ INFINITE) - 1) | (bits & -size & (size - INFINITE - 1) & bound);
        }
        for (int i = from; outside < 0 && i < to; i++) {
            if (amounts[i] < least || Double.isInfinite(amounts[i])) {
                return i;
            }
        }
        return -1;
    }
}
