package org.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextBlockPropertiesTest {

    @Property
    void nothingIsLostAndNothingIsTooWide(
            @ForAll("texts") String text, @ForAll @IntRange(min = 20, max = 300) int width) {
        TextBlock block = TextBlock.wrap(text, TextStyle.NAME, width);
        assertThat(String.join("", block.lines()).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
        assertThat(block.lines())
                .allSatisfy(line -> assertThat(TextStyle.NAME.width(line)).isLessThanOrEqualTo(width));
        assertThat(block.lines())
                .allSatisfy(line -> assertThat(line.isEmpty() || !Glyphs.joins(line.codePointAt(0)))
                        .isTrue());
    }

    @Property
    void aTextIsAtLeastAsWideAsEachOfItsParts(@ForAll("texts") String first, @ForAll("texts") String second) {
        double both = TextStyle.BODY.width(first + second);
        assertThat(both).isGreaterThanOrEqualTo(TextStyle.BODY.width(first));
        assertThat(both).isGreaterThanOrEqualTo(TextStyle.BODY.width(second));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words =
                Arbitraries.of("a", "Mmm", "path/to/a", "naïve", "客", "e\u0301", "WWWWWWWWWWWWWWWWWW", "-");
        return words.list().ofMaxSize(20).map(list -> String.join(" ", list));
    }
}
