package org.cxkit.metrics.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cxkit.core.interaction.Interaction;
import org.cxkit.core.interaction.InteractionKey;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.stage.StageId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathCount;
import org.junit.jupiter.api.Test;

class TouchLogTest {

    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aTouchAtEitherEndOfTheWindowCounts() {
        TouchLog log = TouchLog.create()
                .converted("p", NOON)
                .touch("p", NOON, "At")
                .touch("p", NOON.plusNanos(1), "After")
                .touch("p", NOON.minus(HOUR), "Edge")
                .touch("p", NOON.minus(HOUR).minusNanos(1), "Before");
        assertThat(log.paths(HOUR, RepeatConversions.ALL).paths())
                .containsExactly(new PathCount(List.of("Edge", "At"), 1, null, 0));
        assertThat(log.rows()).isEqualTo(5);
    }

    @Test
    void touchesOfOneInstantKeepTheOrderInWhichTheyCame() {
        TouchLog log = TouchLog.create()
                .touch("p", NOON, "B")
                .touch("p", NOON, "A")
                .merge(TouchLog.create().touch("p", NOON, "C").converted("p", NOON));
        assertThat(log.paths(HOUR, RepeatConversions.ALL).paths())
                .containsExactly(new PathCount(List.of("B", "A", "C"), 1, null, 0));
    }

    @Test
    void peopleWhoNeverConvertAreOneLostPathEach() {
        TouchLog log = TouchLog.create()
                .touch("p", NOON, "A")
                .touch("p", NOON.plus(Duration.ofDays(90)), "B")
                .contact("q", NOON)
                .qualified("q", NOON);
        assertThat(log.paths(HOUR, RepeatConversions.ALL).paths())
                .containsExactly(new PathCount(List.of("A", "B"), 0, null, 1));
    }

    @Test
    void afterAResetEachTouchLeadsToOneConversionAtMost() {
        TouchLog log = TouchLog.create()
                .touch("p", NOON, "A")
                .converted("p", NOON, Money.of("10", "EUR"))
                .converted("p", NOON, Money.of("20", "EUR"));
        assertThat(log.paths(HOUR, RepeatConversions.RESET).paths())
                .containsExactly(
                        new PathCount(List.of(), 1, Money.of("20", "EUR"), 0),
                        new PathCount(List.of("A"), 1, Money.of("10", "EUR"), 0));
        assertThat(log.paths(HOUR, RepeatConversions.ALL).paths())
                .containsExactly(new PathCount(List.of("A"), 2, Money.of("30", "EUR"), 0));
    }

    @Test
    void mergingPartsGivesTheLogOfAll() {
        TouchLog one = TouchLog.create().converted("p", NOON).touch("q", NOON, "B");
        TouchLog two = TouchLog.create().touch("p", NOON.minusSeconds(1), "A");
        TouchLog both = TouchLog.create().merge(two).merge(one);
        assertThat(timelines(one.merge(two))).isEqualTo(timelines(both));
        assertThat(one.merge(one).rows()).isEqualTo(6);
        assertThat(two.rows()).isEqualTo(1);
    }

    @Test
    void aTimelineKnowsItsFirstChannelAndTheLastOneBeforeAnInstant() {
        Timeline timeline =
                new Timeline("p", List.of(new Touch(NOON, "A"), new Touch(NOON.plusSeconds(9), "B")), List.of());
        assertThat(timeline.firstChannel()).contains("A");
        assertThat(timeline.lastChannel(NOON.minusNanos(1))).isEmpty();
        assertThat(timeline.lastChannel(NOON.plusSeconds(8))).contains("A");
        assertThat(timeline.lastChannel(NOON.plusSeconds(9))).contains("B");
        assertThat(new Timeline("q", List.of(), List.of()).firstChannel()).isEmpty();
    }

    @Test
    void wrongRowsAreRefusedByName() {
        assertThatThrownBy(() -> TouchLog.create().touch("p", NOON, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel of p is blank");
        assertThatThrownBy(() -> TouchLog.create().touch("p", NOON, "(unattributed)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel of p has the reserved name (unattributed)");
        assertThatThrownBy(() -> TouchLog.create().contact("", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("person is blank");
        assertThatThrownBy(() -> TouchLog.create().paths(HOUR.negated(), RepeatConversions.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lookback must not be negative, got PT-1H");
    }

    @Test
    void interactionsAreTouchesNamedByWhateverCreditIsAskedFor() {
        CustomerId ann = CustomerId.of("ann");
        Touchpoint shop = touchpoint("shop", TouchpointType.PHYSICAL_STORE, Channel.STORE);
        Touchpoint post = touchpoint("post", TouchpointType.SOCIAL_MEDIA, Channel.INSTAGRAM);
        List<Interaction> interactions = List.of(
                Interaction.builder(ann, shop, NOON)
                        .stage(StageId.of("purchase"))
                        .build(),
                Interaction.builder(ann, post, NOON.minusSeconds(1))
                        .purpose("spring sale")
                        .build());
        assertThat(names(TouchLog.of(interactions, Interaction::channel))).containsExactly("instagram", "store");
        assertThat(names(TouchLog.of(interactions, each -> each.touchpoint().id())))
                .containsExactly("post", "shop");
        TouchLog byStage = TouchLog.of(interactions, Interaction::stage);
        assertThat(names(byStage)).containsExactly("purchase");
        assertThat(byStage.skipped()).isEqualTo(1);
        assertThat(byStage.rows()).isEqualTo(1);
        TouchLog byCampaign = TouchLog.of(interactions, Interaction::purpose);
        assertThat(names(byCampaign)).containsExactly("spring sale");
        assertThat(byCampaign.merge(byStage).skipped()).isEqualTo(2);
        assertThat(byStage.converted("ann", NOON)
                        .paths(HOUR, RepeatConversions.ALL)
                        .paths())
                .containsExactly(new PathCount(List.of("purchase"), 1, null, 0));
    }

    private static Interaction touch(CustomerId who, Touchpoint where, String stage, int hoursBefore) {
        return Interaction.builder(who, where, NOON.minus(HOUR.multipliedBy(hoursBefore)))
                .stage(StageId.of(stage))
                .build();
    }

    /** Ann saw the spring sale and went to the shop; Bob saw a story of autumn, then the spring sale; Eve bought nothing. */
    private static <K extends Comparable<? super K>> List<ChannelCredit> credit(InteractionKey<K> naming) {
        CustomerId ann = CustomerId.of("ann");
        CustomerId bob = CustomerId.of("bob");
        Touchpoint shop = touchpoint("shop", TouchpointType.PHYSICAL_STORE, Channel.STORE);
        Touchpoint post = touchpoint("post", TouchpointType.SOCIAL_MEDIA, Channel.INSTAGRAM);
        Touchpoint story = touchpoint("story", TouchpointType.SOCIAL_MEDIA, Channel.INSTAGRAM);
        List<Interaction> interactions = List.of(
                touch(ann, shop, "purchase", 1),
                Interaction.builder(ann, post, NOON.minus(HOUR.multipliedBy(2)))
                        .stage(StageId.of("awareness"))
                        .purpose("spring sale")
                        .build(),
                Interaction.builder(bob, story, NOON.minus(HOUR.multipliedBy(2)))
                        .stage(StageId.of("awareness"))
                        .purpose("autumn sale")
                        .build(),
                Interaction.builder(bob, post, NOON.minus(HOUR))
                        .stage(StageId.of("purchase"))
                        .purpose("spring sale")
                        .build(),
                touch(CustomerId.of("eve"), shop, "purchase", 1));
        TouchLog log = TouchLog.of(interactions, naming)
                .converted("ann", NOON, Money.of("30.00", "EUR"))
                .converted("bob", NOON, Money.of("10.00", "EUR"));
        Attribution attribution = Attribution.of(log.journeys(), AttributionModel.LINEAR);
        assertThat(attribution.conversions()).isEqualTo(2);
        return attribution.model(AttributionModel.LINEAR).orElseThrow().channels();
    }

    /** By hand: half of a conversion for each of two touches, all of it for a touch that is alone. */
    @Test
    void theSameInteractionsGiveCreditByChannelTouchpointStageAndCampaign() {
        assertThat(credit(Interaction::channel))
                .containsExactly(new ChannelCredit("instagram", 1.5, 25), new ChannelCredit("store", 0.5, 15));
        assertThat(credit(each -> each.touchpoint().id()))
                .containsExactly(
                        new ChannelCredit("post", 1, 20),
                        new ChannelCredit("shop", 0.5, 15),
                        new ChannelCredit("story", 0.5, 5));
        assertThat(credit(Interaction::stage))
                .containsExactly(new ChannelCredit("awareness", 1, 20), new ChannelCredit("purchase", 1, 20));
        // the shop is of no campaign
        assertThat(credit(Interaction::purpose))
                .containsExactly(new ChannelCredit("autumn sale", 0.5, 5), new ChannelCredit("spring sale", 1.5, 35));
    }

    private static Touchpoint touchpoint(String id, TouchpointType type, Channel channel) {
        return Touchpoint.builder(id)
                .type(type)
                .channel(channel)
                .serviceModel(ServiceModel.ASSISTED)
                .purpose("sell")
                .build();
    }

    @Test
    void aLookbackMayReachBeyondAllTime() {
        Duration ever = Duration.ofSeconds(Long.MAX_VALUE);
        TouchLog log = TouchLog.create().touch("p", Instant.EPOCH, "A").converted("p", NOON);
        assertThat(log.paths(ever, RepeatConversions.ALL).paths())
                .containsExactly(new PathCount(List.of("A"), 1, null, 0));
    }

    private static List<String> names(TouchLog log) {
        return timelines(log).stream()
                .flatMap(timeline -> timeline.touches().stream())
                .map(Touch::channel)
                .toList();
    }

    private static List<Timeline> timelines(TouchLog log) {
        List<Timeline> all = new ArrayList<>();
        log.forEach(all::add);
        return all;
    }

    /** Thirty days, both ends count, and a touch leads to each conversion after it. */
    @Test
    void byDefaultAllTouchesOfThirtyDaysLead() {
        Instant sale = Instant.parse("2026-03-31T00:00:00Z");
        TouchLog log = TouchLog.create()
                .touch("p", sale.minus(Duration.ofDays(30)).minusSeconds(1), "Old")
                .touch("p", sale.minus(Duration.ofDays(30)), "Search")
                .converted("p", sale)
                .converted("p", sale);
        Journeys journeys = log.journeys();
        assertThat(journeys.size()).isEqualTo(2);
        assertThat(journeys.path(0)).containsExactly("Search");
        assertThat(journeys.path(1)).containsExactly("Search");
    }
}
