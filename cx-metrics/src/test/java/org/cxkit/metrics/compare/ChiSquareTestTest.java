package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.metrics.survey.Nps;
import org.junit.jupiter.api.Test;

/** The figures of the truth file are compared in SurveyTruthTest. */
class ChiSquareTestTest {

    @Test
    void emptyGroupsAndAnswersDoNotEnter() {
        ChiSquareTest test =
                ChiSquareTest.of(List.of(new Nps(5, 0, 5, 0, 0), new Nps(0, 0, 0, 0, 0), new Nps(1, 0, 9, 0, 0)));
        // scipy 1.17.1 stats.chi2_contingency([[5, 5], [9, 1]], correction=False)
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.statistic()).isCloseTo(3.8095238095238093, within(1e-14));
        assertThat(test.pValue().toOptional().orElseThrow()).isCloseTo(0.050961936967763424, within(1e-14));
        assertThat(test.smallestExpected()).isEqualTo(3);
        assertThat(test).hasToString("chi-square 3.8095 (df 1), p 0.05096, n 20");
    }

    @Test
    void thereIsNoTestOfOneGroup() {
        ChiSquareTest test = ChiSquareTest.of(List.of(new Nps(5, 3, 5, 0, 0)));
        assertThat(test.statistic()).isZero();
        assertThat(test.pValue()).hasToString("no data (fewer than two groups or two answers have counts)");
        assertThat(ChiSquareTest.of(List.of())).hasToString("chi-square 0.0000 (df 0), p undefined, n 0");
    }

    @Test
    void whatIsMissingOrInvalidIsCountedOverAllGroups() {
        assertThat(ChiSquareTest.of(List.of(new Nps(5, 0, 5, 1, 0), new Nps(0, 0, 0, 1, 0), new Nps(1, 0, 9, 0, 1))))
                .hasToString("chi-square 3.8095 (df 1), p 0.05096, n 20, 2 missing, 1 invalid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChiSquareTest(0, 0, 0, 0, 1, -1))
                .withMessage("wanted numbers that are not negative, got the statistic 0.0, degrees of freedom 0,"
                        + " expected 0.0, n 0, missing 1, invalid -1");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquareTest.of(new long[][] {{1, 2}, {3}}))
                .withMessage("counts[1] must have 2 counts, as the first row has, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquareTest.of(new long[][] {{1, -2}}))
                .withMessage("counts[0][1] must not be negative, got -2");
    }
}
