package org.cxkit.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RakingPropertiesTest {
    private static final int[] CATEGORIES = {2, 3, 2};

    /** A respondent of a sample in which each combination of categories is there, so that all targets can be reached. */
    record Respondent(List<Integer> codes, double base, double wanted) {}

    @Provide
    Arbitrary<List<Respondent>> samples() {
        Arbitrary<Double> weights = Arbitraries.doubles().between(0.2, 5).ofScale(12);
        return Combinators.combine(
                        weights.array(double[].class).ofSize(24),
                        weights.array(double[].class).ofSize(24))
                .as((base, wanted) -> IntStream.range(0, 24)
                        .mapToObj(i -> new Respondent(List.of(i % 2, i / 2 % 3, i / 6 % 2), base[i], wanted[i]))
                        .toList());
    }

    /** The targets are the sums of other weights, in a unit of their own. */
    private static double[] targets(List<Respondent> sample, int variable, double unit) {
        double[] targets = new double[CATEGORIES[variable]];
        sample.forEach(each -> targets[each.codes.get(variable)] += unit * each.wanted);
        return targets;
    }

    private static int[] column(List<Respondent> sample, int variable) {
        return sample.stream().mapToInt(each -> each.codes.get(variable)).toArray();
    }

    private static double[] rake(List<Respondent> sample, double baseUnit, double targetUnit) {
        Raking raking = Raking.of(
                sample.stream().mapToDouble(each -> baseUnit * each.base).toArray());
        for (int variable = 0; variable < CATEGORIES.length; variable++) {
            raking = raking.to("v" + variable, column(sample, variable), targets(sample, variable, targetUnit));
        }
        return raking.rake().weights();
    }

    @Property(tries = 100)
    void theWeightsAreThoseOfTheObviousLoopAndReachTheTargets(@ForAll("samples") List<Respondent> sample) {
        double[] obvious = sample.stream().mapToDouble(Respondent::base).toArray();
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int variable = 0; variable < CATEGORIES.length; variable++) {
                double[] targets = targets(sample, variable, 1);
                int[] column = column(sample, variable);
                for (int category = 0; category < targets.length; category++) {
                    double sum = 0;
                    for (int i = 0; i < obvious.length; i++) {
                        sum += column[i] == category ? obvious[i] : 0;
                    }
                    for (int i = 0; i < obvious.length; i++) {
                        obvious[i] *= column[i] == category ? targets[category] / sum : 1;
                    }
                }
            }
        }
        double[] weights = rake(sample, 1, 1);
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isCloseTo(obvious[i], within(1e-8)); // raking stops at a relative 1e-10
        }
        for (int variable = 0; variable < CATEGORIES.length; variable++) {
            double[] targets = targets(sample, variable, 1);
            double[] sums = new double[targets.length];
            for (int i = 0; i < weights.length; i++) {
                sums[sample.get(i).codes.get(variable)] += weights[i];
            }
            for (int category = 0; category < targets.length; category++) {
                assertThat(sums[category] / targets[category]).isCloseTo(1, within(1.1e-10));
            }
        }
    }

    @Property(tries = 100)
    void unitsDoNotMatterAndRepetitionGivesTheSameBits(@ForAll("samples") List<Respondent> sample) {
        double[] weights = rake(sample, 1, 1);
        assertThat(rake(sample, 1, 1)).isEqualTo(weights);
        double[] scaled = rake(sample, 1000, 1 / 7.0);
        for (int i = 0; i < weights.length; i++) {
            assertThat(7 * scaled[i]).isCloseTo(weights[i], within(1e-12 * Math.max(1, weights[i])));
        }
    }

    @Property(tries = 100)
    void theOrderOfTheRespondentsDoesNotMatter(@ForAll("samples") List<Respondent> sample) {
        List<Respondent> reversed = IntStream.range(0, sample.size())
                .mapToObj(i -> sample.get(sample.size() - 1 - i))
                .toList();
        double[] weights = rake(sample, 1, 1);
        double[] other = rake(reversed, 1, 1);
        for (int i = 0; i < weights.length; i++) {
            assertThat(other[weights.length - 1 - i]).isCloseTo(weights[i], within(1e-12 * Math.max(1, weights[i])));
        }
    }

    @Property(tries = 100)
    void targetsThatAreMetAlreadyLeaveTheWeightsAlone(@ForAll("samples") List<Respondent> sample) {
        List<Respondent> met = sample.stream()
                .map(each -> new Respondent(each.codes, each.wanted, each.wanted))
                .toList();
        double[] wanted = met.stream().mapToDouble(Respondent::wanted).toArray();
        double[] weights = rake(met, 1, 1);
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isCloseTo(wanted[i], within(1e-12));
        }
        assertThat(Arrays.stream(weights).sum()).isCloseTo(Arrays.stream(wanted).sum(), within(1e-10));
    }
}
