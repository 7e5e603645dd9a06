package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HalvingPropertiesTest {

    /** Four roundings of 1.1e-16, the error of the table, and the term that was left off. */
    private static final double TOLERANCE = 1e-15;

    @Property(tries = 5000)
    void theTableAgreesWithThePower(@ForAll @DoubleRange(max = 64) double x) {
        double power = StrictMath.pow(2, -x);
        assertThat(Halving.power(x)).isCloseTo(power, within(TOLERANCE * power));
    }

    @Property
    void farPowersAgreeToo(@ForAll @DoubleRange(min = 64, max = 1000) double x) {
        double power = StrictMath.pow(2, -x);
        assertThat(Halving.power(x)).isCloseTo(power, within(TOLERANCE * power));
    }

    @Test
    void wholePowersAreExactAndWhatIsBelowThemIsNothing() {
        for (int x = 0; x <= 1000; x++) {
            assertThat(Halving.power(x)).isEqualTo(Math.scalb(1.0, -x));
        }
        assertThat(Halving.power(1000.0001)).isZero();
        assertThat(Halving.power(1e300)).isZero();
    }
}
