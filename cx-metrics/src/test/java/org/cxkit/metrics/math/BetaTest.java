package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTest {

    @Test
    void closedFormsAreMet() {
        Beta square = new Beta(2, 1);
        assertThat(square.below(0.3)).isCloseTo(0.09, within(1e-15));
        assertThat(square.density(0.3)).isCloseTo(0.6, within(1e-15));
        assertThat(square.lowerQuantile(0.25)).isCloseTo(0.5, within(1e-15));
        assertThat(square.upperQuantile(0.75)).isCloseTo(0.5, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"2e9, 2e9", "2e9, 3e11", "5e12, 4e9", "1e15, 1e15", "4e18, 5e18"})
    void ofManyTheQuantilesAreThoseOfTheDistribution(double a, double b) {
        Beta many = new Beta(a, b);
        double sd = Math.sqrt(a / (a + b) * (b / (a + b)) / (a + b));
        for (double tail : new double[] {1e-12, 0.025, 0.4}) {
            double low = many.lowerQuantile(tail);
            double high = many.upperQuantile(tail);
            assertThat(low).isLessThan(a / (a + b)).isLessThan(high);
            // the quantile and its probability undo each other, up to the last place of the quantile in deviations
            double lastPlace = Math.ulp(high) / sd;
            assertThat(many.below(low)).isCloseTo(tail, within(tail * (1e-6 + 100 * lastPlace)));
            assertThat(many.below(high)).isCloseTo(1 - tail, within(1e-8 + lastPlace));
            // the mirror: 1 - x of the swapped parameters
            assertThat(1 - new Beta(b, a).upperQuantile(tail)).isCloseTo(low, within(1e-15));
        }
        assertThat(many.density(a / (a + b)) * sd * Math.sqrt(2 * Math.PI)).isCloseTo(1, within(1e-8));
    }

    @Test
    void farOutIsNothing() {
        Beta skew = new Beta(1e15, 2e9);
        assertThat(skew.below(0.5)).isZero();
        assertThat(skew.below(0.99999)).isZero();
        assertThat(skew.below(1 - 1e-9)).isEqualTo(1);
        assertThat(skew.density(0.5)).isZero();
    }

    @Test
    void bothWaysAgreeWhereTheyMeet() {
        Beta below = new Beta(1e9, 4e9);
        Beta above = new Beta(1.000001e9, 4.000004e9);
        double sd = Math.sqrt(0.2 * 0.8 / 5e9);
        for (double tail : new double[] {1e-9, 0.025, 0.5, 0.9}) {
            double z = (below.lowerQuantile(tail) - 0.2) / sd;
            double same = (above.lowerQuantile(tail) - 0.2) / sd * Math.sqrt(1.000001);
            // the skewness of both differs by 1e-6 of itself, and the continued fraction errs by some 1e-8 here
            assertThat(z).isCloseTo(same, within(1e-7));
        }
    }
}
