package org.cxkit.metrics.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.buying.BgNbd;
import org.cxkit.metrics.io.PurchaseCsv;
import org.cxkit.metrics.purchase.HoldOut;
import org.cxkit.metrics.purchase.Purchase;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.purchase.PurchaseLog;
import org.junit.jupiter.api.Test;

class HoldOutReportTest {

    private static final HoldOut CDNOW = cdnow();
    private static final BgNbd MODEL = BgNbd.fit(CDNOW.calibration().tally()).model();

    /** Sums of a few thousand doubles in another order. */
    private static final double ROUNDING = 1e-11;

    private static HoldOut cdnow() {
        String file = "/cdnow_elog.csv";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(HoldOutReportTest.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8)) {
            return PurchaseLog.of(
                            PurchaseCsv.columns("sampleid", "date", "sales")
                                    .currency("USD")
                                    .read(in, file)
                                    .orThrow(),
                            ZoneOffset.UTC)
                    .holdOut(LocalDate.of(1997, 9, 30), LocalDate.of(1998, 6, 30), RatePeriod.WEEK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void errorsAreThoseOfTheObviousLoop() {
        HoldOutReport report = HoldOutReport.of(MODEL, CDNOW);
        PurchaseHistories all = CDNOW.calibration();
        double expected = 0;
        double absolute = 0;
        double squares = 0;
        double ofTwo = 0;
        long boughtByTwo = 0;
        long two = 0;
        for (int row = 0; row < all.size(); row++) {
            double one = MODEL.purchases(all.history(row), TimeSpan.weeks(39));
            expected += one;
            absolute += Math.abs(one - CDNOW.purchases(row)) / all.size();
            squares += Math.pow(one - CDNOW.purchases(row), 2) / all.size();
            if (all.frequency(row) == 2) {
                two++;
                ofTwo += one;
                boughtByTwo += CDNOW.purchases(row);
            }
        }
        assertThat(report.customers()).isEqualTo(2357);
        assertThat(report.bought()).isEqualTo(1882);
        assertThat(report.expected()).isCloseTo(expected, within(ROUNDING * expected));
        assertThat(report.meanAbsoluteError()).isCloseTo(absolute, within(ROUNDING));
        assertThat(report.rootMeanSquareError()).isCloseTo(Math.sqrt(squares), within(ROUNDING));
        assertThat(report.bias()).isCloseTo((expected - 1882) / 2357, within(ROUNDING));
        assertThat(report.groups())
                .hasSize(8)
                .extracting(HoldOutGroup::frequency)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        HoldOutGroup group = report.groups().get(2);
        assertThat(group.customers()).isEqualTo(two);
        assertThat(group.bought()).isCloseTo((double) boughtByTwo / two, within(ROUNDING));
        assertThat(group.expected()).isCloseTo(ofTwo / two, within(ROUNDING));
        assertThat(report)
                .hasToString("1882 purchases of 2357 customers in 273 days, 1653.4 expected (-12.1 %), per customer"
                        + " MAE 0.785, RMSE 1.608");
    }

    @Test
    void trackingAddsUpWhatEachCustomerWasExpectedToBuy() {
        Tracking tracking = Tracking.of(MODEL, CDNOW);
        TrackingPoint last = tracking.points().get(tracking.points().size() - 1);
        assertThat(last.day()).isEqualTo(LocalDate.of(1998, 6, 30));
        assertThat(last.made()).isEqualTo(2457 + 1882); // truth/value.json
        double expected = 0;
        double atCalibration = 0;
        PurchaseHistories all = CDNOW.calibration();
        for (int row = 0; row < all.size(); row++) {
            double age = all.history(row).age();
            atCalibration += MODEL.purchases(TimeSpan.weeks(age));
            expected += MODEL.purchases(TimeSpan.weeks(age + 39));
        }
        assertThat(last.expected()).isCloseTo(expected, within(ROUNDING * expected));
        TrackingPoint calibrated = tracking.points().stream()
                .filter(point -> point.day().equals(tracking.calibrationEnd()))
                .findFirst()
                .orElseThrow();
        assertThat(calibrated.made()).isEqualTo(2457);
        assertThat(calibrated.expected()).isCloseTo(atCalibration, within(ROUNDING * atCalibration));
        assertThat(Tracking.of(MODEL, CDNOW, 1).points())
                .hasSize((int) (LocalDate.of(1998, 6, 30).toEpochDay()
                        - LocalDate.of(1997, 1, 1).toEpochDay()
                        + 1));
        assertThat(tracking).hasToString("78 points to 1998-06-30: 4339 repeat purchases made, 4160.6 expected");
    }

    @Test
    void customersWhoCameLaterDoNotCount() {
        Money ten = Money.of("10", "EUR");
        Instant start = Instant.parse("2026-01-01T10:00:00Z");
        PurchaseLog log = PurchaseLog.of(
                List.of(
                        new Purchase(CustomerId.of("A"), start, ten),
                        new Purchase(CustomerId.of("A"), start.plusSeconds(86_400 * 20), ten),
                        new Purchase(CustomerId.of("B"), start.plusSeconds(86_400 * 12), ten),
                        new Purchase(CustomerId.of("B"), start.plusSeconds(86_400 * 13), ten)),
                ZoneOffset.UTC);
        HoldOut holdOut = log.holdOut(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 1, 31), RatePeriod.DAY);
        assertThat(HoldOutReport.of(MODEL, holdOut).customers()).isEqualTo(1);
        assertThat(HoldOutReport.of(MODEL, holdOut).toString()).startsWith("1 purchase of 1 customer in 21 days, ");
        Tracking tracking = Tracking.of(MODEL, holdOut);
        assertThat(tracking.points().get(tracking.points().size() - 1).made()).isEqualTo(1);
        assertThat(tracking.toString()).startsWith("6 points to 2026-01-31: 1 repeat purchase made, ");
        assertThat(new Tracking(holdOut.calibrationEnd(), tracking.points().subList(0, 1)).toString())
                .startsWith("1 point to 2026-01-07: 0 repeat purchases made, ");
        HoldOut nobody = log.holdOut(LocalDate.of(2025, 1, 10), LocalDate.of(2026, 1, 31), RatePeriod.DAY);
        assertThatThrownBy(() -> HoldOutReport.of(MODEL, nobody))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 customer wanted in a hold-out, got 0");
        assertThat(Tracking.of(MODEL, nobody)).hasToString("no customers to track");
        assertThatThrownBy(() -> Tracking.of(MODEL, holdOut, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 day wanted between two points, got 0");
    }
}
