package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleSizeTest {
    private static final Margin FIVE_POINTS = Margin.points(5);

    @Test
    void pointsAndSharesAreTheSameMargin() {
        assertThat(FIVE_POINTS).isEqualTo(new Margin(0.05)).hasToString("5 points");
        assertThat(FIVE_POINTS.inPoints()).isEqualTo(5);
        assertThat(new Margin(0.125)).hasToString("12.5 points");
    }

    @Test
    void aNetShareNeedsMoreAnswersTheLessIsKnown() {
        // survey.json: 1022 and 1534
        SampleSize thirds = SampleSize.ofNetShare(SampleSize.THIRDS, FIVE_POINTS, 0.95);
        assertThat(thirds.answers()).isEqualTo(1022);
        assertThat(SampleSize.ofNetShare(SampleSize.MAXIMUM, FIVE_POINTS, 0.95).answers())
                .isEqualTo(1534);
        // by hand: 60 %, 20 %, 20 % have the variance 0.8 - 0.4^2 = 0.64, whether given as shares or counts
        assertThat(SampleSize.variance(0.2, 0.2, 0.6)).isCloseTo(0.64, within(1e-15));
        assertThat(SampleSize.variance(20, 20, 60)).isCloseTo(0.64, within(1e-15));
        assertThat(SampleSize.variance(1, 1, 1)).isCloseTo(SampleSize.THIRDS, within(1e-15));
        assertThat(SampleSize.variance(1, 0, 1)).isEqualTo(SampleSize.MAXIMUM);
    }

    @Property(tries = 200)
    void theAdjustedWaldIntervalOfThatManyAnswersHasTheMargin(
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double margin,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        double n = SampleSize.ofNetShare(SampleSize.MAXIMUM, new Margin(margin), level)
                .unrounded();
        // the plan takes the variance after the added answers for the expected one: here it is (n + 1.5) / (n + 3)
        Interval interval = NetShareInterval.ADJUSTED_WALD.of(n / 2, 0, n / 2, level);
        if (n > 1) {
            assertThat(interval.halfWidth()).isCloseTo(margin * Math.sqrt((n + 1.5) / (n + 3)), within(1e-12));
        }
    }

    @Test
    void aProportionNeedsWhatItsIntervalDoes() {
        // Wald: p (1 - p) z^2 / margin^2; Wilson and Clopper-Pearson: scipy 1.17.1 brentq over the half width
        assertThat(SampleSize.ofProportion(ProportionInterval.WALD, 0.5, FIVE_POINTS, 0.95)
                        .unrounded())
                .isCloseTo(384.1458820694123, within(1e-9));
        Margin three = Margin.points(3);
        assertThat(SampleSize.ofProportion(ProportionInterval.WILSON, 0.8, three, 0.95)
                        .unrounded())
                .isCloseTo(681.238580288381, within(1e-9));
        assertThat(SampleSize.ofProportion(ProportionInterval.EXACT, 0.8, three, 0.95)
                        .unrounded())
                .isCloseTo(714.1228165550049, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void theIntervalOfThatManyAnswersHasTheMargin(ProportionInterval method) {
        for (double margin : new double[] {1e-4, 0.03, 0.2}) {
            SampleSize size = SampleSize.ofProportion(method, 0.85, new Margin(margin), 0.9);
            double n = size.unrounded();
            assertThat(method.of(0.85 * n, n, 0.9).halfWidth()).isCloseTo(margin, within(1e-9));
        }
    }

    @Test
    void aMarginThatOneAnswerHasNeedsOneAnswer() {
        assertThat(SampleSize.ofProportion(ProportionInterval.WILSON, 0.5, Margin.points(60), 0.95)
                        .answers())
                .isEqualTo(1);
        // by hand: 0.25 * 1.2816^2 / 0.5^2 - 3 is below zero
        SampleSize few = SampleSize.ofNetShare(0.25, Margin.points(50), 0.8);
        assertThat(few.unrounded()).isNegative();
        assertThat(few.answers()).isEqualTo(1);
        assertThat(few.inPopulationOf(1).answers()).isEqualTo(1);
    }

    @Test
    void ofFewCustomersFewerAnswersAreNeeded() {
        SampleSize everyone = SampleSize.ofProportion(ProportionInterval.WALD, 0.5, FIVE_POINTS, 0.95);
        // by hand: 384.1459 / (1 + 383.1459 / 1000); Krejcie and Morgan (1970) print 278 for 1,000 and 80 for 100
        assertThat(everyone.inPopulationOf(1000).unrounded()).isCloseTo(277.73345317318757, within(1e-9));
        assertThat(everyone.inPopulationOf(1000).answers()).isEqualTo(278);
        assertThat(everyone.inPopulationOf(100).answers()).isEqualTo(80);
        assertThat(everyone.inPopulationOf(1).answers()).isEqualTo(1);
        assertThat(everyone.inPopulationOf(Long.MAX_VALUE).answers()).isEqualTo(385);
        assertThat(everyone.inPopulationOf(1000)).hasToString("278 answers needed of 1000 customers");
    }

    @Test
    void theDesignCountsBeforeThePopulationInAnyOrder() {
        SampleSize everyone = SampleSize.ofProportion(ProportionInterval.WALD, 0.5, FIVE_POINTS, 0.95);
        SampleSize clustered = everyone.withDesignEffect(1.5).inPopulationOf(1000);
        // by hand: n = 576.2188, and n / (1 + (n - 1) / 1000) = 365.80
        assertThat(clustered.unrounded()).isCloseTo(365.8, within(0.01));
        assertThat(clustered)
                .isEqualTo(everyone.inPopulationOf(1000).withDesignEffect(1.5))
                .hasToString("366 answers needed of 1000 customers, design effect 1.50");
        assertThat(everyone.withDesignEffect(1.5).answers()).isEqualTo(577);
    }

    @Test
    void aDifferenceNeedsAnswersOfBothGroups() {
        // by hand: (2/3 + 2/3) (1.959964 + 0.841621)^2 / 0.1^2
        SampleSize each = SampleSize.perGroup(SampleSize.THIRDS, SampleSize.THIRDS, Margin.points(10), 0.95, 0.8);
        assertThat(each.unrounded()).isCloseTo(1046.517297913211, within(1e-8));
        assertThat(each.answers()).isEqualTo(1047);
        // a power of one half needs the difference to be z standard errors
        double half =
                SampleSize.perGroup(0.5, 0.3, Margin.points(10), 0.95, 0.5).unrounded();
        assertThat(0.1 / Math.sqrt(0.8 / half)).isCloseTo(1.959963984540054, within(1e-12));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Margin.points(0))
                .withMessage("wanted a margin from 1.0E-9 to 2 as a share, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Margin(5))
                .withMessage("wanted a margin from 1.0E-9 to 2 as a share, got 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofNetShare(1.5, FIVE_POINTS, 0.95))
                .withMessage("wanted the variance of a net share, above 0 and at most 1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofNetShare(1, FIVE_POINTS, 95))
                .withMessage("a confidence level must be above 0 and below 1, got 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.variance(0, 0, 0))
                .withMessage("wanted expected shares that are not negative, and not all zero, got 0.0, 0.0 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofProportion(ProportionInterval.WALD, 1, FIVE_POINTS, 0.95))
                .withMessage("the expected proportion must be above 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.perGroup(1, 1, FIVE_POINTS, 0.95, 0.2))
                .withMessage("wanted a power of at least 0.5 and below 1, got 0.2");
        SampleSize any = SampleSize.ofNetShare(1, FIVE_POINTS, 0.95);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.withDesignEffect(0))
                .withMessage("wanted a finite number of answers and a design effect above 0, got " + any.simple()
                        + " and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.inPopulationOf(0))
                .withMessage("wanted a population of at least 1, got 0");
    }

    @Test
    void designsThatNoNumberOfAnswersMeetsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleSize(1e200, 1e200, 10L))
                .withMessage("wanted a finite number of answers and a design effect above 0, got 1.0E200 and 1.0E200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Margin(1e-20))
                .withMessage("wanted a margin from 1.0E-9 to 2 as a share, got 1.0E-20");
        for (ProportionInterval method : ProportionInterval.values()) {
            // z² / 4 over the squared margin, which all methods come to
            assertThat(SampleSize.ofProportion(method, 0.5, new Margin(1e-9), 0.95)
                            .unrounded())
                    .isCloseTo(
                            1.959963984540054 * 1.959963984540054 / 4e-18,
                            within(1e12)); // a millionth: limits so near lose digits
        }
    }
}
