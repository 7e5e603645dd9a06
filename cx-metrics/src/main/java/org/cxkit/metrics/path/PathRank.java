package org.cxkit.metrics.path;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.wording.Sentence;

/**
 * One path among those that bring the most conversions.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param path the path and its counts
 * @param conversionsSoFar the conversions of this path and all before it
 * @param allConversions the conversions of all paths
 */
public record PathRank(PathCount path, long conversionsSoFar, long allConversions) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if the path has no conversion, or the counts do not grow in this order
     */
    public PathRank {
        Objects.requireNonNull(path, "path");
        if (path.conversions() < 1 || conversionsSoFar < path.conversions() || allConversions < conversionsSoFar) {
            throw new IllegalArgumentException(
                    "conversions of a path must be above 0, at most those so far, and these at" + " most all, got "
                            + path.conversions() + ", " + conversionsSoFar + " and " + allConversions);
        }
    }

    /** {@return the conversions of this path over those of all, above 0 and at most 1} */
    public double share() {
        return (double) path.conversions() / allConversions;
    }

    /** {@return the conversions of this path and all before it over those of all, above 0 and at most 1} */
    public double cumulativeShare() {
        return (double) conversionsSoFar / allConversions;
    }

    /** {@return the share of this path's journeys that converted, with its 95 % Wilson interval} */
    public Interval conversionRate() {
        return rate(path.conversions(), path.lost()).toOptional().orElseThrow();
    }

    static Outcome<Interval> rate(long conversions, long lost) {
        double journeys = (double) conversions + lost;
        return journeys == 0
                ? Outcome.noData("no journeys")
                : Outcome.of(ProportionInterval.WILSON.of((double) conversions, journeys, Sentence.LEVEL));
    }
}
