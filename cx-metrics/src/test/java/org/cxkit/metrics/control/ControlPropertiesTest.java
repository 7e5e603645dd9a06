package org.cxkit.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;

/** Charts beside the loops one would write after their definitions. */
class ControlPropertiesTest {
    private static final Scoring NPS = Scoring.nps();
    private static final Baseline NORMAL = Baseline.given(Characteristic.share("CSAT"), 0.8, 0.4);

    @Provide
    Arbitrary<List<Subgroup>> series() {
        Arbitrary<Subgroup> period = Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.doubles().between(0.4, 1))
                .as((n, share) -> Subgroup.ofShare(Math.round(n * share), n));
        return period.list().ofMaxSize(40);
    }

    @Property(tries = 200)
    void sumsAndTheirChangePointsFollowTheDefinition(@ForAll("series") List<Subgroup> series) {
        ControlChart chart = ControlChart.of(Cusum.of(NORMAL, 0.5, 3, Cusum.AfterSignal.CONTINUE), series);
        double up = 0;
        double down = 0;
        for (int i = 0; i < series.size(); i++) {
            Subgroup period = series.get(i);
            if (period.n() == 0) {
                assertThat(chart.points().get(i).reading().toOptional()).isEmpty();
                continue;
            }
            double z = (period.mean() - 0.8) / (0.4 / Math.sqrt((double) period.n()));
            up = Math.max(0, up + z - 0.5);
            down = Math.max(0, down - z - 0.5);
            ControlChart.Reading reading =
                    chart.points().get(i).reading().toOptional().orElseThrow();
            assertThat(reading.statistic()).isEqualTo(up >= down ? up : -down);
            if (up > 3 || down > 3) {
                Signal signal = reading.signal();
                assertThat(signal).isNotNull();
                assertThat(signal.direction()).isEqualTo(up > down ? Signal.Direction.UP : Signal.Direction.DOWN);
                assertThat(signal.since()).isEqualTo(lastZero(series, i, up > down ? 1 : -1) + 1);
                Subgroup since =
                        series.subList((int) signal.since(), i + 1).stream().reduce(Subgroup.EMPTY, Subgroup::plus);
                assertThat(signal.n()).isEqualTo(since.n());
                assertThat(signal.shift()).isCloseTo(since.mean() - 0.8, within(1e-12)); // a sum of rounded means
            } else {
                assertThat(reading.signal()).isNull();
            }
        }
    }

    private static int lastZero(List<Subgroup> series, int end, int sign) {
        int last = -1;
        double sum = 0;
        for (int i = 0; i <= end; i++) {
            if (series.get(i).n() > 0) {
                double z = (series.get(i).mean() - 0.8)
                        / (0.4 / Math.sqrt((double) series.get(i).n()));
                sum = Math.max(0, sum + sign * z - 0.5);
            }
            last = sum <= 1e-12 ? i : last;
        }
        return last;
    }

    @Property(tries = 200)
    void theMovingAverageFollowsItsWeights(@ForAll("series") List<Subgroup> series) {
        Ewma chart = Ewma.of(NORMAL, 0.3, 2.5);
        List<Subgroup> seen = new ArrayList<>();
        for (Subgroup period : series) {
            boolean signals = chart.update(period);
            if (period.n() > 0) {
                seen.add(period);
            }
            double z = 0.8 * Math.pow(0.7, seen.size());
            double variance = 0;
            for (int i = 0; i < seen.size(); i++) {
                double weight = 0.3 * Math.pow(0.7, seen.size() - 1 - i);
                z += weight * seen.get(i).mean();
                variance += weight * weight * 0.16 / (double) seen.get(i).n();
            }
            // 1e-12: the recursion and the powers round apart
            assertThat(chart.statistic()).isCloseTo(z, within(1e-12));
            assertThat(chart.sigma()).isCloseTo(Math.sqrt(variance), within(1e-12));
            double beyond = Math.abs(z - 0.8) - 2.5 * Math.sqrt(variance);
            if (period.n() > 0 && Math.abs(beyond) > 1e-9) {
                assertThat(signals).isEqualTo(beyond > 0);
            }
        }
    }

    @Property(tries = 200)
    void theRulesFollowTheirWords(@ForAll("series") List<Subgroup> series) {
        Shewhart chart = Shewhart.of(NORMAL)
                .watching(Shewhart.Rule.TWO_OF_THREE, Shewhart.Rule.FOUR_OF_FIVE, Shewhart.Rule.EIGHT_IN_A_ROW);
        List<Double> zs = new ArrayList<>();
        for (Subgroup period : series) {
            chart.update(period);
            if (period.n() == 0) {
                assertThat(chart.rules()).isEmpty();
                continue;
            }
            zs.add((period.mean() - 0.8) / (0.4 / Math.sqrt((double) period.n())));
            assertThat(chart.rules().contains(Shewhart.Rule.TWO_OF_THREE))
                    .isEqualTo(Math.max(beyond(zs, 3, 2, 1), beyond(zs, 3, 2, -1)) >= 2);
            assertThat(chart.rules().contains(Shewhart.Rule.FOUR_OF_FIVE))
                    .isEqualTo(Math.max(beyond(zs, 5, 1, 1), beyond(zs, 5, 1, -1)) >= 4);
            assertThat(chart.rules().contains(Shewhart.Rule.EIGHT_IN_A_ROW))
                    .isEqualTo(Math.max(beyond(zs, 8, 0, 1), beyond(zs, 8, 0, -1)) == 8);
        }
    }

    private static long beyond(List<Double> zs, int window, double limit, int sign) {
        return zs.subList(Math.max(0, zs.size() - window), zs.size()).stream()
                .filter(z -> sign * z > limit)
                .count();
    }

    @Property(tries = 100)
    void theOrderOfAnswersWithinAPeriodIsNothingToAChart(@ForAll("answers") List<Integer> answers, @ForAll long seed) {
        List<Integer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, new Random(seed));
        Subgroup period = Subgroup.of(Nps.of(answers));
        assertThat(Subgroup.of(Nps.of(shuffled))).isEqualTo(period);
        assertThat(Subgroup.of(NPS, RatingTally.of(RatingScale.ZERO_TO_TEN, shuffled)))
                .isEqualTo(Subgroup.of(NPS, RatingTally.of(RatingScale.ZERO_TO_TEN, answers)));
    }

    @Provide
    Arbitrary<List<Integer>> answers() {
        return Arbitraries.integers().between(0, 10).list().ofMinSize(1).ofMaxSize(50);
    }

    @Property(tries = 100)
    void theRatioSumFollowsTheDefinition(@ForAll("scores") List<Integer> scores) {
        List<Double> normal = List.of(0.2, 0.2, 0.6);
        List<Double> changed = List.of(0.35, 0.25, 0.4);
        LlrCusum chart = LlrCusum.of(
                new LogLikelihoodRatio(Characteristic.NET_SHARE, normal, changed), 1, Cusum.AfterSignal.RESTART);
        double sum = 0;
        int since = 0;
        for (int i = 0; i < scores.size(); i++) {
            int score = scores.get(i);
            sum = Math.max(0, sum + Math.log(changed.get(score + 1) / normal.get(score + 1)));
            if (sum <= 1e-12) {
                since = i + 1;
            }
            assertThat(chart.update(score)).isEqualTo(sum > 1);
            assertThat(chart.sum()).isEqualTo(sum);
            if (sum > 1) {
                Signal signal = chart.signal().orElseThrow();
                assertThat(signal.since()).isEqualTo(since);
                assertThat(signal.at()).isEqualTo(i);
                assertThat(signal.direction()).isEqualTo(Signal.Direction.DOWN);
                sum = 0;
                since = i + 1;
            }
        }
    }

    @Provide
    Arbitrary<List<Integer>> scores() {
        return Arbitraries.integers().between(-1, 1).list().ofMaxSize(80);
    }

    @Property(tries = 50)
    void aTiltedChangeHasTheMeanThatIsAskedFor(
            @ForAll("shares") List<Double> shares, @ForAll("means") double changedMean) {
        Characteristic ease = Characteristic.of(Scoring.mean(new RatingScale(1, shares.size())));
        double normalMean = IntStream.range(0, shares.size())
                .mapToDouble(i -> (i + 1) * shares.get(i))
                .sum();
        Assume.that(Math.abs(1 + changedMean - normalMean) > 1e-9); // a change to the normal mean is refused
        LogLikelihoodRatio ratio = LogLikelihoodRatio.tilted(ease, shares, 1 + changedMean);
        // 1e-12: the root is found to some last places
        assertThat(ratio.changedMean()).isCloseTo(1 + changedMean, within(1e-12));
        double step = ratio.weight(2) - ratio.weight(1);
        for (int score = 2; score <= shares.size(); score++) {
            // 1e-9: logarithms of small shares
            assertThat(ratio.weight(score) - ratio.weight(score - 1)).isCloseTo(step, within(1e-9));
        }
    }

    @Provide
    Arbitrary<List<Double>> shares() {
        return Arbitraries.integers()
                .between(1, 100)
                .list()
                .ofMinSize(3)
                .ofMaxSize(7)
                .map(counts -> {
                    double sum = counts.stream().mapToInt(Integer::intValue).sum();
                    return counts.stream().map(count -> count / sum).toList();
                });
    }

    @Provide
    Arbitrary<Double> means() {
        return Arbitraries.doubles().between(0.1, 1.9);
    }
}
