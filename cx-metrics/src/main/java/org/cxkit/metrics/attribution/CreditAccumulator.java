package org.cxkit.metrics.attribution;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.path.Journeys;

/**
 * Folds journeys into the {@link CreditTally} of one model, in one pass and without allocation per journey; where
 * channels are left out, touches are copied without them first.
 *
 * <p>Merges over any partition of the rows, to a relative 1e-12; the same calls in the same order give the same bits.
 * All values are in one currency. <strong>Not thread-safe:</strong> confine and merge.
 */
public final class CreditAccumulator implements Accumulator<CreditAccumulator, CreditTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private CreditTally soFar;

    private CreditAccumulator() {
        this(CreditTally.nothing(AttributionModel.TIME_DECAY));
    }

    private CreditAccumulator(CreditTally soFar) {
        this.soFar = soFar;
    }

    /**
     * {@return an accumulator that has seen no journey; the first value sets the currency}
     *
     * @param model how each conversion is shared
     * @throws IllegalArgumentException if the model is a Markov chain
     */
    public static CreditAccumulator create(AttributionModel model) {
        return new CreditAccumulator(CreditTally.nothing(model));
    }

    /**
     * Adds all rows of journeys.
     *
     * @param journeys the journeys; with ages where the model needs them; not altered
     * @return this
     * @throws IllegalArgumentException if the model needs ages that are not known, or the currency is another one
     * @throws ArithmeticException if the value leaves the range of a long in minor units
     */
    public CreditAccumulator addAll(Journeys journeys) {
        return addAll(journeys, 0, journeys.size());
    }

    /**
     * Adds some rows of journeys.
     *
     * @param journeys the journeys; with ages where the model needs them; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if the model needs ages that are not known, or the currency is another one
     * @throws IndexOutOfBoundsException if there are no such rows
     * @throws ArithmeticException if the value leaves the range of a long in minor units
     */
    public CreditAccumulator addAll(Journeys journeys, int from, int to) {
        soFar = soFar.plus(CreditKernel.tell(soFar.model(), journeys, from, to));
        return this;
    }

    @Override
    public CreditAccumulator merge(CreditAccumulator other) {
        soFar = soFar.plus(other.soFar);
        return this;
    }

    @Override
    public CreditTally result() {
        return soFar;
    }

    @Override
    public CreditAccumulator copy() {
        return new CreditAccumulator(soFar);
    }

    @Serial
    private Object writeReplace() {
        return new Form(soFar.toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("credit is read through its form");
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
            return new CreditAccumulator(CreditTally.fromBytes(bytes));
        }
    }
}
