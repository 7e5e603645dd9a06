package org.cxkit.metrics.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.wording.Counted;

/**
 * A Markov chain of touches, and what would be lost if a channel were removed from it: exact, nothing is simulated.
 *
 * <p>A state of order k is the last k touches; the first state of a journey is its first k touches, and a journey of
 * fewer touches is one shorter state. Journeys go from {@code (start)} from state to state, and end in
 * {@code (conversion)} or {@code (null)}, with the observed frequencies. To remove a channel is to send journeys to
 * {@code (null)} where they come to a state that contains it; {@link ChannelRemoval} has other ways. The removal effect
 * of channel {@code c} is {@code RE(c) = 1 - P(conversion without c) / P(conversion)}, from 0 to 1; its credit is
 * {@code RE(c)} over the sum of all, times the conversions. For the value, each state's conversions bring what they brought there on average, and the expected value
 * takes the place of the probability. That a journey stays in a state changes no removal effect. Journeys without a
 * touch are outside of the chain.
 *
 * <p><b>Cost</b>: up to 600 states about {@code n^3} products, all channels together; relative errors are of some
 * roundings. Beyond, some ten to some hundred sweeps over all
 * transitions, times the channels, to a relative error of 1e-13; a chain that does not settle in 1,000 sweeps is solved
 * as a small one up to 4,000 states (some seconds to a minute), and refused beyond. It is solved anew by each call of
 * {@link #removalEffects}, {@link #removalEffect} and {@link #credit}: keep what they return. All else costs no more than
 * its size.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann, "Mapping the Customer Journey: Lessons Learned
 * from Graph-Based Online Attribution Modeling", International Journal of Research in Marketing 33(3), 2016.
 */
public final class MarkovChain {
    private static final int FEW_STATES = 600;
    private static final int MANY_STATES = 4_000;

    private final FlowGraph graph;

    private MarkovChain(FlowGraph graph) {
        this.graph = graph;
    }

    /**
     * {@return the chain of counted transitions}
     *
     * @param transitions any transitions; of none the chain has no state
     */
    public static MarkovChain of(TransitionTally transitions) {
        return new MarkovChain(FlowGraph.of(transitions.counts()));
    }

    /**
     * {@return the chain of paths}
     *
     * @param paths any paths
     * @param order how many touches make a state, 1 to 4
     * @throws IllegalArgumentException if the order is out of range, or there are more states and transitions than
     *     are kept, 4,194,304, or more than 65,535 channels; the message says what to do
     * @throws ArithmeticException if a path is counted more than 2^53 times or a sum leaves the range of a long
     */
    public static MarkovChain of(PathTally paths, int order) {
        return of(TransitionTally.of(paths, order));
    }

    /**
     * {@return the chain of journeys, whose conversions and losses may be fractions}
     *
     * @param journeys any journeys
     * @param order how many touches make a state, 1 to 4
     * @throws IllegalArgumentException if the order is out of range, or there are more states and transitions than
     *     are kept, 4,194,304, or more than 65,535 channels; the message says what to do
     * @throws ArithmeticException if a sum of whole numbers leaves the range of a long
     */
    public static MarkovChain of(Journeys journeys, int order) {
        return journeys.whole()
                ? of(TransitionTally.of(journeys, order))
                : new MarkovChain(FlowGraph.ofFractions(journeys, order));
    }

    private RemovalShares solveAll() {
        requireConversions();
        boolean stateIsChannel = graph.order == 1 && graph.size() <= FEW_STATES;
        return stateIsChannel ? RemovalInverse.of(graph) : solve(graph.statesByChannel());
    }

    private RemovalShares solve(int[][] removed) {
        if (graph.size() <= FEW_STATES) {
            return RemovalElimination.of(graph, removed);
        }
        try {
            return RemovalIteration.of(graph, removed, RemovalIteration.MAX_SWEEPS);
        } catch (RemovalIteration.UnsettledException e) {
            if (graph.size() <= MANY_STATES) {
                return RemovalElimination.of(graph, removed);
            }
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** {@return how many touches make a state} */
    public int order() {
        return graph.order;
    }

    /** {@return the channels by name} */
    public List<String> channels() {
        return List.of(graph.names);
    }

    /** {@return the observed states by the names of their channels, joined as in {@code Search > Email}} */
    public List<String> states() {
        String[] states = new String[graph.size()];
        Arrays.setAll(states, graph::name);
        return List.of(states);
    }

    /** {@return the conversions of journeys with a touch} */
    public double conversions() {
        return graph.totalConversions;
    }

    /** {@return the journeys with a touch that ended without a conversion} */
    public double lost() {
        return graph.totalLost;
    }

    /** {@return the value of the conversions of journeys with a touch; empty where none has a value} */
    public Optional<Money> value() {
        return graph.valued()
                ? Optional.of(Money.ofMinor((long) graph.totalValueMinor, Currency.getInstance(graph.currency)))
                : Optional.empty();
    }

    /**
     * {@return the probability that a journey of the chain converts, from 0 to 1: conversions over conversions and
     * losses, for every order}
     *
     * @throws IllegalStateException if there are no journeys with a touch
     */
    public double conversionProbability() {
        double journeys = graph.totalConversions + graph.totalLost;
        if (journeys == 0) {
            throw new IllegalStateException("P(conversion) is undefined for 0 journeys");
        }
        return graph.totalConversions / journeys;
    }

    /**
     * {@return what a journey of the chain brings on average, in the major unit of the currency; no data where no
     * conversion has a value}
     */
    public Outcome<Double> expectedValue() {
        return ofValue(total -> total / (graph.totalConversions + graph.totalLost));
    }

    /**
     * {@return the transition matrix: every observed transition, by the names of the states it leaves and goes to; for
     * each state those to the ends come last}
     */
    public List<Transition> transitions() {
        List<Transition> transitions = new ArrayList<>();
        double journeys = graph.totalConversions + graph.totalLost;
        for (int state = 0; state < graph.size(); state++) {
            add(transitions, Transition.START, graph.name(state), graph.starts[state], journeys);
        }
        for (int state = 0; state < graph.size(); state++) {
            String from = graph.name(state);
            double out = graph.conversions[state] + graph.lost[state];
            for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
                out += graph.moved[move];
            }
            for (int move = graph.firstMove[state]; move < graph.firstMove[state + 1]; move++) {
                add(transitions, from, graph.name(graph.to[move]), graph.moved[move], out);
            }
            add(transitions, from, Transition.CONVERSION, graph.conversions[state], out);
            add(transitions, from, Transition.NULL, graph.lost[state], out);
        }
        return List.copyOf(transitions);
    }

    private static void add(List<Transition> transitions, String from, String to, double count, double out) {
        if (count > 0) {
            transitions.add(new Transition(from, to, count, Math.min(1, count / out)));
        }
    }

    /**
     * {@return what would be lost without each channel, by name}
     *
     * @throws IllegalStateException if nothing converts
     * @throws IllegalArgumentException if there are more than 4,000 states and the chain does not settle; the message
     *     says what to do
     */
    public List<RemovalEffect> removalEffects() {
        return effects(solveAll());
    }

    /**
     * {@return what would be lost without each channel, by name, negative for a gain}
     *
     * <p>All but {@link ChannelRemoval#TO_NULL} take {@code n^3/3} products for each channel, and up to 600 states.
     *
     * @param removal what becomes of journeys that come to a channel
     * @throws IllegalStateException if nothing converts
     * @throws IllegalArgumentException if there are more states, or the chain does not settle; the message says what to
     *     do
     */
    public List<RemovalEffect> removalEffects(ChannelRemoval removal) {
        return removal == ChannelRemoval.TO_NULL ? removalEffects() : effects(detour(removal, graph.statesByChannel()));
    }

    private RemovalShares detour(ChannelRemoval removal, int[][] removed) {
        requireConversions();
        if (graph.size() > FEW_STATES) {
            throw new IllegalArgumentException("removal " + removal + " is told of up to " + FEW_STATES
                    + " states, got " + graph.size() + ": choose a smaller order, or fewer channels");
        }
        return new RemovalDetour(graph, removal).shares(removed);
    }

    private List<RemovalEffect> effects(RemovalShares all) {
        List<RemovalEffect> effects = new ArrayList<>();
        for (int code = 0; code < graph.names.length; code++) {
            effects.add(effect(List.of(graph.names[code]), all, code));
        }
        return List.copyOf(effects);
    }

    /**
     * {@return what would be lost if channels touched one right after the other led nowhere}
     *
     * @param sequence one channel, or more up to the order; 0 is lost where the sequence never occurs
     * @throws IllegalArgumentException if the sequence is empty or longer than the order, or there are more than 4,000
     *     states and the chain does not settle; the message says what to do
     * @throws IllegalStateException if nothing converts
     */
    public RemovalEffect removalEffect(List<String> sequence) {
        return removalEffect(sequence, ChannelRemoval.TO_NULL);
    }

    /**
     * {@return what would be lost if journeys could not touch channels one right after the other, negative for a gain}
     *
     * @param sequence one channel, or more up to the order; 0 is lost where the sequence never occurs
     * @param removal what becomes of journeys that come to the sequence
     * @throws IllegalArgumentException if the sequence is empty or longer than the order, there are more than 600 states,
     *     or for {@link ChannelRemoval#TO_NULL} more than 4,000 and the chain does not settle; the message says what to
     *     do
     * @throws IllegalStateException if nothing converts
     */
    public RemovalEffect removalEffect(List<String> sequence, ChannelRemoval removal) {
        if (sequence.isEmpty() || sequence.size() > graph.order) {
            throw new IllegalArgumentException("a sequence of 1 to " + graph.order
                    + " channels wanted, as the order is " + graph.order + ", got " + sequence);
        }
        requireConversions();
        int[][] removed = {graph.statesWith(sequence)};
        return effect(sequence, removal == ChannelRemoval.TO_NULL ? solve(removed) : detour(removal, removed), 0);
    }

    private RemovalEffect effect(List<String> removed, RemovalShares of, int at) {
        return new RemovalEffect(removed, atMostOne(of.conversions[at]), ofValue(total -> atMostOne(of.values[at])));
    }

    /** A share of all can exceed 1 by roundings alone. */
    private static double atMostOne(double share) {
        return Math.min(1, share);
    }

    private void requireConversions() {
        if (graph.totalConversions == 0) {
            throw new IllegalStateException(
                    "removal effects are undefined: none of " + Counted.of(graph.totalLost, "journey") + " converted");
        }
    }

    /**
     * {@return what each channel is credited with, by name: its removal effect over the sum of all, times the total}
     *
     * <p>The rows add up to the conversions and the value of all journeys with a touch, but for roundings.
     *
     * @throws IllegalStateException if nothing converts
     * @throws IllegalArgumentException if there are more than 4,000 states and the chain does not settle; the message
     *     says what to do
     */
    public List<MarkovCredit> credit() {
        RemovalShares all = solveAll();
        double conversions = Arrays.stream(all.conversions).sum();
        double values = Arrays.stream(all.values).sum();
        List<MarkovCredit> credit = new ArrayList<>();
        for (int code = 0; code < graph.names.length; code++) {
            double share = all.conversions[code] / conversions;
            double valueShare = all.values[code] / values;
            credit.add(new MarkovCredit(
                    graph.names[code], share * graph.totalConversions, ofValue(total -> valueShare * total)));
        }
        return List.copyOf(credit);
    }

    /** {@return what is told of the total value in major units} */
    private Outcome<Double> ofValue(DoubleFunction<Double> told) {
        if (!graph.valued()) {
            return Outcome.noData("no conversion has a value");
        }
        int scale = Money.zero(Currency.getInstance(graph.currency)).amount().scale();
        return Outcome.of(told.apply(graph.totalValueMinor / Math.pow(10, scale)));
    }

    /** {@return such as {@code order 1: 3 states of 3 channels, P(conversion) 0.3333 of 3 journeys}} */
    @Override
    public String toString() {
        double journeys = graph.totalConversions + graph.totalLost;
        return "order " + graph.order + ": " + Counted.of(graph.size(), "state") + " of "
                + Counted.of(graph.names.length, "channel") + ", "
                + (journeys == 0 ? "" : String.format(Locale.ROOT, "P(conversion) %.4f of ", conversionProbability()))
                + Counted.of(journeys, "journey");
    }
}
