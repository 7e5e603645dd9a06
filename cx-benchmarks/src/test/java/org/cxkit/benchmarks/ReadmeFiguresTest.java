package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Benchmark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadmeFiguresTest {

    private static final String RUN = """
            {"machine": {"jdk": "Vendor 17.0.1", "cpu": "Quick", "cores": "2", "load": "0.10"},
             "command": "-f 2",
             "results": [%s]}
            """;

    @Test
    void eachCellIsTheTimeOfARowAndItsMultipleOfTheBaseline(@TempDir Path directory) throws IOException {
        String results = String.join(
                ",",
                result("byteLoop", "UNIFORM", 4096),
                result("yardstick", "UNIFORM", 1.024),
                result("yardstick", "SKEWED", 2.048),
                result("library", "UNIFORM", 20.48),
                result("library", "SKEWED", 4.096));
        Files.writeString(directory.resolve("a.json"), RUN.formatted(results));
        Files.writeString(directory.resolve("notes.txt"), "passed over");
        // by hand: 1.024 us for 1024 ratings are 1.000 ns a rating
        assertThat(ReadmeFigures.figures(directory)).isEqualTo("""

                Vendor 17.0.1 on Quick, 2 cores, load before the run 0.10; `java -jar cx-benchmarks/target/benchmarks.jar -f 2`

                | NPS counts in memory, ns a rating | uniform | skewed |
                |---|--:|--:|
                | bound: reading the bytes once (`Yardstick`) | 1.00 (1.00×) | 2.00 (1.00×) |
                | **CXKit, `byte[]`** | 20.0 (20.0×) | 4.00 (2.00×) |
                | if/else loop over `byte[]` | 4000 (4000×) | – |

                """);
    }

    @Test
    void theReadmeShowsTheCommittedResultsAndNoOthers() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        Path results = Path.of("results");
        assertThat(readme.contains(ReadmeFigures.BEGIN)).isEqualTo(Files.isDirectory(results));
        if (Files.isDirectory(results)) {
            assertThat(readme).isEqualTo(ReadmeFigures.replaced(readme, ReadmeFigures.figures(results)));
        }
    }

    @Test
    void everyContestantHasItsRow() {
        Map<Class<?>, List<String>> rows = new LinkedHashMap<>();
        for (FigureTable table : FigureTable.ALL) {
            assertThat(table.contestants()).containsKey(table.baseline());
            rows.computeIfAbsent(table.benchmark(), unused -> new ArrayList<>())
                    .addAll(table.contestants().keySet());
        }
        rows.forEach((benchmark, methods) -> assertThat(Arrays.stream(benchmark.getMethods())
                        .filter(method -> method.isAnnotationPresent(Benchmark.class))
                        .map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(methods));
    }

    @Test
    void whatHasNoRowsIsToldByTheCallInItsUnit() {
        FigureTable table = FigureTable.of(ReadmeFiguresTest.class, "Locations, ms")
                .in("ms")
                .across("locations")
                .base("slow", "slow")
                .row("quick", "quick");
        String result = """
                {"benchmark": "%s.%s", "params": {"locations": "%s"},
                 "primaryMetric": {"score": %s, "scoreUnit": "us/op"}}
                """;
        String name = ReadmeFiguresTest.class.getName();
        JsonNode results = JsonMapper.builder()
                .build()
                .readTree("[" + result.formatted(name, "slow", 10, 4000) + ","
                        + result.formatted(name, "quick", 10, 2000) + "]");
        assertThat(table.markdown(results)).isEqualTo("""

                | Locations, ms | 10 |
                |---|--:|
                | slow | 4.00 (1.00×) |
                | quick | 2.00 (0.500×) |
                """);
        assertThat(table.row("other", "other")
                        .across("n")
                        .markdown(JsonMapper.builder().build().readTree("[]")))
                .isEmpty();
    }

    @Test
    void allocationIsToldWhereItIsAskedForAndWasMeasured() {
        FigureTable table = FigureTable.of(ReadmeFiguresTest.class, "Live, ns")
                .across("shape")
                .base("loop", "loop")
                .row("unmeasured", "unmeasured")
                .withAllocation();
        String result = """
                {"benchmark": "%s.%s", "params": {"shape": "SKEWED"},
                 "primaryMetric": {"score": 2, "scoreUnit": "ns/op"},
                 "secondaryMetrics": {%s}}
                """;
        String name = ReadmeFiguresTest.class.getName();
        JsonNode results = JsonMapper.builder()
                .build()
                .readTree("[" + result.formatted(name, "loop", "\"gc.alloc.rate.norm\": {\"score\": 0.004}") + ","
                        + result.formatted(name, "unmeasured", "") + "]");
        assertThat(table.markdown(results)).isEqualTo("""

                | Live, ns | skewed |
                |---|--:|
                | loop | 2.00 (1.00×), 0.00 B |
                | unmeasured | 2.00 (1.00×) |
                """);
    }

    @Test
    void attributionIsToldByTheJourneyForEachShapeTogether() {
        String result = """
                {"benchmark": "org.cxkit.benchmarks.AttributionBenchmark.%s",
                 "params": {"n": "5000000", "channels": "%s", "convertingPercent": "25", "threads": "2"},
                 "primaryMetric": {"score": %s, "scoreUnit": "ms/op"}}
                """;
        String results = String.join(
                ",",
                result.formatted("library", 12, 50),
                result.formatted("maps", 12, 1000),
                result.formatted("library", 50, 100),
                result.formatted("maps", 50, 2500));
        JsonNode read = JsonMapper.builder().build().readTree("[" + results + "]");
        // by hand: 50 ms for five million journeys are 10 ns a journey
        assertThat(FigureTable.ALL.stream().map(table -> table.markdown(read)).filter(text -> !text.isEmpty()))
                .containsExactly("""

                | Five attribution models, ns a journey by journeys, channels, per cent that convert and threads | 5 million, 12, 25, 2 | 5 million, 50, 25, 2 |
                |---|--:|--:|
                | **CXKit, `Attribution`**, from columns | 10.0 (1.00×) | 20.0 (1.00×) |
                | `HashMap`s over a list of journeys | 200 (20.0×) | 500 (25.0×) |
                """);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"0.01234, 0.012", "0.9996, 1.000", "1.234, 1.23", "12.34, 12.3", "123.4, 123", "12345.6, 12346"})
    void figuresHaveThreeDigits(double x, String expected) {
        assertThat(FigureTable.threeDigits(x)).isEqualTo(expected);
    }

    @Test
    void onlyTheTextBetweenTheMarkersIsReplaced() {
        String readme = "before\n" + ReadmeFigures.BEGIN + "\nold\n" + ReadmeFigures.END + "\nafter\n";
        assertThat(ReadmeFigures.replaced(readme, "new\n"))
                .isEqualTo("before\n" + ReadmeFigures.BEGIN + "\nnew\n" + ReadmeFigures.END + "\nafter\n");
    }

    @Test
    void aReadmeWithoutMarkersIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadmeFigures.replaced("nothing", ""))
                .withMessage("README must have the lines <!-- figures: begin, written by ReadmeFigures --> and"
                        + " <!-- figures: end -->");
    }

    @Test
    void aMachineTellsWhatASpeedDependsOn() {
        assertThat(MeasuredRun.machine()).containsOnlyKeys("jdk", "cpu", "cores", "load");
        assertThat(MeasuredRun.machine().values()).noneMatch(String::isBlank);
    }

    @Test
    void aCommandIsQuotedForAShell() {
        assertThat(MeasuredRun.command("-f", "1", "-p", "n=10", "A.(b|c)")).isEqualTo("-f 1 -p n=10 'A.(b|c)'");
    }

    private static String result(String method, String shape, double micros) {
        return """
                {"benchmark": "org.cxkit.benchmarks.RatingColumnBenchmark.%s",
                 "params": {"n": "1024", "shape": "%s"},
                 "primaryMetric": {"score": %s, "scoreUnit": "us/op"}}
                """.formatted(method, shape, micros);
    }
}
