package org.cxkit.metrics.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Currency;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.gamma.LogGamma;
import org.assertj.core.data.Percentage;
import org.cxkit.metrics.math.Quadrature;

/** Compares with the integral over the rate that differs among customers. */
class GammaGammaPropertiesTest {
    private static final Currency USD = Currency.getInstance("USD");

    /** The logarithm of the density of what x purchases come to, and of the rate of their customer's spend. */
    private static double logJoint(GammaGamma model, int x, double total, double logRate) {
        double shape = model.p() * x;
        double rate = Math.exp(logRate);
        double ofTotal = shape * logRate + (shape - 1) * Math.log(total) - rate * total - LogGamma.value(shape);
        double ofRate = model.q() * (Math.log(model.v()) + logRate) - rate * model.v() - LogGamma.value(model.q());
        return ofTotal + ofRate;
    }

    @Property(tries = 300)
    void agreesWithTheIntegral(
            @ForAll @DoubleRange(min = -3, max = 5) double logP,
            @ForAll @DoubleRange(min = -2, max = 5) double logQ,
            @ForAll @DoubleRange(min = -3, max = 9) double logV,
            @ForAll @IntRange(min = 1, max = 60) int x,
            @ForAll @IntRange(min = 1, max = 1_000_000) int minor) {
        GammaGamma model = new GammaGamma(Math.exp(logP), Math.exp(logQ), Math.exp(logV), USD);
        double total = minor / 100.0;
        double shape = model.p() * x + model.q();
        double middle = Math.log(shape / (model.v() + total));
        double top = logJoint(model, x, total, middle);
        double spread = 1 / Math.sqrt(shape) + 1 / shape;
        double[] points = new double[81];
        for (int i = 0; i < points.length; i++) {
            points[i] = middle + spread * (i - 60); // to the left it falls slowly, to the right very fast
        }
        DoubleUnaryOperator density = u -> Math.exp(logJoint(model, x, total, u) - top);
        double all = Quadrature.integral(density, 1e-10, points);
        // the density of the mean is x times that of the total
        double logLikelihood = top + Math.log(all) + Math.log(x);
        SpendTally one = SpendTally.of(USD, new int[] {x}, new long[] {minor});
        // gamma functions of up to some 9,000 are summed up in the integrand, and cancel
        assertThat(model.logLikelihood(one))
                .isCloseTo(logLikelihood, within(1e-10 + 1e-14 * Math.abs(LogGamma.value(shape))));
        if (shape > 1.5) { // the mean of 1 / rate converges slowly nearer to 1
            double mean =
                    Quadrature.integral(u -> density.applyAsDouble(u) * model.p() * Math.exp(middle - u), 1e-10, points)
                            * Math.exp(-middle)
                            / all;
            assertThat(model.meanSpend(x, total).toOptional().orElseThrow())
                    .isCloseTo(mean, Percentage.withPercentage(1e-7)); // 1e-9, the error allowed the integrals
        }
    }
}
