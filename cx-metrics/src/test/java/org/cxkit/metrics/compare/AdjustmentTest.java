package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures of the truth file are compared in SurveyTruthTest. */
class AdjustmentTest {

    @Test
    void benjaminiHochbergKeepsTheOrderGivenAndTreatsTiesAlike() {
        // scipy 1.17.1 stats.false_discovery_control
        assertThat(Adjustment.BENJAMINI_HOCHBERG.adjust(0.01, 0.01, 0.03, 0.02, 0.9))
                .containsExactly(new double[] {0.025, 0.025, 0.0375, 0.1 / 3, 0.9}, within(1e-15));
    }

    @Test
    void holmStepsDownByHand() {
        // sorted .01 .02 .03: 3 * .01, 2 * .02, then not below what came before
        assertThat(Adjustment.HOLM.adjust(0.02, 0.03, 0.01)).containsExactly(0.04, 0.04, 0.03);
        assertThat(Adjustment.HOLM.adjust(0.5, 0.5)).containsExactly(1, 1);
    }

    @Test
    void noneLeavesAllAsItIs() {
        assertThat(Adjustment.NONE.adjust(0.5, 0.1)).containsExactly(0.5, 0.1);
    }

    @Test
    void aMapKeepsItsKeysAndTheirOrder() {
        Map<String, Double> p = new LinkedHashMap<>();
        p.put("web", 0.04);
        p.put("chat", 0.01);
        assertThat(Adjustment.BONFERRONI.adjust(p).toString()).isEqualTo("{web=0.08, chat=0.02}");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAdjustedToNothing(Adjustment adjustment) {
        assertThat(adjustment.adjust()).isEmpty();
        assertThat(adjustment.title()).isNotBlank();
    }

    @Test
    void refusesWhatIsNoPValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.HOLM.adjust(0.5, 1.5))
                .withMessage("pValues[1] must be from 0 to 1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.HOLM.adjust(Double.NaN))
                .withMessage("pValues[0] must be from 0 to 1, got NaN");
    }

    @Test
    void tenThousandAreAdjusted() {
        double[] p = IntStream.range(0, 10_000)
                .mapToDouble(i -> (i * 7919 % 10_000) / 10_000.0)
                .toArray();
        double[] adjusted = Adjustment.BENJAMINI_HOCHBERG.adjust(p);
        // i / m is the p-value of rank i + 1: the least m p / rank is that of the last, 1 - 1 / m, beyond the first
        assertThat(adjusted[0]).isZero();
        assertThat(Arrays.stream(adjusted).max().orElseThrow()).isCloseTo(0.9999, within(1e-12));
    }

    @Property(tries = 200)
    void agreesWithTheDefinitionTermByTerm(
            @ForAll @Size(max = 12) double @DoubleRange(min = 0, max = 1) [] p, @ForAll Adjustment adjustment) {
        double[] rounded = Arrays.stream(p)
                .map(x -> Math.round(Math.abs(x) % 1 * 8) / 8.0) // few values, so that there are ties
                .toArray();
        double[] adjusted = adjustment.adjust(rounded);
        for (int i = 0; i < rounded.length; i++) {
            assertThat(adjusted[i]).isCloseTo(definition(adjustment, rounded, rounded[i]), within(1e-15));
        }
    }

    private static double definition(Adjustment adjustment, double[] p, double own) {
        double m = p.length;
        double told = adjustment == Adjustment.BENJAMINI_HOCHBERG ? 1 : 0;
        for (double other : p) {
            long notAbove = Arrays.stream(p).filter(x -> x <= other).count();
            long below = Arrays.stream(p).filter(x -> x < other).count();
            if (adjustment == Adjustment.BENJAMINI_HOCHBERG && other >= own) {
                told = Math.min(told, m / notAbove * other);
            } else if (adjustment == Adjustment.HOLM && other <= own) {
                told = Math.max(told, Math.min(1, (m - below) * other));
            }
        }
        return switch (adjustment) {
            case NONE -> own;
            case BONFERRONI -> Math.min(1, m * own);
            case HOLM, BENJAMINI_HOCHBERG -> told;
        };
    }
}
