package org.cxkit.metrics.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.purchase.Purchase;
import org.cxkit.metrics.value.ValueTally;

class RfmTest {

    private static RfmCustomer customer(String id, long recency, long frequency, String monetary) {
        return new RfmCustomer(CustomerId.of(id), recency, frequency, Money.of(monetary, "EUR"));
    }

    private static final List<RfmCustomer> CUSTOMERS = List.of(
            customer("a", 1, 9, "500"),
            customer("b", 20, 3, "120"),
            customer("c", 20, 1, "40"),
            customer("d", 90, 1, "30"),
            customer("e", 200, 1, "-5"));

    @Example
    void customersWhoAreAlikeHaveOneScore() {
        Rfm rfm = Rfm.of(CUSTOMERS, 5);
        assertThat(rfm.scores())
                .extracting(Object::toString)
                .containsExactly("5-5-5", "3-4-4", "3-1-3", "2-1-2", "1-1-1");
        assertThat(rfm).hasToString("5 groups of each of recency, frequency and spend, 5 customers, 685.00 EUR");
    }

    @Example
    void segmentsHaveTheirCustomersAndRevenue() {
        Grouped<String, ValueTally> segments = Rfm.of(CUSTOMERS, 5).segments(RfmSegment.QUINTILES);
        assertThat(segments.map(ValueTally::toString))
                .hasToString("{about to sleep=1 value of 40.00 EUR together, "
                        + "champions=1 value of 500.00 EUR together, "
                        + "hibernating=2 values of 25.00 EUR together, "
                        + "loyal=1 value of 120.00 EUR together}");
        List<RfmSegment> own = List.of(new RfmSegment("big", 1, 5, 1, 5, 4, 5), RfmSegment.of("recent", 3, 5, 1, 5));
        assertThat(Rfm.of(CUSTOMERS, 5).segments(own).map(ValueTally::n)).hasToString("{big=2, other=2, recent=1}");
        assertThat(Rfm.of(CUSTOMERS, 2).by(RfmScore::recency).map(ValueTally::n))
                .hasToString("{1=4, 2=1}");
    }

    @Example
    void eachPairOfScoresIsInOneOfTheUsualSegments() {
        for (int recency = 1; recency <= 5; recency++) {
            for (int frequency = 1; frequency <= 5; frequency++) {
                for (int monetary = 1; monetary <= 5; monetary++) {
                    RfmScore score = new RfmScore(CUSTOMERS.get(0), recency, frequency, monetary);
                    assertThat(RfmSegment.QUINTILES.stream().filter(segment -> segment.contains(score)))
                            .as("%s", score)
                            .hasSize(1);
                }
            }
        }
    }

    @Property
    void aScoreIsOneMoreThanTheShareOfThoseWhoAreWorse(
            @ForAll @Size(max = 30) List<@LongRange(min = -3, max = 3) Long> values,
            @ForAll @IntRange(min = 1, max = 7) int groups) {
        long[] column = values.stream().mapToLong(Long::longValue).toArray();
        int[] wanted = IntStream.range(0, column.length)
                .map(i -> {
                    int worse = 0;
                    for (long other : column) {
                        worse += other < column[i] ? 1 : 0;
                    }
                    return 1 + groups * worse / column.length;
                })
                .toArray();
        assertThat(Rfm.scores(column, groups)).containsExactly(wanted);
        assertThat(IntStream.of(wanted)).allMatch(score -> score >= 1 && score <= groups);
    }

    @Example
    void purchasesOfOneDayAreOneOccasion() {
        ZoneId rome = ZoneId.of("Europe/Rome");
        List<Purchase> log = List.of(
                bought("a", "2024-03-30T23:30:00Z", "10"), // the 31st in Rome
                bought("a", "2024-03-31T20:00:00Z", "5"),
                bought("a", "2024-03-01T12:00:00Z", "7"),
                bought("a", "2024-04-02T12:00:00Z", "-2"),
                bought("a", "2024-04-09T22:00:00Z", "99"), // the 10th in Rome
                bought("b", "2024-04-01T12:00:00Z", "-3"));
        assertThat(RfmCustomer.of(log, LocalDate.of(2024, 4, 9), rome)).containsExactly(customer("a", 9, 2, "20"));
    }

    private static Purchase bought(String customer, String at, String amount) {
        return new Purchase(CustomerId.of(customer), Instant.parse(at), Money.of(amount, "EUR"));
    }

    @Example
    void saysWhatIsWantedAndWhatCame() {
        Rfm nobody = Rfm.of(List.of(), 5);
        assertThat(nobody).hasToString("5 groups of each of recency, frequency and spend, 0 customers");
        assertThatIllegalStateException()
                .isThrownBy(() -> nobody.segments(RfmSegment.QUINTILES))
                .withMessage("segments of 0 customers have no currency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rfm.scores(new long[0], 0))
                .withMessage("at least 1 group wanted, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rfm.of(
                        List.of(CUSTOMERS.get(0), new RfmCustomer(CustomerId.of("z"), 1, 1, Money.of("1", "USD"))), 5))
                .withMessage("one currency wanted, got 1.00 USD and 500.00 EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rfm(2, Rfm.of(CUSTOMERS, 5).scores()))
                .withMessage("scores must be from 1 to 2, got scores[0]=5-5-5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> customer("a", -1, 1, "1"))
                .withMessage("wanted a recency of at least 0 days and a frequency of at least 1, got -1 and 1 for "
                        + "customer a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore(CUSTOMERS.get(0), 1, 0, 1))
                .withMessage("scores must be at least 1, got 1-0-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmSegment.of("x", 2, 1, 1, 1))
                .withMessage("wanted ranges of scores from 1, got recency 2 to 1, frequency 1 to 1, monetary 1 to "
                        + Integer.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmSegment.of(" ", 1, 1, 1, 1))
                .withMessage("the name of a segment must not be blank");
    }
}
