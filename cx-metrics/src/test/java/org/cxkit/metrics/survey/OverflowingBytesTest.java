package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Consumer;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.joint.JointTally;
import org.cxkit.metrics.series.RatingSeries;
import org.cxkit.metrics.weight.WeightedTally;
import org.junit.jupiter.api.Test;

/** Bytes with a right checksum whose numbers together are none are refused like all others that make no tally. */
class OverflowingBytesTest {

    private static void assertRefused(Consumer<byte[]> door, ByteWriter writer, String message) {
        byte[] bytes = writer.toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> door.accept(bytes))
                .withMessage(message)
                .withCauseInstanceOf(ArithmeticException.class);
    }

    private static ByteWriter scale(String name, long max) {
        return ByteWriter.of(name, 1).number(1).number(max).count(0);
    }

    @Test
    void countsThatLeaveTheRangeOfALong() {
        assertRefused(
                RatingTally::fromBytes,
                scale("ratings", 2).count(0).count(0).count(Long.MAX_VALUE).count(1),
                "not the bytes of ratings: long overflow");
        ByteWriter joint = scale("pairs of ratings", 2).number(1).number(2).count(0);
        for (int cell = 0; cell < 16; cell++) {
            joint.count(Long.MAX_VALUE);
        }
        assertRefused(JointTally::fromBytes, joint, "not the bytes of pairs of ratings: long overflow");
        assertRefused(
                WeightedTally::fromBytes,
                scale("weighted ratings", 2)
                        .count(Long.MAX_VALUE)
                        .count(1)
                        .count(0)
                        .count(0)
                        .count(0),
                "not the bytes of weighted ratings: long overflow");
    }

    @Test
    void endsOfAScaleThatLeaveTheRangeOfAnInt() {
        assertNoScale(RatingTally::fromBytes, "ratings");
        assertNoScale(JointTally::fromBytes, "pairs of ratings");
        assertNoScale(WeightedTally::fromBytes, "weighted ratings");
        assertNoScale(RatingSeries::fromBytes, "rating series");
    }

    private static void assertNoScale(Consumer<byte[]> reader, String name) {
        byte[] bytes = scale(name, 1L << 40).toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.accept(bytes))
                .withMessage("not the bytes of " + name + ": a number is 1099511627776, out of range");
    }
}
