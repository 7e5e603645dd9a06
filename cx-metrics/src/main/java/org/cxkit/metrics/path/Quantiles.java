package org.cxkit.metrics.path;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The mean and the quantiles of whole numbers that come many times each, exactly. Immutable if its map is.
 *
 * <p>Quantiles are of type 7: the one of {@code p} is at {@code (n - 1) p} of the ordered numbers, counted from 0, and on
 * the straight line between two of them.
 *
 * <p>Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996.
 */
final class Quantiles {
    private final TreeMap<Long, Long> upTo =
            new TreeMap<>(); // how many numbers there are up to this place, to the number
    private final long n;
    private final BigDecimal sum;

    /** Takes numbers with how often each comes, above 0. */
    Quantiles(SortedMap<Long, Long> counts) {
        long all = 0;
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<Long, Long> one : counts.entrySet()) {
            all = Math.addExact(all, one.getValue());
            upTo.put(all, one.getKey());
            total = total.add(BigDecimal.valueOf(one.getKey()).multiply(BigDecimal.valueOf(one.getValue())));
        }
        n = all;
        sum = total;
    }

    long n() {
        return n;
    }

    /** {@return the mean of at least one number} */
    BigDecimal mean() {
        return sum.divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
    }

    /** {@return the quantile of at least one number; p from 0 to 1} */
    BigDecimal quantile(double p) {
        BigDecimal place = BigDecimal.valueOf(n - 1).multiply(BigDecimal.valueOf(p));
        long below = place.setScale(0, RoundingMode.FLOOR).longValueExact();
        BigDecimal low = at(below);
        BigDecimal beyond = place.subtract(BigDecimal.valueOf(below));
        return beyond.signum() == 0 ? low : low.add(at(below + 1).subtract(low).multiply(beyond));
    }

    private BigDecimal at(long place) {
        return BigDecimal.valueOf(upTo.higherEntry(place).getValue());
    }
}
