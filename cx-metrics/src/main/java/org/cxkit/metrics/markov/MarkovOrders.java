package org.cxkit.metrics.markov;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.text.TextTable;

/**
 * Which order a Markov chain of some paths should have.
 *
 * <p>Two criteria, side by side. <b>AUC</b>: the share of pairs of a journey that converted and one that was lost in
 * which the first has the higher score, ties half. The score is the rate at which
 * journeys convert that end in the same last state: their conversions over conversions and losses. A last state without journeys backs off to the one of the next
 * smaller order, in the end to the rate of all. In sample it can only rise with the order; out of sample, journeys are
 * dealt to folds, each fold is scored by the others, and pairs are those within a fold. The journeys of one path cannot
 * be told apart: its conversions and its losses are dealt by draws that follow from the seed and the names of the path
 * alone (above 10,000 the rest of them evenly), so the result depends on neither the order nor the partition of the rows.
 *
 * <p><b>BIC</b>: {@code -2 log L + p ln n} over whole journeys from their start to their end, where a journey that stays
 * in a state moves to itself, so that all orders are of the same data; {@code p} are the free parameters and {@code n}
 * the touches and ends. Journeys without a touch are left out of both.
 *
 * <p><b>Cost</b>: for each order a pass over the distinct paths to count transitions, and one for each fold to score.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * <p>Source: J. A. Hanley, B. J. McNeil, "The Meaning and Use of the Area under a Receiver Operating Characteristic
 * (ROC) Curve", Radiology 143(1), 1982; G. Schwarz, "Estimating the Dimension of a Model", Annals of Statistics 6(2),
 * 1978; R. W. Katz, "On Some Criteria for Estimating the Order of a Markov Chain", Technometrics 23(3), 1981.
 *
 * @param fits one for each order from 1
 * @param folds in how many parts journeys were dealt
 * @param seed from which the folds follow
 */
public record MarkovOrders(List<OrderFit> fits, int folds, long seed) implements Serializable {

    /** Copies the list. */
    public MarkovOrders {
        fits = List.copyOf(fits);
    }

    /**
     * {@return the fit of each order}
     *
     * @param paths any paths, at least one journey with a touch
     * @param maxOrder the greatest order, 1 to 4
     * @param folds in how many parts journeys are dealt, 2 to 100
     * @param seed from which the folds follow
     * @throws IllegalArgumentException if a number is out of range, no journey has a touch, or there are more states
     *     and transitions than are kept, 4,194,304
     * @throws ArithmeticException if a path is counted more than 2^53 times or a sum leaves the range of a long
     */
    public static MarkovOrders of(PathTally paths, int maxOrder, int folds, long seed) {
        if (maxOrder < 1 || maxOrder > StateKey.MAX_ORDER) {
            throw new IllegalArgumentException(
                    "the greatest order must be from 1 to " + StateKey.MAX_ORDER + ", got " + maxOrder);
        }
        if (folds < 2 || folds > 100) {
            throw new IllegalArgumentException("2 to 100 folds wanted, got " + folds);
        }
        if (paths.channels().isEmpty()) {
            throw new IllegalArgumentException("at least one journey with a touch wanted, got " + paths);
        }
        LastStates last = new LastStates(paths.journeys(), maxOrder, folds, seed);
        List<OrderFit> fits = new ArrayList<>();
        for (int order = 1; order <= maxOrder; order++) {
            TransitionCounts counts = TransitionTally.of(paths, order).counts();
            Likelihood likelihood = Likelihood.of(counts);
            fits.add(new OrderFit(
                    order,
                    counts.states.size(),
                    likelihood.parameters(),
                    last.symbols(),
                    likelihood.logarithm(),
                    last.auc(order),
                    last.outOfSampleAuc(order)));
        }
        return new MarkovOrders(fits, folds, seed);
    }

    /** How likely the counted transitions are, at their observed frequencies. */
    private record Likelihood(double logarithm, long parameters) {

        static Likelihood of(TransitionCounts counts) {
            double logarithm = 0;
            long distinct = 0;
            double[] out = new double[counts.states.size()];
            double journeys = 0;
            for (int move = 0; move < counts.moves.size(); move++) {
                out[counts.leaves(move)] += counts.moved[move];
                logarithm += term((double) counts.moved[move]);
                distinct++;
            }
            for (int state = 0; state < out.length; state++) {
                for (int count :
                        new int[] {TransitionCounts.STARTS, TransitionCounts.CONVERSIONS, TransitionCounts.LOST}) {
                    double n = (double) counts.counts[count][state];
                    logarithm += term(n);
                    distinct += n > 0 ? 1 : 0;
                    out[state] += count == TransitionCounts.STARTS ? 0 : n;
                }
                journeys += counts.counts[TransitionCounts.STARTS][state];
                logarithm -= term(out[state]);
            }
            return new Likelihood(logarithm - term(journeys), distinct - out.length - 1);
        }

        private static double term(double n) {
            return n > 0 ? n * Math.log(n) : 0;
        }
    }

    /**
     * {@return the order with the greatest AUC out of sample, the smallest of equals; no data where no order has one}
     */
    public Outcome<Integer> byAuc() {
        return fits.stream()
                .filter(fit -> fit.outOfSampleAuc().toOptional().isPresent())
                .max(Comparator.<OrderFit>comparingDouble(
                                fit -> fit.outOfSampleAuc().toOptional().orElseThrow())
                        .thenComparing(OrderFit::order, Comparator.reverseOrder()))
                .map(fit -> Outcome.of(fit.order()))
                .orElse(Outcome.noData("no fold has journeys that converted and others that were lost"));
    }

    /**
     * {@return the order with the smallest BIC, the smallest of equals}
     *
     * @throws IllegalStateException if there is no fit
     */
    public int byBic() {
        return fits.stream()
                .min(Comparator.comparingDouble(OrderFit::bic).thenComparing(OrderFit::order))
                .orElseThrow(() -> new IllegalStateException("no order was fitted"))
                .order();
    }

    /** {@return a table of the orders, and which is chosen by either criterion} */
    @Override
    public String toString() {
        TextTable table = new TextTable("order")
                .column("states")
                .column("parameters")
                .column("AUC")
                .column("AUC out of sample")
                .column("BIC");
        for (OrderFit fit : fits) {
            table.row(List.of(
                    String.valueOf(fit.order()),
                    String.valueOf(fit.states()),
                    String.valueOf(fit.parameters()),
                    area(fit.auc()),
                    area(fit.outOfSampleAuc()),
                    String.format(Locale.ROOT, "%.1f", fit.bic())));
        }
        return table + "by AUC out of sample: "
                + byAuc().toOptional().map(order -> "order " + order).orElse("no order") + ", by BIC: "
                + (fits.isEmpty() ? "no order" : "order " + byBic()) + "\n";
    }

    private static String area(Outcome<Double> auc) {
        return auc.toOptional()
                .map(area -> String.format(Locale.ROOT, "%.4f", area))
                .orElse("-");
    }
}
