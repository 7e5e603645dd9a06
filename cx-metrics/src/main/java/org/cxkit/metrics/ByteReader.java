package org.cxkit.metrics;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.cxkit.core.rating.RatingScale;

/**
 * Reads the bytes that a {@link ByteWriter} wrote, and refuses any others.
 *
 * <p>Every method throws {@link IllegalArgumentException} where the bytes are not what was wanted; the message names
 * what was read. Bytes that were cut, lengthened or altered never get past {@link #of}, by their checksum. Not
 * thread-safe.
 */
public final class ByteReader {
    private final String name;
    private final byte[] bytes;
    private final int end;
    private int at;

    private ByteReader(String name, byte[] bytes, int end) {
        this.name = name;
        this.bytes = bytes;
        this.end = end;
    }

    /**
     * {@return a reader that has read the name and the version}
     *
     * @param bytes what {@link ByteWriter#toBytes()} gave, not altered
     * @param name the name that was written
     * @param version the only version that is understood
     * @throws IllegalArgumentException if the bytes are corrupt, or have another name or version
     */
    public static ByteReader of(byte[] bytes, String name, int version) {
        int end = bytes.length - Integer.BYTES;
        if (end < 0) {
            throw new IllegalArgumentException("not the bytes of " + name + ": only " + bytes.length + " bytes");
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, end);
        if ((int) sum.getValue() != ByteBuffer.wrap(bytes, end, Integer.BYTES).getInt()) {
            throw new IllegalArgumentException("not the bytes of " + name + ": the checksum does not match");
        }
        ByteReader reader = new ByteReader(name, bytes, end);
        String found = reader.text();
        if (!found.equals(name)) {
            throw new IllegalArgumentException("wanted the bytes of " + name + ", got those of " + found);
        }
        long foundVersion = reader.count();
        if (foundVersion != version) {
            throw new IllegalArgumentException(
                    "wanted version " + version + " of the bytes of " + name + ", got version " + foundVersion);
        }
        return reader;
    }

    /** {@return the count that was written} */
    public long count() {
        long count = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = next();
            count |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return count;
            }
        }
        throw corrupt("a count is too long");
    }

    /**
     * {@return the count that was written, as an int}
     *
     * @param max the most it may be, such as the number of keys there are
     */
    public int count(int max) {
        return atMost(max, count());
    }

    private int atMost(int max, long count) {
        if (count > max) {
            throw corrupt("a count is " + count + ", at most " + max + " makes sense");
        }
        return (int) count;
    }

    /**
     * {@return the number of parts that was written as a count}
     *
     * <p>Each part takes at least one byte, so that a false number never makes the caller allocate more than the
     * bytes are worth.
     */
    public int size() {
        long parts = count();
        return atMost(end - at, parts);
    }

    /** {@return the whole number that was written} */
    public long number() {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << 8 | (next() & 0xFF);
        }
        return number;
    }

    /** {@return the whole number that was written, as an int} */
    public int integer() {
        long number = number();
        if (number != (int) number) {
            throw corrupt("a number is " + number + ", out of range");
        }
        return (int) number;
    }

    /** {@return the scale that was written} */
    public RatingScale scale() {
        int min = integer();
        int max = integer();
        boolean lowIsGood = count(1) == 1;
        try {
            return new RatingScale(min, max, lowIsGood);
        } catch (IllegalArgumentException e) {
            throw corrupt("no scale is from " + min + " to " + max, e);
        }
    }

    /** {@return the number that was written; never NaN or infinite} */
    public double real() {
        double number = Double.longBitsToDouble(number());
        if (!Double.isFinite(number)) {
            throw corrupt("a number is " + number);
        }
        return number;
    }

    /** {@return the text that was written} */
    public String text() {
        int length = size();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
            at += length;
            return text;
        } catch (CharacterCodingException e) {
            throw corrupt("a text is not UTF-8", e);
        }
    }

    /** {@return the bytes that were written} */
    public byte[] bytes() {
        int length = size();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /**
     * {@return the object made of all that was read, once nothing is left over}
     *
     * @param made the object
     * @param <T> its type
     */
    public <T> T end(T made) {
        if (at != end) {
            throw corrupt((end - at) + " bytes are left over");
        }
        return made;
    }

    private byte next() {
        if (at == end) {
            throw corrupt("they end early");
        }
        return bytes[at++];
    }

    private IllegalArgumentException corrupt(String reason) {
        return new IllegalArgumentException("not the bytes of " + name + ": " + reason);
    }

    private IllegalArgumentException corrupt(String reason, Exception cause) {
        return new IllegalArgumentException("not the bytes of " + name + ": " + reason, cause);
    }
}
