package org.cxkit.metrics.fourc;

/** The convenience check over whole numbers of one unit, one customer a row, without an object per row. */
final class ConvenienceKernel {

    /** What stands for a missing amount in a column. */
    static final long MISSING = Long.MIN_VALUE;

    static final int PASS = 0;
    static final int BREAK_EVEN = 1;
    static final int FAIL = 2;
    static final int INDETERMINATE = 3;
    static final int VERDICTS = 4;

    private ConvenienceKernel() {}

    /**
     * {@return the code of the verdict on a gross value}
     *
     * <p>Costs are not negative, so the sum of two wraps below zero if it leaves the range of a long: such a sum
     * exceeds every value.
     */
    static int verdict(long clv, long acquisition, long service, long retention) {
        if (clv == MISSING) {
            return INDETERMINATE;
        }
        boolean missing = acquisition == MISSING || service == MISSING || retention == MISSING;
        long two = (acquisition == MISSING ? 0 : acquisition) + (service == MISSING ? 0 : service);
        long three = two + (retention == MISSING ? 0 : retention);
        if (two < 0 || three < 0 || three > clv) {
            return FAIL;
        }
        return missing ? INDETERMINATE : three == clv ? BREAK_EVEN : PASS;
    }

    /** Writes the codes of rows {@code from} to {@code to}, and returns how many have a missing amount. */
    static long verdicts(
            long[] clv, long[] acquisition, long[] service, long[] retention, byte[] verdicts, int from, int to) {
        long incomplete = 0;
        for (int i = from; i < to; i++) {
            long value = clv[i];
            long a = acquisition[i];
            long s = service[i];
            long r = retention[i];
            // 0 only of a missing value: the sign bit of a number or of its negation is set unless it is 0
            long unlike = value ^ MISSING;
            int valueMissing = (int) (~(unlike | -unlike) >>> 63);
            // a cost with a sign bit is missing, and without that bit it is zero
            int missing = (int) ((a | s | r) >>> 63) | valueMissing;
            long two = (a & Long.MAX_VALUE) + (s & Long.MAX_VALUE);
            long three = two + (r & Long.MAX_VALUE);
            int fail = ((int) ((two | three) >>> 63) | (three > value ? 1 : 0)) & ~valueMissing;
            int even = three == value ? 1 : 0;
            // no jump on data that is hard to foretell
            verdicts[i] = (byte) (fail * FAIL + (1 - fail) * (missing * INDETERMINATE + (1 - missing) * even));
            incomplete += missing;
        }
        return incomplete;
    }

    /** Adds to the counts of codes those of rows {@code from} to {@code to}. */
    static void count(byte[] verdicts, int from, int to, long[] counts) {
        int even = 0;
        int fail = 0;
        int indeterminate = 0;
        for (int i = from; i < to; i++) {
            int code = verdicts[i];
            even += code & ~(code >> 1) & 1;
            fail += code >> 1 & ~code & 1;
            indeterminate += code & code >> 1 & 1;
        }
        counts[PASS] += to - from - even - fail - indeterminate;
        counts[BREAK_EVEN] += even;
        counts[FAIL] += fail;
        counts[INDETERMINATE] += indeterminate;
    }

    /** {@return the first row with a negative cost that is not missing, or -1} */
    static int firstNegative(long[] costs, int from, int to) {
        long signs = 0;
        for (int i = from; i < to; i++) {
            signs |= costs[i] & (costs[i] - 1); // the sign bit of both: the smallest long less one has none
        }
        for (int i = from; signs < 0 && i < to; i++) {
            if (costs[i] < 0 && costs[i] != MISSING) {
                return i;
            }
        }
        return -1;
    }
}
