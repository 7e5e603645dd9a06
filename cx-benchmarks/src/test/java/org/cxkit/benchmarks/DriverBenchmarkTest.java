package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.metrics.moments.MomentsTally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverBenchmarkTest {
    private final DriverBenchmark benchmark = new DriverBenchmark();

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void theMomentsOfBothAgree(int missingPercent) {
        DriverBenchmark.Answers answers = new DriverBenchmark.Answers();
        answers.questions = 6;
        answers.rows = 5003;
        answers.missingPercent = missingPercent;
        answers.setup();
        MomentsTally moments = benchmark.moments(answers);
        double[][] loop = benchmark.momentsLoop(answers);
        assertThat(moments.incomplete() > 0).isEqualTo(missingPercent > 0);
        double[][] correlations = moments.correlations(answers.names);
        for (int i = 0; i < loop.length; i++) {
            for (int j = 0; j <= i; j++) {
                // the loop subtracts large sums
                assertThat(correlations[i][j]).isCloseTo(loop[i][j], within(1e-10));
            }
        }
        assertThat(benchmark.momentsYardstick(answers)).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void theDriversOfBothAgree(int predictors) {
        DriverBenchmark.Predictors given = new DriverBenchmark.Predictors();
        given.predictors = predictors;
        given.setup();
        DriverBenchmark.FewPredictors few = new DriverBenchmark.FewPredictors();
        few.predictors = predictors;
        few.setup();
        assertThat(DriverBenchmark.lmg(benchmark.drivers(given)))
                .containsExactly(benchmark.driversLoop(few), within(1e-12));
    }
}
