package org.cxkit.metrics.spend;

import java.io.Serializable;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.math.Draw;

/**
 * What customers spend in a purchase: around a mean of their own, which differs among them (the Gamma-Gamma model).
 *
 * <p>What a customer spends in a purchase is Gamma distributed with shape p and a rate of his or her own; rates are
 * Gamma distributed among customers with shape q and scale 1/v. The mean of a customer is taken not to depend on how
 * often he or she buys: ask {@link SpendCorrelation} whether that holds. Amounts are in the major unit of the currency;
 * doubles are inside only, and money that leaves is unrounded, for the caller to round once. Immutable, value-based and
 * thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, "The Gamma-Gamma Model of Monetary Value", 2013; P. S. Fader, B. G. S.
 * Hardie, K. L. Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research
 * 42(4), 2005.
 *
 * @param p the shape of a customer's spend, above 0
 * @param q the shape of what differs among customers, above 0; the population has a mean for q above 1
 * @param v the scale, in the major unit of the currency, above 0
 * @param currency the currency
 */
public record GammaGamma(double p, double q, double v, Currency currency) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public GammaGamma {
        Objects.requireNonNull(currency, "currency");
        if (!(p > 0 && q > 0 && v > 0 && p < Double.POSITIVE_INFINITY)
                || q == Double.POSITIVE_INFINITY
                || v == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "p, q and v must be finite and above 0, got " + p + ", " + q + " and " + v);
        }
    }

    /**
     * {@return the likeliest model of this spend, with a diagnostic where its population has no mean}
     *
     * @param tally customers with their repeat purchases and what they spent in them
     * @throws IllegalArgumentException if nobody spent anything in a repeat purchase
     */
    public static Fit<GammaGamma> fit(SpendTally tally) {
        if (tally.customers() == 0) {
            throw new IllegalArgumentException("customers with repeat spend wanted, got " + tally);
        }
        return Fit.of(
                new SpendLikelihood(tally),
                at -> new GammaGamma(at[0], at[1], at[2], tally.currency()),
                tally.customers());
    }

    /**
     * {@return the log-likelihood of this spend, customers without repeat spend left out}
     *
     * @param tally customers with their repeat purchases and what they spent in them, in this currency
     * @throws IllegalArgumentException if the currency is another
     */
    public double logLikelihood(SpendTally tally) {
        if (!tally.currency().equals(currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + tally.currency());
        }
        return new SpendLikelihood(tally).value(new double[] {p, q, v});
    }

    /**
     * {@return the mean spend of the population, {@code p v / (q - 1)}, in the major unit of the currency; no data where
     * q is not above 1}
     */
    public Outcome<Double> meanSpend() {
        return q > 1
                ? Outcome.of(p * v / (q - 1))
                : Outcome.noData(
                        "the mean spend of the population does not exist for q " + q + ", which is not above 1");
    }

    /**
     * {@return what a customer is expected to spend in a purchase, {@code p (v + s) / (px + q - 1)}, in the major unit of
     * the currency: between the mean of the population, which it is without a repeat purchase, and the customer's own; no
     * data where q is too low for a mean}
     *
     * @param repeatPurchases how often he or she bought again (x), not negative
     * @param total what these repeat purchases came to together (s), in the major unit; 0 where there is none
     * @throws IllegalArgumentException if a number is negative or not finite, or there is spend without a repeat
     *     purchase
     */
    public Outcome<Double> meanSpend(int repeatPurchases, double total) {
        if (repeatPurchases < 0 || !(total >= 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("repeat purchases and their finite total must not be negative, got "
                    + repeatPurchases + " and " + total);
        }
        if (repeatPurchases == 0 && total != 0) {
            throw new IllegalArgumentException("no repeat spend wanted without a repeat purchase, got " + total);
        }
        if (repeatPurchases == 0) {
            return meanSpend();
        }
        double rest = p * repeatPurchases + (q - 1);
        return rest > 0
                ? Outcome.of(p * (v + total) / rest)
                : Outcome.noData("the mean spend does not exist for q " + q + " after " + repeatPurchases
                        + (repeatPurchases == 1 ? " repeat purchase" : " repeat purchases"));
    }

    /**
     * {@return what a customer is expected to spend in a purchase, as money that is not rounded yet; no data where q is too low
     * for a mean}
     *
     * @param repeatPurchases how often he or she bought again, not negative
     * @param total what these repeat purchases came to together; nothing where there is none
     * @throws IllegalArgumentException if a number is negative, the currency is another, or there is spend without a
     *     repeat purchase
     */
    public Outcome<Money> meanSpend(int repeatPurchases, Money total) {
        if (!total.currency().equals(currency)) {
            throw new IllegalArgumentException("wanted spend in " + currency + ", got " + total);
        }
        return meanSpend(repeatPurchases, total.amount().doubleValue()).map(mean -> Money.ofDouble(mean, currency));
    }

    /**
     * {@return what customers of this model spend}
     *
     * @param repeatPurchases how often each customer bought again, one a row; not altered
     * @param random where chance comes from; the same seed gives the same spend
     * @throws IllegalArgumentException if a number is negative
     */
    public SpendTally simulate(int[] repeatPurchases, RandomGenerator random) {
        SpendAccumulator accumulator = SpendAccumulator.create(currency);
        double minor = accumulator.result().minor();
        for (int x : repeatPurchases) {
            double rate = Math.exp(Draw.logGamma(q, random)) / v;
            double total = x > 0 ? Math.exp(Draw.logGamma(p * x, random)) / rate : 0;
            accumulator.addMinor(x, Math.round(total / minor));
        }
        return accumulator.result();
    }

    /** {@return such as {@code Gamma-Gamma with p 6.250, q 3.744 and v 15.44 USD}} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Gamma-Gamma with p %.4g, q %.4g and v %.4g %s", p, q, v, currency);
    }
}
