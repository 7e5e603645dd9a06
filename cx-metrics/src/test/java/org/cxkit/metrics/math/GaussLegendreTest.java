package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 24, 101})
    void polynomialsUpToTwiceTheNumberOfPointsAreExact(int n) {
        int degree = Math.min(2 * n - 1, 40);
        double exact = Math.pow(2, degree + 1) / (degree + 1);
        // 1e-13: the rounding of some hundred terms
        assertThat(integral(n, 0, 2, x -> Math.pow(x, degree))).isCloseTo(exact, within(1e-13 * exact));
    }

    @Test
    void pointsRiseWithinTheEndsAndLieSymmetrically() {
        GaussLegendre points = new GaussLegendre(9, -3, 3);
        for (int i = 0; i < points.size(); i++) {
            assertThat(points.point(i)).isBetween(-3.0, 3.0);
            assertThat(points.point(i)).isCloseTo(-points.point(8 - i), within(1e-14)); // rounding
            assertThat(i == 0 || points.point(i) > points.point(i - 1)).isTrue();
        }
    }

    @Test
    void aSmoothFunctionIsIntegratedToTheLastPlaces() {
        // closed form; 1e-14: rounding
        assertThat(integral(20, 0, 1, Math::exp)).isCloseTo(Math.E - 1, within(1e-14));
    }

    private static double integral(int n, double from, double to, DoubleUnaryOperator f) {
        GaussLegendre points = new GaussLegendre(n, from, to);
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            sum += points.weight(i) * f.applyAsDouble(points.point(i));
        }
        return sum;
    }
}
