package org.cxkit.metrics.control;

import java.io.Serializable;
import java.math.BigInteger;
import org.cxkit.metrics.survey.Fraction;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * The answers of one period as a control chart takes them: how many, and the exact sums of their scores.
 *
 * <p>The order of the answers within a period is nothing to it. A period without answers is empty and has no mean.
 * Immutable, value-based and thread-safe.
 *
 * @param n the number of valid answers, not negative
 * @param sum the sum of their scores
 * @param squares the sum of the squares of their scores, not negative
 * @param missing answers that were not given, not negative
 * @param invalid answers that were none, not negative
 */
public record Subgroup(long n, long sum, long squares, long missing, long invalid) implements Serializable {

    /** A period without answers. */
    public static final Subgroup EMPTY = new Subgroup(0, 0, 0, 0, 0);

    /**
     * Checks that answers can have such sums.
     *
     * <p>Of whole numbers the squares add up to at least what they do where all are as near to the mean as whole
     * numbers can be, and to an odd number exactly where the numbers themselves do. That is all that is checked: sums
     * that pass may still be those of no whole numbers.
     *
     * @throws IllegalArgumentException if a count is negative, if there are sums without answers, if the squares are
     *     less than they can be, or odd where the sum is even, or even where it is odd, or not those of the one answer
     *     there is
     */
    public Subgroup {
        if (missing < 0 || invalid < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: missing=" + missing + ", invalid=" + invalid);
        }
        if (n < 0 || (n == 0 && (sum != 0 || squares != 0))) {
            throw new IllegalArgumentException(
                    "no whole numbers have these sums: n " + n + ", sum " + sum + ", squares " + squares);
        }
        if (n > 0) {
            requireSquares(n, sum, squares);
        }
    }

    private static void requireSquares(long n, long sum, long squares) {
        BigInteger least = leastSquares(n, sum);
        int more = BigInteger.valueOf(squares).compareTo(least);
        boolean odd = (sum & 1) != 0;
        if (more < 0 || (n == 1 && more > 0) || odd != ((squares & 1) != 0)) {
            String wanted = n == 1 ? "" + least : (odd ? "an odd" : "an even") + " number from " + least + " on";
            throw new IllegalArgumentException("the squares of " + Sentence.count(n, "whole number") + " of the sum "
                    + sum + " add up to " + wanted + ", got " + squares);
        }
    }

    /** The squares of whole numbers next to the mean: of those just below it, and of as many just above as it takes. */
    private static BigInteger leastSquares(long n, long sum) {
        BigInteger below = BigInteger.valueOf(Math.floorDiv(sum, n));
        long above = Math.floorMod(sum, n);
        return below.pow(2)
                .multiply(BigInteger.valueOf(n - above))
                .add(below.add(BigInteger.ONE).pow(2).multiply(BigInteger.valueOf(above)));
    }

    /** n times n times the variance. */
    private static BigInteger spread(long n, long sum, long squares) {
        return BigInteger.valueOf(n)
                .multiply(BigInteger.valueOf(squares))
                .subtract(BigInteger.valueOf(sum).pow(2));
    }

    /**
     * {@return a period without missing or invalid answers}
     *
     * @param n the number of answers
     * @param sum the sum of their scores
     * @param squares the sum of the squares of their scores
     * @throws IllegalArgumentException if {@code n} is negative, or the sums cannot be, as the constructor has it
     */
    public static Subgroup of(long n, long sum, long squares) {
        return new Subgroup(n, sum, squares, 0, 0);
    }

    /**
     * {@return a period of answers that count or do not, none of them missing or invalid}
     *
     * @param successes the answers that count, scored 1
     * @param n all valid answers, not below {@code successes}
     * @throws IllegalArgumentException if a count is negative or {@code successes} is above {@code n}
     */
    public static Subgroup ofShare(long successes, long n) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be 0 to n, got " + successes + " of " + n);
        }
        return of(n, successes, successes);
    }

    /**
     * {@return a period of answers to the Net Promoter question, for {@link Characteristic#NET_SHARE}}
     *
     * @param nps the score of the period
     */
    public static Subgroup of(Nps nps) {
        return new Subgroup(
                nps.responses(),
                nps.promoters() - nps.detractors(),
                nps.promoters() + nps.detractors(),
                nps.missing(),
                nps.invalid());
    }

    /**
     * {@return a period of ratings, for the {@link Characteristic#of characteristic} of the scoring}
     *
     * @param scoring what each rating is worth
     * @param tally the ratings of the period
     * @throws IllegalArgumentException if the scoring is of another scale
     * @throws ArithmeticException if the sum of the squares leaves the range of a long
     */
    public static Subgroup of(Scoring scoring, RatingTally tally) {
        scoring.requireScale(tally.scale());
        long[] counts = tally.counts();
        long sum = 0;
        long squares = 0;
        for (int i = 0; i < counts.length; i++) {
            long score = scoring.scores().get(i);
            sum = Math.addExact(sum, Math.multiplyExact(counts[i], score));
            squares = Math.addExact(squares, Math.multiplyExact(counts[i], score * score));
        }
        return new Subgroup(tally.valid(), sum, squares, tally.missing(), tally.invalid());
    }

    /**
     * {@return the answers of both periods together}
     *
     * @param other another period
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public Subgroup plus(Subgroup other) {
        return new Subgroup(
                Math.addExact(n, other.n),
                Math.addExact(sum, other.sum),
                Math.addExact(squares, other.squares),
                Math.addExact(missing, other.missing),
                Math.addExact(invalid, other.invalid));
    }

    /**
     * {@return the mean score, which is the metric: the double nearest to the exact ratio}
     *
     * @throws IllegalStateException if there are no answers
     */
    public double mean() {
        if (n == 0) {
            throw Sentence.undefined("the mean of a period");
        }
        return Fraction.of(sum, n).toDouble();
    }

    /**
     * {@return the variance of one answer, with {@code n} below: the double nearest to the exact ratio}
     *
     * @throws IllegalStateException if there are no answers
     */
    public double variance() {
        if (n == 0) {
            throw Sentence.undefined("the variance of a period");
        }
        return new Fraction(spread(n, sum, squares), BigInteger.valueOf(n).pow(2)).toDouble();
    }

    /** {@return the mean, if there is one, and the counts} */
    @Override
    public String toString() {
        return (n == 0 ? "no mean" : "mean " + Sentence.number(mean(), 4)) + ", n " + n
                + Sentence.dirty(missing, invalid);
    }
}
