package org.cxkit.journey.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void ticksAreRoundAndCoverTheRange() {
        assertThat(Frame.ticks(-100, 100)).containsExactly(-100, -50, 0, 50, 100);
        assertThat(Frame.ticks(0, 22_830)).containsExactly(0, 10_000, 20_000, 30_000);
        assertThat(Frame.ticks(0, 1)).containsExactly(0, 0.5, 1);
    }
}
