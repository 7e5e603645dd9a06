package org.cxkit.metrics.fourc;

/** The convenience check over whole numbers of one unit, one customer a row, without an object per row. */
final class ConvenienceKernel {

    /** What stands for a missing cost in a column. */
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
        boolean missing = acquisition == MISSING || service == MISSING || retention == MISSING;
        long two = (acquisition == MISSING ? 0 : acquisition) + (service == MISSING ? 0 : service);
        long three = two + (retention == MISSING ? 0 : retention);
        if (two < 0 || three < 0 || three > clv) {
            return FAIL;
        }
        return missing ? INDETERMINATE : three == clv ? BREAK_EVEN : PASS;
    }

    /** Writes the verdicts of rows {@code from} to {@code to}. */
    static void verdicts(
            long[] clv, long[] acquisition, long[] service, long[] retention, Verdict[] verdicts, int from, int to) {
        Verdict[] byCode = {Verdict.PASS, Verdict.BREAK_EVEN, Verdict.FAIL, Verdict.INDETERMINATE};
        for (int i = from; i < to; i++) {
            verdicts[i] = byCode[verdict(clv[i], acquisition[i], service[i], retention[i])];
        }
    }

    /** {@return the first row with a negative cost that is not missing, or -1} */
    static int firstNegative(long[] costs, int from, int to) {
        for (int i = from; i < to; i++) {
            if (costs[i] < 0 && costs[i] != MISSING) {
                return i;
            }
        }
        return -1;
    }
}
