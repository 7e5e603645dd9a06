package org.cxkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.cxkit.journey.page.Html;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.Insight;
import org.cxkit.journey.report.JourneyTable;
import org.cxkit.journey.report.RatingTable;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.attribution.ModelCredit;
import org.cxkit.sample.simulator.PlantedFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same report over other rows: another brand, a user's own files, and none. */
class SampleOtherRowsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void anotherBrandHidesTheSameFacts() throws IOException {
        SampleRun run = succeeds("customers", 6000, "seed", 2026);
        Chapter brand = run.report().chapters().get(0);
        assertThat(brand.journey()).isNotNull();
        assertThat(brand.sources())
                .filteredOn(source -> source.name().equals("events.csv"))
                .extracting(Chapter.Source::rows)
                .containsExactly((long)
                        SampleRun.rows(directory.resolve("out/data/events.csv")).size());
        assertThat(brand.insights())
                .filteredOn(insight -> insight.sentence().contains(" by location: "))
                .isNotEmpty()
                .extracting(Insight::subject)
                .containsOnly(PlantedFacts.WEAK_LOCATION);
        assertThat(brand.insights())
                .filteredOn(insight -> insight.kind() == Insight.Kind.BROKEN_PROMISE)
                .extracting(Insight::subject)
                .containsExactly("chat_answer");
        assertThat(brand.insights())
                .filteredOn(insight -> insight.sentence().contains(" by channel: "))
                .extracting(Insight::subject)
                .contains(PlantedFacts.SLOW_CHAT_CHANNEL);
        assertThat(brand.insights())
                .filteredOn(insight -> insight.kind() == Insight.Kind.ASSISTS_ONLY)
                .extracting(Insight::subject)
                .containsExactly(PlantedFacts.ASSISTING_CHANNEL);
    }

    @ParameterizedTest(name = "{0} customers")
    @CsvSource({"0", "1", "3"})
    void aBrandOfFewCustomersIsReportedWithoutAnException(int customers) throws IOException {
        succeeds("customers", customers, "seed", -7);
    }

    @Test
    void filesOfAUserMayNameTheirColumnsOtherwise() throws IOException {
        Path events = file("visite.csv", """
                quando,cliente,azione,dove
                2024-03-01T10:00,anna,vista,social
                2024-03-01T10:05,anna,carrello,sito
                2024-03-01T10:15,anna,ordine,sito
                2024-03-02T09:00,bruno,vista,ricerca
                2024-03-02T09:30,bruno,carrello,sito
                """);
        Path answers = file("voti.csv", """
                domanda,voto,quando,canale
                NPS,10,2024-03-03,sito
                NPS,9,2024-03-03,sito
                NPS,3,2024-03-03,sito
                NPS,,2024-03-03,sito
                NPS,99,2024-03-03,sito
                """);
        Path purchases = file("acquisti.csv", """
                chi,giorno,euro
                anna,2024-03-01,30.00
                anna,2024-04-01,10.00
                bruno,2024-03-02,4.50
                """);
        SampleRun run = succeeds(
                "events",
                events,
                "events.case",
                "cliente",
                "events.event",
                "azione",
                "events.timestamp",
                "quando",
                "events.channel",
                "dove",
                "conversions",
                "ordine",
                "funnel",
                "vista,carrello,ordine",
                "responses",
                answers,
                "responses.question",
                "domanda",
                "responses.answer",
                "voto",
                "responses.timestamp",
                "quando",
                "responses.channel",
                "canale",
                "purchases",
                purchases,
                "purchases.customer",
                "chi",
                "purchases.date",
                "giorno",
                "purchases.amount",
                "euro",
                "margin",
                "0.5",
                "acquisition",
                "3",
                "zone",
                "Europe/Rome");

        List<Chapter> chapters = run.report().chapters();
        assertThat(chapters).hasSize(1);
        Chapter chapter = chapters.get(0);
        assertThat(chapter.sources())
                .containsExactly(
                        new Chapter.Source("voti.csv", 5),
                        new Chapter.Source("visite.csv", 5),
                        new Chapter.Source("acquisti.csv", 3));
        // by hand: one promoter more than detractors, of three valid answers
        RatingTable.Row site = chapter.ratings().get(0).rows().get(0);
        assertThat(site.name()).isEqualTo("sito");
        assertThat(List.of(site.valid(), site.missing(), site.invalid())).containsExactly(3L, 1L, 1L);
        // the interval is told of the share, so its estimate in points may differ in the last bit
        assertThat(site.score().toOptional().orElseThrow().estimate()).isEqualTo(100.0 / 3);
        assertThat(Objects.requireNonNull(chapter.journey()).funnel())
                .containsExactly(
                        new JourneyTable.Level("vista", 2),
                        new JourneyTable.Level("carrello", 2),
                        new JourneyTable.Level("ordine", 1));
        ModelCredit last = chapter.credits()
                .get(0)
                .attribution()
                .model(AttributionModel.LAST)
                .orElseThrow();
        assertThat(last.channel("sito").map(ChannelCredit::conversions)).contains(1.0);
        // by hand: anna is worth 20.00 for 3.00, bruno 2.25 for 3.00
        assertThat(Objects.requireNonNull(chapter.convenience()).worst())
                .extracting(reason -> reason.customer() + ": " + reason.reason())
                .containsExactly(
                        "bruno: FAIL: costs 3.00 EUR exceed lifetime value 2.25 EUR by 0.75 EUR (CLV/cost 0.750)");
    }

    @Test
    void filesWithNothingButHeadersGiveAReportWithoutFigures() throws IOException {
        SampleRun run = succeeds(
                "events",
                file("events.csv", "customer,timestamp,event,channel,case\n"),
                "events.channel",
                "channel",
                "events.ticket",
                "case",
                "conversions",
                "buy",
                "contacts",
                "call",
                "funnel",
                "see,buy",
                "responses",
                file("responses.csv", "question,answer,timestamp,channel\n"),
                "purchases",
                file("purchases.csv", "customer,date,amount\n"),
                "costs",
                file("costs.csv", "customer,acquisition,service,retention\n"));
        Chapter chapter = run.report().chapters().get(0);
        assertThat(chapter.sources()).extracting(Chapter.Source::rows).containsOnly(0L);
        assertThat(chapter.insights()).isEmpty();
        assertThat(chapter.ratings()).isEmpty();
        assertThat(chapter.journey()).isNull();
        assertThat(chapter.credits()).isEmpty();
        assertThat(Objects.requireNonNull(chapter.convenience()).prospect().customers())
                .isZero();
    }

    @Test
    void namesOfAUserAreEscaped() throws IOException {
        Path events = file("events.csv", """
                customer,timestamp,event
                "<&"">",2024-01-01,<script>alert(1)</script>
                "<&"">",2024-01-02,caffè ☕
                """);
        Path answers = file("responses.csv", """
                question,answer,timestamp,location
                NPS,10,2024-01-01,<script>alert(1)</script>
                """);
        SampleRun run = succeeds("events", events, "responses", answers, "conversions", "caffè ☕");
        assertThat(run.html()).doesNotContain("<script").contains("&lt;script&gt;", "caffè ☕");
    }

    @Test
    void answersAllMissingGiveNoScore() throws IOException {
        Path answers = file("responses.csv", """
                question,answer,timestamp,location
                NPS,,2024-01-01,north
                NPS,11,2024-01-01,south
                """);
        Chapter chapter = succeeds("responses", answers).report().chapters().get(0);
        assertThat(chapter.ratings())
                .flatExtracting(RatingTable::rows)
                .extracting(RatingTable.Row::score)
                .containsOnly(Outcome.noData("no valid answers"));
    }

    private SampleRun succeeds(Object... options) throws IOException {
        SampleRun run = SampleRun.into(directory.resolve("out"), options);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Html.of(run.report())).isEqualTo(run.html());
        for (String shown : List.of(run.out(), run.html(), run.json())) {
            assertThat(shown).doesNotContain("NaN", "Infinity");
        }
        return run;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
