package org.cxkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every public record of a module keeps: it survives JSON, read and written by Jackson 3 and by Jackson 2 with
 * jsr310, and Java serialisation. A record that no example is of fails the last test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RecordContract {

    /** How a user tells Jackson the kinds of an outcome. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Value.class, name = "value"),
        @JsonSubTypes.Type(value = Outcome.NoData.class, name = "noData"),
        @JsonSubTypes.Type(value = Outcome.Suppressed.class, name = "suppressed")
    })
    private interface OutcomeMixIn {}

    private final tools.jackson.databind.json.JsonMapper jackson3;
    private final com.fasterxml.jackson.databind.ObjectMapper jackson2;
    private final Class<?> anyOfTheModule;

    /**
     * The contract of a module.
     *
     * @param anyOfTheModule any class of the module
     * @param mixIns for the sealed families of the module, beside that of outcomes
     */
    protected RecordContract(Class<?> anyOfTheModule, Map<Class<?>, Class<?>> mixIns) {
        this.anyOfTheModule = anyOfTheModule;
        this.jackson2 = new com.fasterxml.jackson.databind.ObjectMapper()
                .registerModule(new JavaTimeModule())
                .addMixIn(Outcome.class, OutcomeMixIn.class);
        var builder = tools.jackson.databind.json.JsonMapper.builder().addMixIn(Outcome.class, OutcomeMixIn.class);
        mixIns.forEach((family, mixIn) -> {
            jackson2.addMixIn(family, mixIn);
            builder.addMixIn(family, mixIn);
        });
        this.jackson3 = builder.build();
    }

    /** {@return at least one example of every public record of the module that is not generic} */
    protected abstract Stream<Record> records();

    /** {@return the record, written and read by Jackson 3} */
    protected final <T> T again(T original, Class<T> type) {
        return jackson3.readValue(jackson3.writeValueAsString(original), type);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson3(Record original) {
        String json = jackson3.writeValueAsString(original);
        Record back = jackson3.readValue(json, original.getClass());
        assertThat(back).isEqualTo(original);
        // some records are equal by their identifier alone: the text shows that nothing else was lost
        assertThat(jackson3.writeValueAsString(back)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson2(Record original) throws IOException {
        String json = jackson2.writeValueAsString(original);
        Record back = jackson2.readValue(json, original.getClass());
        assertThat(back).isEqualTo(original);
        assertThat(jackson2.writeValueAsString(back)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordIsSerializable(Record original) throws IOException, ClassNotFoundException {
        assertThat(original).isInstanceOf(Serializable.class);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(List.of(in.readObject())).containsExactly(original);
        }
    }

    @Test
    void noPublicRecordIsForgotten() throws IOException, URISyntaxException, ClassNotFoundException {
        TreeSet<String> forgotten = new TreeSet<>();
        Path root = Path.of(anyOfTheModule
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
                if (name.endsWith("-info.class")) {
                    continue;
                }
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                if (type.isRecord() && open(type) && type.getTypeParameters().length == 0) {
                    forgotten.add(type.getName());
                }
            }
        }
        assertThat(forgotten).isNotEmpty();
        records().forEach(each -> forgotten.remove(each.getClass().getName()));
        assertThat(forgotten).isEmpty();
    }

    /** A type is open to users if it and all types around it are public. */
    private static boolean open(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || open(outer));
    }
}
