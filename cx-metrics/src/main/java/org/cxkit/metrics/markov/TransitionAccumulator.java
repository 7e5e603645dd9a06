package org.cxkit.metrics.markov;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Collector;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.path.Journeys;

/**
 * Folds journeys into a {@link TransitionTally}.
 *
 * <p>Its shape is the order and, once there is a value, the currency. Merges over any partition of the rows, in whole
 * numbers. <strong>Not thread-safe:</strong> confine and merge.
 *
 * <p><b>Cost</b>: where each row is one journey, one addition for each touch into a flat table of at most 4 M cells,
 * and one for each touch of its first state; otherwise a look-up in a table of the observed states for each touch. Each
 * call also costs a time in proportion to the states that its rows have. Memory is in proportion to the observed states
 * and transitions, at most 4,194,304 together.
 */
public final class TransitionAccumulator implements Accumulator<TransitionAccumulator, TransitionTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "transition rows";

    private TransitionCounts counts = new TransitionCounts(1);

    private TransitionAccumulator() {}

    /**
     * {@return an accumulator that has seen no journey}
     *
     * @param order how many touches make a state, 1 to 4
     * @throws IllegalArgumentException if the order is out of range
     */
    public static TransitionAccumulator create(int order) {
        TransitionAccumulator created = new TransitionAccumulator();
        created.counts = new TransitionCounts(order);
        return created;
    }

    /**
     * Adds rows of journeys; those with neither conversions nor losses count nothing.
     *
     * @param journeys any journeys whose conversions and losses are whole numbers, not altered
     * @param from the first row
     * @param to the row after the last one
     * @return this
     * @throws IndexOutOfBoundsException if there are no such rows
     * @throws IllegalArgumentException if a number is not whole, the currency is another one, or there are more states
     *     and transitions than are kept; the message names what came
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public TransitionAccumulator addAll(Journeys journeys, int from, int to) {
        Objects.checkFromToIndex(from, to, journeys.size());
        if (!journeys.whole()) {
            throw new IllegalArgumentException("transitions are counted in whole journeys, got fractions: "
                    + "MarkovChain.of(journeys, order) takes them");
        }
        counts.append(TransitionCounts.of(journeys, from, to, counts.order), 1);
        return this;
    }

    /**
     * {@return a collector of journeys, part by part}
     *
     * @param order how many touches make a state, 1 to 4
     * @throws IllegalArgumentException if the order is out of range
     */
    public static Collector<Journeys, ?, TransitionTally> collector(int order) {
        TransitionAccumulator empty = create(order);
        return Collector.of(
                empty::copy,
                (all, journeys) -> all.addAll(journeys, 0, journeys.size()),
                TransitionAccumulator::merge,
                TransitionAccumulator::result,
                Collector.Characteristics.UNORDERED);
    }

    @Override
    public TransitionAccumulator merge(TransitionAccumulator other) {
        counts.append(other.counts, 1);
        return this;
    }

    @Override
    public TransitionTally result() {
        return new TransitionTally(counts.canonical());
    }

    @Override
    public TransitionAccumulator copy() {
        return create(counts.order).merge(this);
    }

    @Serial
    private Object writeReplace() {
        return new Form(TransitionBytes.write(NAME, counts));
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
            TransitionAccumulator read = new TransitionAccumulator();
            read.counts = TransitionBytes.read(NAME, bytes);
            return read;
        }
    }
}
