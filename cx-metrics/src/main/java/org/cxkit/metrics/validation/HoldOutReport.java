package org.cxkit.metrics.validation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.buying.BuyingModel;
import org.cxkit.metrics.purchase.HoldOut;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.RfmTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * A model of buying judged by purchases that it was not fitted to.
 *
 * <p>Errors are in purchases per customer: the bias is the mean of expected less bought, MAE the mean of its size, RMSE
 * the root of the mean of its square. The groups are the calibration curve. Immutable, value-based and thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2),
 * 2005, figure 4.
 *
 * @param length how long the hold-out is
 * @param customers how many customers there are, at least 1
 * @param bought how often all of them bought in the hold-out
 * @param expected how often the model expected all of them to
 * @param meanAbsoluteError MAE per customer
 * @param rootMeanSquareError RMSE per customer
 * @param groups the customers by repeat purchases in the calibration, from 0 up, groups of nobody left out
 */
public record HoldOutReport(
        TimeSpan length,
        long customers,
        long bought,
        double expected,
        double meanAbsoluteError,
        double rootMeanSquareError,
        List<HoldOutGroup> groups)
        implements Serializable {

    /** The last group holds customers with at least so many repeat purchases. */
    public static final int MOST = 7;

    /**
     * Copies the groups.
     *
     * @throws IllegalArgumentException if there is no customer
     */
    public HoldOutReport {
        if (customers < 1) {
            throw new IllegalArgumentException("at least 1 customer wanted in a hold-out, got " + customers);
        }
        groups = List.copyOf(groups);
    }

    /**
     * {@return the report on a model}
     *
     * @param model a model fitted to the calibration
     * @param holdOut calibration and hold-out
     * @throws IllegalArgumentException if nobody is in the calibration
     */
    public static HoldOutReport of(BuyingModel model, HoldOut holdOut) {
        PurchaseHistories histories = holdOut.calibration();
        long[] customers = new long[MOST + 1];
        long[] bought = new long[MOST + 1];
        double[] expected = new double[MOST + 1];
        double absolute = 0;
        double squares = 0;
        RfmTally tally = histories.tally();
        int[] index = histories.indexIn(tally);
        double[] ofHistory = model.purchases(tally, holdOut.length());
        for (int row = 0; row < histories.size(); row++) {
            double one = ofHistory[index[row]];
            double error = one - holdOut.purchases(row);
            absolute += Math.abs(error);
            squares += error * error;
            int group = Math.min(histories.frequency(row), MOST);
            customers[group]++;
            bought[group] += holdOut.purchases(row);
            expected[group] += one;
        }
        List<HoldOutGroup> groups = new ArrayList<>();
        double all = 0;
        for (int i = 0; i <= MOST; i++) {
            all += expected[i];
            if (customers[i] > 0) {
                groups.add(new HoldOutGroup(
                        i, customers[i], (double) bought[i] / customers[i], expected[i] / customers[i]));
            }
        }
        int n = Math.max(1, histories.size());
        return new HoldOutReport(
                holdOut.length(),
                histories.size(),
                holdOut.purchases(),
                all,
                absolute / n,
                Math.sqrt(squares / n),
                groups);
    }

    /** {@return by how much the model expects too many purchases per customer, negative for too few} */
    public double bias() {
        return (expected - bought) / customers;
    }

    /**
     * {@return the verdict in a sentence: {@code 1882 purchases of 2357 customers in 273 days, 1653.4 expected (-12.1 %),
     * per customer MAE 0.785, RMSE 1.608}}
     */
    @Override
    public String toString() {
        String off = bought == 0 ? "" : String.format(Locale.ROOT, " (%+.1f %%)", 100 * (expected / bought - 1));
        return String.format(
                Locale.ROOT,
                "%s of %s in %s, %.1f expected%s, per customer MAE %.3f, RMSE %.3f",
                Sentence.count(bought, "purchase"),
                Sentence.count(customers, "customer"),
                length,
                expected,
                off,
                meanAbsoluteError,
                rootMeanSquareError);
    }
}
