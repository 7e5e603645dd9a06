package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.List;

/**
 * A named segment of customers: those whose scores of recency, frequency and spend are within ranges.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param name the name of the segment
 * @param recencyFrom the lowest score of recency
 * @param recencyTo the highest score of recency
 * @param frequencyFrom the lowest score of frequency
 * @param frequencyTo the highest score of frequency
 * @param monetaryFrom the lowest score of spend
 * @param monetaryTo the highest score of spend
 */
public record RfmSegment(
        String name,
        int recencyFrom,
        int recencyTo,
        int frequencyFrom,
        int frequencyTo,
        int monetaryFrom,
        int monetaryTo)
        implements Serializable {

    /**
     * Ten segments in common use, for scores from 1 to 5: each pair of recency and frequency is in one of them,
     * whatever the spend.
     */
    public static final List<RfmSegment> QUINTILES = List.of(
            of("champions", 5, 5, 4, 5),
            of("loyal", 3, 4, 4, 5),
            of("potential loyalists", 4, 5, 2, 3),
            of("new", 5, 5, 1, 1),
            of("promising", 4, 4, 1, 1),
            of("need attention", 3, 3, 3, 3),
            of("about to sleep", 3, 3, 1, 2),
            of("cannot lose", 1, 2, 5, 5),
            of("at risk", 1, 2, 3, 4),
            of("hibernating", 1, 2, 1, 2));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the name is blank, or a range is empty or starts below 1
     */
    public RfmSegment {
        boolean ranges = recencyFrom >= 1 && frequencyFrom >= 1 && monetaryFrom >= 1;
        if (!ranges || recencyTo < recencyFrom || frequencyTo < frequencyFrom || monetaryTo < monetaryFrom) {
            throw new IllegalArgumentException("wanted ranges of scores from 1, got recency " + recencyFrom + " to "
                    + recencyTo + ", frequency " + frequencyFrom + " to " + frequencyTo + ", monetary " + monetaryFrom
                    + " to " + monetaryTo);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a segment must not be blank");
        }
    }

    /**
     * {@return a segment by recency and frequency, whatever the spend}
     *
     * @param name the name of the segment
     * @param recencyFrom the lowest score of recency
     * @param recencyTo the highest score of recency
     * @param frequencyFrom the lowest score of frequency
     * @param frequencyTo the highest score of frequency
     * @throws IllegalArgumentException if the name is blank, or a range is empty or starts below 1
     */
    public static RfmSegment of(String name, int recencyFrom, int recencyTo, int frequencyFrom, int frequencyTo) {
        return new RfmSegment(name, recencyFrom, recencyTo, frequencyFrom, frequencyTo, 1, Integer.MAX_VALUE);
    }

    /**
     * {@return whether a customer belongs to the segment}
     *
     * @param score the scores of the customer
     */
    public boolean contains(RfmScore score) {
        return within(score.recency(), recencyFrom, recencyTo)
                && within(score.frequency(), frequencyFrom, frequencyTo)
                && within(score.monetary(), monetaryFrom, monetaryTo);
    }

    private static boolean within(int score, int from, int to) {
        return from <= score && score <= to;
    }
}
