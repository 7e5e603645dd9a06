package org.cxkit.metrics.buying;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * The beta-geometric/NBD model of buying: customers buy at rates of their own, and after each repeat purchase leave for
 * ever with a probability of their own.
 *
 * <p>Purchases come at random at a rate of the Gamma distribution with shape r and inverse scale alpha; after each
 * repeat purchase a customer leaves with a probability of the Beta distribution with a and b. One who never bought
 * again is therefore alive for certain; {@link MbgNbd} drops that. With x repeat purchases, the last at t, and age T, a
 * history has the likelihood
 *
 * <pre>Gamma(r + x) / Gamma(r) alpha^r (
 *     B(a, b + x) / B(a, b) (alpha + T)^-(r + x) + [x > 0] B(a + 1, b + x - 1) / B(a, b) (alpha + t)^-(r + x))</pre>
 *
 * <p>P(alive) is the share of the first term. A customer alive has a rate of the Gamma distribution with r + x and
 * alpha + T and a probability p to leave of the Beta distribution with a and b + x; so with tau = t / (alpha + T) it is
 * {@code P(alive) E (1 + p tau)^-(r + x)} after the time t, and {@code P(alive) E (1 - (1 + p tau)^-(r + x)) / p}
 * purchases are expected in it. Both are sums of positive terms or integrals here, good to 1e-11 of themselves, at a = 1
 * too.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "'Counting Your Customers' the Easy Way: An Alternative to the
 * Pareto/NBD Model", Marketing Science 24(2), 2005; the integrals over p are theirs before they are solved.
 *
 * @param r the shape of the purchase rates over customers, above 0
 * @param alpha their inverse scale, in units of time, above 0; the mean rate is {@code r / alpha}
 * @param a the first parameter of the probabilities to leave, above 0; their mean is {@code a / (a + b)}
 * @param b the second parameter of the probabilities to leave, above 0
 * @param unit the unit of time that alpha is stated in
 */
public record BgNbd(double r, double alpha, double a, double b, RatePeriod unit) implements BuyingModel, Serializable {
    private static final int FIRST_CHANCES = 0;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if one is not above 0 and finite
     */
    public BgNbd {
        Objects.requireNonNull(unit, "unit");
        BetaGeometric.check("BG/NBD", r, alpha, a, b);
    }

    /**
     * {@return the likeliest BG/NBD of these customers}
     *
     * <p>Where they all seem to leave, or to buy, with one probability or at one rate, the likelihood is flat towards a
     * and b, or r and alpha, without end: the fit holds values so large that its log-likelihood cannot be told from the
     * highest, and says so by its diagnostics.
     *
     * @param tally histories of customers; its unit becomes that of the model
     * @throws IllegalArgumentException if no customer has a repeat purchase
     */
    public static Fit<BgNbd> fit(RfmTally tally) {
        return fit(tally, false);
    }

    /**
     * {@return the same to the last bit, by more than one thread if wanted}
     *
     * @param tally histories of customers; its unit becomes that of the model
     * @param parallel whether the common pool may help with large tallies
     * @throws IllegalArgumentException if no customer has a repeat purchase
     */
    public static Fit<BgNbd> fit(RfmTally tally, boolean parallel) {
        RatePeriod unit = tally.unit();
        return Fit.of(
                new BetaGeometricLikelihood(tally, FIRST_CHANCES, parallel),
                at -> new BgNbd(at[0], at[1], at[2], at[3], unit),
                tally.customers());
    }

    private BetaGeometric model() {
        return new BetaGeometric(r, alpha, a, b, FIRST_CHANCES);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        return model().logLikelihood(history.in(unit));
    }

    @Override
    public double alive(PurchaseHistory history, TimeSpan ahead) {
        return model().alive(history.in(unit), ahead.in(unit));
    }

    @Override
    public double[] alive(RfmTally tally, TimeSpan ahead) {
        return model().alive(tally, ahead, unit);
    }

    @Override
    public double purchases(PurchaseHistory history, TimeSpan ahead) {
        return model().purchases(history.in(unit), ahead.in(unit));
    }

    @Override
    public double[] purchases(RfmTally tally, TimeSpan ahead) {
        return model().purchases(tally, ahead, unit);
    }

    @Override
    public double discountedPurchases(PurchaseHistory history, Rate discount) {
        return model().discountedPurchases(history.in(unit), discount, unit);
    }

    @Override
    public double purchases(TimeSpan since) {
        return model().purchases(since.in(unit));
    }

    @Override
    public double probability(int count, TimeSpan since) {
        return model().probability(count, since.in(unit));
    }

    /**
     * {@return the history of a new customer, drawn from the model}
     *
     * @param observed how long the customer is observed from the first purchase on
     * @param random where chance comes from; the same state gives the same history
     */
    public PurchaseHistory simulate(TimeSpan observed, RandomGenerator random) {
        return model().simulate(observed.in(unit), unit, random);
    }

    /** {@return such as {@code BG/NBD with r 0.2426, alpha 4.414 weeks, a 0.7929, b 2.426}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "BG/NBD with r %.4g, alpha %.4g %ss, a %.4g, b %.4g",
                r,
                alpha,
                unit.name().toLowerCase(Locale.ROOT),
                a,
                b);
    }
}
