package org.cxkit.metrics.trend;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.TestResult;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.wording.Sentence;

/**
 * Whether a mean rises or falls over ordered groups, such as the cost of customers over the bands of satisfaction.
 *
 * <p>The slope is the change of the mean from one place to the next, by a straight line in which each answer counts the
 * same: ordinary least squares over all answers, which the size, the mean and the variance of each group are enough
 * for. Groups may vary differently, as money does: the standard error is the robust one called HC3, on {@code n - 2}
 * degrees of freedom. Groups of none do not enter. Immutable, value-based and thread-safe; {@code toString} is a
 * sentence.
 *
 * <p>Source: J. G. MacKinnon, H. White, "Some Heteroskedasticity-Consistent Covariance Matrix Estimators with Improved
 * Finite Sample Properties", Journal of Econometrics 29(3), 1985; J. S. Long, L. H. Ervin, "Using Heteroscedasticity
 * Consistent Standard Errors in the Linear Regression Model", The American Statistician 54(3), 2000, for HC3 with t.
 *
 * @param groups the answers of each group, in order
 * @param places where each group is, from -1e100 to 1e100: 1, 2, 3 where only the order is known
 */
public record MeanTrend(List<Sample> groups, List<Double> places) implements Serializable {

    /** How much of a single answer's fitted value the others must have: with less, rounding has it all. */
    private static final double LEAST_OF_OTHERS = 1e-10;

    /**
     * Checks that there is a place for each group.
     *
     * @throws IllegalArgumentException if there is not, or one is not from -1e100 to 1e100
     */
    public MeanTrend {
        groups = List.copyOf(groups);
        places = Slope.places(places, groups.size());
    }

    /**
     * {@return the trend over groups at equal distances, at 1, 2, 3 and so on}
     *
     * @param groups the answers of each group, in order
     */
    public static MeanTrend of(Collection<Sample> groups) {
        return new MeanTrend(
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
        return groups.stream().mapToLong(Sample::n).reduce(0, Math::addExact);
    }

    private Slope line() {
        return Slope.of(
                places,
                groups.stream().mapToDouble(Sample::mean).toArray(),
                groups.stream().mapToDouble(group -> (double) group.n()).toArray());
    }

    /**
     * {@return the change of the mean from one place to the next, in the unit of the answers}
     *
     * @throws IllegalStateException if fewer than two places have answers
     */
    public double slope() {
        return line().value();
    }

    /**
     * {@return whether there are enough answers for the test: at two places, none of which a single answer decides, as
     * one does that is some 100,000 times as far away as the others are apart}
     */
    public boolean testable() {
        return enough() && decisive() < 0;
    }

    private boolean enough() {
        List<Double> answered = IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).n() > 0)
                .mapToObj(places::get)
                .distinct()
                .toList();
        return answered.size() > 2 || (answered.size() == 2 && answered.stream().allMatch(at -> answers(at) > 1));
    }

    /** The first group whose single answer decides the line as good as alone, -1 if there is none. */
    private int decisive() {
        Slope line = line();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).n() > 0 && 1 - leverage(line, places.get(i)) < LEAST_OF_OTHERS) {
                return i;
            }
        }
        return -1;
    }

    /** How much of its own fitted value an answer at the place has, from 0 to 1. */
    private double leverage(Slope line, double place) {
        double away = line.away(place);
        return 1.0 / (double) n() + away * away / line.spread();
    }

    private long answers(double place) {
        return IntStream.range(0, groups.size())
                .filter(i -> places.get(i) == place)
                .mapToLong(i -> groups.get(i).n())
                .sum();
    }

    /**
     * {@return the test of no trend, Student's with the robust standard error HC3}
     *
     * @throws IllegalStateException if it is not {@link #testable}
     */
    public TestResult test() {
        Slope line = line();
        if (!testable()) {
            throw new IllegalStateException(
                    enough()
                            ? "the test of a trend of means needs places none of which decides alone, got one at "
                                    + places.get(decisive()) + " among " + places
                            : "the test of a trend of means at 2 places needs 2 answers at each at least, got n "
                                    + n());
        }
        double n = (double) n();
        double height = 0;
        for (Sample group : groups) {
            height += (double) group.n() / n * group.mean();
        }
        double variance = 0;
        for (int i = 0; i < groups.size(); i++) {
            Sample group = groups.get(i);
            if (group.n() > 0) {
                double away = line.away(places.get(i));
                double off = group.mean() - height - line.value() * away;
                double squares = (double) (group.n() - 1) * group.variance() + (double) group.n() * off * off;
                double share = away / line.spread() / (1 - leverage(line, places.get(i)));
                variance += share * share * squares;
            }
        }
        return TestResult.t(line.value(), Math.sqrt(variance), n - 2, "least squares, HC3");
    }

    /**
     * {@return the interval of the slope that belongs to the test}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if it is not {@link #testable}
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval interval(double level) {
        return test().interval(level);
    }

    /** {@return a sentence with the slope, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", " + Sentence.count(groups.size(), "group") + ", n " + n()
                + Sentence.dirty(
                        groups.stream().mapToLong(Sample::missing).sum(),
                        groups.stream().mapToLong(Sample::invalid).sum());
        long answered = IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).n() > 0)
                .mapToObj(places::get)
                .distinct()
                .count();
        if (answered < 2) {
            return "trend of means undefined" + counted;
        }
        String tested = testable()
                ? " " + interval(Sentence.LEVEL).inBrackets(2) + ", " + Sentence.pValue(test().pValue())
                : "";
        return "trend of means " + Sentence.number(slope(), 2) + " a step" + tested + counted;
    }
}
