package org.cxkit.metrics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.io.PurchaseCsv;
import org.junit.jupiter.api.Test;

class PurchaseLogTest {

    private static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
    private static final LocalDate END = LocalDate.of(1998, 6, 30);
    private static final CustomerId A = CustomerId.of("A");
    private static final CustomerId B = CustomerId.of("B");

    private static Reader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(PurchaseLogTest.class.getResourceAsStream("/" + name), name),
                StandardCharsets.UTF_8);
    }

    private static PurchaseLog cdnow() throws IOException {
        return PurchaseLog.of(
                PurchaseCsv.columns("sampleid", "date", "sales")
                        .currency("USD")
                        .read(resource("cdnow_elog.csv"), "cdnow_elog.csv")
                        .orThrow(),
                ZoneOffset.UTC);
    }

    @Test
    void cdnowGivesTheSummaryThatItsAuthorsPublish() throws IOException {
        HoldOut holdOut = cdnow().holdOut(CALIBRATION_END, END, RatePeriod.WEEK);
        PurchaseHistories found = holdOut.calibration();
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < found.size(); row++) {
            rowOf.put(found.customer(row).value(), row);
        }
        List<String> lines;
        try (BufferedReader in = new BufferedReader(resource("cdnow_cbs.csv"))) {
            lines = in.lines().skip(1).toList();
        }
        assertThat(found.size()).isEqualTo(lines.size()).isEqualTo(2357);
        for (String line : lines) {
            String[] wanted = line.split(",", -1);
            int row = Objects.requireNonNull(rowOf.get(wanted[0]), wanted[0]);
            PurchaseHistory history = found.history(row);
            assertThat(history.frequency()).isEqualTo(Integer.parseInt(wanted[1]));
            assertThat(history.recency()).isEqualTo(Double.parseDouble(wanted[2]));
            assertThat(history.age()).isEqualTo(Double.parseDouble(wanted[3]));
            assertThat(holdOut.purchases(row)).isEqualTo(Integer.parseInt(wanted[4]));
            double mean = history.frequency() == 0 ? 0 : found.repeatSpendMinor(row) / 100.0 / history.frequency();
            // the file's mean was made by adding doubles up, ours by adding cents
            assertThat(mean).isCloseTo(Double.parseDouble(wanted[5]), offset(1e-11));
        }
        assertThat(holdOut).hasToString("2357 customers until 1997-09-30, then 1882 purchases in 273 days");
        assertThat(holdOut.length()).isEqualTo(TimeSpan.days(273));
        assertThat(found).hasToString("2357 customers, 946 with a repeat purchase");
    }

    @Test
    void theTallyHoldsEveryCustomerOnce() throws IOException {
        PurchaseLog log = cdnow();
        PurchaseHistories histories = log.histories(CALIBRATION_END, RatePeriod.WEEK);
        RfmTally tally = histories.tally();
        long[] counts = new long[tally.histories()];
        for (int index : histories.indexIn(tally)) {
            counts[index]++;
        }
        for (int i = 0; i < counts.length; i++) {
            assertThat(counts[i]).isEqualTo(tally.customers(i));
        }
        assertThat(log).hasToString("6696 days of purchase of 2357 customers worth 244091.94 USD");
        LocalDate first = log.firstDay().orElseThrow();
        assertThat(Arrays.stream(log.newCustomers(first, END)).sum()).isEqualTo(2357);
        assertThat(Arrays.stream(log.repeatPurchases(first, CALIBRATION_END)).sum())
                .isEqualTo(2457);
        assertThat(Arrays.stream(log.repeatPurchases(CALIBRATION_END.plusDays(1), END))
                        .sum())
                .isEqualTo(1882);
        assertThatThrownBy(() -> histories.indexIn(RfmTally.empty(RatePeriod.WEEK)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("row 0 is not in the tally: ");
    }

    @Test
    void purchasesOfOneDayAreOneAndTheDayIsThatOfTheZone() {
        List<Purchase> purchases = List.of(
                new Purchase(A, Instant.parse("2026-03-29T22:30:00Z"), Money.of("3", "EUR")),
                new Purchase(A, Instant.parse("2026-03-28T12:00:00Z"), Money.of("5", "EUR")),
                new Purchase(A, Instant.parse("2026-03-29T21:30:00Z"), Money.of("2", "EUR")));
        LocalDate end = LocalDate.of(2026, 4, 4);
        // in Rome the clocks went forward on the 29th, so 22:30 in UTC is 00:30 of the 30th there
        assertThat(PurchaseLog.of(purchases, ZoneId.of("Europe/Rome"))
                        .histories(end, RatePeriod.DAY)
                        .history(0))
                .isEqualTo(new PurchaseHistory(2, 2, 7, RatePeriod.DAY));
        assertThat(PurchaseLog.of(purchases, ZoneOffset.UTC)
                        .histories(end, RatePeriod.WEEK)
                        .history(0))
                .isEqualTo(new PurchaseHistory(1, 1 / 7.0, 1, RatePeriod.WEEK));
    }

    @Test
    void aRefundIsNoPurchaseButLowersTheSpend() {
        Instant day = Instant.parse("2026-01-01T10:00:00Z");
        List<Purchase> purchases = List.of(
                new Purchase(A, day.minusSeconds(200_000), Money.of("-9", "EUR")),
                new Purchase(A, day, Money.of("10", "EUR")),
                new Purchase(A, day.plusSeconds(2 * 86_400), Money.of("20", "EUR")),
                new Purchase(A, day.plusSeconds(5 * 86_400), Money.of("-4", "EUR")),
                new Purchase(B, day, Money.of("-1", "EUR")));
        PurchaseLog log = PurchaseLog.of(purchases, ZoneOffset.UTC);
        PurchaseHistories histories = log.histories(LocalDate.of(2026, 1, 31), RatePeriod.DAY);
        assertThat(histories.size()).isEqualTo(1);
        assertThat(histories.history(0)).isEqualTo(new PurchaseHistory(1, 2, 30, RatePeriod.DAY));
        assertThat(histories.repeatSpendMinor(0)).isEqualTo(1600);
        assertThat(log)
                .hasToString("2 days of purchase of 1 customer worth 26.00 EUR, 2 refunds without a purchase left out");
    }

    @Test
    void aRefundCountsFromItsOwnDayOn() {
        Instant day = Instant.parse("2026-01-01T10:00:00Z");
        PurchaseLog log = PurchaseLog.of(
                List.of(
                        new Purchase(A, day, Money.of("10", "EUR")),
                        new Purchase(A, day.plusSeconds(86_400), Money.of("-3", "EUR")),
                        new Purchase(A, day.plusSeconds(2 * 86_400), Money.of("20", "EUR")),
                        new Purchase(A, day.plusSeconds(5 * 86_400), Money.of("-4", "EUR")),
                        new Purchase(A, day.plusSeconds(5 * 86_400), Money.of("-1", "EUR")),
                        new Purchase(A, day.plusSeconds(8 * 86_400), Money.of("30", "EUR"))),
                ZoneOffset.UTC);
        assertThat(repeatSpend(log, LocalDate.of(2026, 1, 2))).isZero();
        assertThat(repeatSpend(log, LocalDate.of(2026, 1, 3))).isEqualTo(2000);
        assertThat(repeatSpend(log, LocalDate.of(2026, 1, 5))).isEqualTo(2000);
        assertThat(repeatSpend(log, LocalDate.of(2026, 1, 6))).isEqualTo(1500);
        assertThat(repeatSpend(log, LocalDate.of(2026, 1, 9))).isEqualTo(4500);
        assertThat(log).hasToString("3 days of purchase of 1 customer worth 52.00 EUR");
        HoldOut holdOut = log.holdOut(LocalDate.of(2026, 1, 4), LocalDate.of(2026, 1, 31), RatePeriod.DAY);
        assertThat(holdOut.calibration().repeatSpendMinor(0)).isEqualTo(2000);
        assertThat(holdOut).hasToString("1 customer until 2026-01-04, then 1 purchase in 27 days");
    }

    private static long repeatSpend(PurchaseLog log, LocalDate end) {
        return log.histories(end, RatePeriod.DAY).repeatSpendMinor(0);
    }

    @Test
    void aLogOfRefundsAloneIsOfNoCurrency() {
        PurchaseLog log = PurchaseLog.of(
                List.of(new Purchase(A, Instant.parse("2026-01-01T10:00:00Z"), Money.of("-9", "EUR"))), ZoneOffset.UTC);
        assertThat(log.currency()).isEmpty();
        assertThat(log.spent()).isEmpty();
        assertThat(log).hasToString("0 days of purchase of 0 customers, 1 refund without a purchase left out");
    }

    @Test
    void aCustomerMayBuyVeryOftenAndBackwards() {
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 999; i >= 0; i--) {
            Instant day = Instant.parse("2026-01-01T10:00:00Z").plusSeconds(86_400L * (i / 2));
            purchases.add(new Purchase(A, day, Money.of(Integer.toString(i), "EUR")));
        }
        PurchaseHistories histories =
                PurchaseLog.of(purchases, ZoneOffset.UTC).histories(LocalDate.of(2027, 12, 31), RatePeriod.DAY);
        assertThat(histories.history(0)).isEqualTo(new PurchaseHistory(499, 499, 729, RatePeriod.DAY));
        assertThat(histories.repeatSpendMinor(0)).isEqualTo(100 * (999 * 1000 / 2 - 1));
    }

    @Test
    void nobodyIsThereBeforeTheFirstPurchase() {
        PurchaseLog log = PurchaseLog.of(
                List.of(new Purchase(A, Instant.parse("2026-01-05T10:00:00Z"), Money.of("0", "EUR"))), ZoneOffset.UTC);
        assertThat(log.histories(LocalDate.of(2026, 1, 4), RatePeriod.DAY).size())
                .isZero();
        assertThat(log.histories(LocalDate.of(2026, 1, 5), RatePeriod.DAY).history(0))
                .isEqualTo(new PurchaseHistory(0, 0, 0, RatePeriod.DAY));
        assertThat(PurchaseLog.of(List.of(), ZoneOffset.UTC)).hasToString("0 days of purchase of 0 customers");
        assertThat(PurchaseLog.of(List.of(), ZoneOffset.UTC).lastDay()).isEmpty();
    }

    @Test
    void badLogsAndColumnsAreNamed() {
        Instant day = Instant.parse("2026-01-05T10:00:00Z");
        List<Purchase> mixed = new ArrayList<>(
                List.of(new Purchase(A, day, Money.of("1", "EUR")), new Purchase(A, day, Money.of("2", "USD"))));
        assertThatThrownBy(() -> PurchaseLog.of(mixed, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("purchases must be in one currency, got 1.00 EUR and 2.00 USD");
        assertThatThrownBy(() -> PurchaseHistories.copyOf(
                        new String[] {"A", "A"},
                        new int[2],
                        new double[2],
                        new double[] {1, 2},
                        new long[2],
                        RatePeriod.DAY,
                        "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1: customer A comes twice");
        assertThatThrownBy(() -> PurchaseHistories.copyOf(
                        new String[] {"A"},
                        new int[1],
                        new double[1],
                        new double[] {1},
                        new long[] {7},
                        RatePeriod.DAY,
                        "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 0: no spend on repeat purchases wanted where there are none, got 7");
        PurchaseLog log = PurchaseLog.of(mixed.subList(0, 1), ZoneOffset.UTC);
        assertThatThrownBy(() -> log.holdOut(CALIBRATION_END, CALIBRATION_END, RatePeriod.DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the hold-out must end after the calibration, got 1997-09-30 and 1997-09-30");
    }
}
