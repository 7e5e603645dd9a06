package org.cxkit.metrics.io;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cxkit.core.io.Ingested;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Reads what each customer costs the company from a CSV file: one row for each customer.
 *
 * <p>The columns are the customer and the three costs, amounts of one currency, zero or more. A blank amount is a cost
 * that is not known, which is not the same as zero. A second row for a customer is refused. Immutable and thread-safe;
 * the methods that set an option return a new object.
 */
public final class CostCsv {
    private static final int CUSTOMER = 0;
    private static final int ACQUISITION = 1;
    private static final int SERVICE = 2;
    private static final int RETENTION = 3;

    private final Currency currency;
    private final CsvRows rows;

    private CostCsv(Currency currency, CsvRows rows) {
        this.currency = currency;
        this.rows = rows;
    }

    /**
     * {@return a lenient reader of these columns; amounts are in euros unless set otherwise}
     *
     * @param customer what the file calls the identifier of the customer
     * @param acquisition what the file calls the cost of winning the customer
     * @param service what the file calls the cost of serving the customer
     * @param retention what the file calls the cost of keeping the customer
     * @throws IllegalArgumentException if two are equal
     */
    public static CostCsv columns(String customer, String acquisition, String service, String retention) {
        return new CostCsv(Currency.getInstance("EUR"), CsvRows.columns(customer, acquisition, service, retention));
    }

    /**
     * {@return this reader, taking amounts to be in a currency}
     *
     * @param code the ISO 4217 code
     * @throws IllegalArgumentException if there is no such currency
     */
    public CostCsv currency(String code) {
        return new CostCsv(Money.of("0", code).currency(), rows);
    }

    /**
     * {@return the costs by customer, in the order of the customers, and the rows that were refused}
     *
     * @param file the file
     * @throws IOException if there is no such file or it cannot be read; the message names it
     * @throws IllegalArgumentException if the header lacks a column or has one twice; the message names it
     */
    public Ingested<SortedMap<CustomerId, CompanyCosts>> read(Path file) throws IOException {
        SortedMap<CustomerId, CompanyCosts> costs = new TreeMap<>();
        return rows.read(file, row -> add(row, costs), () -> Collections.unmodifiableSortedMap(costs));
    }

    /**
     * {@return the costs by customer, in the order of the customers, and the rows that were refused}
     *
     * @param reader read to its end, and closed
     * @param sourceName what messages call the source
     * @throws IOException if the reader throws it
     * @throws IllegalArgumentException if the header lacks a column or has one twice; the message names it
     */
    public Ingested<SortedMap<CustomerId, CompanyCosts>> read(Reader reader, String sourceName) throws IOException {
        SortedMap<CustomerId, CompanyCosts> costs = new TreeMap<>();
        return rows.read(reader, sourceName, row -> add(row, costs), () -> Collections.unmodifiableSortedMap(costs));
    }

    private void add(CsvRow row, SortedMap<CustomerId, CompanyCosts> costs) {
        CustomerId customer = CustomerId.of(row.required(CUSTOMER).toString());
        CompanyCosts read = new CompanyCosts(cost(row, ACQUISITION), cost(row, SERVICE), cost(row, RETENTION));
        if (costs.containsKey(customer)) {
            throw row.reject(CUSTOMER, "wanted each customer once, got " + customer + " again");
        }
        costs.put(customer, read);
    }

    private @Nullable Money cost(CsvRow row, int column) {
        if (row.blank(column)) {
            return null;
        }
        BigDecimal amount = row.decimal(column);
        if (amount.signum() < 0) {
            throw row.reject(column, "wanted a cost of zero or more, got \"" + row.text(column) + "\"");
        }
        return new Money(amount, currency);
    }
}
