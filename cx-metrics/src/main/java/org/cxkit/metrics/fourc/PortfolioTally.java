package org.cxkit.metrics.fourc;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.ExchangeRates;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Valuation;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a portfolio, each with a lifetime value and costs, in the order of their ids.
 *
 * <p>{@link ConveniencePortfolio} and {@link WhaleCurve} are told from it. Immutable and thread-safe.
 */
public final class PortfolioTally implements Tally<PortfolioTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "portfolio";

    private final CustomerColumns rows;

    PortfolioTally(CustomerColumns sorted) {
        rows = sorted;
    }

    /** {@return how many customers there are} */
    public int customers() {
        return rows.size;
    }

    @Override
    public boolean isEmpty() {
        return rows.size == 0;
    }

    /**
     * {@return the check of one customer with all costs counted, if he or she is in the portfolio with a lifetime value}
     *
     * @param customer who
     */
    public Optional<ConvenienceCheck> check(CustomerId customer) {
        int row = Arrays.binarySearch(rows.ids, customer.value());
        return row < 0 || !rows.valued(row) ? Optional.empty() : Optional.of(check(row));
    }

    /** {@return the date, horizon and rate of discount that values and costs were told at, if that was said} */
    public Optional<Valuation> valuation() {
        return Optional.ofNullable(ValuationText.read(rows.valuation));
    }

    /**
     * {@return the same portfolio in the base currency of the table, so that portfolios in several currencies can be
     * added}
     *
     * <p>All amounts are exact products, rounded nowhere; the totals told of them are rounded by whoever shows them.
     *
     * @param rates what other currencies are worth
     * @throws IllegalArgumentException if there is no rate for the currency of the portfolio
     * @throws ArithmeticException if an amount leaves the range of a long at the decimals of the finest product
     */
    public PortfolioTally converted(ExchangeRates rates) {
        CustomerColumns converted = new CustomerColumns();
        for (int i = 0; i < rows.size; i++) {
            ConvenienceCheck check = check(i);
            converted.append(row(i, check.clv().converted(rates), check.costs().converted(rates)));
        }
        return new PortfolioTally(converted.folded());
    }

    /**
     * {@return the portfolio cut into segments}
     *
     * @param segment the segment of a customer, such as a persona, a channel or a month of first purchase
     * @param <K> the type of the key
     */
    public <K extends Comparable<? super K>> Grouped<K, PortfolioTally> by(Function<CustomerId, K> segment) {
        Map<K, CustomerColumns> cut = new TreeMap<>();
        for (int i = 0; i < rows.size; i++) {
            cut.computeIfAbsent(segment.apply(new CustomerId(rows.ids[i])), key -> new CustomerColumns())
                    .append(row(i));
        }
        return Grouped.of(
                new PortfolioTally(new CustomerColumns()),
                cut.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                part -> new PortfolioTally(part.getValue().folded()))));
    }

    @Override
    public PortfolioTally plus(PortfolioTally other) {
        CustomerColumns both = rows.copy();
        both.append(other.rows);
        return new PortfolioTally(both.folded());
    }

    @Override
    public byte[] toBytes() {
        return rows.write(ByteWriter.of(NAME, 2)).toBytes();
    }

    /**
     * {@return the tally that gave these bytes}
     *
     * @param bytes what {@link #toBytes} gave
     * @throws IllegalArgumentException if they are not the bytes of a portfolio
     */
    public static PortfolioTally fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, 2);
        CustomerColumns read = in.end(CustomerColumns.read(in));
        CustomerColumns folded = read.folded();
        if (!folded.sameAs(read)) {
            throw new IllegalArgumentException("not the bytes of portfolio: the customers are not in order");
        }
        return new PortfolioTally(folded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortfolioTally that && rows.sameAs(that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rows.ids) + Arrays.deepHashCode(rows.amounts);
    }

    /** {@return such as {@code portfolio of 4 customers in EUR}} */
    @Override
    public String toString() {
        return "portfolio of " + rows.size + (rows.size == 1 ? " customer" : " customers")
                + (isEmpty() ? "" : " in " + rows.currency);
    }

    /** The columns behind the metrics; not to be altered. */
    CustomerColumns rows() {
        return rows;
    }

    /** {@return the check of a row, of no value where it is missing} */
    private ConvenienceCheck check(int row) {
        Set<CompanyCost> netOf = EnumSet.noneOf(CompanyCost.class);
        for (CompanyCost kind : CompanyCost.values()) {
            if ((rows.netOf[row] & CustomerColumns.bit(kind)) != 0) {
                netOf.add(kind);
            }
        }
        long value = rows.valued(row) ? rows.amounts[CustomerColumns.CLV][row] : 0;
        return ConvenienceCheck.of(
                new Clv(rows.money(value), netOf, ValuationText.read(rows.valuation)),
                new CompanyCosts(
                        cost(CompanyCost.ACQUISITION, row),
                        cost(CompanyCost.SERVICE, row),
                        cost(CompanyCost.RETENTION, row),
                        ValuationText.read(rows.valuation)));
    }

    private @Nullable Money cost(CompanyCost kind, int row) {
        long units = rows.cost(kind, row);
        return units == ConvenienceKernel.MISSING ? null : rows.money(units);
    }

    private CustomerColumns row(int i) {
        ConvenienceCheck check = check(i);
        return row(i, check.clv(), check.costs());
    }

    /** {@return a row with these amounts, where its value is not missing} */
    private CustomerColumns row(int i, Clv clv, CompanyCosts costs) {
        CustomerColumns row = CustomerColumns.row(rows.ids[i], clv, costs);
        if (!rows.valued(i)) {
            row.amounts[CustomerColumns.CLV][0] = ConvenienceKernel.MISSING;
        }
        return row;
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a portfolio is read from its bytes");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        private Form(byte[] bytes) {
            this.bytes = bytes;
        }

        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }
}
