package org.cxkit.metrics.io;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.IsoTimestamps;
import org.cxkit.metrics.purchase.Purchase;

/**
 * Reads purchases from a CSV file: one purchase a row.
 *
 * <p>{@code PurchaseCsv.columns("sampleid", "date", "sales").currency("USD").read(file)}
 *
 * <p>The columns are customer, date and amount; all amounts are in one currency. A row is refused if its customer is
 * blank, its date is no ISO-8601 date or date-time, or its amount no decimal number. What else a file may be is said
 * at {@link CsvRows}.
 *
 * <p>Immutable and thread-safe; the methods that set an option return a new object.
 */
public final class PurchaseCsv {
    private static final int CUSTOMER = 0;
    private static final int DATE = 1;
    private static final int AMOUNT = 2;

    private final CsvRows rows;
    private final IsoTimestamps timestamps;
    private final Currency currency;

    private PurchaseCsv(CsvRows rows, IsoTimestamps timestamps, Currency currency) {
        this.rows = rows;
        this.timestamps = timestamps;
        this.currency = currency;
    }

    /**
     * {@return a lenient reader of these columns; amounts are in euros and dates in UTC unless set otherwise}
     *
     * @param customer the column of the customer
     * @param date the column of the date
     * @param amount the column of the amount
     * @throws IllegalArgumentException if two columns are the same
     */
    public static PurchaseCsv columns(String customer, String date, String amount) {
        return new PurchaseCsv(
                CsvRows.columns(customer, date, amount), IsoTimestamps.in(ZoneOffset.UTC), Currency.getInstance("EUR"));
    }

    /**
     * {@return this reader for amounts in another currency}
     *
     * @param code an ISO 4217 code such as {@code USD}
     * @throws IllegalArgumentException if the code is unknown
     */
    public PurchaseCsv currency(String code) {
        return new PurchaseCsv(rows, timestamps, Money.of("0", code).currency());
    }

    /**
     * {@return this reader, taking dates without an offset as dates of a zone}
     *
     * @param zone the zone meant
     */
    public PurchaseCsv zone(ZoneId zone) {
        return new PurchaseCsv(rows, IsoTimestamps.in(zone), currency);
    }

    /**
     * {@return this reader for files whose fields are separated by another character than a comma}
     *
     * @param character such as {@code ';'} or a tab
     */
    public PurchaseCsv separator(char character) {
        return new PurchaseCsv(rows.separator(character), timestamps, currency);
    }

    /** {@return this reader, ending at the first row that is refused} */
    public PurchaseCsv strict() {
        return new PurchaseCsv(rows.strict(), timestamps, currency);
    }

    /**
     * {@return this reader, telling how far it has come}
     *
     * @param listener told every 65,536 rows, and at the end
     */
    public PurchaseCsv progress(Progress listener) {
        return new PurchaseCsv(rows.progress(listener), timestamps, currency);
    }

    /**
     * {@return the purchases of the good rows in the order of the file, and the refused rows}
     *
     * @param file the file; messages name it as it is given here
     * @throws IOException if there is no such file, or it cannot be read, or is not UTF-8; the message names the file
     * @throws IllegalArgumentException if a column is missing, the file is not CSV, or, in strict reading, for the
     *     first row that is refused; the message names file, row and column
     */
    public Ingested<List<Purchase>> read(Path file) throws IOException {
        List<Purchase> purchases = new ArrayList<>();
        return rows.read(file, row -> purchases.add(purchase(row)), () -> List.copyOf(purchases));
    }

    /**
     * {@return the purchases of the good rows in the order of the source, and the refused rows}
     *
     * @param reader read to its end, and closed
     * @param name what messages call the source
     * @throws IOException if the reader throws it
     * @throws IllegalArgumentException if a column is missing, the text is not CSV, or, in strict reading, for the
     *     first row that is refused; the message names source, row and column
     */
    public Ingested<List<Purchase>> read(Reader reader, String name) throws IOException {
        List<Purchase> purchases = new ArrayList<>();
        return rows.read(reader, name, row -> purchases.add(purchase(row)), () -> List.copyOf(purchases));
    }

    private Purchase purchase(CsvRow row) {
        CustomerId customer = CustomerId.of(row.required(CUSTOMER).toString());
        Instant at = row.instant(DATE, timestamps);
        return new Purchase(customer, at, amount(row));
    }

    private Money amount(CsvRow row) {
        try {
            return Money.of(row.decimal(AMOUNT), currency);
        } catch (RejectedRowException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw row.reject(AMOUNT, e);
        }
    }
}
