package org.cxkit.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.stream.Stream;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class WeightedTallyTest {
    private static final RatingScale FIVE = RatingScale.ONE_TO_FIVE;

    @Test
    void eachAnswerIsCountedOnceAndOnlyThoseWithAWeightAreValid() {
        WeightedTally tally = WeightedTally.of(
                FIVE, new int[] {5, 5, 1, 3, Integer.MIN_VALUE, Integer.MIN_VALUE}, new double[] {2, 0.5, 4, 0, 1, 0});
        assertThat(tally.count(5)).isEqualTo(new WeightedCount(2, 2.5, 4.25));
        assertThat(tally.count(1)).isEqualTo(new WeightedCount(1, 4, 16));
        assertThat(tally.count(3)).isEqualTo(WeightedCount.NONE);
        assertThat(tally.total()).isEqualTo(new WeightedCount(3, 6.5, 20.25));
        assertThat(tally.count(5, 4)).isEqualTo(WeightedCount.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.count(5, 6))
                .withMessage("rating off the scale 1..5: 6");
        assertThat(List.of(tally.valid(), tally.zeroWeight(), tally.missing(), tally.invalid(), tally.received()))
                .containsExactly(3L, 1L, 2L, 0L, 6L);
        assertThat(tally)
                .hasToString("3 ratings on 1..5 {1=1 (weight 4.0), 5=2 (weight 2.5)}, 1 of weight 0, 2 missing");
    }

    @Test
    void aRefusedRowIsNamedWithWhatWasWanted() {
        WeightedAccumulator all = WeightedAccumulator.create(FIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.addAll(new byte[] {1, 5, 6, 7}, new double[] {1, 1, 1, 1}, 1, 4))
                .withMessage("ratings[2] off the scale 1..5: 6");
        for (double bad : new double[] {-1, -0.001, Double.NaN, Double.POSITIVE_INFINITY, 1e101, 1e-101}) {
            String wanted = "must be 0 or from 1.0E-100 to 1.0E100, got " + bad;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> all.addAll(new byte[] {1, 5}, new double[] {1, bad}, 0, 2))
                    .withMessage("weights[1] " + wanted);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WeightedTally.of(FIVE, new int[] {1, 5}, new double[] {1, bad}))
                    .withMessage("weights[1] " + wanted);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WeightedCount.of(1, bad))
                    .withMessage("weights[1] " + wanted);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> all.add(1, bad))
                    .withMessage("a weight " + wanted);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedTally.of(FIVE, new int[] {1, 0}, new double[] {1, 1}))
                .withMessage("ratings[1] off the scale 1..5: 0");
        assertThat(all.result().isEmpty()).isTrue();
    }

    @Test
    void aLenientColumnCountsWhatItRefusesAndSaysWhere() {
        WeightedAccumulator all = WeightedAccumulator.create(FIVE);
        byte[] ratings = new byte[60];
        double[] weights = new double[60];
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = (byte) (i % 3 == 0 ? 9 : 4);
            weights[i] = i == 40 ? Double.NaN : 2;
        }
        ratings[41] = Byte.MIN_VALUE;
        int[] refused = all.addAllLenient(ratings, weights, 2, 60);
        assertThat(refused).hasSize(20).startsWith(3, 6, 9).contains(40).isSorted();
        assertThat(all.result().count(4)).isEqualTo(new WeightedCount(37, 74, 148));
        assertThat(all.result().missing()).isEqualTo(1);
        assertThat(all.result().invalid()).isEqualTo(20);
        assertThat(all.result().received()).isEqualTo(58);
    }

    @Test
    void columnsAreCountedByKey() {
        String[] keys = {"web", "web", "shop", "web"};
        byte[] ratings = {5, 4, 1, Byte.MIN_VALUE};
        double[] weights = {1, 2, 3, 4};
        Grouped<String, WeightedTally> by = WeightedTally.by(FIVE, keys, ratings, weights);
        assertThat(by.keys()).containsExactly("shop", "web");
        assertThat(by.get("web").orElseThrow().total()).isEqualTo(new WeightedCount(2, 3, 5));
        assertThat(by.total()).isEqualTo(WeightedTally.of(FIVE, new int[] {5, 4, 1, Integer.MIN_VALUE}, weights));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedTally.by(FIVE, keys, ratings, new double[3]))
                .withMessage("wanted as many weights as ratings, got 3 and 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedTally.by(FIVE, new String[5], ratings, weights))
                .withMessage("wanted as many keys as ratings, got 5 and 4");
        assertThatNullPointerException()
                .isThrownBy(() -> WeightedTally.by(FIVE, new String[] {"a", "a", null, "b"}, ratings, weights))
                .withMessage("keys[2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedTally.by(FIVE, keys, new byte[] {5, 4, 1, 0}, weights))
                .withMessage("ratings[3] off the scale 1..5: 0");
    }

    @Test
    void aTallyWithoutWeightsTakesOneForAll() {
        RatingTally plain = RatingTally.ofCounts(FIVE, new long[] {1, 0, 0, 2, 4}, 3, 5);
        WeightedTally weighted = WeightedTally.of(plain, 0.5);
        assertThat(weighted.total()).isEqualTo(new WeightedCount(7, 3.5, 1.75));
        assertThat(weighted.missing()).isEqualTo(3);
        assertThat(weighted.invalid()).isEqualTo(5);
        assertThat(weighted.times(2).total()).isEqualTo(new WeightedCount(7, 7, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weighted.times(0))
                .withMessage("a factor must be above 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weighted.times(1e300))
                .withMessage("no 1 weights above 0 have the sum 5.0E299 and the sum of squares Infinity");
    }

    @Test
    void elementsAreCollected() {
        record Answer(int rating, double weight) {}
        assertThat(Stream.of(new Answer(5, 2), new Answer(1, 3))
                        .collect(WeightedTally.collector(FIVE, Answer::rating, Answer::weight)))
                .isEqualTo(WeightedTally.of(FIVE, new int[] {5, 1}, new double[] {2, 3}));
    }

    @Test
    void smallAndLargeWeightsAddUpExactly() {
        WeightedAccumulator all = WeightedAccumulator.create(FIVE);
        all.add(5, 1e16);
        for (int i = 0; i < 1000; i++) {
            all.add(5, 1);
        }
        // a plain sum of doubles stays at 1e16, as each 1 is rounded away
        assertThat(all.result().count(5).weight()).isEqualTo(1e16 + 1000);
        assertThat(all.merge(all.copy()).result().count(5).weight()).isEqualTo(2e16 + 2000);
    }

    @Test
    void sumsThatNoWeightsHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedCount(2, 3, 4))
                .withMessage("no 2 weights above 0 have the sum 3.0 and the sum of squares 4.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedCount(2, 3, 9.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedCount(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedCount(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedCount(-1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedCount(1, Double.NaN, 1));
    }
}
