package org.cxkit.core.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageModelTest {

    @Test
    void theUsualModelsAreInOrder() {
        assertThat(StageModel.FIVE)
                .hasToString("five stages (awareness, consideration, purchase, retention, advocacy)");
        assertThat(StageModel.FOUR).hasToString("four stages (awareness, engagement, conversion, retention)");
        assertThat(StageModel.THREE).hasToString("three stages (research, purchase, post-purchase)");
        assertThat(StageModel.FIVE.stages())
                .allSatisfy(stage -> assertThat(stage.definition()).isNotBlank());
    }

    @Test
    void orderingQuestionsAreAnswered() {
        StageId purchase = StageId.of("purchase");
        StageId advocacy = StageId.of("advocacy");
        assertThat(StageModel.FIVE.indexOf(purchase)).isEqualTo(2);
        assertThat(StageModel.FIVE.before(purchase, advocacy)).isTrue();
        assertThat(StageModel.FIVE.before(advocacy, purchase)).isFalse();
        assertThat(StageModel.FIVE.before(purchase, purchase)).isFalse();
        assertThatThrownBy(() -> StageModel.THREE.indexOf(advocacy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage must be one of three stages (research, purchase, post-purchase), got advocacy");
    }

    @Test
    void aStageIsFoundByIdentifierOrName() {
        StageModel custom =
                StageModel.of("club", Stage.of("First visit", "comes in"), new Stage(StageId.of("m"), "Member", ""));
        assertThat(custom.find(" first VISIT ")).contains(custom.stages().get(0));
        assertThat(custom.find("first_visit")).contains(custom.stages().get(0));
        assertThat(custom.find("member")).contains(custom.stages().get(1));
        assertThat(custom.find(StageId.of("m"))).contains(custom.stages().get(1));
        assertThat(custom.find("elsewhere")).isEmpty();
        assertThat(custom.contains(StageId.of("m"))).isTrue();
        assertThat(custom.contains(StageId.of("member"))).isFalse();
    }

    @Test
    void aModelHasStagesEachOnce() {
        assertThatThrownBy(() -> new StageModel("empty", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage model empty must have at least one stage, got none");
        assertThatThrownBy(() -> StageModel.of("twice", Stage.of("A", ""), Stage.of("B", ""), Stage.of("a", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stages[2] of stage model twice must not repeat an earlier one, got a");
        assertThatThrownBy(() -> StageModel.of(" ", Stage.of("A", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage model name must not be blank, got \" \"");
        assertThatThrownBy(() -> new Stage(StageId.of("a"), "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage name must not be blank, got \"\"");
    }
}
