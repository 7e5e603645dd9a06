package org.cxkit.metrics.io;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.cxkit.core.interaction.Purchase;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.IsoTimestamps;

/**
 * Reads purchases from a CSV file: one row for each.
 *
 * <p>Columns that the file must have: {@code customer}, {@code date} (an ISO-8601 date, or a date and time of which the
 * day is taken) and {@code amount} (a number in one currency; below zero for money given back). The names can be changed
 * by {@link #columns}. Immutable and thread-safe; the methods that set an option return a new object.
 */
public final class PurchaseCsv {
    private static final int CUSTOMER = 0;
    private static final int DATE = 1;
    private static final int AMOUNT = 2;

    private final Currency currency;
    private final CsvRows rows;
    private final ZoneId zone;

    private PurchaseCsv(Currency currency, CsvRows rows, ZoneId zone) {
        this.currency = currency;
        this.rows = rows;
        this.zone = zone;
    }

    /**
     * {@return a lenient reader of the columns named above, days being those of UTC}
     *
     * @param currencyCode the ISO 4217 code of the currency of every amount
     * @throws IllegalArgumentException if there is no such currency
     */
    public static PurchaseCsv in(String currencyCode) {
        Currency currency = Money.of("0", currencyCode).currency();
        return new PurchaseCsv(currency, CsvRows.columns("customer", "date", "amount"), ZoneOffset.UTC);
    }

    /**
     * {@return this reader, looking for columns of these names, with a comma between fields}
     *
     * @param customer what the file calls the identifier of the customer
     * @param date what the file calls the day
     * @param amount what the file calls what was paid
     */
    public PurchaseCsv columns(String customer, String date, String amount) {
        return new PurchaseCsv(currency, CsvRows.columns(customer, date, amount), zone);
    }

    /**
     * {@return this reader, taking the days of another zone}
     *
     * @param seller the zone
     */
    public PurchaseCsv zone(ZoneId seller) {
        return new PurchaseCsv(currency, rows, seller);
    }

    /** {@return this reader, ending at the first row that is refused} */
    public PurchaseCsv strict() {
        return new PurchaseCsv(currency, rows.strict(), zone);
    }

    /**
     * {@return the purchases in the order of the file, and the rows that were refused}
     *
     * @param file the file
     * @throws IOException if there is no such file or it cannot be read; the message names it
     * @throws IllegalArgumentException if the header lacks a column or has one twice, or in strict reading for the
     *     first row that is refused; the message names file, row and column
     */
    public Ingested<List<Purchase>> read(Path file) throws IOException {
        List<Purchase> purchases = new ArrayList<>();
        return rows.read(file, into(purchases), () -> List.copyOf(purchases));
    }

    /**
     * {@return the purchases in the order of the source, and the rows that were refused}
     *
     * @param reader read to its end, and closed
     * @param sourceName what messages call the source
     * @throws IOException if the reader throws it
     * @throws IllegalArgumentException if the header lacks a column or has one twice, or in strict reading for the
     *     first row that is refused; the message names source, row and column
     */
    public Ingested<List<Purchase>> read(Reader reader, String sourceName) throws IOException {
        List<Purchase> purchases = new ArrayList<>();
        return rows.read(reader, sourceName, into(purchases), () -> List.copyOf(purchases));
    }

    private Consumer<CsvRow> into(List<Purchase> purchases) {
        IsoTimestamps timestamps = IsoTimestamps.in(zone);
        return row -> {
            CustomerId customer = CustomerId.of(row.required(CUSTOMER).toString());
            LocalDate date = LocalDate.ofInstant(row.instant(DATE, timestamps), zone);
            purchases.add(new Purchase(customer, date, Money.of(row.decimal(AMOUNT), currency)));
        };
    }
}
