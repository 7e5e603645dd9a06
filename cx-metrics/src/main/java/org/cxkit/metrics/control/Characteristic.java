package org.cxkit.metrics.control;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.survey.Scoring;

/**
 * What a control chart watches: a metric that is the mean of a whole number that each answer scores.
 *
 * <p>It is what remains of a {@link Scoring} when periods are known by their sums alone; a share of anything else than
 * ratings, such as of contacts solved at once, can be watched too. The scores are the unit of the chart, its limits
 * and its signals: points for {@link Scoring#nps}, a share for {@link #NET_SHARE} and {@link #share}. Limits are kept
 * within their range. Immutable, value-based and thread-safe; {@code toString} is the name.
 *
 * @param name the name of the metric, as a sentence shows it
 * @param scores the scores that an answer can have, each once, rising, at least two
 */
public record Characteristic(String name, List<Integer> scores) implements Serializable {

    /** The net share of promoters: -1, 0 and +1 for a detractor, a passive and a promoter. */
    public static final Characteristic NET_SHARE = of(Scoring.netShare(Bands.ZERO_TO_TEN));

    /**
     * Checks the scores and the name.
     *
     * @throws IllegalArgumentException if the name is blank, there are fewer than two scores, or they do not rise
     */
    public Characteristic {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a characteristic needs a name, got \"" + name + "\"");
        }
        scores = List.copyOf(scores);
        if (scores.size() < 2
                || !scores.equals(scores.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException("scores must rise, at least two of them, got " + scores);
        }
    }

    /**
     * {@return the metric of a scoring}
     *
     * @param scoring what each rating is worth
     */
    public static Characteristic of(Scoring scoring) {
        return new Characteristic(
                scoring.name(), scoring.scores().stream().sorted().distinct().toList());
    }

    /**
     * {@return a share of answers, from 0 to 1: 1 is scored by an answer that counts, 0 by any other}
     *
     * @param name the name of the share, such as {@code CSAT}
     */
    public static Characteristic share(String name) {
        return new Characteristic(name, List.of(0, 1));
    }

    /** {@return the lowest score of an answer} */
    public int lowest() {
        return scores.get(0);
    }

    /** {@return the highest score of an answer} */
    public int highest() {
        return scores.get(scores.size() - 1);
    }

    /** {@return whether the period has answers, once it is known to be possible} */
    boolean answered(double mean, long n) {
        if (n < 0) {
            throw new IllegalArgumentException("the answers of a period must not be negative, got " + n);
        }
        if (n > 0) {
            require(mean);
        }
        return n > 0;
    }

    /** {@return the mean, if these scores can have it} */
    double require(double mean) {
        if (!(mean >= lowest() && mean <= highest())) {
            throw new IllegalArgumentException(
                    "the mean of " + name + " must be within " + lowest() + ".." + highest() + ", got " + mean);
        }
        return mean;
    }

    double clamped(double limit) {
        return Math.max(lowest(), Math.min(highest(), limit));
    }

    /** Writes what a chart is made of, so that its state is never read into another one. */
    void writeDesign(ByteWriter out, String chart, double... design) {
        out.text(chart).text(name).text(scores.toString()).count(design.length);
        for (double number : design) {
            out.real(number);
        }
    }

    /** Refuses the state of a chart that is made of anything else. */
    void requireDesign(ByteReader in, String chart, double... design) {
        boolean same = in.text().equals(chart)
                && in.text().equals(name)
                && in.text().equals(scores.toString())
                && in.size() == design.length;
        for (int i = 0; same && i < design.length; i++) {
            same = in.real() == design[i];
        }
        if (!same) {
            throw new IllegalArgumentException("wanted the state of this " + chart + " of " + name + " "
                    + Arrays.toString(design) + ", got that of another design");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
