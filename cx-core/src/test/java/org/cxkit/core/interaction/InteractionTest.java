package org.cxkit.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.cxkit.core.Examples;
import org.cxkit.core.persona.PartyKind;
import org.cxkit.core.persona.PersonaId;
import org.cxkit.core.place.LocationId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Counterpart;
import org.cxkit.core.touchpoint.Device;
import org.cxkit.core.touchpoint.Direction;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.core.touchpoint.ServiceModel;
import org.junit.jupiter.api.Test;

class InteractionTest {

    private static final List<Interaction> ALL = List.of(
            Examples.ann(Examples.CHAT, 0),
            Examples.ann(Examples.MAIL, 1),
            Examples.ann(Examples.CHECKOUT, 2),
            Examples.ann(Examples.CHAT, 3),
            Examples.FULL);

    @Test
    void whatIsNotSaidIsUnknown() {
        Interaction bare = Examples.ann(Examples.MAIL, 0);
        assertThat(bare)
                .isEqualTo(new Interaction(
                        Examples.ANN,
                        Examples.MAIL,
                        Examples.NOON,
                        PartyKind.CUSTOMER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        ProblemRestated.UNKNOWN,
                        null));
    }

    @Test
    void whatIsSaidIsKept() {
        Interaction full = Examples.FULL;
        assertThat(full.party()).isEqualTo(PartyKind.PROSPECT);
        assertThat(full.caseId()).isEqualTo(CaseId.of("T-7"));
        assertThat(full.persona()).isEqualTo(PersonaId.of("busy-parent"));
        assertThat(full.location()).isEqualTo(LocationId.of("rome-1"));
        assertThat(full.stage()).isEqualTo(Examples.CONSIDERATION);
        assertThat(full.direction()).isEqualTo(Direction.INBOUND);
        assertThat(full.counterpart()).isEqualTo(Counterpart.EMPLOYEE);
        assertThat(full.handledBy()).isEqualTo("team blue");
        assertThat(full.source()).isEqualTo(DataSource.CUSTOMER_FEEDBACK);
        assertThat(full.valence()).isEqualTo(Valence.of(-1.5));
        assertThat(full.problemRestated()).isEqualTo(ProblemRestated.NO);
        assertThat(full.purpose()).isEqualTo("calm down");
        assertThat(full.channel()).isEqualTo(Channel.CHAT);
        assertThat(full.medium()).isEqualTo(Medium.DIGITAL);
        assertThat(full.device()).isEqualTo(Device.OTHER);
        assertThat(full.serviceModel()).isEqualTo(ServiceModel.ASSISTED);
    }

    @Test
    void theOnlyStageOfATouchpointIsTheStage() {
        assertThat(Examples.ann(Examples.CHECKOUT, 0).stage()).isEqualTo(Examples.PURCHASE);
        assertThat(Examples.ann(Examples.CHAT, 0).stage()).isNull();
        assertThat(Interaction.builder(Examples.ANN, Examples.CHECKOUT, Examples.NOON)
                        .stage(Examples.RETENTION)
                        .build()
                        .stage())
                .isEqualTo(Examples.RETENTION);
    }

    @Test
    void interactionsAreCountedByAnyKeyInItsOrder() {
        assertThat(Interaction.countBy(ALL, Interaction::channel))
                .containsExactly(entry(Channel.CHAT, 3L), entry(Channel.EMAIL, 1L), entry(Channel.WEBSITE, 1L));
        assertThat(Interaction.countBy(ALL, Interaction::serviceModel))
                .containsExactly(entry(ServiceModel.SELF_SERVICE, 1L), entry(ServiceModel.ASSISTED, 4L));
        assertThat(Interaction.countBy(List.of(), Interaction::channel)).isEmpty();
    }

    @Test
    void theUnknownAreInNoCount() {
        assertThat(Interaction.countBy(ALL, Interaction::stage))
                .containsExactly(entry(Examples.CONSIDERATION, 1L), entry(Examples.PURCHASE, 1L));
    }

    @Test
    void usageSaysWhereTouchpointsAreUsedAndHowOften() {
        assertThat(Interaction.countBy(ALL, Interaction::usage))
                .containsExactly(
                        entry(new Usage(Examples.CHAT.id(), Channel.CHAT, null, null), 2L),
                        entry(
                                new Usage(
                                        Examples.CHAT.id(),
                                        Channel.CHAT,
                                        Examples.CONSIDERATION,
                                        PersonaId.of("busy-parent")),
                                1L),
                        entry(new Usage(Examples.CHECKOUT.id(), Channel.WEBSITE, Examples.PURCHASE, null), 1L),
                        entry(new Usage(Examples.MAIL.id(), Channel.EMAIL, null, null), 1L));
    }

    @Test
    void blankTextIsRefused() {
        assertThatThrownBy(() -> Interaction.builder(Examples.ANN, Examples.MAIL, Examples.NOON)
                        .handledBy(" ")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("handledBy must not be blank, got \" \"");
        assertThatThrownBy(() -> Interaction.builder(Examples.ANN, Examples.MAIL, Examples.NOON)
                        .purpose("")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("purpose must not be blank, got \"\"");
    }
}
