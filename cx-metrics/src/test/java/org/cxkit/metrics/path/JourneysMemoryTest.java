package org.cxkit.metrics.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.cxkit.core.column.Symbols;
import org.junit.jupiter.api.Test;

/**
 * What a million rows keep: a copy of a {@code Journeys}' column is allocated once, so all that making one allocates is
 * no less than what it keeps.
 */
class JourneysMemoryTest {
    private static final int ROWS = 1_000_000;
    private static final int FIXED = 10_000; // headers of arrays, the objects around them, classes loaded on the way

    private final int[] ends = new int[ROWS];
    private final long[] conversions = new long[ROWS];
    private final long[] lost = new long[ROWS];
    private final long[] minor = new long[ROWS];
    private final byte[] touches;

    JourneysMemoryTest() {
        SplittableRandom random = new SplittableRandom(42);
        int end = 0;
        for (int row = 0; row < ROWS; row++) {
            end += random.nextInt(1, 8);
            ends[row] = end;
            conversions[row] = random.nextInt(3);
            lost[row] = random.nextInt(3);
            minor[row] = conversions[row] * 1234;
        }
        touches = new byte[end];
        for (int i = 0; i < end; i++) {
            touches[i] = (byte) random.nextInt(12);
        }
    }

    @Test
    void aRowTakes28BytesAndATouchOneMoreAndItsAgeFour() {
        Symbols channels = Symbols.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        Currency euro = Currency.getInstance("EUR");
        long[] ages = new long[touches.length];
        SplittableRandom random = new SplittableRandom(7);
        for (int row = 0; row < ROWS; row++) { // whole milliseconds of up to 45 days, older ones first
            long age = random.nextLong(3_888_000_000L);
            for (int touch = row == 0 ? 0 : ends[row - 1]; touch < ends[row]; touch++) {
                ages[touch] = 1_000 * age;
                age = random.nextLong(age + 1);
            }
        }
        Supplier<Journeys> plain = () -> Journeys.of(channels, ends, touches, conversions, lost);
        Journeys without = plain.get();
        Journeys valued = without.withValue(euro, minor);
        Journeys aged = valued.withAges(ages); // classes are loaded
        for (int touch = 0; touch < ages.length; touch += 997) {
            assertThat(aged.ageMicros(touch)).isEqualTo(ages[touch]);
        }
        assertThat(allocated(plain)).isLessThanOrEqualTo(20L * ROWS + touches.length + FIXED);
        assertThat(allocated(() -> without.withValue(euro, minor))).isLessThanOrEqualTo(8L * ROWS + FIXED);
        assertThat(allocated(() -> valued.withAges(ages))).isLessThanOrEqualTo(4L * touches.length + FIXED);
        assertThat(LongStream.of(minor).sum())
                .isEqualTo(valued.value().orElseThrow().toMinorUnits());
    }

    private static long allocated(Supplier<Journeys> make) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        Journeys made = make.get();
        long after = threads.getThreadAllocatedBytes(id);
        assertThat(made.size()).isEqualTo(ROWS);
        return after - before;
    }
}
