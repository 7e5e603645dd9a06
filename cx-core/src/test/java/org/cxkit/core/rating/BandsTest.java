package org.cxkit.core.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyRatingIsInOneBandAndBandsRise(@ForAll("bands") Bands bands) {
        List<Band> found = IntStream.rangeClosed(
                        bands.scale().min(), bands.scale().max())
                .mapToObj(bands::of)
                .toList();
        List<Band> sorted = new ArrayList<>(found);
        Collections.sort(sorted);
        assertThat(found).isEqualTo(sorted).contains(Band.DETRACTOR, Band.PROMOTER);
    }

    @Provide
    Arbitrary<Bands> bands() {
        return Arbitraries.integers()
                .between(-10, 10)
                .flatMap(min -> Arbitraries.integers()
                        .between(min + 1, min + 12)
                        .flatMap(max -> Arbitraries.integers()
                                .between(min, max - 1)
                                .flatMap(detractorMax -> Arbitraries.integers()
                                        .between(detractorMax + 1, max)
                                        .map(promoterMin ->
                                                new Bands(new RatingScale(min, max), detractorMax, promoterMin)))));
    }

    @ParameterizedTest
    @CsvSource({"-1, 9", "6, 11", "9, 9", "9, 8"})
    void bandsThatDoNotDivideTheScaleAreRefused(int detractorMax, int promoterMin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bands(RatingScale.ZERO_TO_TEN, detractorMax, promoterMin))
                .withMessage("bands must divide the scale 0..10, got detractors to " + detractorMax
                        + ", promoters from " + promoterMin);
    }

    @Test
    void aScaleWhoseLowEndIsGoodHasNoBands() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bands(new RatingScale(1, 5, true), 3, 5))
                .withMessage(
                        "bands need a scale whose high end is good, got 1..5 (1 is best): reverse its answers first");
    }

    @Test
    void theUsualBandsReadAsTheyAreWritten() {
        assertThat(Bands.ZERO_TO_TEN).hasToString("0-6|7-8|9-10");
        assertThat(Bands.EUROPEAN).hasToString("0-5|6-7|8-10");
        assertThat(Bands.ONE_TO_TEN).hasToString("1-6|7-8|9-10");
        assertThat(Bands.ONE_TO_FIVE).hasToString("1-3|4|5");
        assertThat(Bands.ONE_TO_SEVEN).hasToString("1-5|6|7");
        assertThat(new Bands(RatingScale.ONE_TO_THREE, 2, 3)).hasToString("1-2|3");
    }

    @Test
    void aRatingOffTheScaleHasNoBand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bands.ZERO_TO_TEN.of(-1))
                .withMessage("rating off the scale 0..10: -1");
    }
}
