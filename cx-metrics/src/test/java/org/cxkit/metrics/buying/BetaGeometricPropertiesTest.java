package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.purchase.PurchaseHistory;

/** Both models against integrals of what single customers do, over all rates and probabilities to leave. */
class BetaGeometricPropertiesTest {
    /** What the grid leaves of these smooth functions. */
    private static final double GRID = 1e-9;

    /** What the obvious sums of probabilities lose where they cancel. */
    private static final double CANCELLED = 1e-13;

    private static void close(double actual, double wanted) {
        assertThat(actual).isCloseTo(wanted, within(GRID * Math.abs(wanted) + CANCELLED));
    }

    @Property(tries = 25)
    void historiesAreAsTheCustomersMakeThem(
            @ForAll @IntRange(max = 1) int first,
            @ForAll @DoubleRange(min = 0.6, max = 4) double r,
            @ForAll @DoubleRange(min = 0.5, max = 20) double alpha,
            @ForAll @DoubleRange(min = 0.6, max = 6) double a,
            @ForAll @DoubleRange(min = 0.6, max = 6) double b,
            @ForAll @IntRange(max = 8) int x,
            @ForAll @DoubleRange(min = 0.1, max = 1) double last,
            @ForAll @DoubleRange(min = 0.5, max = 60) double ahead) {
        double age = 30;
        double recency = x == 0 ? 0 : last * age;
        BuyingModel model = BetaGeometricTest.model(first, r, alpha, a, b);
        PurchaseHistory history = new PurchaseHistory(x, recency, age, RatePeriod.WEEK);
        PriorIntegral prior = new PriorIntegral(r, alpha, a, b);
        int chances = x + first;
        PriorIntegral.OfCustomer living =
                (rate, leave) -> Math.pow(1 - leave, chances) * Math.pow(rate, x) * Math.exp(-rate * age);
        double alive = prior.mean(living);
        double left = chances == 0
                ? 0
                : prior.mean((rate, leave) ->
                        leave * Math.pow(1 - leave, chances - 1) * Math.pow(rate, x) * Math.exp(-rate * recency));
        double all = alive + left;
        assertThat(model.logLikelihood(history)).isCloseTo(Math.log(all), within(GRID * (1 + Math.abs(Math.log(all)))));
        close(model.alive(history), alive / all);
        close(
                model.alive(history, TimeSpan.weeks(ahead)),
                prior.mean((rate, leave) -> living.of(rate, leave) * Math.exp(-rate * leave * ahead)) / all);
        close(
                model.purchases(history, TimeSpan.weeks(ahead)),
                prior.mean((rate, leave) -> living.of(rate, leave) * -Math.expm1(-rate * leave * ahead) / leave) / all);
        close(
                model.discountedPurchases(history, Rate.continuous(0.05, RatePeriod.WEEK)),
                prior.mean((rate, leave) -> living.of(rate, leave) * rate / (0.05 + rate * leave)) / all);
    }

    @Property(tries = 15)
    void newCustomersBuyAsTheCustomersDo(
            @ForAll @IntRange(max = 1) int first,
            @ForAll @DoubleRange(min = 0.6, max = 4) double r,
            @ForAll @DoubleRange(min = 0.5, max = 20) double alpha,
            @ForAll @DoubleRange(min = 0.6, max = 6) double a,
            @ForAll @DoubleRange(min = 0.6, max = 6) double b,
            @ForAll @IntRange(max = 12) int count,
            @ForAll @DoubleRange(min = 0.1, max = 30) double t) {
        BuyingModel model = BetaGeometricTest.model(first, r, alpha, a, b);
        PriorIntegral prior = new PriorIntegral(r, alpha, a, b);
        close(
                model.purchases(TimeSpan.weeks(t)),
                prior.mean((rate, leave) -> Math.pow(1 - leave, first) * -Math.expm1(-rate * leave * t) / leave));
        close(model.probability(count, TimeSpan.weeks(t)), prior.mean((rate, leave) -> {
            double term = Math.exp(-rate * t);
            double fewer = 0;
            for (int n = 0; n < count; n++) {
                fewer += term;
                term *= rate * t / (n + 1);
            }
            int chances = count + first;
            double leaves = chances == 0 ? 0 : leave * Math.pow(1 - leave, chances - 1) * (1 - fewer);
            return Math.pow(1 - leave, chances) * term + leaves;
        }));
    }

    @Property(tries = 30)
    void probabilitiesOfAllCountsAddUp(
            @ForAll @IntRange(max = 1) int first,
            @ForAll @DoubleRange(min = 0.01, max = 40) double r,
            @ForAll @DoubleRange(min = 0.01, max = 40) double a,
            @ForAll @DoubleRange(min = 0.01, max = 40) double b) {
        BuyingModel model = BetaGeometricTest.model(first, r, 10, a, b);
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 600; n++) {
            double probability = model.probability(n, TimeSpan.weeks(5));
            sum += probability;
            mean += n * probability;
        }
        // hundreds of roundings
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(model.purchases(TimeSpan.weeks(5))).isCloseTo(mean, within(1e-11 * (1 + mean)));
    }
}
