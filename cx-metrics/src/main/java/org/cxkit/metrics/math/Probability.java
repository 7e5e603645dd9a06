package org.cxkit.metrics.math;

/** Checks of probabilities that are neither 0 nor 1. */
public final class Probability {
    private Probability() {}

    /**
     * {@return the confidence level}
     *
     * @throws IllegalArgumentException if it is not above 0 and below 1
     */
    public static double level(double level) {
        return inside("a confidence level", level);
    }

    /**
     * {@return the probability}
     *
     * @param what what it is, as the message begins
     * @throws IllegalArgumentException if it is not above 0 and below 1
     */
    public static double inside(String what, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(what + " must be above 0 and below 1, got " + probability);
        }
        return probability;
    }
}
