package org.cxkit.metrics.trend;

import java.util.List;

/**
 * A weighted straight line through points: its slope, and what its variance is told from.
 *
 * @param value the slope
 * @param origin one of the places; distances from it keep the digits of places that are far from 0
 * @param centre the weighted mean of the places, as a distance from the origin
 * @param spread the weighted sum of the squared distances from the centre
 */
record Slope(double value, double origin, double centre, double spread) {
    /** So that no square leaves the range of a double. */
    private static final double FARTHEST = 1e100;

    /**
     * The line through the points.
     *
     * @param at where the points are, finite
     * @param values how high they are
     * @param weights how much each counts, not negative
     * @throws IllegalStateException if fewer than two of different places count
     */
    static Slope of(List<Double> at, double[] values, double[] weights) {
        double weight = 0;
        double origin = 0;
        double centre = 0;
        double height = 0;
        for (int i = 0; i < values.length; i++) {
            if (weights[i] > 0) {
                origin = weight == 0 ? at.get(i) : origin;
                weight += weights[i];
                // running means: exact where all are in one place
                centre += weights[i] / weight * (at.get(i) - origin - centre);
                height += weights[i] / weight * (values[i] - height);
            }
        }
        double spread = 0;
        double together = 0;
        for (int i = 0; i < values.length; i++) {
            double away = at.get(i) - origin - centre;
            spread += weights[i] * away * away;
            together += weights[i] * away * (values[i] - height);
        }
        if (!(spread > 0)) {
            throw new IllegalStateException("a trend needs answers at 2 different places at least, got them at "
                    + (weight > 0 ? Double.toString(origin + centre) : "none"));
        }
        return new Slope(together / spread, origin, centre, spread);
    }

    /** How far a place is from the centre. */
    double away(double place) {
        return place - origin - centre;
    }

    /** Checks that there is a place for each of so many. */
    static List<Double> places(List<Double> at, int size) {
        List<Double> places = List.copyOf(at);
        if (places.size() != size || !places.stream().allMatch(place -> Math.abs(place) <= FARTHEST)) {
            throw new IllegalArgumentException(
                    "wanted a place from -1e100 to 1e100 for each of " + size + ", got " + places);
        }
        return places;
    }
}
