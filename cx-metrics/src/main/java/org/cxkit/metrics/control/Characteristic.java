package org.cxkit.metrics.control;

import java.io.Serializable;
import java.util.Arrays;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;

/**
 * What a control chart watches: a metric that is the mean of a whole number that each answer scores.
 *
 * <p>A share is the mean of 0 and 1, the net share of NPS that of -1, 0 and +1, a mean rating that of the ratings
 * themselves. Limits of charts are kept within the range of the scores. Immutable, value-based and thread-safe;
 * {@code toString} is the name.
 *
 * @param name the name of the metric, as a sentence shows it
 * @param lowest the lowest score of an answer
 * @param highest the highest score of an answer, above {@code lowest}
 */
public record Characteristic(String name, int lowest, int highest) implements Serializable {

    /** The net share of promoters: -1, 0 and +1 for a detractor, a passive and a promoter. */
    public static final Characteristic NET_SHARE = new Characteristic("NPS share", -1, 1);

    /**
     * Checks the range and the name.
     *
     * @throws IllegalArgumentException if the name is blank or the range does not rise
     */
    public Characteristic {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a characteristic needs a name, got \"" + name + "\"");
        }
        if (lowest >= highest) {
            throw new IllegalArgumentException(
                    "scores must rise from the lowest to the highest, got " + lowest + ".." + highest);
        }
    }

    /**
     * {@return a share of answers, from 0 to 1: 1 is scored by an answer that counts, 0 by any other}
     *
     * @param name the name of the share, such as {@code CSAT}
     */
    public static Characteristic share(String name) {
        return new Characteristic(name, 0, 1);
    }

    /**
     * {@return the mean rating on a scale}
     *
     * @param name the name of the mean, such as {@code CES}
     * @param scale the scale of the question
     */
    public static Characteristic mean(String name, RatingScale scale) {
        return new Characteristic(name, scale.min(), scale.max());
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
        if (!(mean >= lowest && mean <= highest)) {
            throw new IllegalArgumentException(
                    "the mean of " + name + " must be within " + lowest + ".." + highest + ", got " + mean);
        }
        return mean;
    }

    double clamped(double limit) {
        return Math.max(lowest, Math.min(highest, limit));
    }

    /** Writes what a chart is made of, so that its state is never read into another one. */
    void writeDesign(ByteWriter out, String chart, double... design) {
        out.text(chart).text(name).number(lowest).number(highest).count(design.length);
        for (double number : design) {
            out.real(number);
        }
    }

    /** Refuses the state of a chart that is made of anything else. */
    void requireDesign(ByteReader in, String chart, double... design) {
        boolean same = in.text().equals(chart)
                && in.text().equals(name)
                && in.number() == lowest
                && in.number() == highest
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
