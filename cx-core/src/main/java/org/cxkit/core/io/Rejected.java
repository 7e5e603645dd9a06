package org.cxkit.core.io;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row that was refused, with the reason.
 *
 * <p>Immutable, value-based and thread-safe. {@code toString} is one clear line such as {@code events.csv row 7,
 * column timestamp: wanted an ISO-8601 date and time, got "yesterday"}.
 *
 * @param source the name of the file or other source
 * @param row the row, counted from 1 as a text editor counts lines, the header included; 0 where the whole source
 *     is meant
 * @param column the name of the column, or null where the whole row is meant
 * @param reason what was wanted and what came
 */
public record Rejected(String source, long row, @Nullable String column, String reason) implements Serializable {

    /**
     * Checks the row number.
     *
     * @throws IllegalArgumentException if the row is negative
     */
    public Rejected {
        if (row < 0) {
            throw new IllegalArgumentException("row must not be negative, got " + row);
        }
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(source);
        if (row > 0) {
            line.append(" row ").append(row);
        }
        if (column != null) {
            line.append(row > 0 ? ", column " : " column ").append(column);
        }
        return line.append(": ").append(reason).toString();
    }
}
