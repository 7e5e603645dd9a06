package org.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MonotoneCurvePropertiesTest {
    /** Of scores up to 2 after some twenty operations each. */
    private static final double ROUNDING = 1e-12;

    @Property
    void betweenTwoPointsTheCurveRunsOneWayAndStaysBetweenThem(@ForAll("scores") double[] scores) {
        List<MonotoneCurve.Piece> pieces = MonotoneCurve.through(across(scores), scores);
        assertThat(pieces).hasSize(Math.max(0, scores.length - 1));
        for (int i = 0; i < pieces.size(); i++) {
            double way = Math.signum(scores[i + 1] - scores[i]);
            assertThat(pieces.get(i).at(0)).isEqualTo(scores[i]);
            assertThat(pieces.get(i).at(1)).isEqualTo(scores[i + 1]);
            for (int t = 0; t < 50; t++) {
                double step = pieces.get(i).at((t + 1) / 50.0) - pieces.get(i).at(t / 50.0);
                assertThat(step * way).isGreaterThanOrEqualTo(-ROUNDING);
                assertThat(way == 0 ? Math.abs(step) : 0).isLessThanOrEqualTo(ROUNDING);
            }
        }
    }

    @Property
    void splitAtZeroNoPieceHasBothSigns(@ForAll("scores") double[] scores) {
        List<MonotoneCurve.Piece> pieces = MonotoneCurve.splitAtZero(MonotoneCurve.through(across(scores), scores));
        for (MonotoneCurve.Piece piece : pieces) {
            double sign = Math.signum(piece.at(0.5));
            for (int t = 0; t <= 20; t++) {
                assertThat(piece.at(t / 20.0) * sign).isGreaterThanOrEqualTo(-1e-9);
            }
        }
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).x0()).isEqualTo(pieces.get(i - 1).x3());
        }
    }

    @Example
    void aStraightLineStaysStraight() {
        MonotoneCurve.Piece piece = MonotoneCurve.through(new double[] {0, 3, 6}, new double[] {-1, 0, 1})
                .get(0);
        assertThat(piece).isEqualTo(new MonotoneCurve.Piece(0, -1, 1, piece.y1(), 2, piece.y2(), 3, 0));
        assertThat(piece.y1()).isEqualTo(-2.0 / 3, within(ROUNDING));
        assertThat(piece.y2()).isEqualTo(-1.0 / 3, within(ROUNDING));
    }

    private static double[] across(double[] scores) {
        double[] x = new double[scores.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 160.0 * i;
        }
        return x;
    }

    @Provide
    Arbitrary<double[]> scores() {
        return Arbitraries.integers()
                .between(-20, 20)
                .map(tenths -> tenths / 10.0)
                .array(Double[].class)
                .ofMaxSize(12)
                .map(scores ->
                        Arrays.stream(scores).mapToDouble(Double::doubleValue).toArray());
    }
}
