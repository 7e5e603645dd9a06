package org.cxkit.metrics.attribution;

import java.util.Arrays;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.path.Journeys;

/** How one path's credit is shared among its touches, where only their places matter. */
sealed interface TouchRule extends RowRule {

    /** {@return the credit of each channel, by code} */
    double[] credit(Positions positions, int channels);

    @Override
    default void require(Journeys journeys) {}

    /** The first and the last touch have weights of their own, those between share the rest evenly. */
    record Position(double first, double last, TwoTouches ofTwo) implements TouchRule {
        @Override
        public double[] credit(Positions positions, int channels) {
            double[] credit = new double[channels];
            for (int length = 1; length <= positions.longest(); length++) {
                if (positions.has(length)) {
                    double opens = opens(length);
                    double closes = closes(length);
                    double between = between(length);
                    for (int code = 0; code < channels; code++) {
                        credit[code] += opens * positions.at(length, Positions.FIRST, code)
                                + between * positions.at(length, Positions.MIDDLE, code)
                                + closes * positions.at(length, Positions.LAST, code);
                    }
                }
            }
            return credit;
        }

        @Override
        public double weigh(RowTouches touches, double[] weights) {
            int length = touches.length();
            if (length == 0) {
                return 0;
            }
            Arrays.fill(weights, 0, length, between(length));
            weights[length - 1] = closes(length);
            weights[0] = opens(length);
            return 1;
        }

        @Override
        public ByteWriter write(ByteWriter out) {
            return out.count(3).real(first).real(last).count(ofTwo == TwoTouches.REST_HALVED ? 1 : 0);
        }

        private double between(int length) {
            return length > 2 ? Math.max(0, 1 - (first + last)) / (length - 2) : 0;
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

        @Override
        public double weigh(RowTouches touches, double[] weights) {
            Arrays.fill(weights, 0, touches.length(), 1);
            return touches.length();
        }

        @Override
        public ByteWriter write(ByteWriter out) {
            return out.count(4);
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

        @Override
        public double weigh(RowTouches touches, double[] weights) {
            int distinct = 0;
            for (int touch = 0; touch < touches.length(); touch++) {
                weights[touch] = touches.opensChannel(touch) ? 1 : 0;
                distinct += weights[touch] > 0 ? 1 : 0;
            }
            return shared ? distinct : Math.min(1, distinct);
        }

        @Override
        public ByteWriter write(ByteWriter out) {
            return out.count(5).count(shared ? 1 : 0);
        }
    }
}
