package org.cxkit.sample.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The simulated year and the brand's zone. */
final class SimulatedYear {

    static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    /** The first second of the year. */
    static final long START = startOf(2025);

    /** The first second after the year. */
    static final long END = startOf(2026);

    static final int MINUTE = 60;
    static final int HOUR = 3_600;
    static final int DAY = 86_400;

    private SimulatedYear() {}

    private static long startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZONE).toEpochSecond();
    }

    /** {@return a second as ISO-8601 local time with its offset} */
    static String timestamp(long second) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(second).atZone(ZONE));
    }

    /** {@return the local date of a second} */
    static String date(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZONE).toString();
    }

    /** {@return the hour of the day, 0 to 23, of a second} */
    static int hour(long second) {
        return Instant.ofEpochSecond(second).atZone(ZONE).getHour();
    }
}
