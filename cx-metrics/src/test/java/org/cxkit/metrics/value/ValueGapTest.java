package org.cxkit.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Currency;
import java.util.Map;
import org.cxkit.core.rating.Band;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class ValueGapTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private static ValueTally values(long... minor) {
        return ValueAccumulator.create(EUR).addAll(minor, 0, minor.length).result();
    }

    private static final ValueGap GAP = ValueGap.of(Grouped.of(
            ValueTally.empty(EUR),
            Map.of(
                    Band.PROMOTER, values(120_50, 80_00, 200_25, 150_00, Long.MIN_VALUE),
                    Band.DETRACTOR, values(40_00, 60_10, 30_00, 10_00, 25_50))));

    @Test
    void aPromoterIsComparedWithADetractorByWelchsTest() {
        // scipy 1.17.1 stats.ttest_ind(promoters, detractors, equal_var=False)
        assertThat(GAP.value()).isCloseTo(104.5675, within(1e-12));
        assertThat(GAP.pValue().toOptional().orElseThrow()).isCloseTo(0.020463579431630918, within(1e-13));
        assertThat(GAP.interval(0.95).low()).isCloseTo(27.705539082974596, within(1e-10));
        assertThat(GAP.interval(0.95).high()).isCloseTo(181.42946091702538, within(1e-10));
        assertThat(GAP)
                .hasToString("a promoter is worth 137.69 EUR, a detractor 33.12: gap 104.57 (95 % 27.71 to 181.43),"
                        + " p 0.02046, n 4 promoters and 5 detractors, 1 missing");
        assertThat(GAP.equivalence(10).shown(0.05)).isEqualTo(Outcome.of(false));
    }

    @Test
    void aPointOfTheScoreIsWorthATwoHundredthOfTheGapForEachCustomer() {
        assertThat(GAP.perPoint(1, 0.95).estimate()).isCloseTo(104.5675 / 200, within(1e-12));
        assertThat(GAP.perPoint(1000, 0.95).low()).isCloseTo(5 * 27.705539082974596, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GAP.perPoint(0, 0.95))
                .withMessage("the number of customers must be above zero, got 0");
    }

    @Test
    void nobodyHasNoValue() {
        ValueGap nobody = ValueGap.of(Grouped.of(ValueTally.empty(EUR), Map.of()));
        assertThat(nobody).hasToString("value gap not told, n 0 promoters and 0 detractors");
        assertThat(ValueGap.of(Grouped.of(ValueTally.empty(EUR), Map.of(Band.PROMOTER, values(5_00)))))
                .hasToString("value gap not told, n 1 promoter and 0 detractors");
        assertThatIllegalStateException().isThrownBy(nobody::value).withMessage("a mean is undefined for 0 responses");
    }
}
