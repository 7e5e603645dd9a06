package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.io.ResponseCsv;

/**
 * A question of a survey: its name in the data, its scale, and the metric told from it.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param name its name in the data, not blank
 * @param scale the scale of its answers
 * @param metric the metric told from it
 */
public record Question(String name, RatingScale scale, RatingMetric metric) implements Serializable {

    /** The three questions that most surveys ask, under their usual names: NPS, CSAT and CES. */
    public static final List<Question> USUAL = List.of(usual("NPS"), usual("CSAT"), usual("CES"));

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Question {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(metric, "metric");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a question must have a name, got \"" + name + "\"");
        }
    }

    /**
     * {@return the question of this name on the scale that its metric is usually asked on: NPS 0 to 10, CSAT 1 to 5, CES
     * 1 to 7 where 7 is easy; which one is told by the letters the name begins with}
     *
     * @param name such as {@code NPS} or {@code csat_delivery}
     * @throws IllegalArgumentException if the name begins with none of the three
     */
    public static Question usual(String name) {
        String letters = name.toUpperCase(Locale.ROOT);
        if (letters.startsWith("NPS")) {
            return new Question(name, RatingScale.ZERO_TO_TEN, RatingMetric.NPS);
        }
        if (letters.startsWith("CSAT")) {
            return new Question(name, RatingScale.ONE_TO_FIVE, RatingMetric.CSAT);
        }
        if (letters.startsWith("CES")) {
            return new Question(name, RatingScale.ONE_TO_SEVEN, RatingMetric.CES);
        }
        throw new IllegalArgumentException(
                "wanted a question whose name begins with NPS, CSAT or CES, got \"" + name + "\"");
    }

    /**
     * {@return a reader of the responses to these questions}
     *
     * @param questions at least one, no name twice
     * @throws IllegalArgumentException if there is no question
     */
    public static ResponseCsv reader(List<Question> questions) {
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("a reader of responses needs a question, got none");
        }
        ResponseCsv csv = ResponseCsv.question(questions.get(0).name, questions.get(0).scale);
        for (Question question : questions.subList(1, questions.size())) {
            csv = csv.andQuestion(question.name, question.scale);
        }
        return csv;
    }
}
