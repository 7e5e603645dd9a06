package org.cxkit.metrics.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.persona.CustomerId;

class PurchaseLogPropertiesTest {

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final int DAY = 86_400;

    /** A purchase in euros, so that the log is never of no currency at all. */
    private static final Purchase FIRST = new Purchase(CustomerId.of("Z"), START, Money.of("1", "EUR"));

    @Property
    void whatComesAfterTheEndIsNotKnownYet(
            @ForAll("purchases") List<Purchase> purchases, @ForAll @IntRange(max = 20) int days) {
        Instant last = START.plusSeconds((long) days * DAY);
        PurchaseLog known = PurchaseLog.of(
                purchases.stream().filter(one -> !one.at().isAfter(last)).toList(), ZoneOffset.UTC);
        LocalDate end = LocalDate.ofInstant(last, ZoneOffset.UTC);
        PurchaseLog all = PurchaseLog.of(purchases, ZoneOffset.UTC);
        PurchaseHistories calibration =
                all.holdOut(end, end.plusDays(1), RatePeriod.WEEK).calibration();
        assertThat(all.histories(end, RatePeriod.WEEK))
                .isEqualTo(known.histories(end, RatePeriod.WEEK))
                .isEqualTo(calibration);
    }

    /** Few customers and days, so that refunds fall before, on, between and after days of purchase. */
    @Provide
    Arbitrary<List<Purchase>> purchases() {
        Arbitrary<Purchase> one = Combinators.combine(
                        Arbitraries.of("A", "B", "C"),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(-5, 9))
                .as((customer, day, amount) -> new Purchase(
                        CustomerId.of(customer),
                        START.plusSeconds((long) day * DAY),
                        Money.of(Integer.toString(amount), "EUR")));
        return one.list().ofMaxSize(30).map(rest -> {
            List<Purchase> all = new ArrayList<>(rest);
            all.add(FIRST);
            return all;
        });
    }
}
