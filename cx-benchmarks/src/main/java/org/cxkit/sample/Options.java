package org.cxkit.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cxkit.core.money.Money;

/** The options of a chapter by name, as the README lists them. */
record Options(Map<String, String> values) {

    Options with(String name, Object value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value.toString());
        return new Options(more);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String name, String unsaid) {
        return find(name).orElse(unsaid);
    }

    Optional<Path> file(String name) {
        return find(name).map(Path::of);
    }

    BigDecimal number(String name, String unsaid) {
        try {
            return new BigDecimal(text(name, unsaid));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "option " + name + ": wanted a number such as 0.25, got \"" + values.get(name) + "\"");
        }
    }

    Money money(String name, String currency) {
        return Money.of(number(name, "0").toPlainString(), currency);
    }

    String[] list(String name) {
        return Arrays.stream(text(name, "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
