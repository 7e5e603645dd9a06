package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Nps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonPropertiesTest {

    @Provide
    Arbitrary<Nps> scores() {
        Arbitrary<Long> counts = Arbitraries.longs().between(0, 40);
        return Combinators.combine(counts, counts, counts)
                .as((p, n, d) -> new Nps(p, n, d, 0, 0))
                .filter(nps -> nps.responses() > 1);
    }

    private static Share share(Nps nps) {
        return Share.of(nps.promoters(), nps.responses());
    }

    private static Sample sample(Nps nps) {
        return Sample.of(nps.responses(), nps.share(), nps.variance());
    }

    private static List<Difference> differences(Nps first, Nps second) {
        return List.of(
                new NpsDifference(first, second),
                new ShareDifference(share(first), share(second)),
                new MeanDifference(sample(first), sample(second)));
    }

    private static Stream<TestResult> tests(Nps first, Nps second) {
        NpsDifference nps = new NpsDifference(first, second);
        ShareDifference shares = new ShareDifference(share(first), share(second));
        return Stream.of(nps.test(), nps.waldTest(), nps.welchTest(), shares.test(), shares.adjustedTest());
    }

    @Property(tries = 200)
    void toSwapTheGroupsTurnsTheSignAndNothingElse(@ForAll("scores") Nps first, @ForAll("scores") Nps second) {
        List<Difference> there = differences(first, second);
        List<Difference> back = differences(second, first);
        for (int i = 0; i < there.size(); i++) {
            assertThat(back.get(i).value()).isEqualTo(-there.get(i).value() + 0.0);
            assertThat(back.get(i).pValue()).isEqualTo(there.get(i).pValue());
            Interval one = there.get(i).interval(0.9);
            Interval other = back.get(i).interval(0.9);
            // rounding in the last bits, of values up to 200
            assertThat(other.low()).isCloseTo(-one.high(), within(1e-11));
            assertThat(other.high()).isCloseTo(-one.low(), within(1e-11));
        }
    }

    @Property(tries = 200)
    void aTestRejectsExactlyWhereItsIntervalLeavesZeroOut(
            @ForAll("scores") Nps first,
            @ForAll("scores") Nps second,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double alpha) {
        tests(first, second)
                .forEach(test -> test.pValue().toOptional().ifPresent(p -> {
                    assertThat(p).isBetween(Double.MIN_VALUE, 1.0);
                    if (Math.abs(p - alpha) > 1e-9) { // at the very threshold rounding decides
                        assertThat(p < alpha)
                                .isEqualTo(!test.interval(1 - alpha).contains(0));
                    }
                }));
    }

    @Property(tries = 200)
    void theScoreTestAgainstABenchmarkIsDualToWilsonsInterval(
            @ForAll("scores") Nps nps,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double benchmark,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double alpha) {
        BenchmarkGap gap = BenchmarkGap.of(share(nps), benchmark);
        double p = gap.pValue().toOptional().orElseThrow();
        Assume.that(Math.abs(p - alpha) > 1e-9);
        assertThat(p < alpha).isEqualTo(!gap.interval(1 - alpha).contains(0));
    }

    @Property(tries = 200)
    void equivalenceIsShownExactlyWhereItsIntervalIsWithinTheMargin(
            @ForAll("scores") Nps first,
            @ForAll("scores") Nps second,
            @ForAll @DoubleRange(min = 1, max = 100) double margin,
            @ForAll @DoubleRange(min = 0.01, max = 0.4) double alpha) {
        Equivalence equivalence = new NpsDifference(first, second).equivalence(margin);
        double p = equivalence.pValue().toOptional().orElseThrow();
        Assume.that(Math.abs(p - alpha) > 1e-9);
        Interval interval = equivalence.interval(alpha);
        assertThat(equivalence.shown(alpha).toOptional())
                .contains(-margin < interval.low() && interval.high() < margin);
    }

    @Property(tries = 200)
    void moverContainsTheDifferenceAndStaysInRange(
            @ForAll("scores") Nps first,
            @ForAll("scores") Nps second,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        for (Difference difference : differences(first, second).subList(0, 2)) {
            Interval interval = difference.interval(level);
            double most = difference instanceof NpsDifference ? 200 : 1;
            assertThat(interval.low()).isBetween(-most, difference.value() + 1e-9);
            assertThat(interval.high()).isBetween(difference.value() - 1e-9, most);
        }
    }

    @Property(tries = 100)
    void aHundredTimesTheAnswersAreTenTimesTheStatistic(@ForAll("scores") Nps first, @ForAll("scores") Nps second) {
        TestResult few = new NpsDifference(first, second).waldTest();
        TestResult many = new NpsDifference(hundredfold(first), hundredfold(second)).waldTest();
        assertThat(many.estimate()).isEqualTo(few.estimate());
        assertThat(many.standardError()).isCloseTo(few.standardError() / 10, within(1e-12));
    }

    private static Nps hundredfold(Nps nps) {
        return new Nps(100 * nps.promoters(), 100 * nps.passives(), 100 * nps.detractors(), 0, 0);
    }

    @ParameterizedTest(name = "n {0} and {1}, {2} promoters, {3} detractors")
    @CsvSource({
        "10, 10, 0.3, 0.3",
        "10, 10, 0.5, 0.2",
        "10, 10, 0.1, 0.1",
        "6, 12, 0.4, 0.2",
        "12, 12, 0.7, 0.1",
    })
    void theAdjustedTestFindsInNothingAboutAsOftenAsItSays(int n1, int n2, double promoters, double detractors) {
        double found = 0;
        for (double[] first : outcomes(n1, promoters, detractors)) {
            for (double[] second : outcomes(n2, promoters, detractors)) {
                double p = new NpsDifference(nps(first), nps(second))
                        .pValue()
                        .toOptional()
                        .orElseThrow();
                found += p < 0.05 ? first[3] * second[3] : 0;
            }
        }
        // exact enumeration: conservative where most are passive, never far too bold
        assertThat(found).isBetween(0.005, 0.06);
    }

    private static Nps nps(double[] outcome) {
        return new Nps((long) outcome[0], (long) outcome[1], (long) outcome[2], 0, 0);
    }

    /** All samples of a size, each with its probability. */
    private static List<double[]> outcomes(int n, double promoters, double detractors) {
        Stream.Builder<double[]> outcomes = Stream.builder();
        for (int p = 0; p <= n; p++) {
            for (int d = 0; d <= n - p; d++) {
                double ways = 1;
                for (int i = 1; i <= p; i++) {
                    ways *= (double) (n - p + i) / i;
                }
                for (int i = 1; i <= d; i++) {
                    ways *= (double) (n - p - d + i) / i;
                }
                double probability = ways
                        * Math.pow(promoters, p)
                        * Math.pow(detractors, d)
                        * Math.pow(1 - promoters - detractors, n - p - d);
                outcomes.add(new double[] {p, n - p - d, d, probability});
            }
        }
        return outcomes.build().toList();
    }
}
