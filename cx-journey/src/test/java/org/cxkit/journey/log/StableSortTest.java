package org.cxkit.journey.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StableSortTest {

    @Test
    void theOrderIsThatOfTheObviousStableSortAtEveryLength() {
        SplittableRandom random = new SplittableRandom(7);
        for (int length = 0; length < 130; length++) {
            long[] keys = random.longs(length + 5, -3, 4).toArray();
            int[] expected = IntStream.range(0, length)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> keys[i + 5]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(StableSort.order(keys, 5, length + 5)).isEqualTo(expected);
        }
    }
}
