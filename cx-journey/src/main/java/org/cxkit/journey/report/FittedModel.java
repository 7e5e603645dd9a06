package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.ParameterEstimate;

/**
 * A model that was fitted to data, as a report tells it.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param data what the model is of, and which data it was fitted to
 * @param model the model with its parameters in words
 * @param n how many customers it was fitted to
 * @param logLikelihood the logarithm of the likelihood of the data
 * @param estimates its parameters, with their standard errors and intervals
 * @param diagnostics what the data could not tell; empty in the best case
 */
public record FittedModel(
        String data,
        String model,
        long n,
        double logLikelihood,
        List<ParameterEstimate> estimates,
        List<FitDiagnostic> diagnostics)
        implements Serializable {

    /** Copies the lists. */
    public FittedModel {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(model, "model");
        estimates = List.copyOf(estimates);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * {@return a fit as a report tells it}
     *
     * @param data what the model is of, and which data it was fitted to
     * @param fit the fit
     */
    public static FittedModel of(String data, Fit<?> fit) {
        return new FittedModel(
                data, String.valueOf(fit.model()), fit.n(), fit.logLikelihood(), fit.estimates(), fit.diagnostics());
    }

    /** {@return what the data could not tell, or that they could tell all} */
    public String verdict() {
        return diagnostics.isEmpty()
                ? "identified"
                : diagnostics.stream().map(FitDiagnostic::toString).collect(Collectors.joining("; "));
    }

    /** {@return the model with its parameters, their standard errors and what the data could not tell} */
    @Override
    public String toString() {
        return Stream.concat(
                        estimates.stream().map(ParameterEstimate::toString),
                        diagnostics.stream().map(FitDiagnostic::toString))
                .collect(Collectors.joining(", ", data + ": " + model + "; ", ", n " + n));
    }
}
