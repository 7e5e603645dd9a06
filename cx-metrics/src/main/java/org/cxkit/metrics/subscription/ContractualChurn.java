package org.cxkit.metrics.subscription;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.behavior.ChurnRate;
import org.cxkit.metrics.behavior.Retention;
import org.cxkit.metrics.subscription.Tenures.Tenure;
import org.cxkit.metrics.wording.Sentence;

/**
 * Churn by contract over a window of time, on both of its denominators.
 *
 * <p>On the opening base it is {@code 1 - retention} of those who were customers at the start, and does not see who
 * joins and leaves within the window. On the exposure it is leavings over the time that all customers spent as such, in
 * customer-days: it sees all. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param retention from the start of the window to its end
 * @param leavings how often a customer left in the window, also one who came back; at its end, but not at its start
 * @param joinedAndLeft who was a customer neither at the start nor at the end, but in between
 * @param exposure the time in the window of all customers together
 */
public record ContractualChurn(Retention retention, long leavings, long joinedAndLeft, Duration exposure)
        implements Serializable {
    private static final double NANOS_OF_A_DAY = 86_400e9;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or there are fewer leavings than customers who left
     */
    public ContractualChurn {
        Objects.requireNonNull(retention, "retention");
        if (joinedAndLeft < 0 || exposure.isNegative()) {
            throw new IllegalArgumentException(
                    "counts must not be negative: joinedAndLeft=" + joinedAndLeft + ", exposure=" + exposure);
        }
        if (leavings < retention.churned().count() + joinedAndLeft) {
            throw new IllegalArgumentException("wanted a leaving for each who left, got " + leavings + " for "
                    + retention.churned().count() + " of the start and " + joinedAndLeft + " who joined and left");
        }
    }

    /**
     * {@return the churn in a window}
     *
     * <p>Those at its start are customers at its first instant, those at its end at the first instant after it, so that
     * windows that follow each other count each joining and each leaving once.
     *
     * @param contracts all contracts of the customers, in any order, also those that ended before the window
     * @param window the window of time
     * @throws ArithmeticException if the exposure leaves the range of a duration
     */
    public static ContractualChurn of(Collection<Contract> contracts, TimeWindow window) {
        long start = 0;
        long retained = 0;
        long returned = 0;
        long reactivated = 0;
        long joined = 0;
        long leavings = 0;
        long joinedAndLeft = 0;
        Duration exposure = Duration.ZERO;
        for (List<Tenure> tenures : Tenures.of(contracts)) {
            boolean atStart = tenures.stream().anyMatch(one -> one.contains(window.from()));
            boolean atEnd = tenures.stream().anyMatch(one -> one.contains(window.to()));
            long left = tenures.stream().filter(one -> leavesIn(one, window)).count();
            start += atStart ? 1 : 0;
            retained += atStart && atEnd && left == 0 ? 1 : 0;
            returned += atStart && atEnd && left > 0 ? 1 : 0;
            boolean before = tenures.get(0).from().isBefore(window.from());
            reactivated += atEnd && !atStart && before ? 1 : 0;
            joined += atEnd && !atStart && !before ? 1 : 0;
            joinedAndLeft += !atStart && !atEnd && left > 0 ? 1 : 0;
            leavings += left;
            for (Tenure one : tenures) {
                exposure = exposure.plus(inside(one, window));
            }
        }
        return new ContractualChurn(
                new Retention(start, retained, returned, reactivated, joined), leavings, joinedAndLeft, exposure);
    }

    private static boolean leavesIn(Tenure tenure, TimeWindow window) {
        return tenure.to().isAfter(window.from()) && !tenure.to().isAfter(window.to());
    }

    private static Duration inside(Tenure tenure, TimeWindow window) {
        Instant from = tenure.from().isAfter(window.from()) ? tenure.from() : window.from();
        Instant to = tenure.to().isBefore(window.to()) ? tenure.to() : window.to();
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    /** {@return the exposure in customer-days of 24 hours} */
    public double customerDays() {
        return exposure.getSeconds() / 86_400.0 + exposure.getNano() / NANOS_OF_A_DAY;
    }

    /**
     * {@return how often a customer leaves in one period of being a customer: leavings over the exposure in such periods,
     * from 0, perhaps above 1; no data without exposure}
     *
     * @param period the period, of its length in days
     */
    public Outcome<Double> leavingsPer(RatePeriod period) {
        return exposure.isZero()
                ? Outcome.noData("nobody was a customer in the window")
                : Outcome.of((double) leavings / (customerDays() / period.days()));
    }

    /**
     * {@return the probability that a customer leaves within a period where customers leave evenly over time:
     * {@code 1 - e^-leavings per period}; no data without exposure}
     *
     * @param period the period, of its length in days
     */
    public Outcome<ChurnRate> rate(RatePeriod period) {
        return leavingsPer(period).map(leavings -> new ChurnRate(-Math.expm1(-leavings), period));
    }

    /** {@return a sentence with churn on both denominators and the counts} */
    @Override
    public String toString() {
        String days = Sentence.number(customerDays(), 1);
        return "churn " + retention.churned() + "; " + Sentence.count(leavings, "leaving") + " in " + days
                + " customer-days, " + joinedAndLeft + " joined and left";
    }
}
