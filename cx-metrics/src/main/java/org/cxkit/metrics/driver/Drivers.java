package org.cxkit.metrics.driver;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.moments.MomentsTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * What drives a metric: how much of the variance of an outcome each of several predictors explains.
 *
 * <p>Predictors of satisfaction are correlated, so that their coefficients do not say which matters. LMG is the R²
 * that a predictor adds to those before it, averaged over all orders: the Shapley value of R², also called general
 * dominance. Johnson's relative weights are close to it: with {@code Λ} the symmetric root of the correlation matrix
 * of the predictors, {@code r} their correlations with the outcome and {@code β = Λ⁻¹ r}, they are
 * {@code Σₖ Λᵢₖ² βₖ²}. Both add up to R². They describe association, not what an improvement would bring.
 *
 * <p>Complete rows only, with equal or other weights, as they were tallied. Immutable, value-based and thread-safe;
 * {@code toString} is a sentence.
 *
 * <p>Source: R. H. Lindeman, P. F. Merenda, R. Z. Gold, "Introduction to Bivariate and Multivariate Analysis", Scott,
 * Foresman, 1980, for LMG; J. W. Johnson, "A Heuristic Method for Estimating the Relative Weight of Predictor
 * Variables in Multiple Regression", Multivariate Behavioral Research 35(1), 2000; D. V. Budescu, "Dominance
 * Analysis", Psychological Bulletin 114(3), 1993.
 *
 * @param outcome the name of the metric that is explained
 * @param drivers the predictors, in the order they were given
 * @param r2 the share of the variance of the outcome that all predictors explain, from 0 to 1
 * @param n the number of complete rows of a weight above 0, more than one for each predictor and one
 * @param incomplete the number of rows that lacked a value, which count for nothing else
 * @param excluded the number of rows of weight 0, which count for nothing else
 * @param invalid the number of rows with a rating off its scale, or a value or weight out of its range, which count for
 *     nothing else
 * @param orderings how many orders of the predictors LMG was sampled from, 0 where it is exact
 */
public record Drivers(
        String outcome,
        List<Driver> drivers,
        double r2,
        long n,
        long incomplete,
        long excluded,
        long invalid,
        long orderings)
        implements Serializable {

    /** The most predictors whose subsets {@link #of} counts, in well under a second; more are {@link #sampled}. */
    public static final int MOST_PREDICTORS = 24;

    /** How far sums of shares may be from R², by the rounding of nearly collinear predictors. */
    private static final double CLOSE = 1e-5;

    /**
     * Checks the numbers, also that LMG and the relative weights add up to R².
     *
     * @throws IllegalArgumentException if a number is outside of its range, if there are no drivers, or if a sum is
     *     not R²
     */
    public Drivers {
        drivers = List.copyOf(drivers);
        if (drivers.isEmpty()
                || n < drivers.size() + 2L
                || incomplete < 0
                || excluded < 0
                || invalid < 0
                || orderings < 0) {
            throw new IllegalArgumentException(
                    "drivers need counts that are not negative and 2 rows more than drivers, got "
                            + n + " rows, " + incomplete + " incomplete, " + excluded + " of weight 0, " + invalid
                            + " invalid, " + orderings + " orderings and " + Sentence.count(drivers.size(), "driver"));
        }
        double lmg = drivers.stream().mapToDouble(Driver::lmg).sum();
        double weights = drivers.stream().mapToDouble(Driver::relativeWeight).sum();
        if (!(r2 >= 0 && r2 <= 1) || !(Math.abs(lmg - r2) <= CLOSE) || !(Math.abs(weights - r2) <= CLOSE)) {
            throw new IllegalArgumentException("LMG and relative weights must add up to an R² from 0 to 1, got " + lmg
                    + " and " + weights + " for " + r2);
        }
        r2 = r2 + 0.0;
    }

    /**
     * {@return what drives an outcome, with exact LMG}
     *
     * @param moments the outcome and the predictors, over the same rows
     * @param outcome the name of the metric to explain, one of the variables
     * @param predictors the names of what may drive it, 1 to {@value #MOST_PREDICTORS} other variables
     * @throws DriversException if there are too few rows, a variable is constant, or predictors are collinear
     * @throws IllegalArgumentException if there are no predictors or too many, there is no such variable, or one comes
     *     twice
     */
    public static Drivers of(MomentsTally moments, String outcome, String... predictors) {
        return of(moments, outcome, List.of(predictors));
    }

    /**
     * {@return what drives an outcome, with exact LMG}
     *
     * @param moments the outcome and the predictors, over the same rows
     * @param outcome the name of the metric to explain, one of the variables
     * @param predictors the names of what may drive it, 1 to {@value #MOST_PREDICTORS} other variables
     * @throws DriversException if there are too few rows, a variable is constant, or predictors are collinear
     * @throws IllegalArgumentException if there are no predictors or too many, there is no such variable, or one comes
     *     twice
     */
    public static Drivers of(MomentsTally moments, String outcome, List<String> predictors) {
        if (predictors.size() > MOST_PREDICTORS) {
            throw new IllegalArgumentException("exact importance takes at most " + MOST_PREDICTORS + " predictors, got "
                    + predictors.size() + ": sample it");
        }
        Measured measured = Measured.of(moments, outcome, predictors);
        return measured.drivers(
                SubsetImportance.lmg(measured.correlations(), measured.withOutcome()),
                new double[predictors.size()],
                0);
    }

    /**
     * {@return what drives an outcome, with LMG sampled from random orders of the predictors and its standard error}
     *
     * <p>All else is exact, and LMG adds up to R² as well.
     *
     * @param moments the outcome and the predictors, over the same rows
     * @param outcome the name of the metric to explain, one of the variables
     * @param predictors the names of what may drive it, other variables, at least one and as many as one likes
     * @param pairs how many random orders are drawn, each also taken backwards; at least 2, for example 1000
     * @param seed the seed of chance: the same one gives the same result
     * @throws DriversException if there are too few rows, a variable is constant, or predictors are collinear
     * @throws IllegalArgumentException if there are no predictors or too few pairs, there is no such variable, or one
     *     comes twice
     */
    public static Drivers sampled(MomentsTally moments, String outcome, List<String> predictors, int pairs, long seed) {
        if (pairs < 2) {
            throw new IllegalArgumentException("a standard error takes at least 2 pairs of orders, got " + pairs);
        }
        Measured measured = Measured.of(moments, outcome, predictors);
        double[][] lmg = OrderingImportance.lmg(measured.correlations(), measured.withOutcome(), pairs, seed);
        return measured.drivers(lmg[0], lmg[1], 2L * pairs);
    }

    /**
     * {@return what drives an outcome in one cell of a table, such as a segment, where too few answers may be}
     *
     * <p>{@code bySegment.map(tally -> Drivers.cell(tally, "overall", predictors))} tells all segments that can be told
     * and says why of the others.
     *
     * @param moments the outcome and the predictors, over the same rows
     * @param outcome the name of the metric to explain, one of the variables
     * @param predictors the names of what may drive it, 1 to {@value #MOST_PREDICTORS} other variables
     * @throws IllegalArgumentException if there are no predictors or too many, there is no such variable, or one comes
     *     twice
     */
    public static Outcome<Drivers> cell(MomentsTally moments, String outcome, List<String> predictors) {
        try {
            return Outcome.of(of(moments, outcome, predictors));
        } catch (DriversException untold) {
            return Outcome.noData(String.valueOf(untold.getMessage()));
        }
    }

    /**
     * {@return the driver of a name}
     *
     * @param predictor one of the predictors
     * @throws IllegalArgumentException if there is no such predictor
     */
    public Driver driver(String predictor) {
        return drivers.stream()
                .filter(driver -> driver.predictor().equals(predictor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("wanted one of the predictors "
                        + drivers.stream().map(Driver::predictor).toList() + ", got " + predictor));
    }

    /** {@return the drivers by falling LMG, equal ones in the order they were given} */
    public List<Driver> ranked() {
        return drivers.stream()
                .sorted(Comparator.comparingDouble(Driver::lmg).reversed())
                .toList();
    }

    /**
     * {@return the LMG of a predictor in per cent of R², from 0 to 100}
     *
     * @param predictor one of the predictors
     * @throws IllegalArgumentException if there is no such predictor
     * @throws IllegalStateException if R² is 0
     */
    public double lmgPercent(String predictor) {
        return percent(driver(predictor).lmg());
    }

    /**
     * {@return the relative weight of a predictor in per cent of R², from 0 to 100}
     *
     * @param predictor one of the predictors
     * @throws IllegalArgumentException if there is no such predictor
     * @throws IllegalStateException if R² is 0
     */
    public double relativeWeightPercent(String predictor) {
        return percent(driver(predictor).relativeWeight());
    }

    private double percent(double share) {
        if (r2 == 0) {
            throw new IllegalStateException("a share of R² is undefined: the predictors explain nothing of " + outcome);
        }
        return 100 * share / r2;
    }

    /** {@return R² less what it would be by chance: {@code 1 - (1 - R²) (n - 1) / (n - p - 1)}, at most 1} */
    public double adjustedR2() {
        return 1 - (1 - r2) * (n - 1.0) / (n - drivers.size() - 1.0);
    }

    /** {@return a sentence with R², the counts and the drivers by falling importance} */
    @Override
    public String toString() {
        String how = orderings == 0 ? "LMG" : "LMG sampled from " + orderings + " orders";
        String shares = ranked().stream()
                .map(driver -> driver.predictor() + " "
                        + (r2 == 0 ? "0" : Sentence.number(percent(driver.lmg()), 1) + " %" + plusMinus(driver)))
                .collect(Collectors.joining(", "));
        return "drivers of " + outcome + ": R² " + Sentence.number(r2, 3) + ", n " + n + ", of it by " + how + " "
                + shares + Sentence.leftOut(incomplete, excluded, invalid);
    }

    private String plusMinus(Driver driver) {
        return orderings == 0 ? "" : " ± " + Sentence.number(percent(driver.lmgStandardError()), 1);
    }

    /** The correlations and all measures but LMG. */
    private static final class Measured {
        private final MomentsTally moments;
        private final String outcome;
        private final List<String> predictors;
        private final double[][] correlations;
        private final double[] withOutcome;
        private final Regression regression;

        private Measured(MomentsTally moments, String outcome, List<String> predictors) {
            this.moments = moments;
            this.outcome = outcome;
            this.predictors = predictors;
            correlations = moments.correlations(predictors);
            withOutcome = predictors.stream()
                    .mapToDouble(predictor -> moments.correlation(predictor, outcome))
                    .toArray();
            regression = Regression.of(predictors, correlations, withOutcome);
        }

        static Measured of(MomentsTally moments, String outcome, List<String> predictors) {
            List<String> all = new ArrayList<>(predictors);
            all.add(outcome);
            if (predictors.isEmpty() || all.stream().distinct().count() < all.size()) {
                throw new IllegalArgumentException("wanted an outcome and at least one predictor, all different, got "
                        + outcome + " and " + predictors);
            }
            List<String> constant = all.stream().filter(moments::constant).toList();
            if (moments.n() <= predictors.size() + 1) {
                throw new DriversException.TooFewRows(predictors, moments);
            }
            if (!constant.isEmpty()) {
                throw new DriversException.Constant(constant, moments.n());
            }
            return new Measured(moments, outcome, predictors);
        }

        double[][] correlations() {
            return correlations;
        }

        double[] withOutcome() {
            return withOutcome;
        }

        Drivers drivers(double[] lmg, double[] standardErrors, long orderings) {
            double[] weights = RelativeWeights.of(correlations, withOutcome);
            List<Driver> drivers = new ArrayList<>();
            for (int i = 0; i < lmg.length; i++) {
                drivers.add(new Driver(
                        predictors.get(i),
                        withOutcome[i],
                        regression.betas[i],
                        Math.min(1, lmg[i]),
                        standardErrors[i],
                        regression.last[i],
                        Math.min(1, weights[i])));
            }
            return new Drivers(
                    outcome,
                    drivers,
                    regression.r2,
                    moments.n(),
                    moments.incomplete(),
                    moments.excluded(),
                    moments.invalid(),
                    orderings);
        }
    }
}
