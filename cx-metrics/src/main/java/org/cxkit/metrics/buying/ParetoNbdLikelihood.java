package org.cxkit.metrics.buying;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.purchase.RfmTally;

/** The log-likelihood of the Pareto/NBD model. */
final class ParetoNbdLikelihood extends HistoryLikelihood {
    /** Beyond it, what the parameters could still add to the log-likelihood drowns in its rounding. */
    private static final double MOST = 1e12;

    private static final double LEAST = 1e-12;

    /** So far do alpha and beta go, that r and s are the first to come to a bound. */
    private static final double FURTHER = 1e3;

    /** Deaths of one customer within the longest age that stand for none. */
    private static final double NOBODY = 1e-6;

    private final double[] start;

    /** Every so many-th history counts. */
    private final int stride;

    private final Frequencies frequencies;

    /**
     * Looks at the histories.
     *
     * @param tally the histories
     * @param parallel whether to use all processors
     * @param stride 1 for all histories, n for every n-th
     * @param start r, alpha, s and beta to start from
     */
    ParetoNbdLikelihood(RfmTally tally, boolean parallel, int stride, double[] start) {
        super(tally, parallel);
        this.stride = stride;
        this.start = start;
        frequencies = new Frequencies(tally, 1);
    }

    /** {@return r, alpha, s and beta of the right order, half of the customers dying within the mean age} */
    static double[] guess(RfmTally tally) {
        double purchases = 0;
        double time = 0;
        for (int i = 0; i < tally.histories(); i++) {
            purchases += (double) tally.customers(i) * tally.frequency(i);
            time += tally.customers(i) * tally.age(i);
        }
        double meanAge = time / tally.customers();
        return new double[] {0.7, 0.5 * time / purchases, 0.7, 0.5 * meanAge};
    }

    @Override
    public List<FreeParameter> parameters() {
        double[] about = guess(tally());
        return List.of(
                new FreeParameter("r", start[0], LEAST, MOST),
                new FreeParameter("alpha", start[1], about[1] * LEAST / FURTHER, about[1] * MOST * FURTHER),
                new FreeParameter("s", start[2], LEAST, MOST),
                new FreeParameter("beta", start[3], about[3] * LEAST / FURTHER, about[3] * MOST * FURTHER));
    }

    @Override
    public List<FitDiagnostic> explained(List<FitDiagnostic> found, double[] parameters) {
        Set<String> names = new HashSet<>();
        List<FitDiagnostic> explained = new ArrayList<>();
        for (FitDiagnostic one : found) {
            if (one.kind() == FitDiagnostic.Kind.NOT_CONVERGED) {
                explained.add(one);
            } else {
                names.addAll(List.of(one.parameters().split(", ")));
            }
        }
        if (names.contains("r") || names.contains("alpha")) {
            explained.add(new FitDiagnostic(
                    FitDiagnostic.Kind.NOT_IDENTIFIED,
                    "r, alpha",
                    "heterogeneity of the purchase rate not identified"));
        }
        if (names.contains("s") || names.contains("beta")) {
            explained.add(
                    parameters[2] * frequencies.longest() < NOBODY * parameters[3]
                            ? new FitDiagnostic(FitDiagnostic.Kind.AT_BOUND, "s", "nobody is seen to drop out")
                            : new FitDiagnostic(
                                    FitDiagnostic.Kind.NOT_IDENTIFIED,
                                    "s, beta",
                                    "dropout heterogeneity not identified"));
        }
        return explained;
    }

    @Override
    Part at(double[] at, boolean derivatives) {
        ParetoNbdTerm term = new ParetoNbdTerm(frequencies, at, derivatives);
        return (from, to, sums) -> sum(term.fresh(), from, to, derivatives, sums);
    }

    private double sum(ParetoNbdTerm term, int from, int to, boolean derivatives, double[] sums) {
        double value = 0;
        int end = from;
        for (int i = (from + stride - 1) / stride * stride; i < to; i += stride) {
            if (i >= end) {
                int index = frequencies.index(i);
                end = frequencies.end(index);
                term.frequency(index);
            }
            double customers = tally().customers(i);
            value += customers * term.at(tally().recency(i), tally().age(i));
            if (derivatives) {
                term.add(customers, sums);
            }
        }
        return value;
    }
}
