package org.cxkit.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The figures of one benchmark class as a table: contestants down, data shapes across, in each cell the time for one
 * row and its multiple of the baseline's on the same shape in the same run.
 *
 * @param benchmark the class
 * @param title what is measured, and the unit of one row
 * @param baseline the method that is 1.0
 * @param shape the parameter across
 * @param contestants the names of the methods down, in their order
 */
record FigureTable(Class<?> benchmark, String title, String baseline, String shape, Map<String, String> contestants) {

    static final List<FigureTable> ALL = List.of(
            new FigureTable(
                    RatingColumnBenchmark.class,
                    "NPS counts, ns a rating",
                    "yardstick",
                    "shape",
                    ordered(
                            "yardstick", "bound: reading the bytes once (`Yardstick`)",
                            "library", "**CXKit, `byte[]`**",
                            "libraryList", "**CXKit, `List<Integer>`**",
                            "byteTable", "table of counts over `byte[]`",
                            "byteLoop", "if/else loop over `byte[]`",
                            "listLoop", "if/else loop over `List<Integer>`",
                            "listStream", "four streams over `List<Integer>`",
                            "duckDbFilter", "DuckDB, `count(*) FILTER`",
                            "duckDbSum", "DuckDB, sums of conditions",
                            "duckDbGroupBy", "DuckDB, `GROUP BY rating`")),
            new FigureTable(
                    DirectlyFollowsBenchmark.class,
                    "Directly-follows counts, mean and median waits, ns an event",
                    "library",
                    "order",
                    ordered(
                            "library", "**CXKit**, from coded columns",
                            "maps", "`HashMap`s over a list of events",
                            "duckDb", "DuckDB, window function",
                            "duckDbCounts", "DuckDB, the same without medians")));

    private static final Map<String, Double> NANOS = Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

    private static Map<String, String> ordered(String... namesAndTitles) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTitles.length; i += 2) {
            map.put(namesAndTitles[i], namesAndTitles[i + 1]);
        }
        return map;
    }

    /**
     * {@return the table as Markdown, empty if none of its benchmarks were run}
     *
     * @param results JMH's results
     */
    String markdown(JsonNode results) {
        Map<String, Map<String, Double>> nanos = nanos(results);
        if (nanos.isEmpty()) {
            return "";
        }
        Map<String, Double> bases = Objects.requireNonNull(nanos.get(baseline), "no result of " + baseline);
        StringBuilder text = new StringBuilder("\n| " + title + " |");
        bases.keySet()
                .forEach(column -> text.append(' ')
                        .append(column.toLowerCase(Locale.ROOT).replace('_', ' '))
                        .append(" |"));
        text.append("\n|---|").append("--:|".repeat(bases.size())).append('\n');
        contestants.forEach((method, contestant) -> {
            Map<String, Double> row = nanos.get(method);
            if (row != null) {
                text.append("| ").append(contestant).append(" |");
                bases.forEach((column, base) -> text.append(cell(row.get(column), base)));
                text.append('\n');
            }
        });
        return text.toString();
    }

    private static String cell(@Nullable Double nanos, double base) {
        return nanos == null ? " – |" : " %s (%s×) |".formatted(threeDigits(nanos), threeDigits(nanos / base));
    }

    /** {@return a positive number with about three significant digits} */
    static String threeDigits(double x) {
        int decimals = x >= 100 ? 0 : x >= 10 ? 1 : x >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", x);
    }

    /** Nanoseconds a row, by method and then by the value of the parameter across. */
    private Map<String, Map<String, Double>> nanos(JsonNode results) {
        Map<String, Map<String, Double>> nanos = new LinkedHashMap<>();
        for (JsonNode result : results) {
            String name = result.get("benchmark").asString();
            if (name.startsWith(benchmark.getName() + ".")) {
                JsonNode metric = result.get("primaryMetric");
                String unit = metric.get("scoreUnit").asString();
                double unitNanos = Objects.requireNonNull(NANOS.get(unit), "unit is no time a call: " + unit);
                JsonNode params = result.get("params");
                double rows = Double.parseDouble(params.get("n").asString());
                nanos.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), unused -> new LinkedHashMap<>())
                        .put(params.get(shape).asString(), metric.get("score").asDouble() * unitNanos / rows);
            }
        }
        return nanos;
    }
}
