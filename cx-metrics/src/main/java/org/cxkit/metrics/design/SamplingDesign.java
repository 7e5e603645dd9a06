package org.cxkit.metrics.design;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.WeightedCount;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedTally;

/**
 * What must be known of how a sample was drawn, beside which answer came from which {@link SamplingUnit}.
 *
 * <p>One stage: units are drawn within strata, and all that is asked of a unit counts. A cluster was drawn if it has
 * any answer, also if all are missing, invalid or of weight 0; of people drawn one by one, those who responded were.
 * Immutable, value-based and thread-safe.
 *
 * <p>Source: K. M. Wolter, "Introduction to Variance Estimation", 2nd edition, Springer, 2007, chapter 6.
 *
 * @param population how many units each stratum has of which some were drawn, for the correction for finite
 *     populations; empty for none
 * @param singleUnits what to do with a stratum of which only one unit was drawn
 */
public record SamplingDesign(Map<String, Long> population, SingleUnits singleUnits) implements Serializable {

    /** Units drawn from populations that are much larger; a stratum with a single one is refused. */
    public static final SamplingDesign LARGE_POPULATION = new SamplingDesign(Map.of(), SingleUnits.REFUSED);

    /** What to do with a stratum of which only one unit was drawn, so that its variance cannot be told. */
    public enum SingleUnits {
        /** It is an error that names the stratum. */
        REFUSED,
        /** The unit was sure to be drawn, so it adds no variance. */
        CERTAIN,
        /** The unit is compared with the mean over all strata: rather too much variance than too little. */
        ABOUT_THE_MEAN
    }

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException naming a stratum whose size is below 1
     */
    public SamplingDesign {
        Objects.requireNonNull(singleUnits, "singleUnits");
        TreeMap<String, Long> ordered = new TreeMap<>(population);
        ordered.forEach((stratum, units) -> {
            if (units < 1) {
                throw new IllegalArgumentException(
                        "a stratum must have at least one unit, got " + units + " for " + stratum);
            }
        });
        population = Collections.unmodifiableMap(ordered);
    }

    /**
     * {@return this design for finite populations}
     *
     * @param units how many units each stratum has: clusters where clusters are drawn, people where people are
     * @throws IllegalArgumentException naming a stratum whose size is below 1
     */
    public SamplingDesign withPopulation(Map<String, Long> units) {
        return new SamplingDesign(units, singleUnits);
    }

    /**
     * {@return this design with another rule}
     *
     * @param rule what to do with a stratum of which only one unit was drawn
     */
    public SamplingDesign withSingleUnits(SingleUnits rule) {
        return new SamplingDesign(population, rule);
    }

    /** The mean of what the answers are worth. */
    DesignMean mean(Scoring scoring, Grouped<SamplingUnit, WeightedTally> units) {
        WeightedMean mean = WeightedMean.of(scoring, units.total());
        Map<String, Spread> strata = new TreeMap<>();
        for (SamplingUnit unit : units.keys()) {
            WeightedTally tally = units.tally(unit);
            // a cluster was drawn also where nobody in it responded: it has the sum 0
            if (unit.cluster() != null || tally.valid() > 0) {
                Spread stratum = strata.computeIfAbsent(unit.stratum(), name -> new Spread());
                addTo(stratum, unit, residuals(scoring.scores(), mean.value()), tally.counts());
            }
        }
        requirePopulationOf(strata);
        double variance = 0;
        long drawn = 0;
        for (Map.Entry<String, Spread> stratum : strata.entrySet()) {
            variance += variance(stratum.getKey(), stratum.getValue());
            drawn += stratum.getValue().n;
        }
        return new DesignMean(mean, Math.sqrt(variance) / mean.sample().weight(), drawn, strata.size());
    }

    private static double[] residuals(List<Integer> scores, double mean) {
        return scores.stream().mapToDouble(score -> score - mean).toArray();
    }

    private static void addTo(Spread stratum, SamplingUnit unit, double[] residuals, List<WeightedCount> counts) {
        double cluster = 0;
        for (int i = 0; i < residuals.length; i++) {
            WeightedCount count = counts.get(i);
            cluster += residuals[i] * count.weight();
            if (unit.cluster() == null && count.n() > 0) {
                double mean = count.weight() / count.n();
                double squares = Math.max(0, count.squaredWeight() - mean * count.weight());
                stratum.add(count.n(), residuals[i] * mean, residuals[i] * residuals[i] * squares);
            }
        }
        if (unit.cluster() != null) {
            stratum.add(1, cluster, 0);
        }
    }

    private void requirePopulationOf(Map<String, Spread> strata) {
        if (population.isEmpty()) {
            return;
        }
        Set<String> unknown = new TreeSet<>(strata.keySet());
        unknown.removeAll(population.keySet());
        Set<String> unasked = new TreeSet<>(population.keySet());
        unasked.removeAll(strata.keySet());
        if (!unknown.isEmpty() || !unasked.isEmpty()) {
            throw new IllegalArgumentException("wanted the same strata in the population and among the answers, got "
                    + unasked + " only in the population and " + unknown + " only among the answers");
        }
    }

    /** The variance that a stratum adds to the weighted sum of the residuals. */
    private double variance(String name, Spread stratum) {
        long size = population.getOrDefault(name, Long.MAX_VALUE);
        if (stratum.n > size) {
            throw new IllegalArgumentException(
                    "stratum " + name + " has " + size + " units, but " + stratum.n + " were drawn");
        }
        double left = population.isEmpty() ? 1 : (double) (size - stratum.n) / size;
        if (stratum.n > 1 || left == 0) {
            return left == 0 ? 0 : left * stratum.squares * stratum.n / (stratum.n - 1);
        }
        return switch (singleUnits) {
            case REFUSED ->
                throw new IllegalArgumentException("stratum " + name
                        + " has a single unit, so that its variance is unknown: join it with another or state a rule");
            case CERTAIN -> 0;
            case ABOUT_THE_MEAN -> left * stratum.mean * stratum.mean;
        };
    }

    /**
     * How the units of a stratum differ, merged part by part.
     *
     * <p>Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for Computing the Sample Variance", The American
     * Statistician 37(3), 1983.
     */
    private static final class Spread {
        private long n;
        private double mean;
        private double squares;

        void add(long units, double theirMean, double theirSquares) {
            long sum = n + units;
            double distance = theirMean - mean;
            squares += theirSquares + distance * distance * n / sum * units;
            mean += distance * units / sum;
            n = sum;
        }
    }
}
