package org.cxkit.metrics.attribution;

/** How one path's credit is shared among its touches, where only their places matter. */
sealed interface TouchRule extends Telling {

    /** {@return the credit of each channel, by code} */
    double[] credit(Positions positions, int channels);

    /** The first and the last touch have weights of their own, those between share the rest evenly. */
    record Position(double first, double last, TwoTouches ofTwo) implements TouchRule {
        @Override
        public double[] credit(Positions positions, int channels) {
            double[] credit = new double[channels];
            for (int length = 1; length <= positions.longest(); length++) {
                if (positions.has(length)) {
                    double opens = opens(length);
                    double closes = closes(length);
                    double between = length > 2 ? Math.max(0, 1 - (first + last)) / (length - 2) : 0;
                    for (int code = 0; code < channels; code++) {
                        credit[code] += opens * positions.at(length, Positions.FIRST, code)
                                + between * positions.at(length, Positions.MIDDLE, code)
                                + closes * positions.at(length, Positions.LAST, code);
                    }
                }
            }
            return credit;
        }

        private double opens(int length) {
            return length == 1 ? 1 : length > 2 ? first : ofTwo.share(first, last);
        }

        private double closes(int length) {
            return length > 2 ? last : ofTwo.share(last, first);
        }
    }

    /** Every touch has the same credit. */
    record PerTouch() implements TouchRule {
        @Override
        public double[] credit(Positions positions, int channels) {
            double[] credit = new double[channels];
            for (int length = 1; length <= positions.longest(); length++) {
                for (int code = 0; code < channels && positions.has(length); code++) {
                    double touches = positions.at(length, Positions.FIRST, code)
                            + positions.at(length, Positions.MIDDLE, code)
                            + positions.at(length, Positions.LAST, code);
                    credit[code] += touches / length;
                }
            }
            return credit;
        }
    }

    /** Every distinct channel has the same credit, or all of it. */
    record PerChannel(boolean shared) implements TouchRule {
        @Override
        public double[] credit(Positions positions, int channels) {
            double[] credit = new double[channels];
            for (int distinct = 1; distinct <= positions.mostDistinct(); distinct++) {
                for (int code = 0; code < channels && positions.hasDistinct(distinct); code++) {
                    credit[code] += positions.distinct(distinct, code) / (shared ? distinct : 1);
                }
            }
            return credit;
        }
    }
}
