package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class BetaSurvivalTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/beta_survival_reference.csv", numLinesToSkip = 2)
    void agreesWithSixtyDigits(double a, double g, double lost, double discounted) {
        // what the spec wants of predictions
        assertThat(BetaSurvival.discounted(a, g, lost)).isCloseTo(discounted, within(1e-11 * discounted));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2, 3", "7, 0.01, 1", "300, 4000, 9"})
    void periodsAreTheSumOfWhatIsSurvived(double a, double g, int n) {
        double sum = 0;
        for (int j = 1; j <= n; j++) {
            sum += BetaSurvival.survived(a, g, j);
        }
        assertThat(BetaSurvival.periods(a, g, n)).isCloseTo(sum, within(1e-14 * sum)); // nine additions
        assertThat(BetaSurvival.survived(a, g, 1)).isEqualTo(a / (a + g));
    }

    @Test
    void tablesAddUpLogarithmsAndTheirDerivatives() {
        RisingTable table = new RisingTable(2.5, 2, 3);
        assertThat(table.log(0)).isZero();
        assertThat(table.log(3)).isCloseTo(Math.log(2.5 * 3.5 * 4.5 / 8), within(1e-15));
        assertThat(table.slope(3)).isCloseTo(1 / 2.5 + 1 / 3.5 + 1 / 4.5, within(1e-15));
        assertThat(table.bend(2)).isCloseTo(-1 / 6.25 - 1 / 12.25, within(1e-15));
    }
}
