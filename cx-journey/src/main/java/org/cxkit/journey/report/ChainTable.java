package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.markov.RemovalEffect;
import org.cxkit.metrics.markov.Transition;

/**
 * How journeys go from channel to channel, and what would be lost without each channel: a Markov chain of order 1.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param conversionProbability the share of journeys with a touch that convert; no data without such journeys
 * @param transitions how often journeys go from the start to a channel, on to others, and to an end
 * @param removals the removal effect of each channel by name; empty where nothing converts
 */
public record ChainTable(
        Outcome<Double> conversionProbability, List<Transition> transitions, List<RemovalEffect> removals)
        implements Serializable {

    /** Copies the lists. */
    public ChainTable {
        Objects.requireNonNull(conversionProbability, "conversionProbability");
        transitions = List.copyOf(transitions);
        removals = List.copyOf(removals);
    }

    /**
     * {@return what a chain tells}
     *
     * @param chain a chain of order 1
     */
    public static ChainTable of(MarkovChain chain) {
        boolean empty = chain.conversions() + chain.lost() == 0;
        return new ChainTable(
                empty ? Outcome.noData("no journeys with a touch") : Outcome.of(chain.conversionProbability()),
                chain.transitions(),
                chain.conversions() == 0 ? List.of() : chain.removalEffects());
    }
}
