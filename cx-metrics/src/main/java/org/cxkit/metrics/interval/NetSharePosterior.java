package org.cxkit.metrics.interval;

import java.io.Serializable;
import java.util.Locale;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.math.Roots;
import org.cxkit.metrics.wording.Sentence;

/**
 * What is believed of a net share after some answers: the difference of two shares of a Dirichlet distribution.
 *
 * <p>All figures are on the scale of the net share, from -1 to 1. Nothing is simulated: mean and standard deviation
 * are closed forms; probabilities are integrals, to some 1e-12 of themselves for up to a million answers and 1e-6 for
 * any number, and quantiles their inverses, in some milliseconds. Immutable, value-based and thread-safe.
 *
 * <p>Source: A. Gelman, J. B. Carlin, H. S. Stern, D. B. Dunson, A. Vehtari, D. B. Rubin, "Bayesian Data Analysis",
 * 3rd edition, 2013, section 3.4.
 *
 * @param minus how many answers count as -1, not negative; need not be a whole number where answers have weights
 * @param zero how many answers count as 0, not negative
 * @param plus how many answers count as +1, not negative
 * @param prior what was believed before
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 */
public record NetSharePosterior(double minus, double zero, double plus, NetSharePrior prior, long missing, long invalid)
        implements Serializable {

    /** The error allowed of a quantile, in standard deviations: that of the probabilities, and less. */
    private static final double TOLERANCE = 1e-13;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public NetSharePosterior {
        if (!(minus >= 0 && zero >= 0 && plus >= 0 && minus + zero + plus < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "wanted counts that are not negative, got " + minus + ", " + zero + " and " + plus);
        }
        if (missing < 0 || invalid < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: missing=" + missing + ", invalid=" + invalid);
        }
    }

    /**
     * Makes what is believed after answers of which none was missing or invalid.
     *
     * @param minus how many answers count as -1, not negative
     * @param zero how many answers count as 0, not negative
     * @param plus how many answers count as +1, not negative
     * @param prior what was believed before
     * @throws IllegalArgumentException if a count is negative or not finite
     */
    public NetSharePosterior(double minus, double zero, double plus, NetSharePrior prior) {
        this(minus, zero, plus, prior, 0, 0);
    }

    /** {@return the number of answers, the n of this posterior; with none it is the prior} */
    public double answers() {
        return minus + zero + plus;
    }

    /** {@return the mean, from -1 to 1} */
    public double mean() {
        return (plus + prior.plus() - minus - prior.minus()) / total();
    }

    /** {@return the standard deviation, from 0 to 1} */
    public double sd() {
        double up = (plus + prior.plus()) / total();
        double same = (zero + prior.zero()) / total();
        double down = (minus + prior.minus()) / total();
        double mean = mean();
        // the three deviations, not E(x^2) - E(x)^2: no cancellation where nearly all say the same
        double variance = up * (1 - mean) * (1 - mean) + same * mean * mean + down * (1 + mean) * (1 + mean);
        return Math.sqrt(variance / (total() + 1));
    }

    private double total() {
        return answers() + prior.minus() + prior.zero() + prior.plus();
    }

    /**
     * {@return the probability that the net share is above a value}
     *
     * @param share the value; all is above -1 and nothing above 1
     * @throws IllegalArgumentException if it is NaN
     */
    public double probabilityAbove(double share) {
        if (Double.isNaN(share)) {
            throw new IllegalArgumentException("wanted a net share, got NaN");
        }
        return share < 0 ? mirrored().below(Math.min(-share, 1)) : contrast().above(Math.min(share, 1));
    }

    /**
     * {@return the probability that the net share is below a value}
     *
     * @param share the value; nothing is below -1 and all below 1
     * @throws IllegalArgumentException if it is NaN
     */
    public double probabilityBelow(double share) {
        if (Double.isNaN(share)) {
            throw new IllegalArgumentException("wanted a net share, got NaN");
        }
        return share > 0 ? contrast().below(Math.min(share, 1)) : mirrored().above(Math.min(-share, 1));
    }

    /** {@return the probability that there are more pluses than minuses} */
    public double probabilityPositive() {
        return probabilityAbove(0);
    }

    /**
     * {@return the net share that is not exceeded with a probability; 0.5 for the median}
     *
     * @param probability above 0 and below 1
     * @throws IllegalArgumentException if the probability is outside of its range
     */
    public double quantile(double probability) {
        Probability.inside("a probability", probability);
        return quantile(probability, 1 - probability);
    }

    /**
     * {@return the credible interval with equal tails, about the mean}
     *
     * @param level the probability that the net share is within, above 0 and below 1
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        double tail = Normal.tail(level);
        double low = quantile(tail, 1 - tail);
        // of a million million answers the noise is more than the smallest levels need
        double high = Math.max(low, quantile(1 - tail, tail));
        return Interval.of(mean(), mean(), low, high, level, "Bayes");
    }

    /** {@return the quantile with these probabilities below and above it, both given so that neither is rounded off} */
    private double quantile(double below, double above) {
        boolean upper = above <= below;
        if (upper ? above < probabilityAbove(0) : below > probabilityBelow(0)) {
            return positiveQuantile(contrast(), below, above);
        }
        boolean zero = upper ? above == probabilityAbove(0) : below == probabilityBelow(0);
        return zero ? 0 : -positiveQuantile(mirrored(), above, below);
    }

    /** By the smaller of the two tails, which keeps its digits. */
    private double positiveQuantile(DirichletContrast contrast, double below, double above) {
        return Roots.between(
                share -> above <= below ? contrast.above(share) - above : below - contrast.below(share),
                0,
                1,
                TOLERANCE * sd());
    }

    private DirichletContrast contrast() {
        return new DirichletContrast(minus + prior.minus(), zero + prior.zero(), plus + prior.plus());
    }

    private DirichletContrast mirrored() {
        return new DirichletContrast(plus + prior.plus(), zero + prior.zero(), minus + prior.minus());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "net share %s %s, positive with probability %s, n %s after %s",
                Sentence.number(mean(), 4),
                interval(Sentence.LEVEL).inBrackets(4),
                Sentence.number(probabilityPositive(), 4),
                Sentence.number(answers(), 0),
                prior + Sentence.dirty(missing, invalid));
    }
}
