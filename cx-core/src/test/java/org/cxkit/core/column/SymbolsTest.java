package org.cxkit.core.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.CharBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymbolsTest {

    @Test
    void theCodeOfAStringIsItsPosition() {
        Symbols symbols = Symbols.of("cart", "buy", "ad");
        assertThat(symbols.names()).containsExactly("cart", "buy", "ad");
        assertThat(symbols).containsExactly("cart", "buy", "ad").hasToString("[cart, buy, ad]");
        assertThat(symbols.code(CharBuffer.wrap("buy"))).isEqualTo(1);
        assertThat(symbols.name(1)).isEqualTo("buy");
        assertThat(symbols.find("none")).isEqualTo(-1);
        assertThat(Symbols.empty().find("")).isEqualTo(-1);
    }

    @Test
    void textOrderIsGivenByRanks() {
        Symbols symbols = Symbols.of("cart", "buy", "ad");
        assertThat(symbols.ranks()).containsExactly(2, 1, 0);
        assertThat(symbols.sorted()).isEqualTo(Symbols.of("ad", "buy", "cart"));
        assertThat(symbols.sorted().ranks()).containsExactly(0, 1, 2);
        Symbols sorted = symbols.sorted();
        assertThat(sorted.sorted()).isSameAs(sorted);
    }

    @Test
    void equalStringsAreRefused() {
        assertThatThrownBy(() -> Symbols.of("a", "b", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("symbols must differ, got \"a\" twice");
    }

    @Test
    void anUnknownStringIsNamedBesideSomeKnownOnes() {
        assertThatThrownBy(() -> Symbols.of("a", "b").code("c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no \"c\" among a, b");
        List<String> many = IntStream.range(0, 21).mapToObj(Integer::toString).toList();
        assertThatThrownBy(() -> Symbols.of(many).code("c"))
                .hasMessage("no \"c\" among " + String.join(", ", many.subList(0, 20)) + ", ...");
    }

    @Test
    void symbolsSurviveSerialisation() throws IOException, ClassNotFoundException {
        Symbols symbols = Symbols.of("cart", "buy", "ad");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(symbols);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(symbols).hasSameHashCodeAs(symbols);
        }
    }
}
