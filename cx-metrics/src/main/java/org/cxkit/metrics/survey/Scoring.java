package org.cxkit.metrics.survey;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;

/**
 * What each rating is worth to a metric that is the mean of such scores: NPS, a top-box share, a mean rating.
 *
 * <p>One answer scores {@code s(r)}; the metric of a tally is {@code sum(count(r) s(r)) / n}, its variance of one
 * answer {@code sum(count(r) (s(r) - mean)^2) / n}. Immutable, value-based and thread-safe.
 *
 * @param name the name of the metric
 * @param scale the scale of the ratings
 * @param scores one score for each rating, from the lowest of the scale to the highest, finite
 */
public record Scoring(String name, RatingScale scale, List<Double> scores) implements Serializable {

    /** How many answers {@link #adjustedVariance} adds. */
    public static final double ADDED = 3;

    private static final double POINTS = 100;

    /**
     * Checks the scores.
     *
     * @throws IllegalArgumentException if there is not one finite score for each rating, or all are the same
     */
    public Scoring {
        scores = List.copyOf(scores);
        if (scores.size() != scale.points()) {
            throw new IllegalArgumentException("wanted a score for each of the " + scale.points()
                    + " ratings of the scale " + scale + ", got " + scores.size());
        }
        if (!scores.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("scores must be finite, got " + scores);
        }
        if (scores.stream().distinct().count() < 2) {
            throw new IllegalArgumentException("scores must differ somewhere, got " + scores);
        }
    }

    /** {@return NPS in points, from -100 to 100, of ratings from 0 to 10} */
    public static Scoring nps() {
        return nps(Bands.ZERO_TO_TEN);
    }

    /**
     * {@return NPS in points, from -100 to 100}
     *
     * @param bands the bands, which have the scale of the ratings
     */
    public static Scoring nps(Bands bands) {
        return of(
                "NPS",
                bands.scale(),
                rating -> rating >= bands.promoterMin() ? POINTS : rating <= bands.detractorMax() ? -POINTS : 0);
    }

    /**
     * {@return the share of ratings in the usual top boxes of the scale, from 0 to 1}
     *
     * @param scale the scale of the ratings
     * @throws IllegalArgumentException if the scale has no usual boxes
     */
    public static Scoring topBox(RatingScale scale) {
        return topBox(scale, Boxes.usual(scale));
    }

    /**
     * {@return the share of ratings in the top boxes, from 0 to 1}
     *
     * @param scale the scale of the ratings
     * @param boxes how many ratings are the top ones
     * @throws IllegalArgumentException if all ratings of the scale are
     */
    public static Scoring topBox(RatingScale scale, Boxes boxes) {
        int top = boxes.top();
        return of(
                "top-" + top + "-box share",
                scale,
                rating -> (scale.lowIsGood() ? rating - scale.min() : scale.max() - rating) < top ? 1 : 0);
    }

    /**
     * {@return the mean rating, on the scale itself}
     *
     * @param scale the scale of the ratings
     */
    public static Scoring mean(RatingScale scale) {
        return of("mean", scale, rating -> rating);
    }

    private interface Score {
        double of(int rating);
    }

    private static Scoring of(String name, RatingScale scale, Score score) {
        return new Scoring(
                name,
                scale,
                IntStream.rangeClosed(scale.min(), scale.max())
                        .mapToObj(score::of)
                        .toList());
    }

    /** {@return the score of the rating that scores least} */
    public double lowest() {
        return scores.stream().mapToDouble(score -> score).min().orElseThrow();
    }

    /** {@return the score of the rating that scores most} */
    public double highest() {
        return scores.stream().mapToDouble(score -> score).max().orElseThrow();
    }

    /** {@return whether the better end of the scale scores more than the worse one} */
    public boolean higherIsBetter() {
        double atMin = scores.get(0);
        double atMax = scores.get(scores.size() - 1);
        return scale.lowIsGood() ? atMin > atMax : atMax > atMin;
    }

    /**
     * {@return the metric: the mean score of the ratings}
     *
     * @param tally the ratings
     * @throws IllegalStateException if there are no ratings
     * @throws IllegalArgumentException if the tally is on another scale
     */
    public double mean(RatingTally tally) {
        long[] counts = counts(tally);
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * scores.get(i);
        }
        return sum / tally.valid() + 0.0;
    }

    /**
     * {@return the population variance of the score of one answer, in the unit of the score squared}
     *
     * @param tally the ratings
     * @throws IllegalStateException if there are no ratings
     * @throws IllegalArgumentException if the tally is on another scale
     */
    public double variance(RatingTally tally) {
        return aboutMean(tally, mean(tally)) / tally.valid();
    }

    /**
     * {@return the variance of one answer after adding three answers: 3/4 at the lowest score, 3/2 halfway, 3/4 at the
     * highest}
     *
     * <p>Above zero even where all answers are the same; for NPS it is the variance of the adjusted Wald interval.
     *
     * <p>Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016.
     *
     * @param tally the ratings
     * @throws IllegalStateException if there are no ratings
     * @throws IllegalArgumentException if the tally is on another scale
     */
    public double adjustedVariance(RatingTally tally) {
        double middle = (lowest() + highest()) / 2;
        double n = tally.valid() + ADDED;
        double mean = (mean(tally) * tally.valid() + ADDED * middle) / n;
        double ends = 2 * 0.75 * (square(highest() - middle) + square(middle - mean));
        return (aboutMean(tally, mean) + ends + 1.5 * square(middle - mean)) / n;
    }

    private double aboutMean(RatingTally tally, double mean) {
        long[] counts = counts(tally);
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * square(scores.get(i) - mean);
        }
        return sum;
    }

    private long[] counts(RatingTally tally) {
        if (!scale.equals(tally.scale())) {
            throw new IllegalArgumentException(
                    "the " + name + " is of the scale " + scale + ", the tally is on " + tally.scale());
        }
        if (tally.valid() == 0) {
            throw new IllegalStateException("the " + name + " is undefined for 0 responses");
        }
        return tally.counts();
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public String toString() {
        return name + " on " + scale;
    }
}
