package org.cxkit.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Figures of one benchmark class as a table: contestants down, the values of a parameter across, in each cell the time
 * and its multiple of the baseline's in the same column and run.
 *
 * <p>A table of its own takes a line for each contestant: {@code FigureTable.of(XBenchmark.class, "What, ns a
 * call").across("shape").base("yardstick", "reading").row("library", "**CXKit**")}. Benchmarks with a parameter
 * {@code n} are told by the row, others by the call.
 *
 * @param benchmark the class
 * @param title what is measured, and the unit
 * @param unitNanos nanoseconds in the unit
 * @param across the parameters across
 * @param baseline the method that is 1.0
 * @param contestants the names of the methods down, in their order
 * @param allocation whether a cell also says the bytes allocated by the call, as {@code -prof gc} measures them
 */
record FigureTable(
        Class<?> benchmark,
        String title,
        double unitNanos,
        List<String> across,
        String baseline,
        Map<String, String> contestants,
        boolean allocation) {

    /** What was measured: the time in the unit of the table, and bytes allocated by the call if that was asked. */
    private record Figure(double time, @Nullable Double bytes) {}

    private static final Map<String, Double> NANOS = Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9);

    static final List<FigureTable> ALL = List.of(
            of(RatingColumnBenchmark.class, "NPS counts in memory, ns a rating")
                    .across("shape")
                    .base("yardstick", "bound: reading the bytes once (`Yardstick`)")
                    .row("planes", "**CXKit, `RatingColumn`**")
                    .row("planesHistogram", "**CXKit, `RatingColumn`, all counts**")
                    .row("library", "**CXKit, `byte[]`**")
                    .row("histogram", "**CXKit, `byte[]`, all counts**")
                    .row("makePlanes", "a `RatingColumn` made of `byte[]`, once")
                    .row("byteTable", "table of counts over `byte[]`")
                    .row("byteLoop", "if/else loop over `byte[]`"),
            of(RatingColumnBenchmark.class, "NPS counts of an `int[]` in memory, ns a rating")
                    .across("shape")
                    .base("intYardstick", "bound: reading its bytes once (`Yardstick`)")
                    .row("ints", "**CXKit, `int[]`, all counts**")
                    .row("intTable", "table of counts over `int[]`")
                    .row("intLoop", "if/else loop over `int[]`"),
            of(RatingPeersBenchmark.class, "NPS beside peers, ns a rating")
                    .across("shape")
                    .base("library", "**CXKit, `byte[]`**")
                    .row("yardstick", "bound: reading the bytes once (`Yardstick`)")
                    .row("planes", "**CXKit, `RatingColumn`**")
                    .row("ints", "**CXKit, `int[]`, all counts**")
                    .row("libraryList", "**CXKit, `List<Integer>`**")
                    .row("listLoop", "if/else loop over `List<Integer>`")
                    .row("listStream", "four streams over `List<Integer>`")
                    .row("guava", "Guava `StatsAccumulator`")
                    .row("hdrHistogram", "HdrHistogram")
                    .row("duckDbFilter", "DuckDB, `count(*) FILTER`")
                    .row("duckDbSum", "DuckDB, sums of conditions")
                    .row("duckDbGroupBy", "DuckDB, `GROUP BY rating`"),
            of(GroupByBenchmark.class, "NPS by segment, ns a rating")
                    .across("spread", "segments")
                    .base("library", "**CXKit, `RatingMatrix`**, all counts")
                    .row("yardstick", "bound: reading both columns once (`Yardstick`)")
                    .row("map", "`HashMap` of counts by name")
                    .row("streams", "`groupingBy` of streams")
                    .row("guava", "Guava `StatsAccumulator` by segment")
                    .row("duckDbFilter", "DuckDB, `count(*) FILTER`")
                    .row("duckDbSum", "DuckDB, sums of conditions")
                    .row("duckDbGroupBy", "DuckDB, `GROUP BY segment, rating`")
                    .row("duckDbCell", "DuckDB, `GROUP BY segment * 16 + rating`"),
            of(TwoThreadsBenchmark.class, "One thread and two, ns a rating")
                    .across("threads")
                    .base("yardstick", "bound: reading the bytes once (`Yardstick`)")
                    .row("planes", "**CXKit, `RatingColumn`, all counts**")
                    .row("bytes", "**CXKit, `byte[]`, all counts**")
                    .row("groupBy", "**CXKit, `RatingMatrix`** of 1000 segments"),
            live(LiveMonitorBenchmark.class, "one thread"),
            liveTicking(LiveMonitorBenchmark.class, "one thread"),
            liveTimed(LiveMonitorBenchmark.class, "one thread"),
            live(LiveMonitorBenchmark.WithTwoThreads.class, "two threads"),
            liveTicking(LiveMonitorBenchmark.WithTwoThreads.class, "two threads"),
            liveTimed(LiveMonitorBenchmark.WithTwoThreads.class, "two threads"),
            of(RatingWatchBenchmark.class, "Watching a metric live, ns an answer")
                    .across("shape", "answersPerPeriod")
                    .base("emptyLoop", "an empty loop")
                    .row("update", "**CXKit, `RatingWatch`**")
                    .withAllocation(),
            of(LocationsBenchmark.class, "Consistency over locations, ms")
                    .in("ms")
                    .across("locations")
                    .base("yardstick", "bound: reading as many bytes as the counts have once (`Yardstick`)")
                    .row("scores", "the score of each location")
                    .row("shrinkage", "**CXKit, `Shrinkage`**")
                    .row("funnel", "**CXKit, `FunnelPlot`**")
                    .row("consistency", "**CXKit, `Consistency`**, both and the intraclass correlation"),
            of(DriverBenchmark.class, "Moments of a million answers to 14 questions, ms")
                    .in("ms")
                    .across("missingPercent")
                    .base("momentsYardstick", "bound: reading the bytes once (`Yardstick`)")
                    .row("moments", "**CXKit, `MomentsTally`**")
                    .row("momentsLoop", "sums of products in a loop"),
            of(DriverBenchmark.class, "Drivers (LMG and Johnson), ms by number of predictors")
                    .in("ms")
                    .across("predictors")
                    .base("driversYardstick", "bound: reading a double for each subset once (`Yardstick`)")
                    .row("drivers", "**CXKit, `Drivers`**")
                    .row("driversLoop", "a regression for each subset, LMG alone"),
            of(DirectlyFollowsBenchmark.class, "Directly-follows counts, mean and median waits, ns an event")
                    .across("order")
                    .base("library", "**CXKit**, from coded columns")
                    .row("maps", "`HashMap`s over a list of events")
                    .row("duckDb", "DuckDB, window function")
                    .row("duckDbCounts", "DuckDB, the same without medians"),
            of(
                            AttributionBenchmark.class,
                            "Five attribution models, ns a journey by journeys, channels, per cent that convert and threads")
                    .across("n", "channels", "convertingPercent", "threads")
                    .base("library", "**CXKit, `Attribution`**, from columns")
                    .row("yardstick", "bound: reading paths and outcomes once (`Yardstick`)")
                    .row("maps", "`HashMap`s over a list of journeys")
                    .row("duckDbPaths", "DuckDB, lists, distinct paths first")
                    .row("duckDbEvents", "DuckDB, window functions over touches"),
            of(PathSummaryBenchmark.class, "Summary of 5 million journeys, ns a journey by channels and threads")
                    .across("channels", "threads")
                    .base("yardstick", "bound: reading paths and outcomes once (`Yardstick`)")
                    .row("summary", "**CXKit, `PathSummary`**")
                    .row("telling", "**CXKit, five models from the summary**, one thread"),
            of(PathTextBenchmark.class, "Journeys from lines of text, ns a line by channels")
                    .across("channels")
                    .base("yardstick", "bound: reading the text once (`Yardstick`)")
                    .row("library", "**CXKit, `PathText`**")
                    .row("split", "`String.split` and a `HashMap` of codes"),
            of(TimeDecayBenchmark.class, "Time decay, ns a journey by per cent that convert")
                    .across("convertedPercent")
                    .base("yardstick", "bound: reading the columns once (`Yardstick`)")
                    .row("columns", "**CXKit, `CreditTally`**")
                    .row("objectsAndMaps", "`HashMap` over a list of journeys"),
            of(
                            MarkovChainBenchmark.class,
                            "From 5 million journeys to all removal effects, ns a journey by channels and order")
                    .across("channels", "order")
                    .base("yardstick", "bound: reading paths and outcomes once (`Yardstick`)")
                    .row("library", "**CXKit, `MarkovChain`**, counted and solved")
                    .row("loop", "transitions in a `HashMap`, not solved"),
            of(MarkovRemovalBenchmark.class, "Markov removal effects of all channels, us by channels and shape")
                    .in("us")
                    .across("channels", "shape")
                    .base("library", "**CXKit, `MarkovChain`**")
                    .row("systems", "a linear system for each channel"),
            of(ShapleyBenchmark.class, "Shapley values of any game, us by channels")
                    .in("us")
                    .across("channels")
                    .base("yardstick", "bound: reading the worth of all sets once (`Yardstick`)")
                    .row("exact", "**CXKit, `Shapley`**")
                    .row("definitionLoop", "the loop of the definition"),
            of(ConvenienceBenchmark.class, "Convenience verdicts, ns a customer by per cent that break even")
                    .across("breakEvenPercent")
                    .base("yardstick", "bound: reading the columns once (`Yardstick`)")
                    .row("longs", "**CXKit, `long[]`**")
                    .row("doubles", "**CXKit, `double[]`**")
                    .row("naive", "sums of `double`s, wrong near break-even")
                    .row("decimals", "`BigDecimal`s over a list of customers")
                    .row("objects", "`ConvenienceCheck` objects"),
            of(BuyingFitBenchmark.class, "Fits of buying models, ms by customers")
                    .in("ms")
                    .across("customers")
                    .base("yardstick", "bound: reading the columns once (`Yardstick`)")
                    .row("bgNbd", "**CXKit, `BgNbd`**, from a tally")
                    .row("mbgNbd", "**CXKit, `MbgNbd`**, from a tally")
                    .row("paretoNbd", "**CXKit, `ParetoNbd`**, from a tally")
                    .row("count", "**CXKit, `RfmTally`** made of columns, once")
                    .row("plainBgNbd", "BG/NBD by the same steps, customer by customer"),
            of(BuyingForecastBenchmark.class, "Forecast of 39 weeks, ns a customer by grain of time")
                    .across("grain")
                    .base("yardstick", "bound: reading the columns once (`Yardstick`)")
                    .row("bgNbd", "**CXKit, `BgNbd`**, from a tally")
                    .row("paretoNbd", "**CXKit, `ParetoNbd`**, from a tally")
                    .row("countFitAndTell", "**CXKit**, counted, fitted by BG/NBD and told")
                    .row("oneByOne", "BG/NBD, a call for each customer"));

    private static FigureTable live(Class<?> benchmark, String threads) {
        return of(benchmark, "Recording one answer live, " + threads + ", ns")
                .across("shape")
                .base("emptyLoop", "an empty loop")
                .row("ownArray", "bound: a `long[]` of the thread's own, which no other may read")
                .row("ownHandle", "**CXKit, a writer's own handle**")
                .row("shared", "**CXKit, shared `record`**")
                .row("longAdders", "`LongAdder[]`")
                .row("atomicLongArray", "`AtomicLongArray`")
                .row("synchronizedArray", "`synchronized`")
                .row("hdrHistogram", "HdrHistogram `Recorder`")
                .row("micrometer", "Micrometer `DistributionSummary`")
                .withAllocation();
    }

    private static FigureTable liveTicking(Class<?> benchmark, String threads) {
        return of(benchmark, "The same while periods end, time told once in 4,096 answers, " + threads + ", ns")
                .across("shape")
                .base("emptyLoopTicking", "an empty loop that tells the time")
                .row("ownHandleTicking", "**CXKit, a writer's own handle**")
                .row("sharedTicking", "**CXKit, shared `record`**")
                .withAllocation();
    }

    private static FigureTable liveTimed(Class<?> benchmark, String threads) {
        return of(benchmark, "The same while periods end, each answer with its time, " + threads + ", ns")
                .across("shape")
                .base("emptyLoopRotating", "an empty loop that notices the end of a period")
                .row("ownHandleRotating", "**CXKit, a writer's own handle**")
                .row("sharedRotating", "**CXKit, shared `record`**")
                .withAllocation();
    }

    /**
     * {@return a table without contestants, in nanoseconds}
     *
     * @param benchmark the class
     * @param title what is measured, and the unit
     */
    static FigureTable of(Class<?> benchmark, String title) {
        return new FigureTable(benchmark, title, 1, List.of(), "", Map.of(), false);
    }

    /**
     * {@return this table in another unit}
     *
     * @param unit {@code us}, {@code ms} or {@code s}
     */
    FigureTable in(String unit) {
        double nanos = Objects.requireNonNull(NANOS.get(unit), "no unit of time: " + unit);
        return new FigureTable(benchmark, title, nanos, across, baseline, contestants, allocation);
    }

    /** {@return this table with a column for each value of a parameter, or of several together} */
    FigureTable across(String... params) {
        return new FigureTable(benchmark, title, unitNanos, List.of(params), baseline, contestants, allocation);
    }

    /** {@return this table with the row all others are told as a multiple of} */
    FigureTable base(String method, String label) {
        return new FigureTable(benchmark, title, unitNanos, across, method, contestants, allocation).row(method, label);
    }

    /** {@return this table with one more row} */
    FigureTable row(String method, String label) {
        Map<String, String> more = new LinkedHashMap<>(contestants);
        more.put(method, label);
        return new FigureTable(benchmark, title, unitNanos, across, baseline, more, allocation);
    }

    /** {@return this table with the bytes that a call allocates, where they were measured} */
    FigureTable withAllocation() {
        return new FigureTable(benchmark, title, unitNanos, across, baseline, contestants, true);
    }

    /**
     * {@return the table as Markdown, empty if its baseline was not run}
     *
     * @param results JMH's results
     */
    String markdown(JsonNode results) {
        Map<String, Map<String, Figure>> figures = figures(results);
        Map<String, Figure> bases = figures.get(baseline);
        if (bases == null) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n| " + title + " |");
        bases.keySet()
                .forEach(column -> text.append(' ')
                        .append(column.toLowerCase(Locale.ROOT).replace('_', ' '))
                        .append(" |"));
        text.append("\n|---|").append("--:|".repeat(bases.size())).append('\n');
        contestants.forEach((method, contestant) -> {
            Map<String, Figure> row = figures.get(method);
            if (row != null) {
                List<String> cells = new ArrayList<>();
                bases.forEach((column, base) -> cells.add(cell(row.get(column), base)));
                text.append("| ").append(contestant).append(" |");
                cells.forEach(text::append);
                text.append('\n');
            }
        });
        return text.toString();
    }

    private static String cell(@Nullable Figure figure, Figure base) {
        if (figure == null) {
            return " – |";
        }
        String ratio = threeDigits(figure.time / base.time);
        Double bytes = figure.bytes;
        String allocated = bytes == null ? "" : String.format(Locale.ROOT, ", %.2f B", bytes);
        return " %s (%s×)%s |".formatted(threeDigits(figure.time), ratio, allocated);
    }

    /** {@return a positive number with about three significant digits} */
    static String threeDigits(double x) {
        int decimals = x >= 100 ? 0 : x >= 10 ? 1 : x >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", x);
    }

    /** The figure of a row, or of a call, by method and then by the value of the parameter across. */
    private Map<String, Map<String, Figure>> figures(JsonNode results) {
        Map<String, Map<String, Figure>> figures = new LinkedHashMap<>();
        String prefix = benchmark.getCanonicalName() + ".";
        for (JsonNode result : results) {
            String name = result.get("benchmark").asString();
            String method = name.substring(name.lastIndexOf('.') + 1);
            if (name.equals(prefix + method) && contestants.containsKey(method)) {
                JsonNode metric = result.get("primaryMetric");
                String unit = metric.get("scoreUnit").asString();
                double nanos =
                        Objects.requireNonNull(NANOS.get(unit.replace("/op", "")), "unit is no time a call: " + unit);
                JsonNode params = result.get("params");
                double rows =
                        params.has("n") ? Double.parseDouble(params.get("n").asString()) : 1;
                // of threads, results do not tell that were measured before a benchmark could have several
                String column = across.stream()
                        .map(param -> params.path(param).asString("1").replaceFirst("000000$", " million"))
                        .collect(joining(", "));
                double time = metric.get("score").asDouble() * nanos / rows / unitNanos;
                JsonNode bytes = result.path("secondaryMetrics")
                        .path("gc.alloc.rate.norm")
                        .path("score");
                figures.computeIfAbsent(method, unused -> new LinkedHashMap<>())
                        .put(column, new Figure(time, allocation && bytes.isNumber() ? bytes.asDouble() : null));
            }
        }
        return figures;
    }
}
