package org.cxkit.metrics.behavior;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.metrics.io.PurchaseCsv;
import org.cxkit.metrics.purchase.Purchase;
import org.cxkit.truth.TruthCase;

/** The case behaviour_metrics_cdnow of truth/value.json. */
public final class BehaviorTruth {

    static final ZoneId UTC = ZoneOffset.UTC;

    /** What the case says beside its figures. */
    static final List<String> NO_FIGURES = List.of("id", "kind", "data", "note");

    private BehaviorTruth() {}

    /** {@return the CDNOW log; data by Bruce Hardie, brucehardie.com} */
    static List<Purchase> cdnow() {
        try (InputStreamReader log = new InputStreamReader(
                Objects.requireNonNull(BehaviorTruth.class.getResourceAsStream("/cdnow_elog.csv")),
                StandardCharsets.UTF_8)) {
            return PurchaseCsv.columns("sampleid", "date", "sales")
                    .currency("USD")
                    .strict()
                    .read(log, "cdnow_elog.csv")
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CalendarPeriod day(String date) {
        return CalendarUnit.DAY.of(LocalDate.parse(date));
    }

    /** Compares the case. */
    public static void compare(JsonNode truth) {
        ObjectNode figures = truth.deepCopy();
        figures.remove(NO_FIGURES);
        TruthCase expected = new TruthCase(figures);
        List<Purchase> log = cdnow();
        Money sales = log.stream().map(Purchase::amount).reduce(Money.of("0", "USD"), Money::plus);
        count(expected, "/rows", log.size());
        expected.equalText("/total_sales", sales.amount().toPlainString());
        days(expected, ActivityTally.of(log, CalendarUnit.DAY, UTC));
        quarters(expected, ActivityTally.of(log, CalendarUnit.QUARTER, UTC));
        expected.done();
    }

    private static void days(TruthCase expected, ActivityTally days) {
        ActivityTally calibration = days.within(day("1997-01-01"), day("1997-09-30"));
        ActivityTally holdout = days.within(day("1997-10-01"), day("1998-06-30"));
        count(expected, "/customers", days.customers());
        count(expected, "/transaction_days", days.customerPeriods());
        count(expected, "/cal_repeat_transaction_days", calibration.customerPeriods() - calibration.customers());
        count(expected, "/holdout_transaction_days", holdout.customerPeriods());
        repeat(expected, "/repeat_purchase_rate_calibration", RepeatPurchase.of(calibration));
        repeat(expected, "/repeat_purchase_rate_all", RepeatPurchase.of(days));
    }

    private static void count(TruthCase expected, String at, long count) {
        expected.equalText(at, Long.toString(count));
    }

    private static void repeat(TruthCase expected, String at, RepeatPurchase rate) {
        count(expected, at + "/0", rate.repeaters());
        count(expected, at + "/1", rate.customers());
    }

    private static void quarters(TruthCase expected, ActivityTally quarters) {
        List<CalendarPeriod> periods = quarters.periods();
        Cohort cohort = CohortRetention.of(quarters).cohorts().get(0);
        for (int i = 0; i < periods.size(); i++) {
            count(expected, "/active_customers_by_quarter/" + i, quarters.active(periods.get(i)));
            count(expected, "/cohort_retention_counts/" + i, cohort.active().get(i));
            expected.equalText(
                    "/cohort_retention_vs_q1/" + i,
                    String.format(Locale.ROOT, "%.8f", cohort.share(i).value()));
            if (i > 0) {
                Retention retention = Retention.of(quarters, periods.get(i - 1), periods.get(i));
                count(expected, "/quarter_over_quarter_retained/" + (i - 1), retention.retained());
            }
        }
    }
}
