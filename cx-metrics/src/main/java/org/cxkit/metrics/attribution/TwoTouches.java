package org.cxkit.metrics.attribution;

/** What a position model does with a path of two touches, which has none between to take the rest. */
public enum TwoTouches {
    /** The shares of first and last are scaled up to 1: {@code 0.2 : 0.6} gives 0.25 and 0.75. Adobe's rule. */
    SCALED,
    /** First and last take half of the rest each: {@code 0.2 : 0.6} gives 0.3 and 0.7. DP6's rule. */
    REST_HALVED;

    /** {@return the share of the one end, of a path of two touches} */
    double share(double end, double otherEnd) {
        if (this == REST_HALVED) {
            return end + (1 - (end + otherEnd)) / 2;
        }
        return end + otherEnd == 0 ? 0.5 : end / (end + otherEnd);
    }
}
