package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TestResultTest {

    @Test
    void aPValueBelowTheSmallestIsSaidToBeBelowIt() {
        // 2 (1 - Phi(40)) is 1e-349.4 by scipy 1.17.1 stats.norm.logsf, which no double holds
        TestResult test = TestResult.z(40, 1, "Wald");
        assertThat(test.pValue().toOptional()).contains(TestResult.SMALLEST_P);
        assertThat(test).hasToString("40.0000 (z 40.0000, p < 1e-300, Wald)");
        assertThat(TestResult.t(100, 1, 300, "Welch t").pValue().toOptional().orElseThrow())
                .isPositive();
    }

    @Test
    void noDifferenceHasTheLargestPValue() {
        assertThat(TestResult.z(0, 1, "Wald").pValue().toOptional()).contains(1.0);
        assertThat(TestResult.t(-0.0, 1, 5, "t")).hasToString("0.0000 (t 0.0000, p 1.000, t)");
    }

    @Test
    void refusesWhatIsNoTest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.z(Double.NaN, 1, "Wald"))
                .withMessage(
                        "a test needs finite numbers, got the estimate NaN, the centre NaN and the standard error 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.t(1, -1, 5, "t"))
                .withMessage("a test needs a standard error of at least 0 and degrees of freedom above 0, got -1.0 and"
                        + " 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.t(1, 1, 0, "t"))
                .withMessage("a test needs a standard error of at least 0 and degrees of freedom above 0, got 1.0 and"
                        + " 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.z(1, 1, "Wald").times(0))
                .withMessage("a unit must be above zero, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestResult.z(1, 1, "Wald").interval(1))
                .withMessage("a confidence level must be above 0 and below 1, got 1.0");
    }
}
