package org.cxkit.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class IndexTallyTest {
    private static final CompositeIndex INDEX = CompositeIndex.ACSI.available(2);

    private static IndexTally half(int... answers) {
        IndexTally tally = IndexAccumulator.create(INDEX).add(answers).result();
        for (int i = 0; i < 62; i++) {
            tally = tally.plus(tally);
        }
        return tally; // 2^62 respondents, half of what a long can count
    }

    @Test
    void moreRespondentsThanALongCanCountAreRefusedWhole() {
        int none = Integer.MIN_VALUE;
        IndexTally scored = half(1, 2, none);
        IndexTally unscored = half(1, none, none);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> scored.plus(unscored));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> scored.plus(scored));
        IndexAccumulator full = IndexAccumulator.create(INDEX).add(unscored);
        IndexTally both =
                unscored.plus(IndexAccumulator.create(INDEX).add(1, 2, none).result());
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.add(both));
        assertThat(full.result()).isEqualTo(unscored);
        assertThat(unscored.isEmpty()).isFalse();
    }
}
