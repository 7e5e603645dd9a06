package org.cxkit.metrics.fit;

import java.util.List;

/**
 * The logarithm of how likely data are under a model, as a smooth function of the model's positive parameters.
 *
 * <p>Implement it to fit a model of your own by {@link Fit#of}. All derivatives are with respect to the parameters
 * themselves, not their logarithms.
 */
public interface LogLikelihood {

    /** {@return the parameters, in the order in which all arrays hold them} */
    List<FreeParameter> parameters();

    /**
     * {@return the log-likelihood alone; negative infinity where the data are impossible, never NaN}
     *
     * @param parameters a value for each parameter, within its bounds; not altered
     */
    double value(double[] parameters);

    /**
     * {@return the log-likelihood, having written its first and second derivatives}
     *
     * @param parameters a value for each parameter, within its bounds; not altered
     * @param gradient where the first derivatives go; all are overwritten
     * @param hessian where the second derivatives go, row by row, both halves; all are overwritten
     */
    double derivatives(double[] parameters, double[] gradient, double[][] hessian);

    /**
     * {@return what the data cannot tell, in the words of the model}
     *
     * @param found the diagnostics of the search, which name parameters; unmodifiable
     * @param parameters the likeliest parameters; not altered
     */
    default List<FitDiagnostic> explained(List<FitDiagnostic> found, double[] parameters) {
        return found;
    }
}
