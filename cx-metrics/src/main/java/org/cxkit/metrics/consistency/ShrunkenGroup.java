package org.cxkit.metrics.consistency;

import java.io.Serializable;
import org.cxkit.metrics.wording.Sentence;

/**
 * One group among many: what its own answers say, and what they say together with all others.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is a sentence with the shrunken value and its standard
 * error; {@link Shrinkage#interval} is its interval.
 *
 * @param key which group
 * @param responses its answers, at least 1
 * @param missing its answers that were not given
 * @param invalid its answers that were no rating
 * @param value the metric of its own answers, in the unit of the scores
 * @param variance the variance of that estimate, in that unit squared, above zero
 * @param adjusted whether all its answers score the same, so that the variance is that after three more answers
 * @param reliability how much of its own value is kept, {@code tau2 / (tau2 + variance)}, from 0 to 1
 * @param shrunken the value drawn towards the mean of all groups, {@code reliability value + (1 - reliability) mean}
 * @param standardError of the shrunken value, in the unit of the scores
 * @param rank its place by the shrunken value, 1 for the best; ties, as where groups do not truly differ, by the own
 *     value, then in the order of the keys
 * @param bestRank the best rank its true value may have, at the joint confidence of all ranks
 * @param worstRank the worst rank its true value may have, at the joint confidence of all ranks
 * @param <K> the type of the key
 */
public record ShrunkenGroup<K>(
        K key,
        long responses,
        long missing,
        long invalid,
        double value,
        double variance,
        boolean adjusted,
        double reliability,
        double shrunken,
        double standardError,
        int rank,
        int bestRank,
        int worstRank)
        implements Serializable {

    @Override
    public String toString() {
        return key + ": rank " + rank + " (" + bestRank + " to " + worstRank + "), "
                + Sentence.number(shrunken, 3) + " ± " + Sentence.number(standardError, 3) + ", own answers "
                + Sentence.number(value, 3) + ", n " + responses + Sentence.dirty(missing, invalid)
                + (adjusted ? ", all alike" : "");
    }
}
