package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuadratureTest {

    @Test
    void polynomialsOfHighDegreeAreExact() {
        // closed form: 1 / 22 is the integral of x^21; the rule is exact to degree 22, up to rounding
        assertThat(Quadrature.integral(x -> Math.pow(x, 21), 1e-12, 0, 1)).isCloseTo(1.0 / 22, within(1e-16));
        assertThat(Quadrature.integral(x -> 3, 1e-12, -1, 4)).isCloseTo(15, within(1e-14));
    }

    @Test
    void smoothFunctionsAreRightToTheTolerance() {
        // closed forms
        assertThat(Quadrature.integral(Math::sin, 1e-12, 0, Math.PI)).isCloseTo(2, within(1e-14));
        assertThat(Quadrature.integral(x -> Math.exp(-x * x), 1e-12, -30, 0, 30))
                .isCloseTo(Math.sqrt(Math.PI), within(1e-13));
    }

    @Test
    void kinksAndRootsAreHalvedAway() {
        // closed forms: 2/3, and the two triangles beside 0.3
        assertThat(Quadrature.integral(Math::sqrt, 1e-12, 0, 1)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(Quadrature.integral(x -> Math.abs(x - 0.3), 1e-12, 0, 1))
                .isCloseTo(0.3 * 0.3 / 2 + 0.7 * 0.7 / 2, within(1e-12));
    }

    @Test
    void aPeakIsSeenFromThePointsGiven() {
        double width = 1e-7;
        double peak = Quadrature.integral(
                x -> Normal.density((x - 0.7) / width) / width, 1e-12, 0, 0.7 - 10 * width, 0.7, 0.7 + 10 * width, 1);
        // x - 0.7 has lost some 1e-9 of the width
        assertThat(peak).isCloseTo(1, within(1e-9));
    }

    @Test
    void noiseIsNotHalvedForEver() {
        AtomicInteger looks = new AtomicInteger();
        double noisy = Quadrature.integral(x -> 1 + (looks.incrementAndGet() % 7) * 1e-9, 1e-12, 0, 1);
        assertThat(noisy).isCloseTo(1, within(1e-8));
        assertThat(looks).hasValueLessThan(10_000);
    }
}
