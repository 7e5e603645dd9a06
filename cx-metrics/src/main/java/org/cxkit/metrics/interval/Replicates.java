package org.cxkit.metrics.interval;

import java.util.Arrays;
import java.util.Locale;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.SampleQuantile;

/**
 * The values of one figure in all replicates of a bootstrap.
 *
 * <p>Immutable and thread-safe. Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 6
 * and 13.
 */
public final class Replicates {
    private final double[] sorted;

    private Replicates(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * {@return the replicates with these values}
     *
     * @param values one value of each replicate; at least two, all finite; copied
     * @throws IllegalArgumentException if there are fewer than two, or one is not finite; the message names its index
     */
    public static Replicates of(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("at least 2 replicates wanted, got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("values[" + i + "] must be finite, got " + values[i]);
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Replicates(sorted);
    }

    /** {@return how many replicates there are} */
    public int size() {
        return sorted.length;
    }

    /**
     * {@return the percentile interval: from the quantile that leaves half of {@code 1 - level} below to the one that
     * leaves it above}
     *
     * @param estimate the figure in the data themselves
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of range or the estimate not finite
     */
    public Interval interval(double estimate, double level) {
        double tail = Normal.tail(level);
        return new Interval(estimate, estimate, quantile(tail), quantile(1 - tail), level, "Poisson bootstrap", false);
    }

    /**
     * {@return the quantile of type 7: linear between the two values next to it}
     *
     * @param probability from 0 to 1
     * @throws IllegalArgumentException if the probability is out of range
     */
    public double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be from 0 to 1, got " + probability);
        }
        return SampleQuantile.ofSorted(sorted, probability);
    }

    /** {@return the standard error of the figure: the sample standard deviation of the replicates} */
    public double standardError() {
        double mean = 0;
        for (double value : sorted) {
            mean += value / sorted.length;
        }
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (sorted.length - 1));
    }

    /** {@return such as {@code 200 replicates, standard error 0.1234}} */
    @Override
    public String toString() {
        return sorted.length + " replicates, standard error " + String.format(Locale.ROOT, "%.4g", standardError());
    }
}
