package org.cxkit.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void textThatSaysSomethingIsGivenBack() {
        assertThat(Check.bareText("id", "a b")).isEqualTo("a b");
        assertThat(Check.notBlank("name", " a ")).isEqualTo(" a ");
        assertThat(Check.nullOrNotBlank("goal", null)).isNull();
        assertThat(Check.nullOrNotBlank("goal", "a")).isEqualTo("a");
    }

    @Test
    void blankTextIsRefusedByName() {
        assertThatThrownBy(() -> Check.notBlank("name", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must not be blank, got \" \"");
        assertThatThrownBy(() -> Check.nullOrNotBlank("goal", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("goal must not be blank, got \"\"");
    }

    @Test
    void aNegativeCountIsRefusedByName() {
        Check.counts("a, b", 0, Long.MAX_VALUE);
        assertThatThrownBy(() -> Check.counts("a, b", 1, -2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b must not be negative, got -2");
        assertThatThrownBy(() -> Check.counts("a, b", Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
    }
}
