package org.cxkit.metrics.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionIntervals;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.touch.Milestone;
import org.cxkit.metrics.touch.TouchLog;
import org.junit.jupiter.api.Test;

class CreditedFunnelTest {
    private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
    private static final TimeWindow WINDOW = new TimeWindow(MAY, MAY.plusSeconds(10));

    /** p buys by way of two channels, q becomes a contact by one, r has not come to anything yet. */
    private static TouchLog log() {
        return TouchLog.create()
                .touch("p", MAY.minusSeconds(9), "Search")
                .contact("p", MAY)
                .touch("p", MAY.plusSeconds(1), "Email")
                .qualified("p", MAY.plusSeconds(2))
                .converted("p", MAY.plusSeconds(3), Money.of("50", "EUR"))
                .touch("q", MAY.plusSeconds(4), "Email")
                .contact("q", MAY.plusSeconds(4))
                .touch("r", MAY.plusSeconds(5), "Social")
                .touch("r", MAY.plusSeconds(10), "Email")
                .contact("r", MAY.plusSeconds(10));
    }

    /**
     * The chain of sales: a third each starts with Search, which goes on to Email, with Email, which sells to every other,
     * and with Social, which is lost. Without Email all of it is lost, without Search a half: two thirds, one third.
     */
    @Test
    void eachModelHasATable() {
        assertThat(CreditedFunnel.of(
                        log(), WINDOW, FunnelBasis.EVENT_DATE, AttributionModel.LINEAR, AttributionModel.markov(1)))
                .hasToString("""
                        2024-05-01T00:00:00Z to 2024-05-01T00:00:10Z
                        linear  sessions  contacts  qualified  sales  revenue, EUR
                        Email          2      1.00       0.50   0.50         25.00
                        Search         0      1.00       0.50   0.50         25.00
                        Social         1      0.00       0.00   0.00          0.00
                        total          3      2.00       1.00   1.00         50.00

                        Markov order 1  sessions  contacts  qualified  sales  revenue, EUR
                        Email                  2      1.00       0.67   0.67         33.33
                        Search                 0      1.00       0.33   0.33         16.67
                        Social                 1      0.00       0.00   0.00          0.00
                        total                  3      2.00       1.00   1.00         50.00
                        """);
        assertThat(CreditedFunnel.of(log(), WINDOW, FunnelBasis.COHORT, AttributionModel.LAST))
                .hasToString("""
                        2024-05-01T00:00:00Z to 2024-05-01T00:00:10Z, people who became contacts then
                        last    sessions  contacts  qualified  sales  revenue, EUR
                        Email          2      1.00       0.00   0.00          0.00
                        Search         0      1.00       1.00   1.00         50.00
                        Social         1      0.00       0.00   0.00          0.00
                        total          3      2.00       1.00   1.00         50.00
                        """);
    }

    @Test
    void ratesAreOfCreditAndEmptyWithoutABase() {
        CreditedStages email = CreditedFunnel.of(log(), WINDOW, FunnelBasis.EVENT_DATE, AttributionModel.LINEAR)
                .channels(AttributionModel.LINEAR)
                .get(0);
        assertThat(email).isEqualTo(new CreditedStages("Email", 2, 1, 0.5, 0.5, 25));
        assertThat(email.contactRate().toOptional()).hasValue(0.5);
        assertThat(email.qualifiedRate().toOptional()).hasValue(0.5);
        assertThat(email.salesRate().toOptional()).hasValue(1.0);
        assertThat(email.overallRate().toOptional()).hasValue(0.25);
        CreditedStages nothing = new CreditedStages("Print", 0, 0, 0, 0, 0);
        assertThat(nothing.contactRate().toOptional()).isEmpty();
        assertThat(nothing.qualifiedRate().toOptional()).isEmpty();
        assertThat(nothing.salesRate().toOptional()).isEmpty();
        assertThat(nothing.overallRate().toOptional()).isEmpty();
    }

    /** Who had a stage before the range is not lost for it; who has it after its end is, by what was known then. */
    @Test
    void journeysToAStageAreThoseOfTheRange() {
        Journeys contacts = log().journeysTo(Milestone.Kind.CONTACT, WINDOW);
        assertThat(contacts).hasToString("3 rows of 3 touches over 3 channels: 2 conversions, 1 lost");
        assertThat(contacts.path(2)).containsExactly("Social");
        Journeys later =
                log().journeysTo(Milestone.Kind.CONTACT, new TimeWindow(MAY.plusSeconds(10), MAY.plusSeconds(11)));
        assertThat(later).hasToString("1 row of 2 touches over 2 channels: 1 conversion, 0 lost");
        TouchLog twice = TouchLog.create()
                .touch("p", MAY, "Search")
                .converted("p", MAY, Money.of("1", "EUR"))
                .touch("p", MAY.plusSeconds(1), "Email")
                .converted("p", MAY.plusSeconds(1))
                .converted("p", MAY.plusSeconds(20));
        assertThat(twice.journeysTo(Milestone.Kind.CONVERSION, WINDOW))
                .hasToString("2 rows of 3 touches over 2 channels: 2 conversions worth 1.00 EUR, 0 lost");
        assertThat(twice.journeysOfContacts(Milestone.Kind.CONVERSION, WINDOW).size())
                .isZero();
        assertThat(twice.contact("p", MAY).journeysOfContacts(Milestone.Kind.CONVERSION, WINDOW))
                .hasToString("3 rows of 3 touches over 1 channel: 3 conversions worth 1.00 EUR, 0 lost");
        assertThat(twice.journeysOfContacts(Milestone.Kind.QUALIFIED, WINDOW))
                .hasToString("1 row of 1 touch over 1 channel: 0 conversions, 1 lost");
    }

    /** Else those who left long ago would be lost again in each range, and those who bought then would not. */
    @Test
    void onlyWhoCameInTheRangeIsLostThere() {
        TouchLog log = TouchLog.create()
                .touch("left", MAY.minusSeconds(1), "Search")
                .touch("came", MAY.minusSeconds(1), "Search")
                .touch("came", MAY, "Email")
                .touch("early", MAY.minusSeconds(2), "Email")
                .contact("early", MAY.minusSeconds(1))
                .touch("early", MAY, "Email")
                .touch("late", MAY.plusSeconds(10), "Email");
        Journeys journeys = log.journeysTo(Milestone.Kind.CONTACT, WINDOW);
        assertThat(journeys).hasToString("1 row of 2 touches over 2 channels: 0 conversions, 1 lost");
    }

    /** All sales of a person are drawn together: by either basis ten sales of each are no more sure than one. */
    @Test
    void intervalsKnowWhoBoughtByBothBases() {
        TouchLog log = TouchLog.create();
        for (int person = 0; person < 200; person++) {
            String name = "p" + person;
            log.touch(name, MAY, person % 2 == 0 ? "A" : "B").contact(name, MAY);
            for (int sale = 0; sale < 10; sale++) {
                log.converted(name, MAY.plusSeconds(sale), Money.of("2", "EUR"));
            }
        }
        assertThat(AttributionIntervals.of(
                        log.journeysOfContacts(Milestone.Kind.CONVERSION, WINDOW), 1, AttributionModel.LAST))
                .isEqualTo(AttributionIntervals.of(
                        log.journeysTo(Milestone.Kind.CONVERSION, WINDOW), 1, AttributionModel.LAST));
    }

    @Test
    void aRefundIsRefusedByBothBases() {
        TouchLog log = TouchLog.create()
                .touch("p", MAY, "A")
                .contact("p", MAY)
                .converted("p", MAY, Money.of("50", "EUR"))
                .converted("p", MAY, Money.of("-20", "EUR"));
        for (FunnelBasis basis : FunnelBasis.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CreditedFunnel.of(log, WINDOW, basis, AttributionModel.LAST))
                    .withMessageContaining("-2000");
        }
    }

    @Test
    void aSaleForNothingHasAValue() {
        TouchLog log = TouchLog.create().touch("p", MAY, "A").converted("p", MAY, Money.of("0", "EUR"));
        assertThat(CreditedFunnel.of(log, WINDOW, FunnelBasis.EVENT_DATE, AttributionModel.LAST)
                        .toString())
                .endsWith("""
                        last   sessions  contacts  qualified  sales  revenue, EUR
                        A             1      0.00       0.00   1.00          0.00
                        total         1      0.00       0.00   1.00          0.00
                        """);
    }

    /** Milestones, ages and exclusions are those of the journeys. */
    @Test
    void modelsOfAgesAndMilestonesServeToo() {
        AttributionModel[] models = {
            AttributionModel.W_SHAPED, AttributionModel.TIME_DECAY, AttributionModel.LAST.excluding("Email")
        };
        CreditedFunnel funnel = CreditedFunnel.of(log(), WINDOW, FunnelBasis.EVENT_DATE, models);
        // p was led by Search, qualified after Email, a second before it bought: 0.6 and 0.3 of 0.9, then the rest
        assertThat(funnel.channels(AttributionModel.W_SHAPED))
                .extracting(CreditedStages::sales)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : 1)
                .containsExactly(1 / 3.0, 2 / 3.0, 0.0);
        assertThat(funnel.channels(AttributionModel.LAST.excluding("Email")))
                .extracting(CreditedStages::sales)
                .containsExactly(0.0, 1.0, 0.0);
        double halving = Math.pow(2, -10.0 / 604_800); // Search was ten seconds before Email
        assertThat(funnel.channels(AttributionModel.TIME_DECAY).get(1).sales())
                .isCloseTo(halving / (1 + halving), within(1e-15));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        CreditedFunnel funnel = CreditedFunnel.of(log(), WINDOW, FunnelBasis.COHORT, AttributionModel.LINEAR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> funnel.channels(AttributionModel.LAST))
                .withMessage("one of [linear] wanted, got \"last\"");
        Attribution other = Attribution.of(Journeys.builder().build(), AttributionModel.LAST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditedFunnel(funnel.funnel(), funnel.contacts(), other, funnel.sales()))
                .withMessage("all stages must be told by the same models, got [linear] and [last]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditedFunnel.of(log(), WINDOW, FunnelBasis.COHORT))
                .withMessage("at least one attribution model wanted, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditedStages("A", -1, 0, 0, 0, 0))
                .withMessage("sessions of A must not be negative, credit finite: sessions=-1, contacts=0.0,"
                        + " qualified=0.0, sales=0.0, revenue=0.0");
        assertThat(CreditedFunnel.of(TouchLog.create(), WINDOW, FunnelBasis.COHORT, AttributionModel.LINEAR)
                        .channels(AttributionModel.LINEAR))
                .isEqualTo(List.of());
    }
}
