package org.cxkit.metrics.weight;

import java.io.Serializable;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.wording.Sentence;

/**
 * How many answers there are, and the sums of their weights: what weighting costs in precision.
 *
 * <p>Answers of weight 0 are not among them. Immutable, value-based and thread-safe; {@code toString} is such as
 * {@code n 8 (effective 6.3)}.
 *
 * <p>Source: L. Kish, "Survey Sampling", Wiley, 1965, and "Weighting for Unequal Pi", Journal of
 * Official Statistics 8(2), 1992, for the effective size and the design effect.
 *
 * @param n how many answers, without those of weight 0; not negative
 * @param weight the sum of their weights; 0 only of no answers
 * @param squaredWeight the sum of the squares of their weights; 0 only of no answers
 */
public record WeightedCount(long n, double weight, double squaredWeight) implements Serializable {

    /** No answers. */
    public static final WeightedCount NONE = new WeightedCount(0, 0, 0);

    /** What rounding of the sums may do to the inequality of Cauchy and Schwarz. */
    private static final double ROUNDING = 1e-9;

    /**
     * Checks the numbers, and makes 0.0 of -0.0.
     *
     * @throws IllegalArgumentException if no {@code n} weights above zero have these sums
     */
    public WeightedCount {
        weight = weight + 0.0;
        squaredWeight = squaredWeight + 0.0;
        boolean possible = n == 0
                ? weight == 0 && squaredWeight == 0
                : n > 0
                        && weight > 0
                        && squaredWeight > 0
                        && weight / squaredWeight * weight <= n * (1 + ROUNDING)
                        && squaredWeight / weight <= weight * (1 + ROUNDING);
        if (!possible) {
            throw new IllegalArgumentException(
                    "no " + n + " weights above 0 have the sum " + weight + " and the sum of squares " + squaredWeight);
        }
    }

    /**
     * {@return the count of these weights, those of 0 left out}
     *
     * @param weights one for each answer; not altered
     * @throws IllegalArgumentException naming the first that is no weight, and its index
     */
    public static WeightedCount of(double... weights) {
        double[] sums = CompensatedSum.zeros(2);
        long n = 0;
        for (int i = 0; i < weights.length; i++) {
            if (WeightedAccumulator.requireWeight(weights, i) > 0) {
                CompensatedSum.add(sums, 0, weights[i]);
                CompensatedSum.add(sums, 1, weights[i] * weights[i]);
                n++;
            }
        }
        return new WeightedCount(n, CompensatedSum.of(sums, 0), CompensatedSum.of(sums, 1));
    }

    /**
     * {@return these answers and the others together}
     *
     * @param other other answers
     * @throws ArithmeticException if the answers together leave the range of a long
     */
    public WeightedCount plus(WeightedCount other) {
        return new WeightedCount(Math.addExact(n, other.n), weight + other.weight, squaredWeight + other.squaredWeight);
    }

    /**
     * {@return the number of answers of equal weight that would tell as much: {@code (Σw)² / Σw²}, from above 0 to n}
     *
     * @throws IllegalStateException if there are no answers
     */
    public double effectiveN() {
        return Math.min((double) require("the effective n"), weight / squaredWeight * weight);
    }

    /**
     * {@return Kish's design effect of the weights, {@code n / effectiveN}, at least 1}
     *
     * @throws IllegalStateException if there are no answers
     */
    public double designEffect() {
        return (double) require("the design effect of weights") / effectiveN();
    }

    /**
     * {@return the coefficient of variation of the weights, their population standard deviation over their mean:
     * {@code sqrt(designEffect - 1)}}
     *
     * @throws IllegalStateException if there are no answers
     */
    public double variation() {
        return Math.sqrt(designEffect() - 1);
    }

    long require(String what) {
        if (n == 0) {
            throw Sentence.undefined(what);
        }
        return n;
    }

    /** {@return the number of answers, and how many they are worth} */
    @Override
    public String toString() {
        return "n " + n + (n == 0 ? "" : " (effective " + Sentence.number(effectiveN(), 1) + ")");
    }
}
