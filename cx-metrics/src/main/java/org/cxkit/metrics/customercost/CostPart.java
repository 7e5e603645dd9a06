package org.cxkit.metrics.customercost;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What one customer gives in one part of the relation, access or use, kept apart by kind: money, time, effort and the
 * psychic cost of worry, waiting or learning.
 *
 * <p>The kinds have no common unit and are never added but by {@link CostWeights}. What is missing is not zero.
 * Immutable, value-based and thread-safe.
 *
 * <p>Source: V. A. Zeithaml, "Consumer Perceptions of Price, Quality, and Value: A Means-End Model and Synthesis of
 * Evidence", Journal of Marketing 52(3), 1988: what is given is money, and time, search and psychic costs beside it.
 *
 * @param items the money by item, such as price, fees, shipping or switching, not negative and in one currency; kept by
 *     name, empty if missing
 * @param time the time, not negative; null if missing
 * @param effort what stands for the effort, or null if missing
 * @param psychic what stands for the psychic cost, or null if missing
 */
public record CostPart(
        Map<String, Money> items,
        @Nullable Duration time,
        @Nullable Proxy effort,
        @Nullable Proxy psychic) implements Serializable {

    /** Nothing known yet; {@link #money}, {@link #time(Duration)} and the others add what is. */
    public static final CostPart UNKNOWN = new CostPart(Map.of(), null, null, null);

    /**
     * Checks the amounts and orders the items by name.
     *
     * @throws IllegalArgumentException if an amount or the time is negative, an item has no name, or the currencies
     *     differ
     */
    public CostPart {
        Map<String, Money> ordered = new TreeMap<>(items);
        Money first = ordered.isEmpty() ? null : ordered.values().iterator().next();
        ordered.forEach((item, amount) -> {
            if (item.isBlank()) {
                throw new IllegalArgumentException("the name of an item must not be blank, got one of " + amount);
            }
            if (amount.signum() < 0) {
                throw new IllegalArgumentException(item + " must not be negative, got " + amount);
            }
            if (!amount.currency().equals(Objects.requireNonNull(first).currency())) {
                throw new IllegalArgumentException("items must be in one currency, got " + first + " and " + amount);
            }
        });
        items = Collections.unmodifiableMap(ordered);
        if (time != null && time.isNegative()) {
            throw new IllegalArgumentException("time must not be negative, got " + time);
        }
    }

    /**
     * {@return this part, with one more item of money}
     *
     * @param item what it is paid for, such as price, fees, shipping or switching
     * @param amount how much, not negative
     * @throws IllegalArgumentException if the item is there already, or the amount is negative or in another currency
     */
    public CostPart money(String item, Money amount) {
        Map<String, Money> more = new TreeMap<>(items);
        if (more.putIfAbsent(item, amount) != null) {
            throw new IllegalArgumentException(item + " must be given once, got " + items.get(item) + " and " + amount);
        }
        return new CostPart(more, time, effort, psychic);
    }

    /**
     * {@return this part, with the time it takes}
     *
     * @param duration how long, not negative
     */
    public CostPart time(Duration duration) {
        return new CostPart(items, Objects.requireNonNull(duration, "duration"), effort, psychic);
    }

    /**
     * {@return this part, with what stands for its effort}
     *
     * @param proxy such as {@link Proxy#meanEffort}
     */
    public CostPart effort(Proxy proxy) {
        return new CostPart(items, time, Objects.requireNonNull(proxy, "proxy"), psychic);
    }

    /**
     * {@return this part, with what stands for its psychic cost}
     *
     * @param proxy such as the mean answer to a question about worry
     */
    public CostPart psychic(Proxy proxy) {
        return new CostPart(items, time, effort, Objects.requireNonNull(proxy, "proxy"));
    }

    /** {@return the sum of the items; no data where there is none} */
    public Outcome<Money> money() {
        return items.values().stream()
                .reduce(Money::plus)
                .map(Outcome::of)
                .orElseGet(() -> Outcome.noData("no amount of money"));
    }

    private String words() {
        return items.entrySet().stream()
                .map(item -> item.getKey() + " " + item.getValue())
                .collect(Collectors.joining(", "));
    }

    /** {@return what is known in a list: {@code money 12.00 EUR (price 10.00 EUR, shipping 2.00 EUR), time PT10M, effort missing, psychic missing}} */
    @Override
    public String toString() {
        return "money " + money()
                + (items.size() > 1 ? " (" + words() + ")" : "")
                + ", time " + (time == null ? "missing" : time)
                + ", effort " + (effort == null ? "missing" : effort)
                + ", psychic " + (psychic == null ? "missing" : psychic);
    }
}
