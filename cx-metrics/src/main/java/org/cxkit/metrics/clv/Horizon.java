package org.cxkit.metrics.clv;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.buying.BuyingModel;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * How far a lifetime value looks ahead, and how it discounts.
 *
 * <p>Implementations are immutable, value-based and thread-safe.
 */
public sealed interface Horizon extends Serializable {

    /**
     * {@return the number of purchases to come, each discounted: what a lifetime value multiplies by the margin of one}
     *
     * @param model a model of buying
     * @param history what a customer has bought
     * @throws IllegalArgumentException if the sum has no end at this rate; the message says why
     */
    double discountedPurchases(BuyingModel model, PurchaseHistory history);

    /**
     * {@return for each history of a tally, in its order, the number of purchases to come, each discounted}
     *
     * @param model a model of buying
     * @param tally histories of customers
     * @throws IllegalArgumentException if the sum has no end at this rate; the message says why
     */
    double[] discountedPurchases(BuyingModel model, RfmTally tally);

    /**
     * All purchases to come, each discounted from the time it happens: the residual lifetime value.
     *
     * @param discount the rate of discount
     */
    record Forever(Rate discount) implements Horizon {
        /** Checks that there is a rate. */
        public Forever {
            Objects.requireNonNull(discount, "discount");
        }

        @Override
        public double discountedPurchases(BuyingModel model, PurchaseHistory history) {
            return model.discountedPurchases(history, discount);
        }

        @Override
        public double[] discountedPurchases(BuyingModel model, RfmTally tally) {
            double[] expected = new double[tally.histories()];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = model.discountedPurchases(tally.history(i), discount);
            }
            return expected;
        }

        @Override
        public String toString() {
            return "all purchases to come, discounted at " + discount;
        }
    }

    /**
     * Purchases in steps of equal length, those of a step discounted from its end.
     *
     * @param steps how many steps, at least 1
     * @param step how long one is, above 0
     * @param discount the rate of discount
     */
    record Steps(int steps, TimeSpan step, Rate discount) implements Horizon {
        /**
         * Checks the steps.
         *
         * @throws IllegalArgumentException if there is no step, or it has no length
         */
        public Steps {
            Objects.requireNonNull(discount, "discount");
            requireSteps(steps, step);
        }

        @Override
        public double discountedPurchases(BuyingModel model, PurchaseHistory history) {
            double sum = 0;
            for (int k = 1; k <= steps; k++) {
                sum += model.purchases(history, until(k)) * weight(k);
            }
            return sum;
        }

        @Override
        public double[] discountedPurchases(BuyingModel model, RfmTally tally) {
            double[] sums = new double[tally.histories()];
            for (int k = 1; k <= steps; k++) {
                double[] expected = model.purchases(tally, until(k));
                double weight = weight(k);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += expected[i] * weight;
                }
            }
            return sums;
        }

        private TimeSpan until(int k) {
            return new TimeSpan(k * step.length(), step.unit());
        }

        /** By parts: each step's own purchases are small differences of large numbers, these sums are not. */
        private double weight(int k) {
            return k < steps ? factor(k) - factor(k + 1) : factor(k);
        }

        private double factor(int k) {
            return discount.discountFactor(k * step.length(), step.unit());
        }

        @Override
        public String toString() {
            return steps + " steps of " + step + ", discounted at " + discount;
        }
    }

    /**
     * {@return all purchases to come}
     *
     * @param discount the rate of discount
     */
    static Horizon forever(Rate discount) {
        return new Forever(discount);
    }

    /**
     * {@return the purchases of some steps, those of a step discounted from its end}
     *
     * @param steps how many steps, at least 1
     * @param step how long one is, above 0
     * @param discount the rate of discount
     * @throws IllegalArgumentException if there is no step, or it has no length
     */
    static Horizon steps(int steps, TimeSpan step, Rate discount) {
        return new Steps(steps, step, discount);
    }

    /**
     * {@return the purchases of some steps, with the rate stated for a step: 12 steps of 4.345 weeks at 0.01 are the
     * usual 12 months at 1 per cent a month}
     *
     * @param steps how many steps, at least 1
     * @param step how long one is, above 0
     * @param ratePerStep what is taken off per step as a fraction, above -1
     * @throws IllegalArgumentException if there is no step, it has no length, or the rate is out of range
     */
    static Horizon steps(int steps, TimeSpan step, double ratePerStep) {
        if (!(ratePerStep > -1) || Double.isInfinite(ratePerStep)) {
            throw new IllegalArgumentException("a rate per step must be above -1 and finite, got " + ratePerStep);
        }
        requireSteps(steps, step);
        // equal to the rate of the step, however long that is
        return new Steps(steps, step, Rate.continuous(Math.log1p(ratePerStep) / step.length(), step.unit()));
    }

    private static void requireSteps(int steps, TimeSpan step) {
        if (steps < 1 || step.length() == 0) {
            throw new IllegalArgumentException("at least 1 step of some length wanted, got " + steps + " of " + step);
        }
    }
}
