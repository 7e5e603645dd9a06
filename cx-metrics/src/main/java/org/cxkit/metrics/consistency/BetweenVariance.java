package org.cxkit.metrics.consistency;

/**
 * The methods that estimate the variance of true values between groups, of which only estimates with known variances
 * are seen.
 *
 * <p>Source: A. A. Veroniki and others, "Methods to Estimate the Between-Study Variance and its Uncertainty in
 * Meta-Analysis", Research Synthesis Methods 7(1), 2016.
 */
public enum BetweenVariance {
    /**
     * From Cochran's Q, without iteration.
     *
     * <p>Source: R. DerSimonian, N. Laird, "Meta-Analysis in Clinical Trials", Controlled Clinical Trials 7(3), 1986.
     */
    DERSIMONIAN_LAIRD("DerSimonian-Laird") {
        @Override
        double of(double[] values, double[] variances) {
            WeightedGroups fixed = WeightedGroups.of(values, variances, 0);
            double spare = fixed.squares() - (values.length - 1);
            return Math.max(0, spare / fixed.scale());
        }
    },
    /**
     * The variance that makes the weighted squares as large as expected.
     *
     * <p>Source: R. C. Paule, J. Mandel, "Consensus Values and Weighting Factors", Journal of Research of the National
     * Bureau of Standards 87(5), 1982.
     */
    PAULE_MANDEL("Paule-Mandel") {
        @Override
        double of(double[] values, double[] variances) {
            int freedom = values.length - 1;
            return LikeliestVariance.root(
                    tau2 -> WeightedGroups.of(values, variances, tau2).squares() - freedom);
        }
    },
    /**
     * The variance of greatest restricted likelihood.
     *
     * <p>Source: W. Viechtbauer, "Bias and Efficiency of Meta-Analytic Variance Estimators in the Random-Effects
     * Model", Journal of Educational and Behavioral Statistics 30(3), 2005.
     */
    REML("REML") {
        @Override
        double of(double[] values, double[] variances) {
            return LikeliestVariance.of(
                    tau2 -> WeightedGroups.of(values, variances, tau2).score(),
                    tau2 -> WeightedGroups.of(values, variances, tau2).deviance(variances, tau2),
                    LikeliestVariance.spread(values),
                    variances);
        }
    };

    private final String title;

    BetweenVariance(String title) {
        this.title = title;
    }

    /** {@return the name of the method, as a reader knows it} */
    public String title() {
        return title;
    }

    /** The variance between groups, at least 0, of at least two values with variances above zero. */
    abstract double of(double[] values, double[] variances);
}
