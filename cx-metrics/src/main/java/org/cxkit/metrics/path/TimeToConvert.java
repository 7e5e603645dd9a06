package org.cxkit.metrics.path;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.TreeMap;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.wording.Sentence;

/**
 * How long it takes from the first touch to the conversion.
 *
 * <p>Each conversion counts once; quantiles are of type 7, exact, and rounded to the nanosecond. Immutable, value-based
 * and thread-safe.
 *
 * <p>Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996.
 *
 * @param conversions how many conversions have a first touch, above 0
 * @param shortest the shortest time
 * @param lowerQuartile the time within which a quarter converted
 * @param median the time within which half converted
 * @param upperQuartile the time within which three quarters converted
 * @param ninetyPercent the time within which 90 % converted
 * @param longest the longest time
 * @param mean the mean time
 */
public record TimeToConvert(
        long conversions,
        Duration shortest,
        Duration lowerQuartile,
        Duration median,
        Duration upperQuartile,
        Duration ninetyPercent,
        Duration longest,
        Duration mean)
        implements Serializable {

    private static final BigDecimal PER_DAY = BigDecimal.valueOf(86_400_000_000_000L);

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if the conversions are not above 0, or times not in order
     */
    public TimeToConvert {
        if (conversions < 1
                || shortest.isNegative()
                || shortest.compareTo(lowerQuartile) > 0
                || lowerQuartile.compareTo(median) > 0
                || median.compareTo(upperQuartile) > 0
                || upperQuartile.compareTo(ninetyPercent) > 0
                || ninetyPercent.compareTo(longest) > 0
                || mean.compareTo(longest) > 0
                || mean.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("times must be in order, of at least 1 conversion, got " + shortest
                    + ", "
                    + lowerQuartile + ", " + median + ", " + upperQuartile + ", " + ninetyPercent + ", " + longest
                    + ", mean " + mean + " of " + conversions);
        }
    }

    /**
     * {@return the times of journeys; no data where ages are not known, or no conversion has a touch}
     *
     * @param journeys journeys with ages
     * @throws IllegalArgumentException if conversions are no whole number; the message names the row
     */
    public static Outcome<TimeToConvert> of(Journeys journeys) {
        if (!journeys.hasAges()) {
            return Outcome.noData("the ages of touches are not known");
        }
        TreeMap<Long, Long> counts = new TreeMap<>();
        for (int row = 0; row < journeys.size(); row++) {
            long conversions = journeys.wholeConversions(row);
            if (conversions > 0 && journeys.length(row) > 0) {
                counts.merge(journeys.ageMicros(journeys.start(row)), conversions, Math::addExact);
            }
        }
        if (counts.isEmpty()) {
            return Outcome.noData("no conversion has a touch");
        }
        Quantiles times = new Quantiles(counts);
        return Outcome.of(new TimeToConvert(
                times.n(),
                time(times.quantile(0)),
                time(times.quantile(0.25)),
                time(times.quantile(0.5)),
                time(times.quantile(0.75)),
                time(times.quantile(0.9)),
                time(times.quantile(1)),
                time(times.mean())));
    }

    private static Duration time(BigDecimal micros) {
        long whole = micros.setScale(0, RoundingMode.FLOOR).longValueExact();
        BigDecimal rest = micros.subtract(BigDecimal.valueOf(whole));
        long nanos = rest.movePointRight(3).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        return Duration.ofSeconds(whole / 1_000_000, whole % 1_000_000 * 1000 + nanos);
    }

    /** {@return such as {@code median 3.00 days (half within 1.00 to 6.00), 90 % within 8.00, mean 3.60, n 5}} */
    @Override
    public String toString() {
        return "median " + days(median) + " days (half within " + days(lowerQuartile) + " to " + days(upperQuartile)
                + "), 90 % within " + days(ninetyPercent) + ", mean " + days(mean) + ", n " + conversions;
    }

    private static String days(Duration time) {
        BigDecimal nanos =
                BigDecimal.valueOf(time.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(time.getNano()));
        return Sentence.number(nanos.doubleValue() / PER_DAY.doubleValue(), 2);
    }
}
