package org.cxkit.metrics.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class FitTest {

    /** n observations of an exponential distribution that add up to a sum: the estimate of its rate is n / sum. */
    private record Exponential(double n, double sum, double most) implements LogLikelihood {
        @Override
        public List<FreeParameter> parameters() {
            return List.of(new FreeParameter("rate", 1, 1e-9, most));
        }

        @Override
        public double value(double[] p) {
            return n * Math.log(p[0]) - sum * p[0];
        }

        @Override
        public double derivatives(double[] p, double[] gradient, double[][] hessian) {
            gradient[0] = n / p[0] - sum;
            hessian[0][0] = -n / (p[0] * p[0]);
            return value(p);
        }
    }

    /** k successes of n in one trial of a beta-binomial: only a / (a + b) can be told. */
    private record OneTrial(double k, double n) implements LogLikelihood {
        @Override
        public List<FreeParameter> parameters() {
            return List.of(new FreeParameter("a", 1, 1e-6, 1e6), new FreeParameter("b", 1, 1e-6, 1e6));
        }

        @Override
        public double value(double[] p) {
            double sum = p[0] + p[1];
            return k * Math.log(p[0] / sum) + (n - k) * Math.log(p[1] / sum);
        }

        @Override
        public double derivatives(double[] p, double[] gradient, double[][] hessian) {
            double sum = p[0] + p[1];
            gradient[0] = k / p[0] - n / sum;
            gradient[1] = (n - k) / p[1] - n / sum;
            hessian[0][0] = -k / (p[0] * p[0]) + n / (sum * sum);
            hessian[1][1] = -(n - k) / (p[1] * p[1]) + n / (sum * sum);
            hessian[0][1] = n / (sum * sum);
            hessian[1][0] = hessian[0][1];
            return value(p);
        }
    }

    @Test
    void theEstimateAndItsErrorAreThoseOfTheClosedForm() {
        for (double sum : new double[] {1e-6, 0.3, 50, 7e8}) {
            Fit<Double> fit = Fit.of(new Exponential(20, sum, 1e12), p -> p[0], 20);
            ParameterEstimate rate = fit.estimates().get(0);
            // closed form: n / sum, standard error rate / sqrt(n); the last Newton step leaves rounding alone
            assertThat(rate.value()).isCloseTo(20 / sum, within(1e-13 * 20 / sum));
            assertThat(rate.standardError().toOptional().orElseThrow())
                    .isCloseTo(20 / sum / Math.sqrt(20), within(1e-12 * 20 / sum));
            assertThat(fit.diagnostics()).isEmpty();
            assertThat(fit.aic()).isEqualTo(2 - 2 * fit.logLikelihood());
            assertThat(fit.bic()).isEqualTo(Math.log(20) - 2 * fit.logLikelihood());
        }
    }

    @Test
    void quantitiesHaveErrorsByTheDeltaMethod() {
        Fit<Double> fit = Fit.of(new Exponential(25, 5, 1e9), p -> p[0], 25);
        // the mean 1 / rate = 0.2 has the standard error 0.2 / sqrt(25); central differences are good to nine digits
        assertThat(fit.standardError(rate -> 1 / rate).toOptional().orElseThrow())
                .isCloseTo(0.04, within(1e-9));
        assertThat(fit.interval(rate -> 1 / rate, 0.95)).hasToString("0.1216 to 0.2784 (95 %, delta method)");
        assertThat(fit.covariance(0, 0).toOptional().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(fit).hasToString("rate 5.000 (SE 1.000), log-likelihood 15.24, n 25");
        assertThatThrownBy(() -> fit.covariance(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> fit.interval(rate -> rate, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBoundIsADiagnosticAndNoError() {
        Fit<Double> fit = Fit.of(new Exponential(20, 1, 3), p -> p[0], 20);
        assertThat(fit.model()).isEqualTo(3);
        assertThat(fit.diagnostics()).singleElement().hasToString("the likelihood grows up to the bound 3.0 (rate)");
        assertThat(fit.standardError(rate -> rate))
                .isEqualTo(Outcome.noData("the data do not identify the parameters"));
    }

    @Test
    void aFlatDirectionIsADiagnosticAndTheFitStillTheLikeliest() {
        Fit<double[]> fit = Fit.of(new OneTrial(30, 100), p -> p, 100);
        assertThat(fit.model()[0] / (fit.model()[0] + fit.model()[1])).isCloseTo(0.3, within(1e-9));
        assertThat(fit.diagnostics())
                .extracting(FitDiagnostic::kind)
                .containsExactly(FitDiagnostic.Kind.NOT_IDENTIFIED);
        assertThat(fit.diagnostics()).singleElement().hasToString("many values fit the data as well as these (a, b)");
        assertThat(fit.estimates().get(0).interval())
                .isEqualTo(Outcome.noData("the data do not identify the parameters"));
    }

    @Test
    void aStartThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Fit.of(new Exponential(20, Double.POSITIVE_INFINITY, 3), p -> p[0], 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the log-likelihood must be finite where the search starts, got -Infinity at ");
        assertThatThrownBy(() -> new FreeParameter("r", 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0 < least <= start <= most wanted for r, got 0.0, 0.0 and 1.0");
    }
}
