package org.cxkit.metrics;

/** Why a cell of a released table is withheld. */
public enum Suppression {
    /** The cell itself has too few answers. */
    PRIMARY,
    /** The cell has enough answers, but shown it would tell of one that has not. */
    COMPLEMENTARY;

    /** The cell that says so, without anything of its data. */
    <R> Outcome<R> outcome(long minN) {
        return new Outcome.Suppressed<>(
                switch (this) {
                    case PRIMARY -> "fewer than " + minN + " answers";
                    case COMPLEMENTARY -> "would tell of fewer than " + minN + " answers";
                });
    }
}
