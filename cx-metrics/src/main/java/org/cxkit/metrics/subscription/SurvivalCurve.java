package org.cxkit.metrics.subscription;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.TestResult;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.subscription.Tenures.Tenure;
import org.cxkit.metrics.wording.Sentence;

/**
 * Which share of customers stays for how long, where many have not left yet.
 *
 * <p>The estimate of Kaplan and Meier: the product of {@code 1 - left / atRisk} over all ages up to the one asked for.
 * Those who have not left count as long as they were seen, so that nobody is taken for lost who is only new. It says
 * nothing of ages beyond the longest one seen. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: E. L. Kaplan, P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American
 * Statistical Association 53(282), 1958; M. Greenwood, "The Natural Duration of Cancer", Reports on Public Health and
 * Medical Subjects 33, 1926, for the variance.
 *
 * @param points the ages at which anybody left or was last seen, in order; at risk are those of the point before who
 *     were seen longer
 */
public record SurvivalCurve(List<SurvivalPoint> points) implements Serializable {

    /** Half, and what the rounding of a product of up to a million factors may add to it. */
    private static final double HALF = 0.5 + 1e-10;

    /**
     * Checks that each point follows from the one before.
     *
     * @throws IllegalArgumentException if one does not
     */
    public SurvivalCurve {
        points = List.copyOf(points);
        for (int i = 0; i < points.size(); i++) {
            SurvivalPoint point = points.get(i);
            long after = point.atRisk() - point.left() - point.lastSeen();
            boolean last = i + 1 == points.size();
            if (last
                    ? after != 0
                    : after != points.get(i + 1).atRisk()
                            || points.get(i + 1).age().compareTo(point.age()) <= 0) {
                throw new IllegalArgumentException("wanted points by age, with those at risk who were seen longer than"
                        + " the point before, and nobody after the last, got " + points);
            }
        }
    }

    /**
     * {@return how long customers stay, from the start of their first unbroken contract}
     *
     * @param contracts all contracts of the customers, in any order
     * @param at until when they are seen; later ones do not count
     */
    public static SurvivalCurve of(Collection<Contract> contracts, Instant at) {
        Map<Duration, long[]> ages = new TreeMap<>();
        long customers = 0;
        for (List<Tenure> tenures : Tenures.of(contracts)) {
            Tenure first = tenures.get(0);
            if (first.from().isBefore(at)) {
                boolean left = !first.to().isAfter(at);
                Duration age = Duration.between(first.from(), left ? first.to() : at);
                ages.computeIfAbsent(age, unseen -> new long[2])[left ? 0 : 1]++;
                customers++;
            }
        }
        List<SurvivalPoint> points = new ArrayList<>();
        for (Map.Entry<Duration, long[]> age : ages.entrySet()) {
            long[] counts = age.getValue();
            points.add(new SurvivalPoint(age.getKey(), customers, counts[0], counts[1]));
            customers -= counts[0] + counts[1];
        }
        return new SurvivalCurve(points);
    }

    /** {@return how many customers were seen} */
    public long customers() {
        return points.isEmpty() ? 0 : points.get(0).atRisk();
    }

    /** {@return how many of them left} */
    public long left() {
        return points.stream().mapToLong(SurvivalPoint::left).sum();
    }

    /**
     * {@return the probability to be a customer for longer than this, from 0 to 1; no data if nobody was seen so long,
     * unless all had left before}
     *
     * @param age the length of time, not negative
     * @throws IllegalArgumentException if it is negative
     */
    public Outcome<Double> survival(Duration age) {
        return until(age).map(seen -> {
            double survival = 1;
            for (SurvivalPoint point : seen) {
                survival *= (double) (point.atRisk() - point.left()) / (double) point.atRisk();
            }
            return survival;
        });
    }

    /**
     * {@return Greenwood's interval of that probability, within 0 to 1; no data where that has none, or is 0}
     *
     * <p>The standard error is the probability times the root of the sum of {@code left / (atRisk * (atRisk - left))}.
     *
     * @param age the length of time, not negative
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the age is negative or the level out of range
     */
    public Outcome<Interval> interval(Duration age, double level) {
        Outcome<Double> survival = survival(age);
        if (survival.toOptional().filter(value -> value == 0).isPresent()) {
            return Outcome.noData("nobody is left, so the error is unknown");
        }
        return survival.map(value -> {
            double sum = 0;
            for (SurvivalPoint point : until(age).toOptional().orElse(List.of())) {
                double atRisk = (double) point.atRisk();
                sum += (double) point.left() / (atRisk * (atRisk - (double) point.left()));
            }
            return new TestResult(value, value, value * Math.sqrt(sum), null, "Greenwood")
                    .interval(level)
                    .clampedTo(0, 1);
        });
    }

    private Outcome<List<SurvivalPoint>> until(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("an age must not be negative, got " + age);
        }
        if (points.isEmpty()) {
            return Outcome.noData("no customers");
        }
        SurvivalPoint last = points.get(points.size() - 1);
        return last.lastSeen() > 0 && age.compareTo(last.age()) > 0
                ? Outcome.noData("nobody was seen for longer than " + last.age())
                : Outcome.of(points.stream()
                        .filter(point -> point.age().compareTo(age) <= 0)
                        .toList());
    }

    /** {@return the least age to which at most half stay longer, if so many have left} */
    public Optional<Duration> median() {
        double survival = 1;
        for (SurvivalPoint point : points) {
            survival *= (double) (point.atRisk() - point.left()) / (double) point.atRisk();
            if (survival <= HALF) {
                return Optional.of(point.age());
            }
        }
        return Optional.empty();
    }

    /** {@return a sentence with the median and the counts} */
    @Override
    public String toString() {
        String median = median().map(Duration::toString).orElse("not reached");
        return "survival of " + Sentence.count(customers(), "customer") + ", of whom " + left() + " left: median "
                + median;
    }
}
