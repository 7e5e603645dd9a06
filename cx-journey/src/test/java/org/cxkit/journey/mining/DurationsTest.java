package org.cxkit.journey.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cxkit.journey.log.EventLog;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private static final Durations FOUR = Durations.of(
            List.of(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(2)));

    @Test
    void statisticsAreThoseOfTheDefinition() {
        // by hand: 1, 2, 3, 4; variance 5/3; type 7 at 0.95 is position 2.85
        assertThat(FOUR.count()).isEqualTo(4);
        assertThat(FOUR.sumSeconds()).isEqualTo(10.0);
        assertThat(FOUR.meanSeconds()).isEqualTo(2.5);
        assertThat(FOUR.medianSeconds()).isEqualTo(2.5);
        assertThat(FOUR.minSeconds()).isEqualTo(1.0);
        assertThat(FOUR.maxSeconds()).isEqualTo(4.0);
        assertThat(FOUR.sdSeconds()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-15));
        assertThat(FOUR.quantileSeconds(0)).isEqualTo(1.0);
        assertThat(FOUR.quantileSeconds(0.95)).isCloseTo(3.85, within(1e-15));
        assertThat(FOUR.quantileSeconds(1)).isEqualTo(4.0);
        assertThat(FOUR.micros()).containsExactly(1_000_000, 2_000_000, 3_000_000, 4_000_000);
        assertThat(FOUR).hasToString("median 2.5 s, mean 2.5 s, from 1.0 to 4.0 s, n 4");
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Durations.ofMicros(7, 1, 3).medianSeconds()).isEqualTo(3e-6);
    }

    @Test
    void sumsDoNotOverflow() {
        Durations two = Durations.ofMicros(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(two.meanSeconds()).isEqualTo(Long.MAX_VALUE / 1e6);
        assertThat(two.medianSeconds()).isEqualTo(Long.MAX_VALUE / 1e6);
        assertThat(two.sumSeconds()).isEqualTo(3 * (Long.MAX_VALUE / 1e6));
    }

    @Test
    void statisticsOfNothingAreRefused() {
        Durations none = Durations.empty();
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.sumSeconds()).isZero();
        assertThat(none).hasToString("no lengths of time").isEqualTo(Durations.ofMicros());
        assertThatThrownBy(none::medianSeconds)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the median is undefined for 0 lengths of time");
        assertThatThrownBy(none::meanSeconds).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(none::minSeconds).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(none::maxSeconds).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> none.quantileSeconds(0.5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Durations.ofMicros(1).sdSeconds())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the standard deviation is undefined for 1 length of time");
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> Durations.ofMicros(1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("micros[1] must not be negative, got -1");
        assertThatThrownBy(() -> FOUR.quantileSeconds(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p must be from 0 to 1, got 1.5");
        assertThatThrownBy(() -> FOUR.quantileSeconds(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longColumnsAreSortedAsShortOnesAre() {
        SplittableRandom random = new SplittableRandom(3);
        for (int bits : new int[] {1, 11, 12, 40, 63}) {
            long[] values = random.longs(10_000, 0, bits == 63 ? Long.MAX_VALUE : 1L << bits)
                    .toArray();
            long[] expected = values.clone();
            Arrays.sort(expected);
            assertThat(Durations.ofMicros(values).micros()).isEqualTo(expected);
        }
    }

    @Test
    void partsAddUpAndBytesComeBack() throws IOException, ClassNotFoundException {
        Durations ends = Durations.ofMicros(1_000_000, 4_000_000);
        Durations middle = Durations.ofMicros(3_000_000, 2_000_000);
        assertThat(ends.plus(middle)).isEqualTo(FOUR).hasSameHashCodeAs(FOUR);
        assertThat(middle.plus(ends)).isEqualTo(FOUR);
        assertThat(FOUR.plus(Durations.empty())).isEqualTo(FOUR);
        assertThat(Durations.fromBytes(FOUR.toBytes())).isEqualTo(FOUR);
        byte[] cut = Arrays.copyOf(FOUR.toBytes(), 9);
        assertThatThrownBy(() -> Durations.fromBytes(cut)).isInstanceOf(IllegalArgumentException.class);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(FOUR);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(FOUR);
        }
    }

    @Test
    void aCaseLastsFromItsFirstEventToItsLast() {
        Instant noon = Instant.parse("2024-03-11T12:00:00Z");
        EventLog log = EventLog.builder()
                .add("a", "x", noon.plusSeconds(60))
                .add("a", "x", noon)
                .add("b", "x", noon)
                .build();
        assertThat(Durations.ofCases(log)).isEqualTo(Durations.ofMicros(0, 60_000_000));
    }
}
