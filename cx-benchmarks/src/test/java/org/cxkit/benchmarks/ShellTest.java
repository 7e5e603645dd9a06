package org.cxkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void theLibraryIsImported() {
        assertThat(Shell.onOwnClassPath().imports())
                .startsWith("import java.io.*;\n")
                .contains("import org.cxkit.core.time.*;\n", "import org.cxkit.metrics.*;\n");
    }

    @Test
    void noTypeOfTheLibraryHasTheNameOfAnImportedTypeOfTheJdk() {
        Set<String> imported = Shell.onOwnClassPath()
                .imports()
                .lines()
                .map(ShellTest::importedPackage)
                .collect(toSet());
        Set<String> seen = new HashSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("org.cxkit")) {
            if (imported.contains(type.getPackageName())
                    && type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                seen.add(type.getSimpleName());
                for (String jdkPackage : Shell.JDK_PACKAGES) {
                    assertThatThrownBy(() -> Class.forName(jdkPackage + "." + type.getSimpleName()))
                            .as(type.getName())
                            .isInstanceOf(ClassNotFoundException.class);
                }
            }
        }
        assertThat(seen).contains("CustomerId", "RatingTally");
    }

    private static String importedPackage(String line) {
        return line.substring("import ".length(), line.length() - ".*;".length());
    }

    @Test
    void aScriptRunsToItsEnd() throws IOException {
        Path told = directory.resolve("told.txt");
        assertThat(run(Shell.onOwnClassPath(), """
                // a comment first
                String hello(String name) {
                    return "hello " + name;
                }
                var customer = CustomerId.of("anna");
                Files.writeString(Path.of("%s"), hello(customer.toString()));
                // and a comment last
                """.formatted(told))).isZero();
        assertThat(Files.readString(told)).isEqualTo("hello anna");
        assertThat(errors.toString(UTF_8)).isEmpty();
    }

    @Test
    void aScriptThatFailsIsNamedWithTheSnippet() throws IOException {
        assertThat(run(new Shell(List.of()), "int x = 1;\nx / 0;\nx")).isEqualTo(1);
        assertThat(errors.toString(UTF_8))
                .isEqualToIgnoringNewLines(directory.resolve("script.jsh")
                        + ": x / 0;  <- threw java.lang.ArithmeticException: / by zero");
    }

    @Test
    void aScriptThatIsNotThereIsNamed() {
        Path nowhere = directory.resolve("none.jsh");
        assertThat(Shell.onOwnClassPath().run(nowhere, new PrintStream(errors, true, UTF_8)))
                .isEqualTo(1);
        assertThat(errors.toString(UTF_8)).isEqualToIgnoringNewLines("cannot read script " + nowhere + "\n");
    }

    private int run(Shell shell, String text) throws IOException {
        Path script = directory.resolve("script.jsh");
        Files.writeString(script, text);
        return shell.run(script, new PrintStream(errors, true, UTF_8));
    }
}
