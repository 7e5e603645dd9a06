package org.cxkit.journey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.clv.LifetimeValues;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.purchase.HoldOut;
import org.cxkit.metrics.purchase.Purchase;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.PurchaseLog;
import org.cxkit.metrics.spend.GammaGamma;
import org.junit.jupiter.api.Test;

class PurchaseStudyTest {
    private static final List<Purchase> PURCHASES = Purchases.of(200);
    private static final Chapter CHAPTER = Purchases.chapter(Purchases.study(PURCHASES));
    private static final LifetimeTable LIFETIME = Objects.requireNonNull(CHAPTER.lifetime());
    private static final ConvenienceTable CONVENIENCE = Objects.requireNonNull(CHAPTER.convenience());

    private static LifetimeValues values() {
        PurchaseLog log = PurchaseLog.of(PURCHASES, ZoneOffset.UTC);
        PurchaseHistories histories = log.histories(log.lastDay().orElseThrow(), RatePeriod.WEEK);
        return LifetimeValues.of(
                histories,
                BgNbd.fit(histories.tally()),
                GammaGamma.fit(LifetimeTable.spend(histories)),
                Purchases.MARGIN,
                Purchases.YEAR);
    }

    @Test
    void theTableIsToldFromValuesThatAnybodyCanFit() {
        LifetimeValues values = values();
        assertThat(LIFETIME.assumptions())
                .isEqualTo("Lifetime value is expected: 0.5 of the spend in 12 steps of 1 month, discounted at 0.1 per"
                        + " year (discrete), told on 2025-12-31 by BG/NBD (by which all who bought only once are still"
                        + " customers) and Gamma-Gamma, before what it costs to win, serve and keep a customer.");
        assertThat(LIFETIME.customers()).isEqualTo(200);
        assertThat(LIFETIME.total()).isEqualTo(values.total());
        assertThat(LIFETIME.totalInterval()).isEqualTo(values.totalInterval(0.95));
        double alive = 0;
        long[] parts = new long[10];
        Money highest = Purchases.euro("0.00");
        for (int row = 0; row < values.size(); row++) {
            alive += values.alive(row);
            parts[values.alive(row) == 1 ? 9 : (int) Math.floor(10 * values.alive(row))]++;
            Money value = values.value(row).toOptional().orElseThrow();
            highest = value.compareTo(highest) > 0 ? value : highest;
        }
        assertThat(LIFETIME.alive()).isEqualTo(alive);
        for (int i = 0; i < parts.length; i++) {
            assertThat(LIFETIME.aliveParts().get(i)).isEqualTo(parts[i]);
        }
        assertThat(LIFETIME.best()).hasSize(10);
        assertThat(LIFETIME.best().get(0).value()).isEqualTo(Outcome.of(highest));
        assertThat(LIFETIME.best())
                .isSortedAccordingTo((a, b) -> b.value()
                        .toOptional()
                        .orElseThrow()
                        .compareTo(a.value().toOptional().orElseThrow()));
    }

    @Test
    void theModelIsJudgedByTheSecondHalfUnlessAnotherDayIsSaid() {
        HoldOut holdOut = PurchaseLog.of(PURCHASES, ZoneOffset.UTC)
                .holdOut(Purchases.MIDDLE.plusDays(1), Purchases.MIDDLE.plusDays(183), RatePeriod.WEEK);
        Fit<BgNbd> calibrated = BgNbd.fit(holdOut.calibration().tally());
        assertThat(LIFETIME)
                .isEqualTo(LifetimeTable.of(LIFETIME.assumptions(), values()).judgedBy(calibrated, holdOut));
        assertThat(LIFETIME.models())
                .extracting(FittedModel::data)
                .containsExactly(
                        "When they buy, all purchases",
                        "What they spend, all repeat purchases",
                        "When they buy, purchases until 2025-07-02");
        Chapter said = Purchases.chapter(Purchases.study(PURCHASES).calibratedUntil(Purchases.MIDDLE));
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(said.lifetime()).tracking())
                        .calibrationEnd())
                .isEqualTo(Purchases.MIDDLE);
    }

    @Test
    void withoutAHoldOutTheValuesAreStillTold() {
        Chapter late = Purchases.chapter(Purchases.study(PURCHASES).calibratedUntil(Purchases.MIDDLE.plusYears(1)));
        LifetimeTable table = Objects.requireNonNull(late.lifetime());
        assertThat(table.holdOut()).isNull();
        assertThat(table.tracking()).isNull();
        assertThat(table.best()).isEqualTo(LIFETIME.best());
    }

    @Test
    void theOrderOfPurchasesDoesNotMatter() {
        List<Purchase> shuffled = new ArrayList<>(PURCHASES);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(Purchases.chapter(Purchases.study(shuffled))).isEqualTo(CHAPTER);
    }

    @Test
    void costsOfPurchasesToComeAreCheckedAgainstTheirValue() {
        LifetimeValues values = values();
        long passes = 0;
        BigDecimal cost = BigDecimal.ZERO;
        for (int row = 0; row < values.size(); row++) {
            // 1.00 to serve each, 2.00 to keep the customer; 5.00 to win the customer is sunk
            BigDecimal served = Money.of(BigDecimal.valueOf(values.discountedPurchases(row)), euro().currency())
                    .rounded()
                    .amount();
            BigDecimal all = served.add(new BigDecimal("2.00"));
            cost = cost.add(all);
            passes += values.value(row).toOptional().orElseThrow().amount().compareTo(all) > 0 ? 1 : 0;
        }
        assertThat(CONVENIENCE.basis()).isEqualTo(CostBasis.EXISTING);
        assertThat(CONVENIENCE.portfolio()).isSameAs(CONVENIENCE.existing());
        assertThat(CONVENIENCE.existing().passes()).isEqualTo(passes);
        assertThat(CONVENIENCE.existing().cost()).isEqualTo(Money.of(cost, euro().currency()));
        assertThat(CONVENIENCE.assumptions())
                .isEqualTo(LIFETIME.assumptions()
                        + " Costs, those of purchases to come discounted alike: 5.00 EUR to win a customer, 1.00 EUR to"
                        + " serve a purchase, 2.00 EUR to keep a customer: assumed.");
    }

    @Test
    void verdictsSayHowSureTheyAre() {
        VerdictBands keep = Objects.requireNonNull(CONVENIENCE.existingBands());
        assertThat(keep.likelyPass() + keep.uncertain() + keep.likelyFail()).isEqualTo(200);
        assertThat(keep.unknown()).isZero();
        assertThat(keep.likelyPass()).isLessThanOrEqualTo(CONVENIENCE.existing().passes());
        assertThat(keep.likelyFail()).isLessThanOrEqualTo(CONVENIENCE.existing().fails());
        assertThat(CONVENIENCE.worst())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.reason()).contains("at 95 %: P(pass) 0.", "FAIL: costs "));
    }

    @Test
    void whereTooFewBoughtTwiceTheValueIsHistoric() {
        List<Purchase> few = List.of(
                new Purchase(CustomerId.of("a"), Reports.NOON, Purchases.euro("10.00")),
                new Purchase(CustomerId.of("b"), Reports.NOON, Purchases.euro("30.00")));
        Chapter chapter = Purchases.chapter(Purchases.study(few));
        assertThat(chapter.lifetime()).isNull();
        ConvenienceTable table = Objects.requireNonNull(chapter.convenience());
        assertThat(table.assumptions())
                .isEqualTo(
                        "Lifetime value is historic: 0.5 of what the customer bought so far, as no model of purchases"
                                + " to come can be fitted: at least 10 customers with a repeat purchase wanted, got 0. Costs:"
                                + " 5.00 EUR to win a customer, 1.00 EUR to serve a purchase, 2.00 EUR to keep a customer:"
                                + " assumed.");
        assertThat(table.basis()).isEqualTo(CostBasis.PROSPECT);
        assertThat(table.prospectBands()).isNull();
        assertThat(table.prospect().lifetimeValue()).hasToString("20.00 EUR");
    }

    @Test
    void ofNoPurchasesThereIsNothingToTell() {
        Chapter chapter = Purchases.chapter(Purchases.study(List.of()));
        assertThat(chapter.lifetime()).isNull();
        assertThat(Objects.requireNonNull(chapter.convenience()).prospect().customers())
                .isZero();
    }

    @Test
    void theHistoricStudyFitsNothing() {
        Chapter chapter = Purchases.chapter(PurchaseStudy.historic(PURCHASES, ZoneOffset.UTC, Purchases.MARGIN));
        assertThat(chapter.lifetime()).isNull();
        assertThat(Objects.requireNonNull(chapter.convenience()).assumptions())
                .isEqualTo(
                        "Lifetime value is historic: 0.5 of what the customer bought so far. Costs: 5.00 EUR to win a"
                                + " customer, 1.00 EUR to serve a purchase, 2.00 EUR to keep a customer: assumed.");
    }

    @Test
    void costsThatAreKnownAreThoseOfTheCustomer() {
        CompanyCosts ann = CompanyCosts.of("1.00", "2.00", "3.00", "EUR");
        CostRule rule = CostRule.known(Map.of(CustomerId.of("ann"), ann), "costs.csv");
        assertThat(rule).hasToString("as costs.csv says.");
        assertThat(rule.of(CustomerId.of("ann"), BigDecimal.TEN)).isEqualTo(ann);
        assertThat(rule.of(CustomerId.of("bob"), BigDecimal.TEN)).isEqualTo(new CompanyCosts(null, null, null));
    }

    @Test
    void theServiceOfAFractionOfAPurchaseIsRounded() {
        assertThat(Purchases.COSTS
                        .of(CustomerId.of("ann"), new BigDecimal("2.345"))
                        .service())
                .isEqualTo(Purchases.euro("2.34"));
        CostRule fine = CostRule.assumed(Purchases.euro("5.00"), Purchases.euro("1.005"), Purchases.euro("0"));
        assertThat(fine.of(CustomerId.of("ann"), new BigDecimal("3")).service()).isEqualTo(Purchases.euro("3.015"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostRule.assumed(Purchases.euro("-1"), Purchases.euro("0"), Purchases.euro("0")))
                .withMessage("acquisition cost must not be negative, got -1.00 EUR");
    }

    private static Money euro() {
        return Purchases.euro("0.00");
    }
}
