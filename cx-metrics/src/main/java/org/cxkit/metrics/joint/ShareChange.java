package org.cxkit.metrics.joint;

import java.io.Serializable;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Difference;
import org.cxkit.metrics.compare.Equivalence;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.TestResult;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.math.Beta;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Fraction;
import org.cxkit.metrics.wording.Sentence;

/**
 * The difference of two shares of the same respondents, such as the satisfied before and after.
 *
 * <p>From -1 to 1, the second less the first. Only those who said yes once and no once speak of a difference: the test
 * is McNemar's exact one, the interval Tango's score interval. Immutable, value-based and thread-safe;
 * {@code toString} is a sentence.
 *
 * <p>Source: Q. McNemar, "Note on the Sampling Error of the Difference Between Correlated Proportions or Percentages",
 * Psychometrika 12(2), 1947; T. Tango, "Equivalence Test and Confidence Interval for the Difference in Proportions for
 * the Paired-Sample Design", Statistics in Medicine 17(8), 1998; D. G. Bonett, R. M. Price, "Adjusted Wald Confidence
 * Interval for a Difference of Binomial Proportions Based on Paired Data", Journal of Educational and Behavioral
 * Statistics 37(4), 2012, for equivalence.
 *
 * @param both respondents who are counted both times, not negative
 * @param onlyFirst respondents who are counted the first time only, not negative
 * @param onlySecond respondents who are counted the second time only, not negative
 * @param neither respondents who are counted neither time, not negative
 * @param missing respondents who left an answer out, not negative
 * @param invalid respondents of whom an answer was no rating, not negative
 */
public record ShareChange(long both, long onlyFirst, long onlySecond, long neither, long missing, long invalid)
        implements Difference, Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public ShareChange {
        if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException("counts must not be negative: both=" + both + ", onlyFirst="
                    + onlyFirst + ", onlySecond=" + onlySecond + ", neither=" + neither + ", missing=" + missing
                    + ", invalid=" + invalid);
        }
        long alike = Math.addExact(both, neither);
        long pairs = Math.addExact(alike, Math.addExact(onlyFirst, onlySecond));
        long unused = Math.addExact(pairs, Math.addExact(missing, invalid));
    }

    /**
     * {@return the change of the share in the top boxes}
     *
     * @param boxes how many ratings count, from the good end of both scales
     * @param pairs the answers to both questions
     * @throws IllegalArgumentException if the top boxes leave no rating of a scale out
     */
    public static ShareChange of(Boxes boxes, JointTally pairs) {
        return of(boxes, boxes, pairs);
    }

    /**
     * {@return the difference of the shares in the top boxes of two questions}
     *
     * @param first how many ratings of the first question count, from the good end of its scale
     * @param second how many ratings of the second question count, likewise
     * @param pairs the answers to both questions
     * @throws IllegalArgumentException if the top boxes leave no rating of a scale out
     */
    public static ShareChange of(Boxes first, Boxes second, JointTally pairs) {
        RatingScale rows = require(first, pairs.firstScale());
        RatingScale columns = require(second, pairs.secondScale());
        long[] cells = new long[4];
        for (int row = rows.min(); row <= rows.max(); row++) {
            int once = inTop(first, rows, row) ? 0 : 2;
            for (int column = columns.min(); column <= columns.max(); column++) {
                cells[once + (inTop(second, columns, column) ? 0 : 1)] += pairs.count(row, column);
            }
        }
        return new ShareChange(cells[0], cells[1], cells[2], cells[3], pairs.missing(), pairs.invalid());
    }

    private static RatingScale require(Boxes boxes, RatingScale scale) {
        if (boxes.top() >= scale.points()) {
            throw new IllegalArgumentException(
                    "the top boxes must leave a rating of the scale " + scale + " out, got " + boxes.top());
        }
        return scale;
    }

    private static boolean inTop(Boxes boxes, RatingScale scale, int rating) {
        return (scale.lowIsGood() ? rating - scale.min() : scale.max() - rating) < boxes.top();
    }

    /** {@return the number of respondents who answered both times, the n of this} */
    public long pairs() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** {@return the first share, of those who answered both times} */
    public Share first() {
        return Share.of(both + onlyFirst, pairs());
    }

    /** {@return the second share, of those who answered both times} */
    public Share second() {
        return Share.of(both + onlySecond, pairs());
    }

    @Override
    public double value() {
        if (pairs() == 0) {
            throw Sentence.undefined("the change of a share");
        }
        return Fraction.of(onlySecond - onlyFirst, pairs()).toDouble();
    }

    @Override
    public boolean testable() {
        return pairs() > 0;
    }

    /**
     * {@return the p-value of McNemar's exact test, twice the smaller tail of a fair coin thrown for each respondent
     * who changed; 1 where nobody changed}
     *
     * @throws IllegalStateException if nobody answered both times
     */
    @Override
    public Outcome<Double> pValue() {
        double change = value();
        double more = (double) Math.max(onlyFirst, onlySecond);
        double fewer = (double) Math.min(onlyFirst, onlySecond);
        // at most so many heads in more + fewer throws, by the incomplete beta function: counts may pass those of an
        // int
        return Outcome.of(change == 0 ? 1 : PValue.of(2 * new Beta(more, fewer + 1).below(0.5)));
    }

    /** {@return Tango's score interval, within -1 to 1} */
    @Override
    public Interval interval(double level) {
        if (pairs() == 0) {
            throw Sentence.undefined("the change of a share");
        }
        return NetShareInterval.SCORE.of((double) onlyFirst, (double) (both + neither), (double) onlySecond, level);
    }

    /** {@return the two one-sided tests by Wald's formula after adding one to each of the two kinds of change} */
    @Override
    public Equivalence equivalence(double margin) {
        double value = value();
        double n = (double) pairs() + 2;
        double up = ((double) onlySecond + 1) / n;
        double down = ((double) onlyFirst + 1) / n;
        double change = up - down;
        double error = Math.sqrt((up + down - change * change) / n);
        return new TestResult(value, change, error, null, "Bonett-Price")
                .equivalence(margin)
                .withCounts(pairs(), missing, invalid);
    }

    /** {@return a sentence with both shares, the change in points, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", " + Sentence.count(pairs(), "pair") + Sentence.dirty(missing, invalid);
        if (pairs() == 0) {
            return "change of a share undefined" + counted;
        }
        return Sentence.number(100 * first().value(), 1) + " % to "
                + Sentence.number(100 * second().value(), 1) + " %: change " + Sentence.number(100 * value(), 1)
                + " points " + interval(Sentence.LEVEL).times(100).inBrackets(1) + ", "
                + Sentence.pValue(pValue()) + counted;
    }
}
