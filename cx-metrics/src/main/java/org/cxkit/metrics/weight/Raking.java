package org.cxkit.metrics.weight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cxkit.metrics.wording.Sentence;

/**
 * Finds weights under which a sample has the make-up of its population in several variables at once.
 *
 * <p>For each variable, such as age group or region, one states what each respondent is and how large each category is
 * in the population. Raking multiplies the weights of each category so that they sum to its size, one variable after
 * the other, until all sums are within a relative 1e-10, in at most 200 sweeps. As sizes are often rounded, totals
 * within a relative 1e-9 count as the same: the sizes of each variable are then multiplied so that their total is that
 * of the first variable. With one variable this is post-stratification, done after one sweep. The time is linear in
 * respondents, variables and sweeps.
 *
 * <p>With bounds, weights outside of them are moved to the nearer bound and raked again, until none is outside by more
 * than a relative 1e-6: fewer extreme weights make a larger effective n for a small bias.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: W. E. Deming, F. F. Stephan, "On a Least Squares Adjustment of a Sampled Frequency Table When the
 * Expected Marginal Totals are Known", Annals of Mathematical Statistics 11(4), 1940; for bounds J.-C. Deville, C.-E.
 * Särndal, "Calibration Estimators in Survey Sampling", Journal of the American Statistical Association 87(418), 1992.
 */
public final class Raking {

    private static final double TOLERANCE = 1e-10;
    private static final int SWEEPS = 200;
    private static final double SAME_TOTAL = 1e-9;
    private static final double OUTSIDE = 1e-6;
    private static final int ROUNDS = 200;

    private final double[] base;
    private final List<RakingMargin> margins;
    private final double least;
    private final double most;

    private Raking(double[] base, List<RakingMargin> margins, double least, double most) {
        this.base = base;
        this.margins = List.copyOf(margins);
        this.least = least;
        this.most = most;
    }

    /**
     * {@return a raking of respondents who all had the same chance to be asked, with no variable yet}
     *
     * @param respondents how many there are, not negative
     * @throws IllegalArgumentException if there are less than none
     */
    public static Raking of(int respondents) {
        if (respondents < 0) {
            throw new IllegalArgumentException("the number of respondents must not be negative, got " + respondents);
        }
        double[] ones = new double[respondents];
        Arrays.fill(ones, 1);
        return of(ones);
    }

    /**
     * {@return a raking of respondents with base weights, with no variable yet}
     *
     * @param baseWeights the weight each respondent was drawn with, in any unit; 0 leaves him or her out; copied
     * @throws IllegalArgumentException naming the first that is no weight, and its index
     */
    public static Raking of(double[] baseWeights) {
        double[] base = baseWeights.clone();
        for (int i = 0; i < base.length; i++) {
            double unused = WeightedAccumulator.requireWeight(base, i);
        }
        return new Raking(base, List.of(), 0, Double.POSITIVE_INFINITY);
    }

    /**
     * {@return this raking with one variable more}
     *
     * @param variable its name, for messages
     * @param column the category of each respondent; copied
     * @param targets the size of each category in the population, not negative: numbers of people or shares, with the
     *     same total for all variables
     * @throws IllegalArgumentException if a target is negative or not finite or all are 0, their total is not that of
     *     the variables before, the variable is there already, or there are more or fewer respondents; or naming the
     *     first of an unknown category
     */
    public Raking to(String variable, String[] column, Map<String, Double> targets) {
        return with(RakingMargin.of(variable, column, targets));
    }

    /**
     * {@return this raking with one variable more}
     *
     * @param variable its name, for messages
     * @param column the code of the category of each respondent, from 0; copied
     * @param targets the size of the category of each code in the population, not negative: numbers of people or
     *     shares, with the same total for all variables; copied
     * @throws IllegalArgumentException if a target is negative or not finite or all are 0, their total is not that of
     *     the variables before, the variable is there already, or there are more or fewer respondents; or naming the
     *     first of an unknown category
     */
    public Raking to(String variable, int[] column, double... targets) {
        return with(RakingMargin.of(variable, column, targets));
    }

    private Raking with(RakingMargin margin) {
        if (margin.respondents() != base.length) {
            throw new IllegalArgumentException(
                    "wanted " + base.length + " respondents in " + margin.name() + ", got " + margin.respondents());
        }
        for (RakingMargin other : margins) {
            if (other.name().equals(margin.name())) {
                throw new IllegalArgumentException("the variable " + margin.name() + " is there already");
            }
            if (!(Math.abs(other.total() - margin.total()) <= SAME_TOTAL * other.total())) {
                throw new IllegalArgumentException("targets must have the same total: those of " + other.name()
                        + " sum to " + other.total() + ", those of " + margin.name() + " to " + margin.total());
            }
        }
        List<RakingMargin> more = new ArrayList<>(margins);
        more.add(margins.isEmpty() ? margin : margin.withTotal(margins.get(0).total()));
        return new Raking(base, more, least, most);
    }

    /**
     * {@return this raking with bounds for the weights}
     *
     * @param lowest the least weight, as a multiple of the mean weight; from 0 to below 1
     * @param highest the largest weight, as a multiple of the mean weight; above 1
     * @throws IllegalArgumentException if a bound is outside of its range
     */
    public Raking trimmedTo(double lowest, double highest) {
        if (!(lowest >= 0 && lowest < 1 && highest > 1)) {
            throw new IllegalArgumentException(
                    "bounds must be from 0 to below 1 and above 1 times the mean weight, got " + lowest + " and "
                            + highest);
        }
        return new Raking(base, margins, lowest, highest);
    }

    /**
     * {@return the weights}
     *
     * @throws IllegalStateException if there is no variable
     * @throws IllegalArgumentException naming variable and category, if no respondent can make up a target, or if the
     *     sums are not within a relative 1e-10 of their targets after 200 sweeps; or naming a respondent whose weight
     *     does not stay within the bounds
     */
    public RakedWeights rake() {
        if (margins.isEmpty()) {
            throw new IllegalStateException("raking needs at least one variable");
        }
        double[] weights = base.clone();
        BitSet trimmed = new BitSet();
        int sweeps = sweep(weights);
        int rounds = 0;
        for (int out = outside(weights); out >= 0; out = outside(weights)) {
            if (++rounds > ROUNDS) {
                throw new IllegalArgumentException("no weights from " + least + " to " + most
                        + " times their mean were found that reach the targets: weights[" + out + "] is still "
                        + Sentence.number(weights[out] / mean(weights), 3) + " times the mean");
            }
            trim(weights, trimmed);
            sweeps += sweep(weights);
        }
        return new RakedWeights(weights, sweeps, trimmed.cardinality());
    }

    /** Rakes until the sums agree; returns the number of sweeps. */
    private int sweep(double[] weights) {
        for (int sweep = 1; ; sweep++) {
            margins.forEach(margin -> margin.fit(weights));
            RakingMargin.Miss worst = margins.stream()
                    .map(margin -> margin.miss(weights))
                    .max(Comparator.comparingDouble(RakingMargin.Miss::relative))
                    .orElseThrow();
            if (worst.relative() < TOLERANCE) {
                return sweep;
            }
            if (sweep == SWEEPS) {
                throw new IllegalArgumentException(
                        "raking did not reach its targets in " + SWEEPS + " sweeps: " + worst.text());
            }
        }
    }

    /** The mean of the weights above 0. */
    private double mean(double[] weights) {
        return margins.get(0).total()
                / Arrays.stream(weights).filter(weight -> weight > 0).count();
    }

    /** The first respondent whose weight is outside of the bounds, or -1. */
    private int outside(double[] weights) {
        double mean = mean(weights);
        for (int i = 0; i < weights.length; i++) {
            double multiple = weights[i] / mean;
            if (multiple > 0 && (multiple < least * (1 - OUTSIDE) || multiple > most * (1 + OUTSIDE))) {
                return i;
            }
        }
        return -1;
    }

    private void trim(double[] weights, BitSet trimmed) {
        double mean = mean(weights);
        for (int i = 0; i < weights.length; i++) {
            double bounded = Math.max(least * mean, Math.min(most * mean, weights[i]));
            if (weights[i] > 0 && bounded != weights[i]) {
                weights[i] = bounded;
                trimmed.set(i);
            }
        }
    }
}
