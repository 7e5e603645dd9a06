package org.cxkit.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
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
 */
public final class MeasuredRun {

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
        Path results = Files.createTempFile("jmh", ".json");
        try {
            new Runner(new OptionsBuilder()
                            .parent(new CommandLineOptions(options))
                            .shouldFailOnError(true)
                            .resultFormat(ResultFormatType.JSON)
                            .result(results.toString())
                            .build())
                    .run();
            JsonMapper json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            JsonNode told = json.readTree(results);
            // where this machine keeps its JDK is nobody's business
            told.forEach(result -> ((ObjectNode) result).remove("jvm"));
            run.put("results", told);
            json.writeValue(Path.of(args[0]), run);
        } finally {
            Files.delete(results);
        }
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
