package org.cxkit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the speed figures of README.md from the committed results of {@link MeasuredRun}: {@code java -cp
 * target/benchmarks.jar org.cxkit.benchmarks.ReadmeFigures results ../README.md}, from the directory
 * {@code cx-benchmarks}.
 *
 * <p>The text between {@link #BEGIN} and {@link #END} is replaced; a test holds the committed README to it.
 */
public final class ReadmeFigures {

    /** The line before the figures. */
    static final String BEGIN = "<!-- figures: begin, written by ReadmeFigures -->";

    /** The line after the figures. */
    static final String END = "<!-- figures: end -->";

    private ReadmeFigures() {}

    /**
     * Writes.
     *
     * @param args the directory of the results, and the README
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("wanted: <directory of results> <README.md>");
        }
        Path readme = Path.of(args[1]);
        Files.writeString(readme, replaced(Files.readString(readme), figures(Path.of(args[0]))));
    }

    /**
     * {@return a text with other figures between the markers}
     *
     * @param readme the text
     * @param figures the figures
     * @throws IllegalArgumentException if the text lacks a marker
     */
    static String replaced(String readme, String figures) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("README must have the lines " + BEGIN + " and " + END);
        }
        return readme.substring(0, begin) + BEGIN + "\n" + figures + readme.substring(end);
    }

    /**
     * {@return the figures of all result files, in the order of their names, as Markdown}
     *
     * @param results the directory; files that do not end in {@code .json} are passed over
     * @throws IOException if a file cannot be read
     */
    static String figures(Path results) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(results)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        JsonMapper json = JsonMapper.builder().build();
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(figures(json.readTree(file)));
        }
        return text.toString();
    }

    private static String figures(JsonNode run) {
        JsonNode machine = run.get("machine");
        StringBuilder text = new StringBuilder();
        text.append("\n%s on %s, %s cores, load before the run %s; `java -jar cx-benchmarks/target/benchmarks.jar %s`\n"
                .formatted(
                        machine.get("jdk").asString(),
                        machine.get("cpu").asString(),
                        machine.get("cores").asString(),
                        machine.get("load").asString(),
                        run.get("command").asString()));
        for (FigureTable table : FigureTable.ALL) {
            text.append(table.markdown(run.get("results")));
        }
        return text.append('\n').toString();
    }
}
