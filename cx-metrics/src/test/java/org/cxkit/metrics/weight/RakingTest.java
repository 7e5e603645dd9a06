package org.cxkit.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RakingTest {
    private static final String[] SEX = {"f", "f", "f", "m"};
    private static final String[] AGE = {"old", "young", "young", "old"};
    private static final Map<String, Double> HALVES = Map.of("f", 50.0, "m", 50.0);

    @Test
    void oneVariableIsPostStratificationInOneSweep() {
        RakedWeights raked = Raking.of(4).to("sex", SEX, HALVES).rake();
        assertThat(raked.weights()).containsExactly(50 / 3.0, 50 / 3.0, 50 / 3.0, 50);
        assertThat(raked.sweeps()).isEqualTo(1);
        assertThat(raked.trimmed()).isZero();
        // by hand: 100² / (3 (50/3)² + 50²) = 3
        assertThat(raked.sample().effectiveN()).isCloseTo(3, within(1e-12));
        assertThat(raked).hasToString("weights of n 4 (effective 3.0), design effect 1.333, after 1 sweep, 0 trimmed");
        assertThat(Raking.of(new double[] {1, 2, 3, 4})
                        .to("sex", new int[] {0, 0, 0, 1}, 60, 40)
                        .rake()
                        .weights())
                .containsExactly(10, 20, 30, 40);
    }

    @Test
    void theCallersArraysAreCopied() {
        int[] codes = {0, 1};
        double[] targets = {1, 2};
        double[] base = {1, 1};
        Raking raking = Raking.of(base).to("sex", codes, targets);
        codes[0] = 1;
        targets[0] = 5;
        base[0] = 9;
        RakedWeights raked = raking.rake();
        raked.weights()[0] = 7;
        assertThat(raked.weights()).containsExactly(1, 2);
    }

    @Test
    void aTargetOfNothingGivesNoWeight() {
        RakedWeights raked =
                Raking.of(4).to("sex", SEX, Map.of("f", 0.0, "m", 2.0)).rake();
        assertThat(raked.weights()).containsExactly(0, 0, 0, 2);
        assertThat(raked.sample().n()).isEqualTo(1);
    }

    @Test
    void aCategoryThatNobodyCanMakeUpIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(4)
                        .to("sex", SEX, Map.of("f", 40.0, "m", 40.0, "x", 20.0))
                        .rake())
                .withMessage("no respondent of sex=x has a weight, wanted a sum of 20.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(new double[] {1, 1, 1, 0})
                        .to("sex", SEX, HALVES)
                        .rake())
                .withMessage("no respondent of sex=m has a weight, wanted a sum of 50.0");
    }

    @Test
    void targetsMustAgree() {
        Raking sex = Raking.of(4).to("sex", SEX, HALVES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sex.to("age", AGE, Map.of("old", 60.0, "young", 41.0)))
                .withMessage("targets must have the same total: those of sex sum to 100.0, those of age to 101.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sex.to("sex", SEX, HALVES))
                .withMessage("the variable sex is there already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sex.to("age", AGE, Map.of("old", -1.0, "young", 101.0)))
                .withMessage("the target of age=old must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sex.to("age", AGE, Map.of("old", Double.NaN, "young", 101.0)))
                .withMessage("the target of age=old must be finite and not negative, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sex.to("age", AGE, Map.of("old", 0.0, "young", 0.0)))
                .withMessage("the targets of age must not all be 0");
    }

    @Test
    void totalsThatDifferByRoundingAreBroughtToThatOfTheFirstVariable() {
        double[] thirds = {0.3333333332, 0.3333333333, 0.3333333333};
        double[] weights = Raking.of(6)
                .to("sex", new int[] {0, 0, 0, 1, 1, 1}, 0.5, 0.5)
                .to("age", new int[] {0, 1, 2, 0, 1, 2}, thirds)
                .rake()
                .weights();
        for (int i = 0; i < 6; i++) {
            // closed form for one respondent of each: the product of both shares; sums are reached to 1e-10
            assertThat(weights[i]).isCloseTo(0.5 * thirds[i % 3] / 0.9999999998, within(1e-10));
        }
        double[] turned = Raking.of(6)
                .to("age", new int[] {0, 1, 2, 0, 1, 2}, thirds)
                .to("sex", new int[] {0, 0, 0, 1, 1, 1}, 0.5, 0.5)
                .rake()
                .weights();
        assertThat(Arrays.stream(turned).sum()).isCloseTo(0.9999999998, within(1e-12));
    }

    @Test
    void respondentsMustFitTheTargets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(4).to("age", AGE, Map.of("old", 60.0, "youth", 40.0)))
                .withMessage("age[1] is young, wanted one of old, youth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(2).to("age", new String[] {"old", null}, Map.of("old", 60.0)))
                .withMessage("age[1] is null, wanted one of old");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(2).to("age", new int[] {0, 2}, 1, 2))
                .withMessage("age[1] is 2, wanted from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(3).to("sex", SEX, HALVES))
                .withMessage("wanted 3 respondents in sex, got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(new double[] {1, -1}))
                .withMessage("weights[1] must be 0 or from 1.0E-100 to 1.0E100, got -1.0");
        assertThatIllegalStateException()
                .isThrownBy(() -> Raking.of(3).rake())
                .withMessage("raking needs at least one variable");
    }

    @Test
    void targetsThatNoWeightsReachTogetherAreNamedWithHowFarTheyAreOff() {
        // all men are old, so that there cannot be 50 men and 40 old
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(4)
                        .to("sex", SEX, HALVES)
                        .to("age", AGE, Map.of("old", 40.0, "young", 60.0))
                        .rake())
                .withMessage("raking did not reach its targets in 200 sweeps: sex=f sums to 60.0, wanted 50.0");
    }

    @Test
    void trimmedWeightsStayWithinTheBoundsAndReachTheTargets() {
        int[] sex = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        int[] age = {0, 0, 0, 0, 0, 1, 0, 1, 1, 1};
        Raking raking = Raking.of(10).to("sex", sex, 5, 5).to("age", age, 4, 6);
        RakedWeights free = raking.rake();
        RakedWeights trimmed = raking.trimmedTo(0.3, 1.55).rake();
        assertThat(free.weights()[5]).isGreaterThan(1.6);
        assertThat(trimmed.weights()[5]).isCloseTo(1.55, within(1e-5)); // the bounds hold to 1e-6 of the mean
        assertThat(trimmed.trimmed()).isPositive().isLessThan(10);
        assertThat(trimmed.sample().effectiveN()).isGreaterThan(0);
        assertThat(trimmed.toString()).endsWith(trimmed.trimmed() + " trimmed");
        double men = 0;
        double old = 0;
        for (int i = 0; i < 10; i++) {
            assertThat(trimmed.weights()[i]).isBetween(0.3 * (1 - 1e-6), 1.55 * (1 + 1e-6));
            men += sex[i] * trimmed.weights()[i];
            old += age[i] * trimmed.weights()[i];
        }
        assertThat(men).isCloseTo(5, within(1e-9));
        assertThat(old).isCloseTo(6, within(1e-9));
        assertThat(raking.trimmedTo(0, 100).rake().weights()).isEqualTo(free.weights());
    }

    @Test
    void boundsThatCannotHoldAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Raking.of(4).to("sex", SEX, HALVES).trimmedTo(0.7, 1.5).rake())
                .withMessage("no weights from 0.7 to 1.5 times their mean were found that reach the targets: weights[0]"
                        + " is still 0.667 times the mean");
        for (double[] bounds : new double[][] {{-0.1, 2}, {1, 2}, {0.5, 1}, {Double.NaN, 2}, {0.5, Double.NaN}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Raking.of(4).trimmedTo(bounds[0], bounds[1]))
                    .withMessage("bounds must be from 0 to below 1 and above 1 times the mean weight, got " + bounds[0]
                            + " and " + bounds[1]);
        }
    }

    @Test
    void aNegativeNumberOfRespondentsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raking.of(-1))
                .withMessage("the number of respondents must not be negative, got -1");
    }
}
