package org.cxkit.metrics.math;

/**
 * Sums of doubles that keep what rounding cuts off, so that order and partition hardly matter.
 *
 * <p>A sum is two elements of an array side by side: what was added up, and all that was cut off so far.
 *
 * <p>Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", Zeitschrift für
 * Angewandte Mathematik und Mechanik 54(1), 1974, with the branch-free step of D. E. Knuth, "The Art of Computer
 * Programming 2", section 4.2.2, 1969.
 */
public final class CompensatedSum {

    private CompensatedSum() {}

    /** {@return the elements of this many sums, all 0} */
    public static double[] zeros(int sums) {
        return new double[Math.multiplyExact(2, sums)];
    }

    /** Adds a number to a sum. */
    public static void add(double[] sums, int sum, double x) {
        double old = sums[2 * sum];
        double rounded = old + x;
        double taken = rounded - old;
        sums[2 * sum] = rounded;
        sums[2 * sum + 1] += (old - (rounded - taken)) + (x - taken);
    }

    /** Adds each of the other sums to the one of the same place. */
    public static void addAll(double[] sums, double[] others) {
        for (int i = 0; i < sums.length; i += 2) {
            add(sums, i / 2, others[i]);
            sums[i + 1] += others[i + 1];
        }
    }

    /** {@return a sum, rounded} */
    public static double of(double[] sums, int sum) {
        return sums[2 * sum] + sums[2 * sum + 1];
    }
}
