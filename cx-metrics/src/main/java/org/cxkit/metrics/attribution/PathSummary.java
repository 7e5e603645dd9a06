package org.cxkit.metrics.attribution;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.markov.TransitionTally;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.wording.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What attribution needs to know of any number of journeys, in whole numbers: for each length of path and each channel
 * how many conversions, and how much value, came by paths that it opens, stands in the middle of, or closes; for each
 * number of distinct channels, by those that it is part of; and, if asked for, the {@link TransitionTally} of an order.
 *
 * <p>Every model over positions is told from it, and the Markov model of its order, without the journeys. Its memory is
 * bounded by channels times length and by the observed states of the order, not by journeys or paths: {@code 24} bytes a
 * channel and length that occurs, for conversions and for value each, and what transitions take.
 * Channels are ordered by name; one with no touch is not kept. Immutable, value-based and thread-safe.
 */
public final class PathSummary implements Tally<PathSummary> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "path summary";

    private final Symbols channels;
    private final transient PositionCounts counts; // written by its form
    private final String currency;
    private final @Nullable TransitionTally transitions;

    private PathSummary(
            Symbols channels, PositionCounts counts, String currency, @Nullable TransitionTally transitions) {
        this.channels = channels;
        this.counts = counts;
        this.currency = currency;
        this.transitions = transitions;
    }

    /** {@return the summary of no journey, without transitions} */
    public static PathSummary empty() {
        return empty(0);
    }

    static PathSummary empty(int order) {
        TransitionTally none =
                order == 0 ? null : TransitionTally.accumulator(order).result();
        return new PathSummary(Symbols.empty(), new PositionCounts(0), "", none);
    }

    /** {@return an accumulator that has seen no journey, and keeps no transitions} */
    public static PathSummaryAccumulator accumulator() {
        return accumulator(0);
    }

    /**
     * {@return an accumulator that has seen no journey}
     *
     * @param order the order of the transitions to keep, 1 to 4, or 0 for none
     * @throws IllegalArgumentException if the order is out of range
     */
    public static PathSummaryAccumulator accumulator(int order) {
        return new PathSummaryAccumulator(order);
    }

    /**
     * {@return the summary of all these journeys, without transitions}
     *
     * @param journeys any journeys with whole counts
     * @throws IllegalArgumentException if a count is no whole number
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathSummary of(Journeys journeys) {
        return of(journeys, 0);
    }

    /**
     * {@return the summary of all these journeys}
     *
     * @param journeys any journeys with whole counts
     * @param order the order of the transitions to keep, 1 to 4, or 0 for none
     * @throws IllegalArgumentException if a count is no whole number, the order out of range, or there are more states
     *     and transitions than are kept
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathSummary of(Journeys journeys, int order) {
        return of(journeys, order, 0, journeys.size());
    }

    /**
     * {@return the summary of a range of journeys, such as the part of one thread}
     *
     * @param journeys any journeys with whole counts
     * @param order the order of the transitions to keep, 1 to 4, or 0 for none
     * @param from the first row
     * @param to the first row after the last
     * @throws IllegalArgumentException if a count is no whole number, the order out of range, or there are more states
     *     and transitions than are kept
     * @throws IndexOutOfBoundsException if there are no such rows
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathSummary of(Journeys journeys, int order, int from, int to) {
        Objects.checkFromToIndex(from, to, journeys.size());
        if (!journeys.whole()) {
            throw new IllegalArgumentException(
                    "a summary is of whole numbers, got journeys with a fraction of a conversion or loss");
        }
        String money = journeys.currency().map(Currency::getCurrencyCode).orElse("");
        TransitionTally moves = order == 0
                ? null
                : TransitionTally.accumulator(order).addAll(journeys, from, to).result();
        return canonical(journeys.channels(), PositionKernel.count(journeys, from, to), money, moves);
    }

    /** {@return the summary with channels by name, of which each has a touch} */
    private static PathSummary canonical(
            Symbols channels, PositionCounts counts, String currency, @Nullable TransitionTally transitions) {
        Symbols kept = Symbols.of(channels.names().stream()
                .filter(name -> counts.touches[channels.find(name)] != 0)
                .sorted()
                .toList());
        PositionCounts mine = new PositionCounts(kept.size());
        mine.add(counts, channels.names().stream().mapToInt(kept::find).toArray(), 1);
        mine.places.trim();
        mine.placesOfValue.trim();
        return new PathSummary(kept, mine, counts.valueMinor == 0 ? "" : currency, transitions);
    }

    @Override
    public boolean isEmpty() {
        return counts.conversions == 0 && counts.lost == 0;
    }

    /** {@return the conversions of all journeys} */
    public long conversions() {
        return counts.conversions;
    }

    /** {@return the journeys that ended without a conversion} */
    public long lost() {
        return counts.lost;
    }

    /** {@return the value of all conversions, if any had one} */
    public Optional<Money> value() {
        return currency.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.ofMinor(counts.valueMinor, Currency.getInstance(currency)));
    }

    /** {@return the channels of all journeys by name, those of lost ones too} */
    public List<String> channels() {
        return channels.names();
    }

    /**
     * {@return how often a channel was touched, in journeys that converted and in lost ones; 0 if never}
     *
     * @param channel the name of a channel
     */
    public long touches(String channel) {
        int code = channels.find(channel);
        return code < 0 ? 0 : counts.touches[code];
    }

    /** {@return the order of the transitions that are kept, 0 for none} */
    public int order() {
        return transitions == null ? 0 : transitions.order();
    }

    /** {@return the transitions, if they are kept} */
    public Optional<TransitionTally> transitions() {
        return Optional.ofNullable(transitions);
    }

    Credits credits(AttributionModel model) {
        if (model.excluded().isEmpty() && model.telling() instanceof TouchRule rule) {
            return Teller.credits(rule, channels.size(), counts.places, counts.placesOfValue);
        }
        if (model.excluded().isEmpty()
                && model.telling() instanceof MarkovRule rule
                && transitions != null
                && transitions.order() == rule.order()) {
            return MarkovRule.credits(
                    MarkovChain.of(transitions), channels, counts.places.untouched(), counts.placesOfValue.untouched());
        }
        throw new IllegalArgumentException(
                "\"" + model + "\" must be told from journeys: this summary of paths does not have what it needs");
    }

    /**
     * {@return the summary of both}
     *
     * @throws IllegalArgumentException if the orders of transitions differ, or both have value in different
     *     currencies; the message names both
     */
    @Override
    public PathSummary plus(PathSummary other) {
        TransitionTally moves = transitions == null || other.transitions == null || order() != other.order()
                ? null
                : transitions.plus(other.transitions);
        return combined(other, 1, moves);
    }

    /**
     * {@return the summary without what the other has counted, such as the day that leaves a sliding window}
     *
     * @param other a summary that was added before, not altered
     * @throws IllegalArgumentException if the other has counted what this has not
     */
    public PathSummary minus(PathSummary other) {
        TransitionTally moves = transitions == null || other.transitions == null || order() != other.order()
                ? null
                : transitions.minus(other.transitions);
        return combined(other, -1, moves);
    }

    private PathSummary combined(PathSummary other, int sign, @Nullable TransitionTally moves) {
        if (order() != other.order()) {
            throw new IllegalArgumentException(
                    "one order of transitions wanted, got " + order() + " and " + other.order());
        }
        if (!currency.isEmpty() && !other.currency.isEmpty() && !currency.equals(other.currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + other.currency);
        }
        Symbols.Builder all = Symbols.builder();
        channels.forEach(all::intern);
        int[] theirs = other.channels.names().stream().mapToInt(all::intern).toArray();
        int[] mine = new int[channels.size()];
        Arrays.setAll(mine, code -> code);
        PositionCounts both = new PositionCounts(all.size());
        both.add(counts, mine, 1);
        both.add(other.counts, theirs, sign);
        if (sign < 0 && both.impossible()) {
            throw new IllegalArgumentException("cannot take away more than was counted: " + other + ", of " + this);
        }
        return canonical(all.build(), both, currency.isEmpty() ? other.currency : currency, moves);
    }

    @Override
    public byte[] toBytes() {
        ByteWriter out = ByteWriter.of(NAME, 1).text(currency).count(channels.size());
        for (int code = 0; code < channels.size(); code++) {
            out.text(channels.name(code));
        }
        return counts.write(out)
                .bytes(transitions == null ? new byte[0] : transitions.toBytes())
                .toBytes();
    }

    /**
     * {@return the summary that gave these bytes}
     *
     * @param bytes what {@link #toBytes} gave
     * @throws IllegalArgumentException if they are not the bytes of a summary
     */
    public static PathSummary fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, 1);
        String currency = in.text();
        if (!currency.isEmpty()) {
            Currency.getInstance(currency);
        }
        String[] names = new String[in.size()];
        for (int code = 0; code < names.length; code++) {
            names[code] = in.text();
        }
        PositionCounts read = PositionCounts.read(in, names.length);
        byte[] moves = in.end(in.bytes());
        if (read.impossible()) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": no journeys have these counts");
        }
        return canonical(
                Symbols.of(names), read, currency, moves.length == 0 ? null : TransitionTally.fromBytes(moves));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathSummary that
                && channels.equals(that.channels)
                && currency.equals(that.currency)
                && Objects.equals(transitions, that.transitions)
                && counts.sameAs(that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * channels.hashCode() + counts.hash();
    }

    /** {@return such as {@code summary of paths over 2 channels: 3 conversions worth 150.00 EUR, 3 lost}} */
    @Override
    public String toString() {
        return "summary of paths over " + Counted.of(channels.size(), "channel") + ": "
                + Counted.of((double) counts.conversions, "conversion")
                + value().map(money -> " worth " + money).orElse("") + ", " + counts.lost + " lost";
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a summary is read through its form");
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
