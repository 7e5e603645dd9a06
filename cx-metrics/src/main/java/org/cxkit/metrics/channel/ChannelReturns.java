package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.attribution.ModelCredit;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.wording.Counted;
import org.cxkit.metrics.wording.Sentence;

/**
 * What each channel returns on what it costs.
 *
 * <p>A channel with a value and no cost, or a cost and no value, stays, with 0 for the other. Immutable, value-based
 * and thread-safe.
 *
 * @param channels one row for each channel by name
 * @param total all channels together
 */
public record ChannelReturns(List<ChannelReturn> channels, ChannelReturn total) implements Serializable {

    /** Copies the list. */
    public ChannelReturns {
        channels = List.copyOf(channels);
    }

    /**
     * {@return the returns on these values and costs}
     *
     * <p>White space at the ends of names is removed; amounts of one name are added up.
     *
     * @param currency the currency of all amounts
     * @param values the attributed value of each channel
     * @param costs the cost of each channel, not negative
     * @throws IllegalArgumentException if a cost is negative, an amount is in another currency, or a name is blank
     */
    public static ChannelReturns of(Currency currency, Map<String, Money> values, Map<String, Money> costs) {
        Money none = Money.zero(currency);
        return of(none, byName("value", values), costs, values.values().stream().reduce(none, Money::plus));
    }

    private static ChannelReturns of(
            Money none, Map<String, Money> values, Map<String, Money> costs, Money totalValue) {
        Map<String, Money> spent = byName("cost", costs);
        TreeSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(spent.keySet());
        List<ChannelReturn> rows = new ArrayList<>();
        Money totalCost = none;
        for (String name : names) {
            ChannelReturn row =
                    new ChannelReturn(name, values.getOrDefault(name, none), spent.getOrDefault(name, none));
            rows.add(row);
            totalCost = totalCost.plus(row.cost());
        }
        return new ChannelReturns(rows, new ChannelReturn("total", totalValue, totalCost));
    }

    private static Map<String, Money> byName(String what, Map<String, Money> amounts) {
        Map<String, Money> byName = new TreeMap<>();
        amounts.forEach((name, amount) -> {
            String bare = name.strip();
            if (bare.isEmpty()) {
                throw new IllegalArgumentException("the channel of the " + what + " " + amount + " is blank");
            }
            byName.merge(bare, amount, Money::plus);
        });
        return byName;
    }

    /**
     * {@return the returns on the value that one model credits}
     *
     * <p>Credit is rounded to the minor unit by largest remainder, so that the rows still add up to the value of all
     * paths. Those of {@link AttributionModel#PARTICIPATION} overlap; the total is the value of all paths nevertheless.
     *
     * @param attribution credit by several models
     * @param model one of the models
     * @param costs the cost of each channel, not negative
     * @throws IllegalArgumentException if the paths have no value or another currency, the model was not asked for,
     *     or a cost is negative
     */
    public static ChannelReturns of(Attribution attribution, AttributionModel model, Map<String, Money> costs) {
        Money value = attribution.value();
        if (value == null) {
            throw new IllegalArgumentException("returns need conversions with a value, got "
                    + Counted.text(attribution.conversions()) + " without any");
        }
        ModelCredit credit = attribution
                .model(model)
                .orElseThrow(() -> new IllegalArgumentException("the attribution has no model " + model));
        return of(Money.zero(value.currency()), whole(credit.channels(), value), costs, value);
    }

    /**
     * Rounds credit to minor units, down first, then up where most was cut off, until the sum is the total; of credit that
     * overlaps, its own sum.
     */
    private static Map<String, Money> whole(List<ChannelCredit> credits, Money total) {
        BigDecimal unit = Money.ofMinor(1, total.currency()).amount();
        TreeMap<String, Money> whole = new TreeMap<>();
        TreeMap<String, BigDecimal> cutOff = new TreeMap<>();
        BigDecimal sum = credits.stream()
                .map(credit -> BigDecimal.valueOf(credit.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal nearly = total.amount().add(unit);
        Money left = sum.compareTo(nearly) > 0
                ? Money.of(sum.setScale(unit.scale(), RoundingMode.HALF_UP), total.currency())
                : total;
        for (ChannelCredit credit : credits) {
            BigDecimal exact = BigDecimal.valueOf(credit.value());
            BigDecimal down = exact.setScale(unit.scale(), RoundingMode.FLOOR);
            whole.put(credit.channel(), Money.of(down, total.currency()));
            cutOff.put(credit.channel(), exact.subtract(down));
            left = left.minus(Money.of(down, total.currency()));
        }
        List<String> order = new ArrayList<>(cutOff.keySet());
        order.sort(Comparator.comparing(cutOff::get, Comparator.reverseOrder())); // stable: ties by name
        for (String channel : order) {
            if (left.signum() > 0) {
                Money cent = Money.of(unit, total.currency());
                whole.merge(channel, cent, Money::plus);
                left = left.minus(cent);
            }
        }
        return whole;
    }

    /** {@return the table} */
    @Override
    public String toString() {
        TextTable table = new TextTable("channel")
                .column("value")
                .column("cost")
                .column("ROAS")
                .column("ROI");
        for (ChannelReturn row : channels) {
            row(table, row);
        }
        row(table, total);
        return table.toString();
    }

    private static void row(TextTable table, ChannelReturn row) {
        table.row(List.of(
                row.channel(), row.value().toString(), row.cost().toString(), decimal(row.roas()), decimal(row.roi())));
    }

    private static String decimal(Outcome<Double> ratio) {
        return ratio.toOptional().map(value -> Sentence.number(value, 2)).orElse("-");
    }
}
