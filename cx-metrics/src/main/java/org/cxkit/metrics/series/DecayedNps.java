package org.cxkit.metrics.series;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.wording.Sentence;

/**
 * A Net Promoter Score as of an instant, in which an answer counts the less the older it is.
 *
 * <p>An answer given {@code age} before the instant has the weight {@code 2^(-age / halfLife)}: 1 at the instant, 1/2
 * after one half-life, 1/4 after two. The share is {@code (promoters - detractors) / weight}, of sums of weights, and
 * stays the same if all ages grow alike. The effective number of responses is {@code weight^2 / squares} (L. Kish,
 * "Survey Sampling", Wiley, 1965). Answers after the instant are not in it. Immutable, value-based and thread-safe;
 * {@code toString} is a sentence.
 *
 * @param at the instant
 * @param halfLife after how long an answer counts half, above zero
 * @param promoters the sum of the weights of promoters, not negative
 * @param passives the sum of the weights of passives, not negative
 * @param detractors the sum of the weights of detractors, not negative
 * @param squares the sum of the squared weights, not negative
 * @param responses the number of ratings, each counted as one, not negative
 * @param missing answers that were not given, each counted as one, not negative
 * @param invalid answers that were no rating, each counted as one, not negative
 */
public record DecayedNps(
        Instant at,
        Duration halfLife,
        double promoters,
        double passives,
        double detractors,
        double squares,
        long responses,
        long missing,
        long invalid)
        implements Serializable {
    private static final int POINTS = 100;

    /**
     * Checks the sums and counts.
     *
     * @throws IllegalArgumentException if one is negative or no finite number, or the half-life is not above zero
     */
    public DecayedNps {
        Objects.requireNonNull(at, "at");
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException("a half-life must be longer than nothing, got " + halfLife);
        }
        double sums = promoters + passives + detractors + squares;
        if (!(promoters >= 0 && passives >= 0 && detractors >= 0 && squares >= 0 && sums < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sums of weights must be finite and not negative: promoters=" + promoters
                    + ", passives=" + passives + ", detractors=" + detractors + ", squares=" + squares);
        }
        if (responses < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException("counts must not be negative: responses=" + responses + ", missing="
                    + missing + ", invalid=" + invalid);
        }
    }

    /**
     * {@return the score of answers on the scale from 0 to 10, in the standard bands}
     *
     * @param series the answers
     * @param at the instant from which the ages are counted, back
     * @param halfLife after how long an answer counts half, above zero
     * @throws IllegalArgumentException if the answers are on another scale, or the half-life is not above zero
     */
    public static DecayedNps of(RatingSeries series, Instant at, Duration halfLife) {
        return of(Bands.ZERO_TO_TEN, series, at, halfLife);
    }

    /**
     * {@return the score of answers in other bands}
     *
     * @param bands the bands, on the scale of the answers
     * @param series the answers
     * @param at the instant from which the ages are counted, back
     * @param halfLife after how long an answer counts half, above zero
     * @throws IllegalArgumentException if the bands divide another scale, or the half-life is not above zero
     */
    public static DecayedNps of(Bands bands, RatingSeries series, Instant at, Duration halfLife) {
        if (!bands.scale().equals(series.scale())) {
            throw new IllegalArgumentException("the bands " + bands + " divide the scale " + bands.scale()
                    + ", the series is on " + series.scale());
        }
        double half = halfLife.getSeconds() * 1e6 + halfLife.getNano() * 1e-3;
        long now = EpochMicros.of(at);
        double promoters = 0;
        double passives = 0;
        double detractors = 0;
        double squares = 0;
        long responses = 0;
        long missing = 0;
        long invalid = 0;
        // the oldest and lightest first, so that little is lost in the sums
        for (int i = 0; i < series.size() && series.micros(i) <= now; i++) {
            int answer = series.answer(i);
            if (answer == Answered.MISSING) {
                missing++;
            } else if (answer == Answered.INVALID) {
                invalid++;
            } else {
                double weight = Math.pow(2, -(double) (now - series.micros(i)) / half);
                switch (bands.of(answer)) {
                    case PROMOTER -> promoters += weight;
                    case PASSIVE -> passives += weight;
                    case DETRACTOR -> detractors += weight;
                }
                squares += weight * weight;
                responses++;
            }
        }
        return new DecayedNps(at, halfLife, promoters, passives, detractors, squares, responses, missing, invalid);
    }

    /** {@return the sum of the weights of all ratings} */
    public double weight() {
        return promoters + passives + detractors;
    }

    /**
     * {@return the net share of promoters, {@code (promoters - detractors) / weight}, from -1 to 1}
     *
     * @throws IllegalStateException if there are no responses, or all are too old to have any weight
     */
    public double share() {
        return (promoters - detractors) / defined("decayed NPS");
    }

    /**
     * {@return the score in points, from -100 to +100}
     *
     * @throws IllegalStateException if there are no responses, or all are too old to have any weight
     */
    public double score() {
        return POINTS * share();
    }

    /**
     * {@return how many responses of equal weight tell as much: {@code weight^2 / squares}, at most the responses}
     *
     * @throws IllegalStateException if there are no responses, or all are too old to have any weight
     */
    public double effectiveResponses() {
        double weight = defined("the effective number of responses");
        return weight / squares * weight;
    }

    /**
     * {@return the 95 % adjusted Wald interval of the score from the effective number of responses, in points}
     *
     * @throws IllegalStateException if there are no responses, or all are too old to have any weight
     */
    public Interval interval() {
        return interval(NetShareInterval.ADJUSTED_WALD, Sentence.LEVEL);
    }

    /**
     * {@return the interval of the score by a method from the effective number of responses, in points}
     *
     * @param method the method
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are no responses, or all are too old to have any weight
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(NetShareInterval method, double level) {
        double counted = defined("the interval of decayed NPS") / squares;
        return method.of(detractors * counted, passives * counted, promoters * counted, level)
                .clampedTo(-1, 1)
                .times(POINTS);
    }

    private double defined(String what) {
        if (responses == 0) {
            throw Sentence.undefined(what);
        }
        if (squares == 0) {
            throw new IllegalStateException(what + " is undefined: all responses are too old to have any weight");
        }
        return weight();
    }

    /** {@return a sentence with the score, its interval and all counts} */
    @Override
    public String toString() {
        String value = squares == 0
                ? "undefined"
                : Sentence.number(score(), 1) + " " + Sentence.interval(interval(), 1) + ", effective n "
                        + Sentence.number(effectiveResponses(), 1);
        return "NPS of half-life " + halfLife + " at " + at + " " + value + ", n " + responses
                + Sentence.dirty(missing, invalid);
    }
}
