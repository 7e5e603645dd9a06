package org.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cxkit.journey.map.ExampleMaps;
import org.cxkit.journey.svg.SvgDocument;
import org.cxkit.journey.svg.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class SvgTest {
    private static final String WORDS = "A label that goes on and on, as people write them when nobody stops them, "
            .repeat(3)
            .substring(0, 200);

    static Stream<Map.Entry<String, String>> pictures() {
        return Pictures.all().entrySet().stream();
    }

    static List<String> labels() {
        return List.of(
                WORDS,
                "M".repeat(200),
                "Donaudampfschifffahrtsgesellschaftskapitän/".repeat(5).substring(0, 200),
                "顧客体験".repeat(50),
                "клиентский опыт и путь клиента ".repeat(7).substring(0, 200),
                "\uD83D\uDE00".repeat(100),
                "e\u0301".repeat(100),
                "x");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyPictureIsXmlWithItsNameAndDescriptionAndNothingToLoad(Map.Entry<String, String> picture) {
        SvgDocument svg = SvgDocument.parse(picture.getValue());
        assertThat(svg.root().getAttribute("role")).isEqualTo("img");
        assertThat(svg.root().getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(svg.root().getFirstChild().getTextContent()).isNotBlank();
        assertThat(svg.elements("desc")).hasSize(1);
        assertThat(svg.elements("desc").get(0).getTextContent()).isNotBlank();
        assertThat(picture.getValue()).doesNotContain("<script", "href", "url(", "@import", "NaN", "Infinity");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyClassIsInTheStyleSheet(Map.Entry<String, String> picture) {
        SvgDocument svg = SvgDocument.parse(picture.getValue());
        TreeSet<String> classes = new TreeSet<>();
        for (Element element : svg.elements("*")) {
            classes.addAll(List.of(element.getAttribute("class").split(" ", -1)));
        }
        classes.remove("");
        assertThat(classes).allSatisfy(name -> assertThat(Theme.css()).containsPattern("\\." + name + "[ ,{]"));
    }

    @Test
    void theStyleSheetSpeaksOfEveryStyleAndDefinesEveryVariableTwice() {
        assertThat(Theme.css()).doesNotContain(".{", ";;");
        assertThat(Theme.css()).contains(".cx text{font-family:", "font-size:11px", ".cx .cx-t4{font-size:12px");
        assertThat(Theme.css()).contains("--cx-ink:#1c2430;", "--cx-ink:#e9edf2;", "fill:#1c2430;fill:var(--cx-ink);");
        assertThat(Theme.css().chars().filter(c -> c == '{').count())
                .isEqualTo(Theme.css().chars().filter(c -> c == '}').count());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void noTextLeavesItsBox(Map.Entry<String, String> picture) {
        assertThat(SvgDocument.parse(picture.getValue()).overflows()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void noTextLeavesItsBoxHoweverLongTheLabel(String label) {
        Pictures.labelled(label).forEach((name, picture) -> {
            SvgDocument svg = SvgDocument.parse(picture);
            assertThat(svg.overflows()).as(name).isEmpty();
            assertThat(svg.elements("title").get(0).getTextContent()).as(name).startsWith(label);
        });
    }

    @Test
    void theTestOfOverflowSeesOne() {
        String good = Pictures.all().get("interval bars");
        String bad = good.replace(">Store<", ">" + WORDS + "<");
        assertThat(SvgDocument.parse(bad).overflows()).containsExactly(WORDS);
    }

    @Test
    void theSameInputGivesTheSameBytesInAnyLocale() {
        Map<String, String> first = Pictures.all();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Pictures.all()).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void thirtyTouchpointsStayBelowSixtyKilobytes() {
        String designed = Svg.of(LabelledMaps.thirty());
        String measured = Svg.of(LabelledMaps.thirty(), LabelledMaps.measured(30));
        assertThat(designed.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(45_000);
        assertThat(measured.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }

    @Test
    void hostileLabelsAreEscaped() {
        String label = "<script>alert(\"1\")</script> & \u0000 \uD800 'x' ]]>";
        Pictures.labelled(label).forEach((name, picture) -> {
            assertThat(picture).as(name).doesNotContain("<script");
            assertThat(SvgDocument.parse(picture).elements("title").get(0).getTextContent())
                    .as(name)
                    .startsWith("<script>alert(\"1\")</script> & \uFFFD \uFFFD 'x' ]]>");
        });
    }

    @Test
    void aMeasuredMapSaysWhatWasMeasured() {
        String picture = Svg.of(ExampleMaps.LAMP, ExampleMaps.LAMP_MEASURED);
        List<String> texts = SvgDocument.parse(picture).elements("text").stream()
                .map(Element::getTextContent)
                .toList();
        assertThat(texts)
                .contains("900 of 1,200", "75.0 % reached", "22.2 % end here", "next after 1 min 15 s")
                .contains("next after 1 s", "not measured", "promised within 1 d 2 h", "optional")
                .contains("0 of 1,200", "0.0 % reached", "no touchpoint", "line of visibility")
                .contains("Measured on 1,200 cases; 90 of 9,000 events (1.0 %) belong to no step.");
        assertThat(SvgDocument.parse(picture).elements("desc").get(0).getTextContent())
                .isEqualTo("Customer journey in 4 stages. Awareness: Sees a post. Consideration: Search, emotion +0.5,"
                        + " reached by 900; Product, emotion +1.2, reached by 700; Chat, emotion -1.5, reached by 80."
                        + " Purchase: Purchase, emotion +1.8, reached by 0. Advocacy: no touchpoint.");
    }

    @Test
    void aDesignedMapSaysNothingOfMeasuring() {
        assertThat(Svg.of(ExampleMaps.LAMP)).doesNotContain("easured", "end here");
    }
}
