package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every Java block of the README and compares what it prints with the text block below it. */
class ReadmeExamplesTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path PICTURE = Path.of("..", ".github", "journey-map.svg");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```.*?```text\n(.*?)```", Pattern.DOTALL);

    @Test
    void examplesPrintWhatTheReadmeSays(@TempDir Path directory) throws IOException {
        List<String> printed = new ArrayList<>();
        List<String> said = new ArrayList<>();
        Path picture = directory.resolve("map.svg");
        Matcher example = EXAMPLE.matcher(Files.readString(README));
        while (example.find()) {
            // the README speaks from the root of a clone, tests run in their module
            String script = example.group(1)
                    .replace("\"cx-benchmarks/", "\"")
                    .replace(".github/journey-map.svg", picture.toString().replace('\\', '/'));
            printed.add(run(script));
            said.add(example.group(2));
        }
        assertThat(printed).hasSize(8).isEqualTo(said);
        assertThat(Files.readString(picture)).isEqualTo(Files.readString(PICTURE));
    }

    private static String run(String script) {
        List<Path> classPath = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try (ShellScript shell = ShellScript.begin(classPath, new Shell(classPath).imports())) {
            shell.run(script);
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
