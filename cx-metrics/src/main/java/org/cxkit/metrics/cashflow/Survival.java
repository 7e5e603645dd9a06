package org.cxkit.metrics.cashflow;

import java.util.Arrays;
import org.cxkit.metrics.wording.Sentence;

/**
 * Which share of customers is still there after so many periods, by which an amount of that time is weighted.
 *
 * <p>The share is from 0 to 1, 1 after 0 periods, and never rises. Any model of retention can be given as a lambda;
 * those made here are immutable and thread-safe.
 */
@FunctionalInterface
public interface Survival {

    /**
     * {@return the share of customers still there after so many periods, from 0 to 1}
     *
     * @param periods how many periods have passed, not negative
     */
    double after(int periods);

    /** {@return everybody stays: for what a contract fixes} */
    static Survival contractual() {
        return periods -> 1;
    }

    /**
     * {@return the same share stays in every period: {@code retention^t}}
     *
     * @param retention the share that stays in one period, from 0 to 1
     * @throws IllegalArgumentException if the share is out of range
     */
    static Survival constant(double retention) {
        if (!(retention >= 0 && retention <= 1)) {
            throw new IllegalArgumentException("retention must be from 0 to 1, got " + retention);
        }
        return periods -> Math.pow(retention, periods);
    }

    /**
     * {@return an observed curve}
     *
     * <p>Asked beyond its last share it throws an {@link IllegalArgumentException}: nobody observed that.
     *
     * @param shares the share still there after 1, 2, 3... periods, from 0 to 1 and never rising; not altered
     * @throws IllegalArgumentException if a share is out of range or rises; the message names its index
     */
    static Survival curve(double... shares) {
        double[] copy = shares.clone();
        double before = 1;
        for (int i = 0; i < copy.length; i++) {
            if (!(copy[i] >= 0 && copy[i] <= before)) {
                throw new IllegalArgumentException(
                        "shares[" + i + "] must be from 0 to " + before + ", got " + copy[i]);
            }
            before = copy[i];
        }
        return periods -> {
            if (periods > copy.length) {
                throw new IllegalArgumentException("the curve knows " + Sentence.count(copy.length, "period")
                        + ", asked for " + periods + ": " + Arrays.toString(copy));
            }
            return periods == 0 ? 1 : copy[periods - 1];
        };
    }
}
