package org.cxkit.metrics.index;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.wording.Sentence;

/**
 * The mean score of respondents on a composite index, from 0 to 100, with the counts behind it.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param index the definition of the index, whose documentation gives the source
 * @param n the number of respondents with a score
 * @param unscored the number of respondents who answered too little for a score
 * @param partial the number of respondents with a score who lack an answer, missing or invalid; not above {@code n}
 * @param missing how many answers to each item were missing, over all respondents
 * @param invalid how many answers to each item were off its scale, over all respondents
 * @param sum the sum of all scores
 * @param squares the sum of the squared distances of the scores from their mean
 */
public record IndexScore(
        CompositeIndex index,
        long n,
        long unscored,
        long partial,
        List<Long> missing,
        List<Long> invalid,
        double sum,
        double squares)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative or there is not one for each item, or if the mean is not
     *     from 0 to 100
     */
    public IndexScore {
        Objects.requireNonNull(index, "index");
        missing = List.copyOf(missing);
        invalid = List.copyOf(invalid);
        if (n < 0
                || unscored < 0
                || partial < 0
                || partial > n
                || Stream.of(missing, invalid).flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "counts must not be negative, nor partial above n: n=" + n + ", unscored=" + unscored + ", partial="
                            + partial + ", missing=" + missing + ", invalid=" + invalid);
        }
        int items = index.items().size();
        if (missing.size() != items || invalid.size() != items) {
            throw new IllegalArgumentException("wanted " + items + " counts of missing and of invalid answers for the"
                    + " items of " + index.name() + ", got " + missing.size() + " and " + invalid.size());
        }
        if (!(sum >= 0 && sum <= 100.0 * n * (1 + 1e-12)) || !(squares >= 0 && squares < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scores must be from 0 to 100, got the sum " + sum
                    + " and the squared distances " + squares + " for n " + n);
        }
        sum = sum + 0.0;
        squares = squares + 0.0;
    }

    /**
     * {@return the score of respondents}
     *
     * @param tally the respondents
     */
    public static IndexScore of(IndexTally tally) {
        long n = tally.n();
        return new IndexScore(
                tally.index(),
                n,
                tally.unscored(),
                tally.partial(),
                IndexTally.boxed(tally.missing()),
                IndexTally.boxed(tally.invalid()),
                n == 0 ? 0 : tally.mean() * n,
                n < 2 ? 0 : tally.variance() * (n - 1));
    }

    /**
     * {@return the score of respondents}
     *
     * @param index the definition of the index
     * @param respondents the answers of each, one for each item, {@code Integer.MIN_VALUE} for a missing one
     * @throws IllegalArgumentException if a respondent has not one answer for each item, or naming the item whose
     *     answer is off its scale
     */
    public static IndexScore of(CompositeIndex index, int[]... respondents) {
        IndexAccumulator accumulator = IndexAccumulator.create(index);
        for (int[] answers : respondents) {
            accumulator.add(answers);
        }
        return of(accumulator.result());
    }

    /**
     * {@return the mean score, from 0 to 100}
     *
     * @throws IllegalStateException if nobody has a score
     */
    public double score() {
        if (n == 0) {
            throw new IllegalStateException(index.name() + " is undefined for 0 scores");
        }
        return Math.min(100, sum / n);
    }

    /**
     * {@return the sample standard deviation of the scores, with {@code n - 1} below}
     *
     * @throws IllegalStateException if fewer than two respondents have a score
     */
    public double sd() {
        if (n < 2) {
            throw new IllegalStateException(
                    "the standard deviation of " + index.name() + " takes two scores, there are " + n);
        }
        return Math.sqrt(squares / (n - 1));
    }

    /** {@return the 95 % t interval of the score within 0 to 100, if at least two respondents have one} */
    public Outcome<Interval> interval() {
        return interval(Sentence.LEVEL);
    }

    /**
     * {@return the t interval of the score within 0 to 100, if at least two respondents have one}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Outcome<Interval> interval(double level) {
        return n < 2
                ? Outcome.noData(Sentence.count(n, "score") + ", an interval takes two")
                : Outcome.of(MeanInterval.t(score(), sd(), n, level).clampedTo(0, 100));
    }

    private String lacking() {
        return lacking(index, unscored, partial, missing, invalid);
    }

    /** What respondents lack, empty where they lack nothing. */
    static String lacking(CompositeIndex index, long unscored, long partial, List<Long> missing, List<Long> invalid) {
        List<String> gaps = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            String item = " in " + index.items().get(i).name();
            if (missing.get(i) > 0) {
                gaps.add(missing.get(i) + " missing" + item);
            }
            if (invalid.get(i) > 0) {
                gaps.add(invalid.get(i) + " invalid" + item);
            }
        }
        return (unscored == 0 ? "" : ", " + unscored + " unscored")
                + (partial == 0 ? "" : ", " + partial + " partial")
                + (gaps.isEmpty() ? "" : " (" + String.join(", ", gaps) + ")");
    }

    /** {@return a sentence with the score, its interval, n and what is missing or invalid} */
    @Override
    public String toString() {
        if (n == 0) {
            return index.name() + " undefined, n 0" + lacking();
        }
        String between = interval()
                .toOptional()
                .map(interval -> " " + interval.inBrackets(1))
                .orElse("");
        return index.name() + " " + Sentence.number(score(), 1) + between + ", n " + n + lacking();
    }
}
