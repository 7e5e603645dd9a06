package org.cxkit.metrics.path;

import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.wording.Counted;
import org.jspecify.annotations.Nullable;

/**
 * How each row of journeys ended: conversions, value, losses. One byte where each row is one journey, otherwise two
 * doubles, in which whole numbers are exact. Immutable.
 */
final class OutcomeColumn {
    /** The greatest number up to which a double holds every whole one. */
    static final long EXACT = 1L << 53;

    private static final byte LOST = 0;
    private static final byte CONVERTED = 1;

    private final byte[] single;
    /** How many of {@code single} converted: asked for each time credit is told, so counted once. */
    private final int converted;

    private final double[] conversions;
    private final double[] lost;
    private final long @Nullable [] valueMinor;
    private final String currency;
    private final boolean whole;

    private OutcomeColumn(
            byte[] single,
            int converted,
            double[] conversions,
            double[] lost,
            long @Nullable [] valueMinor,
            String currency,
            boolean whole) {
        this.single = single;
        this.converted = converted;
        this.conversions = conversions;
        this.lost = lost;
        this.valueMinor = valueMinor;
        this.currency = currency;
        this.whole = whole;
    }

    static OutcomeColumn of(long[] conversions, long[] lost, int rows) {
        return of(reals("conversions", conversions, rows), reals("lost", lost, rows));
    }

    static OutcomeColumn of(double[] conversions, double[] lost, int rows) {
        return of(checked("conversions", conversions, rows), checked("lost", lost, rows));
    }

    private static double[] checked(String what, double[] counts, int rows) {
        requireRows(what, counts.length, rows);
        double[] checked = new double[rows];
        for (int row = 0; row < rows; row++) {
            if (!(counts[row] >= 0 && counts[row] <= EXACT)) {
                throw new IllegalArgumentException(what + "[" + row + "] must be from 0 to 2^53, got " + counts[row]);
            }
            checked[row] = counts[row] + 0.0; // never -0
        }
        return checked;
    }

    private static double[] reals(String what, long[] counts, int rows) {
        requireRows(what, counts.length, rows);
        double[] reals = new double[rows];
        for (int row = 0; row < rows; row++) {
            if (counts[row] < 0 || counts[row] > EXACT) {
                throw new IllegalArgumentException(what + "[" + row + "] must be from 0 to 2^53, got " + counts[row]);
            }
            reals[row] = counts[row];
        }
        return reals;
    }

    private static void requireRows(String what, int length, int rows) {
        if (length != rows) {
            throw new IllegalArgumentException(
                    what + " must have one entry for each of " + rows + " rows, got " + length);
        }
    }

    /** {@return the column of numbers that were checked; the arrays are taken over} */
    static OutcomeColumn of(double[] conversions, double[] lost) {
        boolean single = true;
        boolean whole = true;
        for (int row = 0; row < lost.length; row++) {
            double c = conversions[row];
            double n = lost[row];
            single &= isSingle(c, n);
            whole &= c == Math.rint(c) && n == Math.rint(n);
        }
        if (!single) {
            return new OutcomeColumn(new byte[0], 0, conversions, lost, null, "", whole);
        }
        byte[] outcome = new byte[lost.length];
        for (int row = 0; row < lost.length; row++) {
            outcome[row] = conversions[row] == 1 ? CONVERTED : LOST;
        }
        return ofSingle(outcome);
    }

    /** {@return whether so many conversions and losses are one journey} */
    static boolean isSingle(double conversions, double lost) {
        return conversions + lost == 1 && conversions * lost == 0;
    }

    /** {@return the column of rows that are one journey each, 1 if it converted; the array is taken over} */
    static OutcomeColumn ofSingle(byte[] outcome) {
        int converted = 0;
        for (byte one : outcome) {
            converted += one;
        }
        return new OutcomeColumn(outcome, converted, new double[0], new double[0], null, "", true);
    }

    OutcomeColumn withValue(String money, long[] minor) {
        requireRows("values", minor.length, size());
        boolean any = false;
        for (int row = 0; row < minor.length; row++) {
            if (minor[row] < 0 || (minor[row] > 0 && conversions(row) == 0)) {
                throw new IllegalArgumentException("values[" + row
                        + "] must not be negative, and 0 without a conversion, got " + minor[row] + " for "
                        + Counted.of(conversions(row), "conversion"));
            }
            any |= minor[row] > 0;
        }
        return any ? valued(money, minor.clone()) : valued("", null);
    }

    /** {@return this with values that were checked; the array is taken over} */
    OutcomeColumn valued(String money, long @Nullable [] minor) {
        return new OutcomeColumn(single, converted, conversions, lost, minor, money, whole);
    }

    /** {@return the column of a range of rows} */
    OutcomeColumn rows(int from, int to) {
        OutcomeColumn some = single()
                ? ofSingle(Arrays.copyOfRange(single, from, to))
                : of(Arrays.copyOfRange(conversions, from, to), Arrays.copyOfRange(lost, from, to));
        if (valueMinor == null) {
            return some;
        }
        long[] minor = Arrays.copyOfRange(valueMinor, from, to);
        return Arrays.stream(minor).anyMatch(value -> value != 0) ? some.valued(currency, minor) : some;
    }

    int size() {
        return Math.max(single.length, lost.length);
    }

    boolean single() {
        return lost.length == 0;
    }

    boolean whole() {
        return whole;
    }

    double conversions(int row) {
        return lost.length == 0 ? single[row] : conversions[row];
    }

    double lost(int row) {
        return lost.length == 0 ? CONVERTED - single[row] : lost[row];
    }

    long wholeConversions(int row) {
        return lost.length == 0 ? single[row] : whole("conversions", conversions[row], row);
    }

    long wholeLost(int row) {
        return lost.length == 0 ? CONVERTED - single[row] : whole("lost", lost[row], row);
    }

    private static long whole(String what, double count, int row) {
        if (count != Math.rint(count)) {
            throw new IllegalArgumentException("a whole number of " + what + " wanted, row " + row + " has " + count);
        }
        return (long) count;
    }

    long valueMinor(int row) {
        return valueMinor == null ? 0 : valueMinor[row];
    }

    double conversions() {
        return single() ? converted : sum(this::conversions);
    }

    double lost() {
        return single() ? single.length - converted : sum(this::lost);
    }

    private double sum(IntToDoubleFunction count) {
        double[] sum = CompensatedSum.zeros(1);
        for (int row = 0; row < size(); row++) {
            CompensatedSum.add(sum, 0, count.applyAsDouble(row));
        }
        return CompensatedSum.of(sum, 0);
    }

    Optional<Money> value() {
        if (valueMinor == null) {
            return Optional.empty();
        }
        long sum = 0;
        for (long minor : valueMinor) {
            sum = Math.addExact(sum, minor);
        }
        return Optional.of(Money.ofMinor(sum, Currency.getInstance(currency)));
    }

    String currency() {
        return currency;
    }
}
