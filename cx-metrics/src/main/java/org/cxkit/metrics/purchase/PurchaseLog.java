package org.cxkit.metrics.purchase;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.RatePeriod;
import org.jspecify.annotations.Nullable;

/**
 * On which days each customer bought, and for how much: all purchases of one day are one.
 *
 * <p>Days are those of a stated time zone. A refund, an amount below zero, makes no day of purchase; it lowers what was
 * spent on its day or, where nothing else was bought then, on the last day of purchase before it. A refund before the
 * first purchase is counted and left out, and so is a customer with refunds alone. An amount of zero is a purchase.
 * Customers stand in the order of their ids. Immutable and thread-safe.
 */
public final class PurchaseLog {
    private final ZoneId zone;
    private final @Nullable Currency currency;
    private final String[] customers;

    /** The days of customer {@code i} are those from {@code offsets[i]} to below {@code offsets[i + 1]}. */
    private final int[] offsets;

    private final int[] days;
    private final long[] spent;
    private final long refundsLeftOut;

    private PurchaseLog(
            ZoneId zone,
            @Nullable Currency currency,
            String[] customers,
            int[] offsets,
            int[] days,
            long[] spent,
            long refundsLeftOut) {
        this.zone = zone;
        this.currency = currency;
        this.customers = customers;
        this.offsets = offsets;
        this.days = days;
        this.spent = spent;
        this.refundsLeftOut = refundsLeftOut;
    }

    /**
     * {@return the log of these purchases}
     *
     * @param purchases purchases and refunds in any order, all in one currency
     * @param zone whose days are meant
     * @throws IllegalArgumentException if two currencies meet; the message names both amounts
     * @throws ArithmeticException if an amount is finer than the minor unit of its currency, or a sum leaves the range of
     *     a long
     */
    public static PurchaseLog of(Collection<Purchase> purchases, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        TreeMap<String, CustomerDays> byCustomer = new TreeMap<>();
        @Nullable Money first = null;
        for (Purchase purchase : purchases) {
            Money amount = purchase.amount();
            first = first == null ? amount : first;
            if (!first.currency().equals(amount.currency())) {
                throw new IllegalArgumentException(
                        "purchases must be in one currency, got " + first + " and " + amount);
            }
            int day = Math.toIntExact(LocalDate.ofInstant(purchase.at(), zone).toEpochDay());
            byCustomer
                    .computeIfAbsent(purchase.customer().value(), id -> new CustomerDays())
                    .add(day, amount.toMinorUnits());
        }
        return of(zone, first == null ? null : first.currency(), byCustomer);
    }

    private static PurchaseLog of(ZoneId zone, @Nullable Currency currency, Map<String, CustomerDays> byCustomer) {
        long refunds = 0;
        int rows = 0;
        TreeMap<String, CustomerDays> buyers = new TreeMap<>();
        for (var entry : byCustomer.entrySet()) {
            CustomerDays merged = entry.getValue();
            refunds += merged.merge();
            rows = Math.addExact(rows, merged.size());
            if (merged.size() > 0) {
                buyers.put(entry.getKey(), merged);
            }
        }
        int[] offsets = new int[buyers.size() + 1];
        int[] days = new int[rows];
        long[] spent = new long[rows];
        int next = 0;
        int customer = 0;
        for (CustomerDays merged : buyers.values()) {
            merged.copyTo(days, spent, next);
            next += merged.size();
            offsets[++customer] = next;
        }
        return new PurchaseLog(zone, currency, buyers.keySet().toArray(new String[0]), offsets, days, spent, refunds);
    }

    /** {@return how many customers have bought} */
    public int customers() {
        return customers.length;
    }

    /** {@return how many days of purchase there are, added up over the customers} */
    public int purchaseDays() {
        return days.length;
    }

    /** {@return how many refunds are left out because no purchase of the same customer came before them} */
    public long refundsLeftOut() {
        return refundsLeftOut;
    }

    /** {@return the time zone whose days are meant} */
    public ZoneId zone() {
        return zone;
    }

    /** {@return the currency, none where there was no purchase at all} */
    public Optional<Currency> currency() {
        return Optional.ofNullable(currency);
    }

    /** {@return all that was spent, refunds taken off; nothing where there was no purchase at all} */
    public Optional<Money> spent() {
        long sum = 0;
        for (long amount : spent) {
            sum = Math.addExact(sum, amount);
        }
        return currency == null ? Optional.empty() : Optional.of(Money.ofMinor(sum, currency));
    }

    /** {@return the last day on which anybody bought, if anybody did} */
    public Optional<LocalDate> lastDay() {
        return days.length == 0
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(Arrays.stream(days).max().getAsInt()));
    }

    /** {@return the first day on which anybody bought, if anybody did} */
    public Optional<LocalDate> firstDay() {
        return days.length == 0
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(Arrays.stream(days).min().getAsInt()));
    }

    /**
     * {@return what was known of each customer at the end of a day; customers who came later are left out}
     *
     * <p>The frequency is the days of purchase after the first one, the recency the time from the first to the last, the
     * age the time from the first to the end.
     *
     * @param end the last day of the observation
     * @param unit the unit of recency and age
     */
    public PurchaseHistories histories(LocalDate end, RatePeriod unit) {
        int last = Math.toIntExact(end.toEpochDay());
        int size = (int) IntStream.range(0, customers.length)
                .filter(i -> days[offsets[i]] <= last)
                .count();
        String[] ids = new String[size];
        int[] frequency = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        long[] repeatSpend = new long[size];
        int row = 0;
        for (int i = 0; i < customers.length; i++) {
            int first = days[offsets[i]];
            if (first > last) {
                continue;
            }
            int behind = upTo(i, last);
            ids[row] = customers[i];
            frequency[row] = behind - offsets[i] - 1;
            recency[row] = (days[behind - 1] - first) / unit.days();
            age[row] = (last - first) / unit.days();
            for (int at = offsets[i] + 1; at < behind; at++) {
                repeatSpend[row] = Math.addExact(repeatSpend[row], spent[at]);
            }
            row++;
        }
        return new PurchaseHistories(unit, currency, ids, frequency, recency, age, repeatSpend);
    }

    /**
     * {@return what was known of each customer at the end of one day, and how often each bought until the end of another}
     *
     * @param calibrationEnd the last day that a model may learn from
     * @param end the last day it is judged by, after the first one
     * @param unit the unit of recency and age
     * @throws IllegalArgumentException if the days are not in order
     */
    public HoldOut holdOut(LocalDate calibrationEnd, LocalDate end, RatePeriod unit) {
        if (!end.isAfter(calibrationEnd)) {
            throw new IllegalArgumentException(
                    "the hold-out must end after the calibration, got " + calibrationEnd + " and " + end);
        }
        int from = Math.toIntExact(calibrationEnd.toEpochDay());
        int to = Math.toIntExact(end.toEpochDay());
        PurchaseHistories calibration = histories(calibrationEnd, unit);
        int[] purchases = new int[calibration.size()];
        int row = 0;
        for (int i = 0; i < customers.length; i++) {
            if (days[offsets[i]] <= from) {
                purchases[row++] = upTo(i, to) - upTo(i, from);
            }
        }
        return new HoldOut(this, calibration, purchases, calibrationEnd, end);
    }

    /**
     * {@return how many customers made their first purchase on each day}
     *
     * @param from the first day
     * @param to the last day, not before the first
     * @throws IllegalArgumentException if the days are not in order
     */
    public long[] newCustomers(LocalDate from, LocalDate to) {
        long[] counts = days(from, to);
        int start = Math.toIntExact(from.toEpochDay());
        for (int i = 0; i < customers.length; i++) {
            count(counts, days[offsets[i]] - start);
        }
        return counts;
    }

    /**
     * {@return how many repeat purchases were made on each day}
     *
     * @param from the first day
     * @param to the last day, not before the first
     * @throws IllegalArgumentException if the days are not in order
     */
    public long[] repeatPurchases(LocalDate from, LocalDate to) {
        return repeatPurchases(from, to, to);
    }

    /**
     * {@return how many repeat purchases were made on each day by customers who had come by another}
     *
     * @param from the first day
     * @param to the last day, not before the first
     * @param cameBy the last day on which the first purchase of a customer counts
     * @throws IllegalArgumentException if the days are not in order
     */
    public long[] repeatPurchases(LocalDate from, LocalDate to, LocalDate cameBy) {
        long[] counts = days(from, to);
        int start = Math.toIntExact(from.toEpochDay());
        int last = Math.toIntExact(cameBy.toEpochDay());
        for (int i = 0; i < customers.length; i++) {
            for (int at = offsets[i] + 1; at < offsets[i + 1] && days[offsets[i]] <= last; at++) {
                count(counts, days[at] - start);
            }
        }
        return counts;
    }

    private static long[] days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("days in order wanted, got " + from + " and " + to);
        }
        return new long[Math.toIntExact(to.toEpochDay() - from.toEpochDay() + 1)];
    }

    private static void count(long[] counts, int day) {
        if (day >= 0 && day < counts.length) {
            counts[day]++;
        }
    }

    /** {@return the row after the last one of customer {@code i} up to the day} */
    private int upTo(int i, int day) {
        int at = Arrays.binarySearch(days, offsets[i], offsets[i + 1], day);
        return at >= 0 ? at + 1 : -at - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PurchaseLog that
                && zone.equals(that.zone)
                && Objects.equals(currency, that.currency)
                && Arrays.equals(customers, that.customers)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(days, that.days)
                && Arrays.equals(spent, that.spent)
                && refundsLeftOut == that.refundsLeftOut;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(customers), Arrays.hashCode(days), Arrays.hashCode(spent));
    }

    /** {@return such as {@code 6696 days of purchase of 2357 customers worth 244091.94 USD}} */
    @Override
    public String toString() {
        return days.length + (days.length == 1 ? " day" : " days") + " of purchase of " + customers.length
                + (customers.length == 1 ? " customer" : " customers")
                + spent().map(sum -> " worth " + sum).orElse("")
                + (refundsLeftOut == 0 ? "" : ", " + refundsLeftOut + " refunds without a purchase left out");
    }
}
