package org.cxkit.metrics.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cxkit.core.classification.Classification;
import org.cxkit.core.classification.ClassifiedTouchpoints;
import org.cxkit.core.classification.Ownership;
import org.cxkit.core.classification.Presence;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.Journey;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class CommunicationCoverageTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Touchpoint ORDER = touchpoint("order", TouchpointType.PURCHASE, "purchase");
    private static final Touchpoint HELP = touchpoint("help", TouchpointType.SUPPORT_CONTACT, "post-purchase");
    private static final Touchpoint NEWS = touchpoint("news", TouchpointType.NEWSLETTER);

    /** Ann orders, is helped twice and reads the news; Bob orders and leaves; Cy reads the news only. */
    private static final List<Journey> JOURNEYS = Journey.byCustomer(List.of(
            at("ann", ORDER, 0),
            at("ann", HELP, 1),
            at("ann", HELP, 2),
            at("ann", NEWS, 3),
            at("bob", ORDER, 5),
            at("cy", NEWS, 0)));

    @Test
    void stagesWithContactAreCountedAndSoIsWhatComesAfterTheJourney() {
        CommunicationCoverage coverage = CommunicationCoverage.of(StageModel.THREE, JOURNEYS, TouchpointType.PURCHASE);
        assertThat(coverage.stages())
                .containsExactly(
                        new StageContacts(StageId.of("research"), 0, 0),
                        new StageContacts(StageId.of("purchase"), 2, 2),
                        new StageContacts(StageId.of("post-purchase"), 2, 1));
        assertThat(coverage.gaps()).containsExactly(StageId.of("research"));
        assertThat(coverage.share()).isEqualTo(2.0 / 3);
        assertThat(coverage.shareWithBeyond()).isEqualTo(0.75);
        assertThat(coverage.beyond()).isEqualTo(3);
        assertThat(coverage.shareBeyond()).isEqualTo(Outcome.of(0.5));
        assertThat(coverage)
                .hasToString(
                        "contact at 2 of 3 stages (66.7 %), none at research; beyond the journey in 1 of 2 completed"
                                + " ones; n 3 journeys, 2 contacts at an unknown stage");
    }

    @Test
    void journeysThatNothingEndsHaveNoBeyond() {
        CommunicationCoverage coverage = CommunicationCoverage.of(StageModel.THREE, JOURNEYS);
        assertThat(coverage.shareBeyond()).isEqualTo(Outcome.noData("no completed journey"));
        assertThat(coverage.shareWithBeyond()).isEqualTo(0.5);
        CommunicationCoverage nobody = CommunicationCoverage.of(StageModel.THREE, List.of());
        assertThat(nobody.share()).isZero();
        assertThat(nobody)
                .hasToString("contact at 0 of 3 stages (0.0 %), none at research, purchase, post-purchase; beyond the"
                        + " journey in 0 of 0 completed ones; n 0 journeys");
    }

    @Test
    void everyCustomerHasHisOwnCoverage() {
        Map<CustomerId, CommunicationCoverage> byCustomer =
                CommunicationCoverage.by(StageModel.THREE, JOURNEYS, Journey::customer, TouchpointType.PURCHASE);
        assertThat(byCustomer.keySet().stream().map(CustomerId::value)).containsExactly("ann", "bob", "cy");
        assertThat(byCustomer.values().stream().map(CommunicationCoverage::covered))
                .containsExactly(2, 1, 0);
        assertThat(CommunicationCoverage.by(StageModel.THREE, JOURNEYS, journey -> 1, TouchpointType.PURCHASE))
                .isEqualTo(Map.of(1, CommunicationCoverage.of(StageModel.THREE, JOURNEYS, TouchpointType.PURCHASE)));
    }

    @Test
    void theDesignCountsPresentTouchpointsOnly() {
        ClassifiedTouchpoints touchpoints = ClassifiedTouchpoints.classify(List.of(
                Classification.of(ORDER, Presence.PRESENT, Ownership.BRAND),
                Classification.of(HELP, Presence.ABSENT, Ownership.BRAND),
                Classification.of(NEWS, Presence.PRESENT, Ownership.PARTNER)));
        DesignedCommunication design =
                DesignedCommunication.of(StageModel.THREE, touchpoints, TouchpointType.NEWSLETTER);
        assertThat(design.stages().share()).isEqualTo(1.0 / 3);
        assertThat(design.beyond()).containsExactly(NEWS.id());
        assertThat(design.shareWithBeyond()).isEqualTo(0.5);
        assertThat(design)
                .hasToString(
                        "stage coverage 33.3 %, 1 of 3 stages, none at [research, post-purchase], weighted by control"
                                + " 33.3 %; beyond the journey [news]");
        assertThat(DesignedCommunication.of(StageModel.THREE, touchpoints, TouchpointType.SUPPORT_CONTACT))
                .hasToString(
                        "stage coverage 33.3 %, 1 of 3 stages, none at [research, post-purchase], weighted by control"
                                + " 33.3 %; beyond the journey none");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> CommunicationCoverage.of(StageModel.FOUR, JOURNEYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stage must be one of four stages (awareness, engagement, conversion, retention), got"
                        + " purchase");
        assertThatThrownBy(() -> new CommunicationCoverage(List.of(), 0, 0, 0, 0, 0))
                .hasMessage("coverage needs at least one stage, got none");
        assertThatThrownBy(() ->
                        new CommunicationCoverage(List.of(new StageContacts(StageId.of("a"), 1, 1)), 1, 1, 0, 0, 1))
                .hasMessage("parts must not be negative nor exceed the whole: beyond=1, journeysBeyond=1, completed=0,"
                        + " unplaced=0, journeys=1");
        assertThatThrownBy(() -> new StageContacts(StageId.of("a"), 1, 2))
                .hasMessage("stage a must have contacts in no more journeys than contacts, got 1 contacts in 2"
                        + " journeys");
    }

    private static Interaction at(String customer, Touchpoint touchpoint, long seconds) {
        return Interaction.builder(CustomerId.of(customer), touchpoint, NOON.plusSeconds(seconds))
                .build();
    }

    private static Touchpoint touchpoint(String id, TouchpointType type, String... stages) {
        return Touchpoint.builder(id)
                .type(type)
                .channel(Channel.EMAIL)
                .serviceModel(ServiceModel.ASSISTED)
                .purpose("keep in contact")
                .stages(List.of(stages).stream().map(StageId::of).toList())
                .build();
    }
}
