package org.cxkit.metrics.compare;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The methods that adjust p-values for how many tests were made, so that each may be held against the same threshold.
 *
 * <p>Of m tests at 5 % each, 5 % of those are significant where nothing differs at all: adjusted p-values make up for
 * it. Every method keeps the order of the p-values, and none makes one smaller. 10,000 take a few milliseconds.
 */
public enum Adjustment {
    /** No adjustment: only for a single test that was planned before the data were seen. */
    NONE("not adjusted") {
        @Override
        void adjustSorted(double[] p) {}
    },
    /**
     * {@code m p}: the chance of any false finding stays below the threshold; {@link #HOLM} does the same better.
     *
     * <p>Source: O. J. Dunn, "Multiple Comparisons Among Means", Journal of the American Statistical Association
     * 56(293), 1961.
     */
    BONFERRONI("Bonferroni") {
        @Override
        void adjustSorted(double[] p) {
            for (int i = 0; i < p.length; i++) {
                p[i] = Math.min(1, p.length * p[i]);
            }
        }
    },
    /**
     * The greatest {@code (m - j + 1) p(j)} of the j-th smallest p-values up to this one: the chance of any false
     * finding stays below the threshold, whatever the dependence of the tests.
     *
     * <p>Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
     * Statistics 6(2), 1979.
     */
    HOLM("Holm") {
        @Override
        void adjustSorted(double[] p) {
            double greatest = 0;
            for (int i = 0; i < p.length; i++) {
                greatest = Math.max(greatest, Math.min(1, (p.length - i) * p[i]));
                p[i] = greatest;
            }
        }
    },
    /**
     * The least {@code m p(j) / j} of the j-th smallest p-values from this one on: of what is found, the expected
     * share of false findings stays below the threshold, for tests that are independent or positively dependent.
     *
     * <p>Source: Y. Benjamini, Y. Hochberg, "Controlling the False Discovery Rate: A Practical and Powerful Approach to
     * Multiple Testing", Journal of the Royal Statistical Society B 57(1), 1995.
     */
    BENJAMINI_HOCHBERG("Benjamini-Hochberg") {
        @Override
        void adjustSorted(double[] p) {
            double least = 1;
            for (int i = p.length - 1; i >= 0; i--) {
                least = Math.min(least, (double) p.length / (i + 1) * p[i]);
                p[i] = least;
            }
        }
    };

    private final String title;

    Adjustment(String title) {
        this.title = title;
    }

    /** {@return the name of the method, as a reader knows it} */
    public String title() {
        return title;
    }

    /** Replaces p-values in rising order by adjusted ones. */
    abstract void adjustSorted(double[] p);

    /**
     * {@return the adjusted p-values, from 0 to 1, in the order given; of none, none}
     *
     * @param pValues from 0 to 1, in any order; not altered
     * @throws IllegalArgumentException naming the first that is not from 0 to 1, and its index
     */
    public double[] adjust(double... pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException("pValues[" + i + "] must be from 0 to 1, got " + pValues[i]);
            }
        }
        int[] rising = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = Arrays.stream(rising).mapToDouble(i -> pValues[i]).toArray();
        adjustSorted(sorted);
        double[] adjusted = new double[sorted.length];
        for (int i = 0; i < rising.length; i++) {
            adjusted[rising[i]] = sorted[i];
        }
        return adjusted;
    }

    /**
     * {@return the adjusted p-value of each key, from 0 to 1, in the order of the map given; unmodifiable}
     *
     * @param pValues from 0 to 1
     * @param <K> the type of the keys
     * @throws IllegalArgumentException naming the first that is not from 0 to 1, and its index
     */
    public <K> Map<K, Double> adjust(Map<K, Double> pValues) {
        double[] adjusted = adjust(
                pValues.values().stream().mapToDouble(Double::doubleValue).toArray());
        Map<K, Double> byKey = new LinkedHashMap<>();
        int i = 0;
        for (K key : pValues.keySet()) {
            byKey.put(key, adjusted[i++]);
        }
        return Collections.unmodifiableMap(byKey);
    }
}
