package org.cxkit.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.cxkit.core.Examples;
import org.cxkit.core.touchpoint.Channel;
import org.junit.jupiter.api.Test;

class TicketTest {

    private static final Interaction CHAT = Examples.aboutTheCase(Examples.CHAT, 0, ProblemRestated.UNKNOWN);
    private static final Interaction AGAIN = Examples.aboutTheCase(Examples.CHAT, 30, ProblemRestated.YES);
    private static final Interaction MAIL = Examples.aboutTheCase(Examples.MAIL, 60, ProblemRestated.NO);
    private static final Interaction CALL = Examples.aboutTheCase(Examples.CALL, 120, ProblemRestated.YES);
    private static final Interaction BACK = Examples.aboutTheCase(Examples.MAIL, 180, ProblemRestated.UNKNOWN);
    private static final Interaction APART = Examples.ann(Examples.CHECKOUT, 90);

    private static final Ticket TICKET =
            Ticket.byCase(List.of(CALL, APART, CHAT, BACK, AGAIN, MAIL)).get(0);

    @Test
    void everythingAboutACaseIsInOnePlace() {
        assertThat(TICKET.id()).isEqualTo(Examples.CASE);
        assertThat(TICKET.customer()).isEqualTo(Examples.ANN);
        assertThat(TICKET.opened()).isEqualTo(Examples.NOON);
        assertThat(TICKET.closed()).isNull();
        assertThat(TICKET.interactions()).containsExactly(CHAT, AGAIN, MAIL, CALL, BACK);
        assertThat(TICKET.lastContact()).contains(BACK);
        assertThat(TICKET.channels()).containsExactly(Channel.CHAT, Channel.EMAIL, Channel.PHONE);
    }

    @Test
    void aHandoffIsAnAdjacentChangeOfChannelWithinTheCase() {
        assertThat(TICKET.handoffs())
                .containsExactly(new Handoff(AGAIN, MAIL), new Handoff(MAIL, CALL), new Handoff(CALL, BACK));
        assertThat(Journey.of(List.of(CALL, APART, CHAT, BACK, AGAIN, MAIL)).handoffs())
                .isEqualTo(TICKET.handoffs());
        Handoff first = TICKET.handoffs().get(0);
        assertThat(first.leaving()).isEqualTo(Channel.CHAT);
        assertThat(first.reaching()).isEqualTo(Channel.EMAIL);
        assertThat(first.elapsed()).isEqualTo(Duration.ofSeconds(30));
        assertThat(first.problemRestated()).isEqualTo(ProblemRestated.NO);
    }

    @Test
    void onlyKnownAnswersAreInTheRepeatFreeRate() {
        // by hand: mail NO, call YES, mail UNKNOWN; the YES within the chat is no hand-off
        assertThat(TICKET.repeatFree()).isEqualTo(new RepeatFree(1, 1, 1));
        assertThat(TICKET.repeatFree().known()).isEqualTo(2);
        assertThat(TICKET.repeatFree().rate()).isEqualTo(0.5);
        assertThat(TICKET.repeatFree())
                .hasToString("repeat-free rate 50.0 %, n 2: 1 repeat-free, 1 repeated; 1 unknown");
        RepeatFree nothing = new RepeatFree(0, 0, 4);
        assertThatThrownBy(nothing::rate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the repeat-free rate is undefined for 0 hand-offs with a known answer");
        assertThat(nothing).hasToString("repeat-free rate undefined, n 0: 0 repeat-free, 0 repeated; 4 unknown");
        assertThatThrownBy(() -> new RepeatFree(0, -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("repeated must not be negative, got -1");
    }

    @Test
    void aTicketIsOpenUntilItIsClosed() {
        Ticket closed = TICKET.withClosed(Examples.NOON.plusSeconds(200));
        assertThat(closed.openAt(Examples.NOON.minusNanos(1))).isFalse();
        assertThat(closed.openAt(Examples.NOON)).isTrue();
        assertThat(closed.openAt(Examples.NOON.plusSeconds(199))).isTrue();
        assertThat(closed.openAt(Examples.NOON.plusSeconds(200))).isFalse();
        assertThat(TICKET.openAt(Examples.NOON.plusSeconds(200))).isTrue();
        assertThatThrownBy(() -> TICKET.withClosed(Examples.NOON.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ticket T-7 must not close before it opens, got 2026-03-02T12:00:00Z to"
                        + " 2026-03-02T11:59:59Z");
    }

    @Test
    void aTicketWithoutInteractionsHasNoLastContact() {
        Ticket silent = new Ticket(Examples.CASE, Examples.ANN, Examples.NOON, null, List.of());
        assertThat(silent.lastContact()).isEmpty();
        assertThat(silent.channels()).isEmpty();
        assertThat(silent.handoffs()).isEmpty();
    }

    @Test
    void whatBelongsElsewhereIsRefused() {
        assertThatThrownBy(() -> new Ticket(Examples.CASE, Examples.BOB, Examples.NOON, null, List.of(CHAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interactions[0] must be of case T-7 and customer bob, got case T-7 and customer ann");
        assertThatThrownBy(() -> new Ticket(Examples.CASE, Examples.ANN, Examples.NOON, null, List.of(CHAT, APART)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interactions[1] must be of case T-7 and customer ann, got case null and customer ann");
    }

    @Test
    void aHandoffStaysInOneCaseChangesTheChannelAndGoesForward() {
        assertThatThrownBy(() -> new Handoff(CHAT, APART))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a hand-off must stay in one case, got cases T-7 and null");
        assertThatThrownBy(() -> new Handoff(APART, Examples.ann(Examples.CALL, 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a hand-off must stay in one case, got cases null and null");
        assertThatThrownBy(() -> new Handoff(CHAT, AGAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a hand-off must change the channel, got chat twice");
        assertThatThrownBy(() -> new Handoff(CALL, CHAT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a hand-off must not go back in time, got 2026-03-02T12:02:00Z to 2026-03-02T12:00:00Z");
    }
}
