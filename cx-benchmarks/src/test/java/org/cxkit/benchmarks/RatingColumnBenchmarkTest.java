package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatingColumnBenchmarkTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theContestantsAgree(RatingShape shape) {
        RatingColumnBenchmark benchmark = new RatingColumnBenchmark();
        benchmark.shape = shape;
        benchmark.n = 80_001;
        benchmark.setup();
        RatingColumnBenchmark.InPlanes planes = new RatingColumnBenchmark.InPlanes();
        planes.load(benchmark);
        RatingColumnBenchmark.InInts ints = new RatingColumnBenchmark.InInts();
        ints.load(benchmark);

        NpsCounts counts = benchmark.byteLoop();

        assertThat(counts.promoters() + counts.passives() + counts.detractors() + counts.missing())
                .isEqualTo(80_001);
        assertThat(counts.missing() > 0).isEqualTo(shape == RatingShape.MISSING);
        assertThat(benchmark.library()).isEqualTo(counts);
        assertThat(benchmark.histogram()).isEqualTo(counts);
        assertThat(benchmark.planes(planes)).isEqualTo(counts);
        assertThat(benchmark.planesHistogram(planes)).isEqualTo(counts);
        assertThat(benchmark.ints(ints)).isEqualTo(counts);
        assertThat(benchmark.intLoop(ints)).isEqualTo(counts);
        assertThat(benchmark.intTable(ints)).isEqualTo(counts);
        assertThat(benchmark.byteTable()).isEqualTo(counts);
        assertThat(benchmark.makePlanes()).isEqualTo(planes.planes);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void thePeersAgree(RatingShape shape) throws SQLException {
        RatingPeersBenchmark benchmark = new RatingPeersBenchmark();
        benchmark.shape = shape;
        benchmark.n = 10_001;
        benchmark.setup();
        RatingPeersBenchmark.InObjects objects = new RatingPeersBenchmark.InObjects();
        objects.load(benchmark);
        RatingPeersBenchmark.InDuckDb duck = new RatingPeersBenchmark.InDuckDb();
        duck.load(benchmark);

        NpsCounts counts = benchmark.listLoop(objects);

        assertThat(benchmark.library()).isEqualTo(counts);
        assertThat(benchmark.libraryList(objects)).isEqualTo(counts);
        assertThat(benchmark.planes()).isEqualTo(counts);
        assertThat(benchmark.ints()).isEqualTo(counts);
        assertThat(benchmark.yardstick()).isNotZero();
        assertThat(benchmark.listStream(objects)).isEqualTo(counts);
        assertThat(benchmark.hdrHistogram()).isEqualTo(counts);
        assertThat(benchmark.duckDbFilter(duck)).isEqualTo(counts);
        assertThat(benchmark.duckDbSum(duck)).isEqualTo(counts);
        assertThat(benchmark.duckDbGroupBy(duck)).isEqualTo(counts);
        long net = counts.promoters() - counts.detractors();
        // Guava adds up a running mean in double
        assertThat(benchmark.guava().mean()).isCloseTo(net / (double) (10_001 - counts.missing()), within(1e-12));
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
