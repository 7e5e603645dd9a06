package org.cxkit.metrics.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.Normal;
import org.jspecify.annotations.Nullable;

/**
 * A model fitted to data by maximum likelihood, with how sure its parameters are.
 *
 * <p>A flat or boundary optimum is no error: the fit holds the likeliest parameters found and says by its
 * {@link #diagnostics} what the data could not tell. The same data give the same bits. Immutable and thread-safe if the
 * model is.
 *
 * <p>Standard errors are those of the observed information, the inverse of the negative second derivatives. Intervals
 * of other quantities go by the delta method. Source: L. Wasserman, All of Statistics, 2004, chapter 9.
 *
 * @param <M> the model
 */
public final class Fit<M> {
    /** Where a step of this size halves the digits of a central difference: the cube root of the rounding error. */
    private static final double DIFFERENCE = 6e-6;

    /** A parameter whose logarithm is known no better than this is not told by the data at all. */
    private static final double UNKNOWN = 100;

    private final M model;
    private final Function<double[], M> maker;
    private final long n;
    private final double logLikelihood;
    private final double[] at;
    private final double @Nullable [][] covariance;
    private final List<ParameterEstimate> estimates;
    private final List<FitDiagnostic> diagnostics;
    private final int steps;

    private Fit(LogLikelihood function, Ascent ascent, Function<double[], M> maker, long n) {
        List<FreeParameter> parameters = List.copyOf(function.parameters());
        at = ascent.at();
        this.maker = maker;
        model = maker.apply(at.clone());
        this.n = n;
        logLikelihood = ascent.value();
        steps = ascent.steps();
        double[][] information = information(ascent.hessian());
        double[][] inverse = SymmetricSolve.inverse(information);
        List<FitDiagnostic> found = diagnostics(ascent, parameters, flat(information));
        covariance = identified(found) ? inverse : null;
        diagnostics = List.copyOf(function.explained(found, at.clone()));
        estimates = estimates(parameters, ascent.gradient());
    }

    /**
     * {@return the fit of a model}
     *
     * @param function the log-likelihood of the data
     * @param model makes the model of its parameters, in the order of the log-likelihood's
     * @param n how many customers, or other units of the data, there are
     * @param <M> the model
     * @throws IllegalArgumentException if the log-likelihood is not finite where the search starts
     */
    public static <M> Fit<M> of(LogLikelihood function, Function<double[], M> model, long n) {
        return new Fit<>(function, new Ascent(function), model, n);
    }

    private static boolean identified(List<FitDiagnostic> diagnostics) {
        return diagnostics.stream()
                .noneMatch(told ->
                        told.kind() == FitDiagnostic.Kind.NOT_IDENTIFIED || told.kind() == FitDiagnostic.Kind.AT_BOUND);
    }

    private static double[][] information(double[][] hessian) {
        for (double[] row : hessian) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -row[j];
            }
        }
        return hessian;
    }

    /**
     * {@return which parameters the data leave open}
     *
     * <p>In logarithms, so that all are of one size; where the information has no inverse, with as little added to its
     * diagonal as gives it one, which leaves what is open as open as ever.
     */
    private boolean[] flat(double[][] information) {
        int size = at.length;
        double[][] ofLogarithms = new double[size][size];
        double largest = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                ofLogarithms[i][j] = at[i] * at[j] * information[i][j];
            }
            largest = Math.max(largest, Math.abs(ofLogarithms[i][i]));
        }
        double[][] inverse = SymmetricSolve.inverse(ofLogarithms);
        for (double added = 1e-14 * largest; inverse == null && added < largest; added *= 10) {
            for (int i = 0; i < size; i++) {
                ofLogarithms[i][i] += added;
            }
            inverse = SymmetricSolve.inverse(ofLogarithms);
        }
        boolean[] flat = new boolean[size];
        for (int i = 0; i < size; i++) {
            flat[i] = inverse == null || !(Math.sqrt(inverse[i][i]) < UNKNOWN);
        }
        return flat;
    }

    private List<FitDiagnostic> diagnostics(Ascent ascent, List<FreeParameter> parameters, boolean[] unknown) {
        List<FitDiagnostic> told = new ArrayList<>();
        List<String> flat = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            String name = parameters.get(i).name();
            if (ascent.atBound(i)) {
                told.add(new FitDiagnostic(
                        FitDiagnostic.Kind.AT_BOUND, name, "the likelihood grows up to the bound " + at[i]));
            } else if (unknown[i]) {
                flat.add(name);
            }
        }
        if (!flat.isEmpty()) {
            told.add(new FitDiagnostic(
                    FitDiagnostic.Kind.NOT_IDENTIFIED,
                    String.join(", ", flat),
                    "many values fit the data as well as these"));
        }
        if (!ascent.converged()) {
            told.add(new FitDiagnostic(
                    FitDiagnostic.Kind.NOT_CONVERGED,
                    String.join(
                            ", ", parameters.stream().map(FreeParameter::name).toList()),
                    "the search ended after " + steps + " steps before the gradient vanished"));
        }
        return List.copyOf(told);
    }

    private List<ParameterEstimate> estimates(List<FreeParameter> parameters, double[] gradient) {
        List<ParameterEstimate> all = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            int parameter = i;
            Outcome<Double> error = covariance == null ? noErrors() : Outcome.of(Math.sqrt(covariance[i][i]));
            all.add(new ParameterEstimate(
                    parameters.get(i).name(),
                    at[i],
                    gradient[i],
                    error,
                    error.map(se -> aboutLogarithm(at[parameter], se, 0.95))));
        }
        return List.copyOf(all);
    }

    private static Interval aboutLogarithm(double value, double error, double level) {
        double factor = Math.exp(Math.min(Normal.z(level) * error / value, 600));
        return new Interval(value, value, value / factor, value * factor, level, "delta method, logarithm", false);
    }

    /** {@return the model with the likeliest parameters} */
    public M model() {
        return model;
    }

    /** {@return how many customers, or other units of the data, it is fitted to} */
    public long n() {
        return n;
    }

    /** {@return the logarithm of the likelihood of the data} */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** {@return Akaike's information criterion, {@code 2k - 2 log L}: the lower of two models on the same data is better} */
    public double aic() {
        return 2.0 * at.length - 2 * logLikelihood;
    }

    /** {@return the Bayesian information criterion, {@code k log n - 2 log L}, likewise} */
    public double bic() {
        return at.length * Math.log((double) n) - 2 * logLikelihood;
    }

    /** {@return the parameters in the order of the model, unmodifiable} */
    public List<ParameterEstimate> estimates() {
        return estimates;
    }

    /** {@return what the data could not tell, nothing in the best case; unmodifiable} */
    public List<FitDiagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * {@return the covariance of two estimates; no data where the data do not identify the parameters}
     *
     * @param row the index of one parameter
     * @param column the index of the other
     * @throws IndexOutOfBoundsException if there is no such parameter
     */
    public Outcome<Double> covariance(int row, int column) {
        Objects.checkIndex(row, at.length);
        Objects.checkIndex(column, at.length);
        return covariance == null ? noErrors() : Outcome.of(covariance[row][column]);
    }

    /**
     * {@return the standard error of a quantity told from the model, by the delta method; no data where the data do not
     * identify the parameters}
     *
     * <p>With g the derivatives of the quantity and V the covariance it is {@code sqrt(g' V g)}; derivatives are by
     * central differences, good to about nine digits.
     *
     * @param quantity tells a finite number from a model, smooth in its parameters
     */
    public Outcome<Double> standardError(ToDoubleFunction<? super M> quantity) {
        return standardErrors(model -> new double[] {quantity.applyAsDouble(model)})
                .map(errors -> errors[0]);
    }

    /**
     * {@return the {@linkplain #standardError(ToDoubleFunction) standard errors} of many quantities at once, such as one
     * of each customer; no data where the data do not identify the parameters}
     *
     * @param quantities tells finite numbers from a model, always as many; its array is not altered
     */
    public Outcome<double[]> standardErrors(Function<? super M, double[]> quantities) {
        if (covariance == null) {
            return noErrors();
        }
        double[][] slopes = new double[at.length][];
        for (int i = 0; i < at.length; i++) {
            double[] up = quantities.apply(maker.apply(moved(i, DIFFERENCE)));
            double[] down = quantities.apply(maker.apply(moved(i, -DIFFERENCE)));
            double apart = moved(i, DIFFERENCE)[i] - moved(i, -DIFFERENCE)[i];
            slopes[i] = new double[up.length];
            for (int row = 0; row < up.length; row++) {
                slopes[i][row] = (up[row] - down[row]) / apart;
            }
        }
        double[] errors = new double[slopes[0].length];
        for (int row = 0; row < errors.length; row++) {
            double variance = 0;
            for (int i = 0; i < at.length; i++) {
                for (int j = 0; j < at.length; j++) {
                    variance += slopes[i][row] * covariance[i][j] * slopes[j][row];
                }
            }
            errors[row] = Math.sqrt(Math.max(0, variance));
        }
        return Outcome.of(errors);
    }

    private double[] moved(int parameter, double part) {
        double[] moved = at.clone();
        moved[parameter] *= 1 + part;
        return moved;
    }

    /**
     * {@return the interval of a quantity told from the model, by the delta method: the quantity and so many standard
     * errors on either side; no data where the data do not identify the parameters}
     *
     * @param quantity tells a finite number from a model, smooth in its parameters; of the customers it is about the
     *     mean, not what one customer will do
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of range
     */
    public Outcome<Interval> interval(ToDoubleFunction<? super M> quantity, double level) {
        double z = Normal.z(level);
        double value = quantity.applyAsDouble(model);
        return standardError(quantity)
                .map(se -> new Interval(value, value, value - z * se, value + z * se, level, "delta method", false));
    }

    private static <T> Outcome<T> noErrors() {
        return Outcome.noData("the data do not identify the parameters");
    }

    /**
     * {@return such as {@code r 0.2426 (SE 0.01256), alpha 4.414 (SE 0.3782), log-likelihood -9582.43, n 2357}}, with
     * its diagnostics
     */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        estimates.forEach(estimate -> parts.add(estimate.toString()));
        parts.add(String.format(Locale.ROOT, "log-likelihood %.2f", logLikelihood));
        parts.add("n " + n);
        diagnostics.forEach(told -> parts.add(told.toString()));
        return String.join(", ", parts);
    }
}
