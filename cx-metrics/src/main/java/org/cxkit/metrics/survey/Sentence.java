package org.cxkit.metrics.survey;

/** The parts that the sentences of all survey results share. */
final class Sentence {

    private Sentence() {}

    /** The tail that says what did not enter the score, empty where all did. */
    static String dirty(long missing, long invalid) {
        return (missing == 0 ? "" : ", " + missing + " missing") + (invalid == 0 ? "" : ", " + invalid + " invalid");
    }
}
