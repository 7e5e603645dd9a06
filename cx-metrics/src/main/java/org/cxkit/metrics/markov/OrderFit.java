package org.cxkit.metrics.markov;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.Outcome;

/**
 * How well a chain of one order tells which journeys convert, and how well it fits them for the parameters that it has.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param order how many touches make a state
 * @param states how many distinct states were observed
 * @param parameters the free parameters: for the start and for each observed state the distinct successors that were
 *     observed, ends among them, less one
 * @param symbols the touches and ends of all journeys
 * @param logLikelihood the natural logarithm of the likelihood of all journeys from their start to their end, repeated
 *     touches among them
 * @param auc the area under the ROC curve in sample, from 0 to 1; no data where all journeys ended in the same way
 * @param outOfSampleAuc the same for journeys that the scores were not told from; no data where no fold has journeys
 *     that converted and others that were lost
 */
public record OrderFit(
        int order,
        long states,
        long parameters,
        long symbols,
        double logLikelihood,
        Outcome<Double> auc,
        Outcome<Double> outOfSampleAuc)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no symbol, or the logarithm is not finite
     */
    public OrderFit {
        Objects.requireNonNull(auc, "auc");
        Objects.requireNonNull(outOfSampleAuc, "outOfSampleAuc");
        if (symbols < 1 || !Double.isFinite(logLikelihood)) {
            throw new IllegalArgumentException("at least one symbol and a finite likelihood wanted, got " + symbols
                    + " symbols and " + logLikelihood);
        }
    }

    /** {@return the Bayesian information criterion, -2 log L + parameters ln symbols: the smaller the better} */
    public double bic() {
        return -2 * logLikelihood + parameters * Math.log((double) symbols);
    }
}
