package org.cxkit.metrics.trend;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.TestResult;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.wording.Sentence;

/**
 * Whether a share rises or falls over ordered groups, such as churn over the bands of satisfaction.
 *
 * <p>The slope is the change of the share from one place to the next, by a straight line in which each answer counts
 * the same; the test is that of Cochran and Armitage. Groups of none do not enter. Immutable, value-based and
 * thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: W. G. Cochran, "Some Methods for Strengthening the Common χ² Tests", Biometrics 10(4), 1954; P. Armitage,
 * "Tests for Linear Trends in Proportions and Frequencies", Biometrics 11(3), 1955.
 *
 * @param groups the share of each group, in order
 * @param places where each group is, from -1e100 to 1e100: 1, 2, 3 where only the order is known
 */
public record ShareTrend(List<Share> groups, List<Double> places) implements Serializable {

    /**
     * Checks that there is a place for each group.
     *
     * @throws IllegalArgumentException if there is not, or one is not from -1e100 to 1e100
     */
    public ShareTrend {
        groups = List.copyOf(groups);
        places = Slope.places(places, groups.size());
    }

    /**
     * {@return the trend over groups at equal distances, at 1, 2, 3 and so on}
     *
     * @param groups the share of each group, in order
     */
    public static ShareTrend of(Collection<Share> groups) {
        return new ShareTrend(
                List.copyOf(groups),
                IntStream.rangeClosed(1, groups.size())
                        .mapToObj(i -> (double) i)
                        .toList());
    }

    /**
     * {@return the number of answers in all groups}
     *
     * @throws ArithmeticException if that leaves the range of a long
     */
    public long n() {
        return groups.stream().mapToLong(Share::n).reduce(0, Math::addExact);
    }

    /**
     * {@return the change of the share from one place to the next}
     *
     * @throws IllegalStateException if fewer than two places have answers
     */
    public double slope() {
        return line().value();
    }

    private Slope line() {
        return Slope.of(
                places,
                groups.stream()
                        .mapToDouble(group -> group.n() == 0 ? 0 : group.value())
                        .toArray(),
                groups.stream().mapToDouble(group -> (double) group.n()).toArray());
    }

    /**
     * {@return the test of Cochran and Armitage of no trend, with the standard error that one share for all groups
     * gives; the square of its statistic is the chi-square of one degree of freedom}
     *
     * @throws IllegalStateException if fewer than two places have answers
     */
    public TestResult test() {
        Slope line = line();
        long count = groups.stream().mapToLong(Share::count).sum();
        double share = Share.of(count, n()).value();
        double rest = Share.of(n() - count, n()).value();
        double error = Math.sqrt(share * rest / line.spread());
        return new TestResult(line.value(), line.value(), error, null, "Cochran-Armitage");
    }

    /**
     * {@return Wald's interval of the slope, with the standard error that the groups' own shares give}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if fewer than two places have answers
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval interval(double level) {
        Slope line = line();
        double sum = 0;
        for (int i = 0; i < groups.size(); i++) {
            Share group = groups.get(i);
            if (group.n() > 0) {
                double away = line.away(places.get(i));
                double p = group.value();
                sum += (double) group.n() * away * away * p * (1 - p);
            }
        }
        double error = Math.sqrt(sum) / line.spread();
        return new TestResult(line.value(), line.value(), error, null, "Wald").interval(level);
    }

    /** {@return a sentence with the slope in points, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", " + Sentence.count(groups.size(), "group") + ", n " + n()
                + Sentence.dirty(
                        groups.stream().mapToLong(Share::missing).sum(),
                        groups.stream().mapToLong(Share::invalid).sum());
        long answered = IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).n() > 0)
                .mapToObj(places::get)
                .distinct()
                .count();
        return answered < 2
                ? "trend of shares undefined" + counted
                : "trend " + Sentence.number(100 * slope(), 2) + " points a step "
                        + interval(Sentence.LEVEL).times(100).inBrackets(2) + ", "
                        + Sentence.pValue(test().pValue()) + counted;
    }
}
