package org.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cxkit.core.classification.Classification;
import org.cxkit.core.classification.ClassifiedTouchpoints;
import org.cxkit.core.classification.ControlWeights;
import org.cxkit.core.classification.ControlledInteractions;
import org.cxkit.core.classification.StageCoverage;
import org.cxkit.core.interaction.CaseId;
import org.cxkit.core.interaction.DataSource;
import org.cxkit.core.interaction.Handoff;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.Journey;
import org.cxkit.core.interaction.MediumShare;
import org.cxkit.core.interaction.Mentions;
import org.cxkit.core.interaction.ProblemRestated;
import org.cxkit.core.interaction.RepeatFree;
import org.cxkit.core.interaction.Review;
import org.cxkit.core.interaction.Ticket;
import org.cxkit.core.interaction.Valence;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.io.Rejected;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.ExchangeRates;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.money.Valuation;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.Persona;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.Department;
import org.cxkit.core.place.Location;
import org.cxkit.core.place.LocationHierarchy;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.cxkit.core.stage.Stage;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageMapping;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.core.touchpoint.Alignment;
import org.cxkit.core.touchpoint.Asset;
import org.cxkit.core.touchpoint.AssetId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ChannelFamily;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.ServiceSetting;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.core.touchpoint.TouchpointType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public record of the module survives JSON and Java serialisation. A new record is added to {@link #records};
 * a record that is forgotten fails the last test.
 */
class JacksonRoundTripTest {

    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = new tools.jackson.databind.ObjectMapper();

    private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
            new com.fasterxml.jackson.databind.ObjectMapper().registerModule(new JavaTimeModule());

    private static final Interaction BARE = Examples.ann(Examples.MAIL, 60);
    private static final Interaction FIRST = Examples.aboutTheCase(Examples.CHAT, 0, ProblemRestated.UNKNOWN);
    private static final Interaction SECOND = Examples.aboutTheCase(Examples.CALL, 90, ProblemRestated.YES);

    /** Identifiers as the keys of JSON objects, and the generic record, as a user's own records would hold them. */
    record Held(Map<StageId, Long> byStage, Map<CustomerId, Long> byCustomer, Ingested<Journey> ingested) {}

    static Stream<Record> records() {
        return Stream.of(touchpoints(), people(), interactions(), figures(), ratings(), others())
                .flatMap(List::stream);
    }

    private static List<Record> touchpoints() {
        return List.of(
                TouchpointId.of("t"),
                AssetId.of("a"),
                TouchpointType.of("drone visit"),
                Channel.TIKTOK,
                Channel.physical("Kiosk", ChannelFamily.ALTERNATIVE),
                new Alignment("speed", null, null),
                new ServiceSetting(Medium.DIGITAL, Device.MOBILE, ServiceModel.SELF_SERVICE),
                new Asset(AssetId.of("film"), "The film", "show how it is made", List.of(TouchpointId.of("site"))),
                Examples.CHECKOUT,
                Examples.MAIL,
                StageId.of("s"),
                Stage.of("Purchase", ""),
                StageModel.FIVE,
                StageMapping.FIVE_TO_FOUR);
    }

    private static List<Record> people() {
        return List.of(
                CustomerId.of("c"),
                PersonaId.of("p"),
                Examples.PERSONA,
                Persona.builder("nobody").build(),
                Examples.PERSONA.attributes().get(0),
                LocationId.of("l"),
                Department.of("Ministry of Silly Walks"),
                Examples.STORE,
                Location.of("x", "X"));
    }

    private static List<Record> interactions() {
        return List.of(
                CaseId.of("c"),
                DataSource.WEB_ANALYTICS,
                Valence.of(1.25),
                Examples.FULL,
                BARE,
                BARE.usage(),
                Examples.FULL.usage(),
                Journey.of(List.of(SECOND, BARE, FIRST)),
                new Handoff(FIRST, SECOND),
                Ticket.byCase(List.of(FIRST, SECOND)).get(0),
                Ticket.byCase(List.of(FIRST, SECOND)).get(0).withClosed(Examples.NOON.plusSeconds(100)),
                Examples.REVIEW,
                Review.of(Channel.WORD_OF_MOUTH, Examples.NOON, "Lovely.", null));
    }

    private static List<Record> figures() {
        ClassifiedTouchpoints classified = ClassifiedTouchpoints.classify(List.of(Examples.OWN, Examples.OTHERS));
        return List.of(
                new RepeatFree(3, 1, 2),
                new RepeatFree(0, 0, 0),
                new MediumShare(3, 1),
                new Mentions(1, 2, 3, 4),
                Examples.OWN,
                Examples.OTHERS,
                ControlWeights.EQUAL_STEPS,
                StageCoverage.of(StageModel.FIVE, classified),
                StageCoverage.of(StageModel.FIVE, classified).cells().get(2),
                new ControlledInteractions(1, 2, 3, 4, 5));
    }

    private static List<Record> ratings() {
        return List.of(
                RatingScale.ZERO_TO_TEN,
                new RatingScale(1, 7, true),
                Bands.EUROPEAN,
                ResponseId.of("r"),
                Answer.of(9),
                Answer.missing(),
                Answer.invalid("eleven"),
                Response.builder(ResponseId.of("r1"), "nps", Examples.NOON).build(),
                new Response(
                        ResponseId.of("r2"),
                        "csat",
                        Answer.of(4),
                        Examples.NOON,
                        Examples.ANN,
                        Examples.CHAT.id(),
                        Channel.CHAT,
                        Examples.RETENTION,
                        LocationId.of("rome-1"),
                        PersonaId.of("busy-parent"),
                        DataSource.SURVEYS));
    }

    private static List<Record> others() {
        Valuation valuation =
                new Valuation(LocalDate.of(2026, 3, 1), TimeSpan.years(3), Rate.discrete(0.1, RatePeriod.YEAR));
        return List.of(
                new Rejected("events.csv", 7, null, "wanted 3 fields, got 2"),
                new TimeWindow(Examples.NOON, Examples.NOON.plusSeconds(1)),
                new CalendarPeriod(CalendarUnit.MONTH, LocalDate.of(2026, 3, 1)),
                Money.of("350.00", "EUR"),
                CompanyCosts.of("250.00", null, "40.00", "EUR"),
                CompanyCosts.of("250.00", null, "40.00", "EUR").valuedAt(valuation),
                valuation,
                new Valuation(LocalDate.of(2026, 3, 1), null, Rate.continuous(0, RatePeriod.DAY)),
                new ExchangeRates(
                        Currency.getInstance("EUR"),
                        LocalDate.of(2026, 3, 1),
                        Map.of(Currency.getInstance("USD"), new BigDecimal("0.93"))),
                Rate.discrete(0.1, RatePeriod.YEAR),
                TimeSpan.weeks(39));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson3(Record original) {
        String json = JACKSON_3.writeValueAsString(original);
        Record back = JACKSON_3.readValue(json, original.getClass());
        assertThat(back).isEqualTo(original);
        // a channel is equal by its identifier alone: the text shows that nothing else was lost
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
        assertThat(original).isInstanceOf(Serializable.class);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(original);
        }
    }

    @Test
    void recordsOfTheUsersOwnMayHoldOurs() throws IOException {
        Held held = new Held(
                new TreeMap<>(Map.of(StageId.of("awareness"), 1L)),
                new TreeMap<>(Map.of(CustomerId.of("ann"), 2L)),
                new Ingested<>(Journey.of(List.of(BARE)), 2, List.of(new Rejected("f", 2, "c", "r"))));
        assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(held), Held.class))
                .isEqualTo(held);
        assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(held), Held.class))
                .isEqualTo(held);
    }

    @Test
    void touchpointsAreClassifiedAgainWhenTheyAreRead() {
        ClassifiedTouchpoints written = ClassifiedTouchpoints.classify(List.of(Examples.OWN, Examples.OTHERS));
        String json = JACKSON_3.writeValueAsString(written.classifications());
        List<Classification> read = List.of(JACKSON_3.readValue(json, Classification[].class));
        assertThat(ClassifiedTouchpoints.classify(read)).isEqualTo(written);
    }

    @Test
    void aHierarchyIsCheckedAgainWhenItIsRead() {
        LocationHierarchy written = LocationHierarchy.of(List.of(Location.of("italy", "Italy"), Examples.STORE));
        String json = JACKSON_3.writeValueAsString(written.locations());
        List<Location> read = List.of(JACKSON_3.readValue(json, Location[].class));
        assertThat(LocationHierarchy.of(read)).isEqualTo(written);
    }

    @Test
    void noPublicRecordIsForgotten() throws IOException, URISyntaxException, ClassNotFoundException {
        TreeSet<String> forgotten = new TreeSet<>();
        Path root = Path.of(StageModel.class
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
                boolean seen = Modifier.isPublic(type.getModifiers());
                if (type.isRecord() && seen && type.getTypeParameters().length == 0) {
                    forgotten.add(type.getName());
                }
            }
        }
        assertThat(forgotten).isNotEmpty();
        records().forEach(each -> forgotten.remove(each.getClass().getName()));
        assertThat(forgotten).isEmpty();
    }
}
