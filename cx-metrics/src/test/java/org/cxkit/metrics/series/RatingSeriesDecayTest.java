package org.cxkit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.weight.WeightedCount;
import org.cxkit.metrics.weight.WeightedNps;
import org.cxkit.metrics.weight.WeightedTally;
import org.junit.jupiter.api.Test;

class RatingSeriesDecayTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant NOW = Instant.parse("2024-05-20T00:00:00Z");

    private static RatingSeries series(long[] ageSeconds, Instant now) {
        byte[] ratings = new byte[ageSeconds.length];
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = (byte) (Math.abs(ageSeconds[i]) % 11);
        }
        return RatingSeries.of(
                SCALE, Arrays.stream(ageSeconds).mapToObj(now::minusSeconds).toArray(Instant[]::new), ratings);
    }

    @Test
    void anAnswerCountsHalfAfterEachHalfLife() {
        RatingSeries series = RatingSeries.of(
                SCALE,
                new Instant[] {
                    NOW, NOW.minus(WEEK), NOW.minus(WEEK.multipliedBy(2)), NOW.minusSeconds(5), NOW.plusSeconds(1)
                },
                new byte[] {10, 3, 8, Byte.MIN_VALUE, 0});
        WeightedNps nps = WeightedNps.of(series.decayed(NOW, WEEK));
        // by hand: 1 promoter, 1/2 detractor, 1/4 passive; squares 1 + 1/4 + 1/16
        assertThat(nps)
                .isEqualTo(new WeightedNps(
                        new WeightedCount(1, 1, 1),
                        new WeightedCount(1, 0.25, 0.0625),
                        new WeightedCount(1, 0.5, 0.25),
                        0,
                        1,
                        0));
        assertThat(nps.share()).isEqualTo(0.5 / 1.75);
        assertThat(nps.sample().effectiveN()).isCloseTo(7.0 / 3, within(1e-15)); // rounding of two divisions
        // by hand: 4/3, 1/3, 2/3 of 7/3 responses and three more; 0.125 -+ 1.959964 sqrt(0.640625 / 5.3333)
        assertThat(nps)
                .hasToString("weighted NPS 28.6 (95 % -55.4 to 80.4), n 3 (effective 2.3): 57.1 % promoters,"
                        + " 14.3 % passives, 28.6 % detractors, 1 missing");
    }

    @Test
    void anAnswerOlderThan332HalfLivesHasNoWeight() {
        WeightedTally ancient = series(new long[] {332, 333}, NOW).decayed(NOW, Duration.ofSeconds(1));
        assertThat(ancient.valid()).isEqualTo(1);
        assertThat(ancient.zeroWeight()).isEqualTo(1);
        assertThat(series(new long[0], NOW).decayed(NOW, WEEK)).isEqualTo(WeightedTally.empty(SCALE));
    }

    /** 400,000 years are more microseconds than a long counts. */
    @Test
    void anAgeThatNoLongHoldsIsAnAge() {
        Instant late = Instant.parse("+200000-01-01T00:00:00Z");
        long seconds = 400_000L * 365 * 86_400;
        WeightedTally decayed = series(new long[] {0, seconds}, late).decayed(late, Duration.ofSeconds(seconds));
        assertThat(decayed.total().weight()).isEqualTo(1.5);
    }

    @Test
    void aHalfLifeOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series(new long[0], NOW).decayed(NOW, Duration.ZERO))
                .withMessage("a half-life must be longer than nothing, got PT0S");
    }

    @Provide
    Arbitrary<long[]> ages() {
        return Arbitraries.longs()
                .between(0, 5_000_000)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property
    void shiftingAllTimesAndTheInstantChangesNothing(
            @ForAll("ages") long[] ages, @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long shift) {
        Instant later = NOW.plusSeconds(shift);
        assertThat(series(ages, later).decayed(later, WEEK))
                .isEqualTo(series(ages, NOW).decayed(NOW, WEEK));
    }

    @Property
    void asTimeGoesByAllWeightsFallAlike(@ForAll("ages") long[] ages) {
        WeightedNps now = WeightedNps.of(series(ages, NOW).decayed(NOW, WEEK));
        WeightedNps nextWeek = WeightedNps.of(series(ages, NOW).decayed(NOW.plus(WEEK), WEEK));
        double weight = now.sample().weight();
        // rounding of at most 30 powers and their sum
        assertThat(nextWeek.sample().weight()).isCloseTo(weight / 2, within(1e-13 * weight));
        assertThat(nextWeek.share()).isCloseTo(now.share(), within(1e-13));
        assertThat(nextWeek.sample().effectiveN())
                .isCloseTo(now.sample().effectiveN(), within(1e-13 * ages.length))
                .isBetween(1 - 1e-13, ages.length * (1 + 1e-13));
    }

    @Property
    void aLongHalfLifeGivesTheScoreWithoutDecay(@ForAll("ages") long[] ages) {
        RatingSeries series = series(ages, NOW);
        WeightedNps nps = WeightedNps.of(series.decayed(NOW, Duration.ofDays(3_650_000_000L)));
        // ages of at most 58 days in 10 million years: weights fall short of 1 by less than 1e-8
        assertThat(nps.score()).isCloseTo(Nps.of(series.tally()).score(), within(1e-5));
        assertThat(nps.sample().effectiveN()).isCloseTo(ages.length, within(1e-6));
    }
}
