package org.cxkit.metrics.fourc;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/**
 * Folds customers, each with a lifetime value and costs, into a {@link PortfolioTally}.
 *
 * <p>What is added for a customer again adds up, such as the values and costs of two contracts; a cost with a missing
 * part is missing. Merges over any partition of the rows. All amounts are in one currency, kept exactly to the
 * decimals of the finest of them. <strong>Not thread-safe:</strong> confine and merge.
 */
public final class PortfolioAccumulator implements Accumulator<PortfolioAccumulator, PortfolioTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "portfolio rows";

    private CustomerColumns rows = new CustomerColumns();

    private PortfolioAccumulator() {}

    /** {@return an accumulator that has seen nobody; the first customer sets the currency} */
    public static PortfolioAccumulator create() {
        return new PortfolioAccumulator();
    }

    /**
     * Adds one customer.
     *
     * @param customer who
     * @param clv the lifetime value
     * @param costs what the customer costs the company
     * @return this
     * @throws IllegalArgumentException if an amount is in another currency, or valued at another date, horizon or rate
     *     of discount, than those before; the message names both and the customer
     * @throws ArithmeticException if an amount leaves the range of a long at the decimals of the finest amount
     */
    public PortfolioAccumulator add(CustomerId customer, Clv clv, CompanyCosts costs) {
        try {
            ConvenienceCheck.of(clv, costs);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("customer " + customer + ": " + e.getMessage(), e);
        }
        rows.append(CustomerColumns.row(customer.value(), clv, costs));
        return this;
    }

    /**
     * Adds customers from columns of minor units.
     *
     * <p>The range is half-open; no column is altered. An amount of {@code Long.MIN_VALUE} is missing. A customer with a
     * missing lifetime value is indeterminate and left out of all sums.
     *
     * @param currency the currency of all amounts
     * @param customers who, not blank and without white space at the ends
     * @param clvMinor gross lifetime values
     * @param acquisitionMinor costs of acquisition
     * @param serviceMinor costs of service
     * @param retentionMinor costs of retention
     * @param from the first row
     * @param to the row after the last
     * @return this
     * @throws IllegalArgumentException if an id is that of no customer, a cost is negative or the currency is another
     *     than before; the message names the customer or the row
     * @throws ArithmeticException if an amount leaves the range of a long at the decimals of the finest amount
     * @throws IndexOutOfBoundsException if the range leaves a column
     */
    public PortfolioAccumulator addAll(
            Currency currency,
            String[] customers,
            long[] clvMinor,
            long[] acquisitionMinor,
            long[] serviceMinor,
            long[] retentionMinor,
            int from,
            int to) {
        CustomerColumns more = new CustomerColumns();
        more.currency = currency.getCurrencyCode();
        more.scale = Money.zero(currency).amount().scale();
        long[][] columns = {clvMinor, acquisitionMinor, serviceMinor, retentionMinor};
        Objects.checkFromToIndex(from, to, customers.length);
        for (int column = 0; column < columns.length; column++) {
            Objects.checkFromToIndex(from, to, columns[column].length);
            more.amounts[column] = Arrays.copyOfRange(columns[column], from, to);
        }
        more.ids = Arrays.copyOfRange(customers, from, to);
        more.netOf = new byte[to - from];
        more.size = to - from;
        more.requireIds(from);
        more.requireCosts(0, more.size);
        rows.append(more);
        return this;
    }

    @Override
    public PortfolioAccumulator merge(PortfolioAccumulator other) {
        rows.append(other == this ? other.rows.copy() : other.rows);
        return this;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ArithmeticException if a customer's sum leaves the range of a long
     */
    @Override
    public PortfolioTally result() {
        return new PortfolioTally(rows.folded());
    }

    @Override
    public PortfolioAccumulator copy() {
        return create().merge(this);
    }

    @Serial
    private Object writeReplace() {
        return new Form(rows.write(ByteWriter.of(NAME, 2)).toBytes());
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
            ByteReader in = ByteReader.of(bytes, NAME, 2);
            PortfolioAccumulator read = create();
            read.rows = in.end(CustomerColumns.read(in));
            return read;
        }
    }
}
