package org.cxkit.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The options of the sample, each a system property.
 *
 * <p>Files: {@code events}, {@code responses}, {@code purchases}, and if there are some {@code costs} and a designed
 * {@code map}. Columns: {@code events.case}, {@code events.event}, {@code events.timestamp}, {@code events.channel},
 * {@code responses.id} and so on, {@code purchases.customer}, {@code purchases.date}, {@code purchases.amount}; their
 * usual names are those the README lists. The rest: {@code zone} (UTC), {@code currency} (EUR), {@code margin} (1),
 * {@code acquisition}, {@code service} and {@code retention} cost of a customer (0), {@code funnel} and
 * {@code conversions} (events, separated by commas), {@code customers} and {@code seed} of the simulated brand, and
 * {@code sample.output}.
 *
 * @param properties the options
 */
record Settings(Properties properties) {

    boolean ownData() {
        return Stream.of("events", "responses", "purchases").anyMatch(name -> file(name).isPresent());
    }

    Optional<Path> file(String name) {
        return Optional.ofNullable(properties.getProperty(name)).map(Path::of);
    }

    String text(String name, String unsaid) {
        return properties.getProperty(name, unsaid);
    }

    String[] list(String name) {
        return Arrays.stream(text(name, "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    BigDecimal number(String name, String unsaid) {
        try {
            return new BigDecimal(text(name, unsaid));
        } catch (NumberFormatException e) {
            throw wanted(name, "a number such as 0.25");
        }
    }

    int count(String name, int unsaid) {
        try {
            return Integer.parseInt(text(name, Integer.toString(unsaid)));
        } catch (NumberFormatException e) {
            throw wanted(name, "a whole number");
        }
    }

    ZoneId zone() {
        try {
            return ZoneId.of(text("zone", "UTC"));
        } catch (DateTimeException e) {
            throw wanted("zone", "a time zone such as Europe/Rome");
        }
    }

    Path output() {
        return Path.of(text("sample.output", "target/sample"));
    }

    private IllegalArgumentException wanted(String name, String what) {
        return new IllegalArgumentException("option " + name + ": wanted " + what + ", got \"" + text(name, "") + "\"");
    }
}
