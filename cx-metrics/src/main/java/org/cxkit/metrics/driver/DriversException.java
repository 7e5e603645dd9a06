package org.cxkit.metrics.driver;

import java.io.Serial;
import java.util.List;
import org.cxkit.metrics.moments.MomentsTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * The refusal to tell drivers of data that do not determine them.
 *
 * <p>Each kind is a type of its own, and all name the variables concerned.
 */
public abstract sealed class DriversException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String[] variables;

    private DriversException(String message, List<String> variables) {
        super(message);
        this.variables = variables.toArray(new String[0]);
    }

    /** {@return the variables concerned, in the order they were given} */
    public List<String> variables() {
        return List.of(variables);
    }

    /** There are too few complete rows for so many predictors: it takes more than one for each, and one. */
    public static final class TooFewRows extends DriversException {
        @Serial
        private static final long serialVersionUID = 1;

        TooFewRows(List<String> predictors, MomentsTally rows) {
            super(
                    "wanted at least " + (predictors.size() + 2) + " complete rows for "
                            + Sentence.count(predictors.size(), "predictor") + " (" + String.join(", ", predictors)
                            + "), got " + rows.n()
                            + Sentence.leftOut(rows.incomplete(), rows.excluded(), rows.invalid()),
                    predictors);
        }
    }

    /** Predictors, or the outcome, that have the same value in all complete rows. */
    public static final class Constant extends DriversException {
        @Serial
        private static final long serialVersionUID = 1;

        Constant(List<String> variables, long n) {
            super(
                    "wanted variables that vary, but over " + Sentence.count(n, "complete row") + " "
                            + String.join(", ", variables) + (variables.size() == 1 ? " is constant" : " are constant"),
                    variables);
        }
    }

    /** Predictors of which one follows from the others, so that no data can tell their contributions apart. */
    public static final class Collinear extends DriversException {
        @Serial
        private static final long serialVersionUID = 1;

        Collinear(List<String> predictors) {
            super(
                    "wanted predictors of which none follows from the others, but " + String.join(", ", predictors)
                            + " are collinear: leave one out",
                    predictors);
        }
    }
}
