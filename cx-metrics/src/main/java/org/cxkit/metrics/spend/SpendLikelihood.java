package org.cxkit.metrics.spend;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.fit.LogLikelihood;
import org.cxkit.metrics.math.GammaDifference;
import org.jspecify.annotations.Nullable;

/**
 * The log-likelihood of repeat spend under the Gamma-Gamma model, as a function of p, q and v.
 *
 * <p>With s what a customer spent in x purchases together and m = s / x, it is {@code log Γ(px + q) - log Γ(px) -
 * log Γ(q) - px log(1 + v / s) - q log(1 + s / v) - log m}, in which nothing cancels however large a parameter is. Gamma functions are told once for each x.
 */
final class SpendLikelihood implements LogLikelihood {
    private static final double LEAST = 1e-4;
    private static final double MOST = 1e6;

    /** From such a shape on, what it is the shape of hardly varies. */
    private static final double ALIKE = 0.1 * MOST;

    private final SpendTally tally;
    private final double minor;
    private final double meanSpend;

    SpendLikelihood(SpendTally tally) {
        this.tally = tally;
        minor = tally.minor();
        double sum = 0;
        for (int i = 0; i < tally.pairs(); i++) {
            sum += tally.customers(i) * (tally.totalMinor(i) * minor / tally.frequency(i));
        }
        meanSpend = sum / tally.customers();
    }

    @Override
    public List<FreeParameter> parameters() {
        return List.of(
                new FreeParameter("p", 2, LEAST, MOST),
                new FreeParameter("q", 3, LEAST, MOST),
                new FreeParameter("v", meanSpend, 1e-12 * meanSpend, 1e12 * meanSpend));
    }

    @Override
    public List<FitDiagnostic> explained(List<FitDiagnostic> found, double[] at) {
        List<FitDiagnostic> told = found;
        if (!found.isEmpty() && at[1] > ALIKE) {
            told = diagnostic(FitDiagnostic.Kind.NOT_IDENTIFIED, "q, v", "heterogeneity of mean spend not identified")
                    .insteadOf(told);
        }
        if (!found.isEmpty() && at[0] > ALIKE) {
            told = diagnostic(FitDiagnostic.Kind.AT_BOUND, "p, v", "each customer spends the same every time")
                    .insteadOf(told);
        }
        if (at[1] > 1) {
            return told;
        }
        FitDiagnostic noMean =
                diagnostic(FitDiagnostic.Kind.NO_MEAN, "q", "the mean spend of the population does not exist");
        return Stream.concat(told.stream(), Stream.of(noMean)).toList();
    }

    private static FitDiagnostic diagnostic(FitDiagnostic.Kind kind, String parameters, String meaning) {
        return new FitDiagnostic(kind, parameters, meaning);
    }

    @Override
    public double value(double[] at) {
        return sum(at, null);
    }

    @Override
    public double derivatives(double[] at, double[] gradient, double[][] hessian) {
        double[] sums = new double[9];
        double value = sum(at, sums);
        System.arraycopy(sums, 0, gradient, 0, 3);
        int next = 3;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                hessian[i][j] = sums[next];
                hessian[j][i] = sums[next++];
            }
        }
        return value;
    }

    /** Adds the derivatives to the sums, if there are any: the first ones, then the upper half of the second ones. */
    private double sum(double[] at, double @Nullable [] sums) {
        double value = 0;
        int from = 0;
        while (from < tally.pairs()) {
            int to = from + 1;
            while (to < tally.pairs() && tally.frequency(to) == tally.frequency(from)) {
                to++;
            }
            value += ofOneFrequency(from, to, at, sums);
            from = to;
        }
        return value;
    }

    private double ofOneFrequency(int from, int to, double[] at, double @Nullable [] sums) {
        double q = at[1];
        double v = at[2];
        double x = tally.frequency(from);
        double px = at[0] * x;
        double n = 0;
        double own = 0; // log(1 + v / s)
        double rest = 0; // log(1 + s / v)
        double logMean = 0;
        double share = 0; // s / (v + s)
        double lack = 0; // v / (v + s)
        double square = 0; // its square
        for (int i = from; i < to; i++) {
            double times = tally.customers(i);
            double total = tally.totalMinor(i) * minor;
            n += times;
            own += times * Math.log1p(v / total);
            rest += times * Math.log1p(total / v);
            logMean += times * Math.log(total / x);
            double of = v / (v + total);
            share += times * (total / (v + total));
            lack += times * of;
            square += times * of * of;
        }
        if (sums != null) {
            add(sums, at, x, n, new double[] {own, rest, share, lack, square});
        }
        double gamma = px < q
                ? GammaDifference.log(q, px) - LogGamma.value(px)
                : GammaDifference.log(px, q) - LogGamma.value(q);
        return n * gamma - px * own - q * rest - logMean;
    }

    private static void add(double[] sums, double[] at, double x, double n, double[] data) {
        double px = at[0] * x;
        double q = at[1];
        double v = at[2];
        double share = data[2];
        double lack = data[3];
        double square = data[4];
        sums[0] += x * (n * GammaDifference.digamma(px, q) - data[0]);
        sums[1] += n * GammaDifference.digamma(q, px) - data[1];
        sums[2] += (q * share - px * lack) / v;
        sums[3] += x * x * n * GammaDifference.trigamma(px, q);
        sums[4] += x * n * Trigamma.value(px + q);
        sums[5] -= x * lack / v;
        sums[6] += n * GammaDifference.trigamma(q, px);
        sums[7] += share / v;
        sums[8] += (px * square - q * (n - square)) / (v * v);
    }
}
