package org.cxkit.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class CompositeIndexTest {
    private static final int SKIPPED = Integer.MIN_VALUE;
    private static final IndexItem QUALITY = new IndexItem("quality", RatingScale.ONE_TO_FIVE, 0.5);
    private static final IndexItem EFFORT = new IndexItem("effort", new RatingScale(1, 7, true), 0.3);
    private static final IndexItem PRICE = new IndexItem("price", RatingScale.ZERO_TO_TEN, 0.2);
    private static final CompositeIndex SERVICE = CompositeIndex.of("service", QUALITY, EFFORT, PRICE);

    @Test
    void aScoreIsTheWeightedMeanFromWorstToBest() {
        // by hand: .5 · 75 + .3 · 100 + .2 · 40
        assertThat(SERVICE.score(4, 1, 4)).isEqualTo(Outcome.of(75.5));
        assertThat(SERVICE.score(5, 1, 10)).isEqualTo(Outcome.of(100.0));
        assertThat(SERVICE.score(1, 7, 0)).isEqualTo(Outcome.of(0.0));
    }

    @Test
    void whoLeftOutAQuestionHasNoScoreUnlessEnoughIsAvailable() {
        assertThat(SERVICE.score(4, SKIPPED, 4)).isEqualTo(Outcome.noData("no answer to effort"));
        CompositeIndex two = SERVICE.available(2);
        // by hand: (.5 · 75 + .2 · 40) / .7
        assertThat(two.score(4, SKIPPED, 4).toOptional().orElseThrow()).isCloseTo(65, within(1e-12));
        assertThat(two.score(4, SKIPPED, SKIPPED)).isEqualTo(Outcome.noData("no answer to effort, price"));
    }

    @Test
    void theSentenceSaysWhatIsMissing() {
        int[][] respondents = {{4, 1, 4}, {5, SKIPPED, 10}, {3, 4, SKIPPED}, {SKIPPED, SKIPPED, 5}, {2, 2, 2}};
        assertThat(IndexScore.of(SERVICE, respondents))
                .hasToString("service 58.5 (95 % 0.0 to 100.0), n 2, 3 unscored"
                        + " (1 missing in quality, 2 missing in effort, 1 missing in price)");
        // by hand: the scores 75.5, 100, 50 and 41.5, with t 3.1824 for three degrees of freedom
        assertThat(IndexScore.of(SERVICE.available(2), respondents))
                .hasToString("service 66.8 (95 % 24.6 to 100.0), n 4, 1 unscored, 2 partial"
                        + " (1 missing in quality, 2 missing in effort, 1 missing in price)");
        assertThat(IndexScore.of(SERVICE, new int[] {4, 1, 4})).hasToString("service 75.5, n 1");
        assertThat(IndexScore.of(SERVICE)).hasToString("service undefined, n 0");
    }

    @Test
    void anAnswerOffItsScaleIsReadLenientlyAndSaidWhereItWas() {
        // five respondents, of whom the second has a 9 on the scale 1..5 and the fourth a 0 on 1..7
        byte[][] columns = {{4, 9, 3, Byte.MIN_VALUE, 2}, {1, 4, 4, 0, 2}, {4, 10, Byte.MIN_VALUE, 5, 2}};
        IndexAccumulator listwise = IndexAccumulator.create(SERVICE);
        assertThat(listwise.addAllLenient(columns, 0, 5)).containsExactly(1, 3);
        assertThat(IndexScore.of(listwise.result()))
                .hasToString("service 58.5 (95 % 0.0 to 100.0), n 2, 3 unscored (1 missing in quality, 1 invalid in"
                        + " quality, 1 invalid in effort, 1 missing in price)");
        assertThat(listwise)
                .hasToString("service of 2 respondents, 3 unscored (1 missing in quality, 1 invalid in quality,"
                        + " 1 invalid in effort, 1 missing in price)");
        IndexAccumulator available = IndexAccumulator.create(SERVICE.available(2));
        available.addAllLenient(columns, 0, 5);
        // by hand: 75.5, (.3 · 50 + .2 · 100) / .5 = 70, (.5 · 50 + .3 · 50) / .8 = 50 and 41.5; their mean is 59.25
        IndexScore score = IndexScore.of(available.result());
        assertThat(score.score()).isCloseTo(59.25, within(1e-12));
        assertThat(List.of(score.n(), score.unscored(), score.partial())).containsExactly(4L, 1L, 2L);
        assertThat(score.missing()).containsExactly(1L, 0L, 1L);
        assertThat(score.invalid()).containsExactly(1L, 1L, 0L);
    }

    @Test
    void aRangeOfColumnsIsReadLenientlyOnReversedScalesToo() {
        // the first and the last respondent, outside of the range, have nothing on its scale
        byte[][] columns = {{99, 9, 3, Byte.MIN_VALUE, 0}, {0, 2, 7, 8, 8}, {-1, 10, Byte.MIN_VALUE, 5, 11}};
        IndexAccumulator lenient = IndexAccumulator.create(SERVICE.available(2));
        assertThat(lenient.addAllLenient(columns, 1, 4)).containsExactly(1, 3);
        IndexScore score = IndexScore.of(lenient.result());
        // by hand: (.3 · 250/3 + .2 · 100) / .5 = 90 and (.5 · 50 + .3 · 0) / .8 = 31.25; the third has one answer
        assertThat(score.score()).isCloseTo(60.625, within(1e-12));
        assertThat(List.of(score.n(), score.unscored(), score.partial())).containsExactly(2L, 1L, 2L);
        assertThat(score.missing()).containsExactly(1L, 0L, 1L);
        assertThat(score.invalid()).containsExactly(1L, 1L, 0L);
        assertThat(lenient.addLenient(4, 8, Integer.MIN_VALUE)).isTrue();
        assertThat(lenient.addLenient(4, 1, Integer.MIN_VALUE)).isFalse();
        assertThat(lenient.result().invalid()).containsExactly(1, 2, 0);
    }

    @Test
    void theCountsOfAScoreAreChecked() {
        List<Long> none = List.of(0L, 0L, 0L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexScore(SERVICE, 1, 0, 0, none, List.of(0L, -1L, 0L), 50, 0))
                .withMessage("counts must not be negative, nor partial above n: n=1, unscored=0, partial=0,"
                        + " missing=[0, 0, 0], invalid=[0, -1, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexScore(SERVICE, 1, 0, 0, none, List.of(0L), 50, 0))
                .withMessage("wanted 3 counts of missing and of invalid answers for the items of service, got 3 and 1");
    }

    @Test
    void aScoreOfNobodyIsUndefined() {
        IndexScore nobody = IndexScore.of(SERVICE);
        assertThatIllegalStateException().isThrownBy(nobody::score).withMessage("service is undefined for 0 scores");
        assertThatIllegalStateException()
                .isThrownBy(nobody::sd)
                .withMessage("the standard deviation of service takes two scores, there are 0");
        assertThat(nobody.interval()).isEqualTo(Outcome.noData("0 scores, an interval takes two"));
    }

    @Test
    void weightsAddUpToOneOrAreMadeTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeIndex.of("service", QUALITY, PRICE))
                .withMessage("the weights of service must add up to 1, got 0.7 (quality 0.5, price 0.2):"
                        + " normalise them");
        CompositeIndex normalised = CompositeIndex.normalised("service", QUALITY, PRICE);
        assertThat(normalised.items()).extracting(IndexItem::weight).containsExactly(0.5 / 0.7, 0.2 / 0.7);
        assertThat(new CompositeIndex(
                                "near",
                                List.of(
                                        new IndexItem("a", RatingScale.ONE_TO_FIVE, 0.5),
                                        new IndexItem("b", RatingScale.ONE_TO_FIVE, 0.5 + 9e-10)),
                                2)
                        .minimum())
                .isEqualTo(2);
    }

    @Test
    void aBadCallNamesTheItem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVICE.score(4, 8, 4))
                .withMessage("effort off the scale 1..7 (1 is best): 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexAccumulator.create(SERVICE).addAll(new byte[][] {{1, 2}, {1, 1}, {1, 11}}, 0, 2))
                .withMessage("price[1] off the scale 0..10: 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVICE.score(4, 8))
                .withMessage("wanted 3 answers for the items of service (quality, effort, price), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeIndex.normalised("service", QUALITY, QUALITY))
                .withMessage("the items of service must have different names, got quality twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVICE.available(4))
                .withMessage("the fewest answers that service takes must be from 1 to 3, got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexItem("price", RatingScale.ZERO_TO_TEN, Double.NaN))
                .withMessage("the weight of price must be a number above 0, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexAccumulator.create(SERVICE).merge(IndexAccumulator.create(SERVICE.available(2))))
                .withMessage("tallies of different indices do not merge: service of quality (1..5, weight 0.5), effort"
                        + " (1..7 (1 is best), weight 0.3), price (0..10, weight 0.2) and service of quality (1..5,"
                        + " weight 0.5), effort (1..7 (1 is best), weight 0.3), price (0..10, weight 0.2), from 2"
                        + " answers");
    }

    @Test
    void susIsAskedTenTimesAndItsEvenStatementsAreNegative() {
        // by hand: all best, all worst, all in the middle
        assertThat(CompositeIndex.SUS.score(5, 1, 5, 1, 5, 1, 5, 1, 5, 1)).isEqualTo(Outcome.of(100.0));
        assertThat(IndexScore.of(CompositeIndex.SUS, new int[] {3, 3, 3, 3, 3, 3, 3, 3, 3, 3})
                        .score())
                .isCloseTo(50, within(1e-12));
    }

    @Test
    void digitalDimensionsMakeOneWeightedScorecard() {
        CompositeIndex index = DigitalDimension.index(
                RatingScale.ONE_TO_FIVE,
                Map.of(DigitalDimension.COMMUNICATION, 1.0, DigitalDimension.INFORMATION, 3.0));
        assertThat(index.items())
                .extracting(IndexItem::name)
                .containsExactly(
                        "information: relevant",
                        "information: reliable",
                        "information: accessible",
                        "communication: effective",
                        "communication: efficient");
        // by hand: information, all best, weighs 3 of 4; communication is all worst
        assertThat(index.score(5, 5, 5, 1, 1).toOptional().orElseThrow()).isCloseTo(75, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitalDimension.INFORMATION.item("quick"))
                .withMessage("wanted one of [relevant, reliable, accessible], got quick");
    }
}
