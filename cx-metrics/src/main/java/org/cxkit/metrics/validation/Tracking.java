package org.cxkit.metrics.validation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.buying.BuyingModel;
import org.cxkit.metrics.purchase.HoldOut;
import org.cxkit.metrics.purchase.PurchaseLog;
import org.cxkit.metrics.wording.Sentence;

/**
 * Cumulative repeat purchases week by week, made and expected: how a model goes on where it was not fitted.
 *
 * <p>Only customers of the calibration count. Those who came on day d are expected to have made E[X(t - d)] repeat
 * purchases by day t. Immutable, value-based and thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2),
 * 2005, figures 2 and 3.
 *
 * @param calibrationEnd the last day that the model learned from
 * @param points the points in order; one at the end of the calibration, one at the end of the hold-out
 */
public record Tracking(LocalDate calibrationEnd, List<TrackingPoint> points) implements Serializable {

    /** Copies the points. */
    public Tracking {
        Objects.requireNonNull(calibrationEnd, "calibrationEnd");
        points = List.copyOf(points);
    }

    /**
     * {@return the tracking by weeks}
     *
     * @param model a model fitted to the calibration
     * @param holdOut calibration and hold-out
     */
    public static Tracking of(BuyingModel model, HoldOut holdOut) {
        return of(model, holdOut, 7);
    }

    /**
     * {@return the tracking by so many days}
     *
     * @param model a model fitted to the calibration
     * @param holdOut calibration and hold-out
     * @param stepDays how many days there are between two points, at least 1
     * @throws IllegalArgumentException if the step is below 1
     */
    public static Tracking of(BuyingModel model, HoldOut holdOut, int stepDays) {
        if (stepDays < 1) {
            throw new IllegalArgumentException("at least 1 day wanted between two points, got " + stepDays);
        }
        PurchaseLog log = holdOut.log();
        LocalDate first = log.firstDay()
                .filter(day -> !day.isAfter(holdOut.calibrationEnd()))
                .orElse(null);
        if (first == null) {
            return new Tracking(holdOut.calibrationEnd(), List.of());
        }
        long[] came = log.newCustomers(first, holdOut.calibrationEnd());
        long[] bought = log.repeatPurchases(first, holdOut.end(), holdOut.calibrationEnd());
        double[] expected = new double[bought.length]; // of one customer, by days since the first purchase
        for (int day = 0; day < expected.length; day++) {
            expected[day] = model.purchases(TimeSpan.days(day));
        }
        int calibration = came.length - 1;
        List<TrackingPoint> points = new ArrayList<>();
        long made = 0;
        for (int day = 0; day < bought.length; day++) {
            made += bought[day];
            if ((day + 1) % stepDays == 0 || day == calibration || day == bought.length - 1) {
                points.add(new TrackingPoint(first.plusDays(day), made, expectedBy(day, came, expected)));
            }
        }
        return new Tracking(holdOut.calibrationEnd(), points);
    }

    private static double expectedBy(int day, long[] came, double[] expected) {
        double sum = 0;
        for (int start = 0; start < came.length && start <= day; start++) {
            sum += came[start] * expected[day - start];
        }
        return sum;
    }

    /** {@return such as {@code 78 points to 1998-06-30: 4339 repeat purchases made, 4160.6 expected}} */
    @Override
    public String toString() {
        if (points.isEmpty()) {
            return "no customers to track";
        }
        TrackingPoint last = points.get(points.size() - 1);
        return String.format(
                Locale.ROOT,
                "%s to %s: %s made, %.1f expected",
                Sentence.count(points.size(), "point"),
                last.day(),
                Sentence.count(last.made(), "repeat purchase"),
                last.expected());
    }
}
