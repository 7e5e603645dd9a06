package org.cxkit.metrics.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.CesVersion;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    private static final RatingScale EASE = CesVersion.CES2.scale();
    private static final RatingScale CSAT = RatingScale.ONE_TO_FIVE;
    private static final int[] EASY = {7, 6, 6, 5, 4, 3, 2, 7, 5, 1, 6, 4};
    private static final int[] SATISFIED = {5, 5, 4, 4, 3, 3, 1, 5, 3, 2, 4, 4};

    @Test
    void agreesWithScipy() {
        Correlation told = Correlation.of(JointTally.of(EASE, EASY, CSAT, SATISFIED));
        // scipy 1.17.1 stats.pearsonr (with confidence_interval), spearmanr, kendalltau
        assertThat(value(told.pearson())).isCloseTo(0.889610912085207, within(1e-14));
        assertThat(value(told.pValue())).isCloseTo(0.00010696882150906406, within(1e-14));
        assertThat(told.interval(0.95).toOptional().orElseThrow().low()).isCloseTo(0.6450275635248605, within(1e-13));
        assertThat(told.interval(0.95).toOptional().orElseThrow().high()).isCloseTo(0.9688612501343014, within(1e-13));
        assertThat(value(told.spearman())).isCloseTo(0.8959764313756801, within(1e-14));
        assertThat(value(told.kendall())).isCloseTo(0.8081376242652525, within(1e-14));
        assertThat(told).hasToString("correlation 0.890 (95 % 0.645 to 0.969), p 0.0001070, 12 pairs");
        // by hand: 2 r / (1 + r)
        assertThat(value(told.reliability())).isCloseTo(2 * 0.889610912085207 / 1.889610912085207, within(1e-14));
    }

    private static double value(Outcome<Double> figure) {
        return figure.toOptional().orElseThrow();
    }

    @Test
    void effortAndEaseCorrelateAlikeWithSatisfaction() {
        RatingScale effort = EASE.reversed();
        int[] hard = EASY.clone();
        for (int i = 0; i < hard.length; i++) {
            hard[i] = effort.reverse(hard[i]);
        }
        assertThat(Correlation.of(JointTally.of(effort, hard, CSAT, SATISFIED)))
                .isEqualTo(Correlation.of(JointTally.of(EASE, EASY, CSAT, SATISFIED)));
    }

    @Test
    void theSameAnswerFromAllCorrelatesWithNothing() {
        Correlation told = Correlation.of(JointTally.of(EASE, new int[] {4, 4, 4}, CSAT, new int[] {1, 3, 5}));
        assertThat(told.pearson()).hasToString("no data (all gave the same answer to a question)");
        assertThat(told.reliability()).hasToString("no data (all gave the same answer to a question)");
        assertThat(told).hasToString("correlation undefined, p undefined, 3 pairs");
        assertThat(Correlation.of(JointTally.empty(EASE, CSAT)))
                .hasToString("correlation undefined, p undefined, 0 pairs");
    }

    @Test
    void aPerfectCorrelationHasNoInterval() {
        Correlation told = Correlation.of(JointTally.of(CSAT, new int[] {1, 2, 3, 4}, CSAT, new int[] {5, 4, 3, 2}));
        assertThat(value(told.pearson())).isEqualTo(-1);
        assertThat(value(told.kendall())).isEqualTo(-1);
        assertThat(told.interval(0.95)).hasToString("no data (fewer than 4 pairs or a perfect correlation)");
        assertThat(value(told.pValue())).isEqualTo(1e-300);
        assertThat(told.reliability()).hasToString("no data (the questions do not correlate positively)");
    }

    @Test
    void refusesWhatIsNoCorrelation() {
        Outcome<Double> none = Outcome.noData("none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Correlation(1, Outcome.of(1.5), none, none, 0, 0))
                .withMessage("a correlation must be from -1 to 1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Correlation(-1, none, none, none, 0, 0))
                .withMessage("counts must not be negative: pairs=-1, missing=0, invalid=0");
    }

    @Provide
    Arbitrary<int[]> ratings() {
        return Arbitraries.integers().between(1, 5).array(int[].class).ofSize(25);
    }

    @Property(tries = 100)
    void kendallsTauIsWhatTheObviousLoopOverAllPairsOfRespondentsGives(
            @ForAll("ratings") int[] first, @ForAll("ratings") int[] second) {
        long net = 0;
        long untiedFirst = 0;
        long untiedSecond = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                net += (long) Integer.signum(first[i] - first[j]) * Integer.signum(second[i] - second[j]);
                untiedFirst += first[i] != first[j] ? 1 : 0;
                untiedSecond += second[i] != second[j] ? 1 : 0;
            }
        }
        Outcome<Double> tau =
                Correlation.of(JointTally.of(CSAT, first, CSAT, second)).kendall();
        if (untiedFirst == 0 || untiedSecond == 0) {
            assertThat(tau).isInstanceOf(Outcome.NoData.class);
        } else {
            double expected = (double) net / Math.sqrt((double) untiedFirst * (double) untiedSecond);
            assertThat(value(tau)).isCloseTo(expected, within(1e-15));
        }
    }
}
