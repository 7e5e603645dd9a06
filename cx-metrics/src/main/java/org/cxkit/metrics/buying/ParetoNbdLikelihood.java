package org.cxkit.metrics.buying;

import java.util.Arrays;
import java.util.List;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.math.RisingFactorial;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * The log-likelihood of the Pareto/NBD model: what depends on the frequency alone is told once for all histories of it,
 * the probability that death comes next by a table.
 */
final class ParetoNbdLikelihood extends HistoryLikelihood {
    private static final double LEAST = 1e-12;
    private static final double MOST = 1e12;

    private final List<FreeParameter> parameters;

    /** Every so many-th history counts. */
    private final int stride;

    private final int[] frequencies;

    /** Where the histories of each frequency start, and where the last ends. */
    private final int[] starts;

    private final double longest;

    /**
     * Looks at the histories.
     *
     * @param tally the histories, at least one with a repeat purchase
     * @param parallel whether to use all processors
     * @param stride 1 for all histories, n for every n-th
     * @param start r, alpha, s and beta to start from
     */
    ParetoNbdLikelihood(RfmTally tally, boolean parallel, int stride, double[] start) {
        super(tally, parallel);
        this.stride = stride;
        double[] about = guess(tally);
        parameters = List.of(
                new FreeParameter("r", start[0], LEAST, MOST),
                new FreeParameter("alpha", start[1], about[1] * 1e-12, about[1] * 1e15),
                new FreeParameter("s", start[2], LEAST, MOST),
                new FreeParameter("beta", start[3], about[3] * 1e-12, about[3] * 1e15));
        int[] found = new int[tally.histories()];
        int[] at = new int[tally.histories() + 1];
        int distinct = 0;
        double oldest = 0;
        for (int i = 0; i < tally.histories(); i++) {
            if (i == 0 || tally.frequency(i) != tally.frequency(i - 1)) {
                found[distinct] = tally.frequency(i);
                at[distinct++] = i;
            }
            oldest = Math.max(oldest, tally.age(i));
        }
        at[distinct] = tally.histories();
        frequencies = Arrays.copyOf(found, distinct);
        starts = Arrays.copyOf(at, distinct + 1);
        longest = oldest;
    }

    /** {@return parameters of the right order: half of the customers die within the mean age} */
    static double[] guess(RfmTally tally) {
        double purchases = 0;
        double time = 0;
        for (int i = 0; i < tally.histories(); i++) {
            purchases += (double) tally.customers(i) * tally.frequency(i);
            time += tally.customers(i) * tally.age(i);
        }
        double age = time / tally.customers();
        return new double[] {0.7, 0.5 * time / purchases, 0.7, 0.5 * age};
    }

    @Override
    public List<FreeParameter> parameters() {
        return parameters;
    }

    @Override
    Part at(double[] at, boolean derivatives) {
        double[] shapes = Arrays.stream(frequencies).mapToDouble(x -> at[0] + x).toArray();
        double young = Math.log(at[1] / at[3]);
        double old = young + NearOne.log(longest / at[1]) - NearOne.log(longest / at[3]);
        NextIsDeathTable table =
                new NextIsDeathTable(shapes, at[2], Math.min(young, old), Math.max(young, old), derivatives);
        double[][] rising = new double[shapes.length][];
        RisingFactorial factorial = new RisingFactorial(at[0]);
        for (int k = 0; k < shapes.length; k++) {
            factorial.to(frequencies[k]);
            rising[k] = new double[] {factorial.log(), factorial.first(), factorial.second()};
        }
        return (from, to, sums) -> sum(new ParetoNbdTerm(at, rising, table, derivatives), from, to, derivatives, sums);
    }

    private double sum(ParetoNbdTerm term, int from, int to, boolean derivatives, double[] sums) {
        double value = 0;
        int run = run(from);
        term.frequency(run, frequencies[run]);
        for (int i = first(from); i < to; i += stride) {
            if (i >= starts[run + 1]) {
                run = run(i);
                term.frequency(run, frequencies[run]);
            }
            double customers = tally().customers(i);
            value += customers * term.at(tally().recency(i), tally().age(i));
            if (derivatives) {
                term.add(customers, sums);
            }
        }
        return value;
    }

    private int first(int from) {
        return (from + stride - 1) / stride * stride;
    }

    private int run(int history) {
        int found = Arrays.binarySearch(starts, history);
        return found >= 0 ? found : -found - 2;
    }
}
