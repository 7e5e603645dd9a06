package org.cxkit.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import org.cxkit.core.Examples;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointType;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private static final Interaction BOBS =
            Interaction.builder(Examples.BOB, Examples.CALL, Examples.NOON).build();
    private static final Interaction CHAT = Examples.ann(Examples.CHAT, 0);
    private static final Interaction MAIL = Examples.ann(Examples.MAIL, 60);
    private static final Interaction CHECKOUT = Examples.ann(Examples.CHECKOUT, 120);
    private static final Interaction CALL = Examples.ann(Examples.CALL, 3600);
    private static final Journey JOURNEY = Journey.of(List.of(CALL, CHECKOUT, CHAT, MAIL));

    @Test
    void theJourneyRunsFromFirstContactToLast() {
        assertThat(JOURNEY.customer()).isEqualTo(Examples.ANN);
        assertThat(JOURNEY.interactions()).containsExactly(CHAT, MAIL, CHECKOUT, CALL);
        assertThat(JOURNEY.firstContact()).isEqualTo(CHAT);
        assertThat(JOURNEY.lastContact()).isEqualTo(CALL);
        assertThat(JOURNEY.duration()).isEqualTo(Duration.ofHours(1));
        assertThat(Journey.of(List.of(CHAT)).duration()).isZero();
    }

    @Test
    void whatHappensAtOneInstantKeepsTheOrderOfTheInput() {
        Interaction sameTime = Examples.ann(Examples.CALL, 60);
        assertThat(Journey.of(List.of(MAIL, sameTime, CHAT)).interactions()).containsExactly(CHAT, MAIL, sameTime);
        assertThat(Journey.of(List.of(sameTime, MAIL, CHAT)).interactions()).containsExactly(CHAT, sameTime, MAIL);
    }

    @Test
    void theFirstTouchpointOfAChosenTypeCompletesIt() {
        assertThat(JOURNEY.completion(TouchpointType.PURCHASE, TouchpointType.DELIVERY))
                .contains(CHECKOUT);
        assertThat(JOURNEY.completion(TouchpointType.DELIVERY)).isEmpty();
        assertThat(JOURNEY.completedBy(TouchpointType.PURCHASE))
                .contains(new Journey(Examples.ANN, List.of(CHAT, MAIL, CHECKOUT)));
        assertThat(JOURNEY.completedBy(TouchpointType.DELIVERY)).isEmpty();
        assertThat(JOURNEY.completedBy()).isEmpty();
    }

    @Test
    void thePaceIsInstinctiveOnlyWithinBothLimits() {
        assertThat(JOURNEY.pace(Duration.ofHours(1), 4)).isEqualTo(JourneyPace.INSTINCTIVE);
        assertThat(JOURNEY.pace(Duration.ofHours(1).minusNanos(1), 4)).isEqualTo(JourneyPace.CONSIDERED);
        assertThat(JOURNEY.pace(Duration.ofHours(1), 3)).isEqualTo(JourneyPace.CONSIDERED);
        assertThatThrownBy(() -> JOURNEY.pace(Duration.ofSeconds(-1), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pace needs a duration of at least 0 and at least 1 interaction, got PT-1S and 3");
        assertThatThrownBy(() -> JOURNEY.pace(Duration.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pace needs a duration of at least 0 and at least 1 interaction, got PT0S and 0");
    }

    @Test
    void interactionsAreCounted() {
        assertThat(JOURNEY.countBy(Interaction::channel))
                .containsExactly(
                        entry(Channel.CHAT, 1L),
                        entry(Channel.EMAIL, 1L),
                        entry(Channel.PHONE, 1L),
                        entry(Channel.WEBSITE, 1L));
    }

    @Test
    void eachCustomerHasAJourney() {
        assertThat(Journey.byCustomer(List.of(CALL, BOBS, CHAT)))
                .containsExactly(
                        new Journey(Examples.ANN, List.of(CHAT, CALL)), new Journey(Examples.BOB, List.of(BOBS)));
        assertThat(Journey.byCustomer(List.of())).isEmpty();
    }

    @Test
    void aJourneyIsOfOneCustomerAndOfSomething() {
        assertThatThrownBy(() -> Journey.of(List.of(CHAT, BOBS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interactions[1] must be of customer ann, got one of bob");
        assertThatThrownBy(() -> Journey.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a journey must have an interaction, got none");
        assertThatThrownBy(() -> new Journey(Examples.BOB, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the journey of customer bob must have an interaction, got none");
    }
}
