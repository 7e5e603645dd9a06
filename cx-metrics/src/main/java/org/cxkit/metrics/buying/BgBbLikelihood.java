package org.cxkit.metrics.buying;

import java.util.List;
import org.cxkit.metrics.fit.FitDiagnostic;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.math.RisingTable;
import org.cxkit.metrics.purchase.RfmTally;

/**
 * The log-likelihood of histories of whole opportunities under BG/BB, as a function of alpha, beta, gamma and delta.
 *
 * <p>A history of x purchases, the last at opportunity t of n, is one of these ways, whose probabilities add up: the
 * customer lived through opportunity m and no longer, for m from t to n - 1, or is still alive after n.
 */
final class BgBbLikelihood extends HistoryLikelihood {
    private static final double LEAST = 1e-5;
    private static final double MOST = 1e6;

    /** From such a sum of the two parameters of a Beta distribution on, customers hardly differ. */
    private static final double ALIKE = 0.1 * MOST;

    private static final int SIZE = 4;

    BgBbLikelihood(RfmTally tally, boolean parallel) {
        super(tally, parallel);
    }

    @Override
    public List<FreeParameter> parameters() {
        return List.of(
                new FreeParameter("alpha", 1, LEAST, MOST),
                new FreeParameter("beta", 1, LEAST, MOST),
                new FreeParameter("gamma", 1, LEAST, MOST),
                new FreeParameter("delta", 1, LEAST, MOST));
    }

    @Override
    public List<FitDiagnostic> explained(List<FitDiagnostic> found, double[] at) {
        List<FitDiagnostic> told = found;
        if (!found.isEmpty() && alike(at[2], at[3])) {
            told = alike("gamma, delta", "heterogeneity of dropout not identified")
                    .insteadOf(told);
        }
        if (!found.isEmpty() && alike(at[0], at[1])) {
            told = alike("alpha, beta", "heterogeneity of buying not identified")
                    .insteadOf(told);
        }
        return told;
    }

    /** Unless one is so small that it is all customers or none who do it. */
    private static boolean alike(double first, double second) {
        return first + second > ALIKE && Math.min(first, second) > 1;
    }

    private static FitDiagnostic alike(String parameters, String meaning) {
        return new FitDiagnostic(FitDiagnostic.Kind.NOT_IDENTIFIED, parameters, meaning);
    }

    @Override
    Part at(double[] parameters, boolean derivatives) {
        int most = 0;
        for (int i = 0; i < tally().histories(); i++) {
            most = Math.max(most, (int) tally().age(i));
        }
        Tables tables = new Tables(parameters, most);
        return (from, to, sums) -> {
            Ways ways = new Ways(tables, sums.length > 0);
            double value = 0;
            for (int i = from; i < to; i++) {
                value += ways.add(
                        tally().frequency(i),
                        (int) tally().recency(i),
                        (int) tally().age(i),
                        (double) tally().customers(i),
                        sums);
            }
            return value;
        };
    }

    /** The rising factorials that all probabilities are made of. */
    private static final class Tables {
        final double gammaShare;
        final double gamma;
        final RisingTable alpha;
        final RisingTable beta;
        final RisingTable alphaBeta;
        final RisingTable delta;
        final RisingTable gammaDelta;

        Tables(double[] at, int most) {
            double buying = at[0] + at[1];
            double leaving = at[2] + at[3];
            gamma = at[2];
            gammaShare = Math.log(gamma / leaving);
            alpha = new RisingTable(at[0], buying, most);
            beta = new RisingTable(at[1], buying, most);
            alphaBeta = new RisingTable(buying, buying, most);
            delta = new RisingTable(at[3], leaving, most);
            gammaDelta = new RisingTable(leaving, leaving, most);
        }

        /** {@return the logarithm of the probability of x given purchases in m opportunities of a living customer} */
        double buying(int x, int m) {
            return alpha.log(x) + beta.log(m - x) - alphaBeta.log(m);
        }
    }

    /** Adds up the ways of one history after the other, without an object each. */
    private static final class Ways {
        private final Tables tables;
        private final boolean derivatives;
        private final double[] mean = new double[SIZE];
        private final double[] own = new double[SIZE];
        private final double[][] second = new double[SIZE][SIZE];

        Ways(Tables tables, boolean derivatives) {
            this.tables = tables;
            this.derivatives = derivatives;
        }

        /** {@return the log-likelihood of these customers, whose derivatives are added to the sums} */
        double add(int x, int last, int n, double customers, double[] sums) {
            double alive = tables.buying(x, n) + tables.delta.log(n) - tables.gammaDelta.log(n);
            double top = alive;
            for (int m = last; m < n; m++) {
                top = Math.max(top, gone(x, m));
            }
            double sum = Math.exp(alive - top);
            for (int m = last; m < n; m++) {
                sum += Math.exp(gone(x, m) - top);
            }
            double value = top + Math.log(sum);
            if (derivatives) {
                clear();
                weigh(x, n, true, Math.exp(alive - value));
                for (int m = last; m < n; m++) {
                    weigh(x, m, false, Math.exp(gone(x, m) - value));
                }
                collect(customers, sums);
            }
            return customers * value;
        }

        /** {@return the logarithm of the probability of the way that ends with m} */
        private double gone(int x, int m) {
            return tables.buying(x, m) + tables.gammaShare + tables.delta.log(m) - tables.gammaDelta.log(m + 1);
        }

        private void clear() {
            for (int i = 0; i < SIZE; i++) {
                mean[i] = 0;
                for (int j = 0; j < SIZE; j++) {
                    second[i][j] = 0;
                }
            }
        }

        /** Adds the derivatives of the logarithm of a way's probability, and their products, by the way's weight. */
        private void weigh(int x, int m, boolean alive, double weight) {
            int decided = alive ? m : m + 1;
            own[0] = tables.alpha.slope(x) - tables.alphaBeta.slope(m);
            own[1] = tables.beta.slope(m - x) - tables.alphaBeta.slope(m);
            own[2] = (alive ? 0 : 1 / tables.gamma) - tables.gammaDelta.slope(decided);
            own[3] = tables.delta.slope(m) - tables.gammaDelta.slope(decided);
            for (int i = 0; i < SIZE; i++) {
                mean[i] += weight * own[i];
                for (int j = i; j < SIZE; j++) {
                    second[i][j] += weight * own[i] * own[j];
                }
            }
            double bought = tables.alphaBeta.bend(m);
            double left = tables.gammaDelta.bend(decided);
            second[0][0] += weight * (tables.alpha.bend(x) - bought);
            second[0][1] -= weight * bought;
            second[1][1] += weight * (tables.beta.bend(m - x) - bought);
            second[2][2] += weight * ((alive ? 0 : -1 / (tables.gamma * tables.gamma)) - left);
            second[2][3] -= weight * left;
            second[3][3] += weight * (tables.delta.bend(m) - left);
        }

        private void collect(double customers, double[] sums) {
            int next = SIZE;
            for (int i = 0; i < SIZE; i++) {
                sums[i] += customers * mean[i];
                for (int j = i; j < SIZE; j++) {
                    sums[next++] += customers * (second[i][j] - mean[i] * mean[j]);
                }
            }
        }
    }
}
