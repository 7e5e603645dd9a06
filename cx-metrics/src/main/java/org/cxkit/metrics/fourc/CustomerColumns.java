package org.cxkit.metrics.fourc;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/**
 * Customers as columns of whole numbers: amounts in units of {@code 10^-scale} of the currency, all at the one scale
 * that holds the finest of them, so that every sum is exact.
 *
 * <p>The lifetime value is gross, except of the missing costs named in {@code netOf} (a bit each), or missing. Not
 * thread-safe. A method that throws changes nothing.
 */
final class CustomerColumns implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    static final int CLV = 0;
    private static final int COLUMNS = 4;
    private static final int EVERY_BIT = 0b111;
    private static final int MOST_DECIMALS = 100;

    /** No amount, as it marks one that is missing. */
    private static final BigInteger MISSING = BigInteger.valueOf(ConvenienceKernel.MISSING);

    String currency = "";
    int scale;
    int size;
    String[] ids = new String[0];
    byte[] netOf = new byte[0];
    String[] valuation = ValuationText.NONE;
    long[][] amounts = new long[COLUMNS][0];

    private static int column(CompanyCost kind) {
        return switch (kind) {
            case ACQUISITION -> 1;
            case SERVICE -> 2;
            case RETENTION -> 3;
        };
    }

    /** {@return what stands for the cost in {@code netOf}} */
    static byte bit(CompanyCost kind) {
        return (byte) (1 << (column(kind) - 1));
    }

    CustomerColumns copy() {
        CustomerColumns copy = new CustomerColumns();
        copy.append(this);
        return copy;
    }

    /** Adds all rows of the other, which is not altered. */
    void append(CustomerColumns other) {
        if (other.size == 0) {
            return;
        }
        if (size > 0 && !currency.equals(other.currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + ", and " + other.currency
                    + " for customer " + other.ids[0]);
        }
        String[] both = commonValuation(other);
        int common = size == 0 ? other.scale : Math.max(scale, other.scale);
        int total = Math.addExact(size, other.size);
        int capacity = total <= ids.length ? ids.length : Math.max(total, size + (size >> 1));
        long[][] joined = new long[COLUMNS][];
        for (int column = 0; column < COLUMNS; column++) {
            boolean grow = common != scale || capacity != ids.length;
            joined[column] = grow ? rescaled(column, common, capacity) : amounts[column];
            long[] more = other.rescaled(column, common, other.size);
            System.arraycopy(more, 0, joined[column], size, other.size);
        }
        if (capacity != ids.length) {
            ids = Arrays.copyOf(ids, capacity);
            netOf = Arrays.copyOf(netOf, capacity);
        }
        System.arraycopy(other.ids, 0, ids, size, other.size);
        System.arraycopy(other.netOf, 0, netOf, size, other.size);
        amounts = joined;
        currency = other.currency;
        valuation = both;
        scale = common;
        size = total;
    }

    /** {@return what both are valued at; who says nothing of it agrees with all} */
    private String[] commonValuation(CustomerColumns other) {
        boolean said = valuation.length > 0 && other.valuation.length > 0;
        if (said && !Arrays.equals(valuation, other.valuation)) {
            throw new IllegalArgumentException("customers must be valued alike, got " + ValuationText.read(valuation)
                    + ", and " + ValuationText.read(other.valuation) + " for customer " + other.ids[0]);
        }
        return valuation.length > 0 ? valuation : other.valuation;
    }

    /** {@return one row; known costs that were taken off the value are added back here} */
    static CustomerColumns row(String id, Clv clv, CompanyCosts costs) {
        Money value = clv.value();
        byte unknown = 0;
        for (CompanyCost kind : clv.netOf()) {
            Money cost = costs.cost(kind).orElse(null);
            if (cost == null) {
                unknown |= bit(kind);
            } else {
                value = value.plus(cost);
            }
        }
        int scale = value.amount().scale();
        for (CompanyCost kind : CompanyCost.values()) {
            scale = Math.max(scale, costs.cost(kind).orElse(value).amount().scale());
        }
        CustomerColumns row = new CustomerColumns();
        row.currency = value.currency().getCurrencyCode();
        row.scale = scale;
        row.size = 1;
        row.ids = new String[] {id};
        row.valuation = ValuationText.of(clv.valuation() != null ? clv.valuation() : costs.valuation());
        row.netOf = new byte[] {unknown};
        row.amounts[CLV] = new long[] {units(value, scale, id)};
        for (CompanyCost kind : CompanyCost.values()) {
            Money cost = costs.cost(kind).orElse(null);
            row.amounts[column(kind)] = new long[] {cost == null ? ConvenienceKernel.MISSING : units(cost, scale, id)};
        }
        return row;
    }

    /** {@return one row for each customer by id: what belongs to one is added up, and unknown once a part is} */
    CustomerColumns folded() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> ids[i]));
        CustomerColumns folded = new CustomerColumns();
        folded.currency = currency;
        folded.valuation = valuation;
        folded.scale = scale;
        folded.ids = new String[size];
        folded.netOf = new byte[size];
        folded.amounts = new long[COLUMNS][size];
        for (int row : order) {
            folded.fold(this, row);
        }
        return folded.trimmed();
    }

    private void fold(CustomerColumns from, int row) {
        boolean known = size > 0 && ids[size - 1].equals(from.ids[row]);
        int to = known ? size - 1 : size++;
        ids[to] = from.ids[row];
        netOf[to] |= from.netOf[row];
        for (int column = 0; column < COLUMNS; column++) {
            long old = amounts[column][to];
            long more = from.amounts[column][row];
            boolean missing = old == ConvenienceKernel.MISSING || more == ConvenienceKernel.MISSING;
            amounts[column][to] = missing ? ConvenienceKernel.MISSING : sum(old, more);
        }
    }

    private CustomerColumns trimmed() {
        ids = Arrays.copyOf(ids, size);
        netOf = Arrays.copyOf(netOf, size);
        for (int column = 0; column < COLUMNS; column++) {
            amounts[column] = Arrays.copyOf(amounts[column], size);
        }
        return this;
    }

    Money money(long units) {
        return Money.of(BigDecimal.valueOf(units, scale), Currency.getInstance(currency));
    }

    long cost(CompanyCost kind, int row) {
        return amounts[column(kind)][row];
    }

    /** {@return whether the lifetime value is known, of the missing costs that it is net of apart} */
    boolean valued(int row) {
        return amounts[CLV][row] != ConvenienceKernel.MISSING;
    }

    /** {@return whether the lifetime value and every cost that matters on the basis are known} */
    boolean complete(int row, CostBasis basis) {
        for (CompanyCost kind : CompanyCost.values()) {
            if (basis.counts(kind) && cost(kind, row) == ConvenienceKernel.MISSING) {
                return false;
            }
        }
        return netOf[row] == 0 && valued(row);
    }

    /** {@return the sum of the costs of a complete row} */
    long cost(int row, CostBasis basis) {
        long acquisition = basis.counts(CompanyCost.ACQUISITION) ? cost(CompanyCost.ACQUISITION, row) : 0;
        return sum(sum(acquisition, cost(CompanyCost.SERVICE, row)), cost(CompanyCost.RETENTION, row));
    }

    /** {@return the sum of two amounts in the unit of the columns; the message of an overflow says both as money} */
    long sum(long amount, long more) {
        long sum = amount + more;
        // the smallest long is no sum, as it marks what is missing
        if (((amount ^ sum) & (more ^ sum)) < 0 || sum == ConvenienceKernel.MISSING) {
            throw new ArithmeticException("the sum of " + money(amount) + " and " + money(more)
                    + " leaves the range of a long at " + scale + " decimals");
        }
        return sum;
    }

    /** {@return the code of the verdict} */
    int verdict(int row, CostBasis basis) {
        boolean sunk = !basis.counts(CompanyCost.ACQUISITION);
        if (sunk && (netOf[row] & bit(CompanyCost.ACQUISITION)) != 0) {
            return ConvenienceKernel.INDETERMINATE; // the value lacks an unknown cost that does not count: no bound
        }
        return ConvenienceKernel.verdict(
                amounts[CLV][row],
                sunk ? 0 : cost(CompanyCost.ACQUISITION, row),
                cost(CompanyCost.SERVICE, row),
                cost(CompanyCost.RETENTION, row));
    }

    ByteWriter write(ByteWriter out) {
        out.text(currency).count(scale).count(valuation.length);
        for (String part : valuation) {
            out.text(part);
        }
        out.count(size);
        for (int i = 0; i < size; i++) {
            out.text(ids[i]).count(netOf[i]);
            for (int column = 0; column < COLUMNS; column++) {
                out.number(amounts[column][i]);
            }
        }
        return out;
    }

    static CustomerColumns read(ByteReader in) {
        CustomerColumns rows = new CustomerColumns();
        rows.currency = in.text();
        rows.scale = in.count(MOST_DECIMALS);
        rows.valuation = new String[in.count(ValuationText.PARTS)];
        for (int part = 0; part < rows.valuation.length; part++) {
            rows.valuation[part] = in.text();
        }
        ValuationText.read(rows.valuation);
        int size = in.size();
        if (size > 0) {
            Currency.getInstance(rows.currency);
        }
        rows.ids = new String[size];
        rows.netOf = new byte[size];
        rows.amounts = new long[COLUMNS][size];
        rows.size = size;
        for (int i = 0; i < size; i++) {
            rows.ids[i] = in.text();
            rows.netOf[i] = (byte) in.count(EVERY_BIT);
            for (int column = 0; column < COLUMNS; column++) {
                rows.amounts[column][i] = in.number();
            }
        }
        rows.requireIds(0);
        rows.requireCosts(0, size);
        return rows;
    }

    /**
     * Checks that every id is that of a customer.
     *
     * @param first what the message calls the first row
     */
    void requireIds(int first) {
        for (int i = 0; i < size; i++) {
            try {
                CustomerId unused = new CustomerId(ids[i]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("customers[" + (first + i) + "]: " + e.getMessage(), e);
            }
        }
    }

    /** Checks that no cost is negative. */
    void requireCosts(int from, int to) {
        for (CompanyCost kind : CompanyCost.values()) {
            long[] costs = amounts[column(kind)];
            int bad = ConvenienceKernel.firstNegative(costs, from, to);
            if (bad >= 0) {
                throw new IllegalArgumentException(CostNames.of(List.of(kind)) + " cost of customer " + ids[bad]
                        + " must not be negative, got " + costs[bad] + " minor units");
            }
        }
    }

    boolean sameAs(CustomerColumns other) {
        return currency.equals(other.currency)
                && scale == other.scale
                && Arrays.equals(valuation, other.valuation)
                && size == other.size
                && Arrays.equals(ids, 0, size, other.ids, 0, size)
                && Arrays.equals(netOf, 0, size, other.netOf, 0, size)
                && sameAmounts(other);
    }

    private boolean sameAmounts(CustomerColumns other) {
        for (int column = 0; column < COLUMNS; column++) {
            if (!Arrays.equals(amounts[column], 0, size, other.amounts[column], 0, size)) {
                return false;
            }
        }
        return true;
    }

    private long[] rescaled(int column, int wanted, int capacity) {
        long[] old = amounts[column];
        long[] scaled = Arrays.copyOf(old, capacity);
        if (wanted == scale || size == 0) {
            return scaled;
        }
        for (int i = 0; i < size; i++) {
            if (old[i] != ConvenienceKernel.MISSING) {
                scaled[i] = units(money(old[i]), wanted, ids[i]);
            }
        }
        return scaled;
    }

    private static long units(Money money, int scale, String id) {
        BigInteger units = money.amount().setScale(scale).unscaledValue();
        if (units.bitLength() >= Long.SIZE || units.equals(MISSING)) {
            throw new ArithmeticException(
                    "customer " + id + ": " + money + " leaves the range of a long at " + scale + " decimals");
        }
        return units.longValueExact();
    }
}
