package org.cxkit.metrics.io;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.io.Rejected;

/**
 * Reads named columns of a CSV file row by row: the one reader behind every CSV door of this library.
 *
 * <p>The file is CSV as RFC 4180 describes it: a header row, then rows of as many fields, quoted where needed. It is
 * UTF-8, with or without a byte order mark, plain or compressed by gzip. Empty lines are passed over. Columns that are
 * not wanted cost no copy, and rows leave no garbage.
 *
 * <p>Reading is <em>lenient</em>: rows that are refused are collected with their reasons and the good ones are used.
 * {@link #strict()} reading ends at the first such row. A row is refused if its number of fields is not that of the
 * header, or if the consumer throws an {@link IllegalArgumentException} for it; use the row's own methods so that the
 * message names the column, and read all that a row must have before using any of it.
 *
 * <p>Source: Y. Shafranovich, "Common Format and MIME Type for CSV Files", RFC 4180, 2005.
 *
 * <p>Immutable and thread-safe; the methods that set an option return a new object.
 */
public final class CsvRows {
    private static final int ROWS_PER_REPORT = 1 << 16;

    private final List<String> required;
    private final List<String> optional;
    private final char separator;
    private final boolean strict;
    private final Progress progress;

    private CsvRows(List<String> required, List<String> optional, char separator, boolean strict, Progress progress) {
        this.required = List.copyOf(required);
        this.optional = List.copyOf(optional);
        this.separator = separator;
        this.strict = strict;
        this.progress = Objects.requireNonNull(progress, "progress");
        Set<String> names = new HashSet<>();
        Stream.concat(required.stream(), optional.stream()).forEach(name -> {
            if (!names.add(name)) {
                throw new IllegalArgumentException("columns must differ, got \"" + name + "\" twice");
            }
        });
    }

    /**
     * {@return a lenient reader of these columns, separated by commas}
     *
     * @param names the columns the file must have, in the order in which rows number them, from 0
     * @throws IllegalArgumentException if two are equal
     */
    public static CsvRows columns(String... names) {
        return new CsvRows(List.of(names), List.of(), ',', false, Progress.NONE);
    }

    /**
     * {@return this reader, also reading more columns that the file must have}
     *
     * @param names the columns, numbered after those the file must have so far, ahead of optional ones
     * @throws IllegalArgumentException if two of all columns are equal
     */
    public CsvRows withColumns(String... names) {
        List<String> more = new ArrayList<>(required);
        more.addAll(List.of(names));
        return new CsvRows(more, optional, separator, strict, progress);
    }

    /**
     * {@return this reader, also reading columns that the file may or may not have}
     *
     * @param names the columns, numbered after those the file must have
     * @throws IllegalArgumentException if two of all columns are equal
     */
    public CsvRows optionalColumns(String... names) {
        return new CsvRows(required, List.of(names), separator, strict, progress);
    }

    /**
     * {@return this reader for files whose fields are separated by another character}
     *
     * @param character such as {@code ';'} or a tab
     */
    public CsvRows separator(char character) {
        return new CsvRows(required, optional, character, strict, progress);
    }

    /** {@return this reader, ending at the first row that is refused} */
    public CsvRows strict() {
        return new CsvRows(required, optional, separator, true, progress);
    }

    /**
     * {@return this reader, telling how far it has come}
     *
     * @param listener told every 65,536 rows, and at the end
     */
    public CsvRows progress(Progress listener) {
        return new CsvRows(required, optional, separator, strict, listener);
    }

    /**
     * {@return what the good rows gave, and the refused rows}
     *
     * @param file the file; messages name it as it is given here
     * @param consumer called for every row, in the order of the file
     * @param value called once after the last row, for what the rows gave
     * @param <T> what the rows gave
     * @throws IOException if there is no such file, or it cannot be read, or is not UTF-8; the message names the file
     * @throws IllegalArgumentException if the header lacks a column or has one twice, if the file ends inside quotes,
     *     or, in strict reading, a {@link RejectedRowException} for the first row that is refused; the message names
     *     file, row and column
     */
    public <T> Ingested<T> read(Path file, Consumer<? super CsvRow> consumer, Supplier<? extends T> value)
            throws IOException {
        try (CsvFile open = CsvFile.open(file)) {
            return read(open, consumer, value);
        }
    }

    /**
     * {@return what the good rows gave, and the refused rows}
     *
     * @param reader read to its end, and closed
     * @param name what messages call the source
     * @param consumer called for every row, in the order of the source
     * @param value called once after the last row, for what the rows gave
     * @param <T> what the rows gave
     * @throws IOException if the reader throws it
     * @throws IllegalArgumentException if the header lacks a column or has one twice, if the text ends inside quotes,
     *     or, in strict reading, a {@link RejectedRowException} for the first row that is refused; the message names
     *     source, row and column
     */
    public <T> Ingested<T> read(
            Reader reader, String name, Consumer<? super CsvRow> consumer, Supplier<? extends T> value)
            throws IOException {
        try (CsvFile open = CsvFile.of(reader, name)) {
            return read(open, consumer, value);
        }
    }

    private <T> Ingested<T> read(CsvFile file, Consumer<? super CsvRow> consumer, Supplier<? extends T> value)
            throws IOException {
        CsvHandler handler = new CsvHandler();
        List<Rejected> rejected = new ArrayList<>();
        long rows = 0;
        try (CloseableIterator<CsvHandler> records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, file.text())
                .iterator()) {
            if (records.hasNext()) {
                records.next();
            }
            CsvRow row = afterHeader(file.name(), handler);
            while (records.hasNext()) {
                int fields = records.next().fields();
                rows++;
                try {
                    use(row, fields, handler.header().size(), consumer);
                } catch (RejectedRowException e) {
                    if (strict) {
                        throw e;
                    }
                    rejected.add(e.rejected());
                }
                if (rows % ROWS_PER_REPORT == 0) {
                    progress.at(rows, file.position());
                }
            }
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new RejectedRowException(
                    new Rejected(file.name(), handler.line(), null, "not CSV: " + cause.getMessage()));
        } catch (UncheckedIOException e) {
            throw file.unreadable(e, handler.line());
        }
        progress.at(rows, file.position());
        return new Ingested<>(value.get(), rows, rejected);
    }

    /** Makes the row that the handler fills from now on, having looked for the wanted columns in the header. */
    private CsvRow afterHeader(String source, CsvHandler handler) {
        List<String> header = handler.header();
        List<String> wanted = new ArrayList<>(required);
        wanted.addAll(optional);
        for (String column : header) {
            if (wanted.contains(column) && header.indexOf(column) != header.lastIndexOf(column)) {
                throw new RejectedRowException(
                        new Rejected(source, handler.line(), column, "the header has this column twice"));
            }
        }
        for (String column : required) {
            if (!header.contains(column)) {
                String found = header.isEmpty() ? "the file is empty" : "the columns are " + String.join(", ", header);
                throw new RejectedRowException(new Rejected(source, 0, column, "no such column; " + found));
            }
        }
        CsvRow row = new CsvRow(source, wanted);
        handler.deliverTo(row, header.stream().mapToInt(wanted::indexOf).toArray());
        return row;
    }

    private static void use(CsvRow row, int fields, int wanted, Consumer<? super CsvRow> consumer) {
        if (fields != wanted) {
            throw row.rejectRow("wanted " + wanted + " fields as in the header, got " + fields);
        }
        try {
            consumer.accept(row);
        } catch (RejectedRowException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw row.rejectRow(String.valueOf(e.getMessage()));
        }
    }
}
