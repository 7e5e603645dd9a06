package org.cxkit.metrics.driver;

import java.io.Serializable;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.wording.Sentence;

/**
 * A driver with its importance, its performance and the counts behind that.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param predictor the name of the driver
 * @param importance its share of what all drivers explain, from 0 to 1
 * @param performance how well it is done, from 0 to 1, with its interval
 * @param n how many rated it
 * @param zeroWeight ratings of weight 0
 * @param missing answers that were not given
 * @param invalid answers that were no rating
 */
public record RatedDriver(
        String predictor, double importance, Interval performance, long n, long zeroWeight, long missing, long invalid)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public RatedDriver {
        double estimate = performance.estimate();
        if (!(importance >= 0 && importance <= 1) || !(estimate >= 0 && estimate <= 1)) {
            throw new IllegalArgumentException("importance and performance must be from 0 to 1, got " + importance
                    + " and " + estimate + " for " + predictor);
        }
        if (n < 1 || zeroWeight < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException("wanted at least one rating and counts that are not negative, got " + n
                    + ", " + zeroWeight + " of weight 0, " + missing + " missing, " + invalid + " invalid for "
                    + predictor);
        }
        importance = importance + 0.0;
    }

    /** {@return how far the performance is from the good end of the scale, from 0 to 1} */
    public double gap() {
        return 1 - performance.estimate();
    }

    /**
     * {@return what there is to win: importance times gap, from 0 to 1}
     *
     * <p>An opportunity is not only a weak spot: a driver that is done well but matters much can have more headroom
     * than one that is done badly and matters little.
     */
    public double headroom() {
        return importance * gap();
    }

    /** {@return a sentence with importance, performance, its interval and n, in per cent} */
    @Override
    public String toString() {
        return predictor + ": importance " + Sentence.number(100 * importance, 1) + " %, performance "
                + Sentence.number(100 * performance.estimate(), 1) + " % "
                + performance.times(100).inBrackets(1) + ", n " + n + Sentence.dirty(zeroWeight, missing, invalid);
    }
}
