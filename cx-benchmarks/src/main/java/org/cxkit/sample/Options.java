package org.cxkit.sample;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Properties;
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

    BigDecimal number(String name, String unsaid) {
        String text = text(name, unsaid);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "option " + name + ": wanted a number such as 0.25, got \"" + text + "\"");
        }
    }

    String[] list(String name) {
        Stream<String> words = Stream.of(text(name, "").split(",", -1)).map(String::strip);
        return words.filter(word -> !word.isEmpty()).toArray(String[]::new);
    }
}
