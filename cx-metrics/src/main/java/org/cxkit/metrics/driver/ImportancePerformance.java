package org.cxkit.metrics.driver;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.weight.WeightedTally;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The importance of each driver beside its performance: what to concentrate on, and where there is most to win.
 *
 * <p>Importance is the share of LMG in R², performance is told from the ratings of the driver. Two stated cuts part
 * the drivers into quadrants; by default they are the means over all drivers. Immutable, value-based and thread-safe;
 * {@code toString} is a sentence.
 *
 * <p>Source: J. A. Martilla, J. C. James, "Importance-Performance Analysis", Journal of Marketing 41(1), 1977.
 *
 * @param outcome the name of the metric that is explained
 * @param drivers the drivers, in the order they were given
 * @param importanceCut the importance from which a driver is important, from 0 to 1
 * @param performanceCut the performance from which a driver is done well, from 0 to 1
 * @param n the number of complete rows that importance is told from, not negative; each driver has that of its ratings
 * @param incomplete the number of rows that lacked a value, not negative
 * @param excluded the number of rows of weight 0, not negative
 * @param invalid the number of rows with a rating off its scale, or a value or weight out of its range, not negative
 */
public record ImportancePerformance(
        String outcome,
        List<RatedDriver> drivers,
        double importanceCut,
        double performanceCut,
        long n,
        long incomplete,
        long excluded,
        long invalid)
        implements Serializable {

    /**
     * Checks the cuts and the counts.
     *
     * @throws IllegalArgumentException if there are no drivers, a cut is not from 0 to 1, or a count is negative
     */
    public ImportancePerformance {
        drivers = List.copyOf(drivers);
        if (drivers.isEmpty()
                || !(importanceCut >= 0 && importanceCut <= 1)
                || !(performanceCut >= 0 && performanceCut <= 1)) {
            throw new IllegalArgumentException("wanted drivers and cuts from 0 to 1, got "
                    + Sentence.count(drivers.size(), "driver") + " and the cuts " + importanceCut + " and "
                    + performanceCut);
        }
        if (n < 0 || incomplete < 0 || excluded < 0 || invalid < 0) {
            throw new IllegalArgumentException("counts must not be negative: n=" + n + ", incomplete=" + incomplete
                    + ", excluded=" + excluded + ", invalid=" + invalid);
        }
        importanceCut = importanceCut + 0.0;
        performanceCut = performanceCut + 0.0;
    }

    /**
     * {@return drivers by importance and mean rating, cut at the means over all drivers}
     *
     * @param drivers what drives the metric
     * @param ratings the ratings of each driver by its name; others are left out
     * @throws IllegalArgumentException if a driver has no ratings, or only one
     * @throws IllegalStateException if the drivers explain nothing
     */
    public static ImportancePerformance of(Drivers drivers, Map<String, RatingTally> ratings) {
        return of(drivers, ratings, Performance.MEAN);
    }

    /**
     * {@return drivers by importance and performance, cut at the means over all drivers}
     *
     * @param drivers what drives the metric
     * @param ratings the ratings of each driver by its name; others are left out
     * @param performance how performance is told from ratings
     * @throws IllegalArgumentException if a driver has no ratings, or only one; or naming a scale without usual
     *     boxes, if performance is told by {@link Performance#TOP_BOX}
     * @throws IllegalStateException if the drivers explain nothing
     */
    public static ImportancePerformance of(Drivers drivers, Map<String, RatingTally> ratings, Performance performance) {
        return cutAtMeans(drivers, name -> {
            RatingTally tally = requireTwo(name, ratings.get(name), RatingTally::valid);
            return new RatedDriver(
                    name,
                    importance(drivers, name),
                    performance.measure(tally, Sentence.LEVEL),
                    tally.valid(),
                    0,
                    tally.missing(),
                    tally.invalid());
        });
    }

    /**
     * {@return drivers by importance and the performance told from ratings with weights, cut at the means over all
     * drivers}
     *
     * <p>Weights that both take are 0, or from 1e-100 to 1e50: rows of drivers take no larger ones, ratings no smaller
     * ones. A row of weight 0 that lacks a value is counted as excluded by the drivers, whatever it lacks; its missing
     * rating is counted as missing by the ratings, whatever its weight.
     *
     * @param drivers what drives the metric, told from rows of the same weights
     * @param ratings the ratings of each driver and their weights by its name; others are left out
     * @param performance how performance is told from ratings
     * @throws IllegalArgumentException if a driver has no ratings of a weight above 0, or only one; or naming a scale
     *     without usual boxes, if performance is told by {@link Performance#TOP_BOX}
     * @throws IllegalStateException if the drivers explain nothing
     */
    public static ImportancePerformance weighted(
            Drivers drivers, Map<String, WeightedTally> ratings, Performance performance) {
        return cutAtMeans(drivers, name -> {
            WeightedTally tally = requireTwo(name, ratings.get(name), WeightedTally::valid);
            return new RatedDriver(
                    name,
                    importance(drivers, name),
                    performance.measure(tally, Sentence.LEVEL),
                    tally.valid(),
                    tally.zeroWeight(),
                    tally.missing(),
                    tally.invalid());
        });
    }

    private static <T> T requireTwo(String name, @Nullable T tally, ToLongFunction<T> valid) {
        if (tally == null || valid.applyAsLong(tally) < 2) {
            throw new IllegalArgumentException(
                    "wanted at least two ratings of " + name + ", got " + (tally == null ? "none" : tally));
        }
        return tally;
    }

    private static double importance(Drivers drivers, String name) {
        return Math.min(1, drivers.lmgPercent(name) / 100);
    }

    private static ImportancePerformance cutAtMeans(Drivers drivers, Function<String, RatedDriver> rating) {
        List<RatedDriver> rated =
                drivers.drivers().stream().map(Driver::predictor).map(rating).toList();
        double importance = 0;
        double done = 0;
        for (RatedDriver driver : rated) {
            importance += driver.importance();
            done += driver.performance().estimate();
        }
        // a driver exactly at the mean must not fall below it by the rounding of the sum
        return new ImportancePerformance(
                drivers.outcome(),
                rated,
                belowByRounding(importance / rated.size()),
                belowByRounding(done / rated.size()),
                drivers.n(),
                drivers.incomplete(),
                drivers.excluded(),
                drivers.invalid());
    }

    private static double belowByRounding(double mean) {
        return Math.min(1, mean * (1 - 1e-14));
    }

    /**
     * {@return the same drivers, parted at other cuts}
     *
     * @param importance the importance from which a driver is important, from 0 to 1
     * @param performance the performance from which a driver is done well, from 0 to 1
     * @throws IllegalArgumentException if a cut is not from 0 to 1
     */
    public ImportancePerformance cutAt(double importance, double performance) {
        return new ImportancePerformance(outcome, drivers, importance, performance, n, incomplete, excluded, invalid);
    }

    /**
     * {@return the quadrant of a driver: at a cut it is important, or done well}
     *
     * @param driver one of the drivers
     */
    public Quadrant quadrant(RatedDriver driver) {
        return Quadrant.of(
                driver.importance() >= importanceCut, driver.performance().estimate() >= performanceCut);
    }

    /**
     * {@return the drivers of a quadrant by falling headroom}
     *
     * @param quadrant which one
     */
    public List<RatedDriver> in(Quadrant quadrant) {
        return opportunities().stream()
                .filter(driver -> quadrant(driver) == quadrant)
                .toList();
    }

    /** {@return all drivers by falling headroom, equal ones in the order they were given} */
    public List<RatedDriver> opportunities() {
        return drivers.stream()
                .sorted(Comparator.comparingDouble(RatedDriver::headroom).reversed())
                .toList();
    }

    /** {@return a sentence with the counts, the quadrant and the headroom of each driver, most to win first} */
    @Override
    public String toString() {
        return "importance and performance for " + outcome + ", n " + n
                + Sentence.leftOut(incomplete, excluded, invalid)
                + ", cut at " + Sentence.number(100 * importanceCut, 1)
                + " % and " + Sentence.number(100 * performanceCut, 1) + " %: "
                + opportunities().stream()
                        .map(driver -> driver + ", headroom " + Sentence.number(100 * driver.headroom(), 1) + " % ("
                                + quadrant(driver) + ")")
                        .collect(Collectors.joining("; "));
    }
}
