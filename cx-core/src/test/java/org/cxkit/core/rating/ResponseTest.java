package org.cxkit.core.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cxkit.core.interaction.DataSource;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseTest {
    private static final Instant NOON = Instant.parse("2024-03-11T12:00:00Z");

    private static Response full() {
        return Response.builder(ResponseId.of(" r1 "), "nps", NOON)
                .rating(9)
                .customer(CustomerId.of("c1"))
                .touchpoint(TouchpointId.of("checkout"))
                .channel(Channel.CHAT)
                .stage(StageId.of("purchase"))
                .location(LocationId.of("rome"))
                .persona(PersonaId.of("planner"))
                .source(DataSource.SURVEYS)
                .build();
    }

    @Test
    void theBuilderSetsEveryPart() {
        assertThat(full())
                .isEqualTo(new Response(
                        new ResponseId("r1"),
                        "nps",
                        Answer.of(9),
                        NOON,
                        CustomerId.of("c1"),
                        TouchpointId.of("checkout"),
                        Channel.CHAT,
                        StageId.of("purchase"),
                        LocationId.of("rome"),
                        PersonaId.of("planner"),
                        DataSource.SURVEYS));
    }

    @Test
    void withoutAnAnswerTheAnswerIsMissing() {
        Response response = Response.builder(ResponseId.of("r1"), "nps", NOON).build();
        assertThat(response.answer()).isEqualTo(Answer.missing());
        assertThat(response.customer()).isNull();
    }

    @Test
    void aBlankQuestionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Response.builder(ResponseId.of("r1"), " ", NOON).build())
                .withMessage("question must not be blank, got \" \"");
    }

    @Test
    @SuppressWarnings("NullAway") // what is refused is a null that came past the compiler
    void whatEveryResponseHasMustBeThere() {
        assertThatNullPointerException()
                .isThrownBy(
                        () -> Response.builder(ResponseId.of("r1"), "nps", null).build())
                .withMessage("instant");
        assertThatNullPointerException()
                .isThrownBy(() -> Response.builder(null, "nps", NOON).build())
                .withMessage("id");
    }

    @Test
    void anIdMustBeBareText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResponseId(" r1"))
                .withMessage("response id must be text without white space at its ends, got \" r1\"");
        assertThat(ResponseId.of("r1")).hasToString("r1").isLessThan(ResponseId.of("r2"));
    }

    @Test
    void anAnswerTellsARatingFromMissingAndInvalid() {
        assertThat(Answer.of(7).validity()).isEqualTo(Validity.VALID);
        assertThat(Answer.of(7).toOptional()).isEqualTo(OptionalInt.of(7));
        assertThat(Answer.of(7)).hasToString("7");
        assertThat(Answer.missing().validity()).isEqualTo(Validity.MISSING);
        assertThat(Answer.missing().toOptional()).isEmpty();
        assertThat(Answer.missing()).hasToString("missing");
        assertThat(Answer.invalid("6.5").validity()).isEqualTo(Validity.INVALID);
        assertThat(Answer.invalid("6.5")).hasToString("invalid \"6.5\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answer(7, "7"))
                .withMessage("an answer is a rating or refused, not both: 7 and \"7\"");
    }

    static Stream<Object> records() {
        return Stream.of(
                full(),
                Response.builder(ResponseId.of("r2"), "csat", NOON)
                        .answer(Answer.invalid("6.5"))
                        .build(),
                Answer.of(3),
                Answer.missing(),
                Answer.invalid("eleven"),
                RatingScale.ZERO_TO_TEN,
                new RatingScale(1, 5, true),
                Bands.EUROPEAN,
                ResponseId.of("r1"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson3(Object original) {
        var mapper = new tools.jackson.databind.ObjectMapper();
        assertThat((Object) mapper.readValue(mapper.writeValueAsString(original), original.getClass()))
                .isEqualTo(original);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson2(Object original) throws Exception {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper().registerModule(new JavaTimeModule());
        assertThat((Object) mapper.readValue(mapper.writeValueAsString(original), original.getClass()))
                .isEqualTo(original);
    }
}
