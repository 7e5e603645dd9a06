package org.cxkit.core.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SymbolsPropertiesTest {

    @Property
    void codesAreGivenInOrderOfArrival(@ForAll("texts") List<String> texts) {
        Symbols.Builder builder = Symbols.builder();
        List<String> expected = new ArrayList<>(new LinkedHashSet<>(texts));
        for (String text : texts) {
            assertThat(builder.intern(CharBuffer.wrap(text))).isEqualTo(expected.indexOf(text));
            assertThat(builder.intern(text)).isEqualTo(expected.indexOf(text));
        }
        Symbols symbols = builder.build();
        assertThat(symbols.names()).isEqualTo(expected);
        assertThat(symbols).isEqualTo(Symbols.of(expected));
        for (String text : expected) {
            assertThat(symbols.code(CharBuffer.wrap(text))).isEqualTo(expected.indexOf(text));
        }
        assertThat(symbols.sorted().names()).isSorted().containsExactlyInAnyOrderElementsOf(expected);
        int[] ranks = symbols.ranks();
        for (int code = 0; code < symbols.size(); code++) {
            assertThat(symbols.sorted().name(ranks[code])).isEqualTo(symbols.name(code));
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        // "Aa" and "BB" have one hash code, and so have all their compounds
        Arbitrary<String> colliding =
                Arbitraries.of("Aa", "BB").list().ofMaxSize(6).map(parts -> String.join("", parts));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(5);
        return Arbitraries.oneOf(colliding, any).list().ofMaxSize(120);
    }
}
