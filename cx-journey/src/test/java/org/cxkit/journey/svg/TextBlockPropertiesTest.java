package org.cxkit.journey.svg;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
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

    @Example
    void aNumberStaysWithItsUnit() {
        assertThat(TextBlock.wrap("promised within 1 d 3 h", TextStyle.SMALL, 95)
                        .lines())
                .containsExactly("promised within", "1 d 3 h");
        assertThat(TextBlock.wrap("felt +0.2, n 120 (5 %)", TextStyle.SMALL, 70).lines())
                .containsExactly("felt +0.2,", "n 120 (5 %)");
        assertThat(TextBlock.wrap("in s", TextStyle.SMALL, 15).lines()).hasSizeGreaterThan(1);
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
