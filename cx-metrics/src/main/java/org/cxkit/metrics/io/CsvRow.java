package org.cxkit.metrics.io;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cxkit.core.io.Rejected;
import org.cxkit.core.time.IsoTimestamps;

/**
 * The wanted fields of one row of a CSV file, by the position of their column among the wanted ones.
 *
 * <p>White space around a field is no part of it. A wanted column that is optional and that the file does not have is
 * blank in every row. The methods that expect something of a field throw {@link RejectedRowException}, which names
 * file, row and column. One object serves for all rows: keep nothing of it but what the methods that say so return.
 * Not thread-safe.
 */
public final class CsvRow {
    private final String source;
    private final List<String> columns;
    private final FieldText[] fields;
    private long line;

    CsvRow(String source, List<String> columns) {
        this.source = source;
        this.columns = columns;
        this.fields = new FieldText[columns.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new FieldText();
        }
    }

    void begin(long startingLine) {
        line = startingLine;
        for (FieldText field : fields) {
            field.clear();
        }
    }

    FieldText slot(int column) {
        return fields[column];
    }

    /** {@return the number of the line on which the row starts, from 1, the header included} */
    public long line() {
        return line;
    }

    /**
     * {@return whether the field is empty or only white space}
     *
     * @param column the position of the column among the wanted ones
     */
    public boolean blank(int column) {
        return fields[column].isEmpty();
    }

    /**
     * {@return the field as it stands, without a copy: it changes with the next row}
     *
     * @param column the position of the column among the wanted ones
     */
    public CharSequence view(int column) {
        return fields[column];
    }

    /**
     * {@return the field as a string of its own, empty where the field is blank}
     *
     * @param column the position of the column among the wanted ones
     */
    public String text(int column) {
        return fields[column].toString();
    }

    /**
     * {@return the field as it stands, without a copy, if it is not blank}
     *
     * @param column the position of the column among the wanted ones
     * @throws RejectedRowException if the field is blank
     */
    public CharSequence required(int column) {
        if (fields[column].isEmpty()) {
            throw reject(column, "wanted text, got nothing");
        }
        return fields[column];
    }

    /**
     * {@return the field as an instant}
     *
     * @param column the position of the column among the wanted ones
     * @param timestamps how to read it
     * @throws RejectedRowException if the field is not an ISO-8601 date or date-time
     */
    public Instant instant(int column, IsoTimestamps timestamps) {
        try {
            return timestamps.instant(fields[column]);
        } catch (IllegalArgumentException e) {
            throw reject(column, e);
        }
    }

    /**
     * {@return the field as microseconds since 1970-01-01T00:00Z}
     *
     * @param column the position of the column among the wanted ones
     * @param timestamps how to read it
     * @throws RejectedRowException if the field is not an ISO-8601 date or date-time
     */
    public long micros(int column, IsoTimestamps timestamps) {
        try {
            return timestamps.micros(fields[column]);
        } catch (IllegalArgumentException e) {
            throw reject(column, e);
        }
    }

    /**
     * {@return the field as an exact decimal number}
     *
     * @param column the position of the column among the wanted ones
     * @throws RejectedRowException if the field is not a number such as {@code 19.99}
     */
    public BigDecimal decimal(int column) {
        try {
            return new BigDecimal(fields[column].toString());
        } catch (NumberFormatException e) {
            throw reject(column, "wanted a number such as 19.99, got \"" + fields[column] + "\"");
        }
    }

    /**
     * {@return the refusal of this row because of one field; throw it}
     *
     * @param column the position of the column among the wanted ones
     * @param reason what was wanted and what came
     */
    public RejectedRowException reject(int column, String reason) {
        return new RejectedRowException(new Rejected(source, line, columns.get(column), reason));
    }

    /**
     * {@return the refusal of this row because another method refused one field; throw it}
     *
     * @param column the position of the column among the wanted ones
     * @param cause whose message says what was wanted and what came
     */
    public RejectedRowException reject(int column, IllegalArgumentException cause) {
        return reject(column, String.valueOf(cause.getMessage()));
    }

    RejectedRowException rejectRow(String reason) {
        return new RejectedRowException(new Rejected(source, line, null, reason));
    }
}
