package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.purchase.PurchaseHistory;

/** Compares with every string of purchases and every lifetime, each weighed by its two Beta integrals. */
class BgBbPropertiesTest {
    private static final RatePeriod YEAR = RatePeriod.YEAR;
    private static final Percentage EXACT = Percentage.withPercentage(1e-10); // 1e-12: sums of a few hundred terms

    @Provide
    Arbitrary<BgBb> models() {
        Arbitrary<Double> parameter = Arbitraries.doubles().between(-4, 7).map(Math::exp);
        return Combinators.combine(parameter, parameter, parameter, parameter)
                .as((alpha, beta, gamma, delta) -> new BgBb(alpha, beta, gamma, delta, YEAR));
    }

    /** {@return the probability of the string of {@code opportunities} bits and of a life through so many of them} */
    private static double weight(BgBb model, int string, int opportunities, int lived) {
        if (string >> lived != 0) {
            return 0; // nobody buys after leaving
        }
        int bought = Integer.bitCount(string);
        double buying = rising(model.alpha(), bought)
                * rising(model.beta(), lived - bought)
                / rising(model.alpha() + model.beta(), lived);
        double leaves = lived < opportunities ? 1 : 0;
        return buying
                * rising(model.delta(), lived)
                * (leaves == 1 ? model.gamma() : 1)
                / rising(model.gamma() + model.delta(), lived + (int) leaves);
    }

    private static double rising(double p, int k) {
        double product = 1;
        for (int j = 0; j < k; j++) {
            product *= p + j;
        }
        return product;
    }

    private static int last(int string) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(string);
    }

    @Property(tries = 200)
    void agreesWithEveryStringOfPurchases(
            @ForAll("models") BgBb model, @ForAll @IntRange(max = 5) int n, @ForAll @IntRange(max = 4) int ahead) {
        double[] probabilities = new double[n + 1];
        double total = 0;
        double mean = 0;
        for (int past = 0; past < 1 << n; past++) {
            double probability = 0;
            double alive = 0;
            double aliveThen = 0;
            double future = 0;
            double discounted = 0;
            int all = n + ahead;
            for (int lived = 0; lived <= all; lived++) {
                for (int later = 0; later < 1 << ahead; later++) {
                    double weight = weight(model, past | later << n, all, lived);
                    probability += weight;
                    alive += lived >= n ? weight : 0;
                    aliveThen += lived == all ? weight : 0;
                    future += weight * Integer.bitCount(later);
                    for (int j = 0; j < ahead; j++) {
                        discounted += (later >> j & 1) * weight * Math.pow(1.25, -(j + 1));
                    }
                }
            }
            PurchaseHistory history = new PurchaseHistory(Integer.bitCount(past), last(past), n, YEAR);
            assertThat(Math.exp(model.logLikelihood(history))).isCloseTo(probability, EXACT);
            assertThat(model.alive(history)).isCloseTo(alive / probability, EXACT);
            assertThat(model.alive(history, TimeSpan.years(ahead))).isCloseTo(aliveThen / probability, EXACT);
            assertThat(model.purchases(history, TimeSpan.years(ahead))).isCloseTo(future / probability, EXACT);
            // the rest beyond the time ahead is at most that of somebody who never leaves: 1.25^-ahead / 0.25
            assertThat(model.discountedPurchases(history, Rate.discrete(0.25, YEAR)))
                    .isBetween(
                            discounted / probability * (1 - 1e-12),
                            discounted / probability + Math.pow(1.25, -ahead) / 0.25);
            probabilities[history.frequency()] += probability;
            mean += probability * history.frequency();
            total += probability;
        }
        assertThat(total).isCloseTo(1, EXACT);
        assertThat(model.purchases(TimeSpan.years(n))).isCloseTo(mean, EXACT);
        for (int x = 0; x <= n; x++) {
            assertThat(model.probability(x, TimeSpan.years(n))).isCloseTo(probabilities[x], EXACT);
        }
    }

    @Property(tries = 200)
    void discountedPurchasesAreTheSumOfThoseOfEachYear(
            @ForAll("models") BgBb model, @ForAll @IntRange(max = 40) int x) {
        PurchaseHistory history = new PurchaseHistory(x, x == 0 ? 0 : x + 2, x + 5, YEAR);
        double sum = 0;
        for (int year = 1; year <= 300; year++) { // 1.25^-300 is nothing beside 1e-12
            double then = model.alive(history, TimeSpan.years(year));
            sum += then * Math.pow(1.25, -year) * (model.alpha() + x) / (model.alpha() + model.beta() + x + 5);
        }
        assertThat(model.discountedPurchases(history, Rate.discrete(0.25, YEAR)))
                .isCloseTo(sum, EXACT);
    }
}
