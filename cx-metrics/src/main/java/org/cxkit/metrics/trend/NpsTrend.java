package org.cxkit.metrics.trend;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.cxkit.metrics.compare.BenchmarkGap;
import org.cxkit.metrics.compare.TestResult;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.wording.Sentence;

/**
 * Whether a Net Promoter Score rises or falls over periods.
 *
 * <p>The slope is in points from one place to the next, by weighted least squares: a period weighs the inverse of its
 * adjusted Wald variance, so that one of few answers says little. The standard error is that of the answers alone: it
 * takes the periods to be samples from a straight line. Periods without responses do not enter. Immutable, value-based
 * and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: A. C. Aitken, "On Least Squares and Linear Combination of Observations", Proceedings of the Royal Society
 * of Edinburgh 55, 1936.
 *
 * @param periods the score of each period, in order
 * @param places when each period is, from -1e100 to 1e100: 0, 1, 2 where they follow each other
 */
public record NpsTrend(List<Nps> periods, List<Double> places) implements Serializable {

    /**
     * Checks that there is a place for each period.
     *
     * @throws IllegalArgumentException if there is not, or one is not from -1e100 to 1e100
     */
    public NpsTrend {
        periods = List.copyOf(periods);
        places = Slope.places(places, periods.size());
    }

    /**
     * {@return the trend over periods that follow each other}
     *
     * @param periods the score of each period, in order, also of those without responses
     */
    public static NpsTrend of(Collection<Nps> periods) {
        return new NpsTrend(
                List.copyOf(periods),
                IntStream.range(0, periods.size()).mapToObj(i -> (double) i).toList());
    }

    /**
     * {@return the number of responses in all periods}
     *
     * @throws ArithmeticException if that leaves the range of a long
     */
    public long responses() {
        return periods.stream().mapToLong(Nps::responses).reduce(0, Math::addExact);
    }

    private Slope line() {
        double[] scores = new double[periods.size()];
        double[] weights = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            Nps period = periods.get(i);
            if (period.responses() > 0) {
                double error = new BenchmarkGap.OfNps(period, 0).test().standardError();
                scores[i] = period.score();
                weights[i] = 1 / (error * error);
            }
        }
        return Slope.of(places, scores, weights);
    }

    /**
     * {@return the change in points from one place to the next}
     *
     * @throws IllegalStateException if fewer than two places have responses
     */
    public double slope() {
        return line().value();
    }

    /**
     * {@return the test of no trend, in points from one place to the next}
     *
     * @throws IllegalStateException if fewer than two places have responses
     */
    public TestResult test() {
        Slope line = line();
        return new TestResult(line.value(), line.value(), 1 / Math.sqrt(line.spread()), null, "weighted least squares");
    }

    /**
     * {@return the interval of the slope that belongs to the test}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if fewer than two places have responses
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval interval(double level) {
        return test().interval(level);
    }

    /** {@return a sentence with the slope, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", " + Sentence.count(periods.size(), "period") + ", n " + responses()
                + Sentence.dirty(
                        periods.stream().mapToLong(Nps::missing).sum(),
                        periods.stream().mapToLong(Nps::invalid).sum());
        long answered = IntStream.range(0, periods.size())
                .filter(i -> periods.get(i).responses() > 0)
                .mapToObj(places::get)
                .distinct()
                .count();
        return answered < 2
                ? "trend of NPS undefined" + counted
                : "trend of NPS " + Sentence.number(slope(), 2) + " points a step "
                        + interval(Sentence.LEVEL).inBrackets(2) + ", "
                        + Sentence.pValue(test().pValue()) + counted;
    }
}
