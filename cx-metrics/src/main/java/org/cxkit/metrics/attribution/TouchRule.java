package org.cxkit.metrics.attribution;

/** How one path's credit is shared among its touches. */
sealed interface TouchRule {

    /** {@return the credit of each channel, by code} */
    double[] credit(TouchHistogram histogram, int channels);

    /** The first and the last touch have weights of their own, those between share the rest evenly. */
    record Position(double first, double last) implements TouchRule {
        @Override
        public double[] credit(TouchHistogram histogram, int channels) {
            double[] credit = new double[channels];
            double ends = first + last;
            histogram.byLength.forEach((length, level) -> {
                double opens = length == 1 ? 1 : length > 2 ? first : ends == 0 ? 0.5 : first / ends;
                double closes = length > 2 ? last : ends == 0 ? 0.5 : last / ends;
                double between = length > 2 ? Math.max(0, 1 - ends) / (length - 2) : 0;
                for (int code = 0; code < channels; code++) {
                    credit[code] +=
                            opens * level.first[code] + between * level.middle[code] + closes * level.last[code];
                }
            });
            return credit;
        }
    }

    /** Every touch has the same credit. */
    record PerTouch() implements TouchRule {
        @Override
        public double[] credit(TouchHistogram histogram, int channels) {
            double[] credit = new double[channels];
            histogram.byLength.forEach((length, level) -> {
                for (int code = 0; code < channels; code++) {
                    long touches =
                            Math.addExact(Math.addExact(level.first[code], level.middle[code]), level.last[code]);
                    credit[code] += (double) touches / length;
                }
            });
            return credit;
        }
    }

    /** Every distinct channel has the same credit. */
    record PerChannel() implements TouchRule {
        @Override
        public double[] credit(TouchHistogram histogram, int channels) {
            double[] credit = new double[channels];
            histogram.byDistinct.forEach((distinct, sums) -> {
                for (int code = 0; code < channels; code++) {
                    credit[code] += (double) sums[code] / distinct;
                }
            });
            return credit;
        }
    }
}
