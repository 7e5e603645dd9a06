package org.cxkit.journey.io;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.JourneyMapBuilder;
import org.cxkit.journey.map.Opportunity;
import org.cxkit.journey.map.Step;
import org.cxkit.metrics.io.CsvRow;
import org.cxkit.metrics.io.CsvRows;

/**
 * Reads a designed journey map from a CSV file: one row for each event of a log, saying to which touchpoint and stage
 * it belongs.
 *
 * <p>Columns that the file must have: {@code event}, {@code stage}, {@code touchpoint} (the title of the step) and
 * {@code channel} (an identifier, such as {@code website}). Columns it may have: {@code flow} ({@code STEP},
 * {@code OPTIONAL} or {@code LOOP}; blank means {@code STEP}), {@code emotion} (-2 to +2), {@code pain} with
 * {@code severity} (1 to 5, blank means 3), {@code opportunity} with {@code kind} ({@code DELIGHT} or {@code HEADROOM},
 * blank means {@code DELIGHT}) and {@code impact} (1 to 5, blank means 3), {@code within} (the promised wait since the
 * step before, an ISO-8601 duration such as {@code PT15M}), {@code text} and {@code backstage}.
 *
 * <p>Stages and steps stand in the order of the file. The step's identifier is the event of its first row; further rows
 * with the same stage and touchpoint add their events to it. Adjacent {@code LOOP} steps of a stage make one loop.
 * Immutable and thread-safe.
 */
public final class MapCsv {
    private static final int EVENT = 0;
    private static final int STAGE = 1;
    private static final int TOUCHPOINT = 2;
    private static final int CHANNEL = 3;
    private static final int FLOW = 4;
    private static final int EMOTION = 5;
    private static final int PAIN = 6;
    private static final int SEVERITY = 7;
    private static final int OPPORTUNITY = 8;
    private static final int KIND = 9;
    private static final int IMPACT = 10;
    private static final int WITHIN = 11;
    private static final int TEXT = 12;
    private static final int BACKSTAGE = 13;
    private static final CsvRows ROWS = CsvRows.columns("event", "stage", "touchpoint", "channel")
            .optionalColumns(
                    "flow",
                    "emotion",
                    "pain",
                    "severity",
                    "opportunity",
                    "kind",
                    "impact",
                    "within",
                    "text",
                    "backstage");

    private final String mapName;

    private MapCsv(String mapName) {
        this.mapName = mapName;
    }

    /**
     * {@return a reader of maps with this name}
     *
     * @param mapName what the map is called, not blank
     */
    public static MapCsv named(String mapName) {
        return new MapCsv(mapName);
    }

    /**
     * {@return the map, and the rows that were refused}
     *
     * @param file the file
     * @throws IOException if there is no such file or it cannot be read; the message names it
     * @throws IllegalArgumentException if a column is missing or the rows make no map; the message names the
     *     source, and the first refused row if there is one, and says why
     */
    public Ingested<JourneyMap> read(Path file) throws IOException {
        Draft draft = new Draft();
        return built(file.toString(), ROWS.read(file, draft::add, () -> draft));
    }

    /**
     * {@return the map, and the rows that were refused}
     *
     * @param reader read to its end, and closed
     * @param sourceName what messages call the source
     * @throws IOException if the reader throws it
     * @throws IllegalArgumentException if a column is missing or the rows make no map; the message names the
     *     source, and the first refused row if there is one, and says why
     */
    public Ingested<JourneyMap> read(Reader reader, String sourceName) throws IOException {
        Draft draft = new Draft();
        return built(sourceName, ROWS.read(reader, sourceName, draft::add, () -> draft));
    }

    /** A refused row may be why the rest makes no map, so it is told first. */
    private Ingested<JourneyMap> built(String sourceName, Ingested<Draft> read) {
        try {
            return new Ingested<>(read.value().build(mapName), read.rows(), read.rejected());
        } catch (IllegalArgumentException e) {
            read.orThrow();
            throw new IllegalArgumentException(sourceName + ": " + e.getMessage(), e);
        }
    }

    private enum Flow {
        STEP,
        OPTIONAL,
        LOOP
    }

    private record Place(Step step, Flow flow) {}

    /** The rows so far, by stage and title, in the order of the file. */
    private static final class Draft {
        private final Map<String, Map<String, Place>> stages = new LinkedHashMap<>();

        void add(CsvRow row) {
            String stage = row.required(STAGE).toString();
            String title = row.required(TOUCHPOINT).toString();
            String event = row.required(EVENT).toString();
            Place known = stages.getOrDefault(stage, Map.of()).get(title);
            Place place = known == null ? read(row, event, title) : covering(known, event);
            stages.computeIfAbsent(stage, name -> new LinkedHashMap<>()).put(title, place);
        }

        private static Place covering(Place known, String event) {
            List<String> events = new ArrayList<>(known.step().events());
            events.add(event);
            return new Place(known.step().withEvents(events.toArray(new String[0])), known.flow());
        }

        private static Place read(CsvRow row, String event, String title) {
            Channel channel = Channel.of(row.required(CHANNEL).toString());
            Step step = Step.of(event).withTitle(title).withChannels(channel).withText(row.text(TEXT));
            step = step.withBackstage(row.text(BACKSTAGE));
            if (!row.blank(EMOTION)) {
                double emotion = row.decimal(EMOTION).doubleValue();
                if (!(emotion >= -2 && emotion <= 2)) {
                    throw row.reject(EMOTION, "wanted an emotion from -2 to 2, got \"" + row.text(EMOTION) + "\"");
                }
                step = step.withEmotion(emotion);
            }
            if (!row.blank(PAIN)) {
                step = step.withPainPoint(row.text(PAIN), oneToFive(row, SEVERITY));
            }
            if (!row.blank(OPPORTUNITY)) {
                Opportunity.Kind kind = word(row, KIND, Opportunity.Kind.DELIGHT);
                step = step.withOpportunity(kind, row.text(OPPORTUNITY), oneToFive(row, IMPACT));
            }
            if (!row.blank(WITHIN)) {
                step = step.withPromise(duration(row));
            }
            return new Place(step, word(row, FLOW, Flow.STEP));
        }

        private static int oneToFive(CsvRow row, int column) {
            String text = row.text(column);
            if (text.isEmpty()) {
                return 3;
            }
            if (text.length() != 1 || text.charAt(0) < '1' || text.charAt(0) > '5') {
                throw row.reject(column, "wanted a whole number from 1 to 5, got \"" + text + "\"");
            }
            return text.charAt(0) - '0';
        }

        private static <E extends Enum<E>> E word(CsvRow row, int column, E unsaid) {
            if (row.blank(column)) {
                return unsaid;
            }
            E[] words = unsaid.getDeclaringClass().getEnumConstants();
            for (E word : words) {
                if (word.name().equals(row.text(column))) {
                    return word;
                }
            }
            throw row.reject(column, "wanted one of " + List.of(words) + ", got \"" + row.text(column) + "\"");
        }

        private static Duration duration(CsvRow row) {
            try {
                Duration promise = Duration.parse(row.view(WITHIN));
                if (!promise.isNegative() && !promise.isZero()) {
                    return promise;
                }
            } catch (DateTimeParseException e) {
                // refused below, with the same words
            }
            throw row.reject(WITHIN, "wanted a duration above zero such as PT15M, got \"" + row.text(WITHIN) + "\"");
        }

        JourneyMap build(String name) {
            JourneyMapBuilder map = JourneyMap.named(name);
            stages.forEach((stage, places) -> {
                map.stage(stage);
                List<Step> loop = new ArrayList<>();
                for (Place place : places.values()) {
                    if (place.flow() == Flow.LOOP) {
                        loop.add(place.step());
                        continue;
                    }
                    close(loop, map);
                    if (place.flow() == Flow.OPTIONAL) {
                        map.optional(place.step());
                    } else {
                        map.step(place.step());
                    }
                }
                close(loop, map);
            });
            return map.build();
        }

        private static void close(List<Step> loop, JourneyMapBuilder map) {
            if (!loop.isEmpty()) {
                map.loop(loop.toArray(new Step[0]));
                loop.clear();
            }
        }
    }
}
