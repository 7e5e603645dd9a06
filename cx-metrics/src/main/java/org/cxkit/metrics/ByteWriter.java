package org.cxkit.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.cxkit.core.rating.RatingScale;

/**
 * Writes the bytes of a {@link Tally}: a name, a version, the content, a checksum.
 *
 * <p>Numbers are in the order of the calls, whole ones in as few bytes as they need. Not thread-safe.
 */
public final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    private ByteWriter() {}

    /**
     * {@return a writer that has written the name and the version}
     *
     * @param name what is written, short and the same in every release: {@code ratings}
     * @param version the version of the content, not negative
     */
    public static ByteWriter of(String name, int version) {
        return new ByteWriter().text(name).count(version);
    }

    /**
     * Writes a count.
     *
     * @param count a number from 0 to {@code Long.MAX_VALUE}
     * @return this
     * @throws IllegalArgumentException if the count is negative
     */
    public ByteWriter count(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count must not be negative, got " + count);
        }
        long rest = count;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /**
     * Writes a whole number that may be negative, in eight bytes.
     *
     * @param number any number
     * @return this
     */
    public ByteWriter number(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (number >>> shift));
        }
        return this;
    }

    /**
     * Writes a scale.
     *
     * @param scale any scale
     * @return this
     */
    public ByteWriter scale(RatingScale scale) {
        return number(scale.min()).number(scale.max()).count(scale.lowIsGood() ? 1 : 0);
    }

    /**
     * Writes a number with all its bits.
     *
     * @param number any number; -0.0 is written as 0.0
     * @return this
     */
    public ByteWriter real(double number) {
        return number(Double.doubleToLongBits(number + 0.0));
    }

    /**
     * Writes a text.
     *
     * @param text any text
     * @return this
     */
    public ByteWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes, such as those of a tally inside a tally.
     *
     * @param bytes any bytes, not altered
     * @return this
     */
    public ByteWriter bytes(byte[] bytes) {
        count(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** {@return all that was written, and its checksum} */
    public byte[] toBytes() {
        byte[] content = out.toByteArray();
        CRC32C sum = new CRC32C();
        sum.update(content);
        byte[] framed = Arrays.copyOf(content, content.length + Integer.BYTES);
        for (int i = 0; i < Integer.BYTES; i++) {
            framed[content.length + i] = (byte) (sum.getValue() >>> (24 - 8 * i));
        }
        return framed;
    }
}
