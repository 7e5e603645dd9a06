package org.cxkit.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of a chapter by name, as the README lists them; files are sought in a directory. */
record Options(Properties properties, Path directory) {

    static Options read(InputStream bytes, Path directory) throws IOException {
        Properties properties = new Properties();
        properties.load(bytes);
        return new Options(properties, directory);
    }

    @Nullable
    Path file(String name) {
        String file = text(name, "");
        return file.isEmpty() ? null : directory.resolve(file);
    }

    String text(String name, String unsaid) {
        String said = properties.getProperty(name, "").strip();
        return said.isEmpty() ? unsaid : said;
    }

    /** What the reading makes of an option; one that it throws at is refused by name. */
    <T> T read(String name, String unsaid, String wanted, Function<String, T> reading) {
        String text = text(name, unsaid);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("option " + name + ": wanted " + wanted + ", got \"" + text + "\"", e);
        }
    }

    String[] list(String name) {
        Stream<String> words = Stream.of(text(name, "").split(",", -1)).map(String::strip);
        return words.filter(word -> !word.isEmpty()).toArray(String[]::new);
    }
}
