package org.cxkit.journey.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.MeasuredEmotion;
import org.cxkit.journey.map.MeasuredStep;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;
import org.jspecify.annotations.Nullable;

/** The emotion curve of a map: as designed, with faces, and dashed beside it as measured, with intervals. */
final class EmotionLane {
    private static final double UNIT = 32;
    private static final double FACE = 11;
    /** The measured points stand a little to the right, so that neither hides the other. */
    private static final double SHIFT = 20;

    private final Xml xml;
    private final MapLayout layout;
    private final @Nullable Measured measured;
    private final double zero;

    private EmotionLane(Xml xml, MapLayout layout, @Nullable Measured measured, double top) {
        this.xml = xml;
        this.layout = layout;
        this.measured = measured;
        this.zero = top + 2 * UNIT + FACE + 6;
    }

    static double draw(Xml xml, MapLayout layout, @Nullable Measured measured, double top) {
        EmotionLane lane = new EmotionLane(xml, layout, measured, top);
        lane.grid();
        lane.designed();
        lane.measured();
        return lane.zero + 2 * UNIT + FACE + 6;
    }

    private void grid() {
        for (int score = -2; score <= 2; score++) {
            xml.line(
                    score == 0 ? "cx-axis" : "cx-line",
                    MapLayout.GUTTER,
                    y(score),
                    layout.width() - Figure.MARGIN,
                    y(score));
            TextBlock.line((score > 0 ? "+" : "") + score, TextStyle.SMALL)
                    .draw(xml, "", MapLayout.GUTTER - 8, y(score) - 7, "end");
        }
        MapLayout.laneName(xml, "Emotion", y(2) - 8);
    }

    private void designed() {
        for (List<double[]> run : runs(step -> designed(step), 0)) {
            List<MonotoneCurve.Piece> curve = curve(run);
            area(MonotoneCurve.splitAtZero(curve));
            line("cx-rule", curve);
        }
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < layout.columns().size(); i++) {
            Step step = layout.columns().get(i).step();
            if (step != null && step.emotion() != null) {
                features.append(face(layout.middle(i), step.emotion().value()));
            }
        }
        if (!features.isEmpty()) {
            xml.path("cx-face", features.toString());
        }
    }

    private void measured() {
        for (List<double[]> run : runs(step -> mean(step), SHIFT)) {
            line("cx-seen-line cx-dash", curve(run));
        }
        StringBuilder whiskers = new StringBuilder();
        StringBuilder diamonds = new StringBuilder();
        for (int i = 0; i < layout.columns().size(); i++) {
            Step step = layout.columns().get(i).step();
            MeasuredEmotion emotion = step == null ? null : emotion(step);
            if (emotion != null) {
                double x = layout.middle(i) + SHIFT;
                whiskers.append('M').append(Xml.point(x - 4, y(emotion.low()))).append("h8m-4 0V");
                whiskers.append(Xml.number(y(emotion.high()))).append("m-4 0h8");
                diamonds.append('M').append(Xml.point(x, y(emotion.mean()) - 5)).append("l5 5l-5 5l-5-5z");
            }
        }
        if (!diamonds.isEmpty()) {
            xml.path("cx-seen-line", whiskers.toString()).path("cx-seen", diamonds.toString());
        }
    }

    private @Nullable MeasuredEmotion emotion(Step step) {
        return measured == null
                ? null
                : measured.step(step.id()).map(MeasuredStep::emotion).orElse(null);
    }

    private static @Nullable Double designed(Step step) {
        return step.emotion() == null ? null : step.emotion().value();
    }

    private @Nullable Double mean(Step step) {
        MeasuredEmotion emotion = emotion(step);
        return emotion == null ? null : emotion.mean();
    }

    /** Runs of neighbouring steps that have a score: a curve must not bridge a step that has none. */
    private List<List<double[]>> runs(Function<Step, @Nullable Double> score, double shift) {
        List<List<double[]>> runs = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < layout.columns().size(); i++) {
            Step step = layout.columns().get(i).step();
            Double y = step == null ? null : score.apply(step);
            if (y != null && !open) {
                runs.add(new ArrayList<>());
            }
            if (y != null) {
                runs.get(runs.size() - 1).add(new double[] {layout.middle(i) + shift, y});
            }
            open = y != null;
        }
        return runs;
    }

    private void line(String cssClass, List<MonotoneCurve.Piece> curve) {
        if (!curve.isEmpty()) {
            xml.path(cssClass, path(curve));
        }
    }

    /** {@return what is said of a measured emotion} */
    static String text(MeasuredEmotion emotion) {
        return Numerals.signed(emotion.mean()) + " (" + Numerals.signed(emotion.low()) + " to "
                + Numerals.signed(emotion.high()) + "), n " + Numerals.count(emotion.responses());
    }

    /** In pixels across and scores up, so that the sign of a score stays visible to the area. */
    private static List<MonotoneCurve.Piece> curve(List<double[]> points) {
        return MonotoneCurve.through(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private void area(List<MonotoneCurve.Piece> pieces) {
        StringBuilder good = new StringBuilder();
        StringBuilder bad = new StringBuilder();
        for (MonotoneCurve.Piece piece : pieces) {
            (piece.at(0.5) >= 0 ? good : bad)
                    .append('M')
                    .append(Xml.point(piece.x0(), zero))
                    .append('L')
                    .append(Xml.point(piece.x0(), y(piece.y0())))
                    .append(bezier(piece))
                    .append('V')
                    .append(Xml.number(zero))
                    .append('z');
        }
        if (!good.isEmpty()) {
            xml.path("cx-good cx-faint", good.toString());
        }
        if (!bad.isEmpty()) {
            xml.path("cx-bad cx-faint", bad.toString());
        }
    }

    private String path(List<MonotoneCurve.Piece> pieces) {
        StringBuilder d = new StringBuilder(
                "M" + Xml.point(pieces.get(0).x0(), y(pieces.get(0).y0())));
        pieces.forEach(piece -> d.append(bezier(piece)));
        return d.toString();
    }

    private String bezier(MonotoneCurve.Piece piece) {
        return "C" + Xml.point(piece.x1(), y(piece.y1())) + " " + Xml.point(piece.x2(), y(piece.y2())) + " "
                + Xml.point(piece.x3(), y(piece.y3()));
    }

    /** Draws a round face. {@return the path of its eyes and mouth} */
    private String face(double x, double score) {
        double y = y(score);
        xml.open("circle", score > 0.25 ? "cx-good" : score < -0.25 ? "cx-bad" : "cx-calm");
        xml.attr("cx", x).attr("cy", y).attr("r", FACE);
        xml.leaf("title", "designed " + Numerals.signed(score)).close();
        return "M" + Xml.point(x - 3.5, y - 3) + "v.5m7-.5v.5M" + Xml.point(x - 4.5, y + 3.5 - score * 0.8) + "q4.5 "
                + Xml.number(score * 3) + " 9 0";
    }

    private double y(double score) {
        return zero - score * UNIT;
    }
}
