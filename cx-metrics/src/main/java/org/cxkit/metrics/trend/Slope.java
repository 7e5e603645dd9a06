package org.cxkit.metrics.trend;

import java.util.List;

/** A weighted straight line through points: its slope, and what its variance is told from. */
record Slope(double value, double centre, double spread) {

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
        double centre = 0;
        for (int i = 0; i < values.length; i++) {
            if (weights[i] > 0) {
                weight += weights[i];
                centre += weights[i]
                        / weight
                        * (at.get(i) - centre); // the running mean: exact where all are in one place
            }
        }
        double spread = 0;
        double together = 0;
        for (int i = 0; i < values.length; i++) {
            double away = at.get(i) - centre;
            spread += weights[i] * away * away;
            together += weights[i] * away * values[i];
        }
        if (!(spread > 0)) {
            throw new IllegalStateException("a trend needs answers at 2 different places at least, got them at "
                    + (weight > 0 ? Double.toString(centre) : "none"));
        }
        return new Slope(together / spread, centre, spread);
    }

    /** Checks that there is a finite place for each of so many. */
    static List<Double> places(List<Double> at, int size) {
        List<Double> places = List.copyOf(at);
        if (places.size() != size || !places.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("wanted a finite place for each of " + size + ", got " + places);
        }
        return places;
    }
}
