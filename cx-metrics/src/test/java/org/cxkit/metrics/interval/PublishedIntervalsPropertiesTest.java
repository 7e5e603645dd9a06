package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.compare.BenchmarkGap;
import org.cxkit.metrics.compare.MeanDifference;
import org.cxkit.metrics.compare.NpsDifference;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.ShareDifference;
import org.cxkit.metrics.consistency.Shrinkage;
import org.cxkit.metrics.consistency.ShrunkenGroup;
import org.cxkit.metrics.design.DesignMean;
import org.cxkit.metrics.design.DesignNps;
import org.cxkit.metrics.design.SamplingDesign;
import org.cxkit.metrics.design.SamplingUnit;
import org.cxkit.metrics.index.CompositeIndex;
import org.cxkit.metrics.index.IndexItem;
import org.cxkit.metrics.index.IndexScore;
import org.cxkit.metrics.joint.Correlation;
import org.cxkit.metrics.joint.Disconfirmation;
import org.cxkit.metrics.joint.JointTally;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.CesVersion;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.WeightedCes;
import org.cxkit.metrics.weight.WeightedCsat;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedNps;
import org.cxkit.metrics.weight.WeightedTally;

/** No interval that a result gives reaches beyond what the result can be: of few answers, alike, at any level. */
class PublishedIntervalsPropertiesTest {
    private static final RatingScale TEN = RatingScale.ZERO_TO_TEN;
    private static final RatingScale SEVEN = RatingScale.ONE_TO_SEVEN;
    private static final Boxes BOXES = Boxes.of(2);

    /** A limit less a benchmark is rounded once. */
    private static final double ROUNDING = 1e-13;

    private static void within(Interval interval, double lowest, double highest) {
        assertThat(interval.low()).as("%s", interval).isBetween(lowest - ROUNDING, highest + ROUNDING);
        assertThat(interval.high()).as("%s", interval).isBetween(lowest - ROUNDING, highest + ROUNDING);
        assertThat(interval.estimate()).as("%s", interval).isBetween(lowest - ROUNDING, highest + ROUNDING);
    }

    /** The same answers on the scale from 1 to 7. */
    private static int[] seven(int[] ratings) {
        return Arrays.stream(ratings).map(rating -> 1 + rating * 6 / 10).toArray();
    }

    @Property(tries = 300)
    void ofOneGroup(
            @ForAll("ratings") int[] ratings,
            @ForAll("levels") double level,
            @ForAll NetShareInterval method,
            @ForAll ProportionInterval proportion) {
        Nps nps = Nps.of(ratings);
        if (method.definedFor((double) nps.detractors(), (double) nps.passives(), (double) nps.promoters())) {
            within(nps.interval(method, level), -100, 100);
        }
        within(nps.posterior().interval(level), -1, 1);
        RatingTally tally = RatingTally.of(SEVEN, seven(ratings));
        Csat csat = Csat.of(BOXES, tally);
        within(csat.interval(proportion, level), 0, 1);
        within(Share.of(csat).interval(level), 0, 1);
        within(BenchmarkGap.of(nps, 99).interval(level), -199, 1);
        within(BenchmarkGap.of(Share.of(csat), 0.25).interval(level), -0.25, 0.75);
        Ces ces = Ces.of(CesVersion.CES2, tally);
        within(ces.easyInterval(level), 0, 1);
        if (ratings.length > 1) {
            within(ces.interval(level), 1, 7);
            within(BenchmarkGap.of(Sample.of(ces), 6.5).interval(level), -5.5, 0.5);
            CompositeIndex index = CompositeIndex.of("index", new IndexItem("item", TEN, 1));
            int[][] rows = Arrays.stream(ratings).mapToObj(r -> new int[] {r}).toArray(int[][]::new);
            within(IndexScore.of(index, rows).interval(level).toOptional().orElseThrow(), 0, 100);
        }
    }

    @Property(tries = 300)
    void ofTwoGroups(
            @ForAll("ratings") int[] ratings, @ForAll("ratings") int[] others, @ForAll("levels") double level) {
        RatingTally first = RatingTally.of(TEN, ratings);
        RatingTally second = RatingTally.of(TEN, others);
        within(NpsDifference.of(first, second).interval(level), -200, 200);
        within(ShareDifference.of(Csat.of(BOXES, first), Csat.of(BOXES, second)).interval(level), -1, 1);
        if (ratings.length > 1 && others.length > 1) {
            within(MeanDifference.of(first, second).interval(level), -10, 10);
        }
        Shrinkage<String> shrinkage = Shrinkage.of(
                Scoring.nps(), Grouped.of(RatingTally.empty(TEN), Map.of("first", first, "second", second)));
        within(shrinkage.meanInterval(level), -100, 100);
        for (ShrunkenGroup<String> group : shrinkage.groups()) {
            within(shrinkage.interval(group, level), -100, 100);
        }
    }

    @Property(tries = 300)
    void ofPairs(@ForAll("ratings") int[] ratings, @ForAll("ratings") int[] others, @ForAll("levels") double level) {
        int n = Math.min(ratings.length, others.length);
        JointTally pairs = JointTally.of(TEN, Arrays.copyOf(ratings, n), TEN, Arrays.copyOf(others, n));
        Correlation.of(pairs).interval(level).toOptional().ifPresent(interval -> within(interval, -1, 1));
        Disconfirmation disconfirmation = Disconfirmation.of(pairs);
        within(disconfirmation.netInterval(level), -1, 1);
        if (n > 1) {
            within(disconfirmation.interval(level), -10, 10);
        }
    }

    @Property(tries = 300)
    void ofWeightedAnswers(
            @ForAll("ratings") int[] ratings,
            @ForAll("weights") double first,
            @ForAll("levels") double level,
            @ForAll NetShareInterval method,
            @ForAll ProportionInterval proportion) {
        double[] weights = new double[ratings.length];
        Arrays.setAll(weights, i -> i == 0 ? first : 1.1 + i / 3.0);
        WeightedTally ten = WeightedTally.of(TEN, ratings, weights);
        WeightedTally seven = WeightedTally.of(SEVEN, seven(ratings), weights);
        within(WeightedNps.of(ten).interval(level), -100, 100);
        try {
            within(WeightedNps.of(ten).interval(method, level), -100, 100);
        } catch (IllegalStateException undefined) {
            assertThat(undefined).hasMessageContaining("interval is undefined for");
        }
        within(WeightedCsat.of(BOXES, seven).interval(proportion, level), 0, 1);
        WeightedMean mean = WeightedMean.of(Scoring.mean(TEN), ten);
        assertThat(mean.value()).isBetween(0.0, 10.0);
        if (ratings.length > 1) {
            within(WeightedCes.of(CesVersion.CES2, seven).interval(level), 1, 7);
            within(mean.interval(level).clampedTo(mean.lowest(), mean.highest()), 0, 10);
        }
    }

    @Property(tries = 300)
    void ofADesign(@ForAll("ratings") int[] ratings, @ForAll("ratings") int[] others, @ForAll("levels") double level) {
        Grouped<SamplingUnit, WeightedTally> units = Grouped.of(
                WeightedTally.empty(TEN),
                Map.of(
                        SamplingUnit.ofCluster("first"), WeightedTally.of(RatingTally.of(TEN, ratings), 1.5),
                        SamplingUnit.ofCluster("second"), WeightedTally.of(RatingTally.of(TEN, others), 0.1)));
        within(DesignNps.of(units).interval(level), -100, 100);
        DesignMean mean = DesignMean.of(SamplingDesign.LARGE_POPULATION, Scoring.mean(TEN), units);
        within(mean.interval(level), 0, 10);
    }

    /** One to seven answers: any, all the same, or of the two ends. */
    @Provide
    Arbitrary<int[]> ratings() {
        Arbitrary<Integer> rating = Arbitraries.integers().between(0, 10);
        return Arbitraries.oneOf(
                rating.array(int[].class).ofMinSize(1).ofMaxSize(7),
                rating.flatMap(same ->
                        Arbitraries.just(same).array(int[].class).ofMinSize(1).ofMaxSize(7)),
                Arbitraries.of(0, 10).array(int[].class).ofMinSize(1).ofMaxSize(7));
    }

    @Provide
    Arbitrary<Double> weights() {
        return Arbitraries.of(1e-9, 0.1, 1.0, 3.7, 1e9);
    }

    @Provide
    Arbitrary<Double> levels() {
        return Arbitraries.of(0.5, 0.95, 0.999);
    }
}
