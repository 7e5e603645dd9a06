package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.behavior.ConversionRate;
import org.cxkit.metrics.channel.StepRate;
import org.cxkit.metrics.compare.BenchmarkGap;
import org.cxkit.metrics.compare.MeanDifference;
import org.cxkit.metrics.compare.NpsDifference;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.ShareDifference;
import org.cxkit.metrics.consistency.FunnelPlot;
import org.cxkit.metrics.consistency.IntraclassCorrelation;
import org.cxkit.metrics.consistency.Shrinkage;
import org.cxkit.metrics.consistency.ShrunkenGroup;
import org.cxkit.metrics.design.DesignCsat;
import org.cxkit.metrics.design.DesignMean;
import org.cxkit.metrics.design.DesignNps;
import org.cxkit.metrics.design.SamplingDesign;
import org.cxkit.metrics.design.SamplingUnit;
import org.cxkit.metrics.index.CompositeIndex;
import org.cxkit.metrics.index.CronbachAlpha;
import org.cxkit.metrics.index.IndexItem;
import org.cxkit.metrics.index.IndexScore;
import org.cxkit.metrics.joint.Correlation;
import org.cxkit.metrics.joint.Disconfirmation;
import org.cxkit.metrics.joint.ExpectationGap;
import org.cxkit.metrics.joint.JointTally;
import org.cxkit.metrics.joint.NpsChange;
import org.cxkit.metrics.joint.ShareChange;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.path.PathReport;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.spend.SpendCorrelation;
import org.cxkit.metrics.spend.SpendTally;
import org.cxkit.metrics.subscription.Contract;
import org.cxkit.metrics.subscription.SurvivalCurve;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.CesVersion;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.SurveyInterval;
import org.cxkit.metrics.weight.WeightedCes;
import org.cxkit.metrics.weight.WeightedCsat;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedNps;
import org.cxkit.metrics.weight.WeightedTally;

/**
 * No interval that a result gives reaches beyond what the result can be: of few answers, alike, at any level.
 *
 * <p>Not here are those of what has no ends of its own, such as slopes and money, and those said to be unclamped: of a
 * test and its equivalence, and of a weighted mean, which is clamped by who knows its range.
 */
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

    private static void within(Outcome<Interval> interval, double lowest, double highest) {
        interval.toOptional().ifPresent(told -> within(told, lowest, highest));
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

    /** Promoters among all, as what is reached, who converts and which path does. */
    @Property(tries = 300)
    void ofRates(@ForAll("ratings") int[] ratings, @ForAll("levels") double level) {
        Nps nps = Nps.of(ratings);
        within(new StepRate(nps.promoters(), nps.responses()).interval(level), 0, 1);
        within(
                new ConversionRate(
                                "sale",
                                ConversionRate.Counted.CONVERTED_USERS,
                                nps.promoters(),
                                ConversionRate.Base.USERS,
                                nps.responses())
                        .interval(level),
                0,
                1);
        PathTally paths = PathTally.accumulator()
                .converted("A", nps.promoters())
                .lost("B", nps.detractors())
                .result();
        within(PathReport.of(paths, 1).conversionRate(), 0, 1);
    }

    /** Who rates 10 stays, the others leave at an age that their rating says. */
    @Property(tries = 300)
    void ofCustomers(
            @ForAll("ratings") int[] ratings, @ForAll("ratings") int[] others, @ForAll("levels") double level) {
        List<Contract> contracts = new ArrayList<>();
        for (int rating : ratings) {
            contracts.add(new Contract(
                    CustomerId.of("customer " + contracts.size()),
                    Instant.EPOCH,
                    rating == 10 ? null : Instant.EPOCH.plus(Duration.ofDays(rating + 1L))));
        }
        SurvivalCurve curve = SurvivalCurve.of(contracts, Instant.EPOCH.plus(Duration.ofDays(9)));
        for (int age = 0; age < 9; age++) {
            within(curve.interval(Duration.ofDays(age), level), 0, 1);
        }
        int n = Math.min(ratings.length, others.length);
        int[] purchases =
                Arrays.stream(ratings).limit(n).map(rating -> rating + 1).toArray();
        long[] spent = Arrays.stream(others)
                .limit(n)
                .asLongStream()
                .map(rating -> rating + 1)
                .toArray();
        SpendTally spend = SpendTally.of(Currency.getInstance("EUR"), purchases, spent);
        within(SpendCorrelation.of(spend).interval(level), -1, 1);
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
        ShareDifference shares = ShareDifference.of(Csat.of(BOXES, first), Csat.of(BOXES, second));
        within(shares.prevented(level), -others.length, others.length);
        within(ExpectationGap.of(shares.first(), shares.second()).interval(level), -1, 1);
        Grouped<String, RatingTally> groups =
                Grouped.of(RatingTally.empty(TEN), Map.of("first", first, "second", second));
        Shrinkage<String> shrinkage = Shrinkage.of(Scoring.nps(), groups);
        within(shrinkage.meanInterval(level), -100, 100);
        for (ShrunkenGroup<String> group : shrinkage.groups()) {
            within(shrinkage.interval(group, level), -100, 100);
        }
    }

    /** A correlation within groups of typical size m is at least -1 / (m - 1), where all groups have one mean. */
    @Property(tries = 300)
    void ofGroupsThatDiffer(
            @ForAll("ratings") int[] ratings, @ForAll("ratings") int[] others, @ForAll("levels") double level) {
        RatingTally first = RatingTally.of(TEN, ratings);
        RatingTally second = RatingTally.of(TEN, others);
        Grouped<String, RatingTally> groups =
                Grouped.of(RatingTally.empty(TEN), Map.of("first", first, "second", second));
        IntraclassCorrelation correlation = IntraclassCorrelation.of(Scoring.nps(), groups);
        double least = -1 / (correlation.typicalSize().toOptional().orElseThrow() - 1);
        within(correlation.interval(level), least * (1 + ROUNDING), 1);
        if (Scoring.nps().variance(groups.total()) > 0) {
            FunnelPlot<String> funnel = FunnelPlot.of(Scoring.nps(), groups);
            within(funnel.limits(ratings.length, level), -100, 100);
            within(funnel.widenedLimits(ratings.length, level), -100, 100);
        }
    }

    /** Two questions answered by the same people: alpha is at most 1, and has no lowest value. */
    @Property(tries = 300)
    void ofConsistency(
            @ForAll("ratings") int[] ratings, @ForAll("ratings") int[] others, @ForAll("levels") double level) {
        int n = Math.min(ratings.length, others.length);
        MomentsAccumulator rows = MomentsAccumulator.create("first", "second");
        for (int i = 0; i < n; i++) {
            rows.add(ratings[i], others[i]);
        }
        boolean varies = IntStream.range(0, n)
                        .map(i -> ratings[i] + others[i])
                        .distinct()
                        .count()
                > 1;
        if (varies) {
            within(CronbachAlpha.of(rows.result()).interval(level), Double.NEGATIVE_INFINITY, 1);
        }
    }

    @Property(tries = 300)
    void ofPairs(@ForAll("ratings") int[] ratings, @ForAll("ratings") int[] others, @ForAll("levels") double level) {
        int n = Math.min(ratings.length, others.length);
        JointTally pairs = JointTally.of(TEN, Arrays.copyOf(ratings, n), TEN, Arrays.copyOf(others, n));
        Correlation.of(pairs).interval(level).toOptional().ifPresent(interval -> within(interval, -1, 1));
        Disconfirmation disconfirmation = Disconfirmation.of(pairs);
        within(disconfirmation.netInterval(level), -1, 1);
        within(ShareChange.of(BOXES, pairs).interval(level), -1, 1);
        within(ExpectationGap.of(BOXES, BOXES, pairs).interval(level), -1, 1);
        if (n > 1) {
            within(disconfirmation.interval(level), -10, 10);
            within(NpsChange.of(Bands.ZERO_TO_TEN, pairs).interval(level), -200, 200);
        }
    }

    @Property(tries = 300)
    void ofWeightedAnswers(
            @ForAll("ratings") int[] ratings,
            @ForAll("weights") double first,
            @ForAll("levels") double level,
            @ForAll NetShareInterval method,
            @ForAll ProportionInterval proportion,
            @ForAll SurveyInterval survey) {
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
        WeightedCsat csat = WeightedCsat.of(BOXES, seven);
        WeightedMean easy = WeightedCes.of(CesVersion.CES2, seven).easy();
        WeightedMean mean = WeightedMean.of(Scoring.mean(TEN), ten);
        assertThat(mean.value()).isBetween(0.0, 10.0);
        if (ratings.length > 1) {
            within(WeightedCes.of(CesVersion.CES2, seven).interval(level), 1, 7);
            within(mean.interval(level).clampedTo(mean.lowest(), mean.highest()), 0, 10);
            within(easy.interval(level).clampedTo(easy.lowest(), easy.highest()), 0, 1);
            if (definedFor(survey, csat.share())) {
                within(csat.interval(survey, level), 0, 1);
            }
        }
    }

    private static boolean definedFor(SurveyInterval survey, double share) {
        boolean inside = survey == SurveyInterval.LOGIT || survey == SurveyInterval.ASIN;
        return !inside || (share > 0 && share < 1);
    }

    @Property(tries = 300)
    void ofADesign(
            @ForAll("ratings") int[] ratings,
            @ForAll("ratings") int[] others,
            @ForAll("levels") double level,
            @ForAll SurveyInterval survey) {
        Grouped<SamplingUnit, WeightedTally> units = Grouped.of(
                WeightedTally.empty(TEN),
                Map.of(
                        SamplingUnit.ofCluster("first"), WeightedTally.of(RatingTally.of(TEN, ratings), 1.5),
                        SamplingUnit.ofCluster("second"), WeightedTally.of(RatingTally.of(TEN, others), 0.1)));
        within(DesignNps.of(units).interval(level), -100, 100);
        DesignMean mean = DesignMean.of(SamplingDesign.LARGE_POPULATION, Scoring.mean(TEN), units);
        within(mean.interval(level), 0, 10);
        DesignCsat csat = DesignCsat.of(SamplingDesign.LARGE_POPULATION, BOXES, units);
        if (definedFor(survey, csat.share())) {
            within(csat.interval(survey, level), 0, 1);
            within(csat.estimate().interval(survey, level), 0, 1);
        }
        within(csat.estimate().interval(level), 0, 1);
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
