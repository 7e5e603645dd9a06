package org.cxkit.metrics.fit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that the data could not tell about a model.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param kind what it is
 * @param parameters the parameters concerned, such as {@code a, b}
 * @param meaning what it means for the user of the model, as a sentence without a full stop
 */
public record FitDiagnostic(Kind kind, String parameters, String meaning) implements Serializable {

    /** The kinds of diagnostic. */
    public enum Kind {
        /** The likelihood hardly changes along a direction: many values of the parameters fit as well. */
        NOT_IDENTIFIED,
        /** The likelihood grows up to the bound of a parameter. */
        AT_BOUND,
        /** The search ended before the gradient vanished. */
        NOT_CONVERGED,
        /** The estimate is good, but a quantity that users expect of it does not exist, such as a mean. */
        NO_MEAN
    }

    /** Checks that all is there. */
    public FitDiagnostic {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(meaning, "meaning");
    }

    /**
     * {@return this first, then those of the others that are about other parameters or about the search itself}
     *
     * <p>So a model says in its own words what the search has found parameter by parameter.
     *
     * @param others what the search has found
     */
    public List<FitDiagnostic> insteadOf(List<FitDiagnostic> others) {
        List<String> mine = List.of(parameters.split(", ", -1));
        return Stream.concat(
                        Stream.of(this),
                        others.stream()
                                .filter(other -> other.kind == Kind.NOT_CONVERGED
                                        || Arrays.stream(other.parameters.split(", ", -1))
                                                .noneMatch(mine::contains)))
                .toList();
    }

    @Override
    public String toString() {
        return meaning + " (" + parameters + ")";
    }
}
