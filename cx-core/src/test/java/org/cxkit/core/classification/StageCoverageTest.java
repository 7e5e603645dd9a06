package org.cxkit.core.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.cxkit.core.Examples;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.junit.jupiter.api.Test;

class StageCoverageTest {

    private static final ClassifiedTouchpoints ALL = ClassifiedTouchpoints.classify(List.of(
            Classification.of(Examples.CHECKOUT, Presence.PRESENT, Ownership.BRAND),
            Classification.of(Examples.CHAT, Presence.PRESENT, Ownership.PARTNER),
            Classification.of(Examples.CALL, Presence.ABSENT, Control.FULL),
            Classification.of(Examples.MAIL, Presence.PRESENT, Control.FULL)));

    private static final StageCoverage COVERAGE = StageCoverage.of(StageModel.FIVE, ALL);

    @Test
    void aStageIsCoveredByAPresentTouchpoint() {
        // chat serves consideration and retention, checkout purchase; the call is absent, the mail names no stage
        assertThat(COVERAGE.cells())
                .containsExactly(
                        new StageCoverage.Cell(StageId.of("awareness"), 0, null),
                        new StageCoverage.Cell(Examples.CONSIDERATION, 1, Control.SHARED),
                        new StageCoverage.Cell(Examples.PURCHASE, 1, Control.FULL),
                        new StageCoverage.Cell(Examples.RETENTION, 1, Control.SHARED),
                        new StageCoverage.Cell(StageId.of("advocacy"), 0, null));
        assertThat(COVERAGE.gaps()).containsExactly(StageId.of("awareness"), StageId.of("advocacy"));
        assertThat(COVERAGE.share()).isEqualTo(0.6);
        assertThat(COVERAGE).hasToString("stage coverage 60.0 %, 3 of 5 stages, none at [awareness, advocacy]");
    }

    @Test
    void theWeightedShareCountsTheMostControlOfEachStage() {
        // by hand: (2/3 + 1 + 2/3) / 5; two thirds and their sum are rounded, hence the tolerance of two ulps
        assertThat(COVERAGE.weightedShare()).isCloseTo(7.0 / 15, within());
        assertThat(COVERAGE.weightedShare(new ControlWeights(1, 0.5, 0.25, 0))).isEqualTo(0.4);
        assertThat(COVERAGE.weightedShare(new ControlWeights(1, 1, 1, 1))).isEqualTo(COVERAGE.share());
        assertThat(COVERAGE.weightedShare(new ControlWeights(0, 0, 0, 0))).isZero();
    }

    private static Offset<Double> within() {
        return Offset.offset(2 * Math.ulp(7.0 / 15));
    }

    @Test
    void oneMoreTouchpointUnderMoreControlRaisesTheStage() {
        ClassifiedTouchpoints more = ClassifiedTouchpoints.classify(List.of(
                Classification.of(Examples.CALL, Presence.PRESENT, Control.FULL),
                Classification.of(Examples.CHAT, Presence.PRESENT, Control.NONE)));
        assertThat(StageCoverage.of(StageModel.FIVE, more).cells().get(3))
                .isEqualTo(new StageCoverage.Cell(Examples.RETENTION, 2, Control.FULL));
    }

    @Test
    void aTouchpointOfAnotherModelIsRefused() {
        assertThatThrownBy(() -> StageCoverage.of(StageModel.THREE, ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("touchpoint call must serve stages of three stages (research, purchase, post-purchase), got"
                        + " retention");
    }

    @Test
    void cellsAgreeWithThemselves() {
        assertThatThrownBy(() -> new StageCoverage(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coverage needs at least one stage, got none");
        assertThatThrownBy(() -> new StageCoverage.Cell(Examples.PURCHASE, 0, Control.FULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage purchase must have a control exactly if it has a touchpoint, got 0 and FULL");
        assertThatThrownBy(() -> new StageCoverage.Cell(Examples.PURCHASE, 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage purchase must have a control exactly if it has a touchpoint, got 1 and null");
        assertThatThrownBy(() -> new StageCoverage.Cell(Examples.PURCHASE, -1, Control.FULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("present must not be negative, got -1");
    }

    @Test
    void weightsFallAsControlDoes() {
        assertThat(ControlWeights.EQUAL_STEPS.weight(Control.FULL)).isEqualTo(1);
        assertThat(ControlWeights.EQUAL_STEPS.weight(Control.SHARED)).isEqualTo(2.0 / 3);
        assertThat(ControlWeights.EQUAL_STEPS.weight(Control.INFLUENCE)).isEqualTo(1.0 / 3);
        assertThat(ControlWeights.EQUAL_STEPS.weight(Control.NONE)).isZero();
        assertThat(new ControlWeights(1, 0, 0, -0.0)).isEqualTo(new ControlWeights(1, 0, 0, 0));
        assertThatThrownBy(() -> new ControlWeights(1, 0.2, 0.5, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights must fall from at most 1 to at least 0 as control does, got full=1.0, shared=0.2,"
                        + " influence=0.5, none=0.0");
        assertThatThrownBy(() -> new ControlWeights(1, Double.NaN, 0.5, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ControlWeights(2, 1, 0.5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ControlWeights(1, 1, 0.5, -0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
