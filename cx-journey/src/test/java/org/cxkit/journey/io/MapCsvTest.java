package org.cxkit.journey.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.io.Rejected;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Opportunity;
import org.cxkit.journey.map.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapCsvTest {
    private static final String HEADER =
            "event,stage,touchpoint,channel,flow,emotion,pain,severity,opportunity,kind,impact,within,text,backstage\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyColumnIsPutWhereItBelongs() throws IOException {
        Ingested<JourneyMap> read = read(HEADER
                + "post,Awareness,Sees a post,instagram,,,,,,,,,,\n"
                + "search,Consideration,Search,website,LOOP,0.5,Forgets filters,4,,,,,Looks,\n"
                + "product,Consideration,Product,website,LOOP,,,,,,,,,\n"
                + "chat,Consideration,Chat,chat,OPTIONAL,-2,Slow,,Say how long,HEADROOM,5,PT15M,,Nine to five\n"
                + "catalog,Consideration,Search,email,STEP,2,other,1,,,,,,\n"
                + "again,Consideration,Compare,website,LOOP,,,,,,,,,\n"
                + "buy,Purchase,Buy,Store,STEP,,,,Gift,,,PT26H,,\n");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.rows()).isEqualTo(7);
        assertThat(read.value())
                .isEqualTo(JourneyMap.named("Lamp")
                        .stage("Awareness")
                        .step(Step.of("post").withTitle("Sees a post").withChannels(Channel.INSTAGRAM))
                        .stage("Consideration")
                        .loop(
                                Step.of("search")
                                        .withTitle("Search")
                                        .withChannels(Channel.WEBSITE)
                                        .withText("Looks")
                                        .withEmotion(0.5)
                                        .withPainPoint("Forgets filters", 4)
                                        .withEvents("search", "catalog"),
                                Step.of("product").withTitle("Product").withChannels(Channel.WEBSITE))
                        .optional(Step.of("chat")
                                .withTitle("Chat")
                                .withChannels(Channel.CHAT)
                                .withEmotion(-2)
                                .withPainPoint("Slow", 3)
                                .withOpportunity(Opportunity.Kind.HEADROOM, "Say how long", 5)
                                .withPromise(Duration.ofMinutes(15))
                                .withBackstage("Nine to five"))
                        .loop(Step.of("again").withTitle("Compare").withChannels(Channel.WEBSITE))
                        .stage("Purchase")
                        .step(Step.of("buy")
                                .withTitle("Buy")
                                .withChannels(Channel.STORE)
                                .withOpportunity(Opportunity.Kind.DELIGHT, "Gift", 3)
                                .withPromise(Duration.ofHours(26)))
                        .build());
    }

    @Test
    void fourColumnsAreEnough() throws IOException {
        Path file = folder.resolve("map.csv");
        Files.writeString(file, "channel,touchpoint,stage,event\nwebsite,Look,Awareness,view\n");
        assertThat(MapCsv.named("m").read(file).orThrow())
                .isEqualTo(JourneyMap.named("m")
                        .stage("Awareness")
                        .step(Step.of("view").withTitle("Look").withChannels(Channel.WEBSITE))
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e,,T,web,,,,,,,,,, | stage | wanted text, got nothing",
                "e,S,,web,,,,,,,,,, | touchpoint | wanted text, got nothing",
                ",S,T,web,,,,,,,,,, | event | wanted text, got nothing",
                "e,S,T,,,,,,,,,,, | channel | wanted text, got nothing",
                "e,S,T,web,loop,,,,,,,,, | flow | wanted one of [STEP, OPTIONAL, LOOP], got \"loop\"",
                "e,S,T,web,,2.1,,,,,,,, | emotion | wanted an emotion from -2 to 2, got \"2.1\"",
                "e,S,T,web,,1e999,,,,,,,, | emotion | wanted an emotion from -2 to 2, got \"1e999\"",
                "e,S,T,web,,good,,,,,,,, | emotion | wanted a number such as 19.99, got \"good\"",
                "e,S,T,web,,,p,6,,,,,, | severity | wanted a whole number from 1 to 5, got \"6\"",
                "e,S,T,web,,,p,33,,,,,, | severity | wanted a whole number from 1 to 5, got \"33\"",
                "e,S,T,web,,,,,o,NICE,,,, | kind | wanted one of [DELIGHT, HEADROOM], got \"NICE\"",
                "e,S,T,web,,,,,o,,0,,, | impact | wanted a whole number from 1 to 5, got \"0\"",
                "e,S,T,web,,,,,,,,PT0S,, | within | wanted a duration above zero such as PT15M, got \"PT0S\"",
                "e,S,T,web,,,,,,,,-PT1S,, | within | wanted a duration above zero such as PT15M, got \"-PT1S\"",
                "e,S,T,web,,,,,,,,a day,, | within | wanted a duration above zero such as PT15M, got \"a day\""
            })
    void aRowThatIsNoStepIsRefusedWithItsColumn(String row, String column, String reason) throws IOException {
        Ingested<JourneyMap> read = read(HEADER + "view,S,View,web,,,,,,,,,,\n" + row + "\n");
        assertThat(read.rejected()).containsExactly(new Rejected("map.csv", 3, column, reason));
        assertThat(read.value())
                .isEqualTo(JourneyMap.named("Lamp")
                        .stage("S")
                        .step(Step.of("view").withTitle("View").withChannels(Channel.of("web")))
                        .build());
    }

    @Test
    void anEventTwiceAtOneStepIsRefused() throws IOException {
        Ingested<JourneyMap> read = read("event,stage,touchpoint,channel\nview,S,View,web\nview,S,View,web\n");
        assertThat(read.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.row()).isEqualTo(3);
            assertThat(rejected.column()).isNull();
            assertThat(rejected.reason()).contains("view");
        });
    }

    @Test
    void rowsThatMakeNoMapAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("event,stage,touchpoint,channel\n"))
                .withMessage("map.csv: journey map \"Lamp\": there must be at least one stage, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("event,stage,touchpoint,channel\nview,S,View,web\nview,S,Look,web\n"))
                .withMessage("map.csv: journey map \"Lamp\": step view occurs twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("event,stage,channel\n"))
                .withMessage("map.csv column touchpoint: no such column; the columns are event, stage, channel");
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> MapCsv.named("m").read(folder.resolve("none.csv")))
                .withMessageContaining("none.csv");
    }

    private static Ingested<JourneyMap> read(String csv) throws IOException {
        return MapCsv.named("Lamp").read(new StringReader(csv), "map.csv");
    }
}
