package org.cxkit.metrics.renewal;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.cxkit.core.money.Compounding;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.math.BetaSurvival;

/**
 * How long customers under a contract stay, where each leaves at every renewal decision with a probability of his or
 * her own: the shifted beta-geometric model (sBG).
 *
 * <p>The probabilities to leave are Beta(alpha, beta) among customers. Those likely to leave do so first, so the
 * retention of a cohort rises from decision to decision although nobody grows more loyal. Immutable, value-based and
 * thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1),
 * 2007; "Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring Heterogeneity", Marketing Science
 * 29(1), 2010, for the discounted lifetimes.
 *
 * @param alpha the weight of leaving, above 0
 * @param beta the weight of staying, above 0
 * @param period how long a contract runs from one decision to the next
 */
public record ShiftedBetaGeometric(double alpha, double beta, RatePeriod period) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if alpha or beta is not finite and above 0
     */
    public ShiftedBetaGeometric {
        Objects.requireNonNull(period, "period");
        if (!(alpha > 0 && beta > 0 && alpha + beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "alpha and beta must be finite and above 0, got " + alpha + " and " + beta);
        }
    }

    /**
     * {@return the likeliest model of these renewals}
     *
     * @param tally customers of one cohort or of several
     * @throws IllegalArgumentException if no customer was seen at a decision
     */
    public static Fit<ShiftedBetaGeometric> fit(RenewalTally tally) {
        if (tally.decisions() == 0) {
            throw new IllegalArgumentException(
                    "customers seen at a renewal decision wanted, got " + tally.customers() + " seen at none");
        }
        return Fit.of(
                new RenewalLikelihood(tally),
                at -> new ShiftedBetaGeometric(at[0], at[1], tally.period()),
                tally.customers());
    }

    /**
     * {@return the log-likelihood of these renewals}
     *
     * @param tally customers of one cohort or of several, with contracts of the same period
     * @throws IllegalArgumentException if their period is another
     */
    public double logLikelihood(RenewalTally tally) {
        if (tally.period() != period) {
            throw new IllegalArgumentException("one period wanted, got " + period + " and " + tally.period());
        }
        return new RenewalLikelihood(tally).value(new double[] {alpha, beta});
    }

    /**
     * {@return S(t), the share of new customers who are still there after so many decisions, from 0 to 1}
     *
     * @param decisions how many, from 0 to a million
     * @throws IllegalArgumentException if the number is out of its range
     */
    public double survival(int decisions) {
        return BetaSurvival.survived(beta, alpha, inRange("decisions", 0, decisions));
    }

    /**
     * {@return the share of those still there at this decision who renew, {@code (beta + t - 1) / (alpha + beta + t -
     * 1)}: it rises with t}
     *
     * @param decision which one, from 1 to a million
     * @throws IllegalArgumentException if the number is out of its range
     */
    public double retention(int decision) {
        double before = inRange("decision", 1, decision) - 1.0;
        return (beta + before) / (alpha + beta + before);
    }

    /**
     * {@return the probability of a new customer to leave at exactly this decision, from 0 to 1}
     *
     * @param decision which one, from 1 to a million
     * @throws IllegalArgumentException if the number is out of its range
     */
    public double churn(int decision) {
        int before = inRange("decision", 1, decision) - 1;
        return survival(before) * alpha / (alpha + beta + before);
    }

    /**
     * {@return the model of customers who have renewed so often: again shifted beta-geometric, with so much more weight
     * on staying}
     *
     * @param renewals how often, from 0 to a million
     * @throws IllegalArgumentException if the number is out of its range
     */
    public ShiftedBetaGeometric after(int renewals) {
        return new ShiftedBetaGeometric(alpha, beta + inRange("renewals", 0, renewals), period);
    }

    /**
     * {@return the expected number of periods that a new customer pays for, the first among them; no data where alpha is
     * not above 1, for it has no end then}
     *
     * <p>It is {@code (alpha + beta - 1) / (alpha - 1)}. Of customers who have renewed, ask {@link #after}.
     */
    public Outcome<Double> expectedLifetime() {
        return alpha > 1
                ? Outcome.of(beta / (alpha - 1) + 1)
                : Outcome.noData("the expected lifetime has no end for alpha " + alpha + ", which is not above 1");
    }

    /**
     * {@return the discounted expected lifetime (DEL) of a new customer: {@code Σ S(t) v^t} for t from 0, the first
     * period paid for now}
     *
     * <p>Times the margin of a period it is the lifetime value of a customer to be won.
     *
     * @param discount the rate of discount
     * @throws IllegalArgumentException if the sum has no end at this rate; the message says why
     */
    public double discountedLifetime(Rate discount) {
        double lost = lost(discount);
        if (lost > 0) {
            return BetaSurvival.discounted(beta, alpha, lost);
        }
        if (lost == 0 && alpha > 1) {
            return beta / (alpha - 1) + 1;
        }
        throw new IllegalArgumentException("the discounted lifetime has no end at " + discount
                + (lost == 0
                        ? " and alpha " + alpha + ": alpha above 1 wanted without discount"
                        : ": it must not grow"));
    }

    /**
     * {@return the discounted expected residual lifetime (DERL) of a customer just before his or her n-th renewal
     * decision: {@code Σ S(t) / S(n - 1) v^(t - n)} for t from n, the renewal that is due now not discounted}
     *
     * <p>Times the margin of a period it is what is left of the lifetime value.
     *
     * @param decision the n of the decision that is due, from 1 to a million
     * @param discount the rate of discount
     * @throws IllegalArgumentException if the number is out of its range or the sum has no end at this rate
     */
    public double discountedResidualLifetime(int decision, Rate discount) {
        return retention(decision) * after(decision).discountedLifetime(discount);
    }

    /** {@code 1 - v} with v the worth of a unit of money a period from now. */
    private double lost(Rate discount) {
        return -Math.expm1(-discount.as(Compounding.CONTINUOUS).per(period).value());
    }

    private static int inRange(String what, int least, int number) {
        if (number < least || number > RenewalTally.MOST_RENEWALS) {
            throw new IllegalArgumentException(
                    what + " must be from " + least + " to " + RenewalTally.MOST_RENEWALS + ", got " + number);
        }
        return number;
    }

    /**
     * {@return what this model makes customers do}
     *
     * @param customers how many, not negative
     * @param decisions how many decisions they are watched at, from 0 to a million
     * @param random where chance comes from; the same seed gives the same customers
     * @throws IllegalArgumentException if a number is out of its range
     */
    public RenewalTally simulate(int customers, int decisions, RandomGenerator random) {
        inRange("decisions", 0, decisions);
        if (customers < 0) {
            throw new IllegalArgumentException("customers must not be negative, got " + customers);
        }
        RenewalAccumulator accumulator = RenewalAccumulator.create(period);
        for (int i = 0; i < customers; i++) {
            // by the posterior of those who renewed so far, which needs no Beta variate
            int renewals = 0;
            while (renewals < decisions && random.nextDouble() < retention(renewals + 1)) {
                renewals++;
            }
            if (renewals < decisions) {
                accumulator.left(renewals, 1);
            } else {
                accumulator.active(renewals, 1);
            }
        }
        return accumulator.result();
    }

    /** {@return such as {@code shifted beta-geometric with alpha 0.7041 and beta 1.182, one decision a year}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "shifted beta-geometric with alpha %.4g and beta %.4g, one decision a %s",
                alpha,
                beta,
                period.name().toLowerCase(Locale.ROOT));
    }
}
