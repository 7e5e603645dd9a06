package org.cxkit.metrics.control;

import java.util.Arrays;
import java.util.Optional;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.wording.Sentence;

/**
 * A cumulative sum of log-likelihood ratios that takes answers one by one, with no periods to wait for.
 *
 * <p>{@code sum = max(0, sum + weight)} with the {@link LogLikelihoodRatio#weight} of each answer; a sum above the limit
 * signals. The change point is estimated as the first answer after the sum was last 0, where up to 1e-12 counts as 0.
 * An update allocates nothing. Not thread-safe.
 *
 * <p>The weights are in a table of all numbers from the lowest score to the highest, which copies share: the highest
 * must be at most 1,000,000 above the lowest.
 *
 * <p>Source: E. S. Page, "Continuous Inspection Schemes", Biometrika 41(1-2), 1954; S. H. Steiner, R. J. Cook, V. T.
 * Farewell, T. Treasure, "Monitoring Surgical Performance Using Risk-Adjusted Cumulative Sum Charts", Biostatistics
 * 1(4), 2000.
 */
public final class LlrCusum {
    private static final String NAME = "LLR CUSUM";
    private static final long WIDEST = 1_000_000;

    private final LogLikelihoodRatio ratio;
    private final double limit;
    private final Cusum.AfterSignal afterSignal;
    private final int lowest;
    private final double[] weightOf; // of each number from the lowest score on, NaN for one that is no score
    private final Run run = new Run();
    private long answers;
    private double sum;
    private boolean signals;

    private LlrCusum(LogLikelihoodRatio ratio, double limit, Cusum.AfterSignal afterSignal, double[] weightOf) {
        this.ratio = ratio;
        this.limit = limit;
        this.afterSignal = afterSignal;
        this.lowest = ratio.what().lowest();
        this.weightOf = weightOf;
    }

    private static double[] table(LogLikelihoodRatio ratio) {
        Characteristic what = ratio.what();
        int lowest = what.lowest();
        long width = (long) what.highest() - lowest;
        if (width > WIDEST) {
            throw new IllegalArgumentException("the highest score of " + what + " must be at most " + WIDEST
                    + " above the lowest, got " + lowest + " and " + what.highest());
        }
        double[] weightOf = new double[(int) width + 1];
        Arrays.fill(weightOf, Double.NaN);
        what.scores().forEach(score -> weightOf[score - lowest] = ratio.weight(score));
        return weightOf;
    }

    /**
     * {@return a chart that has seen no answer}
     *
     * @param ratio the change to be seen
     * @param limit a sum above it signals, above 0; see {@link RunLength#llrLimit}
     * @param afterSignal what becomes of the sum after a signal
     * @throws IllegalArgumentException if the limit is out of its range, or the highest score more than 1,000,000 above
     *     the lowest
     */
    public static LlrCusum of(LogLikelihoodRatio ratio, double limit, Cusum.AfterSignal afterSignal) {
        return new LlrCusum(ratio, Baseline.requirePositive("the limit", limit), afterSignal, table(ratio));
    }

    /**
     * Takes the next answer.
     *
     * @param score its score: one of {@link Characteristic#scores}
     * @return whether the chart signals at this answer
     * @throws IllegalArgumentException if no answer scores that; nothing is changed
     */
    public boolean update(int score) {
        int i = score - lowest;
        double weight = i >= 0 && i < weightOf.length && !Double.isNaN(weightOf[i]) ? weightOf[i] : ratio.weight(score);
        if (signals && afterSignal == Cusum.AfterSignal.RESTART) {
            sum = 0;
            run.restart(answers);
        }
        sum = Math.max(0, sum + weight);
        run.add(score, 1);
        answers++;
        if (sum <= Cusum.ZERO) {
            run.restart(answers);
        }
        signals = sum > limit;
        return signals;
    }

    /** {@return the sum, not negative} */
    public double sum() {
        return sum;
    }

    /** {@return the limit, above 0} */
    public double limit() {
        return limit;
    }

    /** {@return the change to be seen} */
    public LogLikelihoodRatio ratio() {
        return ratio;
    }

    /** {@return the number of answers taken} */
    public long answers() {
        return answers;
    }

    /** {@return the signal, in numbers of answers, if the last answer signalled} */
    public Optional<Signal> signal() {
        if (!signals) {
            return Optional.empty();
        }
        Signal.Direction direction =
                ratio.changedMean() > ratio.normalMean() ? Signal.Direction.UP : Signal.Direction.DOWN;
        return Optional.of(run.signal(ratio.what(), ratio.normalMean(), NAME, direction, answers - 1));
    }

    /** {@return an independent chart in the same state} */
    public LlrCusum copy() {
        LlrCusum copy = new LlrCusum(ratio, limit, afterSignal, weightOf);
        copy.run.set(run);
        copy.answers = answers;
        copy.sum = sum;
        copy.signals = signals;
        return copy;
    }

    /**
     * Writes the design and the state.
     *
     * @param out where to
     */
    public void writeTo(ByteWriter out) {
        ratio.what().writeDesign(out, NAME, design());
        out.count(answers).real(sum).count(signals ? 1 : 0);
        run.writeTo(out);
    }

    /**
     * Takes the state that a chart of the same design wrote.
     *
     * @param in where from
     * @throws IllegalArgumentException if the bytes are corrupt or of another design; the state is undefined then
     */
    public void readFrom(ByteReader in) {
        ratio.what().requireDesign(in, NAME, design());
        answers = in.count();
        sum = in.real();
        signals = in.count(1) == 1;
        run.readFrom(in);
    }

    private double[] design() {
        double[] weights = ratio.weights();
        double[] design = Arrays.copyOf(weights, weights.length + 3);
        design[weights.length] = limit;
        design[weights.length + 1] = afterSignal == Cusum.AfterSignal.CONTINUE ? 0 : 1;
        design[weights.length + 2] = ratio.normalMean();
        return design;
    }

    @Override
    public String toString() {
        return NAME + " of " + ratio + ", limit " + limit + ": " + sum + " after " + Sentence.count(answers, "answer");
    }
}
