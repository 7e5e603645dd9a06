package org.cxkit.metrics.compare;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.wording.Sentence;

/**
 * How far a group is above a benchmark that is known without error, such as the standard of an industry.
 *
 * <p>The value of the group less the benchmark, with a test of one sample and the interval that belongs to it. A
 * benchmark that comes from a sample of its own is compared as a group, not here.
 */
public sealed interface BenchmarkGap extends Difference {

    /** {@return the benchmark, in the unit of what is compared} */
    double benchmark();

    /**
     * The gap of a Net Promoter Score, in points, by the adjusted Wald test and interval.
     *
     * <p>Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016.
     *
     * @param nps the score
     * @param benchmark from -100 to 100
     */
    record OfNps(Nps nps, double benchmark) implements BenchmarkGap, Serializable {

        /**
         * Checks the benchmark.
         *
         * @throws IllegalArgumentException if the benchmark is no score
         */
        public OfNps {
            Objects.requireNonNull(nps, "nps");
            requireWithin(-100, benchmark, 100);
        }

        @Override
        public double value() {
            return nps.score() - benchmark;
        }

        @Override
        public boolean testable() {
            return nps.responses() > 0;
        }

        /**
         * {@return the adjusted Wald test}
         *
         * @throws IllegalStateException if there are no responses
         */
        public TestResult test() {
            double value = value();
            double centre = 100 * NpsDifference.adjustedShare(nps);
            double error = 100 * Math.sqrt(NpsDifference.adjustedSquaredError(nps));
            return new TestResult(value, centre - benchmark, error, null, NetShareInterval.ADJUSTED_WALD.title());
        }

        @Override
        public Outcome<Double> pValue() {
            return test().pValue();
        }

        /** {@return the adjusted Wald interval of the score, within its range, less the benchmark} */
        @Override
        public Interval interval(double level) {
            return test().interval(level).clampedTo(-100 - benchmark, 100 - benchmark);
        }

        @Override
        public Equivalence equivalence(double margin) {
            return test().equivalence(margin).withCounts(nps.responses(), nps.missing(), nps.invalid());
        }

        /** {@return a sentence with the score, the gap, its interval and p} */
        @Override
        public String toString() {
            return nps + "; " + gap(this, 1, 1) + " to the benchmark " + Sentence.number(benchmark, 1);
        }
    }

    /**
     * The gap of a share, such as CSAT, by the score test and Wilson's interval, which belong together.
     *
     * <p>Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
     * American Statistical Association 22(158), 1927.
     *
     * @param share the share
     * @param benchmark above 0 and below 1
     */
    record OfShare(Share share, double benchmark) implements BenchmarkGap, Serializable {

        /**
         * Checks the benchmark.
         *
         * @throws IllegalArgumentException if the benchmark is not above 0 and below 1
         */
        public OfShare {
            Objects.requireNonNull(share, "share");
            Probability.inside("the benchmark of a share", benchmark);
        }

        @Override
        public double value() {
            return share.value() - benchmark;
        }

        @Override
        public boolean testable() {
            return share.n() > 0;
        }

        /**
         * {@return the score test, with the standard error that the benchmark would have}
         *
         * @throws IllegalStateException if the share is of none
         */
        public TestResult test() {
            double value = value();
            return TestResult.z(value, Math.sqrt(benchmark * (1 - benchmark) / (double) share.n()), "score z");
        }

        @Override
        public Outcome<Double> pValue() {
            return test().pValue();
        }

        /** {@return Wilson's interval less the benchmark; leaves 0 out exactly where the test rejects} */
        @Override
        public Interval interval(double level) {
            Interval wilson = share.interval(level);
            return new Interval(
                    value(),
                    wilson.centre() - benchmark,
                    wilson.low() - benchmark,
                    wilson.high() - benchmark,
                    level,
                    wilson.method(),
                    wilson.clamped());
        }

        /**
         * {@return the two one-sided tests by Wald's formula after adding two successes and two failures}
         *
         * <p>Source: A. Agresti, B. A. Coull, "Approximate Is Better than 'Exact' for Interval Estimation of Binomial
         * Proportions", The American Statistician 52(2), 1998.
         */
        @Override
        public Equivalence equivalence(double margin) {
            double value = value();
            double n = (double) share.n() + 4;
            double adjusted = ((double) share.count() + 2) / n;
            double error = Math.sqrt(adjusted * (1 - adjusted) / n);
            return new TestResult(value, adjusted - benchmark, error, null, "Agresti-Coull")
                    .equivalence(margin)
                    .withCounts(share.n(), share.missing(), share.invalid());
        }

        /** {@return a sentence with the share, the gap in points, its interval and p} */
        @Override
        public String toString() {
            return share + "; " + gap(this, 100, 1) + " to the benchmark " + Sentence.number(100 * benchmark, 1) + " %";
        }
    }

    /**
     * The gap of a mean, such as CES, by Student's test and interval.
     *
     * <p>Source: Student (W. S. Gosset), "The Probable Error of a Mean", Biometrika 6(1), 1908.
     *
     * @param sample the answers
     * @param benchmark in the unit of the answers
     */
    record OfMean(Sample sample, double benchmark) implements BenchmarkGap, Serializable {

        /**
         * Checks the benchmark.
         *
         * @throws IllegalArgumentException if the benchmark is not finite
         */
        public OfMean {
            Objects.requireNonNull(sample, "sample");
            requireWithin(-Double.MAX_VALUE, benchmark, Double.MAX_VALUE);
        }

        @Override
        public double value() {
            return sample.requireMean() - benchmark;
        }

        @Override
        public boolean testable() {
            return sample.n() > 1;
        }

        /**
         * {@return Student's test, with {@code n - 1} degrees of freedom}
         *
         * @throws IllegalStateException if there are fewer than two answers
         */
        public TestResult test() {
            double squared = sample.squaredError();
            return TestResult.t(value(), Math.sqrt(squared), (double) (sample.n() - 1), "t");
        }

        @Override
        public Outcome<Double> pValue() {
            return test().pValue();
        }

        /** {@return Student's interval of the mean, within what an answer can be, less the benchmark} */
        @Override
        public Interval interval(double level) {
            return test().interval(level).clampedTo(sample.lowest() - benchmark, sample.highest() - benchmark);
        }

        @Override
        public Equivalence equivalence(double margin) {
            return test().equivalence(margin).withCounts(sample.n(), sample.missing(), sample.invalid());
        }

        /** {@return a sentence with the mean, the gap, its interval and p} */
        @Override
        public String toString() {
            return "mean " + sample + "; " + gap(this, 1, 2) + " to the benchmark " + Sentence.number(benchmark, 2);
        }
    }

    /**
     * {@return the gap of a Net Promoter Score, in points}
     *
     * @param nps the score
     * @param benchmark from -100 to 100
     * @throws IllegalArgumentException if the benchmark is no score
     */
    static BenchmarkGap of(Nps nps, double benchmark) {
        return new OfNps(nps, benchmark);
    }

    /**
     * {@return the gap of a share, such as {@code Share.of(csat)}}
     *
     * @param share the share
     * @param benchmark above 0 and below 1
     * @throws IllegalArgumentException if the benchmark is not above 0 and below 1
     */
    static BenchmarkGap of(Share share, double benchmark) {
        return new OfShare(share, benchmark);
    }

    /**
     * {@return the gap of a mean, such as {@code Sample.of(ces)}}
     *
     * @param sample the answers
     * @param benchmark in the unit of the answers
     * @throws IllegalArgumentException if the benchmark is not finite
     */
    static BenchmarkGap of(Sample sample, double benchmark) {
        return new OfMean(sample, benchmark);
    }

    private static void requireWithin(double least, double benchmark, double most) {
        if (!(least <= benchmark && benchmark <= most)) {
            throw new IllegalArgumentException(
                    "a benchmark must be from " + least + " to " + most + ", got " + benchmark);
        }
    }

    private static String gap(BenchmarkGap gap, int unit, int digits) {
        return gap.testable()
                ? "gap " + Sentence.number(unit * gap.value(), digits) + " "
                        + gap.interval(Sentence.LEVEL).times(unit).inBrackets(digits) + ", "
                        + Sentence.pValue(gap.pValue())
                : "gap not told";
    }
}
