package org.cxkit.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.compare.Adjustment;
import org.cxkit.metrics.compare.BenchmarkGap;
import org.cxkit.metrics.compare.ChiSquareTest;
import org.cxkit.metrics.compare.DifferenceFamily;
import org.cxkit.metrics.compare.MeanDifference;
import org.cxkit.metrics.compare.NpsDifference;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.ShareDifference;
import org.cxkit.metrics.consistency.Consistency;
import org.cxkit.metrics.consistency.FunnelPlot;
import org.cxkit.metrics.consistency.IntraclassCorrelation;
import org.cxkit.metrics.consistency.Shrinkage;
import org.cxkit.metrics.consistency.VarianceComponents;
import org.cxkit.metrics.control.Calibration;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.ControlChart;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.control.Subgroup;
import org.cxkit.metrics.design.DesignCsat;
import org.cxkit.metrics.design.DesignMean;
import org.cxkit.metrics.design.DesignNps;
import org.cxkit.metrics.design.SamplingDesign;
import org.cxkit.metrics.design.SamplingUnit;
import org.cxkit.metrics.driver.Drivers;
import org.cxkit.metrics.driver.ImportancePerformance;
import org.cxkit.metrics.driver.Performance;
import org.cxkit.metrics.index.CompositeIndex;
import org.cxkit.metrics.index.CronbachAlpha;
import org.cxkit.metrics.index.IndexAccumulator;
import org.cxkit.metrics.index.IndexScore;
import org.cxkit.metrics.joint.Correlation;
import org.cxkit.metrics.joint.Disconfirmation;
import org.cxkit.metrics.joint.ExpectationGap;
import org.cxkit.metrics.joint.JointAccumulator;
import org.cxkit.metrics.joint.JointTally;
import org.cxkit.metrics.joint.NpsChange;
import org.cxkit.metrics.joint.ShareChange;
import org.cxkit.metrics.linkage.SpendTrend;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.live.RatingMonitor;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.moments.MomentsTally;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.CesVersion;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.trend.MeanTrend;
import org.cxkit.metrics.trend.NpsTrend;
import org.cxkit.metrics.trend.ShareTrend;
import org.cxkit.metrics.value.ValueAccumulator;
import org.cxkit.metrics.value.ValueGap;
import org.cxkit.metrics.value.ValueTally;
import org.cxkit.metrics.watch.ChartPlan;
import org.cxkit.metrics.watch.RatingWatch;
import org.cxkit.metrics.weight.WeightedAccumulator;
import org.cxkit.metrics.weight.WeightedCes;
import org.cxkit.metrics.weight.WeightedCsat;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedNps;
import org.cxkit.metrics.weight.WeightedTally;

/** Every result, told from 10 answers: 7 valid ones, 2 missing and 1 invalid. */
final class ToldFromAnswers {

    private static final RatingScale TEN = RatingScale.ZERO_TO_TEN;
    private static final RatingScale FIVE = RatingScale.ONE_TO_FIVE;
    private static final Boxes BOXES = Boxes.of(2);
    private static final byte MISSING = Byte.MIN_VALUE;
    private static final Currency EURO = Currency.getInstance("EUR");

    /** What the sentence of a result has to say. */
    record Told(Object result, List<String> counts) {
        @Override
        public String toString() {
            return result.getClass().getSimpleName();
        }
    }

    private ToldFromAnswers() {}

    static Stream<Told> all() {
        return Stream.of(
                        ofOneGroup(),
                        ofTwoGroups(),
                        ofManyGroups(),
                        ofPeriods(),
                        ofPairs(),
                        ofWeights(),
                        ofRows(),
                        ofCustomers(),
                        ofLiveAnswers())
                .flatMap(List::stream);
    }

    private static Told told(Object result, String n, String... counts) {
        List<String> all = new ArrayList<>(List.of(n));
        all.addAll(Arrays.asList(counts));
        return new Told(result, all);
    }

    private static Told answers(String n, Object result) {
        return told(result, n, "2 missing", "1 invalid");
    }

    /** As many low and high ratings. */
    private static RatingTally tally(RatingScale scale, long low, long high, long missing, long invalid) {
        long[] counts = new long[scale.max() - scale.min() + 1];
        counts[0] = low;
        counts[counts.length - 1] = high;
        return RatingTally.ofCounts(scale, counts, missing, invalid);
    }

    private static RatingTally all(RatingScale scale) {
        return groups(scale).total();
    }

    /** The third group has not one rating, and its missing answer counts still. */
    private static Grouped<String, RatingTally> groups(RatingScale scale) {
        return Grouped.of(
                RatingTally.empty(scale),
                Map.of("a", tally(scale, 1, 3, 1, 0), "b", tally(scale, 2, 1, 0, 1), "c", tally(scale, 0, 0, 1, 0)));
    }

    /** All who answered in two groups. */
    private static RatingTally part(RatingScale scale, boolean second) {
        return groups(scale).regroup(name -> !name.equals("a")).tally(second);
    }

    private static List<Told> ofOneGroup() {
        Nps nps = Nps.of(all(TEN));
        Csat csat = Csat.of(all(FIVE));
        Ces ces = Ces.of(CesVersion.CES2, all(CesVersion.CES2.scale()));
        return List.of(
                answers("n 7", nps),
                answers("n 7", nps.posterior()),
                answers("n 7", csat),
                answers("n 7", ces),
                answers("n 7", Share.of(csat)),
                answers("n 7", Sample.of(ces)),
                answers("n 7", Subgroup.of(nps)),
                answers("n 7", BenchmarkGap.of(nps, 30)),
                answers("n 7", BenchmarkGap.of(Share.of(csat), 0.5)),
                answers("n 7", BenchmarkGap.of(Sample.of(ces), 4)));
    }

    private static List<Told> ofTwoGroups() {
        Csat first = Csat.of(part(FIVE, false));
        Csat second = Csat.of(part(FIVE, true));
        return List.of(
                answers("n 4 and 3", NpsDifference.of(part(TEN, false), part(TEN, true))),
                answers(
                        "n 7",
                        NpsDifference.of(part(TEN, false), part(TEN, true)).equivalence(20)),
                answers("n 7", new ShareDifference(Share.of(first), Share.of(second)).equivalence(0.2)),
                answers("n 4 and 3", ShareDifference.of(first, second)),
                answers("n 4 and 3", MeanDifference.of(part(FIVE, false), part(FIVE, true))),
                told(
                        ExpectationGap.of(Share.of(first), Share.of(second)),
                        "of n 4, 1 missing",
                        "of n 3, 1 missing, 1 invalid",
                        "not paired"));
    }

    private static List<Told> ofManyGroups() {
        Scoring mean = Scoring.mean(FIVE);
        Grouped<String, RatingTally> groups = groups(FIVE);
        return List.of(
                answers("n 7", ChiSquareTest.of(groups(TEN).map(Nps::of).values())),
                answers("n 3 and 4", DifferenceFamily.againstOthers(groups(TEN), NpsDifference::of, Adjustment.HOLM)),
                answers("n 7", IntraclassCorrelation.of(mean, groups)),
                answers("n 7", VarianceComponents.of(mean, groups).toOptional().orElseThrow()),
                answers("n 7", Shrinkage.of(mean, groups)),
                answers("n 7", FunnelPlot.of(mean, groups)),
                answers("n 7", Consistency.of(mean, groups)));
    }

    private static List<Told> ofPeriods() {
        List<Nps> scores = List.copyOf(groups(TEN).map(Nps::of).values());
        List<Share> shares = List.copyOf(
                groups(FIVE).map(Csat::of).values().stream().map(Share::of).toList());
        List<Sample> samples = List.copyOf(groups(FIVE).map(Sample::of).values());
        Calibration calibration = Calibration.of(
                Characteristic.NET_SHARE, scores.stream().map(Subgroup::of).toList());
        return List.of(
                answers("n 7", NpsTrend.of(scores)),
                answers("n 7", ShareTrend.of(shares)),
                answers("n 7", MeanTrend.of(samples)),
                answers("n 7", calibration),
                answers("n 7", ControlChart.of(Shewhart.of(calibration.baseline()), calibration.periods())));
    }

    private static List<Told> ofPairs() {
        byte[] before = {1, 2, 3, 4, 5, 4, 1, MISSING, 2, 1};
        byte[] after = {2, 2, 5, 4, 3, 5, 2, 4, MISSING, 77};
        JointAccumulator answers = JointAccumulator.create(FIVE, FIVE);
        assertOneRefused(answers.addAllLenient(before, after, 0, before.length));
        JointTally pairs = answers.result();
        return List.of(
                answers("7 pairs", NpsChange.of(Bands.ONE_TO_FIVE, pairs)),
                answers("7 pairs", ShareChange.of(BOXES, pairs)),
                answers("7 pairs", Disconfirmation.of(pairs)),
                answers("7 pairs", Correlation.of(pairs)),
                answers("7 pairs", ExpectationGap.of(BOXES, BOXES, pairs)));
    }

    private static void assertOneRefused(int[] refused) {
        if (refused.length != 1) {
            throw new IllegalStateException("wanted one invalid answer, got " + Arrays.toString(refused));
        }
    }

    private static WeightedTally weighted(RatingScale scale, RatingTally tally) {
        return WeightedAccumulator.create(scale)
                .add(WeightedTally.of(tally, 2))
                .add(scale.min(), 0)
                .result();
    }

    private static List<Told> ofWeights() {
        WeightedTally tally = weighted(FIVE, all(FIVE));
        RatingScale seven = CesVersion.CES2.scale();
        Grouped<SamplingUnit, WeightedTally> units = Grouped.of(
                WeightedTally.empty(FIVE),
                Map.of(
                        SamplingUnit.of("north", "Bonn"),
                        WeightedTally.of(part(FIVE, false), 2),
                        SamplingUnit.of("north", "Ulm"),
                        weighted(FIVE, part(FIVE, true))));
        SamplingDesign design = SamplingDesign.LARGE_POPULATION;
        WeightedNps nps = WeightedNps.of(Bands.ONE_TO_FIVE, tally);
        return Stream.of(
                        nps,
                        nps.estimate(),
                        WeightedCsat.of(tally),
                        WeightedCsat.of(tally).estimate(),
                        WeightedCsat.of(tally).mean(),
                        WeightedCes.of(CesVersion.CES2, weighted(seven, all(seven))),
                        WeightedCes.of(CesVersion.CES2, weighted(seven, all(seven)))
                                .estimate(),
                        WeightedCes.of(CesVersion.CES2, weighted(seven, all(seven)))
                                .easy(),
                        WeightedMean.of(Scoring.mean(FIVE), tally),
                        DesignNps.of(design, Bands.ONE_TO_FIVE, units),
                        DesignCsat.of(units),
                        DesignMean.of(design, Scoring.mean(FIVE), units))
                .map(result -> told(result, "n 7", "1 of weight 0", "2 missing", "1 invalid"))
                .toList();
    }

    /** A row with a gap is incomplete, and one with a rating off its scale is invalid. */
    private static List<Told> ofRows() {
        MomentsAccumulator answers = MomentsAccumulator.create("ease", "speed", "overall")
                .add(1, MomentsAccumulator.MISSING, 2)
                .add(1, 2, MomentsAccumulator.MISSING)
                .addWeighted(0, 1, 2, 3);
        byte[][] scores = {{1, 2, 3, 4, 5, 2, 4, 1}, {1, 1, 2, 3, 1, 5, 4, 1}, {1, 3, 2, 5, 4, 3, 5, 6}};
        assertOneRefused(answers.addAllLenient(List.of(FIVE, FIVE, FIVE), scores, 0, 8));
        MomentsTally rows = answers.result();
        Drivers drivers = Drivers.of(rows, "overall", "ease", "speed");
        CompositeIndex acsi = CompositeIndex.ACSI;
        IndexAccumulator respondents = IndexAccumulator.create(acsi);
        byte[][] ratings = {
            {1, 2, 3, 4, 5, 6, 7, 1, MISSING, 1}, {1, 2, 3, 4, 5, 6, 7, MISSING, 1, 11}, {9, 9, 9, 9, 9, 9, 9, 2, 2, 2}
        };
        assertOneRefused(respondents.addAllLenient(ratings, 0, 10));
        return List.of(
                told(drivers, "n 7", "2 incomplete", "1 of weight 0", "1 invalid"),
                told(
                        ImportancePerformance.of(drivers, Map.of("ease", all(FIVE), "speed", part(FIVE, false))),
                        "overall, n 7, 2 incomplete, 1 of weight 0, 1 invalid",
                        "n 7, 2 missing, 1 invalid",
                        "n 4, 1 missing"),
                told(
                        ImportancePerformance.weighted(
                                drivers,
                                Map.of("ease", weighted(FIVE, all(FIVE)), "speed", weighted(FIVE, all(FIVE))),
                                Performance.MEAN),
                        "overall, n 7, 2 incomplete, 1 of weight 0, 1 invalid",
                        "n 7, 1 of weight 0, 2 missing, 1 invalid"),
                told(CronbachAlpha.of(rows), "n 7", "2 incomplete", "1 of weight 0", "1 invalid"),
                told(
                        IndexScore.of(respondents.result()),
                        "n 7",
                        "3 unscored",
                        "1 missing in satisfaction",
                        "1 missing in expectations",
                        "1 invalid in expectations"));
    }

    /** Who is worth what is known or missing; no value is invalid. */
    private static List<Told> ofCustomers() {
        ValueTally promoters = ValueAccumulator.create(EURO)
                .addAll(new long[] {500, 400, 300, 700, Long.MIN_VALUE}, 0, 5)
                .result();
        ValueTally detractors = ValueAccumulator.create(EURO)
                .addAll(new long[] {100, 200, 150, Long.MIN_VALUE}, 0, 4)
                .result();
        ValueGap gap = ValueGap.of(
                Grouped.of(ValueTally.empty(EURO), Map.of(Band.PROMOTER, promoters, Band.DETRACTOR, detractors)));
        SpendTrend spend = SpendTrend.of(Grouped.of(ValueTally.empty(EURO), Map.of(2, promoters, 1, detractors)));
        return List.of(
                told(gap, "n 4 promoters and 3 detractors", "2 missing"),
                told(spend, "2 groups, n 7, 2 missing", "n 3 and 4, 2 missing"));
    }

    /** Each answer as it comes, in two segments. */
    private static List<Told> ofLiveAnswers() {
        RatingWatch watch = RatingWatch.lenient(Scoring.mean(FIVE), Periods.all(), segment -> ChartPlan.of());
        RatingMonitor monitor = RatingMonitor.on(FIVE).lenient().create();
        int[] ratings = {1, 2, 5, 5, 4, Integer.MIN_VALUE, 3, 77, 1, Integer.MIN_VALUE};
        for (int i = 0; i < ratings.length; i++) {
            String segment = i % 2 == 0 ? "a" : "b";
            watch.record(watch.segment(segment), ratings[i], i);
            monitor.record(monitor.segment(segment), ratings[i], i);
        }
        return List.of(answers("n 7", watch), answers("n 7", monitor), answers("n 7", monitor.counts()));
    }
}
