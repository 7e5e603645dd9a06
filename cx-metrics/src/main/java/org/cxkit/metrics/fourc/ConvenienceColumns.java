package org.cxkit.metrics.fourc;

import java.util.Objects;

/**
 * The convenience check of many customers in columns, one customer a row, with all three costs counted.
 *
 * <p>Lifetime values are gross and all amounts are in one currency. Each row gets the code of the verdict that
 * {@link ConvenienceCheck} gives on the same amounts, which {@link Verdict#ofCode} reads. The ranges of rows are half-open, and columns of amounts are not altered. The methods are
 * thread-safe as long as nobody writes to the arrays.
 */
public final class ConvenienceColumns {

    private ConvenienceColumns() {}

    /**
     * Writes the verdicts on amounts in whole units, such as cents.
     *
     * <p>{@code Long.MIN_VALUE} is a missing amount. A row with a missing lifetime value is indeterminate.
     *
     * @param clv gross lifetime values
     * @param acquisition costs of acquisition, not negative
     * @param service costs of service, not negative
     * @param retention costs of retention, not negative
     * @param verdicts where the codes go, row by row
     * @param from the first row
     * @param to the row after the last
     * @return how many rows have which verdict
     * @throws IndexOutOfBoundsException if the range leaves a column
     * @throws IllegalArgumentException if a cost is negative; the message names column and row, and nothing is written
     */
    public static VerdictCounts verdicts(
            long[] clv, long[] acquisition, long[] service, long[] retention, byte[] verdicts, int from, int to) {
        Objects.checkFromToIndex(from, to, clv.length);
        Objects.checkFromToIndex(from, to, verdicts.length);
        requireCosts("acquisition", acquisition, from, to);
        requireCosts("service", service, from, to);
        requireCosts("retention", retention, from, to);
        return counts(
                ConvenienceKernel.verdicts(clv, acquisition, service, retention, verdicts, from, to),
                verdicts,
                from,
                to);
    }

    /**
     * Writes the verdicts on amounts in major units, such as euros, with {@code NaN} for a missing one.
     *
     * <p>A double stands for the decimal of the fewest digits that rounds to it, the one it prints as (before Java 19
     * some print with a digit too many): 0.1 is a tenth, and costs of 0.1 and 0.2 equal a value of 0.3. The sums are
     * exact, so that no rounding of doubles decides a verdict. A row with a missing lifetime value is indeterminate.
     *
     * @param clv gross lifetime values
     * @param acquisition costs of acquisition, not negative
     * @param service costs of service, not negative
     * @param retention costs of retention, not negative
     * @param verdicts where the codes go, row by row
     * @param from the first row
     * @param to the row after the last
     * @return how many rows have which verdict
     * @throws IndexOutOfBoundsException if the range leaves a column
     * @throws IllegalArgumentException if a cost is negative or an amount infinite; the message names column and row,
     *     and nothing is written
     */
    public static VerdictCounts verdicts(
            double[] clv,
            double[] acquisition,
            double[] service,
            double[] retention,
            byte[] verdicts,
            int from,
            int to) {
        Objects.checkFromToIndex(from, to, clv.length);
        Objects.checkFromToIndex(from, to, verdicts.length);
        requireAmounts("clv", clv, Double.NEGATIVE_INFINITY, from, to);
        requireAmounts("acquisition", acquisition, 0, from, to);
        requireAmounts("service", service, 0, from, to);
        requireAmounts("retention", retention, 0, from, to);
        return counts(
                DecimalKernel.verdicts(clv, acquisition, service, retention, verdicts, from, to), verdicts, from, to);
    }

    private static VerdictCounts counts(long incomplete, byte[] verdicts, int from, int to) {
        long[] counts = new long[ConvenienceKernel.VERDICTS];
        ConvenienceKernel.count(verdicts, from, to, counts);
        return new VerdictCounts(
                counts[ConvenienceKernel.PASS],
                counts[ConvenienceKernel.BREAK_EVEN],
                counts[ConvenienceKernel.FAIL],
                counts[ConvenienceKernel.INDETERMINATE],
                incomplete);
    }

    static void requireCosts(String name, long[] costs, int from, int to) {
        Objects.checkFromToIndex(from, to, costs.length);
        int bad = ConvenienceKernel.firstNegative(costs, from, to);
        if (bad >= 0) {
            throw new IllegalArgumentException(name + "[" + bad + "] must not be negative, got " + costs[bad]);
        }
    }

    private static void requireAmounts(String name, double[] amounts, double least, int from, int to) {
        Objects.checkFromToIndex(from, to, amounts.length);
        int bad = DecimalKernel.firstOutside(amounts, least, from, to);
        if (bad >= 0) {
            throw new IllegalArgumentException(name + "[" + bad + "] must be finite"
                    + (least == 0 ? " and not negative" : "") + ", got " + amounts[bad]);
        }
    }
}
