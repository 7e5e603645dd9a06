package org.cxkit.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * A JShell with the library on its class path and imported: {@code mvn -q -Pshell}, or
 * {@code mvn -q -Pshell -Dscript=file.jsh} to run a script and leave.
 *
 * <p>Imported are all packages that the modules {@code org.cxkit.*} export, {@code java.io}, {@code java.math},
 * {@code java.nio.file}, {@code java.time}, {@code java.util} and {@code java.util.stream}. A script that cannot be read or has a
 * snippet that fails ends with one message on the error stream and exit status 1.
 */
public final class Shell {

    static final List<String> JDK_PACKAGES =
            List.of("java.io", "java.math", "java.nio.file", "java.time", "java.util", "java.util.stream");

    private final List<Path> classPath;

    Shell(List<Path> classPath) {
        this.classPath = classPath;
    }

    /**
     * Opens the shell, or runs the script that the system property {@code script} names.
     *
     * @param args passed on to JShell where no script is named
     * @throws Exception if JShell cannot be started
     */
    public static void main(String[] args) throws Exception {
        Shell shell = onOwnClassPath();
        String script = System.getProperty("script");
        int status = script == null ? shell.open(args) : shell.run(Path.of(script), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** {@return the import declarations a session begins with, one a line} */
    String imports() {
        Stream<String> library = ModuleFinder.of(classPath.toArray(Path[]::new)).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> module.name().startsWith("org.cxkit."))
                .flatMap(module -> module.exports().stream())
                .map(ModuleDescriptor.Exports::source)
                .sorted();
        return Stream.concat(JDK_PACKAGES.stream(), library)
                .map(name -> "import " + name + ".*;\n")
                .collect(joining());
    }

    /**
     * Runs a script.
     *
     * @param script the file
     * @param errors where a failure is told
     * @return 0, or 1 if the script could not be read or a snippet failed
     */
    int run(Path script, PrintStream errors) {
        String text;
        try {
            text = Files.readString(script);
        } catch (IOException e) {
            errors.println("cannot read script " + script);
            return 1;
        }
        try (ShellScript session = ShellScript.begin(classPath, imports())) {
            session.run(text);
            return 0;
        } catch (ShellScript.Failure e) {
            errors.println(script + ": " + e.getMessage());
            return 1;
        }
    }

    private int open(String... args) throws Exception {
        Path startup = Files.createTempFile("cxkit", ".jsh");
        try {
            Files.writeString(startup, imports());
            String path = classPath.stream().map(Path::toString).collect(joining(File.pathSeparator));
            List<String> options = new ArrayList<>(
                    List.of("--class-path", path, "--startup", startup.toString(), "--startup", "PRINTING"));
            options.addAll(List.of(args));
            return JavaShellToolBuilder.builder().persistence(new HashMap<>()).start(options.toArray(String[]::new));
        } finally {
            Files.delete(startup);
        }
    }

    /** {@return a shell over the class path of this program} */
    static Shell onOwnClassPath() {
        // Maven runs a main class in its own JVM: there the class path is the loader's, not the property's.
        if (Shell.class.getClassLoader() instanceof URLClassLoader loader) {
            return new Shell(Stream.of(loader.getURLs()).map(Shell::path).toList());
        }
        return new Shell(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList());
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("class path entry is not a file: " + url, e);
        }
    }
}
