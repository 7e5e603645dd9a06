package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatingColumnBenchmarkTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theContestantsAgree(RatingShape shape) throws SQLException {
        RatingColumnBenchmark benchmark = new RatingColumnBenchmark();
        benchmark.shape = shape;
        benchmark.n = 10_001;
        benchmark.setup();
        RatingColumnBenchmark.InObjects objects = new RatingColumnBenchmark.InObjects();
        objects.load(benchmark);
        RatingColumnBenchmark.InDuckDb duck = new RatingColumnBenchmark.InDuckDb();
        duck.load(benchmark);

        NpsCounts counts = benchmark.byteLoop();

        assertThat(counts.promoters() + counts.passives() + counts.detractors() + counts.missing())
                .isEqualTo(10_001);
        assertThat(counts.missing() > 0).isEqualTo(shape == RatingShape.MISSING);
        assertThat(benchmark.library()).isEqualTo(counts);
        assertThat(benchmark.libraryList(objects)).isEqualTo(counts);
        assertThat(benchmark.byteTable()).isEqualTo(counts);
        assertThat(benchmark.listLoop(objects)).isEqualTo(counts);
        assertThat(benchmark.listStream(objects)).isEqualTo(counts);
        assertThat(benchmark.duckDbFilter(duck)).isEqualTo(counts);
        assertThat(benchmark.duckDbSum(duck)).isEqualTo(counts);
        assertThat(benchmark.duckDbGroupBy(duck)).isEqualTo(counts);
        duck.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theSameSeedGivesTheSameColumn(RatingShape shape) {
        byte[] again = shape.column(500, 3);
        assertThat(shape.column(500, 3)).isEqualTo(again);
        assertThat(shape.column(500, 4)).isNotEqualTo(again);
    }
}
