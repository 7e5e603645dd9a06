package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShellScriptTest {

    private final ShellScript script = ShellScript.begin(List.of(), "");

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void exitLeavesTheRestOut() {
        assertThatCode(() -> script.run("int x = 1;\n/exit\nnot java")).doesNotThrowAnyException();
    }

    @Test
    void aScriptOfCommentsIsNoFailure() {
        assertThatCode(() -> script.run("// one\n/* two */\n")).doesNotThrowAnyException();
    }

    @Test
    void aSnippetThatDoesNotCompileIsNamed() {
        assertThatThrownBy(() -> script.run("int x = \"a\";\n"))
                .isInstanceOf(ShellScript.Failure.class)
                .hasMessage("int x = \"a\";  <- incompatible types: java.lang.String cannot be converted to int");
    }

    @Test
    void aSnippetThatThrowsIsNamedAndWhatFollowsIsLeftOut() {
        assertThatThrownBy(() -> script.run("int x = 1;\nx / 0;\nnot java"))
                .isInstanceOf(ShellScript.Failure.class)
                .hasMessage("x / 0;  <- threw java.lang.ArithmeticException: / by zero");
    }

    @Test
    void anUnfinishedSnippetIsNamed() {
        assertThatThrownBy(() -> script.run("class A {\n"))
                .isInstanceOf(ShellScript.Failure.class)
                .hasMessage("class A {  <- is not a complete snippet");
    }
}
