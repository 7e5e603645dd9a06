package org.cxkit.metrics.fourc;

import java.io.Serializable;
import org.cxkit.metrics.wording.Sentence;

/**
 * How many customers of a column have which verdict.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param passes customers whose costs are below their value
 * @param breakEvens customers whose costs equal their value
 * @param fails customers whose costs exceed their value, certain failures with a missing cost among them
 * @param indeterminates customers about whom what is known does not decide
 * @param incomplete customers with a missing amount: all indeterminate ones, and those that fail for certain
 */
public record VerdictCounts(long passes, long breakEvens, long fails, long indeterminates, long incomplete)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or the incomplete are fewer than the indeterminate or
     *     more than these and the fails
     */
    public VerdictCounts {
        if (passes < 0 || breakEvens < 0 || fails < 0 || indeterminates < 0) {
            throw new IllegalArgumentException("counts must not be negative: passes=" + passes + ", breakEvens="
                    + breakEvens + ", fails=" + fails + ", indeterminates=" + indeterminates);
        }
        if (incomplete < indeterminates || incomplete > indeterminates + fails) {
            throw new IllegalArgumentException("incomplete must be from " + indeterminates + " to "
                    + (indeterminates + fails) + ", got " + incomplete);
        }
    }

    /** {@return all customers} */
    public long customers() {
        return passes + breakEvens + fails + indeterminates;
    }

    /**
     * {@return how many customers have the verdict}
     *
     * @param verdict which
     */
    public long count(Verdict verdict) {
        return switch (verdict) {
            case PASS -> passes;
            case BREAK_EVEN -> breakEvens;
            case FAIL -> fails;
            case INDETERMINATE -> indeterminates;
        };
    }

    /** {@return such as {@code 4 customers: 1 pass, 1 break even, 2 fail, 0 indeterminate; 0 with a missing amount}} */
    @Override
    public String toString() {
        return Sentence.count(customers(), "customer") + ": " + passes + " pass, " + breakEvens + " break even, "
                + fails + " fail, " + indeterminates + " indeterminate; " + incomplete + " with a missing amount";
    }
}
