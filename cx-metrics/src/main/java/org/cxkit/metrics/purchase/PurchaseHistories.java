package org.cxkit.metrics.purchase;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.math.PoissonResample;
import org.jspecify.annotations.Nullable;

/**
 * How often, how recently and for how long each customer has bought, and for how much: one customer a row.
 *
 * <p>Spend is that of the repeat purchases, as models of spend want it: the first purchase, often a trial or a
 * promotion, is left out. Immutable and thread-safe.
 */
public final class PurchaseHistories {
    private final RatePeriod unit;
    private final @Nullable Currency currency;
    private final String[] customers;
    private final int[] frequency;
    private final double[] recency;
    private final double[] age;
    private final long[] repeatSpend;

    /** Takes the arrays as its own. */
    PurchaseHistories(
            RatePeriod unit,
            @Nullable Currency currency,
            String[] customers,
            int[] frequency,
            double[] recency,
            double[] age,
            long[] repeatSpend) {
        this.unit = unit;
        this.currency = currency;
        this.customers = customers;
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
        this.repeatSpend = repeatSpend;
    }

    /**
     * {@return the histories of these columns, one customer a row; the columns are copied}
     *
     * @param customers the ids, all different
     * @param frequency repeat purchases
     * @param recency times from the first purchase to the last
     * @param age times from the first purchase to the end
     * @param repeatSpendMinor what the repeat purchases came to, in the minor unit of the currency
     * @param unit the unit of recency and age
     * @param currency an ISO 4217 code such as {@code EUR}
     * @throws IllegalArgumentException if the columns differ in length, a row is no history (see
     *     {@link PurchaseHistory}), an id is blank or comes twice, or somebody without a repeat purchase spent on one;
     *     the message names the row
     */
    public static PurchaseHistories copyOf(
            String[] customers,
            int[] frequency,
            double[] recency,
            double[] age,
            long[] repeatSpendMinor,
            RatePeriod unit,
            String currency) {
        int size = customers.length;
        if (frequency.length != size
                || recency.length != size
                || age.length != size
                || repeatSpendMinor.length != size) {
            throw new IllegalArgumentException("columns of one length wanted, got " + size + ", " + frequency.length
                    + ", " + recency.length + ", " + age.length + " and " + repeatSpendMinor.length);
        }
        PurchaseHistories copy = new PurchaseHistories(
                Objects.requireNonNull(unit, "unit"),
                Money.of("0", currency).currency(),
                customers.clone(),
                frequency.clone(),
                recency.clone(),
                age.clone(),
                repeatSpendMinor.clone());
        copy.check();
        return copy;
    }

    private void check() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < customers.length; i++) {
            String wrong = PurchaseHistory.wrong(frequency[i], recency[i], age[i]);
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException("row " + i + ": " + wrong);
            }
            if (frequency[i] == 0 && repeatSpend[i] != 0) {
                throw new IllegalArgumentException("row " + i
                        + ": no spend on repeat purchases wanted where there are none," + " got " + repeatSpend[i]);
            }
            if (!seen.add(new CustomerId(customers[i]).value())) {
                throw new IllegalArgumentException("row " + i + ": customer " + customers[i] + " comes twice");
            }
        }
    }

    /** {@return how many customers there are} */
    public int size() {
        return customers.length;
    }

    /** {@return the unit of recency and age} */
    public RatePeriod unit() {
        return unit;
    }

    /** {@return the currency of the spend, none where nothing was ever bought} */
    public Optional<Currency> currency() {
        return Optional.ofNullable(currency);
    }

    /**
     * {@return the customer of a row}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public CustomerId customer(int row) {
        return new CustomerId(customers[row]);
    }

    /**
     * {@return the history of a row}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public PurchaseHistory history(int row) {
        return new PurchaseHistory(frequency[row], recency[row], age[row], unit);
    }

    /**
     * {@return what the repeat purchases of a row came to, in the minor unit of the currency}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public long repeatSpendMinor(int row) {
        return repeatSpend[row];
    }

    /**
     * {@return the number of repeat purchases of a row}
     *
     * @param row from 0 to below {@link #size()}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int frequency(int row) {
        return frequency[row];
    }

    /** {@return these customers counted by their histories, as a model of buying is fitted to them} */
    public RfmTally tally() {
        return RfmTally.of(unit, frequency, recency, age);
    }

    /**
     * {@return for each row the index of its history in {@link #tally()}}
     *
     * @param tally the tally of these histories, or of more
     * @throws IllegalArgumentException if a row's history is not in it; the message names the row
     */
    public int[] indexIn(RfmTally tally) {
        int[] index = new int[customers.length];
        for (int i = 0; i < index.length; i++) {
            index[i] = tally.indexOf(frequency[i], recency[i], age[i]);
            if (index[i] < 0) {
                throw new IllegalArgumentException("row " + i + " is not in the tally: " + history(i));
            }
        }
        return index;
    }

    /**
     * {@return one replicate of a Poisson bootstrap: each customer in as many rows as chance has it, in one on average}
     *
     * <p>It is told from the seed, the customer's id and the number of the replicate alone, so models of buying and of
     * spend fitted to one replicate are fitted to the same customers.
     *
     * @param seed the seed of all replicates
     * @param replicate which replicate
     */
    public PurchaseHistories resampled(long seed, int replicate) {
        PoissonResample draws = new PoissonResample(seed, replicate);
        int[] times = new int[customers.length];
        int size = 0;
        for (int i = 0; i < customers.length; i++) {
            times[i] = (int) draws.row(key(customers[i])).draw(1);
            size += times[i];
        }
        int[] rows = new int[size];
        int next = 0;
        for (int i = 0; i < customers.length; i++) {
            for (int k = 0; k < times[i]; k++) {
                rows[next++] = i;
            }
        }
        return rows(rows);
    }

    private PurchaseHistories rows(int[] rows) {
        return new PurchaseHistories(
                unit,
                currency,
                Arrays.stream(rows).mapToObj(i -> customers[i]).toArray(String[]::new),
                Arrays.stream(rows).map(i -> frequency[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> recency[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> age[i]).toArray(),
                Arrays.stream(rows).mapToLong(i -> repeatSpend[i]).toArray());
    }

    private static long key(String customer) {
        long key = 0;
        for (int i = 0; i < customer.length(); i++) {
            key = PoissonResample.mix(key + customer.charAt(i));
        }
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PurchaseHistories that
                && unit == that.unit
                && Objects.equals(currency, that.currency)
                && Arrays.equals(customers, that.customers)
                && Arrays.equals(frequency, that.frequency)
                && Arrays.equals(recency, that.recency)
                && Arrays.equals(age, that.age)
                && Arrays.equals(repeatSpend, that.repeatSpend);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(customers), Arrays.hashCode(frequency), Arrays.hashCode(recency));
    }

    /** {@return such as {@code 2357 customers, 946 with a repeat purchase}} */
    @Override
    public String toString() {
        long repeaters = Arrays.stream(frequency).filter(x -> x > 0).count();
        return customers.length + (customers.length == 1 ? " customer, " : " customers, ") + repeaters
                + " with a repeat purchase";
    }
}
