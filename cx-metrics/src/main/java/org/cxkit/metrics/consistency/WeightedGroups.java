package org.cxkit.metrics.consistency;

/**
 * Values of groups weighted by {@code w_j = 1 / (v_j + tau2)}, and what the formulas need of them.
 *
 * @param mean the weighted mean
 * @param weights the sum of the weights
 * @param pairs the sum of the products of the weights of two groups: {@code (sum(w)^2 - sum(w^2)) / 2}
 * @param squares {@code sum(w_j (y_j - mean)^2)}, Cochran's Q where {@code tau2} is 0
 * @param squares2 {@code sum(w_j^2 (y_j - mean)^2)}
 */
record WeightedGroups(double mean, double weights, double pairs, double squares, double squares2) {

    static WeightedGroups of(double[] values, double[] variances, double tau2) {
        double weights = 0;
        double pairs = 0;
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            double weight = 1 / (variances[j] + tau2);
            pairs += weight * weights;
            weights += weight;
            sum += weight * values[j];
        }
        double mean = sum / weights;
        double squares = 0;
        double squares2 = 0;
        for (int j = 0; j < values.length; j++) {
            double weight = 1 / (variances[j] + tau2);
            double distance = weight * (values[j] - mean);
            squares += distance * (values[j] - mean);
            squares2 += distance * distance;
        }
        return new WeightedGroups(mean, weights, pairs, squares, squares2);
    }

    /** {@code sum(w) - sum(w^2) / sum(w)}: how much Q grows with the variance between groups; nothing cancels. */
    double scale() {
        return 2 * (pairs / weights);
    }

    /** Twice the derivative of the restricted log-likelihood by {@code tau2}. */
    double score() {
        return squares2 - scale();
    }

    /** Minus twice the restricted log-likelihood, but for a constant. */
    double deviance(double[] variances, double tau2) {
        double logs = 0;
        for (double variance : variances) {
            logs += Math.log(variance + tau2);
        }
        return logs + Math.log(weights) + squares;
    }
}
