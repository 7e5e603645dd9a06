package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.fit.FreeParameter;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.purchase.RfmTally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaGeometricLikelihoodTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.24, 4.4, 0.79, 2.4",
        "1, 0.24, 4.4, 0.79, 2.4",
        "0, 30, 400, 25, 70",
        "1, 3, 0.1, 0.001, 0.02",
        "0, 1e6, 1.5e7, 1e7, 3e7",
        "1, 1e6, 1.5e7, 1e-7, 3e-7",
        "0, 0.3, 5, 1e-9, 3"
    })
    void itIsTheSumOverHistoriesAndItsDerivativesAreTheDifferences(
            int first, double r, double alpha, double a, double b) {
        RfmTally tally = Cdnow.tally();
        BetaGeometricLikelihood likelihood = new BetaGeometricLikelihood(tally, first, false);
        double[] at = {r, alpha, a, b};
        double[] gradient = new double[4];
        double[][] hessian = new double[4][4];
        double value = likelihood.derivatives(at, gradient, hessian);
        BuyingModel model = BetaGeometricTest.model(first, r, alpha, a, b);
        double sum = 0;
        for (int i = 0; i < tally.histories(); i++) {
            sum += tally.customers(i) * model.logLikelihood(tally.history(i));
        }
        // roundings of a thousand terms; r + x of a huge r has lost some digits of x
        assertThat(value).isCloseTo(sum, within(1e-13 * Math.abs(sum) * (1 + r * 1e-3)));
        assertThat(likelihood.value(at)).isEqualTo(value);
        for (int i = 0; i < 4; i++) {
            double step = 1e-5 * at[i];
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += step;
            down[i] -= step;
            double[] above = new double[4];
            double[] below = new double[4];
            double difference = likelihood.derivatives(up, above, new double[4][4])
                    - likelihood.derivatives(down, below, new double[4][4]);
            double width = up[i] - down[i];
            // a central difference of this step: the rounding of the value over the step, and its third derivative
            assertThat(at[i] * gradient[i]).isCloseTo(at[i] * difference / width, within(1e-6 * Math.abs(value)));
            for (int j = 0; j < 4; j++) {
                double second = at[i] * at[j] * (above[j] - below[j]) / width;
                double size = Math.abs(at[j] * gradient[j]) + tally.customers();
                assertThat(at[i] * at[j] * hessian[i][j]).as("%d %d", i, j).isCloseTo(second, within(1e-6 * size));
                assertThat(hessian[i][j]).isEqualTo(hessian[j][i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void theSearchStartsAtTheScaleOfTheData(int first) {
        RfmTally tally = RfmTally.of(RatePeriod.DAY, List.of(new PurchaseHistory(2, 10, 400, RatePeriod.DAY)));
        List<FreeParameter> parameters = new BetaGeometricLikelihood(tally, first, true).parameters();
        assertThat(parameters).extracting(FreeParameter::name).containsExactly("r", "alpha", "a", "b");
        assertThat(parameters.get(1).start()).isEqualTo(100);
    }
}
