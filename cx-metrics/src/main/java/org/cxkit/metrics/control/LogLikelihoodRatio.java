package org.cxkit.metrics.control;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.cxkit.metrics.math.Roots;
import org.cxkit.metrics.survey.Nps;

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
 * @param normal the probability of each score when all is normal, one for each of its scores, above 0
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
        int scores = what.scores().size();
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
            mean += shares.get(i) * what.scores().get(i);
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

    /**
     * {@return the ratio for a change of the net share of promoters}
     *
     * @param normal the score when all is normal, with an answer in each band
     * @param changed the net share after the change to be seen, above -1 and below 1, not the normal one
     * @throws IllegalArgumentException if a band is empty or the net share out of its range
     */
    public static LogLikelihoodRatio of(Nps normal, double changed) {
        double n = (double) normal.responses();
        return tilted(
                Characteristic.NET_SHARE,
                List.of(normal.detractors() / n, normal.passives() / n, normal.promoters() / n),
                changed);
    }

    /**
     * {@return the ratio for a change of the mean to what is the least change of the shares that gives it: each is
     * multiplied by {@code exp(theta * score)} and all are scaled to add up to 1}
     *
     * <p>Of all shares with that mean these are the hardest to tell from the normal ones, by their Kullback-Leibler
     * divergence. A weight is then a linear function of the score.
     *
     * @param what the metric
     * @param normal the probability of each score when all is normal, from the lowest score to the highest, above 0
     * @param changedMean the mean after the change to be seen, between the lowest and the highest score, not the normal
     *     one
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static LogLikelihoodRatio tilted(Characteristic what, List<Double> normal, double changedMean) {
        List<Double> checked = requireShares("normal", what, normal);
        if (!(changedMean > what.lowest() && changedMean < what.highest())) {
            throw new IllegalArgumentException("the changed mean of " + what + " must be between " + what.lowest()
                    + " and " + what.highest() + ", got " + changedMean);
        }
        double reach = 1;
        while (mean(what, tilt(what, checked, -reach)) > changedMean
                || mean(what, tilt(what, checked, reach)) < changedMean) {
            reach *= 2;
        }
        double theta = Roots.between(x -> mean(what, tilt(what, checked, x)) - changedMean, -reach, reach, 1e-15);
        return new LogLikelihoodRatio(what, checked, tilt(what, checked, theta));
    }

    private static List<Double> tilt(Characteristic what, List<Double> shares, double theta) {
        // from the end where the factor is largest, so that none overflows
        int end = theta > 0 ? what.highest() : what.lowest();
        double[] tilted = new double[shares.size()];
        double sum = 0;
        for (int i = 0; i < tilted.length; i++) {
            tilted[i] = shares.get(i) * Math.exp(theta * ((double) what.scores().get(i) - end));
            sum += tilted[i];
        }
        double total = sum;
        return Arrays.stream(tilted).mapToObj(share -> share / total).toList();
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
        int i = what.scores().indexOf(score);
        if (i < 0) {
            throw new IllegalArgumentException("scores of " + what + " are " + what.scores() + ", got " + score);
        }
        return Math.log(changed.get(i) / normal.get(i));
    }

    /** The weights of all scores, from the lowest on. */
    double[] weights() {
        return what.scores().stream().mapToDouble(this::weight).toArray();
    }

    @Override
    public String toString() {
        return what + " changing from " + normal + " to " + changed;
    }
}
