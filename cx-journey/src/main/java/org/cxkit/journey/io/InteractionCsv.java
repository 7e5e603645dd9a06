package org.cxkit.journey.io;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cxkit.core.interaction.CaseId;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.ProblemRestated;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.time.IsoTimestamps;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.metrics.io.CsvRow;
import org.cxkit.metrics.io.CsvRows;

/**
 * Reads interactions, with the case they belong to and who handled them, from a CSV file of events.
 *
 * <p>The file must have the columns of customer, timestamp (ISO-8601), event and channel. It may have {@code case}, {@code device} ({@code MOBILE}, {@code DESKTOP}, {@code NONE},
 * {@code OTHER}), {@code service_model} ({@code SELF_SERVICE}, {@code ASSISTED}; blank means {@code SELF_SERVICE}),
 * {@code location}, {@code persona}, {@code problem_restated} ({@code YES}, {@code NO}; blank means unknown) and
 * {@code handled_by}. Words may be in either case.
 *
 * <p>An event becomes an interaction at the touchpoint of its name. For logs of millions of events that need no case
 * or employee take {@link EventCsv}, which keeps columns. Immutable and thread-safe.
 */
public final class InteractionCsv {
    private static final List<String> OPTIONAL =
            List.of("case", "device", "service_model", "location", "persona", "problem_restated", "handled_by");
    private static final int REQUIRED = 4;
    private static final int CUSTOMER = 0;
    private static final int TIMESTAMP = 1;
    private static final int EVENT = 2;
    private static final int CHANNEL = 3;
    private static final int CASE = 4;
    private static final int DEVICE = 5;
    private static final int SERVICE_MODEL = 6;
    private static final int LOCATION = 7;
    private static final int PERSONA = 8;
    private static final int PROBLEM_RESTATED = 9;
    private static final int HANDLED_BY = 10;

    private final List<String> names;
    private final int required;
    private final ZoneId zone;

    private InteractionCsv(List<String> names, int required, ZoneId zone) {
        this.names = names;
        this.required = required;
        this.zone = zone;
    }

    /**
     * {@return a lenient reader of these columns; timestamps without an offset are UTC unless set otherwise}
     *
     * @param customer what the file calls the identifier of the customer
     * @param timestamp what the file calls the instant
     * @param event what the file calls the event
     * @param channel what the file calls the channel
     */
    public static InteractionCsv columns(String customer, String timestamp, String event, String channel) {
        List<String> names = new ArrayList<>(List.of(customer, timestamp, event, channel));
        names.addAll(OPTIONAL);
        return new InteractionCsv(List.copyOf(names), REQUIRED, ZoneOffset.UTC);
    }

    /**
     * {@return this reader, looking for the case in a column that the file must have}
     *
     * @param column what the file calls the case, such as {@code ticket}
     */
    public InteractionCsv ticket(String column) {
        List<String> changed = new ArrayList<>(names);
        changed.set(CASE, column);
        return new InteractionCsv(List.copyOf(changed), REQUIRED + 1, zone);
    }

    /**
     * {@return this reader, taking timestamps without an offset to be local times of a zone}
     *
     * @param local the zone
     */
    public InteractionCsv zone(ZoneId local) {
        return new InteractionCsv(names, required, local);
    }

    /**
     * {@return the interactions in the order of the file, and the rows that were refused}
     *
     * @param file the file
     * @throws IOException if there is no such file or it cannot be read; the message names it
     * @throws IllegalArgumentException if the header lacks a column or has one twice; the message names it
     */
    public Ingested<List<Interaction>> read(Path file) throws IOException {
        Rows rows = new Rows(IsoTimestamps.in(zone));
        return csv().read(file, rows::add, () -> List.copyOf(rows.interactions));
    }

    /**
     * {@return the interactions in the order of the source, and the rows that were refused}
     *
     * @param reader read to its end, and closed
     * @param sourceName what messages call the source
     * @throws IOException if the reader throws it
     * @throws IllegalArgumentException if the header lacks a column or has one twice; the message names it
     */
    public Ingested<List<Interaction>> read(Reader reader, String sourceName) throws IOException {
        Rows rows = new Rows(IsoTimestamps.in(zone));
        return csv().read(reader, sourceName, rows::add, () -> List.copyOf(rows.interactions));
    }

    private CsvRows csv() {
        return CsvRows.columns(names.subList(0, required).toArray(new String[0]))
                .optionalColumns(names.subList(required, names.size()).toArray(new String[0]));
    }

    private record Place(String event, String channel, Device device, ServiceModel serviceModel) {}

    private static final class Rows {
        private final IsoTimestamps timestamps;
        private final Map<Place, Touchpoint> touchpoints = new HashMap<>();
        private final List<Interaction> interactions = new ArrayList<>();

        Rows(IsoTimestamps timestamps) {
            this.timestamps = timestamps;
        }

        void add(CsvRow row) {
            CustomerId customer = CustomerId.of(row.required(CUSTOMER).toString());
            Instant instant = row.instant(TIMESTAMP, timestamps);
            Place place = new Place(
                    row.required(EVENT).toString(),
                    row.required(CHANNEL).toString(),
                    word(row, DEVICE, Device.class, Device.OTHER),
                    word(row, SERVICE_MODEL, ServiceModel.class, ServiceModel.SELF_SERVICE));
            Interaction.Builder interaction = Interaction.builder(
                            customer, touchpoints.computeIfAbsent(place, Rows::touchpoint), instant)
                    .problemRestated(word(row, PROBLEM_RESTATED, ProblemRestated.class, ProblemRestated.UNKNOWN));
            if (!row.blank(CASE)) {
                interaction.caseId(CaseId.of(row.text(CASE)));
            }
            if (!row.blank(LOCATION)) {
                interaction.location(LocationId.of(row.text(LOCATION)));
            }
            if (!row.blank(PERSONA)) {
                interaction.persona(PersonaId.of(row.text(PERSONA)));
            }
            if (!row.blank(HANDLED_BY)) {
                interaction.handledBy(row.text(HANDLED_BY));
            }
            interactions.add(interaction.build());
        }

        private static Touchpoint touchpoint(Place place) {
            return Touchpoint.builder(place.event())
                    .type(TouchpointType.of(place.event()))
                    .channel(Channel.of(place.channel()))
                    .device(place.device())
                    .serviceModel(place.serviceModel())
                    .purpose("not stated in the log")
                    .build();
        }

        private static <E extends Enum<E>> E word(CsvRow row, int column, Class<E> words, E unsaid) {
            if (row.blank(column)) {
                return unsaid;
            }
            String text = row.text(column).toUpperCase(Locale.ROOT);
            for (E word : words.getEnumConstants()) {
                if (word.name().equals(text)) {
                    return word;
                }
            }
            throw row.reject(
                    column,
                    "wanted one of " + List.of(words.getEnumConstants()) + ", got \"" + row.text(column) + "\"");
        }
    }
}
