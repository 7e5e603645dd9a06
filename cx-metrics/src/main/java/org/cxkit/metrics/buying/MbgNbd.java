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
 * The modified beta-geometric/NBD model of buying: as {@link BgNbd}, but customers may leave after their first purchase
 * already.
 *
 * <p>Purchases come at random at a rate of the Gamma distribution with shape r and inverse scale alpha; after each
 * purchase, the first one too, a customer leaves with a probability of the Beta distribution with a and b. With x repeat
 * purchases, the last at t (0 without any), and age T, a history has the likelihood
 *
 * <pre>Gamma(r + x) / Gamma(r) alpha^r (
 *     B(a, b + x + 1) / B(a, b) (alpha + T)^-(r + x) + B(a + 1, b + x) / B(a, b) (alpha + t)^-(r + x))</pre>
 *
 * <p>P(alive) is the share of the first term. A customer alive has a rate of the Gamma distribution with r + x and
 * alpha + T and a probability p to leave of the Beta distribution with a and b + x + 1; all else is as in {@link BgNbd}.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * <p>Source: E. P. Batislam, M. Denizel, A. Filiztekin, "Empirical Validation and Comparison of Models for Customer Base
 * Analysis", International Journal of Research in Marketing 24(3), 2007.
 *
 * @param r the shape of the purchase rates over customers, above 0
 * @param alpha their inverse scale, in units of time, above 0; the mean rate is {@code r / alpha}
 * @param a the first parameter of the probabilities to leave, above 0; their mean is {@code a / (a + b)}
 * @param b the second parameter of the probabilities to leave, above 0
 * @param unit the unit of time that alpha is stated in
 */
public record MbgNbd(double r, double alpha, double a, double b, RatePeriod unit) implements BuyingModel, Serializable {
    private static final int FIRST_CHANCES = 1;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if one is not above 0 and finite
     */
    public MbgNbd {
        Objects.requireNonNull(unit, "unit");
        BetaGeometric.check("MBG/NBD", r, alpha, a, b);
    }

    /**
     * {@return the likeliest MBG/NBD of these customers}
     *
     * <p>Where they all seem to leave, or to buy, with one probability or at one rate, the likelihood is flat towards a
     * and b, or r and alpha, without end: the fit holds values so large that its log-likelihood cannot be told from the
     * highest, and says so by its diagnostics.
     *
     * @param tally histories of customers; its unit becomes that of the model
     * @throws IllegalArgumentException if no customer has a repeat purchase
     */
    public static Fit<MbgNbd> fit(RfmTally tally) {
        return fit(tally, false);
    }

    /**
     * {@return the same to the last bit, by more than one thread if wanted}
     *
     * @param tally histories of customers; its unit becomes that of the model
     * @param parallel whether the common pool may help with large tallies
     * @throws IllegalArgumentException if no customer has a repeat purchase
     */
    public static Fit<MbgNbd> fit(RfmTally tally, boolean parallel) {
        RatePeriod unit = tally.unit();
        return Fit.of(
                new BetaGeometricLikelihood(tally, FIRST_CHANCES, parallel),
                at -> new MbgNbd(at[0], at[1], at[2], at[3], unit),
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

    /** {@return such as {@code MBG/NBD with r 0.2426, alpha 4.414 weeks, a 0.7929, b 2.426}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "MBG/NBD with r %.4g, alpha %.4g %ss, a %.4g, b %.4g",
                r,
                alpha,
                unit.name().toLowerCase(Locale.ROOT),
                a,
                b);
    }
}
