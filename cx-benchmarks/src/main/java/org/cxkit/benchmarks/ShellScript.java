package org.cxkit.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * A run of a JShell script in this JVM that stops at the first snippet that fails, which the JShell tool does not do.
 *
 * <p>Not thread-safe.
 */
final class ShellScript implements AutoCloseable {

    private final JShell shell;

    private ShellScript(JShell shell) {
        this.shell = shell;
    }

    /**
     * {@return a session over a class path, its imports declared}
     *
     * @param classPath the directories and jars
     * @param imports import declarations
     */
    static ShellScript begin(List<Path> classPath, String imports) {
        JShell shell = JShell.builder().executionEngine("local").build();
        // in one call, as each starts the compiler anew
        shell.addToClasspath(classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)));
        ShellScript session = new ShellScript(shell);
        session.run(imports);
        return session;
    }

    /**
     * Runs the snippets of a script in their order, until its end or a line {@code /exit}.
     *
     * @param script the text
     * @throws Failure if a snippet does not compile, is not complete, or throws
     */
    void run(String script) {
        String rest = script.stripLeading();
        while (!rest.isEmpty() && !rest.startsWith("/exit")) {
            SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                return;
            }
            if (!next.completeness().isComplete()) {
                throw new Failure(rest, "is not a complete snippet");
            }
            for (SnippetEvent event : shell.eval(next.source())) {
                check(event);
            }
            rest = next.remaining().stripLeading();
        }
    }

    private void check(SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            String reason = shell.diagnostics(event.snippet())
                    .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                    .findFirst()
                    .orElse("was rejected");
            throw new Failure(event.snippet().source(), reason);
        }
        if (event.exception() != null) {
            throw new Failure(event.snippet().source(), "threw " + told(event.exception()));
        }
    }

    private static String told(@Nullable Throwable thrown) {
        if (thrown instanceof EvalException e) {
            return e.getExceptionClassName() + ": " + e.getMessage();
        }
        return String.valueOf(thrown);
    }

    @Override
    public void close() {
        shell.close();
    }

    /** A snippet that failed, with the reason. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure(String source, String reason) {
            super(source.strip().lines().findFirst().orElse("") + "  <- " + reason);
        }
    }
}
