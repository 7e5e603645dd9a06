package org.cxkit.sample;

import java.util.stream.Stream;
import org.cxkit.journey.report.Question;
import org.cxkit.metrics.io.ResponseCsv;

/** The three usual questions, by the names they have in the files. */
final class Surveys {

    private Surveys() {}

    static Question[] questions() {
        return Stream.of("NPS", "CSAT", "CES").map(Question::usual).toArray(Question[]::new);
    }

    static ResponseCsv usual() {
        Question[] questions = questions();
        ResponseCsv csv = ResponseCsv.question(questions[0].name(), questions[0].scale());
        for (int i = 1; i < questions.length; i++) {
            csv = csv.andQuestion(questions[i].name(), questions[i].scale());
        }
        return csv;
    }
}
