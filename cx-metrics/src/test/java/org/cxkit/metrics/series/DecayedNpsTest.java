package org.cxkit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
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
import org.junit.jupiter.api.Test;

class DecayedNpsTest {
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
        DecayedNps nps = DecayedNps.of(series, NOW, WEEK);
        // by hand: 1 promoter, 1/2 detractor, 1/4 passive; squares 1 + 1/4 + 1/16
        assertThat(nps).isEqualTo(new DecayedNps(NOW, WEEK, 1, 0.25, 0.5, 1.3125, 3, 1, 0));
        assertThat(nps.weight()).isEqualTo(1.75);
        assertThat(nps.share()).isEqualTo(0.5 / 1.75);
        assertThat(nps.score()).isEqualTo(100 * (0.5 / 1.75));
        assertThat(nps.effectiveResponses()).isCloseTo(7.0 / 3, within(1e-15)); // rounding of two divisions
        // by hand: 4/3, 1/3, 2/3 of 7/3 responses and three more; 0.125 -+ 1.959964 sqrt(0.640625 / 5.3333)
        assertThat(nps)
                .hasToString(
                        "NPS of half-life PT168H at 2024-05-20T00:00:00Z 28.6 (95 % -55.4 to 80.4), effective n 2.3,"
                                + " n 3, 1 missing");
        assertThat(nps.interval().level()).isEqualTo(0.95);
    }

    @Test
    void nothingHasNoScore() {
        DecayedNps nothing = DecayedNps.of(series(new long[0], NOW), NOW, WEEK);
        assertThat(nothing).hasToString("NPS of half-life PT168H at 2024-05-20T00:00:00Z undefined, n 0");
        assertThatIllegalStateException()
                .isThrownBy(nothing::share)
                .withMessage("decayed NPS is undefined for 0 responses");
        DecayedNps ancient = DecayedNps.of(series(new long[] {4000}, NOW), NOW, Duration.ofSeconds(1));
        assertThat(ancient.responses()).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(ancient::score)
                .withMessage("decayed NPS is undefined: all responses are too old to have any weight");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecayedNps.of(series(new long[0], NOW), NOW, Duration.ZERO))
                .withMessage("a half-life must be longer than nothing, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DecayedNps.of(RatingSeries.of(RatingScale.ONE_TO_FIVE, new long[0], new byte[0]), NOW, WEEK))
                .withMessage("the bands 0-6|7-8|9-10 divide the scale 0..10, the series is on 1..5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecayedNps(NOW, WEEK, 1, Double.NaN, 0, 1, 1, 0, 0))
                .withMessage("sums of weights must be finite and not negative: promoters=1.0, passives=NaN,"
                        + " detractors=0.0, squares=1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecayedNps(NOW, WEEK, 1, 0, 0, 1, 1, -1, 0))
                .withMessage("counts must not be negative: responses=1, missing=-1, invalid=0");
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
        DecayedNps here = DecayedNps.of(series(ages, NOW), NOW, WEEK);
        DecayedNps there = DecayedNps.of(series(ages, later), later, WEEK);
        assertThat(there.share()).isEqualTo(here.share());
        assertThat(there.weight()).isEqualTo(here.weight());
        assertThat(there.squares()).isEqualTo(here.squares());
    }

    @Property
    void asTimeGoesByAllWeightsFallAlike(@ForAll("ages") long[] ages) {
        DecayedNps now = DecayedNps.of(series(ages, NOW), NOW, WEEK);
        DecayedNps nextWeek = DecayedNps.of(series(ages, NOW), NOW.plus(WEEK), WEEK);
        // rounding of at most 30 powers and their sum
        assertThat(nextWeek.weight()).isCloseTo(now.weight() / 2, within(1e-13 * now.weight()));
        assertThat(nextWeek.share()).isCloseTo(now.share(), within(1e-13));
        assertThat(nextWeek.effectiveResponses())
                .isCloseTo(now.effectiveResponses(), within(1e-13 * ages.length))
                .isBetween(1 - 1e-13, ages.length * (1 + 1e-13));
    }

    @Property
    void aLongHalfLifeGivesTheScoreWithoutDecay(@ForAll("ages") long[] ages) {
        RatingSeries series = series(ages, NOW);
        DecayedNps nps = DecayedNps.of(series, NOW, Duration.ofDays(3_650_000_000L));
        // ages of at most 58 days in 10 million years: weights fall short of 1 by less than 1e-8
        assertThat(nps.score()).isCloseTo(Nps.of(series.tally()).score(), within(1e-5));
        assertThat(nps.effectiveResponses()).isCloseTo(ages.length, within(1e-6));
    }
}
