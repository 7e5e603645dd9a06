package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.Currency;
import java.util.Objects;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.MeanDifference;
import org.cxkit.metrics.trend.MeanTrend;
import org.cxkit.metrics.value.ValueTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * How the spend of customers goes with the number of channels they use.
 *
 * <p>Association only: who spends more may use more channels for that. Immutable, value-based and thread-safe;
 * {@code toString} is a sentence.
 *
 * @param currency the currency of the spend
 * @param byChannels the spend of customers of one, two and more channels; its slope is what goes with one channel more
 * @param multichannel the spend of customers of one channel and of those of several, the latter second
 */
public record SpendTrend(Currency currency, MeanTrend byChannels, MeanDifference multichannel) implements Serializable {

    /** Checks that all is there. */
    public SpendTrend {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(byChannels, "byChannels");
        Objects.requireNonNull(multichannel, "multichannel");
    }

    /**
     * {@return the trend over the numbers of channels}
     *
     * @param spend the spend of each customer, by how many channels he or she uses, 1 or more; such as
     *     {@code Grouped.by(Customer::channels, …)}
     * @throws IllegalArgumentException if customers of fewer than 1 channel spend
     */
    public static SpendTrend of(Grouped<Integer, ValueTally> spend) {
        if (!spend.isEmpty() && spend.keys().get(0) < 1) {
            throw new IllegalArgumentException("wanted customers of at least 1 channel, got some of "
                    + spend.keys().get(0));
        }
        Grouped<Boolean, ValueTally> several = spend.regroup(channels -> channels > 1);
        return new SpendTrend(
                spend.empty().currency(),
                new MeanTrend(
                        spend.asMap().values().stream().map(ValueTally::sample).toList(),
                        spend.keys().stream().map(Integer::doubleValue).toList()),
                new MeanDifference(
                        several.tally(false).sample(), several.tally(true).sample()));
    }

    /** {@return how much more a customer of several channels spends than one of a single one: 0.04 for 4 per cent more; no
     * data where either is missing or a single channel brings nothing} */
    public Outcome<Double> increase() {
        if (multichannel.first().n() == 0 || multichannel.second().n() == 0) {
            return Outcome.noData("no customer of "
                    + (multichannel.first().n() == 0 ? "one channel" : "several channels") + " to compare with");
        }
        double single = multichannel.first().mean();
        return single > 0
                ? Outcome.of(multichannel.second().mean() / single - 1)
                : Outcome.noData("customers of one channel spent nothing or less");
    }

    /** {@return the trend and the difference, each with its interval and counts} */
    @Override
    public String toString() {
        String more = increase()
                .map(value -> " (" + Sentence.number(100 * value, 1) + " %)")
                .toOptional()
                .orElse("");
        return "spend in " + currency + " by number of channels: " + byChannels + "; one and several channels: "
                + multichannel + more;
    }
}
