package org.cxkit.metrics.attribution;

import java.util.Arrays;
import org.cxkit.metrics.interval.Interval;

/** The values of one figure in all replicates of a bootstrap. */
final class Replicates {
    private final double[] sorted;

    Replicates(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    Interval interval(double estimate, double level) {
        double tail = (1 - level) / 2;
        return new Interval(estimate, estimate, quantile(tail), quantile(1 - tail), level, "Poisson bootstrap", false);
    }

    /** {@return the quantile of type 7: linear between the two values next to it} */
    private double quantile(double probability) {
        double at = probability * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** {@return the sample standard deviation} */
    double standardError() {
        double mean = Arrays.stream(sorted).average().orElse(0);
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (sorted.length - 1));
    }
}
