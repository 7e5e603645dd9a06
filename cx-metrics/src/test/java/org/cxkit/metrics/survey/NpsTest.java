package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.interval.NetSharePosterior;
import org.cxkit.metrics.interval.NetSharePrior;
import org.junit.jupiter.api.Test;

class NpsTest {

    @Test
    void theSentenceSaysScoreIntervalAndCounts() {
        assertThat(Nps.of(List.of(10, 9, 9, 8, 7, 6, 10, 3)))
                .hasToString("NPS 25.0 (95 % -29.4 to 65.8), n 8: 4 promoters, 2 passives, 2 detractors");
        assertThat(new Nps(1, 0, 1, 2, 3))
                .hasToString("NPS 0.0 (95 % -73.3 to 73.3), n 2: 1 promoter, 0 passives, 1 detractor,"
                        + " 2 missing, 3 invalid");
        assertThat(new Nps(0, 0, 0, 1, 0))
                .hasToString("NPS undefined, n 0: 0 promoters, 0 passives, 0 detractors, 1 missing");
    }

    @Test
    void allDoorsGiveTheSameScore() {
        Nps expected = new Nps(2, 1, 1, 0, 0);
        assertThat(Nps.of(List.of(10, 9, 8, 3))).isEqualTo(expected);
        assertThat(Nps.of(10, 9, 8, 3)).isEqualTo(expected);
        assertThat(Nps.of(RatingTally.of(RatingScale.ZERO_TO_TEN, 10, 9, 8, 3))).isEqualTo(expected);
        assertThat(Nps.of(Bands.ONE_TO_FIVE, 5, 5, 4, 3)).isEqualTo(expected);
        assertThat(Nps.of(Bands.ONE_TO_FIVE, List.of(5, 5, 4, 3))).isEqualTo(expected);
    }

    @Test
    void ofNothingTheHeadlineIsUndefined() {
        Nps nothing = Nps.of();
        assertThat(nothing.responses()).isZero();
        assertThatIllegalStateException().isThrownBy(nothing::score).withMessage("NPS is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(nothing::interval)
                .withMessage("the interval of NPS is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(nothing::variance)
                .withMessage("the variance of NPS is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(() -> nothing.percentages(0))
                .withMessage("the share of a band is undefined for 0 responses");
    }

    @Test
    void bytesAndColumnsGiveTheScoreOfTheirTally() {
        byte[] ratings = {10, 9, 8, Byte.MIN_VALUE, 3, 0};
        Nps expected = new Nps(2, 1, 2, 1, 0);
        assertThat(Nps.of(ratings)).isEqualTo(expected);
        assertThat(Nps.of(RatingColumn.of(RatingScale.ZERO_TO_TEN, ratings))).isEqualTo(expected);
        assertThat(Nps.of(Bands.EUROPEAN, RatingColumn.of(RatingScale.ZERO_TO_TEN, ratings)))
                .isEqualTo(Nps.of(Bands.EUROPEAN, RatingTally.of(RatingScale.ZERO_TO_TEN, ratings)))
                .isEqualTo(new Nps(3, 0, 2, 1, 0));
    }

    @Test
    void countsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nps(1, -2, 3, 0, 0))
                .withMessage(
                        "counts must not be negative: promoters=1, passives=-2, detractors=3, missing=0, invalid=0");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Nps(Long.MAX_VALUE, 0, 1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(RatingTally.of(RatingScale.ONE_TO_FIVE, 5)))
                .withMessage("the bands 0-6|7-8|9-10 divide the scale 0..10, the tally is on 1..5");
    }

    @Property
    void theScoreIsTheDoubleNearestToTheExactRatio(
            @ForAll("counts") long promoters, @ForAll("counts") long passives, @ForAll("counts") long detractors) {
        if (promoters + passives + detractors > 0) {
            Nps nps = new Nps(promoters, passives, detractors, 0, 0);
            BigDecimal exact = new BigDecimal(promoters - detractors)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(new BigDecimal(nps.responses()), new MathContext(60));
            assertThat(nps.score()).isEqualTo(exact.doubleValue() + 0.0).isBetween(-100.0, 100.0);
        }
    }

    @Property
    void percentagesAddUpToAHundred(
            @ForAll("counts") long promoters, @ForAll("counts") long passives, @ForAll("counts") long detractors) {
        if (promoters + passives + detractors > 0) {
            for (int digits = 0; digits <= 2; digits++) {
                Map<Band, BigDecimal> shares = new Nps(promoters, passives, detractors, 0, 0).percentages(digits);
                assertThat(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo("100");
            }
        }
    }

    @Provide
    Arbitrary<Long> counts() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE / 3);
    }

    @Test
    void tiesOfRemaindersGoToDetractorsFirst() {
        // by hand: a third each leaves one point, and all remainders are equal
        assertThat(new Nps(1, 1, 1, 0, 0).percentages(0)).hasToString("{DETRACTOR=34, PASSIVE=33, PROMOTER=33}");
        assertThat(new Nps(2, 1, 3, 0, 0).percentages(1)).hasToString("{DETRACTOR=50.0, PASSIVE=16.7, PROMOTER=33.3}");
    }

    @Property
    void intervalsStayWithinThePossible(
            @ForAll("few") long promoters, @ForAll("few") long passives, @ForAll("few") long detractors) {
        Nps nps = new Nps(promoters, passives, detractors, 0, 0);
        if (nps.responses() > 0) {
            for (NetShareInterval method : NetShareInterval.values()) {
                if (!method.definedFor((double) detractors, (double) passives, (double) promoters)) {
                    assertThatIllegalStateException().isThrownBy(() -> nps.interval(method, 0.99));
                    continue;
                }
                Interval interval = nps.interval(method, 0.99);
                assertThat(interval.low()).isGreaterThanOrEqualTo(-100);
                assertThat(interval.high()).isLessThanOrEqualTo(100);
                assertThat(interval.estimate()).isCloseTo(nps.score(), within(1e-12));
            }
        }
    }

    @Provide
    Arbitrary<Long> few() {
        return Arbitraries.longs().between(0, 12);
    }

    @Test
    void theIntervalSaysItsMethodCentreAndClamping() {
        // limits: NPS 2.0.999 nps_test_(test = "adjusted.wald"), 5 promoters of 5
        Interval interval = new Nps(5, 0, 0, 0, 0).interval();
        assertThat(interval.low()).isCloseTo(17.49145303416898, within(1e-12));
        assertThat(interval.high()).isEqualTo(100);
        assertThat(interval.clamped()).isTrue();
        assertThat(interval.centre()).isEqualTo(62.5);
        assertThat(interval.method()).isEqualTo("adjusted Wald");
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test
    void anIntervalThatTheMethodDoesNotDefineIsNoInterval() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Nps(5, 0, 0, 0, 0).interval(NetShareInterval.TRINOMIAL_T, 0.95))
                .withMessage(
                        "the trinomial t interval of NPS is undefined for 5 promoters, 0 passives and 0 detractors");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Nps(0, 1, 0, 0, 0).interval(NetShareInterval.TRINOMIAL_T, 0.95))
                .withMessage(
                        "the trinomial t interval of NPS is undefined for 0 promoters, 1 passive and 0 detractors");
    }

    @Test
    void thePosteriorIsThatOfTheNetShare() {
        Nps nps = new Nps(4, 2, 2, 1, 0);
        assertThat(nps.posterior()).isEqualTo(new NetSharePosterior(2, 2, 4, NetSharePrior.UNIFORM, 1, 0));
        assertThat(nps.posterior().toString()).contains("n 8 after ").endsWith(", 1 missing");
        assertThat(new Nps(4, 2, 2, 0, 3).posterior().toString()).endsWith(", 3 invalid");
        // by hand: (5 - 3) / 11
        assertThat(nps.posterior().mean()).isEqualTo(2.0 / 11);
        assertThat(nps.posterior(NetSharePrior.JEFFREYS).prior()).isEqualTo(NetSharePrior.JEFFREYS);
    }

    @Test
    void theEstimateOfTheIntervalIsTheScoreToTheLastBit() {
        for (int promoters = 0; promoters < 30; promoters++) {
            for (int detractors = 0; detractors < 30; detractors++) {
                Nps nps = new Nps(promoters, 1, detractors, 0, 0);
                assertThat(nps.interval().estimate()).isEqualTo(nps.score());
            }
        }
    }
}
