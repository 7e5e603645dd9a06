package org.cxkit.metrics.control;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each answer says for a change: the logarithm of how much likelier it is after the change than before.
 *
 * <p>With two scores this is the Bernoulli case, with the three of NPS the trinomial, with all ratings of a scale the
 * multinomial. Immutable, value-based and thread-safe.
 *
 * <p>Source: S. H. Steiner, R. J. Cook, V. T. Farewell, T. Treasure, "Monitoring Surgical Performance Using
 * Risk-Adjusted Cumulative Sum Charts", Biostatistics 1(4), 2000.
 *
 * @param what the metric
 * @param normal the probability of each score when all is normal, from the lowest score to the highest, above 0
 * @param changed the probability of each score after the change to be seen, above 0
 */
public record LogLikelihoodRatio(Characteristic what, List<Double> normal, List<Double> changed)
        implements Serializable {

    private static final double ROUNDING = 1e-9;

    /**
     * Checks the probabilities.
     *
     * @throws IllegalArgumentException if there is not one for each score, one is not above 0, they do not add up to 1
     *     within 1e-9, or the means before and after are the same
     */
    public LogLikelihoodRatio {
        normal = requireShares("normal", what, normal);
        changed = requireShares("changed", what, changed);
        if (mean(what, normal) == mean(what, changed)) {
            throw new IllegalArgumentException(
                    "the change of " + what + " must move its mean, got " + normal + " and " + changed);
        }
    }

    static List<Double> requireShares(String name, Characteristic what, List<Double> shares) {
        int scores = what.highest() - what.lowest() + 1;
        double sum = 0;
        boolean positive = true;
        for (double share : shares) {
            sum += share;
            positive &= share > 0;
        }
        if (shares.size() != scores || !positive || !(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    name + " must be " + scores + " probabilities above 0 that add up to 1, got " + shares);
        }
        return List.copyOf(shares);
    }

    private static double mean(Characteristic what, List<Double> shares) {
        double mean = 0;
        for (int i = 0; i < shares.size(); i++) {
            mean += shares.get(i) * (what.lowest() + i);
        }
        return mean;
    }

    /**
     * {@return the ratio for a share}
     *
     * @param what the share
     * @param normal its probability when all is normal, above 0 and below 1
     * @param changed its probability after the change to be seen, above 0 and below 1
     * @throws IllegalArgumentException if a probability is out of its range, or both are the same
     */
    public static LogLikelihoodRatio bernoulli(Characteristic what, double normal, double changed) {
        return new LogLikelihoodRatio(what, List.of(1 - normal, normal), List.of(1 - changed, changed));
    }

    /** {@return the mean score when all is normal} */
    public double normalMean() {
        return mean(what, normal);
    }

    /** {@return the mean score after the change to be seen} */
    public double changedMean() {
        return mean(what, changed);
    }

    /**
     * {@return what an answer says for the change: {@code ln(changed / normal)}, above 0 if it speaks for it}
     *
     * @param score the score of the answer
     * @throws IllegalArgumentException if no answer scores that
     */
    public double weight(int score) {
        if (score < what.lowest() || score > what.highest()) {
            throw new IllegalArgumentException(
                    "scores of " + what + " are " + what.lowest() + ".." + what.highest() + ", got " + score);
        }
        int i = score - what.lowest();
        return Math.log(changed.get(i) / normal.get(i));
    }

    /** The weights of all scores, from the lowest on. */
    double[] weights() {
        return IntStream.rangeClosed(what.lowest(), what.highest())
                .mapToDouble(this::weight)
                .toArray();
    }

    @Override
    public String toString() {
        return what + " changing from " + normal + " to " + changed;
    }
}
