package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectlyFollowsBenchmarkTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theContestantsAgree(EventOrder order) throws SQLException {
        DirectlyFollowsBenchmark benchmark = new DirectlyFollowsBenchmark();
        benchmark.order = order;
        benchmark.n = 10_000;
        benchmark.setup();
        DirectlyFollowsBenchmark.InObjects objects = new DirectlyFollowsBenchmark.InObjects();
        objects.load(benchmark);
        DirectlyFollowsBenchmark.InDuckDb duck = new DirectlyFollowsBenchmark.InDuckDb();
        duck.load(benchmark);
        DirectlyFollowsBenchmark.Coded coded = new DirectlyFollowsBenchmark.Coded();
        coded.load(benchmark);

        EdgeTotals totals = benchmark.maps(objects);

        assertThat(totals).isNotEqualTo(new EdgeTotals());
        assertThat(benchmark.library(coded)).isEqualTo(totals);
        assertThat(benchmark.duckDbCounts(duck)).isEqualTo(totals.withoutMedians());
        assertThat(benchmark.duckDb(duck)).isEqualTo(totals);
        duck.close();
    }
}
