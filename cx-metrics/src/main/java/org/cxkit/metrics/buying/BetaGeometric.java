package org.cxkit.metrics.buying;

import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.cxkit.core.money.Compounding;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.math.Draw;
import org.cxkit.metrics.math.RisingFactorial;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * What BG/NBD and MBG/NBD share: rates of the Gamma distribution with r and alpha, and probabilities to leave after a
 * purchase of the Beta distribution with a and b.
 *
 * <p>Customers with x repeat purchases who are alive have had x chances to leave, or x + 1 where the first purchase is
 * one: the two models differ in nothing else. Given that, their rate has the Gamma distribution with r + x and
 * alpha + T, and their probability to leave the Beta distribution with a and b + chances.
 */
final class BetaGeometric {
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final int firstChances;

    /** The parameters, and whether the first purchase is a chance to leave (1) or not (0). */
    BetaGeometric(double r, double alpha, double a, double b, int firstChances) {
        this.r = r;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
        this.firstChances = firstChances;
    }

    /** Refuses parameters that are not positive numbers. */
    static void check(String model, double r, double alpha, double a, double b) {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0 && Double.isFinite(r + alpha + a + b))) {
            throw new IllegalArgumentException("parameters of " + model + " must be finite and above 0, got r " + r
                    + ", alpha " + alpha + ", a " + a + " and b " + b);
        }
    }

    double logLikelihood(PurchaseHistory history) {
        int x = history.frequency();
        double odds = logOddsLeft(x, history.recency(), history.age());
        return RisingFactorial.log(r, x)
                + RisingFactorial.logRatio(b, a + b, x + firstChances)
                - x * Math.log(alpha)
                - (r + x) * Math.log1p(history.age() / alpha)
                + Math.max(odds, 0)
                + Math.log1p(Math.exp(-Math.abs(odds)));
    }

    /** {@return the logarithm of the odds to have left} */
    private double logOddsLeft(int x, double recency, double age) {
        return logOdds(x) + growth(x, recency, age);
    }

    /** {@return the logarithm of the odds to have left at once after the last purchase} */
    private double logOdds(int x) {
        int chances = x + firstChances;
        return chances == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + (chances - 1)));
    }

    /** {@return the logarithm of what the silence since then multiplies these odds by} */
    private double growth(int x, double recency, double age) {
        return (r + x) * FrequencyRun.log1p((age - recency) / (alpha + recency));
    }

    private double alive(int x, double recency, double age) {
        return 1 / (1 + Math.exp(logOddsLeft(x, recency, age)));
    }

    private Outlook outlook(int x) {
        return new Outlook(r + x, a, b + x + firstChances);
    }

    double alive(PurchaseHistory history, double ahead) {
        int x = history.frequency();
        return alive(x, history.recency(), history.age()) * outlook(x).alive(ahead / (alpha + history.age()));
    }

    double purchases(PurchaseHistory history, double ahead) {
        int x = history.frequency();
        return alive(x, history.recency(), history.age()) * outlook(x).purchases(ahead / (alpha + history.age()));
    }

    double discountedPurchases(PurchaseHistory history, Rate discount, RatePeriod unit) {
        double force = discount.as(Compounding.CONTINUOUS).per(unit).value();
        if (force < 0) {
            throw new IllegalArgumentException(
                    "the discounted purchases have no end at a negative rate, got " + discount);
        }
        if (force == 0 && a <= 1) {
            throw new IllegalArgumentException(
                    "the purchases for ever have no end without discount where a is not above"
                            + " 1, as too many customers hardly ever leave: a is " + a);
        }
        int x = history.frequency();
        return alive(x, history.recency(), history.age()) * outlook(x).discounted(force * (alpha + history.age()));
    }

    /** {@return the probability that a new customer is alive to make a first repeat purchase} */
    private double begun() {
        return firstChances == 0 ? 1 : b / (a + b);
    }

    double purchases(double since) {
        return begun() * outlook(0).purchases(since / alpha);
    }

    double probability(int count, double since) {
        if (count < 0) {
            throw new IllegalArgumentException("purchases must not be negative, got " + count);
        }
        int chances = count + firstChances;
        double exactly = Math.exp(RisingFactorial.logRatio(r, 1, count)
                - (count == 0 ? 0 : count * Math.log1p(alpha / since))
                - r * Math.log1p(since / alpha)
                + RisingFactorial.logRatio(b, a + b, chances));
        if (chances == 0) {
            return exactly;
        }
        double leaves = a / (a + b + (chances - 1)) * Math.exp(RisingFactorial.logRatio(b, a + b, chances - 1));
        return Math.min(1, exactly + leaves * atLeast(count, since));
    }

    /** {@return the probability that one who never leaves makes so many purchases or more} */
    private double atLeast(int count, double since) {
        if (count == 0) {
            return 1;
        }
        return since <= alpha
                ? RegularizedBeta.value(since / (alpha + since), count, r)
                : RegularizedBeta.complement(alpha / (alpha + since), r, count);
    }

    double[] alive(RfmTally tally, TimeSpan ahead, RatePeriod unit) {
        return each(tally, ahead.in(unit), unit, Outlook::alive);
    }

    double[] purchases(RfmTally tally, TimeSpan ahead, RatePeriod unit) {
        return each(tally, ahead.in(unit), unit, Outlook::purchases);
    }

    private interface Expected {
        double of(Outlook outlook, double time);
    }

    /** Histories of one frequency share an outlook. */
    private double[] each(RfmTally tally, double ahead, RatePeriod unit, Expected expected) {
        double factor = tally.unit() == unit ? 1 : tally.unit().days() / unit.days();
        double[] each = new double[tally.histories()];
        int before = -1;
        double ageBefore = -1;
        double odds = 0;
        double ifAlive = 0;
        Outlook outlook = outlook(0);
        for (int i = 0; i < each.length; i++) {
            int x = tally.frequency(i);
            double age = tally.age(i) * factor;
            if (x != before) {
                outlook = outlook(x);
                odds = logOdds(x);
            }
            if (x != before || age != ageBefore) {
                ifAlive = expected.of(outlook, ahead / (alpha + age));
            }
            before = x;
            ageBefore = age;
            each[i] = ifAlive / (1 + Math.exp(odds + growth(x, tally.recency(i) * factor, age)));
        }
        return each;
    }

    PurchaseHistory simulate(double observed, RatePeriod unit, RandomGenerator random) {
        double rate = Math.exp(Draw.logGamma(r, random)) / alpha;
        double leave = Draw.beta(a, b, random);
        int count = 0;
        double last = 0;
        boolean alive = firstChances == 0 || random.nextDouble() >= leave;
        while (alive) {
            double next = last + Draw.exponential(random) / rate;
            if (next > observed) {
                break;
            }
            // of two purchases at one moment the calendar shows one
            count += next > last ? 1 : 0;
            last = next;
            alive = random.nextDouble() >= leave;
        }
        return new PurchaseHistory(count, last, observed, unit);
    }
}
