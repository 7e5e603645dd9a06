package org.cxkit.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs benchmarks and keeps their result with what it depends on: {@code java -cp target/benchmarks.jar
 * org.cxkit.benchmarks.MeasuredRun results/jdk17.json [options of JMH]}, from the directory {@code cx-benchmarks}.
 *
 * <p>The file is an object of {@code machine} (JDK, CPU, cores, load of the last minute before the run),
 * {@code command}, and {@code results}, which is JMH's own JSON but for the path of the JVM.
 *
 * <p>Forks are run by turns: one of each benchmark, then the next of each, as many as {@code -f} says, or two. JMH would
 * run all forks of a benchmark at once; then what else uses the machine for a minute slows one contestant down and not
 * the others. That happens on machines that look idle too: another guest on the other thread of the same core slows down
 * what keeps the units of the core busy, and hardly what waits for one result after the other, such as most empty loops.
 */
public final class MeasuredRun {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MeasuredRun() {}

    /**
     * Runs.
     *
     * @param args the file to write, then options of JMH
     * @throws IOException if the file cannot be written
     * @throws CommandLineOptionException if an option is wrong
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws IOException, CommandLineOptionException, RunnerException {
        if (args.length == 0) {
            throw new IllegalArgumentException("wanted: <file.json> [options of JMH]");
        }
        String[] options = Arrays.copyOfRange(args, 1, args.length);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("machine", machine());
        run.put("command", command(options));
        CommandLineOptions told = new CommandLineOptions(options);
        int rounds = told.getForkCount().orElse(2);
        if (rounds < 1) {
            throw new IllegalArgumentException("wanted at least one fork, got -f " + rounds);
        }
        run.put("results", json(rounds, byTurns(rounds, told)));
        JSON.writeValue(Path.of(args[0]), run);
    }

    /** Runs one fork of each benchmark, then another of each, and puts the forks of a benchmark together. */
    private static List<RunResult> byTurns(int rounds, CommandLineOptions told) throws RunnerException {
        Options oneFork = new OptionsBuilder()
                .parent(told)
                .forks(1)
                .shouldFailOnError(true)
                .build();
        Map<BenchmarkParams, List<BenchmarkResult>> forks = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            for (RunResult result : new Runner(oneFork).run()) {
                forks.computeIfAbsent(result.getParams(), params -> new ArrayList<>())
                        .addAll(result.getBenchmarkResults());
            }
        }
        List<RunResult> results = new ArrayList<>();
        forks.forEach((params, ofAll) -> results.add(new RunResult(params, ofAll)));
        return results;
    }

    private static JsonNode json(int rounds, List<RunResult> results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ResultFormatFactory.getInstance(ResultFormatType.JSON, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .writeOut(results);
        JsonNode told = JSON.readTree(bytes.toByteArray());
        for (JsonNode result : told) {
            ObjectNode fields = (ObjectNode) result;
            fields.put("forks", rounds);
            fields.remove("jvm"); // where this machine keeps its JDK is nobody's business
        }
        return told;
    }

    /** {@return options as they are typed in a shell} */
    static String command(String... options) {
        return Arrays.stream(options)
                .map(option -> option.matches("[\\w.,=/-]+") ? option : "'" + option + "'")
                .collect(joining(" "));
    }

    /** {@return what a speed depends on: JDK, CPU, cores and load} */
    static Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("jdk", System.getProperty("java.vm.vendor") + " " + Runtime.version());
        machine.put("cpu", cpu());
        machine.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        machine.put("load", load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load));
        return machine;
    }

    // Only Linux tells the model in a file; elsewhere the architecture must do.
    private static String cpu() {
        String prefix = "model name";
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
