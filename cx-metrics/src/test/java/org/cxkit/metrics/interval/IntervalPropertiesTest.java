package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every interval keeps, for any counts and levels. A NaN anywhere would be refused by {@link Interval}. */
class IntervalPropertiesTest {
    /** Limits are right to this, relative to the scale. */
    private static final double SLACK = 1e-12;

    /** The methods whose interval the estimate is always in. */
    private static final Set<ProportionInterval> CONTAINING =
            EnumSet.of(ProportionInterval.WILSON, ProportionInterval.EXACT);

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theScoreIntervalContainsTheNetShareAndNeedsNoClamping(
            @ForAll NetShareInterval method,
            @ForAll("counts") double minus,
            @ForAll("counts") double zero,
            @ForAll("counts") double plus,
            @ForAll("levels") double level) {
        Assume.that(method.definedFor(minus, zero, plus));
        Interval interval = method.of(minus, zero, plus, level);
        assertThat(interval.estimate()).isBetween(-1.0, 1.0);
        if (method == NetShareInterval.SCORE) {
            assertThat(interval.estimate()).isBetween(interval.low() - SLACK, interval.high() + SLACK);
            assertThat(interval.low()).isGreaterThanOrEqualTo(-1);
            assertThat(interval.high()).isLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void wilsonAndExactContainTheShare(
            @ForAll ProportionInterval method,
            @ForAll("counts") double successes,
            @ForAll("counts") double failures,
            @ForAll("levels") double level) {
        Assume.that(successes + failures > 0);
        Interval interval = method.of(successes, successes + failures, level);
        if (CONTAINING.contains(method)) {
            assertThat(interval.estimate()).isBetween(interval.low() - SLACK, interval.high() + SLACK);
        }
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void swappingPlusAndMinusMirrorsTheInterval(
            @ForAll NetShareInterval method,
            @ForAll("counts") double minus,
            @ForAll("counts") double zero,
            @ForAll("counts") double plus,
            @ForAll("levels") double level) {
        Assume.that(method.definedFor(minus, zero, plus) && method.definedFor(plus, zero, minus));
        Interval interval = method.of(minus, zero, plus, level);
        Interval mirrored = method.of(plus, zero, minus, level);
        near(mirrored.low(), -interval.high(), interval);
        near(mirrored.high(), -interval.low(), interval);
        near(mirrored.estimate(), -interval.estimate(), interval);
        near(mirrored.centre(), -interval.centre(), interval);
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void swappingSuccessAndFailureMirrorsTheInterval(
            @ForAll ProportionInterval method,
            @ForAll("counts") double successes,
            @ForAll("counts") double failures,
            @ForAll("levels") double level) {
        double n = successes + failures;
        // a sum that was rounded has no mirror
        Assume.that(n > 0 && n - successes == failures && n - failures == successes);
        Interval interval = method.of(successes, n, level);
        Interval mirrored = method.of(failures, n, level);
        near(mirrored.low(), 1 - interval.high(), interval);
        near(mirrored.high(), 1 - interval.low(), interval);
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void aHigherLevelGivesNoNarrowerInterval(
            @ForAll NetShareInterval method,
            @ForAll ProportionInterval proportion,
            @ForAll("counts") double minus,
            @ForAll("counts") double zero,
            @ForAll("counts") double plus,
            @ForAll("levels") double one,
            @ForAll("levels") double other) {
        Assume.that(method.definedFor(minus, zero, plus));
        double lower = Math.min(one, other);
        double higher = Math.max(one, other);
        within(method.of(minus, zero, plus, lower), method.of(minus, zero, plus, higher));
        // the centre of Agresti and Coull moves with the level: of few successes its lower limit rises first
        if (proportion != ProportionInterval.AGRESTI_COULL) {
            within(proportion.of(plus, minus + zero + plus, lower), proportion.of(plus, minus + zero + plus, higher));
        }
    }

    private static void within(Interval inner, Interval outer) {
        double slack = SLACK * Math.max(1, outer.halfWidth());
        assertThat(inner.low()).isGreaterThanOrEqualTo(outer.low() - slack);
        assertThat(inner.high()).isLessThanOrEqualTo(outer.high() + slack);
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void moreAnswersOfTheSameKindsGiveANarrowerInterval(
            @ForAll NetShareInterval method,
            @ForAll ProportionInterval proportion,
            @ForAll("few") int minus,
            @ForAll("few") int zero,
            @ForAll("few") int plus) {
        int n = minus + zero + plus;
        Assume.that(method.definedFor(minus, zero, plus));
        for (double more : new double[] {2, 1e6, 1e15}) {
            assertThat(method.of(more * minus, more * zero, more * plus, 0.95).halfWidth())
                    .isLessThanOrEqualTo(method.of(minus, zero, plus, 0.95).halfWidth() + SLACK);
            assertThat(proportion.of(more * plus, more * n, 0.95).halfWidth())
                    .isLessThanOrEqualTo(proportion.of(plus, n, 0.95).halfWidth() + SLACK);
        }
    }

    private static void near(double actual, double expected, Interval scale) {
        assertThat(actual).isCloseTo(expected, offset(SLACK * Math.max(1, scale.halfWidth())));
    }

    @Provide
    Arbitrary<Double> counts() {
        return Arbitraries.oneOf(
                Arbitraries.of(0.0, 1.0, 2.0, 1e9, 1e15, (double) Long.MAX_VALUE, 1e-9, 1e-300),
                Arbitraries.integers().between(0, 20).map(Integer::doubleValue),
                Arbitraries.doubles().between(0, 1e6));
    }

    @Provide
    Arbitrary<Integer> few() {
        return Arbitraries.integers().between(0, 20);
    }

    @Provide
    Arbitrary<Double> levels() {
        return Arbitraries.oneOf(
                Arbitraries.of(1e-9, 0.5, 0.95, 0.999, 1 - 1e-12),
                Arbitraries.doubles().between(0.01, 0.99));
    }
}
