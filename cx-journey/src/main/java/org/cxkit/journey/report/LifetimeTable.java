package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.buying.BuyingModel;
import org.cxkit.metrics.clv.LifetimeValues;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.purchase.HoldOut;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.spend.SpendCorrelation;
import org.cxkit.metrics.spend.SpendTally;
import org.cxkit.metrics.validation.HoldOutReport;
import org.cxkit.metrics.validation.Tracking;
import org.jspecify.annotations.Nullable;

/**
 * What customers are expected to be worth: the models, how they did where they were not fitted, who is still alive, what
 * all are worth together and who is worth most.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param assumptions what the values are, as a sentence
 * @param customers how many customers there are
 * @param models the models, of buying and of spend
 * @param alive how many customers are expected to be alive: their probabilities added up
 * @param aliveParts how many customers have a P(alive) in each tenth of 0 to 1, from low to high
 * @param total the value of all customers together
 * @param totalInterval its interval at 95 %, in the major unit of the currency
 * @param best the customers worth most, the first of all first
 * @param correlation how frequency and spend go together, which the models take to be independent
 * @param holdOut how a model fitted to the calibration did afterwards, or null
 * @param tracking repeat purchases added up, made and expected, or null
 */
public record LifetimeTable(
        String assumptions,
        long customers,
        List<FittedModel> models,
        double alive,
        List<Long> aliveParts,
        Outcome<Money> total,
        Outcome<Interval> totalInterval,
        List<Row> best,
        SpendCorrelation correlation,
        @Nullable HoldOutReport holdOut,
        @Nullable Tracking tracking)
        implements Serializable {
    private static final double LEVEL = 0.95;
    private static final int PARTS = 10;
    private static final int BEST = 10;

    /**
     * What one customer is expected to be worth.
     *
     * @param customer the customer
     * @param history what he or she has bought
     * @param alive the probability that he or she is still alive, from 0 to 1
     * @param purchases the purchases to come, discounted
     * @param value what they are worth, before acquisition, service and retention cost
     * @param interval the interval of that at 95 %, in the major unit of the currency
     */
    public record Row(
            CustomerId customer,
            PurchaseHistory history,
            double alive,
            double purchases,
            Outcome<Money> value,
            Outcome<Interval> interval)
            implements Serializable {}

    /** Copies the lists. */
    public LifetimeTable {
        Objects.requireNonNull(assumptions, "assumptions");
        Objects.requireNonNull(correlation, "correlation");
        models = List.copyOf(models);
        aliveParts = List.copyOf(aliveParts);
        best = List.copyOf(best);
    }

    /**
     * {@return the table of these values, not judged by a hold-out}
     *
     * @param assumptions what the values are, as a sentence
     * @param values the values
     */
    public static LifetimeTable of(String assumptions, LifetimeValues values) {
        long[] parts = new long[PARTS];
        double alive = 0;
        for (int row = 0; row < values.size(); row++) {
            double one = values.alive(row);
            alive += one;
            parts[(int) Math.min(PARTS - 1, PARTS * one)]++;
        }
        return new LifetimeTable(
                assumptions,
                values.size(),
                List.of(
                        FittedModel.of("When they buy, all purchases", values.buying()),
                        FittedModel.of("What they spend, all repeat purchases", values.spend())),
                alive,
                IntStream.range(0, PARTS).mapToObj(i -> parts[i]).toList(),
                values.total(),
                values.totalInterval(LEVEL),
                best(values),
                SpendCorrelation.of(spend(values.histories())),
                null,
                null);
    }

    /**
     * {@return this table, with how a model fitted to the calibration did in the hold-out}
     *
     * @param calibrated the model fitted to the calibration
     * @param judge calibration and hold-out
     */
    public LifetimeTable judgedBy(Fit<? extends BuyingModel> calibrated, HoldOut judge) {
        List<FittedModel> all = new ArrayList<>(models);
        all.add(FittedModel.of("When they buy, purchases until " + judge.calibrationEnd(), calibrated));
        return new LifetimeTable(
                assumptions,
                customers,
                all,
                alive,
                aliveParts,
                total,
                totalInterval,
                best,
                correlation,
                HoldOutReport.of(calibrated.model(), judge),
                Tracking.of(calibrated.model(), judge));
    }

    /**
     * The repeat purchases of customers and what they came to, as a model of spend is fitted to it.
     *
     * @throws IllegalArgumentException if nothing was ever bought
     */
    static SpendTally spend(PurchaseHistories histories) {
        int[] frequency =
                IntStream.range(0, histories.size()).map(histories::frequency).toArray();
        long[] totals = IntStream.range(0, histories.size())
                .mapToLong(histories::repeatSpendMinor)
                .toArray();
        return SpendTally.of(
                histories.currency().orElseThrow(() -> new IllegalArgumentException("nothing was ever bought")),
                frequency,
                totals);
    }

    private static List<Row> best(LifetimeValues values) {
        record Worth(int row, Money value) {}
        List<Worth> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int row = i;
            values.value(row).toOptional().ifPresent(value -> all.add(new Worth(row, value)));
        }
        // those of equal value stay in the order of their ids
        all.sort(Comparator.comparing(Worth::value).reversed());
        return all.stream().limit(BEST).map(worth -> row(values, worth.row())).toList();
    }

    private static Row row(LifetimeValues values, int row) {
        return new Row(
                values.customer(row),
                values.histories().history(row),
                values.alive(row),
                values.discountedPurchases(row),
                values.value(row),
                values.interval(row, LEVEL));
    }
}
