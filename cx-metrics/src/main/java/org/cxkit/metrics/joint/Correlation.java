package org.cxkit.metrics.joint;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Locale;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.CorrelationInterval;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.math.Student;
import org.cxkit.metrics.wording.Sentence;

/**
 * How the answers of the same respondents to two questions go together, such as effort and satisfaction.
 *
 * <p>Coefficients are from -1 to 1, and above 0 where a better answer to one question goes with a better answer to the
 * other: a scale whose low end is the good one is turned round first, so that CES1 and CES2 correlate alike with CSAT.
 * They are no data where all respondents gave a question the same answer. Immutable, value-based and thread-safe;
 * {@code toString} is a sentence.
 *
 * <p>Source: R. A. Fisher, "On the 'Probable Error' of a Coefficient of Correlation Deduced from a Small Sample",
 * Metron 1(4), 1921, for the interval; C. Spearman, "The Proof and Measurement of Association between Two Things",
 * American Journal of Psychology 15(1), 1904; M. G. Kendall, "The Treatment of Ties in Ranking Problems", Biometrika
 * 33(3), 1945, for tau-b.
 *
 * @param pairs respondents who answered both questions, not negative
 * @param pearson the linear correlation of the ratings
 * @param spearman the linear correlation of their ranks, tied ratings at the middle of their ranks
 * @param kendall Kendall's tau-b: how much more often two respondents are in the same order on both questions than in
 *     the opposite one, ties taken into account
 * @param missing respondents who left an answer out, not negative
 * @param invalid respondents of whom an answer was no rating, not negative
 */
public record Correlation(
        long pairs,
        Outcome<Double> pearson,
        Outcome<Double> spearman,
        Outcome<Double> kendall,
        long missing,
        long invalid)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a count is negative or a coefficient not from -1 to 1
     */
    public Correlation {
        if (pairs < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: pairs=" + pairs + ", missing=" + missing + ", invalid=" + invalid);
        }
        requireCoefficient(pearson);
        requireCoefficient(spearman);
        requireCoefficient(kendall);
    }

    private static void requireCoefficient(Outcome<Double> coefficient) {
        if (coefficient instanceof Outcome.Value<Double> found && !(Math.abs(found.value()) <= 1)) {
            throw new IllegalArgumentException("a correlation must be from -1 to 1, got " + found.value());
        }
    }

    /**
     * {@return the correlation of two questions}
     *
     * @param pairs the answers to both
     */
    public static Correlation of(JointTally pairs) {
        long[][] counts = counts(pairs);
        int rows = counts.length;
        int columns = counts[0].length;
        long[] ofRow = new long[rows];
        long[] ofColumn = new long[columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                ofRow[row] += counts[row][column];
                ofColumn[column] += counts[row][column];
            }
        }
        return new Correlation(
                pairs.pairs(),
                linear(counts, steps(rows), steps(columns)),
                linear(counts, doubledRanks(ofRow), doubledRanks(ofColumn)),
                tauB(counts, ofRow, ofColumn),
                pairs.missing(),
                pairs.invalid());
    }

    /** The counts of pairs, from the worst rating to the best. */
    private static long[][] counts(JointTally pairs) {
        RatingScale first = pairs.firstScale();
        RatingScale second = pairs.secondScale();
        long[][] counts = new long[first.points()][second.points()];
        for (int row = 0; row < first.points(); row++) {
            int a = first.lowIsGood() ? first.max() - row : first.min() + row;
            for (int column = 0; column < second.points(); column++) {
                int b = second.lowIsGood() ? second.max() - column : second.min() + column;
                counts[row][column] = pairs.count(a, b);
            }
        }
        return counts;
    }

    private static BigInteger[] steps(int points) {
        BigInteger[] steps = new BigInteger[points];
        for (int i = 0; i < points; i++) {
            steps[i] = BigInteger.valueOf(i);
        }
        return steps;
    }

    /** Twice the middle rank of each rating. */
    private static BigInteger[] doubledRanks(long[] counts) {
        BigInteger[] ranks = new BigInteger[counts.length];
        BigInteger before = BigInteger.ZERO;
        for (int i = 0; i < counts.length; i++) {
            BigInteger count = BigInteger.valueOf(counts[i]);
            ranks[i] = before.shiftLeft(1).add(count).add(BigInteger.ONE);
            before = before.add(count);
        }
        return ranks;
    }

    private static Outcome<Double> linear(long[][] counts, BigInteger[] x, BigInteger[] y) {
        BigInteger n = BigInteger.ZERO;
        BigInteger sumX = BigInteger.ZERO;
        BigInteger sumY = BigInteger.ZERO;
        BigInteger sumXx = BigInteger.ZERO;
        BigInteger sumYy = BigInteger.ZERO;
        BigInteger sumXy = BigInteger.ZERO;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                BigInteger count = BigInteger.valueOf(counts[row][column]);
                n = n.add(count);
                sumX = sumX.add(count.multiply(x[row]));
                sumY = sumY.add(count.multiply(y[column]));
                sumXx = sumXx.add(count.multiply(x[row].pow(2)));
                sumYy = sumYy.add(count.multiply(y[column].pow(2)));
                sumXy = sumXy.add(count.multiply(x[row].multiply(y[column])));
            }
        }
        return ratio(
                n.multiply(sumXy).subtract(sumX.multiply(sumY)),
                n.multiply(sumXx).subtract(sumX.pow(2)),
                n.multiply(sumYy).subtract(sumY.pow(2)));
    }

    /** {@code together / sqrt(first * second)}, from exact whole numbers. */
    private static Outcome<Double> ratio(BigInteger together, BigInteger first, BigInteger second) {
        if (first.signum() == 0 || second.signum() == 0) {
            return Outcome.noData("all gave the same answer to a question");
        }
        if (together.pow(2).equals(first.multiply(second))) {
            return Outcome.of((double) together.signum());
        }
        double value = together.doubleValue() / Math.sqrt(first.doubleValue()) / Math.sqrt(second.doubleValue());
        return Outcome.of(Math.max(-1, Math.min(1, value)) + 0.0);
    }

    private static Outcome<Double> tauB(long[][] counts, long[] ofRow, long[] ofColumn) {
        BigInteger concordant = BigInteger.ZERO;
        BigInteger discordant = BigInteger.ZERO;
        long[] above = new long[ofColumn.length]; // in the rows before, by column
        for (long[] row : counts) {
            long worse = 0;
            long better = 0;
            for (long count : above) {
                better += count;
            }
            for (int column = 0; column < row.length; column++) {
                better -= above[column];
                BigInteger count = BigInteger.valueOf(row[column]);
                concordant = concordant.add(count.multiply(BigInteger.valueOf(worse)));
                discordant = discordant.add(count.multiply(BigInteger.valueOf(better)));
                worse += above[column];
            }
            for (int column = 0; column < row.length; column++) {
                above[column] += row[column];
            }
        }
        return ratio(concordant.subtract(discordant), untied(ofRow), untied(ofColumn));
    }

    /** How many pairs of respondents differ in their answer to a question. */
    private static BigInteger untied(long[] counts) {
        BigInteger n = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (long each : counts) {
            BigInteger count = BigInteger.valueOf(each);
            n = n.add(count);
            squares = squares.add(count.pow(2));
        }
        return n.pow(2).subtract(squares).shiftRight(1);
    }

    /**
     * {@return Fisher's interval for Pearson's correlation, within -1 to 1: {@code tanh(atanh(r) ± z / sqrt(n - 3))};
     * no data for fewer than four pairs or a perfect correlation}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Outcome<Interval> interval(double level) {
        return CorrelationInterval.fisher(pearson, pairs, level);
    }

    /**
     * {@return the two-sided p-value of Pearson's correlation, by Student's t on {@code pairs - 2} degrees of freedom;
     * no data for fewer than three pairs}
     */
    public Outcome<Double> pValue() {
        if (pairs < 3) {
            return Outcome.noData("fewer than 3 pairs");
        }
        return pearson.map(r -> {
            double freedom = (double) (pairs - 2);
            double t = Math.abs(r) * Math.sqrt(freedom / ((1 - r) * (1 + r)));
            return PValue.of(2 * Student.above(t, freedom));
        });
    }

    /**
     * {@return the reliability of the two questions together, if they ask for the same thing: {@code 2 r / (1 + r)};
     * no data where the correlation is not above 0}
     *
     * <p>For two questions this is the right one, where Cronbach's alpha is but a lower bound of it. Source: R. Eisinga,
     * M. te Grotenhuis, B. Pelzer, "The Reliability of a Two-Item Scale: Pearson, Cronbach, or Spearman-Brown?",
     * International Journal of Public Health 58(4), 2013.
     */
    public Outcome<Double> reliability() {
        if (pearson instanceof Outcome.Value<Double> found && found.value() <= 0) {
            return Outcome.noData("the questions do not correlate positively");
        }
        return pearson.map(r -> 2 * r / (1 + r));
    }

    /** {@return a sentence with Pearson's correlation, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", " + Sentence.count(pairs, "pair") + Sentence.dirty(missing, invalid);
        String interval = interval(Sentence.LEVEL)
                .map(found -> " " + found.inBrackets(3))
                .toOptional()
                .orElse("");
        String value = pearson.map(r -> String.format(Locale.ROOT, "%.3f", r))
                .toOptional()
                .orElse("undefined");
        return "correlation " + value + interval + ", " + Sentence.pValue(pValue()) + counted;
    }
}
