package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReflectedWalkTest {

    @ParameterizedTest(name = "up to {0} by steps of 1, up with probability {1}: {2}")
    @CsvSource({
        // closed form: m (m + 1) to reach m = limit + 1 with even chances, the step down at 0 being lost
        "0.5, 0.5, 2",
        "3, 0.5, 20",
        "99, 0.5, 10100",
        // closed form m / (p - q) - q / (p - q)² (1 - (q / p)^m), q = 1 - p
        "1, 0.25, 20",
        "3, 0.3333333333333333333, 78"
    })
    void simpleWalksHaveTheirClosedForm(double limit, double up, double expected) {
        ReflectedWalk walk = new ReflectedWalk(new double[] {1, -1}, limit, 0);
        // 1e-13: no cancellation, so only the rounding of some hundred sums
        assertThat(walk.meanSteps(up, 1 - up)).isCloseTo(expected, within(1e-13 * expected));
    }

    @Test
    void veryLongWalksAreToldWithoutCancellation() {
        double p = 0.1;
        double q = 0.9;
        int m = 20;
        // closed form as above; 1e-12: that of powers in the closed form
        double expected = m / (p - q) - q / ((p - q) * (p - q)) * (1 - Math.pow(q / p, m));
        assertThat(new ReflectedWalk(new double[] {1, -1}, m - 0.5, 0).meanSteps(p, q))
                .isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void theEndWithinAFewStepsIsCounted() {
        ReflectedWalk walk = new ReflectedWalk(new double[] {1, -1}, 1, 0);
        assertThat(walk.endsWithin(1, 0.25, 0.75)).isZero();
        // by hand: up, up
        assertThat(walk.endsWithin(2, 0.25, 0.75)).isEqualTo(0.0625);
        // by hand: up, up; or down, up, up
        assertThat(walk.endsWithin(3, 0.25, 0.75)).isEqualTo(0.0625 + 0.75 * 0.0625);
    }

    @Test
    void stepsLongerThanTheLimitEndTheWalkAtOnce() {
        assertThat(new ReflectedWalk(new double[] {5, -1}, 1, 0).meanSteps(0.2, 0.8))
                .isEqualTo(5);
    }
}
