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
            double value = clv[i];
            double a = acquisition[i];
            double s = service[i];
            double r = retention[i];
            double costs = known(a) + known(s) + known(r);
            int missing = nan(a) | nan(s) | nan(r) | nan(value);
            double margin = value - costs;
            double slack = (costs + Math.abs(value)) * RELATIVE + ABSOLUTE;
            incomplete += missing;
            // the two are zeros and ones: a jump on data that is hard to foretell would cost more than the sums
            int pass = margin > slack ? 1 : 0;
            int fail = margin < -slack ? 1 : 0;
            verdicts[i] = (byte) (fail * ConvenienceKernel.FAIL + (pass & missing) * ConvenienceKernel.INDETERMINATE);
            if ((pass | fail) == 0) {
                verdicts[i] = (byte) near(value, a, s, r, missing);
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
        double x = parts(known(a));
        double y = parts(known(s));
        double z = parts(known(r));
        double sum = v + x + y + z; // NaN if one is, and nothing else is asked of it
        int sign = Double.isNaN(sum)
                ? decimal(value)
                        .compareTo(decimal(known(a)).add(decimal(known(s))).add(decimal(known(r))))
                : Long.compare((long) v, (long) x + (long) y + (long) z);
        if (sign < 0) {
            return ConvenienceKernel.FAIL;
        }
        return missing == 1
                ? ConvenienceKernel.INDETERMINATE
                : sign == 0 ? ConvenienceKernel.BREAK_EVEN : ConvenienceKernel.PASS;
    }

    private static double known(double cost) {
        return Double.isNaN(cost) ? 0 : cost;
    }

    private static int nan(double amount) {
        return Double.isNaN(amount) ? 1 : 0;
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

    /** {@return the first row that is infinite or below the least, or -1} */
    static int firstOutside(double[] amounts, double least, int from, int to) {
        int outside = 0;
        for (int i = from; i < to; i++) {
            double amount = amounts[i];
            outside |= (amount < least ? 1 : 0) | (Double.isInfinite(amount) ? 1 : 0);
        }
        for (int i = from; outside != 0 && i < to; i++) {
            if (amounts[i] < least || Double.isInfinite(amounts[i])) {
                return i;
            }
        }
        return -1;
    }
}
