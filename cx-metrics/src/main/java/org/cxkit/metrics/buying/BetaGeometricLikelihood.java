package org.cxkit.metrics.buying;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.math.RisingFactorial;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * The log-likelihood of BG/NBD and MBG/NBD: what depends on the frequency alone is told once for each, from tables.
 *
 * <p>With n chances to leave, x or x + 1 of them, and {@code R = r + x}, a history has the log-likelihood
 *
 * <pre>ln (r)_x + ln (b)_n / (a + b)_n - x ln alpha - R ln(1 + T / alpha) + ln(1 + W)
 * W = a / (b + n - 1) ((alpha + T) / (alpha + t_x))^R, 0 where n is 0</pre>
 */
final class BetaGeometricLikelihood extends HistoryLikelihood {
    /** Beyond it, what a and b, or r and alpha, could still add to the log-likelihood drowns in its rounding. */
    private static final double MOST = 1e13;

    private static final double LEAST = 1e-15;

    /** A parameter below it, of those that the data push down without end, stands for 0. */
    private static final double NOBODY = 1e-6;

    private final int firstChances;
    private final double meanAge;
    private final double meanFrequency;

    /** Where the histories of each frequency start, and in the end where the last stop. */
    private final int[] starts;

    BetaGeometricLikelihood(RfmTally tally, int firstChances, boolean parallel) {
        super(tally, parallel);
        this.firstChances = firstChances;
        int[] found = new int[tally.histories() + 1];
        int frequencies = 0;
        double purchases = 0;
        double ages = 0;
        for (int i = 0; i < tally.histories(); i++) {
            if (i == 0 || tally.frequency(i) != tally.frequency(i - 1)) {
                found[frequencies++] = i;
            }
            purchases += (double) tally.frequency(i) * tally.customers(i);
            ages += tally.age(i) * tally.customers(i);
        }
        found[frequencies] = tally.histories();
        starts = Arrays.copyOf(found, frequencies + 1);
        meanFrequency = purchases / tally.customers();
        meanAge = ages / tally.customers();
    }

    @Override
    public List<FreeParameter> parameters() {
        double alpha = 0.5 * meanAge / meanFrequency;
        return List.of(
                new FreeParameter("r", 0.5, LEAST, MOST),
                new FreeParameter("alpha", alpha, LEAST * alpha, MOST * 2 * alpha),
                new FreeParameter("a", 1, LEAST, MOST),
                new FreeParameter("b", 3, LEAST, MOST));
    }

    @Override
    public List<FitDiagnostic> explained(List<FitDiagnostic> found, double[] parameters) {
        String told = String.join(
                ", ",
                found.stream()
                        .filter(one -> one.kind() != FitDiagnostic.Kind.NOT_CONVERGED)
                        .map(FitDiagnostic::parameters)
                        .toList());
        List<FitDiagnostic> explained = new ArrayList<>();
        List<String> names = List.of(told.split(", "));
        if (names.contains("r") || names.contains("alpha")) {
            explained.add(new FitDiagnostic(
                    FitDiagnostic.Kind.NOT_IDENTIFIED,
                    "r, alpha",
                    "heterogeneity of the purchase rate not identified"));
        }
        if (names.contains("a") || names.contains("b")) {
            explained.add(leaving(parameters[2], parameters[3]));
        }
        found.stream()
                .filter(one -> one.kind() == FitDiagnostic.Kind.NOT_CONVERGED)
                .forEach(explained::add);
        return explained;
    }

    private static FitDiagnostic leaving(double a, double b) {
        if (a < NOBODY * b) {
            return new FitDiagnostic(FitDiagnostic.Kind.AT_BOUND, "a", "nobody is seen to drop out");
        }
        return a + b < NOBODY
                ? new FitDiagnostic(
                        FitDiagnostic.Kind.AT_BOUND, "a, b", "some leave at the first chance and the others never")
                : new FitDiagnostic(FitDiagnostic.Kind.NOT_IDENTIFIED, "a, b", "dropout heterogeneity not identified");
    }

    @Override
    Part at(double[] parameters, boolean derivatives) {
        return new Point(parameters, derivatives);
    }

    /** The log-likelihood at fixed parameters. */
    private final class Point implements Part {
        private final boolean derivatives;
        private final double r;
        private final double alpha;
        private final double a;
        private final double b;

        /** For each frequency: what stands for all ages alike, then its derivatives as {@link #derivatives} adds them. */
        private final double[][] tables = new double[7][starts.length - 1];

        Point(double[] parameters, boolean derivatives) {
            this.derivatives = derivatives;
            r = parameters[0];
            alpha = parameters[1];
            a = parameters[2];
            b = parameters[3];
            RisingFactorial rates = new RisingFactorial(r);
            RisingFactorial stay = new RisingFactorial(b);
            RisingFactorial all = new RisingFactorial(a + b);
            double logAlpha = Math.log(alpha);
            for (int k = 0; k < starts.length - 1; k++) {
                int x = tally().frequency(starts[k]);
                rates.to(x);
                stay.to(x + firstChances);
                all.to(x + firstChances);
                tables[0][k] = rates.log() - x * logAlpha + stay.log() - all.log();
                tables[1][k] = rates.first();
                tables[2][k] = rates.second();
                tables[3][k] = -all.first();
                tables[4][k] = -all.second();
                tables[5][k] = stay.first() - all.first();
                tables[6][k] = stay.second() - all.second();
            }
        }

        @Override
        public double sum(int from, int to, double[] sums) {
            double value = 0;
            int found = Arrays.binarySearch(starts, from);
            int k = found >= 0 ? found : -found - 2;
            for (int low = from; low < to; low = starts[k++ + 1]) {
                value += sum(k, low, Math.min(to, starts[k + 1]), sums);
            }
            return value;
        }

        private double sum(int k, int from, int to, double[] sums) {
            int x = tally().frequency(from);
            int chances = x + firstChances;
            double d = b + (chances - 1);
            FrequencyRun run = new FrequencyRun(tally(), r, alpha, x);
            double value =
                    chances == 0 ? run.sumAlive(from, to) : run.sum(from, to, Math.log(a) - Math.log(d), derivatives);
            if (derivatives) {
                run.derivatives(a, d, sums);
                double n = run.customers();
                sums[0] += n * tables[1][k];
                sums[2] += n * tables[3][k];
                sums[3] += n * tables[5][k];
                sums[4] += n * tables[2][k];
                sums[11] += n * tables[4][k];
                sums[12] += n * tables[4][k];
                sums[13] += n * tables[6][k];
            }
            return value + run.customers() * tables[0][k];
        }
    }
}
