package org.cxkit.journey.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
        assertThat(description(Charts.TRACKING.svg()))
                .isEqualTo("calibration ends 2026-03-09: made 12, expected 11; 2026-03-23: made 41, expected 40");
        assertThat(description(Charts.ALIVE.svg()))
                .isEqualTo("0.00 to 0.25: 3; 0.25 to 0.50: 0; 0.50 to 0.75: 1,200; 0.75 to 1.00: 40");
    }

    @Test
    void theEndOfTheCalibrationIsMarkedWhereThereArePointsOnBothSides() {
        assertThat(Charts.TRACKING.svg()).contains(">calibration ends 2026-03-09</text>");
        TrackingChart later = new TrackingChart("t", LocalDate.of(2027, 1, 1), Charts.TRACKING.points());
        assertThat(later.svg()).doesNotContain("calibration ends");
        assertThat(description(later.svg())).isEqualTo("2026-03-23: made 41, expected 40");
    }

    @Test
    void theBarsOfAHistogramAreAsHighAsTheirCounts() {
        SvgDocument picture = SvgDocument.parse(new HistogramBars("t", "x", 0, 4, List.of(1L, 2L, 0L, 4L)).svg());
        List<Double> heights = picture.elements("rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("cx-seen"))
                .map(rect -> Double.valueOf(rect.getAttribute("height")))
                .toList();
        assertThat(heights).containsExactly(37.5, 75.0, 0.0, 150.0); // the axis goes up to 4
    }

    private static String description(String picture) {
        return SvgDocument.parse(picture).elements("desc").get(0).getTextContent();
    }
}
