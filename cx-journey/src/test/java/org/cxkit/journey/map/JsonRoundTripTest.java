package org.cxkit.journey.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class JsonRoundTripTest {

    /** The mix-in that {@link MapElement} shows. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.class, name = "step"),
        @JsonSubTypes.Type(value = OptionalElement.class, name = "optional"),
        @JsonSubTypes.Type(value = Loop.class, name = "loop")
    })
    interface ElementMixIn {}

    private static final JsonMapper JACKSON_3 =
            JsonMapper.builder().addMixIn(MapElement.class, ElementMixIn.class).build();

    private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
            new com.fasterxml.jackson.databind.ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .addMixIn(MapElement.class, ElementMixIn.class);

    static Stream<Record> records() {
        MapStage stage = ExampleMaps.LAMP.stages().get(1);
        return Stream.of(
                ExampleMaps.LAMP,
                ExampleMaps.LAMP_MEASURED,
                ExampleMaps.LAMP_MEASURED.steps().get(1),
                new MeasuredEmotion(0.5, -1, 1.25, 7),
                stage,
                (Record) stage.elements().get(0),
                (Record) stage.elements().get(1),
                ExampleMaps.LAMP.steps().get(4),
                new PainPoint("p", 3),
                new Opportunity(Opportunity.Kind.DELIGHT, "o", 1),
                new Finding("step a", "has no channel"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson3(Record original) {
        String json = JACKSON_3.writeValueAsString(original);
        Record back = JACKSON_3.readValue(json, original.getClass());
        assertThat(back).isEqualTo(original);
        assertThat(JACKSON_3.writeValueAsString(back)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson2(Record original) throws IOException {
        String json = JACKSON_2.writeValueAsString(original);
        Record back = JACKSON_2.readValue(json, original.getClass());
        assertThat(back).isEqualTo(original);
        assertThat(JACKSON_2.writeValueAsString(back)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordIsSerializable(Record original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(List.of(in.readObject())).containsExactly(original);
        }
    }
}
