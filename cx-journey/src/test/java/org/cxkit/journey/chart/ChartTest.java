package org.cxkit.journey.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cxkit.journey.svg.SvgDocument;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void chartsSayInWordsWhatTheyShow() {
        assertThat(description(Charts.NPS.svg()))
                .isEqualTo("Store 42.1 (31.0 to 53.2), n 812; Chat -31.5 (-42.2 to -20.1), n 160; Site 100.0;"
                        + " Letter no data (no responses)");
        assertThat(description(Charts.ANSWERS.svg()))
                .isEqualTo("Store: 120 detractors, 200 passives, 480 promoters, n 800; Letter: no data");
        assertThat(description(Charts.FUNNEL.svg()))
                .isEqualTo("Product 3,100 · 100.0 %; Cart 1,190 · 38.4 %; Purchase 1,190 · 38.4 %");
        assertThat(description(Charts.CREDIT.svg()))
                .isEqualTo("Site: first 120,000 EUR, last 98,000 EUR; Chat: first 6,000 EUR, last 0 EUR");
        assertThat(description(Charts.SURE_CREDIT.svg()))
                .isEqualTo("Site: first 12.0 (9.8 to 14.9), last 9.5 (9.5 to 9.5)");
        assertThat(description(Charts.FLOWS.svg()))
                .isEqualTo(
                        "start to Email 3 (75 %); Site to sold 2 (67 %); Email to gone 2 (40 %); Email to Site 2 (40 %);"
                                + " start to Site 1 (25 %); Site to Email 1 (33 %)");
        assertThat(description(Charts.WHALE.svg()))
                .isEqualTo("peak 90.00 EUR at 60.0 % of customers; all 5: 60.00 EUR");
        assertThat(description(new WhaleChart("t", "", List.of()).svg())).isEqualTo("no data");
    }

    private static String description(String picture) {
        return SvgDocument.parse(picture).elements("desc").get(0).getTextContent();
    }
}
