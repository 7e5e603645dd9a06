package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RootsTest {

    @Test
    void rootsAreRightToTheLastPlaces() {
        // closed forms; two units in the last place are what the method promises
        assertThat(Roots.between(x -> x * x - 2, 0, 2, 0)).isCloseTo(Math.sqrt(2), within(2 * Math.ulp(1.5)));
        assertThat(Roots.between(x -> 2 - Math.exp(x), -5, 50, 0)).isCloseTo(Math.log(2), within(2 * Math.ulp(1.0)));
        assertThat(Roots.between(Math::cos, 0, 3, 0)).isCloseTo(Math.PI / 2, within(2 * Math.ulp(2.0)));
        assertThat(Roots.between(x -> x - 1e-200, 0, 1, 0)).isCloseTo(1e-200, within(1e-214));
    }

    @Test
    void aRootAtAnEndIsFound() {
        assertThat(Roots.between(x -> x, 0, 1, 0)).isZero();
        assertThat(Roots.between(x -> x - 1, 0, 1, 0)).isEqualTo(1);
        assertThat(Roots.between(x -> x - 1, 1, 1, 0)).isEqualTo(1);
    }

    @Test
    void flatJumpingAndInfiniteFunctionsAreFine() {
        assertThat(Roots.between(x -> Math.pow(x - 0.3, 9), 0, 1, 1e-12)).isCloseTo(0.3, within(1e-12));
        assertThat(Roots.between(x -> x < 0.7 ? -1 : 1e300, 0, 1, 0)).isCloseTo(0.7, within(1e-15));
        assertThat(Roots.between(x -> Math.log(x) - 1, 0, 10, 0)).isCloseTo(Math.E, within(1e-15));
        assertThat(Roots.between(x -> x < 0.7 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY, 0, 1, 0))
                .isCloseTo(0.7, within(1e-15));
    }

    @Test
    void aRootAtZeroNeedsATolerance() {
        assertThat(Roots.between(x -> x * x * x, -1, 2, 1e-12)).isCloseTo(0, within(1e-12));
        assertThat(Roots.between(x -> x < 0 ? -1 : 1, -1, 2, 0)).isCloseTo(0, within(1e-300));
    }

    @Test
    void noRootIsBeyondAnEndThatIsTinyBesideTheOther() {
        for (double end : new double[] {1e-19, 1e-30, 1e-300}) {
            assertThat(Roots.between(x -> x + 2 * end, -1, -end, 0)).isCloseTo(-2 * end, within(1e-14 * end));
            assertThat(Roots.between(x -> x + end + 1e-3 * end, -1, -end, 1e-17))
                    .isBetween(-1e-16, -end);
        }
    }

    @Test
    void aSmoothFunctionTakesFewSteps() {
        AtomicInteger steps = new AtomicInteger();
        DoubleUnaryOperator counted = x -> {
            steps.incrementAndGet();
            return x * x - 2;
        };
        Roots.between(counted, 0, 2, 0);
        // bisection takes 53
        assertThat(steps).hasValueLessThan(15);
    }

    @Property
    void rootsAreThoseOfBisection(
            @ForAll @DoubleRange(min = -3, max = 3) double shift, @ForAll @DoubleRange(min = 0, max = 9) double bend) {
        DoubleUnaryOperator f = x -> x + bend * x * x * x - shift;
        double low = -4;
        double high = 4;
        for (int step = 0; step < 200; step++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        // f itself is right to some 1e-15, and rises by at least 1 where x does
        assertThat(Roots.between(f, -4, 4, 0)).isCloseTo(low, within(1e-14));
    }

    @Test
    void whatCannotBeFoundIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roots.between(x -> 1, 0, 2, 0))
                .withMessage("wanted values of different signs, got 1.0 at 0.0 and 1.0 at 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roots.between(x -> x, 2, 1, -1))
                .withMessage("wanted finite ends in order and a tolerance that is not negative, got 2.0, 1.0 and -1.0");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Roots.between(x -> x == 0 ? -1 : x == 1 ? 1 : Double.NaN, 0, 1, 0))
                .withMessage("the function is not a number at 0.5");
    }
}
