package org.cxkit.journey.io;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.time.IsoTimestamps;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.log.EventLogBuilder;
import org.cxkit.metrics.io.CsvRow;
import org.cxkit.metrics.io.CsvRows;
import org.cxkit.metrics.io.Progress;

/**
 * Reads an event log from a CSV file: one event a row, in any order.
 *
 * <p>{@code EventCsv.columns("user_id", "event", "timestamp").read(Path.of("ecom.csv")).orThrow()}
 *
 * <p>A row needs a case, an activity and an instant: an ISO-8601 date or date-time as {@link IsoTimestamps} reads it.
 * Where it names no offset it is of the zone given here, UTC unless set. Events of one case at one instant keep the
 * order of the file. What else a file may be, and what strict and lenient reading are, is said at {@link CsvRows}.
 *
 * <p>Immutable and thread-safe; the methods that set an option return a new object.
 */
public final class EventCsv {
    private static final int CASE = 0;
    private static final int ACTIVITY = 1;
    private static final int TIMESTAMP = 2;
    private static final int CHANNEL = 3;

    private final CsvRows rows;
    private final IsoTimestamps timestamps;
    private final boolean withChannel;

    private EventCsv(CsvRows rows, IsoTimestamps timestamps, boolean withChannel) {
        this.rows = rows;
        this.timestamps = timestamps;
        this.withChannel = withChannel;
    }

    /**
     * {@return a lenient reader of these columns}
     *
     * @param caseId the column of what an event belongs to: a customer, a session, a ticket
     * @param activity the column of what was done
     * @param timestamp the column of when
     * @throws IllegalArgumentException if two are equal
     */
    public static EventCsv columns(String caseId, String activity, String timestamp) {
        return new EventCsv(CsvRows.columns(caseId, activity, timestamp), IsoTimestamps.in(ZoneOffset.UTC), false);
    }

    /**
     * {@return this reader, also reading the channel of each event; where the field is blank it is not known}
     *
     * @param column the column of where it was done
     * @throws IllegalArgumentException if a channel column is set already, or is one of the others
     */
    public EventCsv channel(String column) {
        if (withChannel) {
            throw new IllegalArgumentException("the channel column is set already, got \"" + column + "\"");
        }
        return new EventCsv(rows.withColumns(column), timestamps, true);
    }

    /**
     * {@return this reader, taking times without an offset as times of a zone}
     *
     * @param zone the zone meant
     */
    public EventCsv zone(ZoneId zone) {
        return new EventCsv(rows, IsoTimestamps.in(zone), withChannel);
    }

    /**
     * {@return this reader for files whose fields are separated by another character than a comma}
     *
     * @param character such as {@code ';'} or a tab
     */
    public EventCsv separator(char character) {
        return new EventCsv(rows.separator(character), timestamps, withChannel);
    }

    /** {@return this reader, ending at the first row that is refused} */
    public EventCsv strict() {
        return new EventCsv(rows.strict(), timestamps, withChannel);
    }

    /**
     * {@return this reader, telling how far it has come}
     *
     * @param listener told every 65,536 rows, and at the end
     */
    public EventCsv progress(Progress listener) {
        return new EventCsv(rows.progress(listener), timestamps, withChannel);
    }

    /**
     * {@return the log of the good rows, and the refused rows}
     *
     * @param file the file; messages name it as it is given here
     * @throws IOException if there is no such file, or it cannot be read, or is not UTF-8; the message names the file
     * @throws IllegalArgumentException if a column is missing, the file is not CSV, or, in strict reading, for the
     *     first row that is refused; the message names file, row and column
     */
    public Ingested<EventLog> read(Path file) throws IOException {
        EventLogBuilder log = EventLog.builder();
        return rows.read(file, into(log), log::build);
    }

    /**
     * {@return the log of the good rows, and the refused rows}
     *
     * @param reader read to its end, and closed
     * @param name what messages call the source
     * @throws IOException if the reader throws it
     * @throws IllegalArgumentException if a column is missing, the text is not CSV, or, in strict reading, for the
     *     first row that is refused; the message names source, row and column
     */
    public Ingested<EventLog> read(Reader reader, String name) throws IOException {
        EventLogBuilder log = EventLog.builder();
        return rows.read(reader, name, into(log), log::build);
    }

    private Consumer<CsvRow> into(EventLogBuilder log) {
        return row -> log.add(
                row.required(CASE),
                row.required(ACTIVITY),
                row.micros(TIMESTAMP, timestamps),
                withChannel ? row.view(CHANNEL) : "");
    }
}
