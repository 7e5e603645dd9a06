package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often 95 % intervals of a net share hold what is true: the sum of the probabilities of all counts whose interval
 * holds it, over the true shares of minus, zero and plus from 0.05 on in steps of 0.05.
 */
class CoverageTest {
    private static final int STEPS = 20;

    /** A limit that is the truth up to rounding holds it. */
    private static final double TOUCHING = 1e-12;

    @ParameterizedTest
    @CsvSource({
        // the table of SPEC-survey.md, section 3, by another program: n, method, mean, minimum, mean width
        "5, WALD, 0.805, 0.404, 1.02",
        "5, ADJUSTED_WALD, 0.954, 0.897, 0.97",
        "5, SCORE, 0.970, 0.922, 1.07",
        "5, GOODMAN_SCHEFFE, 0.837, 0.409, 1.28",
        "10, WALD, 0.880, 0.649, 0.81",
        "10, ADJUSTED_WALD, 0.955, 0.930, 0.76",
        "10, SCORE, 0.963, 0.940, 0.81",
        "10, GOODMAN_SCHEFFE, 0.928, 0.651, 1.01",
        "20, WALD, 0.920, 0.740, 0.60",
        "20, ADJUSTED_WALD, 0.951, 0.939, 0.58",
        "20, SCORE, 0.955, 0.944, 0.60",
        "20, GOODMAN_SCHEFFE, 0.962, 0.869, 0.75",
        "50, ADJUSTED_WALD, 0.950, 0.943, 0.382",
        "50, SCORE, 0.951, 0.944, 0.387",
    })
    void coverageIsThatOfTheTable(int n, NetShareInterval method, double mean, double minimum, double width) {
        Coverage found = coverage(n, method);
        // the table has three digits, and two of the width; the minimum is asked for to 0.002
        assertThat(found.mean).isCloseTo(mean, within(0.001));
        assertThat(found.minimum).isCloseTo(minimum, within(0.002));
        assertThat(found.width).isCloseTo(width, within(0.006));
    }

    private record Coverage(double mean, double minimum, double width) {}

    private static Coverage coverage(int n, NetShareInterval method) {
        Interval[][] intervals = new Interval[n + 1][n + 1];
        for (int minus = 0; minus <= n; minus++) {
            for (int plus = 0; minus + plus <= n; plus++) {
                intervals[minus][plus] = method.of(minus, n - minus - plus, plus, 0.95);
                if (method == NetShareInterval.ADJUSTED_WALD) {
                    // the table clamps this one alone, which makes no difference but of the width
                    intervals[minus][plus] = intervals[minus][plus].clampedTo(-1, 1);
                }
            }
        }
        double[] logFactorial = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
        double sum = 0;
        double least = 1;
        double width = 0;
        int truths = 0;
        for (int down = 1; down < STEPS; down++) {
            for (int up = 1; down + up < STEPS; up++) {
                double[] held = held(n, down, up, intervals, logFactorial);
                sum += held[0];
                least = Math.min(least, held[0]);
                width += held[1];
                truths++;
            }
        }
        assertThat(truths).isEqualTo(171);
        return new Coverage(sum / truths, least, width / truths);
    }

    /** {@return how often the interval holds the truth, and its mean width} */
    private static double[] held(int n, int down, int up, Interval[][] intervals, double[] logFactorial) {
        double truth = (double) (up - down) / STEPS;
        double logDown = Math.log((double) down / STEPS);
        double logUp = Math.log((double) up / STEPS);
        double logSame = Math.log((double) (STEPS - down - up) / STEPS);
        double held = 0;
        double width = 0;
        for (int minus = 0; minus <= n; minus++) {
            for (int plus = 0; minus + plus <= n; plus++) {
                int zero = n - minus - plus;
                double probability = Math.exp(logFactorial[n]
                        - logFactorial[minus]
                        - logFactorial[zero]
                        - logFactorial[plus]
                        + minus * logDown
                        + zero * logSame
                        + plus * logUp);
                Interval interval = intervals[minus][plus];
                if (interval.low() <= truth + TOUCHING && truth - TOUCHING <= interval.high()) {
                    held += probability;
                }
                width += probability * (interval.high() - interval.low());
            }
        }
        return new double[] {held, width};
    }
}
