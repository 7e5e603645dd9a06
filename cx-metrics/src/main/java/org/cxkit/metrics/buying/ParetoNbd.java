package org.cxkit.metrics.buying;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.cxkit.core.money.Compounding;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.metrics.math.Draw;
import org.cxkit.metrics.math.LogIntegral;
import org.cxkit.metrics.math.RisingFactorial;
import org.cxkit.metrics.math.TricomiU;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * The Pareto/NBD model: customers buy at random at a rate of their own until they die, which may happen at any moment,
 * at another rate of their own.
 *
 * <p>Purchase rates have a Gamma distribution of shape r and rate alpha, of mean {@code r / alpha}; death rates one of
 * shape s and rate beta. Answers are good to 11 digits for all parameters, also at and around s = 1 and s = 2, for any
 * frequency and horizon. Immutable, value-based and thread-safe.
 *
 * <p>Source: D. C. Schmittlein, D. G. Morrison, R. Colombo, "Counting Your Customers: Who Are They and What Will They Do
 * Next?", Management Science 33(1), 1987; P. S. Fader, B. G. S. Hardie, "A Note on Deriving the Pareto/NBD Model and
 * Related Expressions", 2005.
 *
 * @param r the shape of the purchase rates, above 0
 * @param alpha their rate, above 0, in the unit of time
 * @param s the shape of the death rates, above 0
 * @param beta their rate, above 0, in the unit of time
 * @param unit the unit of time
 */
public record ParetoNbd(double r, double alpha, double s, double beta, RatePeriod unit)
        implements BuyingModel, Serializable {

    /** With more histories, a fit to every {@link #SAMPLE}-th of them tells where to start. */
    private static final int MANY = 1 << 15;

    private static final int SAMPLE = 16;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if one of them is not finite or not above 0
     */
    public ParetoNbd {
        Objects.requireNonNull(unit, "unit");
        for (double parameter : new double[] {r, alpha, s, beta}) {
            if (!(parameter > 0 && parameter < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("finite r, alpha, s and beta above 0 wanted, got " + r + ", " + alpha
                        + ", " + s + " and " + beta);
            }
        }
    }

    /**
     * {@return the likeliest model of these customers, on one thread}
     *
     * @param tally what the customers have bought
     * @throws IllegalArgumentException if there are no customers, or none of them has bought again
     */
    public static Fit<ParetoNbd> fit(RfmTally tally) {
        return fit(tally, false);
    }

    /**
     * {@return the likeliest model of these customers}
     *
     * @param tally what the customers have bought
     * @param parallel whether to use all processors; the result has the same bits
     * @throws IllegalArgumentException if there are no customers, or none of them has bought again
     */
    public static Fit<ParetoNbd> fit(RfmTally tally, boolean parallel) {
        double[] start = ParetoNbdLikelihood.guess(tally);
        if (tally.histories() > MANY) {
            Fit<ParetoNbd> sample = fit(tally, parallel, SAMPLE, start);
            if (sample.diagnostics().isEmpty()) {
                start = sample.estimates().stream()
                        .mapToDouble(ParameterEstimate::value)
                        .toArray();
            }
        }
        return fit(tally, parallel, 1, start);
    }

    private static Fit<ParetoNbd> fit(RfmTally tally, boolean parallel, int stride, double[] start) {
        return Fit.of(
                new ParetoNbdLikelihood(tally, parallel, stride, start),
                at -> new ParetoNbd(at[0], at[1], at[2], at[3], tally.unit()),
                tally.customers());
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        PurchaseHistory own = history.in(unit);
        int x = own.frequency();
        double logA = NearOne.log(own.recency() / alpha);
        double logB = NearOne.log(own.recency() / beta);
        double[] next = next(own);
        return RisingFactorial.log(r, x)
                - x * (Math.log(alpha) + logA)
                - r * logA
                - s * logB
                + Math.log(next[0] + (1 - next[1]) * Math.exp(-next[2]));
    }

    /** The probabilities that death comes next, after the last purchase and after the end, and ln Phi(t_x) / Phi(T). */
    private double[] next(PurchaseHistory own) {
        double shape = r + own.frequency();
        double logRatio = Math.log(alpha / beta);
        double lastA = NearOne.log(own.recency() / alpha);
        double lastB = NearOne.log(own.recency() / beta);
        double endA = NearOne.log(own.age() / alpha);
        double endB = NearOne.log(own.age() / beta);
        double gap = own.age() - own.recency();
        return new double[] {
            NextIsDeath.probability(shape, s, logRatio + lastA - lastB),
            NextIsDeath.probability(shape, s, logRatio + endA - endB),
            shape * NearOne.log(gap / (alpha + own.recency())) + s * NearOne.log(gap / (beta + own.recency()))
        };
    }

    @Override
    public double alive(PurchaseHistory history, TimeSpan ahead) {
        PurchaseHistory own = history.in(unit);
        double[] next = next(own);
        double log = -next[2] - Math.log(next[0] + (1 - next[1]) * Math.exp(-next[2]));
        return Math.exp(Math.min(0, log) - s * NearOne.log(ahead.in(unit) / (beta + own.age())));
    }

    @Override
    public double purchases(PurchaseHistory history, TimeSpan ahead) {
        PurchaseHistory own = history.in(unit);
        return alive(own) * (r + own.frequency()) / (alpha + own.age()) * lifetime(own.age(), ahead);
    }

    /**
     * {@return for each history of a tally, in its order, the probability that the customer is still alive some time
     * after its end; at millions a second}
     *
     * @param tally histories, in any unit
     * @param ahead how long after their ends
     */
    @Override
    public double[] alive(RfmTally tally, TimeSpan ahead) {
        double t = ahead.in(unit);
        return each(tally, (x, age) -> Math.exp(-s * NearOne.log(t / (beta + age))));
    }

    /**
     * {@return for each history of a tally, in its order, the expected number of purchases in the time after it; at
     * millions a second}
     *
     * @param tally histories, in any unit
     * @param ahead how long that time is
     */
    @Override
    public double[] purchases(RfmTally tally, TimeSpan ahead) {
        return each(tally, (x, age) -> (r + x) / (alpha + age) * lifetime(age, ahead));
    }

    /** Something about who is alive at an age. */
    private interface IfAlive {
        double at(int frequency, double age);
    }

    private double[] each(RfmTally tally, IfAlive then) {
        double[] values = new double[tally.histories()];
        if (tally.isEmpty()) {
            return values;
        }
        double factor = tally.unit() == unit ? 1 : tally.unit().days() / unit.days();
        Frequencies frequencies = new Frequencies(tally, factor);
        ParetoNbdTerm term = new ParetoNbdTerm(frequencies, new double[] {r, alpha, s, beta}, false);
        int i = 0;
        for (int index = 0; index < frequencies.size(); index++) {
            term.frequency(index);
            double age = -1;
            double each = 0;
            for (; i < frequencies.end(index); i++) {
                if (tally.age(i) * factor != age) {
                    age = tally.age(i) * factor;
                    each = then.at(frequencies.frequency(index), age);
                }
                values[i] = each * term.alive(tally.recency(i) * factor, age);
            }
        }
        return values;
    }

    /** {@return the expected time alive within some time ahead, for who is alive at this age} */
    private double lifetime(double age, TimeSpan ahead) {
        double log = NearOne.log(ahead.in(unit) / (beta + age));
        return (beta + age) * log * NearOne.growth((1 - s) * log);
    }

    /**
     * {@inheritDoc}
     *
     * <p>With a force of discount z per unit of time it is {@code P(alive) (r + x) / (alpha + T) (beta + T) U(1, 2 - s,
     * z (beta + T))}, U being Tricomi's function.
     *
     * @throws IllegalArgumentException if the rate is negative, or 0 and s is not above 1: then the expected lifetime of
     *     a customer has no end
     */
    @Override
    public double discountedPurchases(PurchaseHistory history, Rate discount) {
        double force = discount.as(Compounding.CONTINUOUS).per(unit).value();
        if (force < 0 || (force == 0 && s <= 1)) {
            throw new IllegalArgumentException(
                    force < 0
                            ? "a discount that is not negative wanted, got " + discount
                            : "a discount above 0 wanted, as with s " + s
                                    + " up to 1 the expected lifetime of a customer has no end");
        }
        PurchaseHistory own = history.in(unit);
        double b = beta + own.age();
        double mean = force == 0 ? 1 / (s - 1) : Math.exp(TricomiU.log(1, 2 - s, force * b));
        return alive(own) * (r + own.frequency()) / (alpha + own.age()) * b * mean;
    }

    @Override
    public double purchases(TimeSpan since) {
        return r / alpha * lifetime(0, since);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Source: P. S. Fader, B. G. S. Hardie, K. Jerath, "Deriving an Expression for P(X(t)=x) Under the Pareto/NBD
     * Model", 2006, here as a positive integral over the time of death.
     */
    @Override
    public double probability(int count, TimeSpan since) {
        if (count < 0) {
            throw new IllegalArgumentException("a count of purchases must not be negative, got " + count);
        }
        double t = since.in(unit);
        if (t == 0) {
            return count == 0 ? 1 : 0;
        }
        double log = RisingFactorial.logRatio(r, 1, count);
        double alive = logCount(count, t) - s * Math.log1p(t / beta);
        // of those who die within t, over the log-odds of the share of t that they live
        double dead = LogIntegral.of(
                x -> {
                    double u = t / (1 + Math.exp(-x));
                    return logCount(count, u) - s * Math.log1p(u / beta) - Math.log1p(beta / u) - softplus(x);
                },
                0);
        return Math.min(1, Math.exp(log + alive) + s * Math.exp(log + dead));
    }

    /** {@return the logarithm of {@code (u / (alpha + u))^n (alpha / (alpha + u))^r}} */
    private double logCount(int n, double u) {
        return (n == 0 ? 0 : -n * Math.log1p(alpha / u)) - r * Math.log1p(u / alpha);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * {@return the history of a new customer, drawn from the model}
     *
     * @param observed how long the customer is observed from the first purchase on
     * @param random where chance comes from; the same state gives the same history
     */
    public PurchaseHistory simulate(TimeSpan observed, RandomGenerator random) {
        double age = observed.in(unit);
        double rate = Math.exp(Draw.logGamma(r, random)) / alpha;
        double death = Draw.exponential(random) * beta * Math.exp(-Draw.logGamma(s, random));
        double end = Math.min(age, death);
        int count = 0;
        double last = 0;
        for (double next = Draw.exponential(random) / rate; next <= end; next += Draw.exponential(random) / rate) {
            // of two purchases at one moment the calendar shows one
            count += next > last ? 1 : 0;
            last = next;
        }
        return new PurchaseHistory(count, last, age, unit);
    }

    /** {@return such as {@code Pareto/NBD with r 0.5533, alpha 10.58 weeks, s 0.6062, beta 11.67 weeks}} */
    @Override
    public String toString() {
        String units = unit.name().toLowerCase(Locale.ROOT) + "s";
        return String.format(
                Locale.ROOT,
                "Pareto/NBD with r %.4g, alpha %.4g %s, s %.4g, beta %.4g %s",
                r,
                alpha,
                units,
                s,
                beta,
                units);
    }
}
