package org.cxkit.metrics.clv;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.buying.BuyingModel;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.ConvenienceChance;
import org.cxkit.metrics.fourc.ConvenienceCheck;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.CompensatedSum;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.RfmTally;
import org.cxkit.metrics.spend.GammaGamma;
import org.jspecify.annotations.Nullable;

/**
 * What each customer is expected to be worth from now on, in money and with how sure that is.
 *
 * <p>The value of a customer is {@code margin * D * E(M)}: D the discounted purchases to come (see {@link Horizon}), E(M)
 * the spend that is expected of one, given what the customer has bought and spent. It is gross of acquisition, service and
 * retention cost, and rounded once, half to even, to the minor unit of the currency. Immutable and thread-safe.
 *
 * <p>Standard errors and intervals are about these expected values, as far as the parameters of both fits are unsure; they
 * go by the delta method, the two fits taken as independent, as their models are. What one customer will really do varies
 * far more. Where the parameters are not identified there are none.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis",
 * Journal of Marketing Research 42(4), 2005.
 */
public final class LifetimeValues {
    private static final String NO_SPEND = "the spend of customers without a repeat purchase has no mean (q <= 1)";

    private final PurchaseHistories histories;
    private final Fit<? extends BuyingModel> buying;
    private final Fit<GammaGamma> spend;
    private final double margin;
    private final Horizon horizon;
    private final Currency currency;
    private final RfmTally tally;
    private final int[] index;

    /** The discounted purchases to come of each history of the tally. */
    private final double[] purchases;

    private volatile @Nullable Outcome<double[]> purchaseErrors;
    private volatile double @Nullable [] alive;

    private LifetimeValues(
            PurchaseHistories histories,
            Fit<? extends BuyingModel> buying,
            Fit<GammaGamma> spend,
            double margin,
            Horizon horizon,
            Currency currency) {
        this.histories = histories;
        this.buying = buying;
        this.spend = spend;
        this.margin = margin;
        this.horizon = horizon;
        this.currency = currency;
        tally = histories.tally();
        index = histories.indexIn(tally);
        purchases = horizon.discountedPurchases(buying.model(), tally);
    }

    /**
     * {@return the values of these customers}
     *
     * @param histories the customers; at least one
     * @param buying a fitted model of when they buy
     * @param spend a fitted model of what they spend, in the currency of the customers
     * @param margin what remains of a purchase before acquisition, service and retention cost: 0.4 is 40 per cent
     * @param horizon how far to look ahead, and how to discount
     * @throws IllegalArgumentException if there is no customer, customers and spend are in two currencies, or the
     *     discounted sum has no end; the message says why
     */
    public static LifetimeValues of(
            PurchaseHistories histories,
            Fit<? extends BuyingModel> buying,
            Fit<GammaGamma> spend,
            BigDecimal margin,
            Horizon horizon) {
        Currency currency = histories
                .currency()
                .filter(money -> histories.size() > 0)
                .orElseThrow(() -> new IllegalArgumentException("at least 1 customer wanted, got none"));
        Currency ofSpend = spend.model().currency();
        if (!ofSpend.equals(currency)) {
            throw new IllegalArgumentException(
                    "one currency wanted, got customers in " + currency + " and spend in " + ofSpend);
        }
        return new LifetimeValues(
                histories,
                Objects.requireNonNull(buying, "buying"),
                spend,
                margin.doubleValue(),
                Objects.requireNonNull(horizon, "horizon"),
                currency);
    }

    /** {@return how many customers there are} */
    public int size() {
        return index.length;
    }

    /** {@return the customers} */
    public PurchaseHistories histories() {
        return histories;
    }

    /** {@return the fitted model of buying} */
    public Fit<? extends BuyingModel> buying() {
        return buying;
    }

    /** {@return the fitted model of spend} */
    public Fit<GammaGamma> spend() {
        return spend;
    }

    /** {@return how far the values look ahead, and how they are discounted} */
    public Horizon horizon() {
        return horizon;
    }

    /**
     * {@return the customer of a row}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public CustomerId customer(int row) {
        return histories.customer(row);
    }

    /**
     * {@return the probability that the customer of a row is still alive}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double alive(int row) {
        return alive()[index[row]];
    }

    /** The probability of each history to be alive; told once, on demand. */
    private double[] alive() {
        double[] told = alive;
        if (told == null) {
            told = buying.model().alive(tally, new TimeSpan(0, buying.model().unit()));
            alive = told;
        }
        return told;
    }

    /**
     * {@return the discounted purchases to come of a row}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double discountedPurchases(int row) {
        return purchases[index[row]];
    }

    /**
     * {@return what a purchase of this row is expected to come to, in the major unit of the currency; no data without a
     * repeat purchase where the spend of the population has no mean}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Outcome<Double> expectedSpend(int row) {
        return expectedSpend(spend.model(), row);
    }

    private Outcome<Double> expectedSpend(GammaGamma model, int row) {
        int frequency = histories.frequency(row);
        // refunds may have taken more off than was spent
        return model.meanSpend(frequency, Math.max(0, major(histories.repeatSpendMinor(row))));
    }

    private double major(long minor) {
        return Money.ofMinor(minor, currency).amount().doubleValue();
    }

    /**
     * {@return the lifetime value of a row, gross of acquisition, service and retention cost}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Outcome<Money> value(int row) {
        return unrounded(row).map(this::money);
    }

    private Outcome<Double> unrounded(int row) {
        return expectedSpend(row).map(one -> margin * purchases[index[row]] * one);
    }

    private Money money(double value) {
        return Money.ofDouble(value, currency).rounded();
    }

    /**
     * {@return the standard error of the value of a row, in the major unit of the currency; no data where the value has
     * none or the parameters are not identified}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Outcome<Double> standardError(int row) {
        Outcome<double[]> ofPurchases = purchaseErrors();
        if (!(expectedSpend(row) instanceof Outcome.Value<Double> spent)) {
            return expectedSpend(row);
        }
        return ofPurchases instanceof Outcome.Value<double[]> errors
                ? spend.standardError(
                                model -> expectedSpend(model, row).toOptional().orElse(0.0))
                        .map(error -> Math.abs(margin)
                                * Math.hypot(
                                        errors.value()[index[row]] * spent.value(), discountedPurchases(row) * error))
                : ofPurchases.map(errors -> 0.0);
    }

    /** The standard errors of the discounted purchases of each history; told once, on demand. */
    private Outcome<double[]> purchaseErrors() {
        Outcome<double[]> told = purchaseErrors;
        if (told == null) {
            told = buying.standardErrors(model -> horizon.discountedPurchases(model, tally));
            purchaseErrors = told;
        }
        return told;
    }

    /**
     * {@return the interval of the value of a row, in the major unit of the currency; no data where the value has none or
     * the parameters are not identified}
     *
     * @param row from 0 to below {@link #size()}
     * @param level the confidence level, above 0 and below 1
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IllegalArgumentException if the level is out of range
     */
    public Outcome<Interval> interval(int row, double level) {
        return interval(unrounded(row), standardError(row), level);
    }

    /**
     * {@return the convenience check of a row against what the customer costs, with how probable it is to pass; no data
     * where the value has none or the parameters are not identified}
     *
     * <p>The costs are compared with the value before it is rounded.
     *
     * <p>The value is of the time to come, so the costs must be too: what was paid to win the customer is sunk.
     *
     * @param row from 0 to below {@link #size()}
     * @param costs what the customer costs from now on
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IllegalArgumentException if a cost is in another currency; the message names both amounts
     */
    public Outcome<ConvenienceChance> convenience(int row, CompanyCosts costs) {
        Outcome<Money> error = standardError(row).map(one -> Money.ofDouble(one, currency));
        return unrounded(row).map(one -> Money.ofDouble(one, currency)) instanceof Outcome.Value<Money> worth
                ? error.map(one -> ConvenienceChance.normal(check(worth.value(), costs), one))
                : error.map(none -> ConvenienceChance.normal(check(none, costs), none));
    }

    private static ConvenienceCheck check(Money value, CompanyCosts costs) {
        return ConvenienceCheck.of(Clv.gross(value), costs).under(CostBasis.EXISTING);
    }

    private static Outcome<Interval> interval(Outcome<Double> value, Outcome<Double> error, double level) {
        double z = Normal.z(level);
        return value instanceof Outcome.Value<Double> found
                ? error.map(se -> about(found.value(), z * se, level))
                : value.map(none -> about(none, 0, level));
    }

    private static Interval about(double value, double half, double level) {
        return new Interval(value, value, value - half, value + half, level, "delta method", false);
    }

    /** {@return the value of all customers together; no data where one of them has none} */
    public Outcome<Money> total() {
        return spent(purchases, spend.model()).map(sum -> money(margin * sum));
    }

    /** {@return what all customers are expected to spend, discounted} */
    private Outcome<Double> spent(double[] expected, GammaGamma model) {
        double[] sum = CompensatedSum.zeros(1);
        for (int row = 0; row < index.length; row++) {
            if (!(expectedSpend(model, row) instanceof Outcome.Value<Double> one)) {
                return Outcome.noData(NO_SPEND);
            }
            CompensatedSum.add(sum, 0, expected[index[row]] * one.value());
        }
        return Outcome.of(CompensatedSum.of(sum, 0));
    }

    /**
     * {@return the interval of the value of all customers together, in the major unit of the currency; no data where one
     * of them has no value or the parameters are not identified}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of range
     */
    public Outcome<Interval> totalInterval(double level) {
        Outcome<Double> all = spent(purchases, spend.model()).map(sum -> margin * sum);
        if (!(all instanceof Outcome.Value<Double>)) {
            return interval(all, all, level);
        }
        Outcome<Double> ofBuying =
                buying.standardError(model -> spent(horizon.discountedPurchases(model, tally), spend.model())
                        .toOptional()
                        .orElse(0.0));
        Outcome<Double> ofSpend = spend.standardError(
                model -> spent(purchases, model).toOptional().orElse(0.0));
        Outcome<Double> error = ofBuying instanceof Outcome.Value<Double> a
                ? ofSpend.map(b -> Math.abs(margin) * Math.hypot(a.value(), b))
                : ofBuying;
        return interval(all, error, level);
    }

    /** {@return such as {@code 2357 customers worth 123456.78 USD: all purchases to come, discounted at 0.1 per year (discrete)}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d %s worth %s: %s",
                index.length,
                index.length == 1 ? "customer" : "customers",
                total(),
                horizon);
    }
}
