package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YardstickTest {

    @Test
    void everyWholeWordOfFourQuartersIsRead() {
        for (int at = 0; at < 96; at++) {
            byte[] bytes = new byte[100];
            bytes[at] = 1;
            assertThat(Long.bitCount(Yardstick.read(bytes))).as("byte %d", at).isEqualTo(1);
        }
    }

    @Test
    void nothingIsReadOfTooFewBytes() {
        assertThat(Yardstick.read(new byte[0])).isZero();
        assertThat(Yardstick.read(new byte[31])).isZero();
    }
}
