package org.cxkit.metrics.compare;

import java.io.Serializable;
import java.util.Collection;
import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.wording.Sentence;

/**
 * Pearson's test of whether the shares of several answers are the same in several groups.
 *
 * <p>Groups and answers that have no counts at all do not enter. Without a correction for continuity. Immutable,
 * value-based and thread-safe.
 *
 * <p>Source: K. Pearson, "On the Criterion that a Given System of Deviations from the Probable in the Case of a
 * Correlated System of Variables is such that it can be Reasonably Supposed to have Arisen from Random Sampling",
 * Philosophical Magazine 50(302), 1900.
 *
 * @param statistic the sum of {@code (observed - expected)² / expected}, not negative
 * @param degreesOfFreedom one less than the groups times one less than the answers; 0 where there is nothing to compare
 * @param smallestExpected the smallest expected count, 0 without data; below 5 the p-value is a rough one
 * @param n how many answers there are
 * @param missing answers that were not given, not negative
 * @param invalid answers that were none, not negative
 */
public record ChiSquareTest(
        double statistic, long degreesOfFreedom, double smallestExpected, long n, long missing, long invalid)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public ChiSquareTest {
        boolean finite = Double.isFinite(statistic) && Double.isFinite(smallestExpected);
        boolean counts = degreesOfFreedom >= 0 && n >= 0 && missing >= 0 && invalid >= 0;
        if (!finite || statistic < 0 || smallestExpected < 0 || !counts) {
            throw new IllegalArgumentException("wanted numbers that are not negative, got the statistic " + statistic
                    + ", degrees of freedom " + degreesOfFreedom + ", expected " + smallestExpected + ", n " + n
                    + ", missing " + missing + ", invalid " + invalid);
        }
    }

    /**
     * {@return the test of whether detractors, passives and promoters have the same shares in all groups}
     *
     * @param groups the score of each group
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public static ChiSquareTest of(Collection<Nps> groups) {
        ChiSquareTest test = of(groups.stream()
                .map(nps -> new long[] {nps.detractors(), nps.passives(), nps.promoters()})
                .toArray(long[][]::new));
        return new ChiSquareTest(
                test.statistic,
                test.degreesOfFreedom,
                test.smallestExpected,
                test.n,
                groups.stream().mapToLong(Nps::missing).reduce(0, Math::addExact),
                groups.stream().mapToLong(Nps::invalid).reduce(0, Math::addExact));
    }

    /**
     * {@return the test of a table of counts, beside which no answer is missing or invalid}
     *
     * @param counts a row for each group, each with the count of each answer, not negative; not altered
     * @throws IllegalArgumentException if the rows differ in length or a count is negative
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public static ChiSquareTest of(long[][] counts) {
        long[] ofRow = new long[counts.length];
        long[] ofColumn = new long[counts.length == 0 ? 0 : counts[0].length];
        long n = 0;
        for (int row = 0; row < counts.length; row++) {
            if (counts[row].length != ofColumn.length) {
                throw new IllegalArgumentException("counts[" + row + "] must have " + ofColumn.length
                        + " counts, as the first row has, got " + counts[row].length);
            }
            for (int column = 0; column < ofColumn.length; column++) {
                long count = counts[row][column];
                if (count < 0) {
                    throw new IllegalArgumentException(
                            "counts[" + row + "][" + column + "] must not be negative, got " + count);
                }
                n = Math.addExact(n, count);
                ofRow[row] += count;
                ofColumn[column] += count;
            }
        }
        return of(counts, ofRow, ofColumn, n);
    }

    private static ChiSquareTest of(long[][] counts, long[] ofRow, long[] ofColumn, long n) {
        double statistic = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int row = 0; row < ofRow.length; row++) {
            for (int column = 0; column < ofColumn.length; column++) {
                double expected = (double) ofRow[row] * ((double) ofColumn[column] / (double) Math.max(1, n));
                if (expected > 0) {
                    double off = (double) counts[row][column] - expected;
                    statistic += off * off / expected;
                    smallest = Math.min(smallest, expected);
                }
            }
        }
        long freedom = Math.max(0, filled(ofRow) - 1) * Math.max(0, filled(ofColumn) - 1);
        // one group or one answer expects what it has, up to rounding
        return new ChiSquareTest(freedom == 0 ? 0 : statistic, freedom, n == 0 ? 0 : smallest, n, 0, 0);
    }

    private static long filled(long[] sums) {
        long filled = 0;
        for (long sum : sums) {
            filled += sum > 0 ? 1 : 0;
        }
        return filled;
    }

    /** {@return the p-value, above 0 and up to 1; no data with fewer than two groups or two answers that have counts} */
    public Outcome<Double> pValue() {
        if (degreesOfFreedom == 0) {
            return Outcome.noData("fewer than two groups or two answers have counts");
        }
        ChiSquaredDistribution distribution = ChiSquaredDistribution.of((double) degreesOfFreedom);
        return Outcome.of(PValue.of(distribution.survivalProbability(statistic)));
    }

    /** {@return the statistic, the p-value and the counts} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "chi-square %.4f (df %d), %s, n %d%s",
                statistic,
                degreesOfFreedom,
                Sentence.pValue(pValue()),
                n,
                Sentence.dirty(missing, invalid));
    }
}
