package org.cxkit.metrics.purchase;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * On which days each customer bought, and for how much: all purchases of one day are one.
 *
 * <p>Days are those of a stated time zone. A refund, an amount below zero, makes no day of purchase; it lowers, from its
 * own day on, what was spent on that day or, where nothing else was bought then, on the last day of purchase before it.
 * A refund before the first purchase is counted and left out, and so is a customer with refunds alone. An amount of zero
 * is a purchase. ({@link org.cxkit.metrics.linkage.RfmCustomer} takes every refund of a buyer off, and
 * {@link org.cxkit.metrics.clv.HistoricValue} counts refunds as purchases.) Customers stand in the order of their ids. Immutable and thread-safe.
 */
public final class PurchaseLog {
    private final ZoneId zone;
    private final @Nullable Currency currency;
    private final String[] customers;
    private final DayRows purchases;

    /** The days of refunds alone, each after a day of purchase of its customer. */
    private final DayRows refunds;

    private final long refundsLeftOut;

    private PurchaseLog(
            ZoneId zone,
            @Nullable Currency currency,
            String[] customers,
            DayRows purchases,
            DayRows refunds,
            long refundsLeftOut) {
        this.zone = zone;
        this.currency = currency;
        this.customers = customers;
        this.purchases = purchases;
        this.refunds = refunds;
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
        long leftOut = 0;
        TreeMap<String, CustomerDays> buyers = new TreeMap<>();
        for (var entry : byCustomer.entrySet()) {
            CustomerDays merged = entry.getValue();
            leftOut += merged.merge();
            if (merged.size() > 0) {
                buyers.put(entry.getKey(), merged);
            }
        }
        CustomerDays none = new CustomerDays();
        return new PurchaseLog(
                zone,
                buyers.isEmpty() ? null : currency,
                buyers.keySet().toArray(new String[0]),
                DayRows.of(buyers.values()),
                DayRows.of(
                        buyers.values().stream().map(one -> one.refundsOr(none)).toList()),
                leftOut);
    }

    /** {@return how many customers have bought} */
    public int customers() {
        return customers.length;
    }

    /** {@return how many days of purchase there are, added up over the customers} */
    public int purchaseDays() {
        return purchases.size();
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
        long sum = Math.addExact(purchases.sum(0, purchases.size()), refunds.sum(0, refunds.size()));
        return currency == null ? Optional.empty() : Optional.of(Money.ofMinor(sum, currency));
    }

    /** {@return the last day on which anybody bought, if anybody did} */
    public Optional<LocalDate> lastDay() {
        return day(purchases.days().max());
    }

    /** {@return the first day on which anybody bought, if anybody did} */
    public Optional<LocalDate> firstDay() {
        return day(purchases.days().min());
    }

    private static Optional<LocalDate> day(OptionalInt day) {
        return day.isPresent() ? Optional.of(LocalDate.ofEpochDay(day.getAsInt())) : Optional.empty();
    }

    /**
     * {@return what was known of each customer at the end of a day; customers who came later are left out}
     *
     * <p>The frequency is the days of purchase after the first one, the recency the time from the first to the last, the
     * age the time from the first to the end. A refund counts from its own day on: of a later one nothing is known yet.
     *
     * @param end the last day of the observation
     * @param unit the unit of recency and age
     */
    public PurchaseHistories histories(LocalDate end, RatePeriod unit) {
        int last = Math.toIntExact(end.toEpochDay());
        int size = (int) IntStream.range(0, customers.length)
                .filter(i -> firstDay(i) <= last)
                .count();
        String[] ids = new String[size];
        int[] frequency = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        long[] repeatSpend = new long[size];
        int row = 0;
        for (int i = 0; i < customers.length; i++) {
            int first = firstDay(i);
            if (first > last) {
                continue;
            }
            int behind = purchases.upTo(i, last);
            ids[row] = customers[i];
            frequency[row] = behind - purchases.from(i) - 1;
            recency[row] = (purchases.day(behind - 1) - first) / unit.days();
            age[row] = (last - first) / unit.days();
            repeatSpend[row] = repeatSpend(i, behind, last);
            row++;
        }
        return new PurchaseHistories(unit, currency, ids, frequency, recency, age, repeatSpend);
    }

    /** {@return what the customer spent after the first day of purchase, up to a row and a day} */
    private long repeatSpend(int customer, int behind, int last) {
        int second = purchases.from(customer) + 1;
        if (second >= behind) {
            return 0;
        }
        // a refund before the second purchase is of the first
        int from = refunds.upTo(customer, purchases.day(second));
        return Math.addExact(purchases.sum(second, behind), refunds.sum(from, refunds.upTo(customer, last)));
    }

    private int firstDay(int customer) {
        return purchases.day(purchases.from(customer));
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
        int[] bought = new int[calibration.size()];
        int row = 0;
        for (int i = 0; i < customers.length; i++) {
            if (firstDay(i) <= from) {
                bought[row++] = purchases.upTo(i, to) - purchases.upTo(i, from);
            }
        }
        return new HoldOut(this, calibration, bought, calibrationEnd, end);
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
            count(counts, firstDay(i) - start);
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
            for (int at = purchases.from(i) + 1; at < purchases.to(i) && firstDay(i) <= last; at++) {
                count(counts, purchases.day(at) - start);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PurchaseLog that
                && zone.equals(that.zone)
                && Objects.equals(currency, that.currency)
                && Arrays.equals(customers, that.customers)
                && purchases.equals(that.purchases)
                && refunds.equals(that.refunds)
                && refundsLeftOut == that.refundsLeftOut;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(customers), purchases, refunds);
    }

    /** {@return such as {@code 6696 days of purchase of 2357 customers worth 244091.94 USD}} */
    @Override
    public String toString() {
        return Sentence.count(purchases.size(), "day") + " of purchase of "
                + Sentence.count(customers.length, "customer")
                + spent().map(sum -> " worth " + sum).orElse("")
                + (refundsLeftOut == 0
                        ? ""
                        : ", " + Sentence.count(refundsLeftOut, "refund") + " without a purchase left out");
    }
}
