package org.cxkit.journey.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.clv.HistoricValue;
import org.cxkit.metrics.clv.Horizon;
import org.cxkit.metrics.clv.LifetimeValues;
import org.cxkit.metrics.fit.Fit;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.purchase.HoldOut;
import org.cxkit.metrics.purchase.Purchase;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.PurchaseLog;
import org.cxkit.metrics.spend.GammaGamma;
import org.jspecify.annotations.Nullable;

/**
 * What purchases say of the worth of customers: BG/NBD and Gamma-Gamma fitted, judged by a hold-out, and what each
 * customer is expected to be worth against what he or she costs.
 *
 * <p>A model is fitted twice: to the purchases of a calibration, to be judged by those after it, and to all of them, for
 * the values. Where that cannot be done, as fewer than {@value #FEWEST} customers bought twice, the value is the
 * historic one and the report says why. Immutable and thread-safe.
 */
public final class PurchaseStudy {
    /** Fewer customers with a repeat purchase say nothing of a population. */
    public static final int FEWEST = 10;

    private static final RatePeriod UNIT = RatePeriod.WEEK;

    private final List<Purchase> purchases;
    private final ZoneId zone;
    private final BigDecimal margin;
    private final @Nullable Horizon horizon;
    private final @Nullable LocalDate calibrationEnd;

    private PurchaseStudy(
            List<Purchase> purchases,
            ZoneId zone,
            BigDecimal margin,
            @Nullable Horizon horizon,
            @Nullable LocalDate calibrationEnd) {
        this.purchases = purchases;
        this.zone = zone;
        this.margin = margin;
        this.horizon = horizon;
        this.calibrationEnd = calibrationEnd;
    }

    /**
     * {@return the study that takes what a customer has bought so far for the value, without a model}
     *
     * @param purchases purchases and refunds in any order
     * @param zone whose days are meant
     * @param margin what remains of a purchase before acquisition, service and retention cost: 0.4 is 40 per cent
     */
    public static PurchaseStudy historic(Collection<Purchase> purchases, ZoneId zone, BigDecimal margin) {
        return new PurchaseStudy(
                List.copyOf(purchases),
                Objects.requireNonNull(zone, "zone"),
                Objects.requireNonNull(margin, "margin"),
                null,
                null);
    }

    /**
     * {@return this study, with values that look ahead}
     *
     * @param ahead how far, and how to discount
     */
    public PurchaseStudy expected(Horizon ahead) {
        return new PurchaseStudy(purchases, zone, margin, Objects.requireNonNull(ahead, "ahead"), calibrationEnd);
    }

    /**
     * {@return this study, with the end of the calibration; unless said, it is the day in the middle}
     *
     * @param day the last day that the judged model learns from
     */
    public PurchaseStudy calibratedUntil(LocalDate day) {
        return new PurchaseStudy(purchases, zone, margin, horizon, Objects.requireNonNull(day, "day"));
    }

    /** What was fitted: the values, and the table that tells them. */
    private record Models(LifetimeValues values, LifetimeTable table) {}

    /** Adds to a chapter what customers are worth, and the check of that against what they cost. */
    void tell(ChapterBuilder chapter, CostRule costs) {
        Outcome<Models> models = horizon == null ? Outcome.noData("") : models(horizon);
        if (models instanceof Outcome.Value<Models> found) {
            chapter.lifetime(found.value().table());
            chapter.convenience(convenience(found.value(), costs));
        } else {
            chapter.convenience(
                    "Lifetime value is historic: " + margin + " of what the customer bought so far"
                            + (models instanceof Outcome.NoData<Models> none && horizon != null
                                    ? ", as no model of purchases to come can be fitted: " + none.reason()
                                    : "")
                            + ". Costs: " + costs,
                    HistoricValue.portfolio(
                            HistoricValue.of(purchases),
                            margin,
                            value -> costs.of(value.customer(), BigDecimal.valueOf(value.purchases()))));
        }
    }

    private Outcome<Models> models(Horizon ahead) {
        try {
            PurchaseLog log = PurchaseLog.of(purchases, zone);
            LocalDate end = log.lastDay().orElse(LocalDate.EPOCH);
            PurchaseHistories histories = log.histories(end, UNIT);
            LifetimeValues values = LifetimeValues.of(
                    histories, buying(histories), GammaGamma.fit(LifetimeTable.spend(histories)), margin, ahead);
            if (values.total() instanceof Outcome.NoData<Money> none) {
                return Outcome.noData(none.reason());
            }
            LifetimeTable table = LifetimeTable.of(
                    "Lifetime value is expected: " + margin + " of the spend in " + ahead + ", told on " + end
                            + " by BG/NBD (by which all who bought only once are still customers) and Gamma-Gamma,"
                            + " before what it costs to win, serve and keep a customer.",
                    values);
            return Outcome.of(new Models(values, judged(table, log, end)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Outcome.noData(String.valueOf(e.getMessage()));
        }
    }

    private static Fit<BgNbd> buying(PurchaseHistories histories) {
        int repeaters = 0;
        for (int row = 0; row < histories.size(); row++) {
            repeaters += histories.frequency(row) > 0 ? 1 : 0;
        }
        if (repeaters < FEWEST) {
            throw new IllegalArgumentException(
                    "at least " + FEWEST + " customers with a repeat purchase wanted, got " + repeaters);
        }
        return BgNbd.fit(histories.tally());
    }

    /** The table with its hold-out, or without one where the calibration holds too little. */
    private LifetimeTable judged(LifetimeTable table, PurchaseLog log, LocalDate end) {
        LocalDate first = log.firstDay().orElse(end);
        LocalDate middle = first.plusDays(ChronoUnit.DAYS.between(first, end) / 2);
        try {
            HoldOut holdOut = log.holdOut(calibrationEnd == null ? middle : calibrationEnd, end, UNIT);
            return table.judgedBy(buying(holdOut.calibration()), holdOut);
        } catch (IllegalArgumentException e) {
            return table;
        }
    }

    private static ConvenienceTable convenience(Models models, CostRule costs) {
        LifetimeValues values = models.values();
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        Map<CustomerId, Outcome<Money>> errors = new LinkedHashMap<>();
        for (int row = 0; row < values.size(); row++) {
            CustomerId customer = values.customer(row);
            Money value = values.value(row).toOptional().orElseThrow();
            BigDecimal served =
                    BigDecimal.valueOf(values.discountedPurchases(row)).setScale(9, RoundingMode.HALF_EVEN);
            portfolio.add(customer, Clv.gross(value), costs.of(customer, served));
            errors.put(
                    customer,
                    values.standardError(row)
                            .map(error -> Money.of(BigDecimal.valueOf(error), value.currency())
                                    .rounded()));
        }
        return ConvenienceTable.of(
                models.table().assumptions() + " Costs, those of purchases to come discounted alike: " + costs,
                portfolio.result(),
                CostBasis.EXISTING,
                errors);
    }
}
