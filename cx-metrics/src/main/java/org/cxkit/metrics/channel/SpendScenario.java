package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.wording.Sentence;

/**
 * What channels would return on another spend, if their value followed a stated rule: a what-if, no forecast.
 *
 * <p>The value of a channel is assumed to be {@code value * (new spend / spend) ^ elasticity}. An elasticity of 1 is
 * proportional, which flatters every increase; below 1 each further unit of spend brings less. Nothing here is
 * estimated from data: the answer is as good as the elasticity and the attribution that are put in, so there is none
 * without attributed value and present spend. Channels do not influence each other. Immutable, value-based and
 * thread-safe.
 *
 * @param channels one row for each channel by name, those whose spend stays too
 */
public record SpendScenario(List<SpendChange> channels) implements Serializable {

    /** The elasticity of a value that grows as the spend does. */
    public static final double PROPORTIONAL = 1;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public SpendScenario {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a what-if needs attributed value, got no channels");
        }
    }

    /**
     * {@return the scenario in which the value of every channel is {@linkplain #PROPORTIONAL proportional} to its spend}
     *
     * @param returns what the channels return now
     * @param spend the new spend of the channels whose spend changes, not negative
     * @throws IllegalArgumentException if nothing has an attributed value, a channel is unknown or has no attributed
     *     value or no present spend, or a spend is negative or in another currency
     */
    public static SpendScenario proportional(ChannelReturns returns, Map<String, Money> spend) {
        return of(returns, spend, Map.of());
    }

    /**
     * {@return the scenario with an elasticity for each channel}
     *
     * @param returns what the channels return now
     * @param spend the new spend of the channels whose spend changes, not negative
     * @param elasticities by how many per cent the value of a channel grows for each per cent of spend, above 0 and at
     *     most 1; {@link #PROPORTIONAL} for channels that are not named
     * @throws IllegalArgumentException if nothing has an attributed value, a channel is unknown or has no attributed
     *     value or no present spend, a spend is negative or in another currency, or an elasticity is out of range
     */
    public static SpendScenario of(ChannelReturns returns, Map<String, Money> spend, Map<String, Double> elasticities) {
        if (returns.total().value().signum() <= 0) {
            throw new IllegalArgumentException(
                    "a what-if needs attributed value, got " + returns.total().value() + " over "
                            + Sentence.count(returns.channels().size(), "channel"));
        }
        requireKnown(returns, spend.keySet());
        requireKnown(returns, elasticities.keySet());
        List<SpendChange> rows = new ArrayList<>();
        for (ChannelReturn before : returns.channels()) {
            double elasticity = elasticities.getOrDefault(before.channel(), PROPORTIONAL);
            SpendChange.requireElasticity(before.channel(), elasticity);
            Money planned = spend.get(before.channel());
            ChannelReturn after = planned == null ? before : after(before, planned, elasticity);
            rows.add(new SpendChange(before, after, elasticity));
        }
        return new SpendScenario(rows);
    }

    private static void requireKnown(ChannelReturns returns, Set<String> named) {
        Set<String> known =
                returns.channels().stream().map(ChannelReturn::channel).collect(Collectors.toCollection(TreeSet::new));
        for (String channel : new TreeSet<>(named)) {
            if (!known.contains(channel)) {
                throw new IllegalArgumentException("no channel " + channel + " among " + String.join(", ", known));
            }
        }
    }

    private static ChannelReturn after(ChannelReturn before, Money planned, double elasticity) {
        String channel = before.channel();
        if (before.value().signum() <= 0 || before.cost().signum() == 0) {
            throw new IllegalArgumentException("a what-if of " + channel
                    + " needs attributed value and present spend to start from, got " + before.value() + " on "
                    + before.cost());
        }
        if (planned.signum() < 0) {
            throw new IllegalArgumentException("spend of " + channel + " must not be negative, got " + planned);
        }
        double times = planned.ratioTo(before.cost()); // also requires one currency
        BigDecimal factor = elasticity == PROPORTIONAL
                ? planned.amount().divide(before.cost().amount(), MathContext.DECIMAL128)
                : BigDecimal.valueOf(Math.pow(times, elasticity));
        BigDecimal value = before.value().amount().multiply(factor, MathContext.DECIMAL128);
        return new ChannelReturn(channel, Money.of(value, planned.currency()).rounded(), planned);
    }

    /** {@return all channels together as they are} */
    public ChannelReturn before() {
        return total(SpendChange::before);
    }

    /** {@return all channels together as they would be} */
    public ChannelReturn after() {
        return total(SpendChange::after);
    }

    private ChannelReturn total(Function<SpendChange, ChannelReturn> side) {
        Money none = Money.zero(channels.get(0).before().value().currency());
        Money value = none;
        Money cost = none;
        for (SpendChange row : channels) {
            value = value.plus(side.apply(row).value());
            cost = cost.plus(side.apply(row).cost());
        }
        return new ChannelReturn("total", value, cost);
    }

    /** {@return the table, now and then} */
    @Override
    public String toString() {
        TextTable table = new TextTable("channel")
                .column("elasticity")
                .column("spend")
                .column("then")
                .column("value")
                .column("then")
                .column("difference")
                .column("ROAS")
                .column("ROI")
                .column("marginal ROAS");
        for (SpendChange row : channels) {
            row(table, row.before(), row.after(), decimal(row.elasticity()), decimal(row.sensitivity()));
        }
        row(table, before(), after(), "", "");
        return "what if, under these elasticities; no forecast\n" + table;
    }

    private static void row(
            TextTable table, ChannelReturn before, ChannelReturn after, String elasticity, String sensitivity) {
        table.row(List.of(
                before.channel(),
                elasticity,
                before.cost().toString(),
                after.cost().toString(),
                before.value().toString(),
                after.value().toString(),
                after.value().minus(before.value()).toString(),
                decimal(before.roas()) + " / " + decimal(after.roas()),
                decimal(before.roi()) + " / " + decimal(after.roi()),
                sensitivity));
    }

    private static String decimal(Outcome<Double> ratio) {
        return ratio.toOptional().map(SpendScenario::decimal).orElse("-");
    }

    private static String decimal(double number) {
        return Sentence.number(number, 2);
    }
}
