package org.cxkit.metrics.survey;

import java.io.Serial;
import java.io.Serializable;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/** The bytes of a rating tally, which are also what Java serialisation writes of it. */
final class RatingForm implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "ratings";
    private static final int VERSION = 1;

    private final byte[] bytes;

    RatingForm(RatingTally tally) {
        this.bytes = bytes(tally);
    }

    static byte[] bytes(RatingTally tally) {
        RatingScale scale = tally.scale();
        ByteWriter writer =
                ByteWriter.of(NAME, VERSION).scale(scale).count(tally.missing()).count(tally.invalid());
        for (long count : tally.counts()) {
            writer.count(count);
        }
        return writer.toBytes();
    }

    static RatingTally tally(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        try {
            return reader.end(tally(reader));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": " + e.getMessage(), e);
        }
    }

    private static RatingTally tally(ByteReader reader) {
        RatingScale scale = reader.scale();
        long missing = reader.count();
        long invalid = reader.count();
        long[] counts = new long[scale.points()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = reader.count();
        }
        return new RatingTally(scale, counts, missing, invalid);
    }

    @Serial
    private Object readResolve() {
        return tally(bytes);
    }
}
