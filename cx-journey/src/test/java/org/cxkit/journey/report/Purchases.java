package org.cxkit.journey.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.clv.Horizon;
import org.cxkit.metrics.purchase.Purchase;

/** A year of purchases that tests look at. */
final class Purchases {
    static final LocalDate MIDDLE = LocalDate.of(2025, 7, 1);
    static final Horizon YEAR = Horizon.steps(12, TimeSpan.months(1), Rate.discrete(0.1, RatePeriod.YEAR));
    static final BigDecimal MARGIN = new BigDecimal("0.5");
    static final CostRule COSTS = CostRule.assumed(euro("5.00"), euro("1.00"), euro("2.00"));

    private static final Instant FIRST = Instant.parse("2025-01-01T12:00:00Z");

    private Purchases() {}

    /** Each of so many customers comes in the first quarter, buys at a pace of his or her own, and may stop any time. */
    static List<Purchase> of(int customers) {
        Random random = new Random(7);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double pace = 5 / (0.02 + random.nextDouble());
            double stays = Math.pow(random.nextDouble(), 0.4);
            double usual = 10 + 30 * random.nextDouble();
            double day = i * 90.0 / customers;
            do {
                Instant at = FIRST.plus(Duration.ofDays((long) day));
                long cents = Math.round(100 * usual * (0.7 + 0.6 * random.nextDouble()));
                purchases.add(
                        new Purchase(CustomerId.of("p" + i), at, Money.ofMinor(cents, Currency.getInstance("EUR"))));
                day += 1 - pace * Math.log(1 - random.nextDouble());
            } while (day < 364 && random.nextDouble() < stays);
        }
        purchases.add(new Purchase(CustomerId.of("p0"), FIRST.plus(Duration.ofDays(364)), euro("20.00")));
        return purchases;
    }

    /** The study of these purchases by models. */
    static PurchaseStudy study(List<Purchase> purchases) {
        return PurchaseStudy.historic(purchases, ZoneOffset.UTC, MARGIN).expected(YEAR);
    }

    /** The chapter with this study alone. */
    static Chapter chapter(PurchaseStudy study) {
        return Chapter.titled("t", Reports.ORIGIN).worth(study, COSTS).build();
    }

    static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
