package org.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.cxkit.core.rating.RatingScale;
import org.junit.jupiter.api.Test;

class ByteReaderTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatWasWrittenIsRead(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long count,
            @ForAll long number,
            @ForAll String text,
            @ForAll byte[] bytes,
            @ForAll double real) {
        // lone surrogates are no text
        String clean = text.replaceAll("[\\ud800-\\udfff]", "");
        byte[] written = ByteWriter.of("test", 2)
                .count(count)
                .number(number)
                .text(clean)
                .bytes(bytes)
                .real(real)
                .toBytes();
        ByteReader reader = ByteReader.of(written, "test", 2);
        assertThat(reader.count()).isEqualTo(count);
        assertThat(reader.number()).isEqualTo(number);
        assertThat(reader.text()).isEqualTo(clean);
        assertThat(reader.bytes()).isEqualTo(bytes);
        assertThat(reader.real()).isEqualTo(real + 0.0);
        assertThat(reader.end("done")).isEqualTo("done");
    }

    @Test
    void aCountThatMakesNoSenseIsRefusedBeforeAnythingIsAllocated() {
        byte[] written = ByteWriter.of("test", 1).count(Long.MAX_VALUE).toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteReader.of(written, "test", 1).bytes())
                .withMessage("not the bytes of test: a count is 9223372036854775807, at most 0 makes sense");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteReader.of(written, "test", 1).size())
                .withMessage("not the bytes of test: a count is 9223372036854775807, at most 0 makes sense");
    }

    @Test
    void bytesLeftOverAreRefused() {
        byte[] written = ByteWriter.of("test", 1).count(3).toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteReader.of(written, "test", 1).end("done"))
                .withMessage("not the bytes of test: 1 bytes are left over");
    }

    @Test
    void aNegativeNumberIsNoCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteWriter.of("test", 1).count(-1))
                .withMessage("a count must not be negative, got -1");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() {
        byte[] written = ByteWriter.of("test", 1).real(Double.NaN).toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteReader.of(written, "test", 1).real())
                .withMessage("not the bytes of test: a number is NaN");
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aScaleIsReadAsItWasWritten(
            @ForAll @IntRange(min = -127, max = 126) int min,
            @ForAll @IntRange(min = 1, max = 255) int width,
            @ForAll boolean lowIsGood) {
        RatingScale scale = new RatingScale(min, Math.min(127, min + width), lowIsGood);
        byte[] written = ByteWriter.of("test", 1).scale(scale).toBytes();
        ByteReader reader = ByteReader.of(written, "test", 1);
        assertThat(reader.end(reader.scale())).isEqualTo(scale);
    }

    @Test
    void numbersThatAreNoScaleAreRefused() {
        assertNoScale(10, 0, "no scale is from 10 to 0");
        assertNoScale(0, 128, "no scale is from 0 to 128");
        assertNoScale(0, 1L << 32, "a number is 4294967296, out of range");
        assertNoScale(Long.MIN_VALUE, 10, "a number is -9223372036854775808, out of range");
    }

    private static void assertNoScale(long min, long max, String reason) {
        byte[] written =
                ByteWriter.of("test", 1).number(min).number(max).count(0).toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteReader.of(written, "test", 1).scale())
                .withMessage("not the bytes of test: " + reason);
    }
}
