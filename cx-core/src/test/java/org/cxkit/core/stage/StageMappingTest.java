package org.cxkit.core.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageMappingTest {

    @ParameterizedTest
    @CsvSource({
        // the mapping the requirements state; the last one is our choice
        "awareness, awareness",
        "consideration, engagement",
        "purchase, conversion",
        "retention, retention",
        "advocacy, retention"
    })
    void fiveStagesBecomeFour(String from, String to) {
        assertThat(StageMapping.FIVE_TO_FOUR.target(StageId.of(from))).isEqualTo(StageId.of(to));
    }

    @ParameterizedTest
    @CsvSource({
        "awareness, research",
        "consideration, research",
        "purchase, purchase",
        "retention, post-purchase",
        "advocacy, post-purchase"
    })
    void fiveStagesBecomeThree(String from, String to) {
        assertThat(StageMapping.FIVE_TO_THREE.target(StageId.of(from))).isEqualTo(StageId.of(to));
    }

    @Test
    void aMappingIsTotal() {
        assertThatThrownBy(() -> StageMapping.of(StageModel.THREE, StageModel.FOUR, "awareness", "conversion"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a mapping from three stages (research, purchase, post-purchase) needs 3 targets, got 2:"
                        + " [awareness, conversion]");
        assertThatThrownBy(
                        () -> StageMapping.of(StageModel.THREE, StageModel.FOUR, "awareness", "conversion", "advocacy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("targets[2] must be a stage of four stages (awareness, engagement, conversion, retention),"
                        + " got advocacy");
        assertThatThrownBy(() -> StageMapping.FIVE_TO_FOUR.target(StageId.of("research")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage must be one of five stages (awareness, consideration, purchase, retention,"
                        + " advocacy), got research");
    }

    @Test
    void onlyMappingsThatMeetAreChained() {
        assertThatThrownBy(() -> StageMapping.FOUR_TO_THREE.then(StageMapping.FIVE_TO_FOUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the next mapping must leave three stages (research, purchase, post-purchase), got five"
                        + " stages (awareness, consideration, purchase, retention, advocacy)");
    }

    @Test
    void aMappingMayTurnTheOrderRound() {
        assertThat(StageMapping.FIVE_TO_FOUR.keepsOrder()).isTrue();
        assertThat(StageMapping.FIVE_TO_THREE.keepsOrder()).isTrue();
        StageModel there = StageModel.of("there", Stage.of("a", ""), Stage.of("b", ""));
        assertThat(new StageMapping(there, there, List.of(StageId.of("b"), StageId.of("a"))).keepsOrder())
                .isFalse();
    }
}
