package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonResampleTest {
    private static final int REPLICATES = 10_000;

    @ParameterizedTest
    @ValueSource(doubles = {1, 32, 33, 1e6, 1_000_001, 1e10})
    void drawsHaveTheMeanAndTheSpreadOfAPoissonNumber(double many) {
        double sum = 0;
        double squares = 0;
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            double off = new PoissonResample(7, replicate).row(3).draw(many) - many;
            assertThat(many + off).isEqualTo(Math.rint(many + off)).isNotNegative();
            sum += off;
            squares += off * off;
        }
        double spread = Math.sqrt(many);
        // four standard errors of a mean, and of a variance of fourth moment 3 or 4
        assertThat(sum / REPLICATES).isCloseTo(0, within(0.04 * spread));
        assertThat(squares / REPLICATES).isCloseTo(many, within(0.07 * many));
    }

    @Test
    void ofAFractionOneMoreIsDrawnThatCountsAsMuch() {
        double many = 1000.5;
        double sum = 0;
        double squares = 0;
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            double drawn = new PoissonResample(7, replicate).row(3).draw(many);
            assertThat(2 * drawn).isEqualTo(Math.rint(2 * drawn)).isNotNegative();
            sum += drawn - many;
            squares += (drawn - many) * (drawn - many);
        }
        // 1000 draws of variance 1 and one of 1/4; four standard errors of a mean and of a variance
        assertThat(sum / REPLICATES).isCloseTo(0, within(0.04 * Math.sqrt(1000.25)));
        assertThat(squares / REPLICATES).isCloseTo(1000.25, within(0.06 * 1000.25));
        assertThat(new PoissonResample(7, 1).row(3).draw(0.25) % 0.25).isZero();
    }
}
