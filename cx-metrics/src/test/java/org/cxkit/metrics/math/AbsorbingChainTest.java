package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AbsorbingChainTest {
    @Test
    void aSingleStateLastsTheInverseOfItsEnd() {
        assertThat(AbsorbingChain.meanSteps(new double[][] {{0.75}}, new double[] {0.25}))
                .containsExactly(4);
    }

    @Test
    void theStepsFulfilTheirEquations() {
        // by hand: a = 1 + a / 2 + b / 4, b = 1 + a / 4 + b / 4 + c / 4, c = 1 + b / 2
        double[][] moves = {{0.5, 0.25, 0}, {0.25, 0.25, 0.25}, {0, 0.5, 0}};
        double[] steps = AbsorbingChain.meanSteps(moves, new double[] {0.25, 0.25, 0.5});
        assertThat(steps[0]).isCloseTo(1 + steps[0] / 2 + steps[1] / 4, within(1e-14));
        assertThat(steps[1]).isCloseTo(1 + steps[0] / 4 + steps[1] / 4 + steps[2] / 4, within(1e-14));
        assertThat(steps[2]).isCloseTo(1 + steps[1] / 2, within(1e-14));
    }

    @Test
    void aChainThatHardlyEverEndsKeepsItsDigits() {
        // closed form: a fair walk of two states that ends from the second with probability q lasts 2 / q + 2 from the
        // first, where a whole probability less what leaves would be 0 at once
        double q = 1e-200;
        double[] steps =
                AbsorbingChain.meanSteps(new double[][] {{0.5, 0.5}, {0.5, 0.5 - q}}, new double[] {1e-290, q});
        assertThat(steps[0]).isCloseTo(2e200, within(1e-14 * 2e200)); // the last places of a few operations
    }
}
