package org.cxkit.journey.page;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cxkit.core.money.Money;
import org.cxkit.journey.figure.Figures;
import org.cxkit.journey.report.FittedModel;
import org.cxkit.journey.report.LifetimeTable;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fit.ParameterEstimate;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.purchase.PurchaseHistory;
import org.cxkit.metrics.validation.HoldOutGroup;
import org.cxkit.metrics.validation.HoldOutReport;
import org.cxkit.metrics.validation.Tracking;
import org.cxkit.metrics.validation.TrackingPoint;

/** What a report says of lifetime values in sentences and rows: the same in HTML and in text. */
final class LifetimeWords {
    static final String TITLE = "Who is worth what: the value of the purchases to come";
    static final String BEST = "The customers worth most";
    static final String ALIVE = "Customers by P(alive), the probability of still being a customer";
    static final String HOLD_OUT = "Judged by purchases that the model did not see";
    static final String TRACKING = "Repeat purchases added up";
    static final String MODELS = "The models";
    static final String INTERVAL = "95 % interval";
    static final List<String> GROUP_HEAD = List.of("repeats", "customers", "bought after", "expected");

    private LifetimeWords() {}

    /** {@return what all are worth} */
    static String total(LifetimeTable table) {
        return Figures.or(table.total(), Figures::money);
    }

    /** {@return the interval of what all are worth in brackets; nothing where they have no value} */
    static String totalInterval(LifetimeTable table) {
        String limits = limits(table.total(), table.totalInterval());
        return limits.isEmpty() ? "" : " (95 % " + limits + ")";
    }

    /** {@return how many customers there are and how many of them are expected to be alive} */
    static String alive(LifetimeTable table) {
        return Figures.decimal(table.alive(), 1) + " of " + Figures.count(table.customers());
    }

    /** {@return what the intervals are about} */
    static String intervals() {
        return "Intervals are about what is expected of a customer, as far as the parameters of both models are unsure"
                + " (delta method); what one customer will do varies far more. Purchases to come are discounted, repeats"
                + " are the purchases after the first, the last of them so long after it.";
    }

    /** {@return what the cells of the customers worth most are} */
    static List<String> bestHead(LifetimeTable table) {
        String unit = table.best().isEmpty()
                ? ""
                : ", " + table.best().get(0).history().unit().name().toLowerCase(Locale.ROOT) + "s";
        return List.of("customer", "value", INTERVAL, "P(alive)", "to come", "repeats", "last at" + unit);
    }

    /** {@return the cells of one of the customers worth most} */
    static List<String> best(LifetimeTable.Row row) {
        return List.of(
                row.customer().value(),
                Figures.or(row.value(), Figures::money),
                limits(row.value(), row.interval()),
                Figures.decimal(row.alive(), 3),
                Figures.decimal(row.purchases(), 2),
                Figures.count(row.history().frequency()),
                last(row.history()));
    }

    private static String last(PurchaseHistory history) {
        return Figures.decimal(history.recency(), 1) + " of " + Figures.decimal(history.age(), 1);
    }

    /** The limits in the decimals of the currency; nothing where there is no value. */
    private static String limits(Outcome<Money> value, Outcome<Interval> interval) {
        if (!(value instanceof Outcome.Value<Money> known)) {
            return "";
        }
        Currency currency = known.value().currency();
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return Figures.or(interval, limits -> Figures.limits(limits, decimals));
    }

    /** {@return the cells of one group of a hold-out} */
    static List<String> group(HoldOutGroup group) {
        String more = group.frequency() == HoldOutReport.MOST ? " or more" : "";
        return List.of(
                group.frequency() + more,
                Figures.count(group.customers()),
                Figures.decimal(group.bought(), 2),
                Figures.decimal(group.expected(), 2));
    }

    /** {@return the hold-out in a sentence} */
    static String holdOut(HoldOutReport report) {
        String off = report.bought() == 0
                ? ""
                : " (" + (report.expected() >= report.bought() ? "+" : "")
                        + Figures.percent(report.expected() / report.bought() - 1) + ")";
        return "%s customers bought %s times in %s; %s were expected%s. Per customer: MAE %s, RMSE %s."
                .formatted(
                        Figures.count(report.customers()),
                        Figures.count(report.bought()),
                        report.length(),
                        Figures.decimal(report.expected(), 1),
                        off,
                        Figures.decimal(report.meanAbsoluteError(), 3),
                        Figures.decimal(report.rootMeanSquareError(), 3));
    }

    /** {@return the sums at the end of the calibration and of the hold-out} */
    static String tracking(Tracking tracking) {
        List<String> sums = new ArrayList<>();
        List<TrackingPoint> points = tracking.points();
        for (int i = 0; i < points.size(); i++) {
            TrackingPoint point = points.get(i);
            if (point.day().equals(tracking.calibrationEnd()) || i == points.size() - 1) {
                sums.add("until " + point.day() + " made " + Figures.count(point.made()) + ", expected "
                        + Figures.decimal(point.expected(), 1));
            }
        }
        return sums.isEmpty() ? "no customers to track" : String.join("; ", sums);
    }

    /** {@return the model, its parameters with their intervals, and what the data could not tell} */
    static String model(FittedModel model) {
        String parameters =
                model.estimates().stream().map(LifetimeWords::parameter).collect(Collectors.joining(", "));
        return "%s: %s; 95 %% intervals %s; log-likelihood %s, n %s; %s."
                .formatted(
                        model.data(),
                        model.model(),
                        parameters,
                        Figures.decimal(model.logLikelihood(), 2),
                        Figures.count(model.n()),
                        model.verdict());
    }

    private static String parameter(ParameterEstimate estimate) {
        return estimate.name() + " "
                + Figures.or(
                        estimate.interval(),
                        limits -> Figures.significant(limits.low()) + " to " + Figures.significant(limits.high()));
    }

    /** {@return whether what the models take for granted holds} */
    static String correlation(LifetimeTable table) {
        return "The models take frequency and spend to be independent: " + table.correlation() + ".";
    }

    /** {@return the names of the tenths of P(alive)} */
    static String part(int i, int parts) {
        return Figures.decimal((double) i / parts, 1) + " to " + Figures.decimal((i + 1.0) / parts, 1);
    }
}
