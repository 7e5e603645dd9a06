package org.cxkit.metrics.interval;

import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.math.Normal;

/**
 * The interval of a linear correlation by Fisher's transformation, {@code tanh(atanh(r) ± z / sqrt(n - 3))}.
 *
 * <p>Source: R. A. Fisher, "On the 'Probable Error' of a Coefficient of Correlation Deduced from a Small Sample", Metron
 * 1(4), 1921.
 */
public final class CorrelationInterval {

    private CorrelationInterval() {}

    /**
     * {@return the interval, within -1 to 1; no data for fewer than four pairs, a perfect correlation or none}
     *
     * @param pearson Pearson's correlation, from -1 to 1
     * @param pairs how many pairs it is of
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public static Outcome<Interval> fisher(Outcome<Double> pearson, long pairs, double level) {
        double z = Normal.z(level);
        if (pairs < 4 || (pearson instanceof Outcome.Value<Double> found && Math.abs(found.value()) == 1)) {
            return Outcome.noData("fewer than 4 pairs or a perfect correlation");
        }
        return pearson.map(r -> {
            double centre = 0.5 * (Math.log1p(r) - Math.log1p(-r));
            double half = z / Math.sqrt((double) (pairs - 3));
            return new Interval(r, r, Math.tanh(centre - half), Math.tanh(centre + half), level, "Fisher z", false);
        });
    }
}
