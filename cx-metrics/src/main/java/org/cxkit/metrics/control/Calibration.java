package org.cxkit.metrics.control;

import java.io.Serializable;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.wording.Sentence;

/**
 * Phase I of control: the periods from which it is told what is normal.
 *
 * <p>Centre and variance are pooled over all answers. Periods without answers count for nothing. The dispersion test
 * says whether periods differ by more than chance, in which case the plain chart cries wolf and {@link #laney()} is
 * the baseline to use. Immutable, value-based and thread-safe.
 *
 * <p>Source: D. B. Laney, "Improved Control Charts for Attributes", Quality Engineering 14(4), 2002, for sigma z; G. W.
 * Snedecor, W. G. Cochran, "Statistical Methods", 8th edition, Iowa State University Press, 1989, for the test of
 * homogeneity.
 *
 * @param what the metric
 * @param periods the calibration periods, in order of time
 */
public record Calibration(Characteristic what, List<Subgroup> periods) implements Serializable {

    /** The mean moving range of two normal values, in standard deviations, as Laney rounds it. */
    private static final double D2 = 1.128;

    /**
     * Checks that the metric can have these means.
     *
     * @throws IllegalArgumentException naming the first period whose mean is out of the range of the scores
     */
    public Calibration {
        periods = List.copyOf(periods);
        for (int i = 0; i < periods.size(); i++) {
            Subgroup period = periods.get(i);
            if (period.n() > 0 && !(period.mean() >= what.lowest() && period.mean() <= what.highest())) {
                throw new IllegalArgumentException("periods[" + i + "] is no period of " + what + ": its mean must be"
                        + " within " + what.lowest() + ".." + what.highest() + ", got " + period.mean());
            }
        }
    }

    /**
     * {@return the calibration by these periods}
     *
     * @param what the metric
     * @param periods the periods, in order of time
     * @throws IllegalArgumentException naming the first period whose mean is out of the range of the scores
     */
    public static Calibration of(Characteristic what, List<Subgroup> periods) {
        return new Calibration(what, periods);
    }

    /**
     * {@return all answers together}
     *
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public Subgroup total() {
        return periods.stream().reduce(Subgroup.EMPTY, Subgroup::plus);
    }

    /** {@return the number of valid answers} */
    public long n() {
        return total().n();
    }

    /**
     * {@return the baseline that takes periods to differ by chance alone}
     *
     * @throws IllegalStateException if there are no answers, or all score the same, so that nothing says what is
     *     normal
     */
    public Baseline baseline() {
        Subgroup total = total();
        double centre = total.mean();
        double variance = total.variance();
        if (variance == 0) {
            throw new IllegalStateException("the calibration of " + what + " does not vary: all of its " + total.n()
                    + " answers score " + Sentence.number(centre, 0));
        }
        return Baseline.given(what, centre, Math.sqrt(variance));
    }

    /**
     * {@return the baseline of a p′ chart, its spread times {@link #sigmaZ()}}
     *
     * @throws IllegalStateException if there is no baseline, or sigma z is unknown or 0
     */
    public Baseline laney() {
        Baseline plain = baseline();
        double sigmaZ = sigmaZ().toOptional().orElse(0.0);
        if (sigmaZ == 0) {
            throw new IllegalStateException(
                    "sigma z of " + what + " must be above 0: the calibration needs two periods that differ");
        }
        return new Baseline(what, plain.centre(), plain.sd(), sigmaZ);
    }

    /**
     * {@return the baseline that the dispersion asks for: {@link #laney()} where periods vary by more than chance, else
     * {@link #baseline()}}
     *
     * @param alpha the risk of asking for p′ without need, above 0 and below 1; usually 0.05
     * @throws IllegalStateException if there is no baseline
     * @throws IllegalArgumentException if the risk is out of its range
     */
    public Baseline advised(double alpha) {
        return overdispersed(alpha) && sigmaZ().toOptional().orElse(0.0) > 1 ? laney() : baseline();
    }

    /**
     * {@return how many times wider than by chance the metric varies from one period to the next: the mean moving range
     * of {@code z} over 1.128; about 1 by chance alone; no data below two periods with answers, or if no answers vary}
     */
    public Outcome<Double> sigmaZ() {
        double[] z = z();
        if (z.length < 2) {
            return Outcome.noData("sigma z needs two periods with answers that vary");
        }
        double sum = 0;
        for (int i = 1; i < z.length; i++) {
            sum += Math.abs(z[i] - z[i - 1]);
        }
        return Outcome.of(sum / (z.length - 1) / D2);
    }

    /**
     * {@return the dispersion index: the sum of {@code z²} over the periods with answers less 1; about 1 by chance alone;
     * no data below two periods with answers, or if no answers vary}
     */
    public Outcome<Double> dispersion() {
        double[] z = z();
        return z.length < 2
                ? Outcome.noData("the dispersion needs two periods with answers that vary")
                : Outcome.of(sumOfSquares(z) / (z.length - 1));
    }

    /**
     * {@return the probability that chance alone makes the periods differ at least so much, from 1e-300 to 1: the upper tail
     * of chi-squared; no data where the dispersion has none}
     */
    public Outcome<Double> dispersionPValue() {
        return dispersion().map(index -> {
            double freedom = z().length - 1.0;
            return PValue.of(ChiSquaredDistribution.of(freedom).survivalProbability(index * freedom));
        });
    }

    /**
     * {@return whether periods differ by more than chance, so that a p′ chart is due}
     *
     * @param alpha the risk to say so without need, above 0 and below 1; usually 0.05
     * @throws IllegalArgumentException if the risk is out of its range
     */
    public boolean overdispersed(double alpha) {
        Probability.inside("the risk", alpha);
        return dispersionPValue().toOptional().orElse(1.0) < alpha;
    }

    /** The standardised means of the periods with answers; none if there are no answers or they do not vary. */
    private double[] z() {
        Subgroup total = total();
        if (total.n() == 0 || total.variance() == 0) {
            return new double[0];
        }
        double centre = total.mean();
        double sd = Math.sqrt(total.variance());
        return periods.stream()
                .filter(period -> period.n() > 0)
                .mapToDouble(period -> (period.mean() - centre) / (sd / Math.sqrt((double) period.n())))
                .toArray();
    }

    private static double sumOfSquares(double[] z) {
        double sum = 0;
        for (double each : z) {
            sum += each * each;
        }
        return sum;
    }

    /** {@return a sentence with the centre, the dispersion and the counts} */
    @Override
    public String toString() {
        Subgroup total = total();
        String centre = total.n() == 0 ? "undefined" : Sentence.number(total.mean(), 4);
        String spread = dispersion()
                .toOptional()
                .map(index -> ", dispersion " + Sentence.number(index, 2))
                .orElse("");
        return "calibration of " + what + " " + centre + spread + ", " + Sentence.count(periods.size(), "period")
                + ", n " + total.n() + Sentence.dirty(total.missing(), total.invalid());
    }
}
