package org.cxkit.metrics.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.Boxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareChangeTest {

    @ParameterizedTest(name = "{0} against {1}: p {2}")
    @CsvSource({
        // scipy 1.17.1 stats.binomtest(first, first + second, 0.5)
        "5, 15, 0.04138946533203125",
        "1, 9, 0.021484375",
        "300, 700, 1.7665678007949568e-37",
        // by hand: as many one way as the other, and nobody at all
        "4, 4, 1",
        "0, 0, 1",
        "0, 3, 0.25",
    })
    void mcNemarsExactTestThrowsAFairCoin(long onlyFirst, long onlySecond, double p) {
        ShareChange change = new ShareChange(10, onlyFirst, onlySecond, 7, 0, 0);
        // the incomplete beta function is good to about 1e-13
        assertThat(change.pValue().toOptional().orElseThrow()).isCloseTo(p, within(1e-12 * p));
        ShareChange back = new ShareChange(10, onlySecond, onlyFirst, 7, 0, 0);
        assertThat(back.pValue()).isEqualTo(change.pValue());
        assertThat(back.value()).isEqualTo(-change.value() + 0.0);
    }

    @Test
    void theIntervalIsTangos() {
        // scipy 1.17.1: the likelihood maximised numerically under each difference, brentq on its score; good to 1e-8
        ShareChange change = new ShareChange(43, 1, 0, 0, 0, 0);
        assertThat(change.interval(0.90).low()).isCloseTo(-0.0956624286739193, within(1e-8));
        assertThat(change.interval(0.90).high()).isCloseTo(0.03651693856929262, within(1e-8));
    }

    @Test
    void topBoxesAreCountedFromTheGoodEndOfBothScales() {
        RatingScale marks = new RatingScale(1, 6, true);
        JointTally pairs =
                JointTally.of(marks, new int[] {1, 2, 6, 1, 5}, RatingScale.ONE_TO_FIVE, new int[] {5, 1, 5, 4, 1});
        assertThat(ShareChange.of(Boxes.of(2), pairs)).isEqualTo(new ShareChange(2, 1, 1, 1, 0, 0));
        assertThat(ShareChange.of(Boxes.of(1), Boxes.of(2), pairs)).isEqualTo(new ShareChange(2, 0, 1, 2, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareChange.of(Boxes.of(5), pairs))
                .withMessage("the top boxes must leave a rating of the scale 1..5 out, got 5");
    }

    @Test
    void saysInOneSentenceWhatChanged() {
        assertThat(new ShareChange(20, 5, 15, 10, 2, 1))
                .hasToString("50.0 % to 70.0 %: change 20.0 points (95 % 2.6 to 36.5), p 0.04139, 50 pairs, 2 missing,"
                        + " 1 invalid");
        assertThat(new ShareChange(0, 0, 0, 0, 3, 0)).hasToString("change of a share undefined, 0 pairs, 3 missing");
    }

    @Test
    void equivalenceAddsOneToEachKindOfChange() {
        // by hand after Bonett and Price: 2/102 less 3/102
        ShareChange change = new ShareChange(50, 2, 1, 47, 0, 0);
        assertThat(change.equivalence(0.1).test().centre()).isCloseTo(-1.0 / 102, within(1e-15));
        assertThat(change.equivalence(0.1).test().standardError())
                .isCloseTo(Math.sqrt((5.0 / 102 - 1.0 / 102 / 102) / 102), within(1e-15));
        assertThat(change.equivalence(0.1).shown(0.05)).isEqualTo(Outcome.of(true));
    }

    @Test
    void nobodyHasNotChanged() {
        ShareChange nobody = new ShareChange(0, 0, 0, 0, 0, 0);
        assertThatIllegalStateException()
                .isThrownBy(nobody::pValue)
                .withMessage("the change of a share is undefined for 0 responses");
        assertThatIllegalStateException().isThrownBy(() -> nobody.interval(0.95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareChange(0, -1, 0, 0, 0, 0))
                .withMessage("counts must not be negative: both=0, onlyFirst=-1, onlySecond=0, neither=0, missing=0,"
                        + " invalid=0");
    }

    @Test
    void changesOfAnyNumberOfRespondentsAreTested() {
        long many = Long.MAX_VALUE / 8;
        // the normal tail, with the correction for continuity: 2 (1 - Phi((1e9 - 1) / sqrt(n))), SciPy 1.17.1
        ShareChange change = new ShareChange(0, many, many - 1_000_000_000, 0, 0, 0);
        // 1e-8: what is known of distributions of so many
        assertThat(change.pValue().toOptional().orElseThrow()).isCloseTo(0.5101883075235474, within(1e-8));
    }
}
