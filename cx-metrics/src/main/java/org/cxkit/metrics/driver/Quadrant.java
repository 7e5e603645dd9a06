package org.cxkit.metrics.driver;

/**
 * Where a driver stands by its importance and by how well it is done.
 *
 * <p>Source: J. A. Martilla, J. C. James, "Importance-Performance Analysis", Journal of Marketing 41(1), 1977.
 */
public enum Quadrant {
    /** Important, and done badly: the priority. */
    CONCENTRATE_HERE("concentrate here"),

    /** Important, and done well. */
    KEEP_UP_THE_GOOD_WORK("keep up the good work"),

    /** Not important, and done badly. */
    LOW_PRIORITY("low priority"),

    /** Not important, and done well. */
    POSSIBLE_OVERKILL("possible overkill");

    private final String title;

    Quadrant(String title) {
        this.title = title;
    }

    static Quadrant of(boolean important, boolean doneWell) {
        if (important) {
            return doneWell ? KEEP_UP_THE_GOOD_WORK : CONCENTRATE_HERE;
        }
        return doneWell ? POSSIBLE_OVERKILL : LOW_PRIORITY;
    }

    /** {@return the name as it is written in a sentence, such as {@code concentrate here}} */
    @Override
    public String toString() {
        return title;
    }
}
