package org.cxkit.metrics.markov;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How often journeys went from state to state, all in whole numbers: what a {@link MarkovChain} is told from.
 *
 * <p>A state of order k is the last k touches; the first state of a journey is its first k touches, and a journey of
 * fewer touches is one shorter state. For each observed state there are the journeys that started, converted and were
 * lost there, the value of those conversions, and the transitions to other states and to itself. Journeys without a
 * touch are counted apart; they are outside of the chain. Channels and states are ordered by name. Immutable and
 * thread-safe.
 */
public final class TransitionTally implements Tally<TransitionTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "transitions";

    private final TransitionCounts counts;

    TransitionTally(TransitionCounts canonical) {
        counts = canonical;
    }

    /**
     * {@return an accumulator that has seen no journey}
     *
     * @param order how many touches make a state, 1 to 4
     * @throws IllegalArgumentException if the order is out of range
     */
    public static TransitionAccumulator accumulator(int order) {
        return TransitionAccumulator.create(order);
    }

    /**
     * {@return the transitions of all rows}
     *
     * @param journeys any journeys whose conversions and losses are whole numbers
     * @param order how many touches make a state, 1 to 4
     * @throws IllegalArgumentException if the order is out of range, a number is not whole, or there are more states
     *     and transitions than are kept, 4,194,304; the message names what came
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static TransitionTally of(Journeys journeys, int order) {
        return accumulator(order).addAll(journeys, 0, journeys.size()).result();
    }

    /**
     * {@return the transitions of all paths}
     *
     * @param paths any paths
     * @param order how many touches make a state, 1 to 4
     * @throws IllegalArgumentException if the order is out of range or there are more states and transitions than are
     *     kept, 4,194,304; the message names what came
     * @throws ArithmeticException if a path is counted more than 2^53 times or a sum leaves the range of a long
     */
    public static TransitionTally of(PathTally paths, int order) {
        return of(paths.journeys(), order);
    }

    /** {@return the counts, which nobody alters} */
    TransitionCounts counts() {
        return counts;
    }

    /** {@return how many touches make a state} */
    public int order() {
        return counts.order;
    }

    /** {@return the channels of all states by name} */
    public List<String> channels() {
        return List.of(counts.names);
    }

    /**
     * {@return the transitions of a lower order, which this determines: the same as those of the journeys themselves}
     *
     * @param order how many touches make a state there, 1 to {@link #order()}
     * @throws IllegalArgumentException if the order is out of range, or more states and transitions of it than are kept
     *     were seen, which can be where most paths end in their first state here
     */
    public TransitionTally lowered(int order) {
        if (order < 1 || order > counts.order) {
            throw new IllegalArgumentException("order must be from 1 to " + counts.order + ", got " + order);
        }
        return order == counts.order ? this : new TransitionTally(counts.lowered(order));
    }

    /** {@return how many distinct states there are} */
    public int states() {
        return counts.states.size();
    }

    /** {@return how many distinct transitions between states there are, those to the state itself too} */
    public int transitions() {
        return counts.moves.size();
    }

    @Override
    public boolean isEmpty() {
        return counts.states.size() == 0
                && counts.untouched[TransitionCounts.CONVERSIONS] == 0
                && counts.untouched[TransitionCounts.LOST] == 0;
    }

    /**
     * {@return the conversions of journeys with a touch}
     *
     * @throws ArithmeticException if the sum leaves the range of a long
     */
    public long conversions() {
        return counts.total(TransitionCounts.CONVERSIONS);
    }

    /**
     * {@return the journeys with a touch that ended without a conversion}
     *
     * @throws ArithmeticException if the sum leaves the range of a long
     */
    public long lost() {
        return counts.total(TransitionCounts.LOST);
    }

    /**
     * {@return the value of the conversions of journeys with a touch, if any conversion had one}
     *
     * @throws ArithmeticException if the sum leaves the range of a long in minor units
     */
    public Optional<Money> value() {
        return money(counts.total(TransitionCounts.VALUE_MINOR));
    }

    /** {@return the conversions that no touch led to} */
    public long unattributedConversions() {
        return counts.untouched[TransitionCounts.CONVERSIONS];
    }

    /** {@return the lost journeys without a touch} */
    public long unattributedLost() {
        return counts.untouched[TransitionCounts.LOST];
    }

    /** {@return the value of the conversions that no touch led to, if any conversion had one} */
    public Optional<Money> unattributedValue() {
        return money(counts.untouched[TransitionCounts.VALUE_MINOR]);
    }

    private Optional<Money> money(long minor) {
        return counts.currency.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.ofMinor(minor, Currency.getInstance(counts.currency)));
    }

    @Override
    public TransitionTally plus(TransitionTally other) {
        return new TransitionTally(sum(other, 1));
    }

    /**
     * {@return the tally without what the other has counted, such as the day that leaves a sliding window}
     *
     * @param other a tally that was added before, not altered
     * @throws IllegalArgumentException if the shapes differ, or the other has counted what this has not; the message
     *     names the state
     */
    public TransitionTally minus(TransitionTally other) {
        TransitionCounts left = sum(other, -1);
        for (int move = 0; move < left.moves.size(); move++) {
            requireLeft(left, left.leaves(move), left.moved[move]);
        }
        for (long[] count : left.counts) {
            for (int state = 0; state < left.states.size(); state++) {
                requireLeft(left, state, count[state]);
            }
        }
        for (long count : left.untouched) {
            requireLeft("journeys without a touch", count);
        }
        if (left.anyWorthWithoutConversion()) {
            throw new IllegalArgumentException(
                    "cannot take away what was counted otherwise: value is left without a conversion");
        }
        if (left.anyUnreached()) {
            throw new IllegalArgumentException(
                    "cannot take away what was counted otherwise: no journey leads to what is left");
        }
        return new TransitionTally(left);
    }

    private static void requireLeft(TransitionCounts left, int state, long count) {
        if (count < 0) {
            requireLeft(StateKey.text(left.states.key(state), left.names), count);
        }
    }

    private static void requireLeft(String of, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("cannot take away more than was counted, left of " + of + ": " + count);
        }
    }

    private TransitionCounts sum(TransitionTally other, int sign) {
        TransitionCounts sum = new TransitionCounts(counts.order);
        sum.append(counts, 1);
        sum.append(other.counts, sign);
        return sum.canonical();
    }

    @Override
    public byte[] toBytes() {
        return TransitionBytes.write(NAME, counts);
    }

    /**
     * {@return the tally that gave these bytes}
     *
     * @param bytes what {@link #toBytes} gave
     * @throws IllegalArgumentException if they are not the bytes of transitions
     */
    public static TransitionTally fromBytes(byte[] bytes) {
        TransitionCounts read = TransitionBytes.read(NAME, bytes);
        TransitionCounts canonical = read.canonical();
        if (!TransitionBytes.same(canonical, read)) {
            throw new IllegalArgumentException("not the bytes of transitions: the states are not in order");
        }
        return new TransitionTally(canonical);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransitionTally that && TransitionBytes.same(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return TransitionBytes.hash(counts);
    }

    /** {@return such as {@code order 1: 2 states of 2 channels, 3 transitions: 3 conversions worth 150.00 EUR, 3 lost}} */
    @Override
    public String toString() {
        return "order " + counts.order + ": " + Sentence.count(states(), "state") + " of "
                + Sentence.count(counts.names.length, "channel") + ", " + Sentence.count(transitions(), "transition")
                + ": "
                + Sentence.count(conversions(), "conversion")
                + value().map(value -> " worth " + value).orElse("") + ", " + lost() + " lost";
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("transitions are read through their form");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        private Form(byte[] bytes) {
            this.bytes = bytes;
        }

        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }
}
