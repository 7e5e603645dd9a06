package org.cxkit.core.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cxkit.core.Examples;
import org.cxkit.core.place.Department;
import org.cxkit.core.stage.StageId;
import org.junit.jupiter.api.Test;

class TouchpointTest {

    @Test
    void whatIsNotSaidHasADefault() {
        assertThat(Examples.MAIL.name()).isEqualTo("mail");
        assertThat(Examples.MAIL.device()).isEqualTo(Device.OTHER);
        assertThat(Examples.MAIL.shoppable()).isFalse();
        assertThat(Examples.MAIL.stages()).isEmpty();
        assertThat(Examples.MAIL.owner()).isNull();
        assertThat(Examples.MAIL.management()).isNull();
        assertThat(Examples.MAIL.alignment()).isNull();
        assertThat(Examples.CALL.device()).isEqualTo(Device.NONE);
    }

    @Test
    void whatIsSaidIsKept() {
        Touchpoint checkout = Examples.CHECKOUT;
        assertThat(checkout.name()).isEqualTo("Checkout");
        assertThat(checkout.type()).isEqualTo(TouchpointType.PURCHASE);
        assertThat(checkout.medium()).isEqualTo(Medium.DIGITAL);
        assertThat(checkout.device()).isEqualTo(Device.MOBILE);
        assertThat(checkout.serviceModel()).isEqualTo(ServiceModel.SELF_SERVICE);
        assertThat(checkout.shoppable()).isTrue();
        assertThat(checkout.stages()).containsExactly(Examples.PURCHASE);
        assertThat(checkout.owner()).isEqualTo(Department.SALES);
        assertThat(checkout.management()).isEqualTo(ManagementLevel.DIRECT);
        assertThat(checkout.toBuilder().build()).isEqualTo(checkout);
        assertThat(checkout.toBuilder().shoppable(false).build()).isNotEqualTo(checkout);
    }

    @Test
    void aTouchpointWithoutItsPartsIsRefusedNamingThemAll() {
        assertThatThrownBy(() -> Touchpoint.builder("chat").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("touchpoint chat still needs type, channel, service model, purpose");
        assertThatThrownBy(() -> Touchpoint.builder("chat")
                        .type(TouchpointType.CHAT)
                        .channel(Channel.CHAT)
                        .serviceModel(ServiceModel.ASSISTED)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("touchpoint chat still needs purpose");
    }

    @Test
    void aTouchpointWithoutAPurposeOrANameIsRefused() {
        assertThatThrownBy(() -> Examples.MAIL.toBuilder().purpose(" ").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("purpose of touchpoint mail must not be blank, got \" \"");
        assertThatThrownBy(() -> Examples.MAIL.toBuilder().name("").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of touchpoint mail must not be blank, got \"\"");
    }

    @Test
    void aStageIsNamedOnce() {
        StageId stage = StageId.of("purchase");
        assertThatThrownBy(() -> Examples.MAIL.toBuilder().stages(stage, stage).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stages[1] of touchpoint mail must not repeat an earlier one, got purchase");
    }

    @Test
    void alignmentIsCompleteWhenAllThreeSidesAreAnswered() {
        assertThat(new Alignment("speed", "care", "fewer calls").complete()).isTrue();
        assertThat(new Alignment("speed", "care", null).complete()).isFalse();
        assertThatThrownBy(() -> new Alignment(null, " ", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("brand value must not be blank, got \" \"");
    }

    @Test
    void anAssetHasAPurpose() {
        Asset film = new Asset(AssetId.of("film"), "The film", "show how it is made", List.of(Examples.MAIL.id()));
        assertThat(film.touchpoints()).containsExactly(TouchpointId.of("mail"));
        assertThatThrownBy(() -> new Asset(AssetId.of("film"), "The film", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("purpose of asset film must not be blank, got \"\"");
        assertThatThrownBy(() -> new Asset(AssetId.of("film"), " ", "why", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of asset film must not be blank, got \" \"");
    }

    @Test
    void theSettingIsTheKeyToCountDigitalAndTraditionalServiceBy() {
        assertThat(Examples.MAIL.setting()).hasToString("digital, other device, assisted");
        ServiceSetting store = new ServiceSetting(Medium.PHYSICAL, Device.NONE, ServiceModel.ASSISTED);
        assertThat(store).hasToString("physical, no device, assisted").isGreaterThan(Examples.MAIL.setting());
    }
}
