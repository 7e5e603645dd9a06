package org.cxkit.metrics.consistency;

import java.io.Serializable;
import org.cxkit.metrics.wording.Sentence;

/**
 * One group in a funnel plot.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param key which group
 * @param responses its answers, at least 1
 * @param missing its answers that were not given
 * @param invalid its answers that were no rating
 * @param value the metric of its answers, in the unit of the scores
 * @param z how many standard errors it is from the target, without overdispersion
 * @param winsorised the same, drawn in to the 10 % and 90 % quantiles of all groups
 * @param pValue the probability to be as far from the target, overdispersion included, from 1e-300 to 1
 * @param adjustedPValue the same as the false discovery rate at which the group is called an outlier
 * @param <K> the type of the key
 */
public record FunnelPoint<K>(
        K key,
        long responses,
        long missing,
        long invalid,
        double value,
        double z,
        double winsorised,
        double pValue,
        double adjustedPValue)
        implements Serializable {

    @Override
    public String toString() {
        return key + ": " + Sentence.number(value, 3) + ", z " + Sentence.number(z, 2) + ", n " + responses
                + Sentence.dirty(missing, invalid);
    }
}
