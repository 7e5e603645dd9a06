package org.cxkit.metrics.driver;

import java.io.Serializable;

/**
 * How much one predictor has to do with the outcome, by each usual measure.
 *
 * <p>All measures but the correlation and the coefficient are shares of the variance of the outcome. LMG, the relative
 * weights and Pratt's measure add up to R² over all predictors; first, last and the squared coefficients do so only
 * where the predictors are uncorrelated. Immutable, value-based and thread-safe.
 *
 * <p>Source: U. Grömping, "Relative Importance for Linear Regression in R: The Package relaimpo", Journal of
 * Statistical Software 17(1), 2006, for all but the relative weights; see {@link Drivers} for those.
 *
 * @param predictor the name of the predictor
 * @param correlation its correlation with the outcome, from -1 to 1
 * @param standardisedBeta its coefficient in the regression on all predictors, all variables in standard deviations
 * @param lmg the R² it adds, averaged over all orders in which predictors may enter, from 0 to 1
 * @param lmgStandardError the standard error of that where orders were sampled, 0 where all were counted
 * @param last the R² it adds to all other predictors, from 0 to 1
 * @param relativeWeight its relative weight, from 0 to 1
 */
public record Driver(
        String predictor,
        double correlation,
        double standardisedBeta,
        double lmg,
        double lmgStandardError,
        double last,
        double relativeWeight)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public Driver {
        if (!(Math.abs(correlation) <= 1)
                || !Double.isFinite(standardisedBeta)
                || !share(lmg)
                || !share(last)
                || !share(relativeWeight)
                || !(lmgStandardError >= 0 && lmgStandardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a driver needs shares from 0 to 1, got lmg " + lmg + " ± "
                    + lmgStandardError + ", last " + last + ", relative weight " + relativeWeight + ", correlation "
                    + correlation + " and coefficient " + standardisedBeta + " for " + predictor);
        }
        correlation = correlation + 0.0;
        standardisedBeta = standardisedBeta + 0.0;
        lmg = lmg + 0.0;
        lmgStandardError = lmgStandardError + 0.0;
        last = last + 0.0;
        relativeWeight = relativeWeight + 0.0;
    }

    private static boolean share(double share) {
        return share >= 0 && share <= 1;
    }

    /** {@return the R² of this predictor alone, from 0 to 1: the square of its correlation} */
    public double first() {
        return correlation * correlation;
    }

    /** {@return the square of its standardised coefficient, not negative; above 1 where predictors overlap much} */
    public double betaSquared() {
        return standardisedBeta * standardisedBeta;
    }

    /** {@return Pratt's measure: the coefficient times the correlation, negative where the two disagree} */
    public double pratt() {
        return standardisedBeta * correlation + 0.0;
    }
}
