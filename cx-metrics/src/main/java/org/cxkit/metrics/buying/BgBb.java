package org.cxkit.metrics.buying;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.cxkit.core.money.Compounding;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.math.BetaSurvival;
import org.cxkit.metrics.math.Draw;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmAccumulator;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * When customers buy who can do so once in each period only, such as at a yearly appeal for donations, and leave without
 * saying so: the beta-geometric/beta-Bernoulli model (BG/BB).
 *
 * <p>At each opportunity a customer first leaves for good with a probability of his or her own, which is
 * Beta(gamma, delta) among customers; one who stays buys with a probability of his or her own, which is
 * Beta(alpha, beta). There is one opportunity at the end of each unit of time: histories count whole ones, and of a time
 * ahead the opportunities within it count, so half a unit holds none. At most a million opportunities are told about.
 * To be alive after n opportunities is not to have left at any of them; the literature also speaks of being alive at the
 * opportunity n + 1, which is to be alive one unit ahead. Immutable, value-based and thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual
 * Setting", Marketing Science 29(6), 2010.
 *
 * @param alpha the weight of buying, above 0
 * @param beta the weight of not buying, above 0
 * @param gamma the weight of leaving, above 0
 * @param delta the weight of staying, above 0
 * @param unit the time from one opportunity to the next
 */
public record BgBb(double alpha, double beta, double gamma, double delta, RatePeriod unit)
        implements BuyingModel, Serializable {
    private static final int MOST_OPPORTUNITIES = 1_000_000;

    /** How far from a whole number a conversion between units may leave one. */
    private static final double ROUNDING = 1e-9;

    private static final double LARGE = 0x1p500;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public BgBb {
        Objects.requireNonNull(unit, "unit");
        if (!(alpha > 0 && beta > 0 && gamma > 0 && delta > 0)
                || !(alpha + beta < Double.POSITIVE_INFINITY && gamma + delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha, beta, gamma and delta must be finite and above 0, got " + alpha
                    + ", " + beta + ", " + gamma + " and " + delta);
        }
    }

    /**
     * {@return the likeliest model of these histories; the unit of the tally is the time from one opportunity to the
     * next}
     *
     * @param tally histories of whole opportunities
     * @throws IllegalArgumentException if a history is not of whole opportunities, or nobody bought again
     */
    public static Fit<BgBb> fit(RfmTally tally) {
        return fit(tally, false);
    }

    /**
     * {@return the likeliest model of these histories; the unit of the tally is the time from one opportunity to the
     * next}
     *
     * @param tally histories of whole opportunities
     * @param parallel whether to use the threads of the common pool; the model is the same
     * @throws IllegalArgumentException if a history is not of whole opportunities, or nobody bought again
     */
    public static Fit<BgBb> fit(RfmTally tally, boolean parallel) {
        RfmAccumulator whole = RfmAccumulator.create(tally.unit());
        for (int i = 0; i < tally.histories(); i++) {
            whole.add(whole(tally.history(i)), tally.customers(i));
        }
        if (tally.isEmpty() || tally.frequency(tally.histories() - 1) == 0) {
            throw new IllegalArgumentException("customers who bought again wanted, got none among " + tally);
        }
        return Fit.of(
                new BgBbLikelihood(whole.result(), parallel),
                at -> new BgBb(at[0], at[1], at[2], at[3], tally.unit()),
                tally.customers());
    }

    /** {@return the history without what rounding has left beside whole numbers} */
    private static PurchaseHistory whole(PurchaseHistory history) {
        double recency = Math.rint(history.recency());
        double age = Math.rint(history.age());
        if (Math.abs(recency - history.recency()) > ROUNDING * Math.max(1, recency)
                || Math.abs(age - history.age()) > ROUNDING * Math.max(1, age)
                || age > MOST_OPPORTUNITIES
                || history.frequency() > recency) {
            throw new IllegalArgumentException(
                    "a history of at most " + MOST_OPPORTUNITIES + " whole opportunities, one a "
                            + history.unit().name().toLowerCase(Locale.ROOT)
                            + ", and at most one purchase at each wanted, got frequency " + history.frequency()
                            + ", recency " + history.recency() + " and age " + history.age());
        }
        return new PurchaseHistory(history.frequency(), recency, age, history.unit());
    }

    /** {@return how many opportunities there are within a length of time} */
    private int opportunities(TimeSpan span) {
        double length = span.in(unit);
        double nearest = Math.rint(length);
        double number = Math.abs(nearest - length) <= ROUNDING * Math.max(1, length) ? nearest : Math.floor(length);
        if (number > MOST_OPPORTUNITIES) {
            throw new IllegalArgumentException("a time of at most " + MOST_OPPORTUNITIES
                    + " opportunities wanted, one a " + unit.name().toLowerCase(Locale.ROOT) + ", got " + span);
        }
        return (int) number;
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        RfmTally one = RfmTally.of(unit, List.of(whole(history.in(unit))));
        return new BgBbLikelihood(one, false).value(new double[] {alpha, beta, gamma, delta});
    }

    @Override
    public double alive(PurchaseHistory history, TimeSpan ahead) {
        PurchaseHistory own = whole(history.in(unit));
        return aliveNow(own) * BetaSurvival.survived(delta + own.age(), gamma, opportunities(ahead));
    }

    /**
     * One over one plus the odds of having left: the sum over the opportunities m that the customer lived through last,
     * each term told from the one after it, so that nothing cancels and no gamma function is needed.
     */
    private double aliveNow(PurchaseHistory own) {
        int x = own.frequency();
        int n = (int) own.age();
        double odds = 0;
        double term = 1;
        for (int m = n - 1; m >= own.recency(); m--) {
            double left = m == n - 1 ? gamma / (delta + m) : (gamma + delta + m + 1) / (delta + m);
            term *= (alpha + beta + m) / (beta + m - x) * left;
            odds += term;
        }
        return 1 / (1 + odds);
    }

    /** The probability to buy at the next opportunity, if still there then. */
    private double buys(PurchaseHistory own) {
        return (alpha + own.frequency()) / (alpha + beta + own.age());
    }

    @Override
    public double purchases(PurchaseHistory history, TimeSpan ahead) {
        PurchaseHistory own = whole(history.in(unit));
        return aliveNow(own) * buys(own) * BetaSurvival.periods(delta + own.age(), gamma, opportunities(ahead));
    }

    @Override
    public double discountedPurchases(PurchaseHistory history, Rate discount) {
        PurchaseHistory own = whole(history.in(unit));
        double stay = delta + own.age();
        double lost = -Math.expm1(-discount.as(Compounding.CONTINUOUS).per(unit).value());
        if (lost > 0) {
            double next = stay / (gamma + stay) * (1 - lost);
            return aliveNow(own) * buys(own) * next * BetaSurvival.discounted(stay + 1, gamma, lost);
        }
        if (lost == 0 && gamma > 1) {
            return aliveNow(own) * buys(own) * stay / (gamma - 1);
        }
        throw new IllegalArgumentException("discounted purchases have no end at " + discount
                + (lost == 0
                        ? " and gamma " + gamma + ": gamma above 1 wanted without discount"
                        : ": it must not grow"));
    }

    @Override
    public double purchases(TimeSpan since) {
        return alpha / (alpha + beta) * BetaSurvival.periods(delta, gamma, opportunities(since));
    }

    @Override
    public double probability(int count, TimeSpan since) {
        if (count < 0) {
            throw new IllegalArgumentException("a number of purchases must not be negative, got " + count);
        }
        int n = opportunities(since);
        double there = 1; // alive after m opportunities with so many purchases, or one at each until there are so many
        double gone = 0;
        int scale = 0; // both are to be multiplied by 2 to this power
        for (int m = 0; m < n; m++) {
            double stays = (delta + m) / (gamma + delta + m);
            if (m < count) {
                there *= stays * ((alpha + m) / (alpha + beta + m));
            } else {
                gone += there * (gamma / (gamma + delta + m));
                double ways = (m + 1.0) / (m + 1 - count);
                there *= stays * ((beta + m - count) / (alpha + beta + m)) * ways;
            }
            if (there + gone < 1 / LARGE) {
                there *= LARGE;
                gone *= LARGE;
                scale -= 500;
            } else if (there + gone > LARGE) {
                there /= LARGE;
                gone /= LARGE;
                scale += 500;
            }
        }
        return count > n ? 0 : Math.scalb(there + gone, scale);
    }

    /**
     * {@return what this model makes customers do}
     *
     * @param customers how many, not negative
     * @param opportunities how many opportunities they have after their first purchase, from 0 to a million
     * @param random where chance comes from; the same seed gives the same customers
     * @throws IllegalArgumentException if a number is out of its range
     */
    public RfmTally simulate(int customers, int opportunities, RandomGenerator random) {
        if (customers < 0 || opportunities < 0 || opportunities > MOST_OPPORTUNITIES) {
            throw new IllegalArgumentException("customers must not be negative, and opportunities be from 0 to "
                    + MOST_OPPORTUNITIES + ", got " + customers + " and " + opportunities);
        }
        RfmAccumulator accumulator = RfmAccumulator.create(unit);
        for (int i = 0; i < customers; i++) {
            double buys = Draw.beta(alpha, beta, random);
            double leaves = Draw.beta(gamma, delta, random);
            int frequency = 0;
            int last = 0;
            for (int m = 1; m <= opportunities && random.nextDouble() >= leaves; m++) {
                if (random.nextDouble() < buys) {
                    frequency++;
                    last = m;
                }
            }
            accumulator.add(new PurchaseHistory(frequency, last, opportunities, unit));
        }
        return accumulator.result();
    }

    /** {@return such as {@code BG/BB with alpha 1.204, beta 0.7497, gamma 0.6567 and delta 2.783, one opportunity a year}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "BG/BB with alpha %.4g, beta %.4g, gamma %.4g and delta %.4g, one opportunity a %s",
                alpha,
                beta,
                gamma,
                delta,
                unit.name().toLowerCase(Locale.ROOT));
    }
}
