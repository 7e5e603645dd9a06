package org.cxkit.journey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.cxkit.core.interaction.ProblemRestated;
import org.cxkit.core.interaction.RepeatFree;
import org.cxkit.core.interaction.Ticket;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.touchpoint.Channel;
import org.junit.jupiter.api.Test;

class ReportRecordsTest {

    @Test
    void anOriginSaysItsKindAndItsName() {
        assertThat(Reports.ORIGIN).hasToString("simulated: A shop");
        assertThat(new Origin(Origin.Kind.PUBLIC, "CDNOW", "")).hasToString("public data: CDNOW");
        assertThat(new Origin(Origin.Kind.OWN, "Ours", "")).hasToString("your data: Ours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Origin(Origin.Kind.OWN, " ", ""))
                .withMessage("the name of an origin must not be blank");
    }

    @Test
    void theUsualQuestionIsToldByItsFirstLetters() {
        assertThat(Question.usual("nps_relation"))
                .isEqualTo(new Question("nps_relation", RatingScale.ZERO_TO_TEN, RatingMetric.NPS));
        assertThat(Question.usual("CSAT delivery"))
                .isEqualTo(new Question("CSAT delivery", RatingScale.ONE_TO_FIVE, RatingMetric.CSAT));
        assertThat(Question.usual("Ces")).isEqualTo(new Question("Ces", RatingScale.ONE_TO_SEVEN, RatingMetric.CES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Question.usual("How was it?"))
                .withMessage("wanted a question whose name begins with NPS, CSAT or CES, got \"How was it?\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Question(" ", RatingScale.ZERO_TO_TEN, RatingMetric.NPS))
                .withMessage("a question must have a name, got \" \"");
    }

    @Test
    void handoffsAreCountedByPairTheMostFrequentFirst() {
        List<Ticket> tickets = new ArrayList<>(Reports.tickets("web"));
        tickets.addAll(Ticket.byCase(List.of(
                Reports.contact("b", Channel.CHAT, 0, ProblemRestated.UNKNOWN),
                Reports.contact("b", Channel.PHONE, 60, ProblemRestated.NO))));
        HandoffTable table = HandoffTable.of(tickets);
        Channel web = Channel.of("web");
        assertThat(table)
                .isEqualTo(new HandoffTable(
                        2,
                        new RepeatFree(2, 1, 1),
                        List.of(
                                new HandoffTable.Row(Channel.CHAT, Channel.PHONE, new RepeatFree(1, 1, 0)),
                                new HandoffTable.Row(Channel.PHONE, web, new RepeatFree(1, 0, 0)),
                                new HandoffTable.Row(web, Channel.PHONE, new RepeatFree(0, 0, 1)))));
        assertThat(table.handoffs()).isEqualTo(4);
        assertThat(table.rows()).extracting(HandoffTable.Row::handoffs).containsExactly(2L, 1L, 1L);
    }

    @Test
    void withoutTicketsThereIsNoHandoff() {
        HandoffTable none = HandoffTable.of(List.of());
        assertThat(none).isEqualTo(new HandoffTable(0, new RepeatFree(0, 0, 0), List.of()));
        assertThat(none.handoffs()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HandoffTable(-1, new RepeatFree(0, 0, 0), List.of()))
                .withMessage("tickets must not be negative, got -1");
    }

    @Test
    void partsThatWereNotGivenAreAbsent() {
        Chapter empty = Chapter.titled("Empty", Reports.ORIGIN).build();
        assertThat(empty)
                .isEqualTo(new Chapter(
                        "Empty",
                        Reports.ORIGIN,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void aRecordKeepsItsOwnCopyOfAList() {
        List<Chapter> chapters = new ArrayList<>();
        CxReport report = new CxReport("r", chapters);
        chapters.add(Reports.aboutNothing());
        assertThat(report.chapters()).isEmpty();
    }
}
