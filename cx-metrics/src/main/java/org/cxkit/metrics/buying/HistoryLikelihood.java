package org.cxkit.metrics.buying;

import java.util.stream.IntStream;
import org.cxkit.metrics.fit.LogLikelihood;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * The log-likelihood of a tally of histories: parts of a fixed size, added up in their order, so that threads do not
 * change the sum by a bit.
 */
abstract class HistoryLikelihood implements LogLikelihood {
    private static final int PART = 4096;

    private final RfmTally tally;
    private final boolean parallel;

    /**
     * Takes the data.
     *
     * @param tally the histories
     * @param parallel whether more than one thread may add up
     * @throws IllegalArgumentException if nobody has bought twice, so that the data tell nothing of any rate
     */
    HistoryLikelihood(RfmTally tally, boolean parallel) {
        // frequencies stand in order
        if (tally.isEmpty() || tally.frequency(tally.histories() - 1) == 0) {
            throw new IllegalArgumentException(
                    "a customer with a repeat purchase wanted, got none among " + tally.customers());
        }
        this.tally = tally;
        this.parallel = parallel && tally.histories() > PART;
    }

    /** The log-likelihood of one range of histories, at fixed parameters. */
    interface Part {
        /**
         * {@return the log-likelihood of the customers of histories {@code from} to {@code to}}
         *
         * @param sums where their derivatives are added: the gradient, then the upper half of the second derivatives
         *     row by row; empty where none are wanted
         */
        double sum(int from, int to, double[] sums);
    }

    /** {@return the log-likelihood at these parameters; tables of what depends on the frequency alone are made here} */
    abstract Part at(double[] parameters, boolean derivatives);

    final RfmTally tally() {
        return tally;
    }

    @Override
    public final double value(double[] parameters) {
        return sum(at(parameters, false), new double[0]);
    }

    @Override
    public final double derivatives(double[] parameters, double[] gradient, double[][] hessian) {
        int size = gradient.length;
        double[] sums = new double[size + size * (size + 1) / 2];
        double value = sum(at(parameters, true), sums);
        int next = size;
        for (int i = 0; i < size; i++) {
            gradient[i] = sums[i];
            for (int j = i; j < size; j++) {
                hessian[i][j] = sums[next];
                hessian[j][i] = sums[next++];
            }
        }
        return value;
    }

    private double sum(Part part, double[] sums) {
        int histories = tally.histories();
        int parts = (histories + PART - 1) / PART;
        double[][] derivatives = new double[parts][sums.length];
        double[] values = new double[parts];
        IntStream all = IntStream.range(0, parts);
        (parallel ? all.parallel() : all)
                .forEach(i -> values[i] = part.sum(i * PART, Math.min(histories, (i + 1) * PART), derivatives[i]));
        double value = 0;
        for (int i = 0; i < parts; i++) {
            value += values[i];
            for (int j = 0; j < sums.length; j++) {
                sums[j] += derivatives[i][j];
            }
        }
        return value;
    }
}
