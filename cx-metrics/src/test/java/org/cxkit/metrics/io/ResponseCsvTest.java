package org.cxkit.metrics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.cxkit.core.interaction.DataSource;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseCsvTest {
    private static final ResponseCsv NPS = ResponseCsv.question("nps", RatingScale.ZERO_TO_TEN);
    private static final ResponseCsv BOTH = NPS.andQuestion("csat", RatingScale.ONE_TO_FIVE);

    private static Ingested<List<Response>> read(ResponseCsv csv, String... lines) throws IOException {
        return csv.read(new StringReader(String.join("\n", lines)), "answers.csv");
    }

    @Test
    void everyColumnGoesWhereItBelongs() throws IOException {
        Ingested<List<Response>> read = read(
                BOTH.source(DataSource.SURVEYS),
                "response,customer,question,answer,timestamp,touchpoint,channel,stage,location,persona",
                "r1,c1,nps,9,2024-03-11T12:00:00Z,checkout,chat,purchase,rome,planner",
                "r2,,csat, 4 ,2024-03-11T12:00:01Z,,,,,");
        assertThat(read.orThrow())
                .containsExactly(
                        new Response(
                                ResponseId.of("r1"),
                                "nps",
                                Answer.of(9),
                                Instant.parse("2024-03-11T12:00:00Z"),
                                CustomerId.of("c1"),
                                TouchpointId.of("checkout"),
                                Channel.CHAT,
                                StageId.of("purchase"),
                                LocationId.of("rome"),
                                PersonaId.of("planner"),
                                DataSource.SURVEYS),
                        Response.builder(ResponseId.of("r2"), "csat", Instant.parse("2024-03-11T12:00:01Z"))
                                .rating(4)
                                .source(DataSource.SURVEYS)
                                .build());
    }

    @Test
    void answerAndTimestampAreEnoughForOneQuestion() throws IOException {
        AtomicLong seen = new AtomicLong();
        List<Response> responses = read(
                        NPS.column(ResponseColumn.ANSWER, "score")
                                .zone(ZoneId.of("Europe/Rome"))
                                .separator(';')
                                .progress((rows, position) -> seen.set(rows)),
                        "when;score;timestamp",
                        "x;10;2024-07-01 10:00:00")
                .orThrow();
        assertThat(responses)
                .containsExactly(Response.builder(ResponseId.of("row 2"), "nps", Instant.parse("2024-07-01T08:00:00Z"))
                        .rating(10)
                        .build());
        assertThat(seen).hasValue(1);
    }

    @Test
    void lenientReadingKeepsInvalidAnswersAndRefusesBrokenRows() throws IOException {
        Ingested<List<Response>> read = read(
                BOTH,
                "question,answer,timestamp",
                "nps,11,2024-03-11T12:00:00Z",
                "nps,skip,2024-03-11T12:00:00Z",
                "nps,10,yesterday",
                "effort,3,2024-03-11T12:00:00Z",
                "nps,10,2024-03-11T12:00:00Z");
        assertThat(read.rows()).isEqualTo(5);
        assertThat(read.value().stream().collect(RatingTally.ofResponses(RatingScale.ZERO_TO_TEN)))
                .hasToString("1 rating on 0..10 {10=1}, 1 missing, 1 invalid");
        assertThat(read.rejected()).hasSize(2);
        assertThat(read.rejected().get(0).toString()).startsWith("answers.csv row 4, column timestamp: wanted");
        assertThat(read.rejected().get(1))
                .hasToString("answers.csv row 5, column question: wanted one of the questions csat, nps,"
                        + " got \"effort\"");
    }

    @Test
    void strictReadingEndsAtAnAnswerThatIsNoRating() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(NPS.strict(), "answer,timestamp", "10,2024-03-11T12:00:00Z", "6.5,2024-03-11T12:00:00Z"))
                .withMessage("answers.csv row 3, column answer: wanted a whole number on the scale 0..10, got \"6.5\"");
    }

    @Test
    void aColumnThatIsStatedMustBeThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(
                        NPS.column(ResponseColumn.CHANNEL, "kanal"), "answer,timestamp", "10,2024-03-11T12:00:00Z"))
                .withMessage("answers.csv column kanal: no such column; the columns are answer, timestamp");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(NPS, "timestamp", "2024-03-11T12:00:00Z"))
                .withMessage("answers.csv column answer: no such column; the columns are timestamp");
    }

    @Test
    void aQuestionIsStatedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOTH.andQuestion("csat", RatingScale.ONE_TO_SEVEN))
                .withMessage("the scale of the question csat is stated already");
    }

    @Test
    void talliesAreThoseOfTheResponses(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answers.csv");
        Files.writeString(file, """
                question,answer,timestamp,channel
                nps,10,2024-03-11T12:00:00Z,web
                csat,5,2024-03-11T12:00:00Z,web
                nps,,2024-03-11T12:00:00Z,chat
                nps,3,2024-03-11T12:00:00Z,chat
                """);
        assertThat(BOTH.tallies(file).orThrow())
                .hasToString("{csat=1 rating on 1..5 {5=1}, nps=2 ratings on 0..10 {3=1, 10=1}, 1 missing}");
        Grouped<String, RatingTally> byChannel = BOTH.read(file).orThrow().stream()
                .filter(response -> response.question().equals("nps"))
                .collect(Grouped.by(
                        response -> String.valueOf(response.channel()),
                        RatingTally.ofResponses(RatingScale.ZERO_TO_TEN)));
        assertThat(byChannel.map(tally -> Nps.of(tally).score())).hasToString("{chat=-100.0, web=100.0}");
    }
}
