package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.purchase.PurchaseHistory;

/** All answers against sums over the time of death and the time ahead, as the model is told in words. */
class ParetoNbdPropertiesTest {
    private static final int SLICES = 20_000;

    /** The rule of Simpson with so many slices over a smooth integrand, its ends stretched. */
    private static final double TOLERANCE = 1e-9;

    @Property(tries = 200)
    void everyAnswerIsAnIntegral(
            @ForAll @DoubleRange(min = -3, max = 3) double logR,
            @ForAll @DoubleRange(min = -2, max = 8) double logAlpha,
            @ForAll @DoubleRange(min = -3, max = 3) double logS,
            @ForAll @DoubleRange(min = -2, max = 8) double logBeta,
            @ForAll @IntRange(max = 300) int x,
            @ForAll @DoubleRange(min = 0.01, max = 1) double part,
            @ForAll @DoubleRange(min = 0.1, max = 200) double ahead) {
        ParetoNbd model =
                new ParetoNbd(Math.exp(logR), Math.exp(logAlpha), Math.exp(logS), Math.exp(logBeta), RatePeriod.WEEK);
        double age = 39;
        double recency = x == 0 ? 0 : part * age;
        PurchaseHistory history = new PurchaseHistory(x, recency, age, RatePeriod.WEEK);
        TimeSpan later = TimeSpan.weeks(ahead);
        double rate = (model.r() + x) / (model.alpha() + age);
        double death = model.s() / (model.beta() + age);

        // relative to a death right after the last purchase
        double dead = integral(u -> silent(model, x, recency, u) * model.s() / (model.beta() + u), recency, age);
        double alive = silent(model, x, recency, age);
        close(model.alive(history), alive / (alive + dead));
        close(model.alive(history, later), model.alive(history) * survival(model, age, ahead));
        double life = integral(u -> survival(model, age, u), 0, ahead);
        close(model.purchases(history, later), model.alive(history) * rate * life);
        double force = 0.01;
        double end = Math.min(40 / force, 1e9 / death);
        double worth = integral(u -> Math.exp(-force * u) * survival(model, age, u), 0, end);
        close(
                model.discountedPurchases(history, Rate.continuous(force, RatePeriod.WEEK)),
                model.alive(history) * rate * worth);
        int count = x / 10;
        double counted = integral(
                u -> counted(model, count, u) * model.s() / (model.beta() + u) * survival(model, 0, u), 0, ahead);
        close(model.probability(count, later), counted + counted(model, count, ahead) * survival(model, 0, ahead));
    }

    private static void close(double found, double wanted) {
        // below the least normal number a double has fewer digits
        assertThat(found).isCloseTo(wanted, within(Math.max(TOLERANCE * wanted, Double.MIN_NORMAL)));
    }

    /** {@return the chance to be alive at u and to have been silent since the last purchase, relative to then} */
    private static double silent(ParetoNbd model, int x, double recency, double u) {
        return Math.pow((model.alpha() + u) / (model.alpha() + recency), -model.r() - x)
                * Math.pow((model.beta() + u) / (model.beta() + recency), -model.s());
    }

    private static double survival(ParetoNbd model, double age, double ahead) {
        return Math.pow(1 + ahead / (model.beta() + age), -model.s());
    }

    /** {@return the chance of so many purchases of who stays alive: the negative binomial distribution} */
    private static double counted(ParetoNbd model, int count, double u) {
        double p = Math.pow(model.alpha() / (model.alpha() + u), model.r());
        for (int i = 0; i < count; i++) {
            p *= (model.r() + i) / (i + 1) * (u / (model.alpha() + u));
        }
        return p;
    }

    /** Simpson's rule after {@code t = from + length z^6}, which looks closely at where things begin. */
    private static double integral(DoubleUnaryOperator f, double from, double to) {
        double sum = 0;
        for (int i = 0; i <= SLICES; i++) {
            double z = (double) i / SLICES;
            double weight = i == 0 || i == SLICES ? 1 : 2 + 2 * (i % 2);
            double slope = 6 * (to - from) * Math.pow(z, 5);
            sum += weight * slope * (slope == 0 ? 0 : f.applyAsDouble(from + (to - from) * Math.pow(z, 6)));
        }
        return sum / SLICES / 3;
    }
}
