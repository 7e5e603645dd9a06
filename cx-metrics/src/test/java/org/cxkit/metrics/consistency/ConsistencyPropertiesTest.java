package org.cxkit.metrics.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;

class ConsistencyPropertiesTest {
    private static final Scoring NPS = Scoring.nps();

    @Provide
    Arbitrary<Grouped<Integer, RatingTally>> groups() {
        Arbitrary<long[]> counts =
                Arbitraries.longs().between(0, 40).array(long[].class).ofSize(11);
        return counts.list().ofMinSize(2).ofMaxSize(12).map(all -> {
            Map<Integer, RatingTally> tallies = new TreeMap<>();
            for (int i = 0; i < all.size(); i++) {
                all.get(i)[5]++; // nobody without an answer
                tallies.put(i, RatingTally.ofCounts(RatingScale.ZERO_TO_TEN, all.get(i)));
            }
            return Grouped.of(RatingTally.empty(RatingScale.ZERO_TO_TEN), tallies);
        });
    }

    @Property
    void theAnalysisOfVarianceIsThatOfTheAnswersOneByOne(@ForAll("groups") Grouped<Integer, RatingTally> groups) {
        List<double[]> answers = new ArrayList<>();
        groups.asMap().values().forEach(tally -> answers.add(scores(tally)));
        double n = answers.stream().mapToInt(scores -> scores.length).sum();
        double grand =
                answers.stream().flatMapToDouble(java.util.Arrays::stream).sum() / n;
        double between = 0;
        double within = 0;
        for (double[] scores : answers) {
            double mean = java.util.Arrays.stream(scores).average().orElseThrow();
            for (double score : scores) {
                between += (mean - grand) * (mean - grand);
                within += (score - mean) * (score - mean);
            }
        }
        IntraclassCorrelation icc = IntraclassCorrelation.of(NPS, groups);
        // the loop adds up thousands of rounded squares of up to 40,000
        assertThat(icc.betweenSquares()).isCloseTo(between, within(1e-9 * Math.max(1, between)));
        assertThat(icc.withinSquares()).isCloseTo(within, within(1e-9 * Math.max(1, within)));
    }

    private static double[] scores(RatingTally tally) {
        List<Double> scores = new ArrayList<>();
        for (int rating = 0; rating <= 10; rating++) {
            for (long i = 0; i < tally.count(rating); i++) {
                scores.add(rating >= 9 ? 100.0 : rating <= 6 ? -100.0 : 0.0);
            }
        }
        return scores.stream().mapToDouble(score -> score).toArray();
    }

    @Property
    void aShrunkenValueIsBetweenItsOwnAndTheMean(
            @ForAll("groups") Grouped<Integer, RatingTally> groups, @ForAll BetweenVariance method) {
        Shrinkage<Integer> shrinkage = Shrinkage.of(NPS, method, groups);
        double mean = shrinkage.effects().mean();
        for (ShrunkenGroup<Integer> group : shrinkage.groups()) {
            double slack = 1e-9; // two products of doubles up to 100
            assertThat(group.shrunken())
                    .isBetween(Math.min(mean, group.value()) - slack, Math.max(mean, group.value()) + slack);
            assertThat(group.rank()).isBetween(1, shrinkage.groups().size());
            assertThat(group.bestRank()).isLessThanOrEqualTo(group.worstRank());
            assertThat(group.variance()).isPositive();
        }
        assertThat(shrinkage.ranking().stream().map(ShrunkenGroup::rank))
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(
                                1, shrinkage.groups().size())
                        .boxed()
                        .toList());
    }

    @Property
    void rankBoundsAreThoseOfTheObviousDoubleLoop(@ForAll("groups") Grouped<Integer, RatingTally> groups) {
        List<ShrunkenGroup<Integer>> all = Shrinkage.of(NPS, groups).groups();
        double each = Math.pow(0.95, 1.0 / all.size());
        double z = org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                .inverseSurvivalProbability((1 - each) / 2);
        for (ShrunkenGroup<Integer> mine : all) {
            int better = 0;
            int worse = 0;
            for (ShrunkenGroup<Integer> other : all) {
                double gap = other.value() - mine.value();
                double reach = z * (Math.sqrt(mine.variance()) + Math.sqrt(other.variance()));
                better += gap > reach + 1e-9 ? 1 : 0;
                worse += -gap > reach + 1e-9 ? 1 : 0;
            }
            assertThat(mine.bestRank()).isEqualTo(1 + better);
            assertThat(mine.worstRank()).isEqualTo(all.size() - worse);
        }
    }

    @Property
    void restrictedLikelihoodIsGreatestWhereItIsSaidToBe(@ForAll("groups") Grouped<Integer, RatingTally> groups) {
        Shrinkage<Integer> shrinkage = Shrinkage.of(NPS, BetweenVariance.REML, groups);
        double[] values =
                shrinkage.groups().stream().mapToDouble(ShrunkenGroup::value).toArray();
        double[] variances =
                shrinkage.groups().stream().mapToDouble(ShrunkenGroup::variance).toArray();
        double found = deviance(values, variances, shrinkage.effects().tau2());
        for (double tau2 = 0; tau2 < 40_000; tau2 = 1.3 * tau2 + 0.1) {
            assertThat(found).isLessThanOrEqualTo(deviance(values, variances, tau2) + 1e-9);
        }
    }

    private static double deviance(double[] values, double[] variances, double tau2) {
        return WeightedGroups.of(values, variances, tau2).deviance(variances, tau2);
    }

    @Property
    void pauleAndMandelMakeTheWeightedSquaresWhatIsExpected(@ForAll("groups") Grouped<Integer, RatingTally> groups) {
        Shrinkage<Integer> shrinkage = Shrinkage.of(NPS, BetweenVariance.PAULE_MANDEL, groups);
        double tau2 = shrinkage.effects().tau2();
        double[] values =
                shrinkage.groups().stream().mapToDouble(ShrunkenGroup::value).toArray();
        double[] variances =
                shrinkage.groups().stream().mapToDouble(ShrunkenGroup::variance).toArray();
        double squares = WeightedGroups.of(values, variances, tau2).squares();
        if (tau2 > 0) {
            assertThat(squares).isCloseTo(values.length - 1.0, within(1e-9 * values.length));
        } else {
            assertThat(squares).isLessThanOrEqualTo(values.length - 1.0);
        }
    }

    @Property
    void funnelLimitsNarrowWithAnswersAndStayOnTheScale(@ForAll("groups") Grouped<Integer, RatingTally> groups) {
        if (NPS.variance(groups.total()) == 0) {
            return;
        }
        FunnelPlot<Integer> plot = FunnelPlot.of(NPS, groups);
        Interval last = plot.limits(1, 0.998);
        for (long n = 2; n < 1_000_000; n *= 3) {
            Interval limits = plot.limits(n, 0.998);
            Interval widened = plot.widenedLimits(n, 0.998);
            assertThat(limits.low()).isBetween(last.low(), plot.target());
            assertThat(limits.high()).isBetween(plot.target(), last.high());
            assertThat(widened.low()).isBetween(-100.0, limits.low());
            assertThat(widened.high()).isBetween(limits.high(), 100.0);
            last = limits;
        }
        plot.points().forEach(point -> assertThat(point.adjustedPValue()).isBetween(point.pValue(), 1.0));
    }
}
