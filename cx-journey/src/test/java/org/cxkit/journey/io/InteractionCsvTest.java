package org.cxkit.journey.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.cxkit.core.interaction.CaseId;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.ProblemRestated;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.io.Rejected;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionCsvTest {
    private static final InteractionCsv CSV = InteractionCsv.columns("customer", "timestamp", "event", "channel");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyColumnIsPutWhereItBelongs() throws IOException {
        String csv = """
                handled_by,customer,timestamp,event,channel,case,device,service_model,location,persona,problem_restated
                team blue,ann,2026-03-02T12:00:00Z,call,Phone,T-7,none,assisted,rome-1,busy,Yes
                """;
        assertThat(read(CSV, csv).orThrow())
                .containsExactly(Interaction.builder(
                                CustomerId.of("ann"),
                                touchpoint("call", Channel.PHONE, Device.NONE, ServiceModel.ASSISTED),
                                NOON)
                        .caseId(CaseId.of("T-7"))
                        .location(LocationId.of("rome-1"))
                        .persona(PersonaId.of("busy"))
                        .problemRestated(ProblemRestated.YES)
                        .handledBy("team blue")
                        .build());
    }

    @Test
    void fourColumnsAreEnoughAndBlankMeansNotKnown() throws IOException {
        Path file = folder.resolve("events.csv");
        Files.writeString(
                file,
                "user,at,what,where,case,location\nann,2026-03-02T13:00,view,my kiosk,,\nbob,2026-03-02T12:00:00Z,view,my kiosk,,\n");
        List<Interaction> read = InteractionCsv.columns("user", "at", "what", "where")
                .zone(ZoneId.of("Europe/Rome"))
                .read(file)
                .orThrow();
        Touchpoint view = touchpoint("view", Channel.of("my kiosk"), Device.OTHER, ServiceModel.SELF_SERVICE);
        assertThat(read)
                .containsExactly(
                        Interaction.builder(CustomerId.of("ann"), view, NOON)
                                .problemRestated(ProblemRestated.UNKNOWN)
                                .build(),
                        Interaction.builder(CustomerId.of("bob"), view, NOON)
                                .problemRestated(ProblemRestated.UNKNOWN)
                                .build());
        assertThat(read.get(0).touchpoint()).isSameAs(read.get(1).touchpoint());
    }

    @Test
    void theCaseMayHaveAnotherName() throws IOException {
        String csv = "customer,timestamp,event,channel,ticket,case\nann,2026-03-02,mail,email,T-9,nominative\n";
        assertThat(read(CSV.ticket("ticket"), csv).orThrow())
                .extracting(Interaction::caseId)
                .containsExactly(CaseId.of("T-9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",2026-03-02,e,web,,, | customer | wanted text, got nothing",
                "ann,2026-03-02,,web,,, | event | wanted text, got nothing",
                "ann,2026-03-02,e,,,, | channel | wanted text, got nothing",
                "ann,2026-03-02,e,web,phone,, | device | wanted one of [MOBILE, DESKTOP, NONE, OTHER], got \"phone\"",
                "ann,2026-03-02,e,web,,both, | service_model | wanted one of [SELF_SERVICE, ASSISTED], got \"both\"",
                "ann,2026-03-02,e,web,,,maybe | problem_restated | wanted one of [YES, NO, UNKNOWN], got \"maybe\""
            })
    void aRowThatIsNoInteractionIsRefusedWithItsColumn(String row, String column, String reason) throws IOException {
        Ingested<List<Interaction>> read =
                read(CSV, "customer,timestamp,event,channel,device,service_model,problem_restated\n" + row + "\n");
        assertThat(read.rejected()).containsExactly(new Rejected("events.csv", 2, column, reason));
        assertThat(read.value()).isEmpty();
        assertThat(read.rows()).isEqualTo(1);
    }

    @Test
    void anInstantThatIsNoneIsRefused() throws IOException {
        assertThat(read(CSV, "customer,timestamp,event,channel\nann,yesterday,e,web\n")
                        .rejected())
                .containsExactly(new Rejected(
                        "events.csv",
                        2,
                        "timestamp",
                        "wanted an ISO-8601 date or date-time such as 2024-03-11 or 2024-03-11T10:21:14.5+01:00,"
                                + " got \"yesterday\""));
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(CSV, "customer,timestamp,event\n"))
                .withMessage("events.csv column channel: no such column; the columns are customer, timestamp, event");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(CSV, "customer,timestamp,event,channel,case,case\n"))
                .withMessage("events.csv row 1, column case: the header has this column twice");
    }

    private static Touchpoint touchpoint(String event, Channel channel, Device device, ServiceModel model) {
        return Touchpoint.builder(event)
                .type(TouchpointType.of(event))
                .channel(channel)
                .device(device)
                .serviceModel(model)
                .purpose("not stated in the log")
                .build();
    }

    private static Ingested<List<Interaction>> read(InteractionCsv reader, String csv) throws IOException {
        return reader.read(new StringReader(csv), "events.csv");
    }
}
