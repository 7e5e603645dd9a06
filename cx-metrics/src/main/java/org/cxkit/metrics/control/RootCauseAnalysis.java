package org.cxkit.metrics.control;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The seven questions asked of a problem, those that a signal answers answered.
 *
 * <p>What happened, when and for how long come from the chart; who else noticed is for the monitor of all segments, what
 * changed after for a test of before and after, the rest for people. An answer that nobody gave yet is null. Immutable,
 * value-based and thread-safe.
 *
 * @param whatHappened the metric, which way it went and by how much
 * @param when since when: the estimated change point
 * @param howLong for how long, up to the signal
 * @param whoElseNoticed who else noticed, such as other segments that signal, or null
 * @param whyNoticed why they noticed, or null
 * @param howReacted how they reacted, or null
 * @param whatChangedAfter whether anything changed after, or null
 */
public record RootCauseAnalysis(
        String whatHappened,
        String when,
        String howLong,
        @Nullable String whoElseNoticed,
        @Nullable String whyNoticed,
        @Nullable String howReacted,
        @Nullable String whatChangedAfter)
        implements Serializable {

    /**
     * {@return the analysis of a signal of a chart, as far as the chart tells}
     *
     * @param chart the chart
     * @param signal one of its signals
     * @throws IllegalArgumentException if the signal is not of this chart
     */
    public static RootCauseAnalysis of(ControlChart chart, Signal signal) {
        if (!chart.signals().contains(signal)) {
            throw new IllegalArgumentException("wanted a signal of the " + chart + ", got " + signal);
        }
        String since = chart.points().get((int) signal.since()).period();
        String at = chart.points().get((int) signal.at()).period();
        double normal = chart.baseline().centre();
        boolean up = signal.direction() == Signal.Direction.UP;
        String way = signal.isAgainstTheMean()
                ? " signals " + (up ? "up, while its mean fell" : "down, while its mean rose")
                : up ? " rose" : " fell";
        return new RootCauseAnalysis(
                signal.what() + way + " from " + Sentence.number(normal, 4) + " to "
                        + Sentence.number(normal + signal.shift(), 4) + " (" + signal.rule() + ", n " + signal.n()
                        + ")",
                "since " + since,
                Sentence.count(signal.length(), "period") + ", to " + at,
                null,
                null,
                null,
                null);
    }

    /**
     * {@return the same analysis, with who else noticed}
     *
     * @param answer the answer
     */
    public RootCauseAnalysis withWhoElseNoticed(String answer) {
        return new RootCauseAnalysis(whatHappened, when, howLong, answer, whyNoticed, howReacted, whatChangedAfter);
    }

    /**
     * {@return the same analysis, with why they noticed}
     *
     * @param answer the answer
     */
    public RootCauseAnalysis withWhyNoticed(String answer) {
        return new RootCauseAnalysis(whatHappened, when, howLong, whoElseNoticed, answer, howReacted, whatChangedAfter);
    }

    /**
     * {@return the same analysis, with how they reacted}
     *
     * @param answer the answer
     */
    public RootCauseAnalysis withHowReacted(String answer) {
        return new RootCauseAnalysis(whatHappened, when, howLong, whoElseNoticed, whyNoticed, answer, whatChangedAfter);
    }

    /**
     * {@return the same analysis, with whether anything changed after}
     *
     * @param answer the answer, such as the sentence of a test of before and after
     */
    public RootCauseAnalysis withWhatChangedAfter(String answer) {
        return new RootCauseAnalysis(whatHappened, when, howLong, whoElseNoticed, whyNoticed, howReacted, answer);
    }

    /** {@return the questions that wait for an answer, in their order} */
    public List<String> open() {
        List<String> open = new ArrayList<>();
        addIfNull(open, whoElseNoticed, "Who else noticed?");
        addIfNull(open, whyNoticed, "Why did they notice?");
        addIfNull(open, howReacted, "How did they react?");
        addIfNull(open, whatChangedAfter, "Did anything change after?");
        return List.copyOf(open);
    }

    private static void addIfNull(List<String> open, @Nullable String answer, String question) {
        if (answer == null) {
            open.add(question);
        }
    }

    /** {@return a sentence with what happened, since when, for how long, and how many questions are open} */
    @Override
    public String toString() {
        return whatHappened + ", " + when + ", for " + howLong + ": " + Sentence.count(open().size(), "open question");
    }
}
