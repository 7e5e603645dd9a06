package org.cxkit.metrics.buying;

import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * A model of when customers buy and when they stop, without anybody saying that he or she has left.
 *
 * <p>Every length of time carries its unit and every rate its period, so a model fitted to weeks answers for years. All
 * purchases are repeat purchases: the one that makes a customer is not counted. Implementations are immutable,
 * value-based and thread-safe; no answer is ever NaN.
 */
public interface BuyingModel {

    /** {@return the unit of time that the parameters are stated for} */
    RatePeriod unit();

    /**
     * {@return the logarithm of the likelihood of one history}
     *
     * @param history what a customer has bought
     */
    double logLikelihood(PurchaseHistory history);

    /**
     * {@return the probability that the customer is still alive at the end of the history: P(alive), from 0 to 1}
     *
     * @param history what the customer has bought
     */
    default double alive(PurchaseHistory history) {
        return alive(history, new TimeSpan(0, unit()));
    }

    /**
     * {@return the probability that the customer is still alive some time after the end of the history, from 0 to 1}
     *
     * @param history what the customer has bought
     * @param ahead how long after its end
     */
    double alive(PurchaseHistory history, TimeSpan ahead);

    /**
     * {@return the conditional expected number of purchases (CET) in the time after the history, not negative}
     *
     * @param history what the customer has bought
     * @param ahead how long that time is
     */
    double purchases(PurchaseHistory history, TimeSpan ahead);

    /**
     * {@return the expected number of all purchases after the history, each discounted from the time it happens (DERT)}
     *
     * @param history what the customer has bought
     * @param discount the rate of discount
     * @throws IllegalArgumentException if the sum has no end at this rate; the message says why
     */
    double discountedPurchases(PurchaseHistory history, Rate discount);

    /**
     * {@return the expected number of repeat purchases of a new customer}
     *
     * @param since how long after the first purchase
     */
    double purchases(TimeSpan since);

    /**
     * {@return the probability that a new customer makes exactly so many repeat purchases, from 0 to 1}
     *
     * @param count how many, not negative
     * @param since how long after the first purchase
     * @throws IllegalArgumentException if the count is negative
     */
    double probability(int count, TimeSpan since);

    /**
     * {@return for each history of a tally, in its order, the probability that a customer with it is alive some time after
     * its end}
     *
     * @param tally histories of customers
     * @param ahead how long after their ends
     */
    default double[] alive(RfmTally tally, TimeSpan ahead) {
        double[] alive = new double[tally.histories()];
        for (int i = 0; i < alive.length; i++) {
            alive[i] = alive(tally.history(i), ahead);
        }
        return alive;
    }

    /**
     * {@return for each history of a tally, in its order, the expected number of purchases of a customer with it in the
     * time after it}
     *
     * @param tally histories of customers
     * @param ahead how long that time is
     */
    default double[] purchases(RfmTally tally, TimeSpan ahead) {
        double[] purchases = new double[tally.histories()];
        for (int i = 0; i < purchases.length; i++) {
            purchases[i] = purchases(tally.history(i), ahead);
        }
        return purchases;
    }
}
