package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

/** Defects of other tools' comparisons that must be impossible here, one test each, named after the tool. */
class ComparisonPeerDefectsTest {
    private static final Nps GOOD = new Nps(60, 20, 20, 0, 0);
    private static final Nps BAD = new Nps(20, 20, 60, 0, 0);

    @Test
    void cranNpsAndNpsGithubLoseTheSignOfADifference() {
        assertThat(new NpsDifference(GOOD, BAD).value()).isEqualTo(-80);
        assertThat(new NpsDifference(BAD, GOOD).value()).isEqualTo(80);
        assertThat(new NpsDifference(GOOD, BAD).test().statistic().toOptional().orElseThrow())
                .isNegative();
        assertThat(new NpsDifference(GOOD, BAD).interval(0.95).high()).isNegative();
    }

    @Test
    void cranNpsLetsThePValueUnderflowToZero() {
        Nps manyGood = new Nps(600_000, 200_000, 200_000, 0, 0);
        Nps manyBad = new Nps(200_000, 200_000, 600_000, 0, 0);
        assertThat(new NpsDifference(manyGood, manyBad).pValue().toOptional()).contains(1e-300);
        // where 1 - Phi(z) is 0 already but the tail is not: z about -9.6, p about 1e-21
        double p = new NpsDifference(new Nps(70, 20, 10, 0, 0), new Nps(15, 20, 65, 0, 0))
                .pValue()
                .toOptional()
                .orElseThrow();
        assertThat(p).isBetween(1e-30, 1e-17);
    }

    @Test
    void cranNpsReversesTheIntervalOfOneSample() {
        var interval = BenchmarkGap.of(BAD, 10).interval(0.95);
        assertThat(interval.low()).isLessThan(interval.high());
    }

    @Test
    void npsGithubTestsRawScoresInsteadOfBands() {
        // 0 and 6 are both detractors, 9 and 10 both promoters: the scores do not differ, whatever the ratings
        RatingTally extreme = RatingTally.of(RatingScale.ZERO_TO_TEN, 0, 0, 0, 10, 10, 10);
        RatingTally mild = RatingTally.of(RatingScale.ZERO_TO_TEN, 6, 6, 6, 9, 9, 9);
        assertThat(NpsDifference.of(extreme, mild).value()).isZero();
        assertThat(NpsDifference.of(extreme, mild).pValue().toOptional()).contains(1.0);
    }

    @Test
    void npsGithubJudgesNegativeScoresWrongly() {
        // the mirror of two groups differs as surely as they do
        NpsDifference positive = new NpsDifference(new Nps(50, 30, 20, 0, 0), new Nps(70, 20, 10, 0, 0));
        NpsDifference negative = new NpsDifference(new Nps(20, 30, 50, 0, 0), new Nps(10, 20, 70, 0, 0));
        assertThat(negative.pValue()).isEqualTo(positive.pValue());
        assertThat(negative.value()).isEqualTo(-positive.value());
        BenchmarkGap below = BenchmarkGap.of(BAD, 0);
        BenchmarkGap above = BenchmarkGap.of(GOOD, 0);
        assertThat(below.pValue().toOptional().orElseThrow())
                .isCloseTo(above.pValue().toOptional().orElseThrow(), within(1e-15));
        assertThat(below.interval(0.95).high()).isNegative();
    }

    @Test
    void npsGithubGivesLimitsBeyondWhatIsPossible() {
        NpsDifference extremes = new NpsDifference(new Nps(0, 0, 5, 0, 0), new Nps(5, 0, 0, 0, 0));
        assertThat(extremes.interval(0.95).high()).isEqualTo(200);
        assertThat(BenchmarkGap.of(new Nps(5, 0, 0, 0, 0), 20).interval(0.95).high())
                .isEqualTo(80);
    }

    @Test
    void manyToolsTakeOverlappingIntervalsForNoDifference() {
        Nps first = new Nps(50, 30, 20, 0, 0);
        Nps second = new Nps(66, 22, 12, 0, 0);
        assertThat(first.interval().high()).isGreaterThan(second.interval().low());
        assertThat(new NpsDifference(first, second).pValue().toOptional().orElseThrow())
                .isLessThan(0.05);
    }
}
