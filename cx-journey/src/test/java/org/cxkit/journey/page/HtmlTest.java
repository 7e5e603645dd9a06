package org.cxkit.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.Chapter;
import org.cxkit.journey.report.CxReport;
import org.cxkit.journey.report.LifetimeTable;
import org.cxkit.journey.report.Reports;
import org.cxkit.metrics.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

class HtmlTest {

    static Stream<CxReport> reports() {
        return Stream.concat(
                Stream.of(
                        new CxReport("Empty", List.of()),
                        new CxReport(
                                "No part",
                                List.of(Chapter.titled("t", Reports.ORIGIN).build())),
                        new CxReport("Credit", List.of(Reports.credits())),
                        Reports.everything()),
                awkwardNames().map(name -> new CxReport(name, List.of(Reports.full(name)))));
    }

    static Stream<String> awkwardNames() {
        return Stream.of(
                "x",
                "<&\">",
                "]]></style><script>alert(1)</script>",
                "&amp; 'quoted' --> <!-- {0} %s %n $1 \\",
                "l".repeat(200),
                "two\nlines\tand a tab",
                "bell \u0007 null \u0000 half \uD83D done",
                "naïve 東京 Владимир مرحبا 🛒🛒",
                "word ".repeat(60).strip());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void thePageIsWellFormedAndItsIdsAreUnique(CxReport report) {
        Set<String> ids = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Element element : elements(report)) {
            if (element.hasAttribute("id") && !ids.add(element.getAttribute("id"))) {
                twice.add(element.getAttribute("id"));
            }
        }
        assertThat(twice).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void thePageLoadsAndRunsNothing(CxReport report) {
        List<Element> page = elements(report);
        Set<String> ids = new HashSet<>();
        page.forEach(element -> ids.add(element.getAttribute("id")));
        Set<String> active = Set.of("script", "link", "iframe", "object", "embed", "img", "image", "base", "form");
        List<String> offences = new ArrayList<>();
        for (Element element : page) {
            String content = element.getTagName().equals("style") ? element.getTextContent() : "";
            if (active.contains(element.getTagName()) || content.contains("@import") || content.contains("//")) {
                offences.add(element.getTagName());
            }
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                String name = attributes.item(i).getNodeName();
                String value = attributes.item(i).getNodeValue();
                boolean strayLink =
                        name.endsWith("href") && !(value.startsWith("#") && ids.contains(value.substring(1)));
                boolean remote = value.contains("//") && !name.equals("xmlns");
                if (strayLink || remote || name.equals("src") || name.startsWith("on")) {
                    offences.add(name + "=" + value);
                }
            }
        }
        assertThat(offences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyCardCarriesTheLabelOfItsData(CxReport report) {
        List<Element> cards = elements(report).stream()
                .filter(element -> element.getAttribute("class").equals("card"))
                .toList();
        for (Element card : cards) {
            Element badge = (Element) card.getElementsByTagName("span").item(0);
            assertThat(badge.getAttribute("class")).startsWith("badge");
            assertThat(badge.getTextContent()).isEqualTo(label(report, card));
        }
    }

    private static String label(CxReport report, Element card) {
        Element section = card;
        while (!section.getAttribute("class").equals("chapter")) {
            section = (Element) section.getParentNode();
        }
        int index = Integer.parseInt(section.getAttribute("id").substring("chapter-".length())) - 1;
        return report.chapters().get(index).origin().kind().label();
    }

    @Test
    void everyPartIsACard() {
        List<String> titles = new ArrayList<>();
        for (Element heading : elements(new CxReport("r", List.of(Reports.full("checkout"))), "h3")) {
            titles.add(heading.getTextContent());
        }
        assertThat(titles)
                .containsExactly(
                        "What the data say",
                        "The journey as designed, and as checkout went through it",
                        "Funnel of checkout",
                        "Promises kept",
                        "Tickets handed over between channels",
                        "NPS by channel",
                        "NPS by stage",
                        "NPS by location",
                        "NPS by persona",
                        "CSAT by channel",
                        "CSAT by stage",
                        "CSAT by location",
                        "CSAT by persona",
                        "checkout",
                        "The channel funnel",
                        "Who is worth what: the value of the purchases to come",
                        "4C convenience: does a customer cost more than he or she is worth?",
                        "The 4C model: wants, cost, convenience, communication");
    }

    @Test
    void anEmptyReportSaysSo() {
        assertThat(Html.of(new CxReport("Nothing yet", List.of())))
                .contains("<h1>Nothing yet</h1>", "<p class=\"soft\">No data.</p>")
                .doesNotContain("<nav");
    }

    @Test
    void aChapterAboutNothingGivesReasonsAndNoFigure() {
        String page = Html.of(new CxReport("r", List.of(Reports.aboutNothing())));
        assertThat(page)
                .contains(
                        "no data (no valid answers)",
                        "no data (no arrivals)",
                        "<figcaption>no data (no customers with all costs known)</figcaption>")
                .doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void creditIsToldWithoutConversionsOfOneChannelAndWithValue() {
        String page = Html.of(new CxReport("r", List.of(Reports.credits())));
        assertThat(page)
                .contains(
                        "P(conversion): 0.0 %. No removal effects: no conversions.",
                        "P(conversion): 40.0 %. The removal effect",
                        "<desc>Search: conversions 100.0 %</desc>",
                        "<desc>Email: conversions 100.0 %, value 100.0 %; Search: conversions 50.0 %, value 50.0 %</desc>",
                        "<td>2.0<small>(0.0 to 6.0)</small>")
                .doesNotContain("NaN", "Infinity", "null<");
    }

    @Test
    void aDashInTheFunnelHasItsReason() {
        String page = Html.of(new CxReport("r", List.of(Reports.full("checkout"))));
        // by hand: twelve contacts by last touch, none of them qualified, and twelve sales
        assertThat(page.replace("\n", ""))
                .contains(
                        "<td>12<small>100.0 %</small><small>(75.8 to 100.0)</small></td>",
                        "<td>12<small>–</small><small></small></td>",
                        "<p class=\"soft\">–: the stage before is empty</p>");
    }

    @Test
    void theWorthOfCustomersIsToldWithItsIntervalsAndHowSureVerdictsAre() {
        CxReport report = new CxReport("r", List.of(Reports.full("checkout")));
        LifetimeTable table = Objects.requireNonNull(report.chapters().get(0).lifetime());
        LifetimeTable.Row first = table.best().get(0);
        Interval interval = first.interval().toOptional().orElseThrow();
        String page = Html.of(report).replace("\n", "");
        assertThat(page)
                .contains(
                        "<td>checkout</td><td>"
                                + Figures.money(first.value().toOptional().orElseThrow()) + "<small>"
                                + Figures.decimal(interval.low(), 2) + " to " + Figures.decimal(interval.high(), 2)
                                + "</small></td>",
                        "<td>likely pass (95 % sure)</td><td>3</td><td>3</td>",
                        "<td>uncertain</td><td>0</td><td>1</td>",
                        "C2 cost of use</td>",
                        "money 12.50 EUR (n 1); time 30 min (n 1); effort 2.50 (checkout) (n 1); psychic unknown");
        long histograms = page.split("<title>Customers by P\\(alive\\)", -1).length - 1L;
        assertThat(histograms).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("awkwardNames")
    void everyNameIsShownAsItIs(String name) {
        String shown = name.replaceAll("[\\u0000\\u0007]", "\uFFFD").replace("\uD83D ", "\uFFFD ");
        List<Element> headings = elements(new CxReport(name, List.of(Reports.full(name))), "h2");
        assertThat(headings).extracting(Element::getTextContent).containsExactly(shown);
    }

    @Test
    void thePageIsTheSameInEveryLocaleAndEachTime() {
        Locale before = Locale.getDefault();
        String page = Html.of(Reports.everything());
        String text = Text.of(Reports.everything());
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Html.of(Reports.everything())).as(tag).isEqualTo(page);
                assertThat(Text.of(Reports.everything())).as(tag).isEqualTo(text);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void contentsLinkToEveryChapterOfSeveral() {
        assertThat(elements(Reports.everything(), "a"))
                .extracting(link -> link.getAttribute("href") + " " + link.getTextContent())
                .containsExactly("#chapter-1 checkout", "#chapter-2 Nothing");
        assertThat(elements(new CxReport("r", List.of(Reports.aboutNothing())), "nav"))
                .isEmpty();
    }

    private static List<Element> elements(CxReport report) {
        return elements(report, "*");
    }

    private static List<Element> elements(CxReport report, String name) {
        NodeList found = Pages.parse(Html.of(report)).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
