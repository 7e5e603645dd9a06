package org.cxkit.core.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Instants as they stand in columns: a long of microseconds since 1970-01-01T00:00Z, negative before.
 *
 * <p>A long reaches some 292,000 years either way. Stateless and thread-safe.
 */
public final class EpochMicros {
    private static final long PER_SECOND = 1_000_000;
    private static final Instant FIRST = toInstant(Long.MIN_VALUE);
    private static final Instant END = toInstant(Long.MAX_VALUE).plusNanos(1000);

    private EpochMicros() {}

    /**
     * {@return the microseconds from 1970-01-01T00:00Z to the instant; what is finer than a microsecond is cut off}
     *
     * @param instant any instant within 292,000 years of 1970
     * @throws ArithmeticException if the instant is further away
     */
    public static long of(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new ArithmeticException("an instant must be within 292,000 years of 1970, got " + instant);
        }
        // the second of the first instant starts before all that a long holds: the sum is right, if its parts wrap
        return instant.getEpochSecond() * PER_SECOND + instant.getNano() / 1000;
    }

    /**
     * {@return the instant}
     *
     * @param micros microseconds since 1970-01-01T00:00Z
     */
    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000L);
    }

    /**
     * {@return the microseconds of a length of time; what is finer is cut off, and what no long can hold is the
     * greatest or least one}
     *
     * @param length any length of time
     */
    public static long span(Duration length) {
        long seconds = length.getSeconds();
        if (seconds >= Long.MAX_VALUE / PER_SECOND || seconds <= Long.MIN_VALUE / PER_SECOND) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return seconds * PER_SECOND + length.getNano() / 1000;
    }
}
