package org.cxkit.metrics.design;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.WeightedNps;
import org.cxkit.metrics.weight.WeightedTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * A Net Promoter Score of weighted answers with the standard error of the design they were drawn by.
 *
 * <p>The score is that of {@link WeightedNps}, in points from -100 to +100; strata, clusters and finite populations
 * alter its error alone. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: see {@link DesignMean}.
 *
 * @param weighted the score with the errors that know of the weights alone
 * @param shareError the standard error of the net share by the design, not negative
 * @param units how many units were drawn, above 0: clusters, those without a response too, and responses that were
 *     drawn one by one
 * @param strata from how many strata, above 0 and at most as many
 */
public record DesignNps(WeightedNps weighted, double shareError, long units, int strata) implements Serializable {

    private static final int POINTS = 100;

    /**
     * Checks the numbers.
     *
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the standard error is negative or not finite, or there are fewer units than
     *     strata
     */
    public DesignNps {
        DesignMean unused = new DesignMean(weighted.estimate(), shareError, units, strata);
    }

    /**
     * {@return the score of units drawn from large populations, on the scale from 0 to 10 in the standard bands}
     *
     * @param units the tally of each unit
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException naming a stratum with a single unit
     */
    public static DesignNps of(Grouped<SamplingUnit, WeightedTally> units) {
        return of(SamplingDesign.LARGE_POPULATION, Bands.ZERO_TO_TEN, units);
    }

    /**
     * {@return the score of units drawn by a design}
     *
     * @param design how the units were drawn
     * @param bands the bands, on the scale of the tallies
     * @param units the tally of each unit
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the bands divide another scale, or the design does not fit the units; the
     *     message names the stratum
     */
    public static DesignNps of(SamplingDesign design, Bands bands, Grouped<SamplingUnit, WeightedTally> units) {
        WeightedNps weighted = WeightedNps.of(bands, units.total());
        DesignMean share = design.mean(Scoring.netShare(bands).withName("NPS"), units);
        return new DesignNps(weighted, share.standardError(), share.units(), share.strata());
    }

    /**
     * {@return the score of a population from simple random samples of its strata}
     *
     * <p>Each answer of a stratum stands for {@code people / responses} people; the error has the correction for
     * finite populations.
     *
     * @param people how many people each stratum has
     * @param bands the bands, on the scale of the tallies
     * @param strata the answers of each stratum, without weights
     * @throws IllegalStateException if there are no strata
     * @throws IllegalArgumentException if the bands divide another scale; or naming a stratum that has no response, one
     *     response from several people, fewer people than responses, an unknown number of people, or people but no
     *     answer
     */
    public static DesignNps stratified(Map<String, Long> people, Bands bands, Grouped<String, RatingTally> strata) {
        requireSameGroups(people.keySet(), strata.keys());
        Map<SamplingUnit, WeightedTally> units = new HashMap<>();
        people.forEach((stratum, size) -> {
            RatingTally tally = strata.tally(stratum);
            if (tally.valid() == 0) {
                throw new IllegalArgumentException("no response from stratum " + stratum + " of " + size + " people");
            }
            if (size < tally.valid()) {
                throw new IllegalArgumentException("wanted at least as many people as responses in stratum " + stratum
                        + ", got " + size + " and " + tally.valid());
            }
            units.put(SamplingUnit.ofStratum(stratum), WeightedTally.of(tally, (double) size / (double) tally.valid()));
        });
        return of(
                SamplingDesign.LARGE_POPULATION.withPopulation(people),
                bands,
                Grouped.of(WeightedTally.empty(bands.scale()), units));
    }

    /**
     * {@return the score of a population of known make-up from a simple random sample of all of it}
     *
     * <p>Post-stratification: the weights of each group are multiplied so that they sum to its size, and the error
     * has only what is left within the groups.
     *
     * @param sizes how large each group is, as numbers of people or as shares; above 0
     * @param bands the bands, on the scale of the tallies
     * @param groups the answers of each group, with the weights they were drawn with
     * @param <K> the type of the groups
     * @throws IllegalStateException if there are fewer than two responses
     * @throws IllegalArgumentException naming a group that has no response, a size not above 0, or an unknown size
     */
    public static <K extends Comparable<? super K>> DesignNps postStratified(
            Map<K, Double> sizes, Bands bands, Grouped<K, WeightedTally> groups) {
        requireSameGroups(sizes.keySet(), groups.keys());
        Map<K, WeightedTally> adjusted = new HashMap<>();
        double scatter = 0;
        double total = 0;
        for (K group : groups.keys()) {
            double size = Objects.requireNonNull(sizes.get(group), "size");
            WeightedTally tally = groups.tally(group);
            if (!(size > 0 && size < Double.POSITIVE_INFINITY) || tally.valid() == 0) {
                throw new IllegalArgumentException("wanted responses and a size above 0 for group " + group + ", got "
                        + tally.total() + " and the size " + size);
            }
            adjusted.put(group, tally.times(size / tally.total().weight()));
            scatter += WeightedNps.of(bands, tally).estimate().scatter() * size * size;
            total += size;
        }
        WeightedNps weighted = WeightedNps.of(
                bands, Grouped.of(WeightedTally.empty(bands.scale()), adjusted).total());
        double n = weighted.responses();
        if (n < 2) {
            throw new IllegalStateException("the error of post-stratified NPS is undefined for " + weighted.sample());
        }
        return new DesignNps(weighted, Math.sqrt(scatter * n / (n - 1)) / total, weighted.responses(), 1);
    }

    private static <K> void requireSameGroups(Set<K> sizes, List<K> answers) {
        if (!sizes.equals(new TreeSet<>(answers))) {
            throw new IllegalArgumentException(
                    "wanted a size for each group that answered, got sizes of " + sizes + " and answers of " + answers);
        }
    }

    /** {@return the net share of promoters with its standard error, from -1 to 1} */
    public DesignMean estimate() {
        return new DesignMean(weighted.estimate(), shareError, units, strata);
    }

    /** {@return the score in points, from -100 to +100, unrounded} */
    public double score() {
        return weighted.score();
    }

    /** {@return the standard error of the score by the design, in points} */
    public double standardError() {
        return POINTS * shareError;
    }

    /**
     * {@return the 95 % t interval of the score, in points, within -100 to +100}
     *
     * @throws IllegalStateException if there are not more units than strata
     */
    public Interval interval() {
        return interval(Sentence.LEVEL);
    }

    /**
     * {@return the t interval of the score, in points, within -100 to +100}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are not more units than strata
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        return estimate().interval(level).clampedTo(-1, 1).times(POINTS);
    }

    /** {@return a sentence with the score, its 95 % interval where there is one, n and the design} */
    @Override
    public String toString() {
        String interval = units == strata ? "" : " " + interval().inBrackets(1);
        return "weighted NPS " + Sentence.number(score(), 1) + interval + ", "
                + estimate().drawn()
                + Sentence.dirty(weighted.zeroWeight(), weighted.missing(), weighted.invalid());
    }
}
