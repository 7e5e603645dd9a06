package org.cxkit.metrics.consistency;

import java.util.Arrays;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;

/**
 * The restricted likelihood of the one-way random effects model, as a function of the ratio {@code r} of the variance
 * between groups to that within: all else is profiled out.
 *
 * <p>{@code w_j = n_j / (1 + r n_j)}, {@code m = sum(w_j y_j) / sum(w_j)}, {@code within = (SSW + sum(w_j (y_j - m)^2))
 * / (n - 1)}; minus twice the log-likelihood is {@code (n - 1) log(within) + sum(log(1 + r n_j)) + log(sum(w_j))}.
 */
final class OneWayLikelihood {
    private final double[] sizes;
    private final double[] means;
    private final double withinSquares;
    private final double responses;

    private OneWayLikelihood(double[] sizes, double[] means, double withinSquares, double responses) {
        this.sizes = sizes;
        this.means = means;
        this.withinSquares = withinSquares;
        this.responses = responses;
    }

    static <K extends Comparable<? super K>> OneWayLikelihood of(
            Scoring scoring, Grouped<K, RatingTally> groups, double withinSquares) {
        RatingTally[] tallies = groups.asMap().values().stream()
                .filter(tally -> tally.valid() > 0)
                .toArray(RatingTally[]::new);
        double[] sizes = new double[tallies.length];
        double[] means = new double[tallies.length];
        double responses = 0;
        for (int j = 0; j < tallies.length; j++) {
            sizes[j] = tallies[j].valid();
            means[j] = scoring.mean(tallies[j]);
            responses += sizes[j];
        }
        return new OneWayLikelihood(sizes, means, withinSquares, responses);
    }

    /** The ratio of greatest likelihood. */
    double best() {
        // in units of the variance within, which is at least this
        double spread = LikeliestVariance.spread(means) / (withinSquares / (responses - 1));
        double[] variances = Arrays.stream(sizes).map(n -> 1 / n).toArray();
        return LikeliestVariance.of(this::score, this::deviance, spread, variances);
    }

    /** The variance within groups that goes with a ratio. */
    double within(double ratio) {
        double mean = mean(ratio);
        double squares = withinSquares;
        for (int j = 0; j < sizes.length; j++) {
            double distance = means[j] - mean;
            squares += sizes[j] / (1 + ratio * sizes[j]) * distance * distance;
        }
        return squares / (responses - 1);
    }

    private double mean(double ratio) {
        double weights = 0;
        double sum = 0;
        for (int j = 0; j < sizes.length; j++) {
            double weight = sizes[j] / (1 + ratio * sizes[j]);
            weights += weight;
            sum += weight * means[j];
        }
        return sum / weights;
    }

    /** Minus twice the log-likelihood. */
    private double deviance(double ratio) {
        double weights = 0;
        double logs = 0;
        for (double n : sizes) {
            weights += n / (1 + ratio * n);
            logs += Math.log1p(ratio * n);
        }
        return (responses - 1) * Math.log(within(ratio)) + logs + Math.log(weights);
    }

    /** Twice the derivative of the log-likelihood: above zero where a larger ratio is likelier. */
    private double score(double ratio) {
        double mean = mean(ratio);
        double within = within(ratio);
        double weights = 0;
        double pairs = 0; // of the weights of two groups: (weights² - weights2) / 2
        double squares = 0;
        for (int j = 0; j < sizes.length; j++) {
            double weight = sizes[j] / (1 + ratio * sizes[j]);
            double distance = means[j] - mean;
            pairs += weight * weights;
            weights += weight;
            squares += weight * weight * distance * distance;
        }
        return squares / within - 2 * (pairs / weights);
    }
}
