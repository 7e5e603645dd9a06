package org.cxkit.metrics.survey;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;

/**
 * What each rating is worth to a metric that is the mean of such scores: NPS, a share, a mean rating.
 *
 * <p>One answer scores {@code s(r)}, a whole number; the metric of a tally is {@code sum(count(r) s(r)) / n}, its
 * variance of one answer {@code sum(count(r) (s(r) - mean)^2) / n}. The scores make the unit of all that is told by
 * them: points for {@link #nps}, a share for {@link #netShare} and {@link #share}, the rating for {@link #mean}. One
 * concept for the consistency of locations, control charts and live watches. Immutable, value-based and thread-safe.
 *
 * @param name the name of the metric, as a sentence shows it
 * @param scale the scale of the ratings
 * @param scores one whole score for each rating, from the lowest of the scale to the highest
 */
public record Scoring(String name, RatingScale scale, List<Integer> scores) implements Serializable {

    /** How many answers {@link #adjustedVariance} adds. */
    public static final double ADDED = 3;

    private static final int POINTS = 100;

    /**
     * Checks the scores.
     *
     * @throws IllegalArgumentException if the name is blank, there is not one score for each rating, or all are the
     *     same
     */
    public Scoring {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scoring needs a name, got \"" + name + "\"");
        }
        scores = List.copyOf(scores);
        if (scores.size() != scale.points()) {
            throw new IllegalArgumentException("wanted a score for each of the " + scale.points()
                    + " ratings of the scale " + scale + ", got " + scores.size());
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
        return net("NPS", bands, POINTS);
    }

    /**
     * {@return the net share of promoters, from -1 to 1: NPS on the share scale}
     *
     * @param bands the bands, which have the scale of the ratings
     */
    public static Scoring netShare(Bands bands) {
        return net("NPS share", bands, 1);
    }

    private static Scoring net(String name, Bands bands, int whole) {
        return of(
                name,
                bands.scale(),
                rating -> rating >= bands.promoterMin() ? whole : rating <= bands.detractorMax() ? -whole : 0);
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
        return boxes("top", boxes.top(), scale, scale.lowIsGood());
    }

    /**
     * {@return the share of ratings in the bottom boxes, from 0 to 1}
     *
     * @param scale the scale of the ratings
     * @param boxes how many ratings are the bottom ones
     * @throws IllegalArgumentException if all ratings of the scale are
     */
    public static Scoring bottomBox(RatingScale scale, Boxes boxes) {
        return boxes("bottom", boxes.bottom(), scale, !scale.lowIsGood());
    }

    private static Scoring boxes(String which, int number, RatingScale scale, boolean low) {
        int from = low ? scale.min() : scale.max() - number + 1;
        return share(which + "-" + number + "-box share", scale, from, from + number - 1);
    }

    /**
     * {@return the share of ratings in a range, from 0 to 1: 1 for a rating of the range, 0 for any other}
     *
     * @param name the name of the share, such as {@code CSAT}
     * @param scale the scale of the ratings
     * @param from the lowest rating that counts, on the scale
     * @param to the highest rating that counts, on the scale, not below {@code from}
     * @throws IllegalArgumentException if the name is blank, or the range is empty, off the scale or all of it
     */
    public static Scoring share(String name, RatingScale scale, int from, int to) {
        if (scale.require(from) > scale.require(to) || to - from + 1 == scale.points()) {
            throw new IllegalArgumentException(
                    "a share needs some of the ratings " + scale + " but not all, got " + from + " to " + to);
        }
        return of(name, scale, rating -> from <= rating && rating <= to ? 1 : 0);
    }

    /**
     * {@return the mean rating, on the scale itself}
     *
     * @param scale the scale of the ratings
     */
    public static Scoring mean(RatingScale scale) {
        return of("mean rating", scale, rating -> rating);
    }

    private static Scoring of(String name, RatingScale scale, IntUnaryOperator score) {
        return new Scoring(
                name,
                scale,
                IntStream.rangeClosed(scale.min(), scale.max())
                        .map(score)
                        .boxed()
                        .toList());
    }

    /**
     * {@return the same scores under another name}
     *
     * @param named the name, such as {@code CES} for a mean
     * @throws IllegalArgumentException if the name is blank
     */
    public Scoring withName(String named) {
        return new Scoring(named, scale, scores);
    }

    /**
     * {@return the score of a rating}
     *
     * @param rating a rating on the scale
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public int of(int rating) {
        return scores.get(scale.require(rating) - scale.min());
    }

    /**
     * Checks that ratings can be scored.
     *
     * @param given the scale they are on
     * @throws IllegalArgumentException if it is another than that of the scores; the message names both
     */
    public void requireScale(RatingScale given) {
        if (!scale.equals(given)) {
            throw new IllegalArgumentException(
                    "the " + name + " is of the scale " + scale + ", the tally is on " + given);
        }
    }

    /** {@return the score of the rating that scores least} */
    public int lowest() {
        return Collections.min(scores);
    }

    /** {@return the score of the rating that scores most} */
    public int highest() {
        return Collections.max(scores);
    }

    /** {@return whether the better end of the scale scores more than the worse one} */
    public boolean higherIsBetter() {
        int atMin = scores.get(0);
        int atMax = scores.get(scores.size() - 1);
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
            sum += (double) counts[i] * scores.get(i);
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
        double middle = ((double) lowest() + highest()) / 2;
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
        requireScale(tally.scale());
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
