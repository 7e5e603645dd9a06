package org.cxkit.metrics.weight;

import org.cxkit.metrics.wording.Sentence;

/**
 * Weights found by {@link Raking}, and what they cost in precision.
 *
 * <p>They sum to the total of the targets. Immutable and thread-safe; {@code toString} is a sentence.
 */
public final class RakedWeights {
    private final double[] weights;
    private final int sweeps;
    private final int trimmed;
    private final WeightedCount sample;

    RakedWeights(double[] weights, int sweeps, int trimmed) {
        this.weights = weights;
        this.sweeps = sweeps;
        this.trimmed = trimmed;
        this.sample = WeightedCount.of(weights);
    }

    /** {@return the weight of each respondent, in their order; the caller's own} */
    public double[] weights() {
        return weights.clone();
    }

    /** {@return how often all variables were gone through} */
    public int sweeps() {
        return sweeps;
    }

    /** {@return how many respondents had a weight that was moved to a bound} */
    public int trimmed() {
        return trimmed;
    }

    /** {@return the number of respondents with a weight above 0, their effective number, and the design effect} */
    public WeightedCount sample() {
        return sample;
    }

    /** {@return a sentence with the number of respondents, the design effect, the sweeps and the trimmed weights} */
    @Override
    public String toString() {
        return "weights of " + sample + ", design effect " + Sentence.number(sample.designEffect(), 3) + ", after "
                + Sentence.count(sweeps, "sweep") + ", " + trimmed + " trimmed";
    }
}
