package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.cxkit.metrics.math.Quadrature;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.truth.TruthCase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetSharePosteriorTest {

    @Test
    void theSentenceSaysMeanIntervalAndCounts() {
        assertThat(new Nps(60, 20, 20, 0, 0).posterior())
                .hasToString("net share 0.3883 (95 % 0.2283 to 0.5365), positive with probability 1.0000, n 100 after"
                        + " Dirichlet(1.0, 1.0, 1.0)");
    }

    @TestFactory
    Stream<DynamicTest> meanAndDeviationAreThoseOfTheFileToTheLastPlaces() {
        // the note of these cases asks for 1e-13 here, and of the quantiles for the 1e-7 of the case
        return TruthCase.cases("survey.json").stream()
                .filter(truth -> truth.get("group").asText().equals("nps.bayes"))
                .map(truth -> DynamicTest.dynamicTest(truth.get("id").asText(), () -> {
                    double prior = truth.at("/input/prior/0").asDouble();
                    NetSharePosterior posterior = new NetSharePosterior(
                            truth.at("/input/detractors").asDouble(),
                            truth.at("/input/passives").asDouble(),
                            truth.at("/input/promoters").asDouble(),
                            new NetSharePrior(prior, prior, prior));
                    assertThat(posterior.mean())
                            .isCloseTo(truth.at("/expected/mean").asDouble(), within(1e-13));
                    assertThat(posterior.sd())
                            .isCloseTo(truth.at("/expected/sd").asDouble(), within(1e-13));
                }));
    }

    @ParameterizedTest
    @CsvSource({
        // mpmath 30 digits, the integral over the other variable: minus, zero, plus of Dirichlet, share, above
        "1.5, 2.5, 6, 0.3, 0.76110939095726918",
        "0.5, 0.5, 0.5, 0.2, 0.35055871595293946",
        "21, 21, 61, 0.5364783718033044, 0.024999999999999109",
        "3, 40, 7, 0.01, 0.88000962529103301",
        "0.5, 9.5, 20.5, 0.9, 0.00028949823096091324",
    })
    void tailsAreThoseOfAnotherIntegral(double minus, double zero, double plus, double share, double above) {
        NetSharePosterior posterior = new NetSharePosterior(0, 0, 0, new NetSharePrior(minus, zero, plus));
        assertThat(posterior.probabilityAbove(share)).isCloseTo(above, within(1e-12 * above));
        assertThat(posterior.probabilityBelow(share)).isCloseTo(1 - above, within(1e-12));
        NetSharePosterior mirrored = new NetSharePosterior(0, 0, 0, new NetSharePrior(plus, zero, minus));
        assertThat(mirrored.probabilityBelow(-share)).isEqualTo(posterior.probabilityAbove(share));
        assertThat(mirrored.quantile(above)).isCloseTo(-share, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.1, 0.5, 0.9, 0.999})
    void withoutAnswersTheUniformPriorHasAClosedForm(double share) {
        // the triangle beyond the line plus - minus = share has (1 - share)^2 / 2 of the whole
        NetSharePosterior nothing = new Nps(0, 0, 0, 0, 0).posterior();
        double above = (1 - share) * (1 - share) / 2;
        assertThat(nothing.probabilityAbove(share)).isCloseTo(above, within(1e-12 * above));
        assertThat(nothing.quantile(above)).isCloseTo(-share, within(1e-12));
        assertThat(nothing.quantile(1 - above)).isCloseTo(share, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1",
        "0, 0, 0, 0.05",
        "0, 0, 0, 0.3",
        "3, 0, 1, 0.5",
        "0, 0, 12, 0.1",
        "0, 5000, 0, 1",
        "10000, 20000, 30000, 1",
        "2, 1000000, 3, 1"
    })
    void theTailsGiveTheMomentsOfTheClosedForms(double minus, double zero, double plus, double prior) {
        NetSharePosterior posterior = new NetSharePosterior(minus, zero, plus, new NetSharePrior(prior, prior, prior));
        double mean = posterior.mean();
        double sd = posterior.sd();
        // E(X - mean)^2 and E(X - mean) as integrals of the tails about the mean, in deviations
        DoubleUnaryOperator up = u -> posterior.probabilityAbove(mean + u * sd);
        DoubleUnaryOperator down = u -> posterior.probabilityBelow(mean - u * sd);
        double[] right = upTo(Math.min((1 - mean) / sd, 60));
        double[] left = upTo(Math.min((1 + mean) / sd, 60));
        double first = Quadrature.integral(up, 1e-6, right) - Quadrature.integral(down, 1e-6, left);
        double second = Quadrature.integral(u -> 2 * u * up.applyAsDouble(u), 1e-6, right)
                + Quadrature.integral(u -> 2 * u * down.applyAsDouble(u), 1e-6, left);
        // what the outer integral is asked for
        assertThat(first).isCloseTo(0, within(1e-6));
        assertThat(second).isCloseTo(1, within(1e-6));
    }

    private static double[] upTo(double end) {
        return Stream.of(0.0, 0.5, 2.0, 8.0, end)
                .filter(point -> point <= end)
                .sorted()
                .distinct()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @Test
    void ofManyAnswersTheQuantilesAreThoseOfTheNormalDistribution() {
        // at 10^15 answers no skewness is left: mean ± z sd, to the last place of the share
        ofManyAnswersTheQuantilesAreThoseOfTheNormalDistribution(1e15, 2e15, 3e15);
        ofManyAnswersTheQuantilesAreThoseOfTheNormalDistribution(1e12, 1e15, 1e11);
    }

    private static void ofManyAnswersTheQuantilesAreThoseOfTheNormalDistribution(
            double minus, double zero, double plus) {
        NetSharePosterior posterior = new NetSharePosterior(minus, zero, plus, NetSharePrior.UNIFORM);
        Interval interval = posterior.interval(0.95);
        assertThat((interval.low() - posterior.mean()) / posterior.sd()).isCloseTo(-1.959964, within(1e-5));
        assertThat((interval.high() - posterior.mean()) / posterior.sd()).isCloseTo(1.959964, within(1e-5));
    }

    @Test
    void theSmallestTailsKeepTheirDigits() {
        // of ten thousand answers the lower limit is some 7 deviations below the mean, far above zero
        NetSharePosterior posterior = new NetSharePosterior(17, 10_000, 10_000, NetSharePrior.UNIFORM);
        double tail = 5e-13;
        Interval interval = posterior.interval(1 - 2 * tail);
        assertThat((interval.low() - posterior.mean()) / posterior.sd()).isBetween(-7.4, -6.9);
        double lower = posterior.probabilityBelow(interval.low());
        double upper = posterior.probabilityAbove(interval.high());
        // the level has lost some 1e-4 of the tail
        assertThat(lower).isCloseTo(tail, within(1e-3 * tail));
        assertThat(upper).isCloseTo(tail, within(1e-3 * tail));
        for (double share : new double[] {-0.3, 0, 0.1, 0.49, 0.51}) {
            assertThat(posterior.probabilityBelow(share) + posterior.probabilityAbove(share))
                    .isCloseTo(1, within(1e-11));
        }
    }

    @Test
    void quantilesUndoProbabilities() {
        for (double prior : new double[] {0.001, 0.5, 1}) {
            NetSharePosterior posterior = new NetSharePosterior(12, 8.5, 10, new NetSharePrior(prior, prior, prior));
            double before = -1;
            for (double p : new double[] {1e-12, 1e-3, 0.3, 0.5, 0.7, 0.999}) {
                double quantile = posterior.quantile(p);
                assertThat(quantile).isBetween(before, 1.0);
                assertThat(posterior.probabilityBelow(quantile)).isCloseTo(p, within(p * 1e-10));
                before = quantile;
            }
        }
    }

    @Test
    void whatIsNearlyCertainStaysInRange() {
        for (double prior : new double[] {0.001, 1}) {
            for (double count : new double[] {0, 1e6, 1e12}) {
                NetSharePrior before = new NetSharePrior(prior, prior, prior);
                Interval all = new NetSharePosterior(0, 0, count, before).interval(0.95);
                assertThat(all.low()).isBetween(-1.0, all.high());
                assertThat(all.high()).isBetween(all.low(), 1.0);
                Interval none = new NetSharePosterior(0, count, 0, before).interval(0.95);
                assertThat(none.low()).isEqualTo(-none.high());
            }
        }
    }

    @Test
    void beyondTheEndsIsNothing() {
        NetSharePosterior posterior = new Nps(3, 2, 1, 0, 0).posterior(NetSharePrior.JEFFREYS);
        assertThat(posterior.probabilityAbove(1)).isZero();
        assertThat(posterior.probabilityAbove(-1)).isEqualTo(1);
        assertThat(posterior.probabilityBelow(-2)).isZero();
        assertThat(posterior.probabilityBelow(2)).isEqualTo(1);
        assertThat(posterior.answers()).isEqualTo(6);
    }

    @Test
    void argumentsAreChecked() {
        NetSharePosterior posterior = new Nps(3, 2, 1, 0, 0).posterior();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.quantile(1))
                .withMessage("a probability must be above 0 and below 1, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.interval(0))
                .withMessage("a confidence level must be above 0 and below 1, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.probabilityAbove(Double.NaN))
                .withMessage("wanted a net share, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetSharePosterior(-1, 0, 0, NetSharePrior.UNIFORM))
                .withMessage("wanted counts that are not negative, got -1.0, 0.0 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetSharePrior(0, 1, 1))
                .withMessage("wanted a prior worth at least 0.001 answers of each kind, got 0.0, 1.0 and 1.0");
    }
}
