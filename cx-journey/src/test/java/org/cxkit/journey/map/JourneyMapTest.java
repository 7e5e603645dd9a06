package org.cxkit.journey.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.cxkit.core.stage.Stage;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.core.touchpoint.TouchpointType;
import org.junit.jupiter.api.Test;

class JourneyMapTest {

    @Test
    void theBuilderKeepsStagesAndElementsInOrder() {
        JourneyMap map = JourneyMap.named("Web shop")
                .stage("Consideration")
                .loop("product_view", "compare")
                .stage("Purchase")
                .step("add_to_cart")
                .optional("cart")
                .step("purchase")
                .within(Duration.ofHours(24))
                .build();

        assertThat(map.steps())
                .extracting(step -> step.id().value())
                .containsExactly("product_view", "compare", "add_to_cart", "cart", "purchase");
        assertThat(map.stages().get(0).elements())
                .containsExactly(new Loop(List.of(Step.of("product_view"), Step.of("compare"))));
        assertThat(map.stages().get(1).elements())
                .containsExactly(
                        Step.of("add_to_cart"),
                        new OptionalElement(Step.of("cart")),
                        Step.of("purchase").withPromise(Duration.ofHours(24)));
        assertThat(map.step(TouchpointId.of("cart"))).contains(Step.of("cart"));
        assertThat(map.step(TouchpointId.of("nowhere"))).isEmpty();
    }

    @Test
    void aStageOfTheFiveHasItsDefinitionAndAnyOtherNone() {
        JourneyMap map =
                JourneyMap.named("m").stage("Purchase").stage("Unboxing").build();
        assertThat(map.stages().get(0).stage())
                .isEqualTo(StageModel.FIVE.find("Purchase").orElseThrow());
        assertThat(map.stages().get(1).stage()).isEqualTo(Stage.of("Unboxing", ""));
    }

    @Test
    void aPromiseMayBeOnAnOptionalStep() {
        JourneyMap map = JourneyMap.named("m")
                .stage("s")
                .optional("a")
                .within(Duration.ofMinutes(5))
                .build();
        assertThat(map.steps().get(0).within()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        JourneyMapBuilder builder = JourneyMap.named("m")
                .stage("Purchase")
                .step("a")
                .step("a")
                .stage("Purchase")
                .step(Step.of("b").withEvents("x", "a"))
                .step(Step.of("c").withEvents("x"));
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("journey map \"m\": step a occurs twice; stage purchase occurs twice; event a belongs to"
                        + " step a and to step b; event x belongs to step b and to step c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JourneyMap.named(" ").build())
                .withMessage(
                        "journey map \" \": the name must not be blank; there must be at least one stage, got none");
    }

    @Test
    void theBuilderWantsThingsInOrder() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> JourneyMap.named("m").step("a"))
                .withMessage("a step wants a stage before it: call stage(...) first");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> JourneyMap.named("m").stage("s").within(Duration.ofDays(1)))
                .withMessage("within wants a step before it, got null");
    }

    @Test
    void partsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Step.of("a").withTitle(" "))
                .withMessage("step a must have a title, got \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Step.of("a").withEmotion(2.5))
                .withMessage("valence must be from -2 to +2, got 2.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Step.of("a").withEvents())
                .withMessage("step a must have at least one event, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Step.of("a").withEvents("x", "x"))
                .withMessage("step a names event x twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Step.of("a").withChannels(Channel.CHAT, Channel.CHAT))
                .withMessage("step a names channel chat twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Step.of("a").withPromise(Duration.ZERO))
                .withMessage("promise of step a must be longer than zero, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Loop(List.of()))
                .withMessage("a loop must have at least one element, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PainPoint("p", 6))
                .withMessage("severity must be 1 to 5, got 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PainPoint("", 1))
                .withMessage("a pain point must have a text, got \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opportunity(Opportunity.Kind.DELIGHT, "o", 0))
                .withMessage("impact must be 1 to 5, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opportunity(Opportunity.Kind.DELIGHT, " ", 1))
                .withMessage("an opportunity must have a text, got \" \"");
    }

    @Test
    void aStepTakesItsTitleFromItsIdentifierOrItsTouchpoint() {
        assertThat(Step.of("add_to_cart").title()).isEqualTo("Add to cart");
        assertThat(Step.of("_").title()).isEqualTo("_");
        Touchpoint till = Touchpoint.builder("till")
                .name("The till")
                .channel(Channel.STORE)
                .device(Device.NONE)
                .serviceModel(ServiceModel.ASSISTED)
                .type(TouchpointType.PHYSICAL_STORE)
                .purpose("pay")
                .build();
        assertThat(Step.of(till))
                .isEqualTo(Step.of("till").withTitle("The till").withChannels(Channel.STORE));
    }

    @Test
    void gapsAreStagesWithoutTouchpoint() {
        assertThat(ExampleMaps.LAMP.gaps()).extracting(Stage::name).containsExactly("Advocacy");
        assertThat(ExampleMaps.LAMP.gaps(StageModel.FIVE))
                .extracting(Stage::name)
                .containsExactly("Retention", "Advocacy");
    }

    @Test
    void findingsNameWhatIsMissingAndWhatDoesNotFitALog() {
        JourneyMap map = JourneyMap.named("m")
                .stage("Purchase")
                .step("buy")
                .step(Step.of("pay").withChannels(Channel.STORE).withEmotion(0))
                .stage("Advocacy")
                .build();
        assertThat(map.findings())
                .hasToString("[step buy has no channel, step buy has no emotion, stage advocacy has no step]");
        assertThat(map.findings(List.of("zebra", "pay", "ape")))
                .hasToString("[step buy has no channel, step buy has no emotion, stage advocacy has no step,"
                        + " step buy has no event in the log, event ape belongs to no step,"
                        + " event zebra belongs to no step]");
    }

    @Test
    void eventsLeadToTheirSteps() {
        assertThat(ExampleMaps.LAMP.stepsByEvent())
                .containsEntry("catalog", TouchpointId.of("search"))
                .containsEntry("search", TouchpointId.of("search"))
                .hasSize(6);
    }
}
