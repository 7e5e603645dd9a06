package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.path.Journeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionBenchmarkTest {

    private static final double ROUNDING = 1e-9; // relative, of sums of some thousand doubles

    @ParameterizedTest(name = "{0} channels, threads: {1}")
    @CsvSource({"12, 1", "12, 2", "50, 1", "50, 2"})
    void theContestantsAgree(int channels, int threads) throws SQLException, ExecutionException, InterruptedException {
        AttributionBenchmark benchmark = new AttributionBenchmark();
        benchmark.channels = channels;
        benchmark.threads = threads;
        benchmark.n = 20_000;
        benchmark.setup();
        AttributionBenchmark.InObjects objects = new AttributionBenchmark.InObjects();
        objects.load(benchmark);
        AttributionBenchmark.InDuckDb duck = new AttributionBenchmark.InDuckDb();
        duck.load(benchmark);

        Attribution library = benchmark.library();

        assertThat(library.conversions()).isEqualTo(5000);
        assertThat(library).isEqualTo(Attribution.of(benchmark.journeys, AttributionBenchmark.MODELS));
        List<List<Map<String, Double>>> maps = benchmark.maps(objects);
        List<double[]> paths = benchmark.duckDbPaths(duck);
        List<double[]> events = benchmark.duckDbEvents(duck);
        assertThat(paths).hasSize(channels);
        assertThat(events).hasSize(channels);
        int models = AttributionBenchmark.MODELS.length;
        for (int model = 0; model < models; model++) {
            for (ChannelCredit credit : library.models().get(model).channels()) {
                int code = benchmark.sampled.channels.code(credit.channel());
                double cents = 100 * credit.value();
                assertThat(credit.conversions()).isPositive();
                assertClose(maps.get(0).get(model).getOrDefault(credit.channel(), 0.0), credit.conversions());
                assertClose(100 * maps.get(1).get(model).getOrDefault(credit.channel(), 0.0), cents);
                assertClose(paths.get(code)[model], credit.conversions());
                assertClose(paths.get(code)[models + model], cents);
                assertClose(events.get(code)[model], credit.conversions());
                assertClose(events.get(code)[models + model], cents);
            }
        }
        duck.close();
        benchmark.stop();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ROUNDING * expected));
    }

    @Test
    void twoThreadsSummariseAsOneDoes() throws ExecutionException, InterruptedException {
        PathSummaryBenchmark one = new PathSummaryBenchmark();
        PathSummaryBenchmark two = new PathSummaryBenchmark();
        two.threads = 2;
        for (PathSummaryBenchmark benchmark : new PathSummaryBenchmark[] {one, two}) {
            benchmark.n = 100_003;
            benchmark.setup();
        }
        assertThat(two.yardstick()).isEqualTo(one.yardstick());
        assertThat(two.summary()).isEqualTo(one.summary());
        assertThat(two.summary().toBytes()).isEqualTo(one.summary().toBytes());
        assertThat(two.telling()).isEqualTo(one.telling());
        one.stop();
        two.stop();
    }

    @Test
    void textIsReadAsTheLoopReadsIt() {
        PathTextBenchmark benchmark = new PathTextBenchmark();
        benchmark.channels = 50;
        benchmark.n = 20_000;
        benchmark.setup();
        Journeys read = benchmark.library().orThrow();
        assertThat(benchmark.split())
                .containsExactly(
                        read.touches(), 5000, 15_000, read.value().orElseThrow().toMinorUnits());
        Journeys sampled = SampledJourneys.of(20_000, 50, 25, 42).journeys();
        assertThat(read.paths()).isEqualTo(sampled.paths());
        assertThat(read.toString()).isEqualTo(sampled.toString());
    }

    /** What the class says of them: four touches on average, Zipf's shares, every other conversion with a value. */
    @Test
    void journeysAreDrawnAsTheyAreDescribed() {
        SampledJourneys sampled = SampledJourneys.of(100_000, 12, 5, 42);
        assertThat(Arrays.stream(sampled.conversions).sum()).isEqualTo(5000);
        assertThat(Arrays.stream(sampled.valueMinor).filter(minor -> minor > 0).count())
                .isBetween(2400L, 2600L);
        assertThat(sampled.touches.length / 100_000.0).isCloseTo(4, within(0.05)); // a few standard errors of 0.01
        int[] touched = new int[12];
        for (byte code : sampled.touches) {
            touched[code]++;
        }
        assertThat((double) touched[0] / touched[1]).isCloseTo(2, within(0.05));
        assertThat((double) touched[0] / touched[9]).isCloseTo(10, within(0.3));
        assertThat(new String(sampled.text(), StandardCharsets.UTF_8).lines())
                .hasSize(100_000)
                .allMatch(line -> line.matches("[A-Z][a-z]+( > [A-Z][a-z]+){0,19},(0,0,1|1,(0|[0-9]+\\.[0-9]{2}),0)"));
        assertThat(SampledJourneys.of(100_000, 12, 5, 42).touches).isEqualTo(sampled.touches);
    }
}
