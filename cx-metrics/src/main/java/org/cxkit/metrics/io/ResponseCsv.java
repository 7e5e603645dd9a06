package org.cxkit.metrics.io;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cxkit.core.interaction.DataSource;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.rating.Response;
import org.cxkit.core.rating.ResponseId;
import org.cxkit.core.rating.Validity;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.time.IsoTimestamps;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.RatingTally;
import org.jspecify.annotations.Nullable;

/**
 * Reads survey responses from a CSV file: one answer to one question a row.
 *
 * <p>{@code ResponseCsv.question("nps", RatingScale.ZERO_TO_TEN).column(ResponseColumn.ANSWER, "score").read(file)}
 *
 * <p>The file must have the columns {@code answer} and {@code timestamp}, and may have those named in
 * {@link ResponseColumn}; a column that is stated by name must be there. A blank field says that nothing is known. The
 * answer is read as {@link RatingScale#parse} says: in lenient reading an answer that is no rating is kept, and counted
 * as invalid by every tally; in strict reading it ends the reading like any other row that is refused. A row is refused
 * if its timestamp is none, or if its question is not one of those stated. What else a file may be is said at
 * {@link CsvRows}.
 *
 * <p>Immutable and thread-safe; the methods that set an option return a new object.
 */
public final class ResponseCsv {
    private final SortedMap<String, RatingScale> scales;
    private final Map<ResponseColumn, String> names;
    private final UnaryOperator<CsvRows> options;
    private final IsoTimestamps timestamps;
    private final @Nullable DataSource source;
    private final boolean strict;

    private ResponseCsv(
            SortedMap<String, RatingScale> scales,
            Map<ResponseColumn, String> names,
            UnaryOperator<CsvRows> options,
            IsoTimestamps timestamps,
            @Nullable DataSource source,
            boolean strict) {
        this.scales = scales;
        this.names = names;
        this.options = options;
        this.timestamps = timestamps;
        this.source = source;
        this.strict = strict;
    }

    /**
     * {@return a lenient reader of the answers to a question}
     *
     * @param name the name of the question, as the file has it if it has more than one
     * @param scale the scale of its answers
     */
    public static ResponseCsv question(String name, RatingScale scale) {
        return new ResponseCsv(
                new TreeMap<>(Map.of(name, scale)),
                Map.of(),
                rows -> rows,
                IsoTimestamps.in(ZoneOffset.UTC),
                null,
                false);
    }

    /**
     * {@return this reader, also reading the answers to another question}
     *
     * @param name the name of the question, as the file has it
     * @param scale the scale of its answers
     * @throws IllegalArgumentException if the scale of this question is stated already
     */
    public ResponseCsv andQuestion(String name, RatingScale scale) {
        SortedMap<String, RatingScale> more = new TreeMap<>(scales);
        if (more.put(name, scale) != null) {
            throw new IllegalArgumentException("the scale of the question " + name + " is stated already");
        }
        return new ResponseCsv(more, names, options, timestamps, source, strict);
    }

    /**
     * {@return this reader for files that name a column otherwise, and must have it}
     *
     * @param column the column
     * @param name what the file calls it
     */
    public ResponseCsv column(ResponseColumn column, String name) {
        Map<ResponseColumn, String> more = new EnumMap<>(ResponseColumn.class);
        more.putAll(names);
        more.put(column, name);
        return new ResponseCsv(scales, more, options, timestamps, source, strict);
    }

    /**
     * {@return this reader, taking times without an offset as times of a zone; UTC unless set}
     *
     * @param zone the zone meant
     */
    public ResponseCsv zone(ZoneId zone) {
        return new ResponseCsv(scales, names, options, IsoTimestamps.in(zone), source, strict);
    }

    /**
     * {@return this reader, saying of each response where it comes from}
     *
     * @param origin the data source
     */
    public ResponseCsv source(DataSource origin) {
        return new ResponseCsv(scales, names, options, timestamps, origin, strict);
    }

    /**
     * {@return this reader for files whose fields are separated by another character than a comma}
     *
     * @param character such as {@code ';'} or a tab
     */
    public ResponseCsv separator(char character) {
        return new ResponseCsv(
                scales, names, rows -> options.apply(rows).separator(character), timestamps, source, strict);
    }

    /** {@return this reader, ending at the first row that is refused, or whose answer is no rating} */
    public ResponseCsv strict() {
        return new ResponseCsv(scales, names, rows -> options.apply(rows).strict(), timestamps, source, true);
    }

    /**
     * {@return this reader, telling how far it has come}
     *
     * @param listener told every 65,536 rows, and at the end
     */
    public ResponseCsv progress(Progress listener) {
        return new ResponseCsv(
                scales, names, rows -> options.apply(rows).progress(listener), timestamps, source, strict);
    }

    /**
     * {@return the responses of the good rows in the order of the file, and the refused rows}
     *
     * @param file the file; messages name it as it is given here
     * @throws IOException if there is no such file, or it cannot be read, or is not UTF-8; the message names the file
     * @throws IllegalArgumentException if a column is missing, the file is not CSV, or, in strict reading, for the
     *     first row that is refused; the message names file, row and column
     */
    public Ingested<List<Response>> read(Path file) throws IOException {
        List<Response> responses = new ArrayList<>();
        Fields fields = new Fields();
        return fields.rows().read(file, row -> responses.add(fields.response(row)), () -> List.copyOf(responses));
    }

    /**
     * {@return the responses of the good rows in the order of the source, and the refused rows}
     *
     * @param reader read to its end, and closed
     * @param name what messages call the source
     * @throws IOException if the reader throws it
     * @throws IllegalArgumentException if a column is missing, the text is not CSV, or, in strict reading, for the
     *     first row that is refused; the message names source, row and column
     */
    public Ingested<List<Response>> read(Reader reader, String name) throws IOException {
        List<Response> responses = new ArrayList<>();
        Fields fields = new Fields();
        return fields.rows()
                .read(reader, name, row -> responses.add(fields.response(row)), () -> List.copyOf(responses));
    }

    /**
     * {@return the tally of each question stated, in the order of their names, and the refused rows}
     *
     * <p>Keeps no response, so a file of any length fits.
     *
     * @param file the file; messages name it as it is given here
     * @throws IOException if there is no such file, or it cannot be read, or is not UTF-8; the message names the file
     * @throws IllegalArgumentException if a column is missing, the file is not CSV, or, in strict reading, for the
     *     first row that is refused; the message names file, row and column
     */
    public Ingested<Map<String, RatingTally>> tallies(Path file) throws IOException {
        SortedMap<String, RatingAccumulator> accumulators = new TreeMap<>();
        scales.forEach((question, scale) -> accumulators.put(question, RatingAccumulator.create(scale)));
        Fields fields = new Fields();
        Consumer<CsvRow> count = row -> {
            Response response = fields.response(row);
            Objects.requireNonNull(accumulators.get(response.question())).add(response.answer());
        };
        return fields.rows().read(file, count, () -> {
            Map<String, RatingTally> tallies = new LinkedHashMap<>();
            accumulators.forEach((question, ratings) -> tallies.put(question, ratings.result()));
            return Collections.unmodifiableMap(tallies);
        });
    }

    /** Where the columns are among those wanted, and how a row of them becomes a response. */
    private final class Fields {
        private final List<ResponseColumn> columns = new ArrayList<>();
        private final int required;

        Fields() {
            List<ResponseColumn> all = List.of(ResponseColumn.values());
            all.stream().filter(ResponseCsv.this::mustBeThere).forEach(columns::add);
            required = columns.size();
            all.stream().filter(column -> !mustBeThere(column)).forEach(columns::add);
        }

        CsvRows rows() {
            String[] wanted = columns.stream().map(ResponseCsv.this::nameOf).toArray(String[]::new);
            return options.apply(CsvRows.columns(Arrays.copyOf(wanted, required))
                    .optionalColumns(Arrays.copyOfRange(wanted, required, wanted.length)));
        }

        Response response(CsvRow row) {
            String question = question(row);
            String id = text(row, ResponseColumn.RESPONSE);
            return Response.builder(
                            ResponseId.of(id.isEmpty() ? "row " + row.line() : id),
                            question,
                            row.instant(columns.indexOf(ResponseColumn.TIMESTAMP), timestamps))
                    .answer(answer(row, Objects.requireNonNull(scales.get(question))))
                    .customer(orNull(row, ResponseColumn.CUSTOMER, CustomerId::of))
                    .touchpoint(orNull(row, ResponseColumn.TOUCHPOINT, TouchpointId::of))
                    .channel(orNull(row, ResponseColumn.CHANNEL, Channel::of))
                    .stage(orNull(row, ResponseColumn.STAGE, StageId::of))
                    .location(orNull(row, ResponseColumn.LOCATION, LocationId::of))
                    .persona(orNull(row, ResponseColumn.PERSONA, PersonaId::of))
                    .source(source)
                    .build();
        }

        private String question(CsvRow row) {
            String named = text(row, ResponseColumn.QUESTION);
            if (named.isEmpty() && scales.size() == 1) {
                return scales.firstKey();
            }
            if (!scales.containsKey(named)) {
                throw row.reject(
                        columns.indexOf(ResponseColumn.QUESTION),
                        "wanted one of the questions " + String.join(", ", scales.keySet()) + ", got \"" + named
                                + "\"");
            }
            return named;
        }

        private Answer answer(CsvRow row, RatingScale scale) {
            int at = columns.indexOf(ResponseColumn.ANSWER);
            Answer answer = scale.parse(row.view(at));
            if (strict && answer.validity() == Validity.INVALID) {
                throw row.reject(at, "wanted a whole number on the scale " + scale + ", got \"" + row.text(at) + "\"");
            }
            return answer;
        }

        private <T> @Nullable T orNull(CsvRow row, ResponseColumn column, Function<String, T> type) {
            String text = text(row, column);
            return text.isEmpty() ? null : type.apply(text);
        }

        private String text(CsvRow row, ResponseColumn column) {
            return row.text(columns.indexOf(column));
        }
    }

    private boolean mustBeThere(ResponseColumn column) {
        return column.required() || names.containsKey(column);
    }

    private String nameOf(ResponseColumn column) {
        return names.getOrDefault(column, column.usualName());
    }
}
